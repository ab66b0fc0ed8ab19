"""Claims whose every part only points elsewhere: once pronouns are resolved, what is left open says nothing."""

from __future__ import annotations

from extract.english.wordlists import word_class
from extract.model import Argument, Claim, Role

_THIRD = frozenset({"it", "that", "they", "this"})
_SPEAKING = frozenset({"i", "we", "you"})
_POINTING = frozenset({"it", "that", "this", "both", "here", "so", "there"})
_LOOSE = frozenset({Role.TIME, Role.MANNER, Role.MEASURE, Role.OTHER})
_WEATHER = word_class("verbs of the weather")
_FEW = 1  # word: "again"


def only_points(claim: Claim) -> bool:
    """Whether nothing in a claim says who did what: "it improves", "they may get there", "you need it".

    "They met for an hour" says how long, and "the plan preserves it" what preserves it.
    """
    if any(q.role not in _LOOSE or len(q.text.split()) > _FEW for q in claim.qualifiers):
        return False
    subject, obj = claim.subject, claim.object
    if _is_open(subject, _THIRD):
        return claim.relation.lemma not in _WEATHER if obj is None else _is_open(obj, _POINTING)
    return obj is not None and _is_open(subject, _SPEAKING) and _is_open(obj, _THIRD)


def _is_open(argument: Argument, pronouns: frozenset[str]) -> bool:
    return argument.resolved is None and argument.text.lower() in pronouns
