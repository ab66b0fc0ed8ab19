"""The ZIP package of a Word document, opened within limits and parsed without entities."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.errors import UnknownFormatError
from extract.readers.zip_parts import needed_part, open_zip, parse_part, part_of, unpacked

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "word/document.xml"
_OTHERS = {"xl/": "a spreadsheet", "ppt/": "a presentation", "visio/": "a drawing"}


@dataclass(frozen=True, slots=True)
class Package:
    source: str
    archive: zipfile.ZipFile
    main: str

    def document(self) -> Element:
        """The root of the main part."""
        return needed_part(self.source, self.archive, self.main)

    def part(self, name: str) -> Element | None:
        """The root of a part beside the main one ("styles", "footnotes"), or None if there is none."""
        return part_of(self.source, self.archive, posixpath.join(posixpath.dirname(self.main), f"{name}.xml"))

    def properties(self) -> Element | None:
        return part_of(self.source, self.archive, "docProps/core.xml")


def open_package(source: str, raw: bytes) -> Package:
    """Raises ReadError for what is damaged or encrypted, UnknownFormatError for other Office documents."""
    if raw.startswith(_OLE):
        raise UnknownFormatError(
            f"{source} is an old Word document, or one with a password. Save it as .docx without one."
        )
    archive = open_zip(source, raw)
    return Package(source, archive, _main(source, archive, archive.namelist()))


def _main(source: str, archive: zipfile.ZipFile, names: list[str]) -> str:
    """The part that the package's relationships call its document; Word for the web numbers it."""
    raw = unpacked(source, archive, "_rels/.rels")
    for relation in parse_part(source, "_rels/.rels", raw) if raw else ():
        target = str(relation.get("Target") or "").lstrip("/")
        if str(relation.get("Type") or "").endswith("/officeDocument") and target in names:
            return _word(source, target)
    if _MAIN in names:
        return _MAIN
    for folder in _OTHERS:
        if any(name.startswith(folder) for name in names):
            return _word(source, folder)
    raise UnknownFormatError(f"{source} is a ZIP archive without a Word document in it. Unpack it and name its files.")


def _word(source: str, target: str) -> str:
    for folder, kind in _OTHERS.items():
        if target.startswith(folder):
            raise UnknownFormatError(f"{source} is {kind}, which cannot be read here. Save its text as .txt or .docx.")
    return target
