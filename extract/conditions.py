"""Conditions and what depends on them."""

from __future__ import annotations

from collections.abc import Iterator

from extract.embedding import condition_mark
from extract.tree import Word
from extract.verbs import complex_of


def condition_of(word: Word) -> Word | None:
    """The verb of the condition that `word` holds under, if its clause has one ("If X, it will fall").

    A plain past is no consequence: in "It agreed to pay more if the price fell" the agreement is a fact.
    """
    for clause in _clauses(word):
        if condition_mark(clause) is not None:
            verb = complex_of(word)
            return None if verb.tense == "past" and verb.modal is None else clause
    return None


def _clauses(word: Word) -> Iterator[Word]:
    """Its adverbial clauses, also those under an adverb ("as long as prices hold")."""
    for child in word.children:
        if child.dep in ("advcl", "parataxis"):
            yield child
        elif child.pos == "ADV" and child.right:
            yield from child.having("advcl")


def condition_words(clause: Word) -> tuple[Word, ...]:
    """The words of an if-clause, without the commas around it."""
    words = clause.subtree()
    while words and words[-1].pos == "PUNCT":
        words.pop()
    while words and words[0].pos == "PUNCT":
        words.pop(0)
    return tuple(words)
