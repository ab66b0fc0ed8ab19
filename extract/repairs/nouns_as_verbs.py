"""Nouns that the parser took for verbs or adverbs."""

from __future__ import annotations

from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES

_THIRD = "VBZ"
_OF_NOUNS = frozenset({"nsubj", "prep", "punct", "nummod", "det", "amod", "compound", "poss"})


def plural_in_place(noun: Word) -> None:
    """ "Norlandish brigands on two skiffs were caught": a verb in -s is no subject of another."""
    if noun.tag != _THIRD or not noun.lower.endswith("s") or noun.child(*AUXILIARIES, "dobj", "mark") is not None:
        return
    if any(w.tag in {"WDT", "WP", "WRB"} or w.dep not in _OF_NOUNS for w in noun.children):
        return
    _make_noun(noun)
    for word in [w for w in noun.left if w.dep == "nsubj"]:
        _join(word, noun)


def _make_noun(word: Word) -> None:
    word.pos, word.tag = "NOUN", "NNS"


def _join(first: Word, noun: Word) -> None:
    """Makes what stands before a noun a part of it."""
    for word in list(first.left):
        word.attach(noun, word.dep)
    first.attach(noun, "compound")
