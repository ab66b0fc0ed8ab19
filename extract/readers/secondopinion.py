"""trafilatura's view of a page: its blocks of the article, and which of ours are among them (by whole lines, or else by
runs of five words)."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.page import Found, words
from extract.text.blocks import folded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RUN = 5  # words
_FEWEST_COVERED = 0.5
_SILENT = logging.NullHandler()
#: Larger pages than people write: trafilatura's time grows with the square of some of these.
_MOST_ELEMENTS = 25_000
_MOST_TABLES = 500
_MOST_CHARS = 5_000_000


def second_opinion(page: Element, size: int) -> list[Found]:
    """The blocks that trafilatura takes for the article of a page whose markup has `size` characters.

    None where it finds nothing, and where the page is so large that it would take long.
    """
    import trafilatura

    elements, tables = int(page.xpath("count(//*)")), int(page.xpath("count(//table)"))
    if size > _MOST_CHARS or elements > _MOST_ELEMENTS or tables > _MOST_TABLES:
        return []
    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).addHandler(_SILENT)  # their warnings on odd pages would go to stderr
    try:
        document = trafilatura.bare_extraction(page, with_metadata=False, include_comments=False, include_tables=True)
    except Exception:  # hostile pages make trafilatura raise what it does not document
        return []
    body = getattr(document, "body", None)
    return [] if body is None else list(_blocks(body))


def _blocks(body: Element) -> Iterator[Found]:
    """The blocks of trafilatura's result, whose elements are TEI's."""
    for element in body:
        tag = element.tag
        if tag == "list":
            yield from _found(element.iter("item"), BlockKind.LIST)
        elif tag == "quote":
            yield from _found(list(element.iter("p")) or [element], BlockKind.QUOTE)
        elif tag == "table":
            for row in element.iter("row"):
                text = " | ".join(filter(None, (words("".join(cell.itertext())) for cell in row.iter("cell"))))
                yield Found(text, BlockKind.TABLE, row)
        else:
            yield from _found([element], BlockKind.HEADING if tag == "head" else None)


def _found(elements: Iterator[Element] | list[Element], kind: BlockKind | None) -> Iterator[Found]:
    for element in elements:
        if text := words("".join(element.itertext())):
            yield Found(text, kind, element)


def in_library(blocks: Sequence[Found], library: Sequence[Found]) -> list[bool]:
    """For each block whether the library has it.

    A line that the page has more often than the library counts where the library's other lines are.
    """
    lines = [[folded(line) for line in block.text.split("\n")] for block in blocks]
    wanted = Counter(folded(line) for block in library for line in block.text.split("\n"))
    there = Counter(line for of_block in lines for line in of_block)
    sure = [i for i, of_block in enumerate(lines) if any(there[line] <= wanted[line] for line in of_block)]
    inside = range(sure[0], sure[-1] + 1) if sure else range(len(blocks))
    runs = {run for line in wanted for run in _runs(line)}
    left = dict(wanted)
    found = [False] * len(blocks)
    for i in sorted(range(len(blocks)), key=lambda i: i not in inside):  # stable: in order
        covered = sum(len(line) for line in lines[i] if _covered(line, left, wanted, runs))
        found[i] = covered > _FEWEST_COVERED * sum(map(len, lines[i]))
    return found


def _covered(line: str, left: dict[str, int], wanted: Counter[str], runs: set[tuple[str, ...]]) -> bool:
    if line in wanted:
        left[line] -= 1
        return left[line] >= 0
    own = list(_runs(line))
    return sum(run in runs for run in own) > _FEWEST_COVERED * len(own)


def _runs(line: str) -> Iterator[tuple[str, ...]]:
    found = line.split()
    return (tuple(found[i : i + _RUN]) for i in range(len(found) - _RUN + 1))
