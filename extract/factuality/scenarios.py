"""What an author asks readers to suppose, which goes on to the end of the paragraph.

Suppose Ada earns $50,000 a year. She pays $9,000 in tax. Say you have a dollar in the bank. The bank pays two percent.
Imagine a town where nobody pays rent. The streets are clean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import is_verbal

_SUPPOSING = frozenset({"assume", "imagine", "picture", "pretend", "say", "suppose"})
#: What a paragraph may be asked to picture without a clause.
_PICTURING = frozenset({"imagine", "picture"})


def is_supposing(verb: Word) -> bool:
    """Whether a verb asks readers to suppose something: "say you have a dollar", "let's say that it rains"."""
    if verb.lemma not in _SUPPOSING or verb.tag not in {"VB", "VBP"}:
        return False
    if verb.child("nsubj", "nsubjpass", "aux", "neg", "mark") is not None and verb.head.lower != "let":
        return False
    thing = verb.child("dobj") if verb.lemma in _PICTURING else None
    some = thing is not None and any(w.lower in {"a", "an", "two"} for w in thing.left)  # not: imagine the shock
    if verb.head.lower == "let" and (verb.child("nsubj") or verb).lower in {"me", "him", "her", "them"}:
        return False
    content = verb.child("ccomp") is not None or some
    return content and (verb.is_root or (verb.head.lower == "let" and verb.head.is_root))


def supposed(trees: Sequence[Tree]) -> frozenset[int]:
    """The positions of sentences that go on with what one before them in their paragraph supposes."""
    return frozenset(n for _, block in groupby(trees, key=lambda tree: tree.block) for n in _going_on(list(block)))


def _going_on(block: Sequence[Tree]) -> Iterator[int]:
    supposes = False
    for tree in block:
        if _pictures_this(tree):
            supposes = True
            yield tree.position
        elif any(is_supposing(word) for word in tree.words[:6]) and not tree.quotes:
            supposes = True
        elif supposes:
            named = any(w.entity in {"PERSON", "DATE"} for w in tree.words)
            supposes = not tree.quotes and not named and not any(map(_is_past, tree.roots))
            if supposes:
                yield tree.position


def _pictures_this(tree: Tree) -> bool:
    """Picture this: You are alone in a mill. The lights go out."""
    first = [word.lower for word in tree.words[:3]]
    return len(first) > 2 and first[0] in _PICTURING and first[1] == "this" and first[2] in {":", ".", "!"}


def _is_past(root: Word) -> bool:
    verb = complex_of(root)
    return is_verbal(root) and (verb.tense == "past" or (verb.aspect or "").startswith("perfect"))
