"""Scripts of SQL, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from db.sqlite import Connection, sqlite3


def run_script(connection: Connection, name: str) -> None:
    """Runs a file of this package inside the open transaction; the driver's own `executescript` would commit first."""
    for statement in statements(files("db").joinpath(name).read_text(encoding="utf-8")):
        connection.execute(statement)


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, triggers whole."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
