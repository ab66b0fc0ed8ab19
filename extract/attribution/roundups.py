"""What several people say, each below a heading that names them.

## Ada Lund, harbour master at Lorne

"We need a new pier. The old one leaks."
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.english.persons import given_name
from extract.model import BlockKind, Span
from extract.syntax.tree import Tree, Word

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})
_JOINING = frozenset({"and", "&"})
_BEHIND = frozenset({",", ":", "(", "|", "of", "at", "from", "-", "–", "—"})


def named_above(quote: Span, first: Tree, trees: Sequence[Tree]) -> tuple[tuple[Word, ...], Tree] | None:
    """Who speaks in a quotation, if only quotations stand between it and a heading that is a person's name."""
    if first.kind not in _PROSE or not _opens(quote, first):
        return None
    for tree in reversed([tree for tree in trees if tree.position < first.position]):
        if tree.kind is BlockKind.HEADING:
            name = _name(tree)
            return (name, tree) if name else None
        if tree.kind is BlockKind.TITLE or (tree.kind in _PROSE and not tree.quotes):
            return None
    return None


def _opens(quote: Span, first: Tree) -> bool:
    """Whether nothing but a label stands before it: "A change to watch: “..." """
    before = [w for w in first.words if w.start < quote[0] and w.text not in ('"', "“")]
    return not before or before[-1].text == ":"


def _name(heading: Tree) -> tuple[Word, ...]:
    words = heading.words
    if any(w.pos in ("VERB", "AUX") for w in words):
        return ()
    name = list(takewhile(lambda w: w.pos == "PROPN" or w.lower in _JOINING, words))
    after = words[len(name)].text.lower() if len(name) < len(words) else ","
    known = len(name) > 1 and (given_name(name[0].lower) is not None or all(w.entity == "PERSON" for w in name))
    return tuple(name) if known and after in _BEHIND and name[-1].lower not in _JOINING else ()
