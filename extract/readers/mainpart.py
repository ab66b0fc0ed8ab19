"""Which blocks of a page are its article: the part where most of the prose stands, from the headline on.

After the idea of Readability and jusText (Pomikálek 2011): prose votes for the elements around it, the nearer the
more; then short and linked lines are kept or not by what stands around them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.furniture import names
from extract.readers.page import Found
from extract.text import linekinds
from extract.text.blocks import folded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STOP = re.compile(r"[.!?…:][)\]”\"’'»]*$")
_FEWEST_WORDS = 5
#: What a vote loses with each level.
_DECAY = 0.6
_LEVELS = 8
#: An element around the best one is taken instead if what it adds is prose to this share.
_MOST_PROSE = 0.8
_MOST_LINKED = 0.5
_ALL_LINKED = 0.9
_MOST_LABEL_WORDS = 4
_MOST_STANDFIRST = 2
#: " pull quote ", " pullquote right "; so many are looked for in the text, each once.
_PULLED = re.compile(r" (?:pull ?quotes?|quote) ")
_MOST_PULLED = 200
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.TABLE, BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.DATELINE})


def main_blocks(blocks: Sequence[Found], title: str | None) -> list[Found]:
    """The blocks of the article in order; none where the page has no sentence.

    `title` is what the metadata or the headings call the article.
    """
    tree = _Tree(blocks)
    around = tree.main()
    if around is None:
        return []
    first, end = tree.spans[around]
    headline = _headline(blocks[:end], title)
    at = first if headline is None else headline
    named = [] if headline is None else [blocks[headline]]
    above = _standfirst([b for b in blocks[at + 1 : first] if _belongs(b)])
    start = first if headline is None else max(first, headline + 1)
    return _finished(_without_repeats([*named, *above, *filter(_belongs, blocks[start:end])]))


def is_prose(block: Found) -> bool:
    return (
        block.kind not in _NO_PROSE
        and block.linked <= _MOST_LINKED
        and any(len(line.split()) >= _FEWEST_WORDS and _STOP.search(line) for line in block.text.split("\n"))
    )


class _Tree:
    """The elements around the blocks: which blocks each holds (they stand in a row), and how much of it is prose."""

    def __init__(self, blocks: Sequence[Found]) -> None:
        self.spans: dict[Element, tuple[int, int]] = {}
        self.votes: dict[Element, float] = defaultdict(float)
        self.chars = [0]
        self.prose = [0]
        for i, block in enumerate(blocks):
            self._add(i, block)

    def _add(self, i: int, block: Found) -> None:
        prose = is_prose(block)
        weight = len(block.text) * (1 - block.linked) if prose else 0.0
        outer = 1 if "\n" in block.text else 0  # an element with several paragraphs is itself what is voted for
        for level, element in enumerate((block.element, *block.element.iterancestors()), outer):
            self.spans[element] = (self.spans.get(element, (i, i))[0], i + 1)
            if weight and level <= _LEVELS:
                self.votes[element] += weight * _DECAY ** max(level - 1, 0)
        self.chars.append(self.chars[-1] + len(block.text))
        heading = block.kind is BlockKind.HEADING and not block.linked
        self.prose.append(self.prose[-1] + (len(block.text) if prose or heading else 0))

    def main(self) -> Element | None:
        """The element in which most of the prose stands."""
        if not self.votes:
            return None
        best = max(self.votes, key=lambda element: self.votes[element])  # the first of equals
        for parent in best.iterancestors():
            if _is_whole(best) or not self._adds_prose(best, parent):
                return best
            best = parent
        return best

    def _adds_prose(self, inner: Element, outer: Element) -> bool:
        """Whether what `outer` has besides `inner` is nothing, or prose: the sections of one article."""
        added = self._total(self.chars, outer) - self._total(self.chars, inner)
        prose = self._total(self.prose, outer) - self._total(self.prose, inner)
        return prose >= _MOST_PROSE * added

    def _total(self, sums: list[int], element: Element) -> int:
        start, end = self.spans[element]
        return sums[end] - sums[start]


def _is_whole(element: Element) -> bool:
    """An element that by its meaning holds a whole article; one of several is a post among posts. A cell of a table
    that lays out the page is a column: what stands beside it is something else."""
    if element.tag == "article":
        return not any(e.tag == "article" for e in (*element.itersiblings(), *element.itersiblings(preceding=True)))
    return element.tag in ("main", "body", "td") or element.get("itemprop") == "articleBody"


def _headline(blocks: Sequence[Found], title: str | None) -> int | None:
    """The position of the first heading, or line, that is the title."""
    wanted = folded(title or "")
    if not wanted:
        return None
    positions = [i for i, block in enumerate(blocks) if folded(block.text.split("\n")[0]) == wanted]
    headings = [i for i in positions if blocks[i].kind is BlockKind.HEADING]
    return next(iter(headings or positions), None)


def _belongs(block: Found) -> bool:
    """Whether it is no line of links."""
    return block.linked <= _MOST_LINKED or block.kind is BlockKind.BYLINE or _is_linked_prose(block)


def _standfirst(blocks: Sequence[Found]) -> list[Found]:
    """Of what stands between the headline and the prose: the lines that sum up, dates, names and pictures."""
    known = (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.LIST)
    lines = [b for b in blocks if b.kind not in known and len(b.text.split()) > _FEWEST_WORDS and not is_prose(b)]
    many = len(lines) > _MOST_STANDFIRST  # the labels of a player, the headlines of a menu
    return [b for b in blocks if b.kind in known or b.timed > _MOST_LINKED or is_prose(b) or (b in lines and not many)]


def _is_linked_prose(block: Found) -> bool:
    """A sentence of which most is a link, and not all."""
    return block.kind is None and block.linked < _ALL_LINKED and is_prose(replace(block, linked=0.0))


def _without_repeats(blocks: Sequence[Found]) -> list[Found]:
    """Each block once: not the pull quotes, and not the copies for other screens."""
    texts = [folded(block.text) for block in blocks]
    whole = "\n".join(text for text, block in zip(texts, blocks, strict=True) if not _is_set_apart(block))
    seen: set[str] = set()
    kept = []
    pulled = 0
    for block, text in zip(blocks, texts, strict=True):
        long = text.count(" ") + 1 >= _FEWEST_WORDS
        again = long and text in seen
        if long and not again and _is_set_apart(block) and pulled < _MOST_PULLED:
            pulled += 1
            again = text in whole
        if not again:
            kept.append(block)
            seen.add(text)
    return kept


def _is_set_apart(block: Found) -> bool:
    if block.kind in (BlockKind.QUOTE, BlockKind.CAPTION) or _PULLED.search(names(block.element)):
        return True
    return any(parent.tag in ("aside", "blockquote", "figure") for parent in block.element.iterancestors())


def _finished(blocks: Sequence[Found]) -> list[Found]:
    """Without labels and headings that nothing follows."""
    end = len(blocks)
    while end and _is_label(blocks[end - 1]):
        end -= 1
    return list(blocks[:end])


def _is_label(block: Found) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    short = len(block.text.split()) <= _MOST_LABEL_WORDS and not _STOP.search(block.text)
    return block.kind is None and short and not linekinds.is_date(block.text)
