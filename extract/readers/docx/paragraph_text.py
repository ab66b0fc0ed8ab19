"""The words of one paragraph: what a reader of the document sees once all tracked changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.readers.docx.element_names import attribute, child, is_on, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: Deleted text, field codes, properties, the reading aid above Asian characters.
_UNSEEN = frozenset(("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "rt", "rubyPr", "sdtPr"))
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SPACES = re.compile(r"[ \t]+")
_NOTES = ("footnoteReference", "endnoteReference")


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its text, the ids of its notes, and the text boxes that hang on it."""

    text: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    inserted: int = 0
    deleted: int = 0

    def joined(self) -> str:
        return "".join(self.text)


def tidy(text: str) -> str:
    """`text` without spaces at the ends of its lines, with one between words; no-break spaces stay."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def words_of(paragraph: Element) -> Words:
    """Trees are at most 256 deep (libxml2's limit), so that going down by itself is safe."""
    words = Words()
    _add(words, paragraph)
    return words


def _add(words: Words, element: Element) -> None:
    for inner in visible(element):
        name = local(inner)
        if name in ("del", "moveFrom"):
            words.deleted += 1
        elif name == "txbxContent":
            words.boxes.append(inner)
        elif name in ("t", f"{_MATH}t"):
            words.text.append(inner.text or "")
        elif name in _NOTES:
            words.notes.append((name.removesuffix("Reference"), attribute(inner, "id") or ""))
        elif name == "br":
            words.text.append("\n")
        elif name in _SIGNS:
            words.text.append(_SIGNS[name])
        elif name not in _UNSEEN and not _is_hidden(inner):
            words.inserted += name in ("ins", "moveTo")
            _add(words, inner)


def visible(element: Element) -> Iterator[Element]:
    """The children; of the alternatives for newer and older programs only the first."""
    if element.tag == f"{_COMPATIBILITY}AlternateContent":
        choices = [c for c in element if c.tag in (f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback")]
        return iter(choices[:1])
    return iter(element)


def _is_hidden(element: Element) -> bool:
    return local(element) == "r" and is_on(child(child(element, "rPr"), "vanish"))
