"""TAR archives as streams: members in their order, each read before the next begins."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, cast

from extract.errors import BrokenContainerError, ReadError
from extract.model import Failure
from extract.readers.containers.labels import hidden, in_archive
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Blob, Found, OpenContainer
from extract.readers.containers.streams import Gauge, Plain, Readable, buffered, exhaust

#: Headers are held in memory, long names and PAX records among them.
_LONGEST_HEADER = 16_000_000
_KINDS = {
    "issym": "a link to another file. Add the file itself",
    "islnk": "a link to another file. Add the file itself",
    "ischr": "a device, not a file. Leave it out",
    "isblk": "a device, not a file. Leave it out",
    "isfifo": "a pipe, not a file. Leave it out",
    "issparse": "stored with holes, as articles never are. Unpack it yourself",
}


class _Strict(tarfile.TarInfo):
    """tarfile takes a damaged header for the end of the archive; here it is an error."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> tarfile.TarInfo:  # type: ignore[override]
        try:
            return super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error) or "its end is missing") from error


def untar(container: OpenContainer) -> Iterator[Found]:
    gauge = Gauge(cast(Readable, container.blob.stream), _LONGEST_HEADER, "a header")
    with tarfile.open(fileobj=cast("IO[bytes]", gauge), mode="r|", tarinfo=_Strict) as archive:
        while (entry := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined] # tarfile would keep them all
            if entry.isdir() or hidden(entry.name):
                continue
            found = _member(container, archive, entry)
            gauge.lift()
            yield found
            if isinstance(found, Blob):
                exhaust(found.stream)
            gauge.reset()


def _member(container: OpenContainer, archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Blob | Failure:
    blob = container.blob
    source = container.box.unique(in_archive(blob.source, entry.name))
    if what := next((what for kind, what in _KINDS.items() if getattr(entry, kind)()), None):
        return failed(source, ReadError(f"it is {what}."))
    stream = archive.extractfile(entry)
    if stream is None:
        return failed(source, BrokenContainerError("it is of a kind that is not known. Unpack the archive yourself."))
    return Blob(source, entry.name, buffered(Plain(cast(Readable, stream))), blob.hints, blob.depth + 1, named=False)
