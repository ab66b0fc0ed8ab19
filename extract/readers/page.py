"""All the text of an HTML page that may belong to an article: for pages too small or too bare for trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.draft import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SKIPPED = frozenset(
    ("aside", "audio", "button", "canvas", "dialog", "embed", "fieldset", "footer", "form", "head", "iframe", "input",
     "label", "link", "map", "menu", "meta", "nav", "noscript", "object", "option", "picture", "script", "select",
     "style", "svg", "template", "textarea", "video")
)  # fmt: skip
_KINDS = {
    "h1": BlockKind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.LIST,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "tr": BlockKind.TABLE,
}
BLOCKS = frozenset(_KINDS) | frozenset(
    ("address", "article", "body", "dd", "details", "div", "dl", "dt", "figure", "header", "hr", "html", "main", "ol",
     "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul")
)  # fmt: skip
#: A line most of whose characters are links leads to other pages.
_MOST_LINKED = 0.5
_WHITE = re.compile(r"[ \t\n\r\f]+")
BREAK = "\v"


def words(text: str) -> str:
    """`text` on one line, as a browser shows it; no-break spaces stay."""
    return _WHITE.sub(" ", text).strip(" ")


def lines(text: str) -> str:
    """The same with a line for each break that the page has (`BREAK`)."""
    return "\n".join(filter(None, map(words, text.split(BREAK))))


def pieces_of(page: Element) -> Iterator[Piece]:
    """The blocks of the page's only article, of its main part, or of all of it, in order."""
    walker = _Walker()
    walker.walk(_main(page), None)
    walker.flush(None)
    yield from walker.pieces


def _main(page: Element) -> Element:
    for tag in ("article", "main"):
        found = list(page.iter(tag))
        if len(found) == 1:
            return found[0]
    return page


class _Walker:
    """Gathers text until a block begins or ends. Trees are at most 256 deep (libxml2's limit)."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.text: list[str] = []
        self.links = 0
        self.linked = 0

    def walk(self, element: Element, kind: BlockKind | None) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        inner = _KINDS.get(tag, kind)
        if tag in BLOCKS:
            self.flush(kind)
        self.links += tag == "a"
        self.add(BREAK if tag == "br" else " | " if tag in ("td", "th") and self.text else "")
        self.add(element.text)
        for child in element:
            self.walk(child, inner)
            self.add(child.tail)
        self.links -= tag == "a"
        if tag in BLOCKS:
            self.flush(inner)

    def add(self, text: str | None) -> None:
        if text:
            self.text.append(text)
            self.linked += len(text) if self.links else 0

    def flush(self, kind: BlockKind | None) -> None:
        text = lines("".join(self.text))
        if text and (kind is BlockKind.TITLE or self.linked <= _MOST_LINKED * len(text)):
            self.pieces.append(Piece(text, kind))
        self.text.clear()
        self.linked = 0
