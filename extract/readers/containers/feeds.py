"""RSS 0.9x, 1.0, 2.0 and Atom: each item that carries words is an article.

Read with libxml2, item by item: there are no entities (see `entities`), nothing is fetched, and what is not well
formed is mended as far as it goes (feeds in the wild often are not).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast

from extract.errors import BrokenContainerError, EmptyFileError, UnknownFormatError
from extract.model import Failure
from extract.readers.containers.byte_lines import unmarked
from extract.readers.containers.labels import in_list
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Found, OpenContainer
from extract.readers.containers.streams import Gauge
from extract.readers.containers.xml_references import Numbered
from extract.readers.dates import iso_date
from extract.readers.draft import Input
from extract.readers.record import Record

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROOTS = frozenset({"rss", "rdf", "feed"})
#: Elements that hold the items, and are kept for their own children.
_FRAMES = frozenset({*_ROOTS, "channel"})
_DATES = ("pubdate", "published", "issued", "date", "created", "updated", "modified")
_WHOLE = ("encoded", "content")
_SHORT = ("description", "summary", "subtitle")
#: As a tree it takes thirty times as much memory.
_LONGEST_ITEM = 10_000_000
_FROM_SUMMARY = "only the feed's summary, not the whole article"


@dataclass(slots=True)
class _Channel:
    """What a feed says of itself before (or after) an item."""

    title: str | None = None
    language: str | None = None
    root: str | None = None


def unfeed(container: OpenContainer) -> Iterator[Found]:
    from lxml.etree import LxmlError

    most = min(_LONGEST_ITEM, container.box.limits.max_bytes)
    stream = unmarked(container.blob.stream)
    gauge = Gauge(Numbered(stream), most, "an item")
    codec = None if stream is container.blob.stream else "utf-8"
    channel = _Channel()
    last: Found | None = None  # held back: where a feed breaks off, libxml2 closes the item that is open
    try:
        for element in _elements(gauge, codec, channel):
            if _name(element) in {"item", "entry"}:
                if last is not None:
                    yield last
                last = _article(container, channel, element)
                gauge.reset()
                _forget(element)
            elif _frames(element):
                _take(channel, element)
                _forget(element)
    except LxmlError as error:
        if channel.root not in _ROOTS:
            raise UnknownFormatError("it is XML, but no feed. Save its text as .txt or .html.") from error
        raise
    if last is not None:
        yield last
    if channel.root not in _ROOTS:
        raise UnknownFormatError("it is XML, but no feed. Save its text as .txt or .html.")


def _elements(stream: io.RawIOBase, codec: str | None, channel: _Channel) -> Iterator[Element]:
    """The elements of a feed as each ends; raises BrokenContainerError where the feed breaks off."""
    from lxml.etree import iterparse

    parsing = iterparse(
        cast("Any", stream), events=("start", "end"), encoding=codec, recover=True, resolve_entities=False,
        load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, strip_cdata=True,
    )  # fmt: skip
    for event, element in parsing:
        if event == "end":
            yield element
        elif channel.root is None:
            channel.root = _name(element)
            if channel.root not in _ROOTS:
                return
    if fatal := [entry for entry in parsing.error_log if entry.level_name == "FATAL"]:
        last = fatal[-1]
        if last.type_name == "ERR_RESOURCE_LIMIT":
            raise BrokenContainerError("its elements are nested too deeply, or one of its texts is too long. Split it.")
        if last.type_name in _BREAKS:
            raise BrokenContainerError(f"it breaks off at line {last.line:,}: {last.message}. Get it again.")


_BREAKS = frozenset(
    ("ERR_DOCUMENT_END", "ERR_TAG_NOT_FINISHED", "ERR_GT_REQUIRED", "ERR_CDATA_NOT_FINISHED",
     "ERR_LT_REQUIRED", "ERR_ENTITY_LOOP", "ERR_NAME_TOO_LONG")
)  # fmt: skip


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _frames(element: Element) -> bool:
    """Whether this is a child of the feed itself, not of an item."""
    parent = element.getparent()
    return parent is not None and _name(parent) in _FRAMES and _name(element) not in _FRAMES


def _forget(element: Element) -> None:
    """Frees an element, and those before it."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)


