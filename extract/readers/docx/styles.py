"""What the styles of a Word document make of a paragraph. Built-in styles have English names in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.model import BlockKind
from extract.readers.docx.element_names import attribute, child, children, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS = (
    (re.compile(r"title|headline"), BlockKind.TITLE),
    (re.compile(r"heading \d|subtitle|subhead(?:ing)?|kicker|toc heading"), BlockKind.HEADING),
    (re.compile(r"(?:intense |block )?(?:quote|quotation)s?|block text|pull ?quote"), BlockKind.QUOTE),
    (re.compile(r"caption|legend|photo ?caption"), BlockKind.CAPTION),
    (re.compile(r"list (?:bullet|number)(?: \d)?"), BlockKind.LIST),
    (re.compile(r"byline|author"), BlockKind.BYLINE),
    (re.compile(r"toc \d|table of figures|index \d|header|footer|envelope .*"), BlockKind.BOILERPLATE),
)
_MOST_BASES = 20  # styles may be based on each other in a circle
FIRST_HEADING = "heading 1"


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    kind: BlockKind | None = None
    numbered: bool = False


_PLAIN = Style("")


@dataclass(frozen=True, slots=True)
class Styles:
    by_id: Mapping[str, Style]

    def of(self, paragraph: Element) -> Style:
        """The style of a paragraph with what its own properties say on top."""
        own = child(paragraph, "pPr")
        style = self.by_id.get(value(child(own, "pStyle")) or "", _PLAIN)
        numbering = child(own, "numPr")
        if numbering is not None:
            return Style(style.name, style.kind, numbered=value(child(numbering, "numId")) != "0")
        if style.kind is None and _is_outlined(own):
            return Style(style.name, BlockKind.HEADING, style.numbered)
        return style


def styles_of(root: Element | None) -> Styles:
    if root is None:
        return Styles({})
    elements = {name: style for style in children(root, "style") if (name := attribute(style, "styleId"))}
    return Styles({name: _style(name, elements) for name in elements})


def _style(name: str, elements: Mapping[str, Element]) -> Style:
    """A style says what it is by its own name, or else by that of the style it is based on."""
    first, numbered = value(child(elements[name], "name")) or "", False
    at: str | None = name
    for _ in range(_MOST_BASES):
        element = elements.get(at or "")
        if element is None:
            break
        own = child(element, "pPr")
        numbered = numbered or child(own, "numPr") is not None
        kind = _kind((value(child(element, "name")) or "").lower())
        if kind or _is_outlined(own):
            return Style(first.lower(), kind or BlockKind.HEADING, numbered)
        at = value(child(element, "basedOn"))
    return Style(first.lower(), None, numbered)


def _kind(name: str) -> BlockKind | None:
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), None)


def _is_outlined(own: Element | None) -> bool:
    """Outline levels 0 to 8 are headings, 9 is body text."""
    level = value(child(own, "outlineLvl"))
    return level is not None and level != "9"
