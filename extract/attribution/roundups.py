"""What several people say, each below a heading that names them, or above or below a line that does.

## Ada Lund, harbour master at Lorne

"We need a new pier. The old one leaks."
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from operator import attrgetter

from extract.english.persons import given_name
from extract.model import BlockKind, Span
from extract.syntax.tree import Tree, Word

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE})
_JOINING = frozenset({"and", "&"})
_BEHIND = frozenset({",", ":", "(", "|", "of", "at", "from", "-", "–", "—"})
#: What may stand behind the name in a line below a quotation: "Ada Lund of Tarn in court" is a heading.
_BEHIND_BELOW = frozenset({",", "(", "|", "-", "–", "—"})


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


def named_on_line(quote: Span, own: Sequence[Tree], trees: Sequence[Tree]) -> tuple[tuple[Word, ...], Tree] | None:
    """Who speaks in a paragraph that is one quotation, if the line below or above is only a name and a post.

    "We need a new pier." (line) Ada Lund, harbour master. Where both are such lines, the first quotation of the
    page shows which one is its speaker's.
    """
    if own[0].kind not in _PROSE or not (own[0].start == quote[0] and quote[1] == own[-1].end):
        return None
    first = bisect_left(trees, own[0].position, key=attrgetter("position"))
    above, below = _line_at(trees, first - 1), _line_at(trees, first + len(own), _BEHIND_BELOW)
    if above is None or below is None:
        return above or below
    while _line_at(trees, first - 1) is not None and _is_quotation(trees, first - 2):
        first = _start(trees, first - 2)
    return below if _line_at(trees, first - 1) is None else above


def _line_at(trees: Sequence[Tree], at: int, behind: frozenset[str] = _BEHIND) -> tuple[tuple[Word, ...], Tree] | None:
    """The speaker of a line that is no more than a name and a post."""
    line = trees[at] if 0 <= at < len(trees) else None
    if line is None or line.kind not in _LINES or line.quotes or len(line.words) > _LONGEST_LINE:
        return None
    if any(other.block == line.block for other in (*trees[max(0, at - 1) : at], *trees[at + 1 : at + 2])):
        return None
    name = _name(line, behind)
    posted = bool(name) and name[-1].i + 1 < len(line.words) and line.words[-1].text not in {".", ":"}
    return (name, line) if posted else None


def _start(trees: Sequence[Tree], at: int) -> int:
    while at > 0 and trees[at - 1].block == trees[at].block:
        at -= 1
    return at


def _is_quotation(trees: Sequence[Tree], at: int) -> bool:
    return at >= 0 and (trees[_start(trees, at)].start, trees[at].end) in trees[at].quotes


_LONGEST_LINE = 20


def _opens(quote: Span, first: Tree) -> bool:
    """Whether nothing but a label stands before it: "A change to watch: “..." """
    before = [w for w in first.words if w.start < quote[0] and w.text not in ('"', "“")]
    return not before or before[-1].text == ":"


def _name(heading: Tree, behind: frozenset[str] = _BEHIND) -> tuple[Word, ...]:
    words = heading.words
    if any(w.pos in ("VERB", "AUX") for w in words):
        return ()
    name = list(takewhile(lambda w: w.pos == "PROPN" or w.lower in _JOINING, words))
    after = words[len(name)].text.lower() if len(name) < len(words) else ","
    known = len(name) > 1 and (given_name(name[0].lower) is not None or all(w.entity == "PERSON" for w in name))
    return tuple(name) if known and after in behind and name[-1].lower not in _JOINING else ()
