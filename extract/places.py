"""Where a claim happened: the adjunct that says so."""

from __future__ import annotations

from extract.model import Role, Slot, slice_spans
from extract.proposal import Adjunct, Proposal
from extract.tree import Word, spans_of

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "on",
        "near",
        "outside",
        "inside",
        "within",
        "across",
        "throughout",
        "around",
        "along",
        "off",
        "under",
        "over",
        "beside",
        "behind",
        "between",
        "beyond",
        "above",
        "below",
        "opposite",
        "aboard",
    ]
)


def place(proposal: Proposal, source: str) -> Slot | None:
    """The place of a claim as its own words say it ("in Geneva"), or None.

    An adjunct of role PLACE that names one, else one that opens with a preposition of place and governs
    a named place: "The ministers met at a hotel in Geneva". `source` is the article's text.
    """
    named = [a for a in proposal.adjuncts if a.role is Role.PLACE and _named(a.words)]
    located = [a for a in proposal.adjuncts if a.role is Role.PLACE or _locates(a)]
    found = next(iter(named or located), None)
    if found is None:
        return None
    spans = spans_of(found.words)
    return Slot(slice_spans(source, spans), spans)


def _named(words: tuple[Word, ...]) -> bool:
    return any(w.entity in _PLACES for w in words)


def _locates(adjunct: Adjunct) -> bool:
    head = adjunct.head
    if head.lower not in _PREPOSITIONS or adjunct.role is Role.TIME:
        return False
    governed = head.child("pobj")
    return governed is not None and governed.entity in _PLACES
