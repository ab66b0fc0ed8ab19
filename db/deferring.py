"""Indexes that storing does not read: taken away while a new database is filled, made when all is stored.

Rows come in no order of subjects, confidences or names, so that each of these indexes changes a page for each row once
it is larger than what articles of one transaction fill. Made at the end, it is sorted once. Their statements wait in
the database itself: if the process ends before, whoever opens it next to write makes them.
"""

from __future__ import annotations

import json

from db.sqlite import Connection
from db.steps import tell
from db.turns import immediate

_WAITING = "deferred_indexes"
_TABLES = (
    "claims", "statements", "statement_counts", "sentences", "mentions", "qualifiers", "quantities", "attributions",
)  # fmt: skip
#: Those that storing reads (`tests/test_deferring.py` goes through its queries), and those that hold few rows.
_READ = frozenset(
    {
        "claims_article", "claims_subject_who", "claims_object_who", "claims_statement", "claims_event",
        "claims_event_told", "claims_statement_event", "claims_kept", "claims_reviewed",
        "statements_bucket", "statements_contest", "statements_scale", "statements_theme", "statements_theme_unnamed",
        "statements_dispute", "statements_superseded_by", "attributions_article",
    }
)  # fmt: skip
_INDEXES = """
SELECT name, sql FROM sqlite_master
WHERE type = 'index' AND sql LIKE 'CREATE INDEX%' AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY name
"""
_IS_WAITING = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
_MAY_WAIT = """
SELECT (SELECT COUNT(*) FROM articles) <= ? AND NOT EXISTS (SELECT 1 FROM reviews)
"""


def defer(connection: Connection, articles: int) -> bool:
    """Takes the indexes away where so many articles come that most of the database will be new, and nobody reviews it.

    Whether they are away now.
    """
    if is_deferred(connection):
        return True
    if not connection.execute(_MAY_WAIT, (articles,)).fetchone()[0]:
        return False
    with immediate(connection):
        connection.execute(f"CREATE TABLE {_WAITING} (name TEXT PRIMARY KEY, sql TEXT NOT NULL) STRICT")
        found = [(name, sql) for name, sql in connection.execute(_INDEXES, (json.dumps(_TABLES),)) if name not in _READ]
        connection.executemany(f"INSERT INTO {_WAITING} VALUES (?, ?)", found)  # noqa: S608
        for name, _ in found:
            connection.execute(f"DROP INDEX {name}")
    return True


def is_deferred(connection: Connection) -> bool:
    """Whether indexes wait to be made."""
    return connection.execute(_IS_WAITING, (_WAITING,)).fetchone() is not None


def make(connection: Connection) -> None:
    """Makes the indexes that wait, each in a transaction of its own, so that none is made twice."""
    if not is_deferred(connection):
        return
    total = left = _left(connection)
    while left:
        tell("Indexes", total - left, total)
        _make_next(connection)
        left = _left(connection)
    connection.execute("PRAGMA analysis_limit = 400")
    connection.execute("ANALYZE")


def _left(connection: Connection) -> int:
    """How many steps there are: one for each index, one for the list."""
    return connection.execute(f"SELECT COUNT(*) + 1 FROM {_WAITING}").fetchone()[0] if is_deferred(connection) else 0  # noqa: S608


def _make_next(connection: Connection) -> None:
    with immediate(connection):
        if not is_deferred(connection):  # another process has made the last
            return
        row = connection.execute(f"SELECT name, sql FROM {_WAITING} ORDER BY name LIMIT 1").fetchone()  # noqa: S608
        if row is None:
            connection.execute(f"DROP TABLE {_WAITING}")
            return
        name, statement = row
        connection.execute(f"DROP INDEX IF EXISTS {name}")
        connection.execute(statement)
        connection.execute(f"DELETE FROM {_WAITING} WHERE name = ?", (name,))  # noqa: S608
