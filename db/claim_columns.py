"""Brings the table of claims to what `extract.fields` declares: columns, indexes, what full-text search looks through.
Its rows are counted beside it.

Steps of the schema's history (`db.migrations`) are for all else. A field that is declared anew needs none: its column
is added when a database is opened, and so is whatever somebody's own tools have dropped (`sqlite-utils transform` makes
a table anew without generated columns and triggers).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from db import claims
from db.sqlite import Connection
from db.steps import tell
from extract import fields
from extract.declaration import Field, Kind

if TYPE_CHECKING:
    from sqlite_utils.db import Table

_FTS = "claims_fts"
_TOKENIZER = "porter unicode61 remove_diacritics 2"
_COLUMNS = "SELECT name FROM pragma_table_xinfo(?)"
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'claims'"
#: A generated column, which nothing but SQL can declare.
_CLAIM = (
    "ALTER TABLE claims ADD COLUMN claim TEXT GENERATED ALWAYS AS "
    "(subject || ' · ' || relation || COALESCE(' · ' || object, '')) VIRTUAL"
)
#: How many current claims have each status and rule and are or are not stated as fact: going through ten million of an
#: index takes half a second, through their rows 20.
_COUNTS = """
CREATE TABLE claim_counts (
  status TEXT NOT NULL, rule TEXT NOT NULL, stated INTEGER NOT NULL CHECK (stated IN (0, 1)), claims INTEGER NOT NULL,
  PRIMARY KEY (status, rule, stated)
) STRICT, WITHOUT ROWID
"""
#: What is counted of a claim: as the view `asserted` has it.
_COUNTED_BY = "{0}status, {0}rule, {0}factuality IS 'CT+' AND {0}attribution IS NULL"
_NEW, _OLD = _COUNTED_BY.format("new."), _COUNTED_BY.format("old.")
_ADDED = "ON CONFLICT DO UPDATE SET claims = claims + excluded.claims"
_COUNT = (
    f"INSERT INTO claim_counts SELECT {_COUNTED_BY.format('')}, COUNT(*) FROM claims "  # noqa: S608
    f"WHERE id > ? AND id <= ? AND +current = 1 GROUP BY 1, 2, 3 {_ADDED}"
)
#: So many claims are counted between two words on how far it is.
_AT_ONCE = 100_000
_COUNTED = (
    f"CREATE TEMP VIEW IF NOT EXISTS claim_counts (status, rule, stated, claims) AS SELECT "  # noqa: S608
    f"{_COUNTED_BY.format('')}, COUNT(*) FROM claims WHERE current = 1 GROUP BY 1, 2, 3"
)
_COUNT_IN = f"INSERT INTO claim_counts VALUES ({_NEW}, new.current) {_ADDED};"  # noqa: S608
_COUNT_OUT = f"UPDATE claim_counts SET claims = claims - old.current WHERE (status, rule, stated) = ({_OLD});"  # noqa: S608
_COUNTING = {
    "claim_counts_insert": f"CREATE TRIGGER claim_counts_insert AFTER INSERT ON claims BEGIN {_COUNT_IN} END",
    "claim_counts_delete": f"CREATE TRIGGER claim_counts_delete AFTER DELETE ON claims BEGIN {_COUNT_OUT} END",
    "claim_counts_update": "CREATE TRIGGER claim_counts_update "
    "AFTER UPDATE OF current, status, rule, factuality, attribution ON claims "
    f"WHEN (old.current, {_OLD}) IS NOT (new.current, {_NEW}) "
    f"BEGIN {_COUNT_OUT} {_COUNT_IN} END",
}


def is_complete(connection: Connection) -> bool:
    """Whether the table of claims is what is declared. (Indexes come with columns, and are not looked for.)"""
    return is_readable(connection) and is_counted(connection)


def is_readable(connection: Connection) -> bool:
    """The same, whether or not claims are counted: see `count_when_asked`."""
    return not _missing(connection) and _is_searched(connection)


def complete(connection: Connection) -> tuple[str, ...]:
    """Adds what is missing, inside the transaction that is open, and returns the names of the columns added. Rows that
    are there get what follows from their other fields, NULL for the rest."""
    missing = _missing(connection)
    for field in missing:
        _add(connection, field)
    claims.fill(connection, [field for field in missing if field.value])
    if not _is_searched(connection):
        _index_words(connection)
    if not is_counted(connection):
        _follow_counts(connection)
        count(connection)
    return fields.names(missing)


def _table(connection: Connection) -> Table:
    from sqlite_utils import Database  # it takes a fifth of a second, and is rarely needed

    return Database(connection, recursive_triggers=False).table("claims")


def _missing(connection: Connection) -> list[Field]:
    there = _names(connection, "claims")
    return [field for field in fields.of("claims") if field.name not in there]


def _names(connection: Connection, table: str) -> frozenset[str]:
    return frozenset(name for (name,) in connection.execute(_COLUMNS, (table,)))


def _add(connection: Connection, field: Field) -> None:
    if field.name == "claim":
        connection.execute(_CLAIM)
        return
    if field.kind is Kind.ENTITY:  # (sqlite-utils would make the whole table anew for a reference)
        connection.execute(f'ALTER TABLE claims ADD COLUMN "{field.name}" {field.storage} REFERENCES entities (id)')
    else:
        _table(connection).add_column(field.name, field.storage)
    if field.indexed or field.facet:
        _table(connection).create_index([field.name], index_name=f"claims_{field.name}", if_not_exists=True)


def _is_searched(connection: Connection) -> bool:
    """Whether full-text search looks through all fields that it should, and follows them."""
    return _names_searched(connection) == set(_searchable()) and _follows(connection, _triggers())


def is_counted(connection: Connection) -> bool:
    return "stated" in _names(connection, "claim_counts") and _follows(connection, _COUNTING)


def count(connection: Connection) -> None:
    """Counts all claims anew, also where a tool changed them in a way that no trigger sees (INSERT OR REPLACE)."""
    connection.execute("DELETE FROM claim_counts")
    (last,) = connection.execute("SELECT COALESCE(MAX(id), 0) FROM claims").fetchone()
    for start in range(0, last, _AT_ONCE):
        tell("Counts of claims", start, last)
        connection.execute(_COUNT, (start, start + _AT_ONCE))


def count_when_asked(connection: Connection) -> None:
    """Counts claims at each query of this connection, where the database cannot be written to and nothing counts
    them."""
    (reading,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    connection.execute(_COUNTED)
    connection.execute(f"PRAGMA query_only = {reading}")


def _follows(connection: Connection, triggers: Mapping[str, str]) -> bool:
    return triggers.items() <= dict(connection.execute(_TRIGGERS).fetchall()).items()


def _follow_counts(connection: Connection) -> None:
    connection.execute("DROP TABLE IF EXISTS claim_counts")
    connection.execute(_COUNTS)
    for name, statement in _COUNTING.items():
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(statement)


def _names_searched(connection: Connection) -> frozenset[str]:
    return frozenset(name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (_FTS,)))


@cache
def _searchable() -> tuple[str, ...]:
    return fields.names(field for field in fields.of("claims") if field.searchable)


def _index_words(connection: Connection) -> None:
    """Makes the full-text index anew. Its triggers are ours: those of sqlite-utils write to it at every change of a
    claim, whether or not its words changed."""
    table = _table(connection)
    if table.detect_fts():
        table.disable_fts()
    table.enable_fts(_searchable(), tokenize=_TOKENIZER)
    for name, statement in _triggers().items():
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(statement)


@cache
def _triggers() -> dict[str, str]:
    names = ", ".join(_searchable())
    new, old = (", ".join(f"{row}.{name}" for name in _searchable()) for row in ("new", "old"))
    into = f"INSERT INTO {_FTS} (rowid, {names}) VALUES (new.id, {new});"  # noqa: S608
    out = f"INSERT INTO {_FTS} ({_FTS}, rowid, {names}) VALUES ('delete', old.id, {old});"  # noqa: S608
    return {
        f"{_FTS}_insert": f"CREATE TRIGGER {_FTS}_insert AFTER INSERT ON claims BEGIN {into} END",
        f"{_FTS}_delete": f"CREATE TRIGGER {_FTS}_delete AFTER DELETE ON claims BEGIN {out} END",
        f"{_FTS}_update": f"CREATE TRIGGER {_FTS}_update AFTER UPDATE OF id, {names} ON claims BEGIN {out} {into} END",
    }
