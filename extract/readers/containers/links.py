"""Files that only say where articles are: lists of addresses, sitemaps, GDELT's tables. What they name is fetched if
the user asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from extract.errors import BrokenContainerError, FetchError
from extract.readers.containers.byte_lines import lines, unmarked
from extract.readers.containers.labels import in_list
from extract.readers.containers.members import Found, OpenContainer, described_by
from extract.readers.containers.streams import Gauge
from extract.readers.containers.xml_references import Numbered
from extract.readers.registry import SNIFFED

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ADDRESS = re.compile(rb"https?://[^\s<>\"]{3,2000}$", re.IGNORECASE)
_MAP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?>(?:<!--.*?-->|<\?[^>]*\?>)\s*)*<(?:\w+:)?(?:urlset|sitemapindex)\b", re.S)
#: An ID, a moment, the kind of collection (1: the web), the outlet's domain, the address.
_GKG = re.compile(rb"\d{14}-T?\d+\t\d{14}\t\d\t[^\t]*\t")
_LONGEST_LINE = 5_000_000
_LONGEST_ENTRY = 1_000_000


def is_list(start: bytes) -> bool:
    """Whether all lines are addresses, or comments after "#". The last one may be cut."""
    found = [line.strip() for line in start.removeprefix(b"\xef\xbb\xbf").split(b"\n")]
    stated = [line for line in found if line and not line.startswith(b"#")]
    whole = stated[:-1] if len(start) >= SNIFFED else stated
    return bool(whole) and all(map(_ADDRESS.match, whole))


def is_sitemap(start: bytes) -> bool:
    return bool(_MAP.match(start))


def is_gkg(start: bytes) -> bool:
    return bool(_GKG.match(start))


def from_list(container: OpenContainer) -> Iterator[Found]:
    for line in _lines(container):
        if line and not line.startswith("#"):
            yield _linked(container, line)


def from_gkg(container: OpenContainer) -> Iterator[Found]:
    """The pages of the web among the rows; the others are broadcasts and papers behind identifiers."""
    for line in _lines(container):
        cells = line.split("\t")
        if len(cells) > 4 and cells[2] == "1":
            yield _linked(container, cells[4])


def from_sitemap(container: OpenContainer) -> Iterator[Found]:
    """Pages, and of an index the sitemaps in it. They are of the sitemap's own site, as the protocol asks for."""
    from lxml.etree import iterparse

    gauge = Gauge(Numbered(unmarked(container.blob.stream)), _LONGEST_ENTRY, "an entry")
    own = container.blob.address
    site = urlsplit(own).hostname if own else None
    parsing = iterparse(
        cast("Any", gauge), events=("end",), tag=("{*}url", "{*}sitemap"), recover=True, resolve_entities=False,
        load_dtd=False, no_network=True, huge_tree=False,
    )  # fmt: skip
    for _, element in parsing:
        url = _value(element, "loc")
        if url and (site is None or urlsplit(url).hostname == site):
            yield _linked(container, url, _value(element, "name"), _value(element, "publication_date"))
        gauge.reset()
        element.clear(keep_tail=False)
    if any(entry.level_name == "FATAL" for entry in parsing.error_log):
        raise BrokenContainerError("it breaks off. Get it again.")


def _value(element: Element, name: str) -> str | None:
    found = next(element.iter(f"{{*}}{name}"), None)
    return (found.text or "").strip() or None if found is not None else None


def _lines(container: OpenContainer) -> Iterator[str]:
    for line in lines(unmarked(container.blob.stream), _LONGEST_LINE):
        yield (line or b"").decode("utf-8", "replace").strip("\r\n")


def _linked(container: OpenContainer, url: str, outlet: str | None = None, published: str | None = None) -> Found:
    """Raises FetchError where nothing may be fetched."""
    blob = container.blob
    if container.how.fetch is None:
        raise FetchError("it holds addresses of articles, not their texts. Fetch them with --fetch.")
    source = container.box.unique(in_list(blob.source, url))
    return container.how.fetch.linked(source, url.strip(), described_by(blob.hints, outlet, published), blob.depth + 1)
