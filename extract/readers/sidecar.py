"""What is known of an article beside it: `story.meta.json` next to `story.html`.

A JSON object with the names that front matter may use (`metadata.NAMES`); others are left alone. `story.html.meta.json`
is looked for first, so that two files of one name can have different ones. It wins over what the article says of
itself, and what the command says wins over it. A mistake in it is an error: whoever writes one means it, and all
relative dates of the article may hang on it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from extract.errors import ReadError
from extract.readers.dates import iso_date
from extract.readers.draft import Draft, ReadHints
from extract.readers.files import STANDARD_INPUT, label
from extract.readers.metadata import NAMES, field_of, of_values

ENDING = ".meta.json"
_MOST = 1_000_000  # bytes: more is no metadata


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A sidecar's path, its bytes (hashed with the article's, so that a change in it is seen), and what it says."""

    path: str
    raw: bytes
    said: Draft


def is_sidecar(name: str) -> bool:
    """Whether a file of this name describes another, and is no article."""
    return name.lower().endswith(ENDING)


def sidecar_of(source: str) -> Sidecar | None:
    """The sidecar of the file `source`; None where there is none. Raises ReadError, which names both."""
    for path in (source + ENDING, _stem(source) + ENDING):
        if os.path.isfile(path):  # noqa: PTH113 - unlike Path.is_file it raises nothing for a name that is too long
            return _read(path, source)
    return None


def _stem(source: str) -> str:
    stem, ending = os.path.splitext(source)  # noqa: PTH122
    return source if ending == "." else stem


def parsed(path: str, raw: bytes, source: str) -> Sidecar:
    """The same from its bytes, as for a member of an archive."""
    try:
        values = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _wrong(path, source, f"is not UTF-8 (byte {error.start})") from error
    except json.JSONDecodeError as error:
        reason = f"is not valid JSON ({error.msg}, line {error.lineno}, column {error.colno})"
        raise _wrong(path, source, reason) from error
    except (ValueError, RecursionError) as error:
        raise _wrong(path, source, "is not valid JSON") from error
    if not isinstance(values, dict):
        raise _wrong(path, source, 'is not a JSON object like {"published": "2024-03-12"}')
    _check(path, source, values)
    return Sidecar(path, raw, of_values(values))


def described(hints: ReadHints, source: str) -> ReadHints:
    """The hints for the file `source`, with what its sidecar says if it has one. Raises ReadError."""
    sidecar = None if source == STANDARD_INPUT else sidecar_of(source)
    return with_sidecar(hints, sidecar) if sidecar else hints


def with_sidecar(hints: ReadHints, sidecar: Sidecar) -> ReadHints:
    """The hints, and where they say nothing, the sidecar."""
    values: dict[str, Any] = {name: getattr(hints, name) or getattr(sidecar.said, name) for name in NAMES}
    notes = (*hints.notes, f"described by {label(os.path.basename(sidecar.path))}")  # noqa: PTH119 - of each article
    return replace(hints, **values, notes=notes, beside=sidecar.raw)


def _read(path: str, source: str) -> Sidecar:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            raw = file.read(_MOST + 1)
    except OSError as error:
        raise _wrong(path, source, f"cannot be read ({error.strerror or error})") from error
    if len(raw) > _MOST:
        raise _wrong(path, source, f"has more than {_MOST / 1e6:.0f} MB")
    return parsed(path, raw, source)


def _check(path: str, source: str, values: Mapping[str, object]) -> None:
    """Each value that has a known name must be text; a date one that can be read; authors may be a list."""
    for key, value in values.items():
        field = field_of(key)
        if field is None or value is None:
            continue
        items = value if isinstance(value, list) and field == "byline" else [value]
        if not all(isinstance(item, str) or (field == "published" and type(item) is int) for item in items):
            raise _wrong(path, source, f"has no text as its {key!r}")
        if field == "published" and iso_date(value) is None:
            reason = f"has a date that could not be read: {str(value)[:40]!r} (write 2024-03-12, 2024-03 or 2024)"
            raise _wrong(path, source, reason)


def _wrong(path: str, source: str, reason: str) -> ReadError:
    name, about = label(PurePath(path).name), label(PurePath(source).name)
    return ReadError(f"{name}, which describes {about}, {reason}. Correct it, or remove it.")