def _take(channel: _Channel, element: Element) -> None:
    name = _name(element)
    if name == "title" and channel.title is None:
        channel.title = _text(element)
    elif name in ("language", "lang") and channel.language is None:
        channel.language = _text(element)


def _article(container: OpenContainer, channel: _Channel, item: Element) -> Input | Failure:
    children: dict[str, list[Element]] = {}
    for child in item:
        children.setdefault(_name(child), []).append(child)
    title, url, identity = _first(children, "title"), _link(children), _first(children, "guid", "id")
    text, markup, notes = _body(children)
    key = identity or url or item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about") or _hash(title, text)
    source = container.box.unique(in_list(container.blob.source, key))
    if not text:
        return failed(source, EmptyFileError("the item has neither content nor summary. Get the page it links to."))
    record = Record(
        text=text,
        markup=markup,
        title=title,
        byline=_byline(children),
        outlet=_first(children, "source") or channel.title,
        published=_date(children),
        language=_first(children, "language") or channel.language,
        url=url,
        notes=notes,
    )
    return Input(source, record.raw(), container.as_record("application/rss+xml"))


def _hash(title: str | None, text: str) -> str:
    return sha256(f"{title}\n{text}".encode("utf-8", "replace")).hexdigest()[:16]


def _body(children: dict[str, list[Element]]) -> tuple[str, bool, tuple[str, ...]]:
    """The longest content, else the longest summary; whether it is HTML; what to note."""
    for names, notes in ((_WHOLE, ()), (_SHORT, (_FROM_SUMMARY,))):
        found = [_content(element) for name in names for element in children.get(name, ())]
        best = max(found, key=lambda body: len(body[0]), default=("", False))
        if best[0]:
            return *best, notes
    return "", False, ()


def _content(element: Element) -> tuple[str, bool]:
    """An element's words or HTML. Atom says which; RSS is HTML, whatever it says."""
    from lxml.etree import tostring

    kind = (element.get("type") or "").lower()
    if len(element) and any(isinstance(child.tag, str) for child in element):
        inner = (element.text or "") + "".join(tostring(child, encoding="unicode") for child in element)
        return inner.strip(), True
    return (_text(element) or ""), kind not in ("text", "text/plain")


def _text(element: Element) -> str | None:
    return "".join(str(text) for text in element.itertext()).strip() or None


def _first(children: dict[str, list[Element]], *names: str) -> str | None:
    found = (_titled(element) for name in names for element in children.get(name, ()))
    return next((text for text in found if text), None)


def _titled(element: Element) -> str | None:
    """An element's text, or that of its title (Atom's source is a feed in small)."""
    inner = next((child for child in element if _name(child) == "title"), None)
    return _text(element if inner is None else inner)


def _link(children: dict[str, list[Element]]) -> str | None:
    links = children.get("link", [])
    chosen = sorted(links, key=lambda link: (link.get("rel") or "alternate") != "alternate")
    address = next((a for link in chosen if (a := link.get("href") or _text(link))), None)
    guid = _first(children, "guid")
    return address or (guid if guid and guid.startswith(("http://", "https://")) else None)


def _byline(children: dict[str, list[Element]]) -> str | None:
    """Names of authors; RSS writes "name@example.org (Mira Tolland)"."""
    people = [*children.get("creator", ()), *children.get("author", ())]
    named = (next((c for c in person if _name(c) == "name"), person) for person in people)
    names = (_text(person) or "" for person in named)
    plain = (name.partition("(")[2].rstrip(")") if "@" in name and "(" in name else name for name in names)
    return ", ".join(dict.fromkeys(name.strip() for name in plain if name.strip())) or None


def _date(children: dict[str, list[Element]]) -> str | None:
    dates = [text for name in _DATES for element in children.get(name, ()) if (text := _text(element))]
    return next((date for date in dates if iso_date(date)), dates[0] if dates else None)
