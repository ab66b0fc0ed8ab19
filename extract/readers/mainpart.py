"""Which blocks of a page are its article: the part where most of the prose stands, from the headline on.

After the idea of Readability and jusText (Pomikálek 2011): prose votes for the elements around it, the nearer the
more; then short and linked lines are kept or not by what stands around them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.furniture import is_inset, names
from extract.readers.page import Found
from extract.text import linekinds
from extract.text.blocks import folded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STOP = re.compile(r"[.!?…:。！？][)\]”\"’'»]*$")
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
#: Shares of characters: what the library has is little beside ours, or mostly ours.
_LITTLE = 0.4
_MOSTLY = 0.6
_ALMOST_ALL = 0.7
_BESIDE_TEXT = (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE)
_NO_PROSE = frozenset({BlockKind.HEADING, BlockKind.TABLE, BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.DATELINE})


def main_blocks(blocks: Sequence[Found], title: str | None, trusted: Sequence[bool]) -> list[Found]:
    """The blocks of the article in order; none where the page has no sentence.

    `title` is what the metadata or the headings call the article, `trusted` says which blocks a library takes for it.
    """
    belongs = _part(blocks, trusted)
    last = max(belongs, default=-1)
    headline = _headline(blocks[: last + 1], title)
    if headline is not None:
        belongs = {i for i in belongs if i >= headline} | {headline}
        first = min(belongs - {headline}, default=headline)
        belongs.update(_standfirst(blocks, [i for i in range(headline + 1, first) if _belongs(blocks[i])]))
    once = _without_repeats(blocks, sorted(belongs), trusted)
    return [blocks[i] for i in _finished(blocks, once, trusted)]


def _part(blocks: Sequence[Found], trusted: Sequence[bool]) -> set[int]:
    """The positions of the blocks that belong to the article, in our view of the page and the library's together.

    Mostly they are one. Then what only we take counts between the library's first and last block, and what only the
    library takes not behind the end of ours. Where they have little in common, the library's view counts, and
    where the library has little, ours.
    """
    tree = _Tree(blocks)
    around = tree.main()
    first, end = tree.spans[around] if around is not None else (0, 0)
    own = {i for i in range(first, end) if _belongs(blocks[i])}
    theirs = {i for i, is_trusted in enumerate(trusted) if is_trusted and not _leads_away(blocks[i])}
    size = _chars(blocks, theirs)
    if not theirs or size < _LITTLE * _chars(blocks, own):
        return own | theirs
    start, stop = min(theirs), max(theirs) + 1
    while stop in own and blocks[stop].kind in (*_BESIDE_TEXT, BlockKind.QUOTE):  # a picture below the text
        stop += 1
    common = _chars(blocks, theirs & own)
    if common < _MOSTLY * size:
        return theirs | {i for i in range(start, stop) if blocks[i].kind in _BESIDE_TEXT}
    inside = {i for i in own if start <= i < stop or _is_in_inset(blocks[i])}
    return inside | {i for i in theirs if i < end or common < _ALMOST_ALL * size}


def _leads_away(block: Found) -> bool:
    """A line of links that is no heading, and a headline that is a link as a whole."""
    if _belongs(block):
        return False
    if block.kind is BlockKind.LIST:
        return block.linked >= _ALL_LINKED and not _STOP.search(block.text)
    return block.kind is None or any(e.tag == "a" for e in (block.element, *block.element.iterancestors()))


def _chars(blocks: Sequence[Found], positions: Iterable[int]) -> int:
    return sum(len(blocks[i].text) for i in positions)


def _is_in_inset(block: Found) -> bool:
    return any(is_inset(element) for element in (block.element, *block.element.iterancestors()))


def is_prose(block: Found) -> bool:
    plain = block.kind not in _NO_PROSE and block.linked <= _MOST_LINKED
    return plain and any(map(_is_sentence, block.text.split("\n")))


def _is_sentence(line: str) -> bool:
    """Chinese and Japanese have no spaces between words."""
    if not _STOP.search(line):
        return False
    return len(line.split()) >= _FEWEST_WORDS or (line[-1] in "。！？" and len(line) >= _FEWEST_WORDS * 2)


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


def _standfirst(blocks: Sequence[Found], between: Sequence[int]) -> list[int]:
    """Of what stands between the headline and the prose: the lines that sum up, dates, names and pictures."""
    known = (*_BESIDE_TEXT, BlockKind.LIST)
    lines = [i for i in between if _is_long_line(blocks[i]) and blocks[i].kind not in known]
    many = len(lines) > _MOST_STANDFIRST  # the labels of a player, the headlines of a menu
    sure = [i for i in between if blocks[i].kind in known or blocks[i].timed > _MOST_LINKED or is_prose(blocks[i])]
    return sure if many else [*sure, *lines]


def _is_long_line(block: Found) -> bool:
    return len(block.text.split()) > _FEWEST_WORDS and not is_prose(block)


def _is_linked_prose(block: Found) -> bool:
    """A sentence of which most is a link, and not all."""
    return block.kind is None and block.linked < _ALL_LINKED and is_prose(replace(block, linked=0.0))


def _without_repeats(blocks: Sequence[Found], positions: Sequence[int], trusted: Sequence[bool]) -> list[int]:
    """Each block once: not the pull quotes, and not the copies for other screens that the library leaves out, too."""
    texts = {i: folded(blocks[i].text) for i in positions}
    apart = {i for i in positions if _is_set_apart(blocks[i])}
    whole = "\n".join(text for i, text in texts.items() if i not in apart)
    seen: set[str] = set()
    once = []
    pulled = 0
    for i, text in texts.items():
        long = text.count(" ") + 1 >= _FEWEST_WORDS
        again = long and text in seen and not trusted[i]
        if long and i in apart and text not in seen and pulled < _MOST_PULLED:
            pulled += 1
            again = text in whole
        if not again:
            once.append(i)
            seen.add(text)
    return once


def _is_set_apart(block: Found) -> bool:
    if block.kind in (BlockKind.QUOTE, BlockKind.CAPTION) or _PULLED.search(names(block.element)):
        return True
    return any(parent.tag in ("aside", "blockquote", "figure") for parent in block.element.iterancestors())


def _finished(blocks: Sequence[Found], positions: Sequence[int], trusted: Sequence[bool]) -> Sequence[int]:
    """Without labels and headings that nothing follows."""
    end = len(positions)
    while end and _is_label(blocks[positions[end - 1]]) and not trusted[positions[end - 1]]:
        end -= 1
    return positions[:end]


def _is_label(block: Found) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    short = len(block.text.split()) <= _MOST_LABEL_WORDS and not _STOP.search(block.text)
    return block.kind is None and short and not linekinds.is_date(block.text)
