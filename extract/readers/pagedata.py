"""What an HTML page says about its article outside of the text: meta elements, microdata, links, its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.jsonld import Described
from extract.readers.page import Found, words
from extract.text.blocks import folded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SEPARATOR = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*::\s*|:\s+")
_URL = re.compile(r"https?://[^\s\"'<>]{4,2000}")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)")
#: "Printed on 4 March 2025 from https://..."
_PRINTED_FROM = re.compile(
    r"\b(?:printed|retrieved|downloaded|from|source|url)\b[^.]{0,60}?(https?://\S+)", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?P<owner>[^\d©|·•\n.]{2,60}?)"
    r"(?=\s*(?:[.|·•–—\n]|\d{4}|all rights|ltd|inc|$))",
    re.IGNORECASE,
)
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "sailthru.title", "parsely-title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:app:name:iphone", "copyright")
_WRITERS = (
    "author", "byl", "byline", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author",
    "article:author_name", "cxenseparse:author", "og:article:author",
)  # fmt: skip
_ADDRESSES = ("og:url", "twitter:url", "parsely-link", "dc.identifier")
_MOST_VALUE = 2000  # characters
_FEWEST_TITLE_WORDS = 3
_MOST_OF_TITLE = 0.5


@dataclass(frozen=True, slots=True)
class PageData:
    """The pairs of a page's meta elements (names in lower case, in the page's order) and the words of its <title>."""

    metas: dict[str, tuple[str, ...]]
    title: str | None

    def first(self, names: Iterable[str]) -> str | None:
        """The first value there is, in the order of `names`."""
        return next((value for name in names for value in self.metas.get(name, ())), None)


def page_data(page: Element) -> PageData:
    metas: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        value = words((meta.get("content") or "")[:_MOST_VALUE])
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if value and (name := meta.get(attribute)):
                metas.setdefault(name.strip().lower(), []).append(value)
    title = next((words("".join(t.itertext())) for t in page.iter("title")), "")
    return PageData({name: tuple(values) for name, values in metas.items()}, title[:_MOST_VALUE] or None)


# --- Title ---


def title_of(page: Element, blocks: Sequence[Found], data: PageData, said: Described) -> str | None:
    """The headline as the page shows it; else as its metadata say; else its <title> without the site's name."""
    headings = [words("".join(h.itertext())) for h in page.iter("h1")]
    named = [text for text in (said.headline, data.first(_TITLES), data.title) if text]
    if named:
        sites = _sites(page, data, said)
        headings = [text for text in headings if folded(text) not in sites]
    return _shown(list(filter(None, headings)), blocks, named) or next(iter(named), None)


def _sites(page: Element, data: PageData, said: Described) -> set[str]:
    """What the site is called, also where its name is the only first-level heading."""
    return {folded(name) for name in (said.outlet, data.first(_SITES), *_front_links(page)) if name}


def _shown(headings: list[str], blocks: Sequence[Found], named: list[str]) -> str | None:
    for text in headings:
        if any(_is_in(text, name) or _is_in(name, text) for name in named):
            return text
    if len(headings) == 1 and headings[0]:
        return headings[0]
    whole = named[-1] if named else ""
    lines = [line for block in blocks if block.kind in (None, BlockKind.HEADING) for line in block.text.split("\n")]
    likely = (line for line in lines if len(line) >= _MOST_OF_TITLE * len(whole) and _is_in(line, whole))
    return next(likely, None)


def _is_in(part: str, whole: str) -> bool:
    words_of_part = folded(part)
    return words_of_part.count(" ") + 1 >= _FEWEST_TITLE_WORDS and f" {words_of_part} " in f" {folded(whole)} "


# --- Publisher ---


def outlet_of(page: Element, data: PageData, said: Described, title: str | None) -> str | None:
    """Who publishes the site: as said, else the part of <title> beside the headline that the page repeats."""
    stated = said.outlet or data.first(_SITES) or _microdata(page, "publisher")
    if stated:
        return _owner(stated)
    rest = [part for part in _beside(data.title or "", title or "") if len(part.split()) <= 6]
    shown = {folded(text) for text in _site_names(page)}
    return next((part for part in rest if folded(part) in shown), None)


def _owner(stated: str) -> str:
    """ "© 2015 Sund Gazette" is of the Sund Gazette."""
    match = _COPYRIGHT.match(stated)
    return words(match["owner"]) if match else stated


def _beside(title: str, headline: str) -> Iterator[str]:
    for part in _SEPARATOR.split(title):
        if part.strip() and folded(part) not in folded(headline):
            yield words(part)


def _site_names(page: Element) -> Iterator[str]:
    """What stands in links to the site's front page, in names of logos, and in lines on copyright."""
    yield from _front_links(page)
    for image in page.iter("img"):
        yield image.get("alt") or ""
    for text in page.itertext():
        if "©" in text or "opyright" in text:
            yield from (words(match["owner"]) for match in _COPYRIGHT.finditer(text[:400]))


def _front_links(page: Element) -> Iterator[str]:
    for link in page.iter("a"):
        if re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", link.get("href") or " "):
            yield words("".join(link.itertext()))
            yield link.get("title") or ""


# --- Address ---


def url_of(page: Element, data: PageData, said: Described, source: str) -> str | None:
    """The canonical address; `source` is the page as written, for the comment of the browser that saved it."""
    saved = _SAVED_FROM.search(source[:4096])
    stated = (
        *(link.get("href") for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical"),
        data.first(_ADDRESSES),
        said.url,
        saved[1] if saved else None,
    )
    found = next((words(url) for url in stated if url and _URL.fullmatch(words(url))), None)
    if found or not (printed := _printed(page)):
        return found
    return words(printed) if _URL.fullmatch(words(printed)) else None


def _printed(page: Element) -> str | None:
    for text in page.itertext():
        if "://" in text and len(text) < 400 and (match := _PRINTED_FROM.search(text)):
            return match[1].rstrip(".,;)")
    return None


def _microdata(page: Element, name: str) -> str | None:
    for element in page.iter():
        if isinstance(element.tag, str) and element.get("itemprop") == name:
            inner = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
            return words(inner.get("content") or "".join(inner.itertext()))[:_MOST_VALUE] or None
    return None


def writers_in(data: PageData) -> Iterator[str]:
    """What meta elements say of who wrote it; addresses of profiles are no names."""
    for name in _WRITERS:
        yield from (value for value in data.metas.get(name, ()) if "://" not in value)


def language_of(page: Element) -> str | None:
    root = page.getroottree().getroot()
    return re.split("[-_]", (root.get("lang") or "").strip())[0].lower() or None
