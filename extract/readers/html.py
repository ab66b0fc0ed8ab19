"""HTML: the article of a page as blocks with the kinds that the markup gives them, and what the page says about it.

Navigation and the like are taken out (`furniture`), the rest becomes blocks (`page`), of which those around most of
the prose are the article (`mainpart`). trafilatura is asked where that finds next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from html import unescape
from itertools import compress
from typing import TYPE_CHECKING

from extract.errors import EmptyFileError, ReadError
from extract.model import BlockKind
from extract.readers import jsonld
from extract.readers.decoding import decode
from extract.readers.draft import Draft, Input, Piece
from extract.readers.furniture import MOST_LOST, Trust, drop_textless, prune
from extract.readers.mainpart import is_prose, main_blocks
from extract.readers.markup import MarkupError, parse
from extract.readers.page import Found, blocks_of, words
from extract.readers.pagebyline import byline_of
from extract.readers.pagedata import language_of, outlet_of, page_data, title_of, url_of
from extract.readers.pagedates import published_of
from extract.readers.secondopinion import in_library, second_opinion
from extract.text import linekinds
from extract.text.blocks import folded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_MUCH_MORE = 1.5
_SMALL_SHARE = 0.25
_TAGS = re.compile(r"<[a-zA-Z/][^<>]*>")
_MOST_TIMED = 0.6
_MOST_BOLD = 0.6
_FEWEST_WORDS = 6
_BESIDE = 5  # blocks
_LAST = 3  # blocks in which the author may be presented
_BIOGRAPHY = (
    r"(?: [\w.’'-]+){0,2},? (?:is|was|has|writes|wrote|covers|covered|reports|reported|teaches|works|worked|leads)\b"
)


def read(file: Input) -> Draft:
    text, notes = decode(file.source, file.raw, file.hints.encoding or _declared(file.raw))
    page = _parse(file.source, text)
    data, said, whole = page_data(page), jsonld.described(page), deepcopy(page)
    library = second_opinion(page, len(text))
    drop_textless(page)
    count = len(" ".join(page.itertext()).split())
    blocks, trusted, seen = _readable(page, library)
    title = title_of(whole, blocks, data, said)
    hidden = library if seen * _MUCH_MORE < _size(library) else ()
    chosen = _article(blocks, title, trusted, [_told(said.body or ""), hidden])
    outlet = outlet_of(whole, data, said, title)
    beside = _around(blocks, title)
    byline = byline_of(whole, [*chosen, *beside], data, said, outlet)
    if not chosen:
        raise EmptyFileError(f"No article text was found in {file.source}. Save the article's own page, or its text.")
    url = url_of(whole, data, said, text)
    return Draft(
        pieces=tuple(_pieces(_without_biography(chosen, byline), title)),
        title=title,
        byline=byline,
        outlet=outlet,
        published=published_of(whole, [*chosen, *beside], data, said, url),
        language=language_of(whole) or (said.language or "").split("-")[0].lower() or None,
        url=url,
        notes=(*notes, *_noted(chosen, count)),
    )


def _noted(chosen: Sequence[Found], count: int) -> Iterator[str]:
    """How much of the page's `count` words the main text is, where that is so little that something may be missing."""
    share = sum(len(block.text.split()) for block in chosen) / count if count else 1.0
    if share < _SMALL_SHARE:
        yield f"main text is {share:.0%} of the page's words"


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def _parse(source: str, text: str) -> Element:
    try:
        return parse(text)
    except MarkupError as error:
        raise ReadError(
            f"{source} could not be read as HTML: {error}. Save the page again, or its text as .txt."
        ) from error


