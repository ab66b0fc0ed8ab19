"""Which files hold several articles, and what takes them out.

A format is known by its content where that is telling, by the ending of its name where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import PurePath

from extract.errors import MissingReaderError
from extract.readers.containers import (
    compression,
    factiva,
    feeds,
    jsons,
    links,
    mboxes,
    nexis,
    spreadsheets,
    tables,
    tars,
    warcs,
    zips,
)
from extract.readers.containers.members import Blob, Found, OpenContainer
from extract.readers.containers.streams import head
from extract.readers.registry import READERS, SNIFFED, by_ending
from extract.readers.zip_parts import office_kind


@dataclass(frozen=True, slots=True)
class Container:
    """`sniff` sees the first 2 kB. What is not `telling` is asked only of files whose ending says nothing.

    `module` is what an extra of the same name as the container brings, if it takes one.
    """

    name: str
    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    unpack: Callable[[OpenContainer], Iterator[Found]]
    telling: bool = True
    module: str | None = None

    @property
    def installed(self) -> bool:
        return self.module is None or find_spec(self.module) is not None


def _starting(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda start: start.startswith(signatures)


_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?>(?:<!--.*?-->|<\?[^>]*\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)\s*)*"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.S | re.I,
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:\"|\})")


def _is_tar(start: bytes) -> bool:
    return start[257:262] == b"ustar"


CONTAINERS: tuple[Container, ...] = (
    Container("zip", ("application/zip",), (".zip",), _starting(b"PK\x03\x04", b"PK\x05\x06"), zips.unzip),
    Container(
        "xlsx",
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
         "application/vnd.oasis.opendocument.spreadsheet"),
        (".xlsx", ".xlsm", ".ods"), _starting(b"PK\x03\x04"), spreadsheets.unfold,
    ),
    Container("gzip", ("application/gzip",), (".gz", ".tgz"), _starting(b"\x1f\x8b"), compression.gunzip),
    Container("bzip2", ("application/x-bzip2",), (".bz2", ".tbz", ".tbz2"), _starting(b"BZh"), compression.bunzip),
    Container("xz", ("application/x-xz",), (".xz", ".txz"), _starting(b"\xfd7zXZ\x00"), compression.unxz),
    Container("tar", ("application/x-tar",), (".tar",), _is_tar, tars.untar),
    Container(
        "warc", ("application/warc",), (".warc", ".arc", ".wet"), _starting(*warcs.SIGNATURES), warcs.uncrawl,
        module="warcio",
    ),
    Container(
        "feed", ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        (".rss", ".atom", ".rdf", ".xml"), lambda start: bool(_FEED.match(start)), feeds.unfeed,
    ),
    Container("nexis", ("application/x-nexis",), (), nexis.is_nexis, nexis.NEXIS.unbind),
    Container("factiva", ("application/x-factiva",), (), factiva.is_factiva, factiva.FACTIVA.unbind),
    Container("sitemap", (), (), links.is_sitemap, links.from_sitemap),
    Container("links", ("text/uri-list",), (".urls",), links.is_list, links.from_list),
    Container("gkg", (), (), links.is_gkg, links.from_gkg),
    Container("mbox", ("application/mbox",), (".mbox", ".mbx"), mboxes.is_mbox, mboxes.unmail),
    Container(
        "json", ("application/json", "application/x-ndjson", "application/feed+json"),
        (".json", ".jsonl", ".ndjson", ".jsonlines"), lambda start: bool(_JSON.match(start)), jsons.unjson,
        telling=False,
    ),
    Container(
        "csv", ("text/csv", "text/tab-separated-values"), (".csv", ".tsv", ".tab"), tables.is_table, tables.untable,
        telling=False,
    ),
)  # fmt: skip
#: Those whose downloads also come as RTF and Word files.
ARCHIVES = (nexis.NEXIS, factiva.FACTIVA)

#: Documents that are ZIP archives: by their ending, whatever part comes first.
_ZIPPED = ("docx", "odt", "epub", "pptx")


def container_for(blob: Blob) -> Container | None:
    """What takes the articles out of this file, or None if it is one itself.

    Raises MissingReaderError if that is an extra which is not installed.
    """
    if blob.hints.media_type:
        return None  # a record or a page of a crawl, whose type somebody has stated
    start = head(blob.stream, SNIFFED)
    kind = office_kind(blob.stream) if start.startswith(b"PK") and blob.stream.seekable() else None
    if kind is not None:
        return next((container for container in CONTAINERS if container.name == kind), None)
    found = _by_content(blob.name, start) if start else None
    if found is not None and not found.installed:
        raise MissingReaderError(
            f"{blob.source} is a {found.name.upper()} file, which takes an extra: "
            f"pip install 'extract-claims[{found.name}]'"
        )
    return found


@lru_cache(maxsize=8)  # a file is asked about for its name, and again to be opened
def _by_content(name: str, start: bytes) -> Container | None:
    ending = PurePath(name).suffix.lower()
    by_name = next((container for container in CONTAINERS if ending in container.endings), None)
    if by_name is not None and by_name.sniff(start):
        return by_name
    article = by_ending(name)
    if any(reader.sniff(start) for reader in READERS) or (article and article.name in _ZIPPED):
        return None
    for container in CONTAINERS:
        if container.sniff(start) and (container.telling or by_ending(name) is None or ending in (".txt", ".text")):
            return container
    if by_name is None and by_ending(name) is None and _XML.match(start):
        return _FEEDS  # whose refusal of other XML says more than the text reader's
    return by_name


_FEEDS = next(container for container in CONTAINERS if container.name == "feed")


def endings() -> frozenset[str]:
    """The file name endings of all containers."""
    return frozenset(ending for container in CONTAINERS for ending in container.endings)


def recognised(name: str, start: bytes) -> bool:
    """Whether a file looks like something to read, by its ending or its first 2 kB."""
    ending = PurePath(name).suffix.lower()
    if ending in endings() or by_ending(name) is not None:
        return True
    return any(reader.sniff(start) for reader in READERS) or any(c.sniff(start) for c in CONTAINERS)
