"""Options that say how files are read: which columns of tables hold what, and how much one file may take."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

import click

from extract.readers.containers.column_names import Columns
from extract.readers.containers.limits import Limits
from extract.readers.containers.members import Unpacking
from extract.workers import TIMEOUT

F = TypeVar("F", bound=Callable[..., Any])
_DEFAULT = Limits()
_COLUMNS = {
    "text": "Column of a table, or key in JSON, with the text of an article. All columns are guessed if not given.",
    "title": "Column with the title.",
    "date": "Column with the publication date.",
    "outlet": "Column with the outlet.",
    "url": "Column with the web address.",
    "author": "Column with the author.",
    "language": "Column with the language, such as en.",
    "id": "Column with an ID that stays the same in later runs.",
}
_JSON_MAP = (
    "Where JSON holds a field, such as text=fields.body or articles=response.results (the list). May be repeated."
)

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_SIZE = re.compile(r"(?P<number>\d{1,15}(?:\.\d{1,3})?)\s*(?P<unit>[kmgt]?)b?", re.IGNORECASE)


def columns(command: F) -> F:
    """--text-column and the like, for tables and JSON, and --json-map."""
    mapping = click.option("--json-map", multiple=True, metavar="FIELD=PATH", callback=_parse_map, help=_JSON_MAP)
    command = mapping(command)
    for name, what in reversed(_COLUMNS.items()):
        command = click.option(f"--{name}-column", metavar="NAME", help=what)(command)
    return command


def fetching(command: F) -> F:
    """--fetch and --fetch-delay."""
    delay = click.option(
        "--fetch-delay", type=click.FloatRange(0, 3600), default=1.0, show_default=True, metavar="SECONDS", help=_DELAY
    )
    return click.option("--fetch", is_flag=True, help=_FETCH)(delay(command))


def limits(command: F) -> F:
    """--max-bytes and the like, --timeout."""
    at_least_one, count = click.IntRange(min=1), _DEFAULT.max_members
    size: dict[str, Any] = {"callback": parse_size, "metavar": "SIZE", "show_default": True}
    for option in reversed(
        (
            click.option(
                "--max-bytes", default=size_text(_DEFAULT.max_bytes), help="Largest size of one article.", **size
            ),
            click.option("--max-unpacked", default=size_text(_DEFAULT.max_unpacked), help=_MAX_UNPACKED, **size),
            click.option("--max-members", type=at_least_one, default=count, show_default=True, help=_MAX_MEMBERS),
            click.option("--max-depth", type=_DEPTHS, default=_DEFAULT.max_depth, show_default=True, help=_MAX_DEPTH),
            click.option("--timeout", default=TIMEOUT, show_default=True, callback=_limit, help=_TIMEOUT),
        )
    ):
        command = option(command)
    return command


_FETCH = "Fetch the pages named in lists of addresses, sitemaps and rows without a text. Otherwise nothing is fetched."
_DELAY = "Shortest time between two requests to one host."
_MAX_UNPACKED = "Largest unpacked size of one archive."
_MAX_DEPTH = "How deep archives may be nested."
_TIMEOUT = "Seconds of processor time that one article may take; 0 for no limit."
_DEPTHS = click.IntRange(0, 20)
_MAX_MEMBERS = "Largest number of articles in one archive, feed or table."


def _limit(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    return value if value > 0 else math.inf


def _parse_map(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value in values:
        name, sign, path = value.partition("=")
        if not (sign and path and name in {field.name for field in fields(Columns)}):
            known = ", ".join(field.name for field in fields(Columns))
            raise click.BadParameter(f"{value!r} is not FIELD=PATH, where FIELD is one of {known}.")
        found[name] = path
    return found


def unpacking(given: Mapping[str, Any]) -> Unpacking:
    """What the options of `columns` and `limits` say."""
    named = {name: given[f"{name}_column"] for name in _COLUMNS} | given["json_map"]
    bounds = {field.name: given[field.name] for field in fields(Limits)}
    return Unpacking(Limits(**bounds), Columns(**named))


def parse_size(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    """The bytes that an option's value names: a callback for click."""
    match = _SIZE.fullmatch(value.strip())
    size = int(float(match["number"]) * _UNITS[match["unit"].lower()]) if match else 0
    if size < 1:
        raise click.BadParameter(f"{value!r} is not a size. Write 50MB, 2GB or a number of bytes.")
    return size


def size_text(size: int) -> str:
    """The shortest way to write it: "50MB"."""
    for unit in ("t", "g", "m", "k"):
        if size % _UNITS[unit] == 0:
            return f"{size // _UNITS[unit]}{unit.upper().replace('K', 'k')}B"
    return str(size)
