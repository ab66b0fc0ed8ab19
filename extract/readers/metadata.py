"""What a text file says about itself before it begins: YAML front matter, or "Key: value" lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from extract.readers.dates import iso_date
from extract.readers.draft import Draft

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MOST = 65_536  # characters of front matter: more is no metadata
_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{1,20}):[ \t]+(?P<value>\S.*)")
#: Each field of an article and the keys that name it.
NAMES = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline", "by"),
    "outlet": ("outlet", "publisher", "source", "publication", "site", "site_name"),
    "published": ("date", "published", "publication_date", "published_at", "pubdate"),
    "language": ("language", "lang"),
    "url": ("url", "link", "canonical", "canonical_url"),
}
_KEYS = {name: field for field, names in NAMES.items() for name in names}
#: A single line of this kind is no prose either ("Published: 3 May 2024").
_FEWEST_LINES = 2


def split(text: str) -> tuple[Draft, str]:
    """The metadata at the head of `text`, and the text after it."""
    front = _FRONT.match(text[: _MOST + 8])
    if front:
        return _from_yaml(front[1] or ""), text[front.end() :]
    return _from_lines(text)


def _from_yaml(front: str) -> Draft:
    import yaml

    try:
        values = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError):
        return Draft(notes=("its front matter is not valid YAML and was left out",))
    return of_values(values) if isinstance(values, dict) else Draft()


def _from_lines(text: str) -> tuple[Draft, str]:
    """Header lines, if a text opens with at least two known keys and an empty line ends them."""
    head, _, body = text.lstrip("\ufeff\r\n").partition("\n\n") if "\r\n" not in text else _crlf(text)
    matches = [_LINE.fullmatch(line.rstrip()) for line in head.splitlines()]
    found = {m["key"].strip(): m["value"] for m in matches if m}
    plain = len(found) == len(matches) >= _FEWEST_LINES and all(_key(key) in _KEYS for key in found)
    return (of_values(found), body) if plain and body.strip() else (Draft(), text)


def _crlf(text: str) -> tuple[str, str, str]:
    return text.lstrip("\ufeff\r\n").partition("\r\n\r\n")


def of_values(values: Mapping[Any, object]) -> Draft:
    """What pairs of key and value say; the first of several keys for one field wins, unknown keys are left alone."""
    found: dict[str, Any] = {}
    notes: list[str] = []
    for key, value in values.items():
        field = field_of(key)
        text = _published(value, notes) if field == "published" else _plain(value)
        if field and text and field not in found:
            found[field] = text
    return Draft(**found, notes=tuple(notes))


def field_of(key: object) -> str | None:
    """The field that a key names, None for others."""
    return _KEYS.get(_key(str(key)))


@lru_cache(maxsize=1000)
def _key(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def _published(value: object, notes: list[str]) -> str | None:
    date = iso_date(value)
    if date is None and value:
        notes.append(f"its date {str(value)[:40]!r} could not be read")
    return date


def _plain(value: object) -> str | None:
    """A scalar as one line; a list of scalars joined by commas (authors)."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_plain(item) for item in value if not isinstance(item, list)))) or None
    return " ".join(str(value).split()) or None if isinstance(value, str | int | float) else None
