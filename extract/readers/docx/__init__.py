"""Word documents (Office Open XML, ECMA-376): paragraphs with their styles, notes, text boxes, tracked changes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.errors import EmptyFileError
from extract.readers.docx.body import Text, pieces_of
from extract.readers.docx.package import Package, open_package
from extract.readers.docx.styles import styles_of
from extract.readers.draft import Draft, Input
from extract.readers.printed_metadata import described, making_noted
from extract.readers.watch import watched

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["is_docx", "read"]

_ZIP = b"PK\x03\x04"
#: Names of parts that an Office document opens with; which kind of document it is, is seen when it is read.
_PARTS = (b"[Content_Types].xml", b"_rels/.rels", b"word/", b"docProps/")


def is_docx(head: bytes) -> bool:
    """Whether a file begins like an Office document: the name of its first part follows the ZIP signature."""
    return head.startswith(_ZIP) and head[30:].startswith(_PARTS)


@watched
def read(file: Input) -> Draft:
    package = open_package(file.source, file.raw)
    text = pieces_of(package, styles_of(package.part("styles")))
    if not any(piece.text.strip() for piece in text.pieces):
        raise EmptyFileError(f"{file.source} has no text. If it holds pictures of text, run them through OCR first.")
    known = _described(package, text)
    return replace(known, pieces=text.pieces, notes=(*text.notes, *known.notes))


def _described(package: Package, text: Text) -> Draft:
    """Title, author and language of the core properties, as far as they can be believed."""
    core = package.properties()
    words = [piece.text for piece in text.pieces]
    said = described(package.source, words, _value(core, "title"), _value(core, "creator"))
    language = _value(core, "language") or ""
    code = language.split("-")[0].lower() if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w+)*", language) else None
    return replace(said, language=code, notes=making_noted(_value(core, "created")))


def _value(core: Element | None, name: str) -> str | None:
    for element in core if core is not None else ():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name:
            return " ".join("".join(element.itertext()).split()) or None
    return None
