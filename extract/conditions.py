"""Conditions and what depends on them."""

from __future__ import annotations

from collections.abc import Iterator

from extract.lexicon import entries
from extract.tree import Word
from extract.verbs import complex_of

_INVERTED = frozenset({"should", "were", "had"})
_NOT_CONDITIONAL = frozenset({"even", "as"})


def condition_mark(word: Word) -> Word | None:
    """The word that makes an adverbial clause a condition: "if", "unless", "provided (that)", "as long as"."""
    for child in word.left:
        if child.dep in ("mark", "advmod") and child.lower in entries("conditional") and not _concedes(child, word):
            return child
    first = word.left[0] if word.left else None
    if first is not None and first.dep == "aux" and first.lower in _INVERTED and _inverted(word, first):
        return first
    if word.i == 0 and word.head is not word and _is_inverted_verb(word):
        return word
    host = word.head
    if host.lower == "long" and any(c.lower in ("as", "so") for c in host.left):
        return host
    return None


def _is_inverted_verb(word: Word) -> bool:
    """Had the guards acted, ...; Were the euro to fall, ...: the parser takes the auxiliary for the verb."""
    if word.lower == "had":
        return any(c.dep == "ccomp" and c.child("nsubj") for c in word.right)
    return word.lower == "were" and any(c.dep == "nsubj" for c in word.right)


def _concedes(mark: Word, word: Word) -> bool:
    """even if, as if: no condition"""
    return any(w.i == mark.i - 1 and w.lower in _NOT_CONDITIONAL for w in (*mark.left, *word.left))


def _inverted(word: Word, auxiliary: Word) -> bool:
    """Should prices rise, ...: the auxiliary stands before the subject of a subordinate clause."""
    return any(c.dep in ("nsubj", "nsubjpass", "expl") and c.i > auxiliary.i for c in word.left)


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
