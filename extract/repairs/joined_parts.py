"""What belongs to the first of two parts that the parser joins: lists, what a thing is called, clefts."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.syntax.tree import Word
from extract.syntax.words import is_nominal

_ONE = frozenset({"a", "an"})


def each_of_them(noun: Word) -> None:
    """ "Two died, a man who was hit by a tree and a woman whose car sank": no woman hit him."""
    first = noun.head
    if not is_nominal(first) or noun.subtree()[0].lower not in _ONE or not is_person(noun) or is_person(first):
        return
    clause = next((w for w in first.ancestors() if w.dep in {"relcl", "acl"}), None)
    owner = None if clause is None else clause.head
    if owner is None or not is_person(owner) or not owner.left or owner.left[0].lower not in _ONE:
        return
    for word in [w for w in first.right if w.dep in {"cc", "punct"} and w.i < noun.i]:
        word.attach(owner, word.dep)
    noun.attach(owner, "conj")
