"""Crawls (WARC, ISO 28500, and the older ARC): the pages that a server answered with, by their address."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from extract.errors import BrokenContainerError
from extract.readers.containers.labels import in_list
from extract.readers.containers.members import Blob, Found, LeftOut, OpenContainer
from extract.readers.containers.streams import Gauge, Plain, Readable, buffered, exhaust
from extract.readers.dates import iso_date
from extract.readers.registry import reads_media_type

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

#: Records that hold what somebody may have published; the others are about the crawl.
_PUBLISHED = frozenset({"response", "resource", "conversion"})
_LONGEST_HEADER = 4_000_000
SIGNATURES = (b"WARC/", b"filedesc://")
_SIGNATURE = 64  # bytes, empty lines before it among them


def uncrawl(container: OpenContainer) -> Iterator[Found]:
    from warcio.archiveiterator import ArchiveIterator

    if not container.blob.stream.peek(_SIGNATURE).lstrip().startswith(SIGNATURES):
        raise BrokenContainerError("it is not a crawl: it does not begin with a record. Get it again.")
    gauge = Gauge(cast(Readable, container.blob.stream), _LONGEST_HEADER, "the head of a record")
    for record in ArchiveIterator(gauge, arc2warc=True):
        gauge.lift()
        if record.rec_type in _PUBLISHED or record.rec_type == "revisit":
            yield _found(container, record)
        _finish(record)
        gauge.reset()


def _finish(record: ArcWarcRecord) -> None:
    """Reads to the record's end. Raises BrokenContainerError where the file ends before it does."""
    exhaust(record.raw_stream)
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise BrokenContainerError("it breaks off in the middle of a record. Get it again.")


def _found(container: OpenContainer, record: ArcWarcRecord) -> Blob | LeftOut:
    url = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("WARC-Record-ID") or ""
    source = container.box.unique(in_list(container.blob.source, url.strip("<>")))
    media_type, charset = _media_type(record)
    if (what := _useless(record, media_type)) is not None:
        return LeftOut(source, what)
    day = iso_date((record.rec_headers.get_header("WARC-Date") or "")[:10])
    hints = replace(
        container.blob.hints,
        url=container.blob.hints.url or (url.strip("<>") if "://" in url else None),
        media_type=media_type,
        encoding=container.blob.hints.encoding or charset,
        notes=(f"crawled on {day}",) if day else (),
    )
    stream = buffered(Plain(record.content_stream(), lambda: _finish(record)))
    return Blob(source, source, stream, hints, container.blob.depth + 1)


def _useless(record: ArcWarcRecord, media_type: str) -> str | None:
    """Why a record holds no article, or None."""
    if record.rec_type == "revisit":
        return "unchanged since an earlier crawl"
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"status {status[:3]}"
    return None if reads_media_type(media_type) else media_type or "of no type"


def _media_type(record: ArcWarcRecord) -> tuple[str, str | None]:
    """The type and the character encoding that the server states, else the record."""
    headers = record.http_headers or record.rec_headers
    stated, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    charset = next((p.partition("=")[2] for p in parameters.split(";") if p.strip().lower().startswith("charset")), "")
    return stated.strip().lower()[:60], _codec(charset.strip(" \"'"))


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None
