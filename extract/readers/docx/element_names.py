"""WordprocessingML's elements by their local names: the same in both of its name spaces (ECMA-376 and ISO strict)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)


def local(element: Element) -> str:
    """The name of one of Word's own elements; of another vocabulary's, with its name space."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    return name if f"{space}}}" in _SPACES else tag


def child(element: Element | None, name: str) -> Element | None:
    return None if element is None else next(children(element, name), None)


def children(element: Element, name: str) -> Iterator[Element]:
    return (inner for inner in element if local(inner) == name)


def attribute(element: Element | None, name: str) -> str | None:
    if element is None:
        return None
    return next((str(v) for s in _SPACES if (v := element.get(s + name)) is not None), None)


def value(element: Element | None) -> str | None:
    return attribute(element, "val")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as <w:vanish/> is there and not switched off."""
    return element is not None and (value(element) or "true").lower() not in ("0", "false", "off")
