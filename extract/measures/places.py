"""Where a claim happened: the words that say so."""

from __future__ import annotations

from extract.claims.proposal import Proposal
from extract.english.wordlists import entries
from extract.model import Role, Slot, slice_spans
from extract.syntax.tree import Word, spans_of
from extract.syntax.words import PLACES

#: Nearness locates an event even where the parser hangs it on the object: "killed three people near Kabul".
_NEAR = frozenset({"near", "outside", "off"})


def place(proposal: Proposal, source: str) -> Slot | None:
    """The place of a claim in its own words ("in Geneva"), or None. `source` is the article's text.

    In this order: an adjunct of place that holds a place's name, an object that a preposition of place
    governs ("met at a hotel in Geneva"), an adjunct with a noun of place ("in a suburb"), a place near which
    the object was.
    """
    located = [a for a in proposal.adjuncts if a.role in {Role.PLACE, Role.OTHER} and _is_prepositional(a.head)]
    words = (
        next((a.words for a in located if _names(a.head)), ())
        or _object(proposal)
        or next((a.words for a in located if a.role is Role.PLACE and _is_kind(a.head)), ())
        or _nearby(proposal)
    )
    if not words:
        return None
    spans = spans_of(words)
    return Slot(slice_spans(source, spans), spans)


def _is_prepositional(word: Word) -> bool:
    return word.lower in entries("place_prepositions")


def _names(preposition: Word) -> bool:
    """Whether a preposition governs a place's name, directly or further down its noun phrase.

    "at a hotel in Geneva" does, "on the day that rebels fell in Kabul" (inside a clause) and "relied on
    Germany" (nothing happens on a country) do not.
    """
    governed = preposition.child("pobj")
    if governed is None or (preposition.lower == "on" and governed.entity == "GPE"):
        return False
    return any(w.entity in PLACES for w in governed.subtree(stop=_is_clause))


def _is_clause(word: Word) -> bool:
    return word.dep in {"relcl", "acl", "advcl", "ccomp"}


def _is_kind(preposition: Word) -> bool:
    governed = preposition.child("pobj")
    return governed is not None and governed.lemma.lower() in entries("place_nouns")


def _object(proposal: Proposal) -> tuple[Word, ...]:
    """The object with its preposition, where the two name a place: "met in Geneva"."""
    if proposal.object is None:
        return ()
    head = proposal.object.head
    if head.dep != "pobj" or not _is_prepositional(head.head) or not _names(head.head):
        return ()
    return (head.head, *proposal.object.full)


def _nearby(proposal: Proposal) -> tuple[Word, ...]:
    if proposal.object is None:
        return ()
    for word in proposal.object.head.right:
        governed = word.child("pobj") if word.lower in _NEAR else None
        if governed is not None and governed.entity in PLACES:
            return tuple(word.subtree())
    return ()
