"""HTML: trafilatura finds the main text and the metadata; headings, lists, captions, quotations and tables
keep the kind that the markup gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extract.errors import EmptyFileError, ReadError
from extract.model import BlockKind
from extract.readers.dates import iso_date
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
#: trafilatura drops figures; their captions go through it as paragraphs that begin with this mark.
_CAPTION = "\ue0c4"
_WHITE = re.compile(r"[ \t\n\r\f]+")


def read(file: Input) -> Draft:
    declared = file.hints.encoding or _declared(file.raw)
    text, notes = decode(file.source, file.raw, declared)
    tree = _tree(file.source, text.replace(_CAPTION, ""))
    heading = _first_heading(tree)
    _keep_captions(tree)
    document = _extract(file.source, tree)
    pieces = tuple(_pieces(document.body))
    if not any(piece.text for piece in pieces):
        raise EmptyFileError(f"No article text was found in {file.source}. Save the article's own page, or its text.")
    return Draft(
        pieces=pieces,
        title=heading or document.title or None,
        byline=document.author or None,
        publisher=document.sitename or None,
        published=iso_date(document.date) if document.date else None,
        language=_language(tree),
        url=document.url or None,
        notes=notes,
    )


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def _tree(source: str, text: str) -> Element:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(text.encode("utf-8", "ignore"), parser=HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError, RecursionError) as error:
        raise ReadError(f"{source} could not be read as HTML ({error}). Save the page again, or its text.") from error


def _first_heading(tree: Element) -> str | None:
    """The text of the page's only h1; where there are several, one is the site's name."""
    headings = [text for h in tree.iter("h1") if (text := _words("".join(h.itertext())))]
    return headings[0] if len(headings) == 1 else None


def _language(tree: Element) -> str | None:
    return (tree.get("lang") or "").split("-")[0].strip().lower() or None


def _keep_captions(tree: Element) -> None:
    for figure in list(tree.iter("figure")):
        captions = [text for c in figure.iter("figcaption") if (text := _words(" ".join(c.itertext())))]
        tail = figure.tail
        figure.clear()
        figure.tag = "p"
        figure.tail = tail
        figure.text = _CAPTION + " ".join(captions) if captions else None


def _extract(source: str, tree: Element) -> Any:
    import trafilatura

    try:
        document = trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2200-01-01"},
        )
    except (RecursionError, ValueError, AssertionError) as error:
        raise ReadError(f"{source} could not be read as HTML ({error}). Save the page again, or its text.") from error
    if document is None:
        raise EmptyFileError(f"No article text was found in {source}. Save the article's own page, or its text.")
    return document


def _pieces(body: Element) -> Iterator[Piece]:
    for element in body:
        tag = element.tag
        if tag == "list":
            yield from (Piece(_text(item), BlockKind.LIST) for item in element.iter("item"))
        elif tag == "table":
            yield from (Piece(_row(row), BlockKind.TABLE) for row in element.iter("row"))
        elif tag == "quote":
            yield from (Piece(_text(part), BlockKind.QUOTE) for part in (list(element.iter("p")) or [element]))
        elif tag == "head":
            kind = BlockKind.TITLE if element.get("rend") == "h1" else BlockKind.HEADING
            yield Piece(_text(element), kind)
        else:
            yield _paragraph(_text(element))


def _paragraph(text: str) -> Piece:
    if text.startswith(_CAPTION):
        return Piece(text.removeprefix(_CAPTION).strip(), BlockKind.CAPTION)
    return Piece(text.replace(_CAPTION, ""))


def _row(row: Element) -> str:
    return " | ".join(filter(None, (_text(cell) for cell in row.iter("cell"))))


def _text(element: Element) -> str:
    """The words under `element` on one line, but for the breaks the page itself has."""
    return "\n".join(filter(None, map(_words, "".join(_strings(element)).split("\v"))))


def _strings(element: Element) -> Iterator[str]:
    if element.tag == "lb":
        yield "\v"
    yield element.text or ""
    for child in element:
        yield from _strings(child)
        yield child.tail or ""


def _words(text: str) -> str:
    return _WHITE.sub(" ", text).strip(" ")
