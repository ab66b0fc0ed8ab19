"""EPUB books: the chapters in reading order, as one text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from extract.errors import EmptyFileError
from extract.readers.dates import iso_date
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece
from extract.readers.fragment import pieces_of_fragment
from extract.readers.watch import watched
from extract.readers.zip_parts import declares, needed_part, open_zip, unpacked

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE = b"application/epub+zip"
#: What programs write where nobody said who wrote a book, and what it is called.
_PLACEHOLDERS = ("unknown", "unknown author", "unknown title", "untitled")
_CONTAINER = "META-INF/container.xml"


def is_epub(head: bytes) -> bool:
    return declares(head, _TYPE)


@watched
def read(file: Input) -> Draft:
    archive = open_zip(file.source, file.raw)
    root = needed_part(file.source, archive, _CONTAINER)
    path = next((str(e.get("full-path") or "") for e in root.iter("{*}rootfile")), "")
    package = needed_part(file.source, archive, path or "package document")
    pieces = tuple(_pieces(file.source, archive, package, posixpath.dirname(path)))
    if not pieces:
        raise EmptyFileError(f"{file.source} has no text. If it holds pictures of text, run them through OCR first.")
    language = _first(package, "language") or ""
    return Draft(
        pieces=pieces,
        title=_first(package, "title"),
        byline=", ".join(_all(package, "creator")) or None,
        outlet=_first(package, "publisher"),
        published=iso_date(_first(package, "date")),
        language=language.split("-")[0].lower() or None,
    )


def _pieces(source: str, archive: ZipFile, package: Element, folder: str) -> Iterator[Piece]:
    """Those of the chapters that the spine names; navigation and what is not part of the line are left out."""
    items = {e.get("id"): e for e in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or "nav" in (item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        raw = unpacked(source, archive, name)
        if raw is not None and "html" in (item.get("media-type") or ""):
            yield from pieces_of_fragment(source, decode(source, raw, None)[0])


def _all(package: Element, name: str) -> list[str]:
    texts = (" ".join("".join(e.itertext()).split()) for e in package.iter(f"{{*}}{name}"))
    return [text for text in texts if text and text.lower() not in _PLACEHOLDERS]


def _first(package: Element, name: str) -> str | None:
    return next(iter(_all(package, name)), None)
