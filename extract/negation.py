"""Which words negate a predicate in its own clause."""

from __future__ import annotations

from extract.lexicon import entries
from extract.tree import Word

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "expl"})


def negators(word: Word) -> tuple[tuple[Word, ...], bool]:
    """The words that deny `word` in its clause, and whether they only nearly do ("hardly", "few")."""
    found: list[Word] = []
    weak = False
    for child in word.children:
        if child.dep in _ARGUMENTS or child.dep == "npadvmod":
            hit = _in_phrase(child)
        elif child.dep == "prep":
            hit = _in_idiom(child)
        else:
            hit = child if _denies(child) else None
        if hit is not None:
            found.append(hit)
            weak = weak or hit.lower in entries("weak_negators")
    return tuple(found), weak and len(found) == 1


def _denies(child: Word) -> bool:
    if child.dep == "neg" or child.lower in ("not", "n't", "never"):
        return not _only(child)
    if child.dep in ("advmod", "preconj", "cc", "det"):
        return child.lower in entries("negators") or any(_denies(c) for c in child.left if c.dep in ("neg",))
    return False


def _only(child: Word) -> bool:
    """not only, not just, not least: the event holds."""
    head = child.head
    return any(c.i == child.i + 1 and c.lower in ("only", "just", "merely", "simply") for c in head.children)


def _in_phrase(noun: Word) -> Word | None:
    """A negative determiner or pronoun of a subject or object: "no country", "neither side", "nothing"."""
    if noun.lower in entries("negative_nouns"):
        return noun
    for child in noun.left:
        if child.lower in entries("negative_determiners") and child.dep in (
            "det",
            "neg",
            "amod",
            "nummod",
            "preconj",
            "advmod",
            "predet",
        ):
            if child.lower == "few" and any(c.lower == "a" for c in noun.left):
                continue
            return child
    return None


def _in_idiom(preposition: Word) -> Word | None:
    """under no circumstances, at no point, in no way, by no means"""
    noun = preposition.child("pobj")
    if noun is None or noun.lemma not in entries("negative_idioms"):
        return None
    return next((c for c in noun.left if c.lower == "no"), None)
