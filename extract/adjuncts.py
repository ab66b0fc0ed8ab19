"""Further arguments of a clause: their words and what they say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extract.arguments import trimmed
from extract.lexicon import entries
from extract.model import Role
from extract.prepositions import prepositional
from extract.proposal import Adjunct
from extract.tree import Word
from extract.words import is_finite, is_infinitive, is_time, is_wh

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
_BY_GROUP = {
    "because of": Role.REASON, "due to": Role.REASON, "owing to": Role.REASON, "thanks to": Role.REASON,
    "on account of": Role.REASON, "in the wake of": Role.REASON, "as a result of": Role.REASON,
    "in response to": Role.REASON, "for fear of": Role.REASON, "in spite of": Role.CONCESSION,
    "regardless of": Role.CONCESSION, "prior to": Role.TIME, "at the time of": Role.TIME, "at the end of": Role.TIME,
    "in the course of": Role.TIME, "on the eve of": Role.TIME, "as of": Role.TIME, "ahead of": Role.TIME,
    "in advance of": Role.TIME, "out of": Role.SOURCE, "away from": Role.SOURCE, "in front of": Role.PLACE,
    "on top of": Role.PLACE, "next to": Role.PLACE, "close to": Role.PLACE, "inside of": Role.PLACE,
    "outside of": Role.PLACE, "by means of": Role.INSTRUMENT, "by way of": Role.INSTRUMENT,
    "with the help of": Role.INSTRUMENT, "along with": Role.ACCOMPANIMENT, "together with": Role.ACCOMPANIMENT,
    "in conjunction with": Role.ACCOMPANIMENT, "in cooperation with": Role.ACCOMPANIMENT,
    "in partnership with": Role.ACCOMPANIMENT, "according to": Role.SOURCE, "in case of": Role.CONDITION,
    "in the event of": Role.CONDITION, "for the sake of": Role.PURPOSE, "in order of": Role.MANNER,
    "in search of": Role.PURPOSE, "in pursuit of": Role.PURPOSE, "in support of": Role.PURPOSE,
    "in honor of": Role.PURPOSE, "in honour of": Role.PURPOSE, "in exchange for": Role.PURPOSE,
    "with regard to": Role.TOPIC, "with respect to": Role.TOPIC, "in terms of": Role.TOPIC,
    "in relation to": Role.TOPIC, "in respect of": Role.TOPIC, "in comparison with": Role.COMPARISON,
    "in comparison to": Role.COMPARISON, "in contrast to": Role.COMPARISON, "in contrast with": Role.COMPARISON,
    "rather than": Role.COMPARISON, "as far as": Role.MEASURE, "up to": Role.MEASURE, "in excess of": Role.MEASURE,
}  # fmt: skip
_BY_MARK = {
    "because": Role.REASON, "if": Role.CONDITION, "unless": Role.CONDITION, "although": Role.CONCESSION,
    "though": Role.CONCESSION, "while": Role.TIME, "when": Role.TIME, "after": Role.TIME, "before": Role.TIME,
    "until": Role.TIME, "since": Role.TIME, "once": Role.TIME, "whenever": Role.TIME, "where": Role.PLACE,
    "as": Role.TIME, "so": Role.RESULT, "whereas": Role.CONCESSION, "provided": Role.CONDITION,
}  # fmt: skip


def adjunct(head: Word) -> Adjunct | None:
    """The further argument that `head` opens, or None for a word that says nothing by itself ("however")."""
    if is_wh(head) or head.lower in entries("connectives") or _is_comment(head):
        return None
    words = trimmed(head.subtree(_outside(head)))
    if " ".join(w.lower for w in words) in entries("connectives"):
        return None
    if not words or words[0].tag == "WDT" or (len(words) == 1 and head.dep in {"prep", "agent"}):
        return None
    return Adjunct(role_of(head), head, words)


def _is_comment(head: Word) -> bool:
    """ "As can be seen", "as expected": a comment on the sentence, with no subject of its own.

    A finite clause without a conjunction ("Oslo sells oil, Bern makes clocks") is a sentence of its own.
    """
    if head.dep != "advcl":
        return False
    if head.child("nsubj", "nsubjpass") is not None:
        return is_finite(head) and not any(w.dep in {"mark", "prep"} or w.tag[0] == "W" for w in _openers(head))
    return any(w.dep == "mark" and w.lower == "as" for w in head.left)


def _openers(verb: Word) -> Iterator[Word]:
    for word in verb.left:
        yield word
        yield from word.left


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
    phrase = prepositional(preposition)
    below = phrase.target
    if below is None:
        return Role.OTHER
    if below.lower == "order" and below.child("acl") is not None:
        return Role.PURPOSE
    if len(phrase.words) > 1:
        return _BY_GROUP.get(phrase.text, Role.OTHER)
    if is_time(below) and preposition.lower not in {"of", "about", "with", "than"}:
        return Role.TIME
    if preposition.lower == "by" and below.dep == "pcomp":
        return Role.MANNER
    if preposition.lower == "for" and preposition.head.lemma in entries("for_verbs"):
        return Role.REASON
    if below.entity in PLACE_ENTITIES and preposition.lower in {"in", "at", "on", "near", "across", "off"}:
        return Role.PLACE
    return _BY_PREPOSITION.get(preposition.lower, Role.OTHER)


def _lower(word: Word) -> str:
    return " ".join([*(w.lower for w in word.left), word.lower])


def _adverb_role(word: Word) -> Role:
    if is_time(word) or word.lower in entries("time_adverbs") or _lower(word) in entries("time_adverbs"):
        return Role.TIME
    if word.dep == "npadvmod":
        return Role.MEASURE
    if word.lower in entries("place_adverbs"):
        return Role.PLACE
    return Role.MANNER if word.lower.endswith("ly") else Role.OTHER
