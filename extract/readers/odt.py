"""OpenDocument text (ISO 26300): paragraphs, headings, lists and tables, as LibreOffice saves them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.errors import EmptyFileError
from extract.model import BlockKind
from extract.readers.draft import Draft, Input, Piece
from extract.readers.printed_metadata import described
from extract.readers.watch import watched
from extract.readers.zip_parts import attribute, declares, local_name, needed_part, open_zip, part_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE = b"application/vnd.oasis.opendocument.text"
#: What a paragraph is by its style, or the style that it is based on.
_STYLES = {
    "Title": BlockKind.TITLE,
    "Subtitle": BlockKind.HEADING,
    "Quotations": BlockKind.QUOTE,
    "Quotation": BlockKind.QUOTE,
    "Caption": BlockKind.CAPTION,
}
#: Comments, deleted text and marks of notes are not read; notes follow the text.
_SILENT = ("annotation", "tracked-changes", "note-citation", "ruby-text", "table-of-content", "sequence-decls")
_MOST_SPACES = 100


def is_odt(head: bytes) -> bool:
    return declares(head, _TYPE)


@watched
def read(file: Input) -> Draft:
    archive = open_zip(file.source, file.raw)
    root = needed_part(file.source, archive, "content.xml")
    based = _based_on(root)
    pieces = tuple(piece for body in root.iter("{*}text") for piece in _pieces(body, None, based) if piece.text)
    if not pieces:
        raise EmptyFileError(f"{file.source} has no text. If it holds pictures of text, run them through OCR first.")
    meta = part_of(file.source, archive, "meta.xml")
    known = {} if meta is None else _known(meta)
    author = known.get("initial-creator") or known.get("creator")
    said = described(file.source, [piece.text for piece in pieces], known.get("title"), author)
    return replace(said, pieces=pieces, language=(known.get("language") or "").split("-")[0].lower() or None)


def _known(meta: Element) -> dict[str, str]:
    texts = ((local_name(e), " ".join((e.text or "").split())) for e in meta.iter("*"))
    return {name: text for name, text in texts if text}


def _based_on(root: Element) -> dict[str, str]:
    """Styles of single paragraphs ("P1") and the named ones that they are based on."""
    return {attribute(style, "name"): attribute(style, "parent-style-name") for style in root.iter("{*}style")}


def _pieces(element: Element, kind: BlockKind | None, based: dict[str, str]) -> Iterator[Piece]:
    for child in element:
        name = local_name(child)
        if name in _SILENT:
            continue
        if name in ("p", "h"):
            style = attribute(child, "style-name")
            own = BlockKind.HEADING if name == "h" else _STYLES.get(based.get(style) or style)
            yield Piece(_text(child).strip(), kind or own)
            for note in child.iter("{*}note-body"):
                yield from _pieces(note, None, based)
        elif name == "table-row":
            cells = (" ".join(piece.text for piece in _pieces(cell, None, based)) for cell in child)
            yield Piece(" | ".join(filter(None, cells)), BlockKind.TABLE)
        else:
            yield from _pieces(child, BlockKind.LIST if name == "list-item" else kind, based)


def _text(element: Element) -> str:
    """The words of a paragraph: runs of spaces, tabs and line breaks are elements."""
    parts = [element.text or ""]
    for child in element:
        name = local_name(child)
        if name == "s":
            count = attribute(child, "c")
            parts.append(" " * (min(int(count), _MOST_SPACES) if count.isdigit() else 1))
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif name not in ("note", *_SILENT):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
