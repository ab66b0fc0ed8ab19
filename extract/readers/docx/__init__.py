"""Word documents (Office Open XML, ECMA-376): paragraphs with their styles, notes, text boxes, tracked changes."""

from __future__ import annotations

from functools import partial

from extract.errors import EmptyFileError
from extract.readers.docx.body import pieces_of
from extract.readers.docx.package import open_package
from extract.readers.docx.properties import properties
from extract.readers.docx.styles import styles_of
from extract.readers.draft import Draft, Input
from extract.readers.watch import bounded

__all__ = ["is_docx", "read"]

_ZIP = b"PK\x03\x04"
#: Names of parts that an Office document opens with; which kind of document it is, is seen when it is read.
_PARTS = (b"[Content_Types].xml", b"_rels/.rels", b"word/", b"docProps/")


def is_docx(head: bytes) -> bool:
    """Whether a file begins like an Office document: the name of its first part follows the ZIP signature."""
    return head.startswith(_ZIP) and head[30:].startswith(_PARTS)


def read(file: Input) -> Draft:
    return bounded(file.source, partial(_read, file))


def _read(file: Input) -> Draft:
    package = open_package(file.source, file.raw)
    text = pieces_of(package, styles_of(package.part("styles")))
    if not any(piece.text.strip() for piece in text.pieces):
        raise EmptyFileError(f"{file.source} has no text. If it holds pictures of text, run them through OCR first.")
    known = properties(package, text)
    return Draft(
        pieces=text.pieces,
        title=known.title,
        byline=known.byline,
        published=known.published,
        language=known.language,
        notes=(*text.notes, *known.notes),
    )
