"""Downloads from press archives: many articles in one text, RTF or Word file, each with what stands at its head."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from extract.errors import EmptyFileError, ExtractError, TooLargeError
from extract.readers.containers.byte_lines import lines, text_of, unmarked
from extract.readers.containers.labels import in_list
from extract.readers.containers.limits import Box
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Blob, Member, OpenContainer
from extract.readers.containers.streams import buffered
from extract.readers.draft import Input, with_name
from extract.readers.record import Record
from extract.readers.registry import reader_for
from extract.readers.zip_parts import open_zip, unpacked

_DOCUMENTS = ("docx", "rtf", "doc")
#: What is in the bytes of such a file, whatever its markup.
_MARKS = re.compile(rb"End of Document|\d of \d+ DOCUMENTS?|Document [A-Z]\w{19,39}\b")
_TEXT_PART = re.compile(r"word/document\d*\.xml")
_BROKEN_OFF = "the download breaks off in this article"


@dataclass(frozen=True, slots=True)
class Archive:
    """How an archive writes its downloads.

    Each article stands between a line that matches `begins` and one that matches `ends`, or has one of them only; the
    first group is what it is called, if there is one.
    """

    media_type: str
    begins: re.Pattern[bytes] | None
    ends: re.Pattern[bytes]
    record: Callable[[str], Record]

    def is_in(self, text: bytes) -> bool:
        """Whether a line of a text parts articles of this archive."""
        return any(self.ends.match(line) or (self.begins and self.begins.match(line)) for line in text.split(b"\n"))

    def unbind(self, container: OpenContainer) -> Iterator[Member]:
        """Each article, called by its number in the archive, else by its place in the download."""
        for place, part in enumerate(self._parts(container), 1):
            source = container.box.unique(in_list(container.blob.source, part.key or str(place)))
            if part.raw is None:
                most = f"{container.box.limits.max_bytes / 1e6:,.1f} MB allowed"
                yield failed(source, TooLargeError(f"article {place} has more than the {most}. Raise --max-bytes."))
                continue
            record = self.record(text_of(source, part.raw, container.blob.hints.encoding))
            if not part.closed and not (record.text and record.title and record.published):
                if place == 1:  # it only looked like a download
                    blob = container.blob
                    yield Input(blob.source, part.raw, with_name(blob.hints, blob.name, blob.source))
                continue  # else a summary of the search
            if not record.text:
                words = f"article {place} has no text. Download it again with its full text."
                yield failed(source, EmptyFileError(words))
                continue
            if not part.closed:
                record = replace(record, notes=(_BROKEN_OFF,))
            yield Input(source, record.raw(), container.as_record(self.media_type))

    def _parts(self, container: OpenContainer) -> Iterator[_Part]:
        most = container.box.limits.max_bytes
        key: str | None = None
        parts: list[bytes] = []
        size = 0
        for line in lines(unmarked(container.blob.stream), most):
            begin = self.begins.match(line) if line is not None and self.begins else None
            end = self.ends.match(line) if line is not None else None
            if begin or end:
                if (end or key is not None) and (size > most or any(part.strip() for part in parts)):
                    called = end[1] if end and self.ends.groups else (key or "").encode()
                    yield _Part(called.decode("ascii", "replace"), None if size > most else b"".join(parts))
                key, parts, size = begin[1].decode("ascii", "replace") if begin else None, [], 0
                continue
            size += most + 1 if line is None else len(line)
            if line is not None and size <= most:
                parts.append(line)
        yield _Part(key or "", None if size > most else b"".join(parts), closed=key is not None)


@dataclass(frozen=True, slots=True)
class _Part:
    """The bytes of one article, None if they are too many. It is `closed` if its own line begins or ends it."""

    key: str
    raw: bytes | None
    closed: bool = True


def articles_in_document(file: Input, archives: tuple[Archive, ...], box: Box, depth: int) -> list[Member]:
    """The articles in an RTF or Word file that was downloaded from a press archive; none if it is another file."""
    try:
        reader = reader_for(file)
        if reader.name not in _DOCUMENTS or not _MARKS.search(_written(file)):
            return []
        text = "\n\n".join(piece.text for piece in reader.read(file).pieces).encode("utf-8", "replace")
    except ExtractError:
        return []  # reading it as one article says what is wrong
    for archive in archives:
        if archive.is_in(text):
            blob = Blob(file.source, file.name, buffered(io.BytesIO(text)), file.hints, depth)
            return list(archive.unbind(OpenContainer(blob, box)))
    return []


def _written(file: Input) -> bytes:
    """The bytes in which the words of a document stand."""
    if not file.raw.startswith(b"PK"):
        return file.raw
    archive = open_zip(file.source, file.raw)
    parts = (unpacked(file.source, archive, name) for name in archive.namelist() if _TEXT_PART.fullmatch(name))
    return b"".join(part for part in parts if part)
