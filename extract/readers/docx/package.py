"""The ZIP package of a Word document, opened within limits and parsed without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.errors import ReadError, TooLargeError, UnknownFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: Bytes of one part, unpacked. The text of a fat novel with a format change at every word has less.
_MOST_BYTES = 30_000_000
#: Word's XML shrinks to a tenth or a twentieth; what shrinks to a five-hundredth is nothing but repetition.
_MOST_RATIO = 500
_SMALL = 1_000_000  # below this, any ratio is harmless
_MOST_ENTRIES = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPES = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))
_MAIN = "word/document.xml"
_OTHERS = {"xl/": "a spreadsheet", "ppt/": "a presentation", "visio/": "a drawing"}


@dataclass(frozen=True, slots=True)
class Package:
    source: str
    archive: zipfile.ZipFile
    main: str

    def document(self) -> Element:
        """The root of the main part."""
        root = self._parsed(self.main)
        if root is None:
            raise ReadError(_damaged(self.source, f"it has no {self.main}"))
        return root

    def part(self, name: str) -> Element | None:
        """The root of a part beside the main one ("styles", "footnotes"), or None if there is none."""
        return self._parsed(posixpath.join(posixpath.dirname(self.main), f"{name}.xml"))

    def properties(self) -> Element | None:
        return self._parsed("docProps/core.xml")

    def _parsed(self, name: str) -> Element | None:
        raw = _unpacked(self.source, self.archive, name)
        return None if raw is None else _parse(self.source, name, raw)


def open_package(source: str, raw: bytes) -> Package:
    """Raises ReadError for what is damaged or encrypted, UnknownFormatError for other Office documents."""
    if raw.startswith(_OLE):
        raise UnknownFormatError(
            f"{source} is an old Word document, or one with a password. Save it as .docx without one."
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, OverflowError) as error:
        raise ReadError(_damaged(source, str(error))) from error
    names = archive.namelist()
    if len(names) > _MOST_ENTRIES:
        raise TooLargeError(f"{source} has {len(names):,} parts, more than any document. Save it again in Word.")
    return Package(source, archive, _main(source, archive, names))


def _main(source: str, archive: zipfile.ZipFile, names: list[str]) -> str:
    """The part that the package's relationships call its document; Word for the web numbers it."""
    raw = _unpacked(source, archive, "_rels/.rels")
    for relation in _parse(source, "_rels/.rels", raw) if raw else ():
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


def _unpacked(source: str, archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise ReadError(f"{source} is encrypted. Save it without a password.")
    if info.file_size > _MOST_BYTES or info.file_size > max(_SMALL, _MOST_RATIO * info.compress_size):
        raise TooLargeError(
            f"{source}: its part {name} unpacks to {info.file_size / 1e6:,.0f} MB, as no article does. "
            "Save its text as .txt and name that."
        )
    try:
        with archive.open(info) as part:
            return part.read(info.file_size)  # the size is only claimed: never read more
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise ReadError(_damaged(source, str(error))) from error


def _parse(source: str, name: str, raw: bytes) -> Element:
    """The tree of a part. No part of a document has a document type, and with it no entities."""
    from lxml.etree import LxmlError, XMLParser, fromstring

    if any(doctype in raw for doctype in _DOCTYPES):
        raise ReadError(f"{source}: its part {name} declares a document type, as no Word document does. Leave it out.")
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return fromstring(raw, parser)
    except (LxmlError, ValueError) as error:
        raise ReadError(_damaged(source, f"{name}: {error}")) from error


def _damaged(source: str, reason: str) -> str:
    return f"{source} could not be read as a Word document ({reason[:200]}). Save it again as .docx, or as .txt."
