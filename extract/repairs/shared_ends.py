"""Ends of lists and clauses that the parser gave to all before them, or cut from what they end."""

from __future__ import annotations

from extract.syntax.tree import Word

_GIVING = frozenset({"award", "deny", "give", "grant", "hand", "offer", "pay", "promise", "send", "show"})


def given_thing(thing: Word) -> None:
    """ "It was given a rating": the rating is what it was given, and no preposition stands before it."""
    verb = thing.head
    if verb.tag == "VBN" and verb.dep != "prep" and verb.lemma in _GIVING and verb.child("dobj") is None:
        thing.dep = "dobj"
