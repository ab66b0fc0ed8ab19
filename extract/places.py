"""Where a claim happened: the words that say so."""

from __future__ import annotations

from extract.lexicon import entries
from extract.model import Role, Slot, slice_spans
from extract.proposal import Adjunct, Proposal
from extract.tree import Word, spans_of

_NAMED = frozenset({"GPE", "LOC", "FAC"})
#: Nearness locates an event even where the parser hangs it on the object: "killed three people near Kabul".
_NEAR = frozenset({"near", "outside", "off"})


def place(proposal: Proposal, source: str) -> Slot | None:
    """The place of a claim in its own words ("in Geneva"), or None. `source` is the article's text.

    In this order: an adjunct of place that holds a place's name, an object that a preposition of place
    governs ("met at a hotel in Geneva"), any adjunct of place, a place near which the object was.
    """
    adjuncts = [a for a in proposal.adjuncts if _locates(a)]
    words = (
        next((a.words for a in adjuncts if _is_named(a.words)), ())
        or _object(proposal)
        or next((a.words for a in adjuncts), ())
        or _nearby(proposal)
    )
    if not words:
        return None
    spans = spans_of(words)
    return Slot(slice_spans(source, spans), spans)


def _is_named(words: tuple[Word, ...]) -> bool:
    return any(w.entity in _NAMED for w in words)


def _locates(adjunct: Adjunct) -> bool:
    """Its role says so, or its preposition and a place's name: "in Geneva" of whatever role but time."""
    if adjunct.role is Role.PLACE:
        return True
    governed = adjunct.head.child("pobj")
    return adjunct.role is Role.OTHER and governed is not None and _is_place(adjunct.head, governed)


def _is_place(preposition: Word, governed: Word) -> bool:
    """ "relied on Germany" is no place: nothing happens on a country."""
    if preposition.lower == "on" and governed.entity == "GPE":
        return False
    return preposition.lower in entries("place_prepositions") and governed.entity in _NAMED


def _object(proposal: Proposal) -> tuple[Word, ...]:
    """The object with its preposition, where the two name a place: "met in Geneva"."""
    if proposal.object is None:
        return ()
    head = proposal.object.head
    preposition = head.head
    if head.dep != "pobj" or preposition.lower not in entries("place_prepositions"):
        return ()
    if not _is_named(proposal.object.full) or (preposition.lower == "on" and head.entity == "GPE"):
        return ()
    return (preposition, *proposal.object.full)


def _nearby(proposal: Proposal) -> tuple[Word, ...]:
    if proposal.object is None:
        return ()
    for word in proposal.object.head.right:
        governed = word.child("pobj") if word.lower in _NEAR else None
        if governed is not None and governed.entity in _NAMED:
            return tuple(word.subtree())
    return ()
