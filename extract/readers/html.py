"""HTML: trafilatura finds the main text and the metadata; headings, lists, captions, quotations and tables
keep the kind that the markup gives them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extract.errors import EmptyFileError, ReadError
from extract.model import BlockKind
from extract.readers.dates import iso_date
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece
from extract.readers.page import BLOCKS, BREAK, lines, pieces_of, words
from extract.text.clean import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
#: trafilatura drops figures; their captions go through it as paragraphs that begin with this mark.
_CAPTION = "\ue0c4"
#: With fewer paragraphs, trafilatura has given up on the page's structure and returns its words in one.
_FEWEST = 2
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])caption(?:[-_]?text)?(?:$|\s)", re.IGNORECASE)
_SILENT = logging.NullHandler()


def read(file: Input) -> Draft:
    text, notes = decode(file.source, file.raw, file.hints.encoding or _declared(file.raw))
    text = text.replace(_CAPTION, "")
    page = _parse(file.source, text)
    heading, language = _only_heading(page), _language(page)
    document = _extract(file.source, page)
    pieces = _enough(document) or tuple(pieces_of(_parse(file.source, text)))
    if not any(piece.text for piece in pieces):
        raise EmptyFileError(f"No article text was found in {file.source}. Save the article's own page, or its text.")
    return Draft(
        pieces=pieces,
        title=heading or document.title or None,
        byline=document.author or None,
        publisher=document.sitename or None,
        published=iso_date(document.date) if document.date else None,
        language=language,
        url=document.url or None,
        notes=notes,
    )


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def _parse(source: str, text: str) -> Element:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise ReadError(_unreadable(source, str(error))) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError(_unreadable(source, "its elements are nested too deeply, or one of its texts is too long"))
    return page


def _unreadable(source: str, reason: str) -> str:
    return f"{source} could not be read as HTML: {reason}. Save the page again, or its text as .txt."


def _only_heading(page: Element) -> str | None:
    """The text of the page's only h1; where there are several, one is the site's name."""
    headings = [text for h in page.iter("h1") if (text := words("".join(h.itertext())))]
    return headings[0] if len(headings) == 1 else None


def _language(page: Element) -> str | None:
    return (page.get("lang") or "").split("-")[0].strip().lower() or None


def _keep_captions(page: Element) -> None:
    """Makes each caption a paragraph that begins with `_CAPTION`, out of its figure."""
    for figure in list(page.iter("figure")):
        captions = list(figure.iter("figcaption"))
        if next(figure.iter("blockquote", "table", "pre"), None) is not None:
            figure.tag = "div"
            for caption in captions:
                _mark(caption, caption.text or "")
        else:
            text = " ".join(filter(None, (words(" ".join(caption.itertext())) for caption in captions)))
            figure.clear(keep_tail=True)
            _mark(figure, text)
    for element in list(page.iter("p", "div", "dd")):
        if _CAPTION_CLASS.search(element.get("class") or "") and not any(child.tag in BLOCKS for child in element):
            text = words(" ".join(element.itertext()))
            element.clear(keep_tail=True)
            _mark(element, text)


def _mark(element: Element, text: str) -> None:
    element.tag, element.text = "p", _CAPTION + clean(text) if text else None


def _extract(source: str, page: Element) -> Any:
    """trafilatura's document, an empty one where it finds nothing. The page is changed."""
    import trafilatura
    from trafilatura.settings import Document

    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).addHandler(_SILENT)  # their warnings on odd pages would go to stderr

    _keep_captions(page)
    try:
        document = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2200-01-01"},
        )
    except Exception as error:  # hostile pages make trafilatura raise what it does not document
        raise ReadError(_unreadable(source, str(error))) from error
    return document or Document()


def _enough(document: Any) -> tuple[Piece, ...]:
    """The pieces that trafilatura found, or none if it found next to nothing."""
    pieces = () if document.body is None else tuple(_pieces(document.body))
    return pieces if sum(piece.kind is not BlockKind.TITLE for piece in pieces) >= _FEWEST else ()


def _pieces(body: Element) -> Iterator[Piece]:
    """The blocks of trafilatura's result, whose elements are TEI's."""
    for element in body:
        tag = element.tag
        if tag == "list":
            yield from (Piece(_text(item), BlockKind.LIST) for item in element.iter("item"))
        elif tag == "table":
            yield from (Piece(_row(row), BlockKind.TABLE) for row in element.iter("row"))
        elif tag == "quote":
            yield from (Piece(_text(part), BlockKind.QUOTE) for part in (list(element.iter("p")) or [element]))
        elif tag == "head":
            yield Piece(_text(element), BlockKind.TITLE if element.get("rend") == "h1" else BlockKind.HEADING)
        else:
            yield _paragraph(_text(element))


def _paragraph(text: str) -> Piece:
    if text.startswith(_CAPTION):
        return Piece(text.removeprefix(_CAPTION).strip(), BlockKind.CAPTION)
    return Piece(text.replace(_CAPTION, ""))


def _row(row: Element) -> str:
    return " | ".join(filter(None, (words(_text(cell)) for cell in row.iter("cell"))))


def _text(element: Element) -> str:
    """The words under `element`, on a line for each break of the page; lists inside have their own."""
    return lines("".join(_strings(element)))


def _strings(element: Element) -> Iterator[str]:
    if element.tag == "lb":
        yield BREAK
    yield element.text or ""
    for child in element:
        if child.tag != "list":
            yield from _strings(child)
        yield child.tail or ""
