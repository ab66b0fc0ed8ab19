"""An HTML element tree as the blocks of text that a reader of the page sees, in order, with what the markup says
of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.furniture import names

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.LIST,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_BLOCKS = frozenset(_KINDS) | frozenset(
    ("address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
     "footer", "form", "header", "hr", "html", "legend", "main", "nav", "ol", "p", "pre", "section", "summary",
     "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_IN_FIGURE = frozenset(("blockquote", "table", "pre", "ul", "ol"))
_NAMED = re.compile(
    r" (?:(?P<caption>captions?|(?:image|photo|img) (?:text|description)|cutline)"
    r"|(?P<credit>credits?|copyright|photographer|source)"
    r"|(?P<byline>byline|bylines|author|authors|writer|contributors?)) "
)
_MOST_BYLINE_WORDS = 16
_MOST_CREDIT_WORDS = 12
_MOST_CAPTION_CHARS = 600
_MOST_CELL_CHARS = 120
_MOST_TERM_WORDS = 8
_WHITE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\v"


@dataclass(frozen=True, slots=True)
class Found:
    """A block of a page: its lines, the kind that the markup gives it, the innermost element that holds it, and
    which share of its characters are links, times, and in bold."""

    text: str
    kind: BlockKind | None
    element: Element
    linked: float = 0.0
    timed: float = 0.0
    bold: float = 0.0


def words(text: str) -> str:
    """`text` on one line, as a browser shows it; no-break spaces stay."""
    return _WHITE.sub(" ", text).strip(" ")


def _lines(text: str) -> str:
    """The same with a line for each break that the page has."""
    return "\n".join(filter(None, map(words, text.split(_BREAK))))


def blocks_of(page: Element) -> list[Found]:
    """All blocks of the page. Time is linear in its size; trees are at most 256 deep (libxml2's limit)."""
    walker = _Walker()
    walker.walk(page, None)
    walker.flush(None, page)
    return walker.found


class _Walker:
    """Gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.text: list[str] = []
        self.within = {"a": 0, "time": 0, "b": 0}
        self.chars = {"a": 0, "time": 0, "b": 0}

    def walk(self, element: Element, kind: BlockKind | None) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        inner = _kind(element, kind)
        is_block = tag in _BLOCKS or inner is not kind
        if is_block:
            self.flush(kind, element.getparent())
        if tag == "table" and _holds_data(element):
            self._rows(element)
            return
        counted = _COUNTED.get(tag)
        if counted:
            self.within[counted] += 1
        self.add(_BREAK if tag == "br" else element.text and _shown(element.text, tag))
        self._children(element, inner)
        if counted:
            self.within[counted] -= 1
        if is_block:
            self.flush(inner, element)

    def _children(self, element: Element, inner: BlockKind | None) -> None:
        previous: Element | None = None
        for child in element:
            if previous is not None and _stands_apart(previous, child):
                self.add(" ")
            self.walk(child, inner)
            self.add(child.tail and _shown(child.tail, str(element.tag)))
            previous = child

    def _rows(self, table: Element) -> None:
        for part in table.iter("caption", "tr"):
            cells = [words("".join(cell.itertext())) for cell in part if cell.tag in ("td", "th")]
            text = " | ".join(filter(None, cells)) if part.tag == "tr" else words("".join(part.itertext()))
            if text:
                linked = sum(len("".join(link.itertext())) for link in part.iter("a"))
                kind = BlockKind.TABLE if part.tag == "tr" else BlockKind.CAPTION
                self.found.append(Found(text, kind, part, min(linked / len(text), 1.0)))

    def add(self, text: str | None) -> None:
        if text:
            self.text.append(text)
            length = len(text.strip())
            for name, depth in self.within.items():
                self.chars[name] += length if depth else 0

    def flush(self, kind: BlockKind | None, element: Element) -> None:
        text = _lines("".join(self.text))
        if text:
            linked, timed, bold = (min(self.chars[name] / len(text), 1.0) for name in ("a", "time", "b"))
            self.found.append(Found(text, kind, element, linked, timed, bold))
        self.text.clear()
        self.chars = dict.fromkeys(self.chars, 0)


_COUNTED = {"a": "a", "time": "time", "b": "b", "strong": "b"}


def _shown(text: str, tag: str) -> str:
    return text.replace("\n", _BREAK) if tag == "pre" else text


def _kind(element: Element, kind: BlockKind | None) -> BlockKind | None:
    """The kind of what is in `element`, itself inside of a block of `kind`."""
    tag = str(element.tag)
    if tag in _KINDS:
        return _heading_or_prose(element) if _KINDS[tag] is BlockKind.HEADING else _KINDS[tag]
    if tag == "dt":
        return BlockKind.HEADING if len(words("".join(element.itertext())).split()) <= _MOST_TERM_WORDS else None
    if tag in _IN_FIGURE and kind is BlockKind.CAPTION:
        return None
    if tag == "body":
        return None
    return _named_kind(element, kind) or kind


def _heading_or_prose(element: Element) -> BlockKind | None:
    """A site may print a whole paragraph as a heading; a list item that is a heading is one."""
    return BlockKind.HEADING if len("".join(element.itertext()).split()) <= 40 else None


def _named_kind(element: Element, kind: BlockKind | None) -> BlockKind | None:
    """What the names in class, id, rel and itemprop say, where the text is as short as such things are."""
    if element.get("class") is None and element.get("rel") is None and element.get("itemprop") is None:
        return None
    match = _NAMED.search(names(element))
    named = match.lastgroup if match else "byline" if _is_author(element) else None
    if named is None or element.tag == "a":
        return None
    text = words("".join(element.itertext()))
    if named == "caption":
        return BlockKind.CAPTION if len(text) <= _MOST_CAPTION_CHARS else None
    count = len(text.split())
    if named == "credit":
        return BlockKind.CREDIT if kind is BlockKind.CAPTION and count <= _MOST_CREDIT_WORDS else None
    plain = kind is None and 0 < count <= _MOST_BYLINE_WORDS and not text.endswith((".", "!", "?", "”"))
    return BlockKind.BYLINE if plain and element.tag not in ("a", "span") else None


def _is_author(element: Element) -> bool:
    return "author" in (element.get("rel"), element.get("itemprop"))


def _holds_data(table: Element) -> bool:
    """Two columns or more of short cells; a table that lays out a page holds other tables, paragraphs, long texts."""
    if next(table.iter("thead", "th", "caption"), None) is not None and _is_innermost(table):
        return True
    rows = list(table.iter("tr"))
    cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
    if len(rows) < 2 or len(cells) < 2 * len(rows) or not _is_innermost(table):
        return False
    return all(len("".join(cell.itertext()).strip()) <= _MOST_CELL_CHARS for cell in cells)


def _is_innermost(table: Element) -> bool:
    return len(list(table.iter("table"))) == 1


def _stands_apart(previous: Element, child: Element) -> bool:
    """Whether two labels that touch in the source are two words: `<span class=a>07:42</span><span class=b>4 min`."""
    if previous.tail or previous.tag != child.tag or child.tag not in ("span", "a", "cite", "time", "button"):
        return False
    return all(element.get("class") or element.get("href") for element in (previous, child))
