"""Further arguments of a clause: their words and what they say of it."""

from __future__ import annotations

from collections.abc import Callable

from extract.arguments import trimmed
from extract.lexicon import entries
from extract.model import Role
from extract.proposal import Adjunct
from extract.tree import Word
from extract.words import is_infinitive, is_time, is_wh

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_BY_PREPOSITION = {
    "because": Role.REASON, "due": Role.REASON, "despite": Role.CONCESSION, "notwithstanding": Role.CONCESSION,
    "with": Role.ACCOMPANIMENT, "alongside": Role.ACCOMPANIMENT, "without": Role.ACCOMPANIMENT,
    "about": Role.TOPIC, "regarding": Role.TOPIC, "concerning": Role.TOPIC, "on": Role.TOPIC,
    "from": Role.SOURCE, "to": Role.DESTINATION, "into": Role.DESTINATION, "toward": Role.DESTINATION,
    "towards": Role.DESTINATION, "onto": Role.DESTINATION, "for": Role.PURPOSE, "as": Role.ROLE,
    "than": Role.COMPARISON, "like": Role.COMPARISON, "unlike": Role.COMPARISON, "via": Role.INSTRUMENT,
    "during": Role.TIME, "until": Role.TIME, "till": Role.TIME, "since": Role.TIME, "before": Role.TIME,
    "after": Role.TIME, "if": Role.CONDITION, "unless": Role.CONDITION, "at": Role.PLACE, "in": Role.PLACE,
    "near": Role.PLACE, "inside": Role.PLACE, "outside": Role.PLACE, "within": Role.PLACE, "across": Role.PLACE,
    "throughout": Role.PLACE, "behind": Role.PLACE, "beside": Role.PLACE, "above": Role.PLACE, "below": Role.PLACE,
    "under": Role.PLACE, "between": Role.PLACE, "around": Role.PLACE, "through": Role.PLACE, "along": Role.PLACE,
}  # fmt: skip
_BY_MARK = {
    "because": Role.REASON, "if": Role.CONDITION, "unless": Role.CONDITION, "although": Role.CONCESSION,
    "though": Role.CONCESSION, "while": Role.TIME, "when": Role.TIME, "after": Role.TIME, "before": Role.TIME,
    "until": Role.TIME, "since": Role.TIME, "once": Role.TIME, "whenever": Role.TIME, "where": Role.PLACE,
    "as": Role.TIME, "so": Role.RESULT, "whereas": Role.CONCESSION, "provided": Role.CONDITION,
}  # fmt: skip


def adjunct(head: Word) -> Adjunct | None:
    """The further argument that `head` opens, or None for a word that says nothing by itself ("however")."""
    if is_wh(head) or head.lower in entries("connectives"):
        return None
    words = trimmed(head.subtree(_outside(head)))
    if not words or (len(words) == 1 and head.dep in {"prep", "agent"}):
        return None
    return Adjunct(role_of(head), head, words)


def _outside(head: Word) -> Callable[[Word], bool]:
    def outside(word: Word) -> bool:
        return word.head is head and (word.dep in {"conj", "cc"} and head.dep != "advmod")

    return outside


def role_of(head: Word) -> Role:
    """What an adjunct says, from its preposition or mark and the kind of thing below it."""
    if head.dep == "agent":
        return Role.AGENT
    if head.dep == "dative":
        return Role.RECIPIENT
    if head.dep == "advcl":
        return _clause_role(head)
    if head.dep in {"prep"}:
        return _preposition_role(head)
    return _adverb_role(head)


def _clause_role(verb: Word) -> Role:
    for word in verb.left:
        if word.dep in {"mark", "advmod"} and word.lower in _BY_MARK:
            return _BY_MARK[word.lower]
    return Role.PURPOSE if is_infinitive(verb) else Role.OTHER


def _preposition_role(preposition: Word) -> Role:
    below = preposition.child("pobj", "pcomp")
    if below is None:
        return Role.OTHER
    if is_time(below) and preposition.lower not in {"of", "about", "with", "than"}:
        return Role.TIME
    if preposition.lower == "by" and below.dep == "pcomp":
        return Role.MANNER
    if below.entity in PLACE_ENTITIES and preposition.lower in {"in", "at", "on", "near", "across", "off"}:
        return Role.PLACE
    return _BY_PREPOSITION.get(preposition.lower, Role.OTHER)


def _adverb_role(word: Word) -> Role:
    if is_time(word) or word.lower in entries("time_adverbs"):
        return Role.TIME
    if word.dep == "npadvmod":
        return Role.MEASURE
    if word.lower in entries("place_adverbs"):
        return Role.PLACE
    return Role.MANNER if word.lower.endswith("ly") else Role.OTHER