def _readable(page: Element, library: Sequence[Found]) -> tuple[list[Found], list[bool], int]:
    """The blocks of a page without its furniture, which of them the library takes for the article, and how many
    characters of the page it does.

    Where names of furniture would take out too much of those, they are weighed (`Trust`).
    """
    whole = deepcopy(page)
    prune(page, Trust())
    blocks = blocks_of(page)
    trusted = in_library(blocks, library)
    seen = _size(compress(blocks, trusted))
    if seen >= (1 - MOST_LOST) * _size(library):
        return blocks, trusted, seen
    everything = blocks_of(whole)
    trust = Trust((block.element, block.text) for block in compress(everything, in_library(everything, library)))
    prune(whole, trust)
    blocks = blocks_of(whole)
    return blocks, in_library(blocks, library), trust.chars


def _article(
    blocks: Sequence[Found], title: str | None, trusted: Sequence[bool], unseen: Iterable[Sequence[Found]]
) -> list[Found]:
    """The blocks of the article: by the page's own markup and trafilatura; else what the page does not show but in
    its data; else all that can be read."""
    chosen = main_blocks(blocks, title, trusted)
    size = _size(chosen)
    for other in unseen:
        if _size(other) > _MUCH_MORE * size:
            return list(other)
    return chosen or list(blocks)


def _size(blocks: Iterable[Found]) -> int:
    return sum(len(block.text) for block in blocks)


def _told(body: str) -> list[Found]:
    """The paragraphs of an article that a page draws from its JSON-LD only when scripts run."""
    from lxml.html import fromstring

    element = fromstring("<p></p>")
    text = _TAGS.sub("\n", unescape(body)) if _TAGS.search(body) else body
    return [Found(line, None, element) for line in map(words, text.split("\n")) if line]


def _around(blocks: Sequence[Found], title: str | None) -> Sequence[Found]:
    """What stands beside the headline, part of the article or not."""
    wanted = folded(title or "")
    at = next((i for i, block in enumerate(blocks) if folded(block.text) == wanted), None)
    return [] if at is None else blocks[max(at - _BESIDE, 0) : at + _BESIDE]


def _without_biography(blocks: Sequence[Found], byline: str | None) -> list[Found]:
    """Without what is said of the author below the article: "Mira Tolland covers the courts for the Post."."""
    authors = "|".join(re.escape(name) for name in (byline or "").split(", ") if name)
    about = re.compile(rf"(?:{authors}){_BIOGRAPHY}") if authors else None
    end = len(blocks) - _LAST
    return [b for i, b in enumerate(blocks) if not (about and 0 < end <= i and about.match(b.text))]


def _pieces(blocks: Sequence[Found], title: str | None) -> Iterator[Piece]:
    begun = False
    for block in blocks:
        is_title = block.kind in (None, BlockKind.HEADING) and title and folded(block.text) == folded(title)
        begun = begun or is_prose(block)
        kind = BlockKind.TITLE if is_title else _kind(block)
        yield Piece(block.text, BlockKind.PARAGRAPH if not begun and kind is None and _sums_up(block) else kind)


def _sums_up(block: Found) -> bool:
    """A line above the text that has no full stop and is no heading: "The company must repay its customers"."""
    line = block.text
    other = (linekinds.is_byline, linekinds.is_date, linekinds.is_credit, linekinds.is_boilerplate)
    long = len(line.split()) >= _FEWEST_WORDS and "\n" not in line
    return long and block.bold < _MOST_BOLD and not any(is_other(line) for is_other in other)


def _kind(block: Found) -> BlockKind | None:
    """What the words of a line say goes before what the markup says, where that is a heading or a caption."""
    if block.kind is None and block.timed > _MOST_TIMED:
        return BlockKind.DATELINE
    if block.kind is BlockKind.HEADING:
        return _named_by_words(block.text) or block.kind
    if block.kind is BlockKind.CAPTION and linekinds.is_credit(block.text):
        return BlockKind.CREDIT
    return block.kind


def _named_by_words(text: str) -> BlockKind | None:
    if linekinds.is_byline(text):
        return BlockKind.BYLINE
    return BlockKind.DATELINE if linekinds.is_date(text) else None
