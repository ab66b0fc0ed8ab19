"""Sets and ranges: "between two and three", "every one but her", "one in ten", and lists with a phrase behind them."""

from __future__ import annotations

from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, is_nominal

_ALL = frozenset({"all", "any", "each", "every", "no"})
_ALL_OF_IT = frozenset({"all", "anyone", "anything", "everyone", "everything", "everywhere", "nobody", "nothing"})


def all_but(other: Word) -> None:
    """ "lost money in every year but one", "all but two left": not in that one, and not the two."""
    whole = other.head
    but = next((w for w in whole.right if w.dep == "cc" and w.lower == "but"), None)
    if but is None:
        return
    every = whole.lower in _ALL_OF_IT or any(w.lower in _ALL and w.dep == "det" for w in whole.left)
    if not every or other.subtree()[0].i != but.i + 1 or not is_nominal(other):
        return
    but.pos, but.tag = "ADP", "IN"
    but.attach(whole, "prep")
    other.attach(but, "pobj")


def but_one(other: Word) -> None:
    """ "sold all but one of her mills": not all of them."""
    but = other.head
    if but.lower == "but" and but.dep == "cc":
        but.pos, but.tag, but.dep = "ADP", "IN", "prep"


def two_hurt(number: Word) -> None:
    """ "One man dies and two hurt in blaze": two people were, and nobody else."""
    verb = number.head
    if number.tag == "CD" and verb.tag in {"VBN", "VBD"} and number.i < verb.i and verb.child(*SUBJECTS) is None:
        number.dep = "nsubjpass"
