"""Who wrote a page's article: names out of metadata, marked elements and lines like "By Mira Tolland"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from extract.english.wordlists import entries
from extract.model import BlockKind
from extract.readers.furniture import names
from extract.readers.jsonld import Described
from extract.readers.page import Found, words
from extract.readers.pagedata import PageData, writers_in
from extract.readers.pagedates import DATE as _DATE
from extract.text import linekinds
from extract.text.blocks import folded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BY = re.compile(
    r"^(?:(?:(?:this (?:post|article|story) was )?(?:words|written|text|story|photographs and text|interview|report|"
    r"reporting|analysis)\s*(?:by\b|:))"
    r"|by\b|posted by\b)\s*:?\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\||\n|\band\b|\b[Bb]y\b)\s*")
#: "Tolland in Brennick", "Rob Sayle For Dailyflash", "Sara Denholm (now)"
_TAIL = re.compile(r"\s+(?:in|for|at|of the)\s+[A-Z].*$|\s*\(.*?\)|\s+[-–—|·•].*$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’\"“”-]+){0,5}")
#: What stands beside names, and what programs write where nobody is named.
_NO_NAME = re.compile(
    r"\b(?:editors?|editorial|correspondent|reporter|writer|staff|columnist|critic|photographer|photographs?|producer|"
    r"published|updated|posted|written|review(?:ed|er)|contributor|minutes?|admin(?:istrator)?|webmaster|user|"
    r"guest|anonymous|unknown|redacción|redaktion|founder|director|manager|coordinator|expert|head|grader|journalism|professor|officer|"
    r"news ?room|websites?|company|inc|ltd|llc|gmbh)\b|(?-i:\d|^[A-Z]{2,5}$)",
    re.IGNORECASE,
)
_LISTS = re.compile(r"/(?:category|categories|tags?|topics?|sections?|taxonomy)/", re.IGNORECASE)
_MARKED = re.compile(r" (?:byline|author|authors|writer) ")
_OTHERS = re.compile(r" (?:comments?|commentlist|related|sidebar|recent|popular) ")
_MOST_CHARS = 150
_NEAR = 12  # blocks from the headline


def byline_of(
    page: Element, blocks: Sequence[Found], data: PageData, said: Described, outlet: str | None
) -> str | None:
    """The names of the authors, joined by commas; None where the page names none.

    `blocks` are those of the article and around its headline. The outlet and news agencies are no authors.
    """
    no_author = {folded(outlet or ""), *map(folded, entries("agencies"))} - set(map(folded, said.people))
    sources: tuple[Iterable[str], ...] = (
        said.authors, _shown(blocks), _marked(page), writers_in(data), _lines(blocks), _at_the_end(blocks),
    )  # fmt: skip
    for source in sources:
        named = (text for text in source if folded(text) not in no_author)
        if people := [name for name in _people(named) if folded(name) not in no_author]:
            return ", ".join(people)
    return None


def _people(written: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for text in written:
        if len(text) <= _MOST_CHARS and "://" not in text and "@" not in text:
            for part in _AND.split(_DATE.sub(" , ", _BY.sub("", " ".join(text.split())))):
                name = _TAIL.sub("", part).strip(" .:")
                if _NAME.fullmatch(name) and not _NO_NAME.search(name):
                    found.setdefault(folded(name), name)
    return list(found.values())


def _shown(blocks: Sequence[Found]) -> Iterator[str]:
    """The byline below the headline."""
    for block in blocks[:_NEAR]:
        if block.kind is BlockKind.BYLINE and not _lists_topics(block.element):
            yield block.text
            return


def _marked(page: Element) -> Iterator[str]:
    """Elements with rel=author or itemprop=author; else the first that is named so."""
    marked = [e for e in page.iter() if isinstance(e.tag, str) and "author" in (e.get("rel"), e.get("itemprop"))]
    named = (e for e in page.iter("a", "span", "div", "p") if e.get("class") and _MARKED.search(names(e)))
    for element in [e for e in marked if _is_of_article(e)] or list(islice(filter(_is_of_article, named), 1)):
        inner = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
        yield words(inner.get("content") or " ".join(inner.itertext()))


def _is_of_article(element: Element) -> bool:
    around = (element, *element.iterancestors())
    return not (_lists_topics(element) or any(_OTHERS.search(names(e)) for e in around if e.tag != "body"))


def _lists_topics(element: Element) -> bool:
    """Whether its links lead to categories, which some sites mark as they mark authors."""
    return any(_LISTS.search(link.get("href") or "") for link in element.iter("a"))


def _lines(blocks: Sequence[Found]) -> Iterator[str]:
    for block in blocks[:_NEAR]:
        for line in block.text.split("\n"):
            if linekinds.is_byline(line.strip()) or (re.match(r"by [A-Z]", line) and len(line.split()) <= 6):
                yield line
                return


def _at_the_end(blocks: Sequence[Found]) -> Iterator[str]:
    """ "(Reporting by Mira Tolland in Brennick; Editing by Paul Gerrit)" """
    for block in blocks[-3:]:
        if match := re.match(r"\(?Reporting by ([^;()]{3,80})", block.text):
            yield match[1]
            return
