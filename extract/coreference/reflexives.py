"""Reflexive pronouns stand for the subject of their clause, or for what they emphasise (principle A)."""

from __future__ import annotations

from extract.coreference import binding
from extract.syntax.tree import Word

_EMPHATIC = frozenset({"appos", "npadvmod", "nmod", "dep"})


def bound(word: Word) -> Word | None:
    """The head of what a reflexive stands for: "Hale blamed herself", "the city itself"."""
    if word.dep in _EMPHATIC and word.head.i == word.i - 1 and word.head.pos in {"NOUN", "PROPN", "PRON"}:
        return word.head
    subject = binding.subject(binding.clause(word))
    return subject if subject is not None and subject.i < word.i else None
