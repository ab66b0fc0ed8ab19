"""Parts of documents that are ZIP archives, opened within limits and parsed without entities."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from extract.errors import ReadError, TooLargeError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: Bytes of one part, unpacked. The text of a fat novel with a format change at every word has less.
_MOST_BYTES = 30_000_000
#: Word's XML shrinks to a tenth or a twentieth; what shrinks to a five-hundredth is nothing but repetition.
_MOST_RATIO = 500
_SMALL = 1_000_000  # below this, any ratio is harmless
_MOST_ENTRIES = 10_000
#: An archive's end with its comment, and a list of parts that is too long for a document.
_LONGEST_END = 65_557
_LONGEST_LIST = 2_000_000
_FOLDERS = {
    re.compile(r"word/document\d*\.xml"): "docx",
    re.compile(r"xl/workbook\.xml"): "xlsx",
    re.compile(r"ppt/presentation\.xml"): "pptx",
}
_OPEN = b"application/vnd.oasis.opendocument."
_MIME_TYPES = {
    _OPEN + b"text": "odt",
    _OPEN + b"text-template": "odt",
    _OPEN + b"spreadsheet": "xlsx",
    b"application/epub+zip": "epub",
}
_DOCTYPES = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))


def declares(head: bytes, media_type: bytes) -> bool:
    """Whether the first part of an archive says what it is, as OpenDocument and EPUB ask for."""
    return head.startswith(b"PK") and head[30:].startswith(b"mimetype" + media_type)


def office_kind(file: IO[bytes]) -> str | None:
    """Which kind of document an archive is, by the parts that it has, in whatever order; None for other archives."""
    try:
        file.seek(max(0, file.seek(0, io.SEEK_END) - _LONGEST_END))
        tail = file.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or len(tail) < at + 22 or int.from_bytes(tail[at + 12 : at + 16], "little") > _LONGEST_LIST:
            return None
        archive = zipfile.ZipFile(file)
        names = set(archive.namelist())
        if "mimetype" in names:
            with archive.open("mimetype") as part:
                return _MIME_TYPES.get(part.read(100).strip())
        if "META-INF/container.xml" in names:
            return "epub"
        return next((kind for folder, kind in _FOLDERS.items() if any(folder.match(name) for name in names)), None)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return None
    finally:
        file.seek(0)


def open_zip(source: str, raw: bytes) -> zipfile.ZipFile:
    """Raises ReadError for what is damaged and TooLargeError for too many parts."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, OverflowError) as error:
        raise ReadError(damaged(source, str(error))) from error
    if len(archive.namelist()) > _MOST_ENTRIES:
        raise TooLargeError(f"{source} has more than {_MOST_ENTRIES:,} parts, too many for a document. Save it again.")
    return archive


def unpacked(source: str, archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of a part, None if there is none. Raises TooLargeError and ReadError."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise ReadError(f"{source} is encrypted. Save it without a password.")
    if info.file_size > _MOST_BYTES or info.file_size > max(_SMALL, _MOST_RATIO * info.compress_size):
        raise TooLargeError(
            f"{source}: its part {name} unpacks to {info.file_size / 1e6:,.0f} MB, too much for one article. "
            "Save its text as .txt and name that."
        )
    try:
        with archive.open(info) as part:
            return part.read(info.file_size)  # the size is only claimed: never read more
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise ReadError(damaged(source, str(error))) from error


def parse_part(source: str, name: str, raw: bytes) -> Element:
    """The tree of a part. No part of a document has a document type, and with it no entities."""
    from lxml.etree import LxmlError, XMLParser, fromstring

    if any(doctype in raw for doctype in _DOCTYPES):
        raise ReadError(f"{source}: its part {name} declares a document type, which is not allowed here. Leave it out.")
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return fromstring(raw, parser)
    except (LxmlError, ValueError) as error:
        raise ReadError(damaged(source, f"{name}: {error}")) from error


def part_of(source: str, archive: zipfile.ZipFile, name: str) -> Element | None:
    """The root of a part, or None if there is none. Raises as `unpacked` and `parse_part`."""
    raw = unpacked(source, archive, name)
    return None if raw is None else parse_part(source, name, raw)


def needed_part(source: str, archive: zipfile.ZipFile, name: str) -> Element:
    """The same for a part without which there is no document. Raises ReadError."""
    root = part_of(source, archive, name)
    if root is None:
        raise ReadError(damaged(source, f"it has no {name}"))
    return root


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, "" if there is none. One with a name space comes first ("r:id" before "id")."""
    found = {str(key): str(value) for key, value in element.attrib.items()}
    return next((value for key, value in found.items() if key.endswith(f"}}{name}")), found.get(name, ""))


def local_name(element: Element) -> str:
    """The name of an element without its name space."""
    return str(element.tag).rpartition("}")[2]


def damaged(source: str, reason: str) -> str:
    return f"{source} could not be read as a document ({reason[:200]}). Save it again, or its text as .txt."
