"""What hangs on a claim in tables of its own: its qualifiers and quantities. In the log each list is one value."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from db.reviews.record import Values
from db.rows import insert, spans_json
from db.sqlite import Connection

#: Name in the log -> table, and its columns in the order of the log's lists.
_TABLES = {
    "further": ("qualifiers", "role text spans value"),
    "numbers": ("quantities", "text spans low high unit approximate"),
}


def read(connection: Connection, claim: int, names: Iterable[str] = tuple(_TABLES)) -> Values:
    """Lists of a claim (by row id), each entry as [column, ...], spans as lists of [start, end]."""
    return {name: _read(connection, claim, *_TABLES[name]) for name in names}


def _read(connection: Connection, claim: int, table: str, columns: str) -> list[list[Any]]:
    names = columns.split()
    at = names.index("spans")
    query = f"SELECT {', '.join(names)} FROM {table} WHERE claim = ? ORDER BY position"  # noqa: S608
    rows = connection.execute(query, (claim,)).fetchall()
    return [[json.loads(value) if n == at else value for n, value in enumerate(row)] for row in rows]


def parted(values: Values) -> tuple[Values, Values]:
    """Values that are columns of the claim itself, and those that hang on it."""
    return {n: v for n, v in values.items() if n not in _TABLES}, {n: v for n, v in values.items() if n in _TABLES}


def write(connection: Connection, claim: int, hung: Values) -> None:
    """Puts lists in the place of those that the claim (by row id) has; lists that are not given stay."""
    for name, entries in hung.items():
        table, columns = _TABLES[name]
        names = columns.split()
        at = names.index("spans")
        connection.execute(f"DELETE FROM {table} WHERE claim = ?", (claim,))  # noqa: S608
        connection.executemany(
            insert(table, f"claim position {columns}"),
            [
                (claim, position, *(spans_json(value) if n == at else value for n, value in enumerate(entry)))
                for position, entry in enumerate(entries)
            ],
        )


def within(entries: list[list[Any]], spans: list[list[int]]) -> list[list[Any]]:
    """The numbers of a list that stand at these places."""
    places = [entry[1] for entry in entries]
    kept = [all(any(low <= start and end <= high for low, high in spans) for start, end in at) for at in places]
    return [entry for entry, inside in zip(entries, kept, strict=True) if inside]
