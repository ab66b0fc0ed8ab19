"""Presentations (Office Open XML): the slides in their order, with titles, lists, tables and the speaker's notes."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.errors import EmptyFileError
from extract.model import BlockKind
from extract.readers.draft import Draft, Input, Piece
from extract.readers.printed_metadata import described
from extract.readers.watch import watched
from extract.readers.zip_parts import attribute, local_name, needed_part, open_zip, part_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAIN = "ppt/presentation.xml"
_TITLES = ("title", "ctrTitle")
#: Placeholders that repeat on every slide.
_FURNITURE = ("dt", "ftr", "sldNum", "hdr", "sldImg")
_NOTES = "/notesSlide"


def is_pptx(head: bytes) -> bool:
    """Other Office documents begin alike; `office_kind` sees the parts."""
    return head.startswith(b"PK") and head[30:].startswith(b"ppt/")


@watched
def read(file: Input) -> Draft:
    archive = open_zip(file.source, file.raw)
    main = needed_part(file.source, archive, _MAIN)
    relations = _relations(file.source, archive, _MAIN)
    slides = [relations.get(attribute(slide, "id"), ("", ""))[0] for slide in main.iter("{*}sldId")]
    pieces = tuple(piece for slide in slides if slide for piece in _of_slide(file.source, archive, slide))
    if not pieces:
        raise EmptyFileError(f"{file.source} has no text. If it holds pictures of text, run them through OCR first.")
    core = part_of(file.source, archive, "docProps/core.xml")
    known = {} if core is None else {local_name(e): " ".join((e.text or "").split()) for e in core}
    said = described(file.source, [piece.text for piece in pieces], known.get("title"), known.get("creator"))
    return replace(said, pieces=pieces, title=said.title or _first_title(pieces))


def _first_title(pieces: tuple[Piece, ...]) -> str | None:
    return pieces[0].text if pieces[0].kind is BlockKind.HEADING else None


def _of_slide(source: str, archive: zipfile.ZipFile, part: str) -> Iterator[Piece]:
    """A slide's own text and then its notes."""
    root = part_of(source, archive, part)
    if root is None or attribute(root, "show") == "0":
        return
    yield from _shapes(root)
    for target, kind in _relations(source, archive, part).values():
        if kind.endswith(_NOTES) and (notes := part_of(source, archive, target)) is not None:
            yield from _shapes(notes)


def _shapes(root: Element) -> Iterator[Piece]:
    for shape in root.iter("{*}sp", "{*}tbl"):
        if local_name(shape) == "tbl":
            for row in shape.iter("{*}tr"):
                cells = (" ".join(filter(None, map(_words, cell.iter("{*}p")))) for cell in row)
                if line := " | ".join(filter(None, cells)):
                    yield Piece(line, BlockKind.TABLE)
            continue
        place = next((attribute(e, "type") for e in shape.iter("{*}ph")), "")
        if place in _FURNITURE:
            continue
        for paragraph in shape.iter("{*}p"):
            if text := _words(paragraph):
                yield Piece(text, BlockKind.HEADING if place in _TITLES else None)


def _words(paragraph: Element) -> str:
    texts = ("\n" if local_name(e) == "br" else str(e.text or "") for e in paragraph.iter("{*}t", "{*}br"))
    return "".join(texts).strip()


def _relations(source: str, archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """By its ID, the name of each part that a part refers to, and what it is."""
    folder, name = posixpath.split(part)
    root = part_of(source, archive, f"{folder}/_rels/{name}.rels")
    targets = {} if root is None else {attribute(e, "Id"): (attribute(e, "Target"), attribute(e, "Type")) for e in root}
    return {
        key: (posixpath.normpath(posixpath.join(folder, target)).lstrip("/"), kind)
        for key, (target, kind) in targets.items()
    }
