"""Titles and authors that programs write into documents: most are left over from the program or the machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from extract.text.blocks import folded

_MADE = re.compile(
    r"microsoft (?:word|office|powerpoint)\b.*|untitled.*|(?:new )?document\s*\d*|doc\s*\d+|.*\(anonymous\).*|"
    r"(?:print|printout|layout|slide|page|seite|unbenannt|no title|title|headline|word document|template)\s*\d*|"
    r".*\.(?:docx?|odt|rtf|indd|qxp|qxd|pdf|tex|dvi|html?|txt|fm|pages|ps|eps)",
    re.I,
)
_FILE_NAME = re.compile(r"\S*[_\d]\S*|\S+[-_]\S+[-_]\S*")
_NOBODY = re.compile(
    r"(?:python-docx|microsoft office user|user|users?\d*|admin(?:istrator)?|author|owner|root|guest|unknown|"
    r"anonymous|\(?unspecified\)?|default|test|home|office|pc|windows user|registered user|reportlab.*|"
    r".*\b(?:inc|ltd|gmbh|corp|llc|software|converter|writer)\b\.?)",
    re.I,
)
_PERSON = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?:\s+[^\W\d_][\w.'’-]*){1,4}")
_LOOKED_AT = 10  # pieces
_FEWEST_WORDS = 3


def believable_title(title: str | None, source: str, words: Sequence[str]) -> str | None:
    """`title` if it is a headline of this document: printed at its head, or at least worded like one.

    "Microsoft Word - doc1", "budget_final_v3.indd" and the name of the file itself are none.
    """
    text = " ".join((title or "").split())
    if not text or _MADE.fullmatch(text) or _FILE_NAME.fullmatch(text) or _same(text, PurePath(source).stem):
        return None
    printed = folded(text) in folded(" ".join(words[:_LOOKED_AT]))
    return text if printed or len(text.split()) >= _FEWEST_WORDS else None


def believable_author(author: str | None) -> str | None:
    """`author` if it reads like the names of people: "Mira Tolland; Jon Hale", not "Administrator" or "mtolland"."""
    names = [name.strip() for name in re.split(r"[;,&]|\band\b", author or "") if name.strip()]
    if names and all(_PERSON.fullmatch(name) and not _NOBODY.fullmatch(name) for name in names):
        return ", ".join(names)
    return None


def _same(text: str, stem: str) -> bool:
    return folded(text.replace("_", " ")) == folded(re.sub(r"[_-]", " ", stem))
