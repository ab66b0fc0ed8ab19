"""ZIP archives, member by member, from wherever their data lie. Nothing is unpacked before it is asked for."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Iterator
from typing import IO, cast

from extract.errors import BrokenContainerError, ReadError, TooLargeError
from extract.model import Failure
from extract.readers.containers.labels import hidden, in_archive
from extract.readers.containers.limits import HELD, Box
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Blob, Found, OpenContainer
from extract.readers.containers.streams import Readable, Unpacked, buffered

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_IN_ZIP64 = 0xFFFFFFFF
_LOCATOR = b"PK\x06\x07"
_LOCATOR_SIZE = 20
#: The list of members is held in memory; this much of it names half a million.
_LONGEST_LIST = 64_000_000


def unzip(container: OpenContainer) -> Iterator[Found]:
    file = seekable(container.blob.stream)
    _check_list(file)
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        _check_overlaps(entries)
        for entry in entries:
            if not entry.is_dir() and not hidden(entry.filename):
                yield _member(container, archive, entry)


def seekable(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream, or where it can only be read once, what it holds."""
    if stream.seekable():
        return stream
    data = stream.read(HELD + 1)
    if len(data) > HELD:
        raise TooLargeError(f"a ZIP inside another archive may have {HELD / 1e6:,.0f} MB. Unpack the outer one first.")
    return buffered(io.BytesIO(data))


def _check_list(file: IO[bytes]) -> None:
    """Refuses a list of members too long to be held, before it is."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _LONGEST_COMMENT - _END_SIZE))
    tail = file.read()
    at = tail.rfind(_END)
    if at >= 0 and len(tail) >= at + _END_SIZE:
        (length,) = struct.unpack_from("<L", tail, at + 12)
        if length == _IN_ZIP64:
            length = _zip64_length(file, tail[:at])
        if min(length, size) > _LONGEST_LIST:
            raise TooLargeError("it lists too many members. Split it.")
    file.seek(0)


def _zip64_length(file: IO[bytes], before: bytes) -> int:
    """The length that the record of large archives states; 0 where there is none, which zipfile will complain of."""
    if len(before) < _LOCATOR_SIZE or not before[-_LOCATOR_SIZE:].startswith(_LOCATOR):
        return 0
    (offset,) = struct.unpack_from("<Q", before, len(before) - _LOCATOR_SIZE + 8)
    file.seek(min(offset, 2**62))
    record = file.read(56)
    return int(struct.unpack_from("<Q", record, 40)[0]) if len(record) == 56 else 0


def _check_overlaps(entries: list[zipfile.ZipInfo]) -> None:
    """Members whose data lie in each other are a bomb: kilobytes of data named thousands of times."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise BrokenContainerError("its members lie in each other, as in an archive made to do harm.")
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size


def _member(container: OpenContainer, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Blob | Failure:
    blob, box = container.blob, container.box
    source = box.unique(in_archive(blob.source, entry.filename))
    try:
        stream = open_member(archive, entry, box)
    except Exception as error:  # what zipfile raises for damage is not one family
        return failed(source, error)
    return Blob(source, entry.filename, stream, blob.hints, blob.depth + 1, named=False)


def open_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, box: Box) -> io.BufferedReader:
    """The bytes of a member, counted as they come out. Raises ReadError for what is no plain file."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise ReadError("it is a link to another file. Add the file itself.")
    if entry.flag_bits & _ENCRYPTED:
        raise ReadError("it is encrypted. Unpack it with its password and add what is in it.")
    if entry.compress_type not in _METHODS:
        raise ReadError("it is compressed in a way that is not read here. Unpack it, and pack it again.")
    inner = cast(Readable, archive.open(entry))
    return buffered(Unpacked(inner, box, lambda: entry.compress_size))
