"""What a Word document says about itself, as far as it can be believed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.readers.dates import iso_date
from extract.readers.docx.body import Text
from extract.readers.docx.package import Package
from extract.readers.printed_metadata import believable_author, believable_title, printed_author, printed_date

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Properties:
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


def properties(package: Package, text: Text) -> Properties:
    """Title, author and language of the core properties.

    When the file was made or changed is not when the article was published: that is a note, no date.
    """
    words = [piece.text for piece in text.pieces]
    core = package.properties()
    if core is None:
        return Properties(byline=printed_author(words), published=printed_date(words))
    language = _value(core, "language") or ""
    return Properties(
        title=believable_title(_value(core, "title"), package.source, words),
        byline=printed_author(words) or believable_author(_value(core, "creator")),
        published=printed_date(words),
        language=language.split("-")[0].lower() if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w+)*", language) else None,
        notes=tuple(_made(_value(core, "created"))),
    )


def _made(created: str | None) -> list[str]:
    date = (iso_date(created or "") or "")[:10]
    return [f"the file was made on {date}; that is not taken for its date of publication"] if date else []


def _value(core: Element, name: str) -> str | None:
    for element in core:
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name:
            return " ".join("".join(element.itertext()).split()) or None
    return None
