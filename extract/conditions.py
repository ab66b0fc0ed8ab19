"""Conditions and what depends on them."""

from __future__ import annotations

from extract.embedding import condition_mark
from extract.tree import Word
from extract.verbs import complex_of


def condition_of(word: Word) -> Word | None:
    """The verb of the condition that `word` holds under, if its clause has one ("If X, it will fall").

    A plain past is no consequence: in "It agreed to pay more if the price fell" the agreement is a fact.
    """
    for child in word.children:
        if child.dep == "advcl" and condition_mark(child) is not None:
            verb = complex_of(word)
            return None if verb.tense == "past" and verb.modal is None else child
    return None


def condition_words(clause: Word) -> tuple[Word, ...]:
    """The words of an if-clause, without the commas around it."""
    words = clause.subtree()
    while words and words[-1].pos == "PUNCT":
        words.pop()
    while words and words[0].pos == "PUNCT":
        words.pop(0)
    return tuple(words)
