"""trafilatura's view of a page: which blocks are the article."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.page import Found, words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

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
