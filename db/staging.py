"""Many rows into an indexed table at once.

FTS5 writes its pending words out at every statement that triggers cause; a statement for each row makes
storing an article cost half as much again. So rows wait in a table of this connection, in memory, and go
over in one statement.
"""

from __future__ import annotations

from collections.abc import Iterable

from db.rows import CLAIM_COLUMNS, SENTENCE_COLUMNS, Row, insert, listed_names
from db.sqlite import Connection

_COLUMNS = {"sentences": SENTENCE_COLUMNS, "claims": CLAIM_COLUMNS}
_STAGE = {table: insert(f"temp.staged_{table}", columns) for table, columns in _COLUMNS.items()}
_MOVE = {
    table: f"INSERT INTO main.{table} ({listed_names(columns)}) SELECT * FROM temp.staged_{table}"  # noqa: S608
    for table, columns in _COLUMNS.items()
}


def prepare(connection: Connection) -> None:
    """Makes the waiting tables; once for a connection, outside of transactions."""
    connection.execute("PRAGMA temp_store = MEMORY")
    for table, columns in _COLUMNS.items():
        connection.execute(f"CREATE TEMP TABLE staged_{table} AS SELECT {listed_names(columns)} FROM {table} WHERE 0")  # noqa: S608


def put(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    """Inserts rows of `SENTENCE_COLUMNS` or `CLAIM_COLUMNS`, inside the transaction that is open."""
    connection.executemany(_STAGE[table], rows)
    connection.execute(_MOVE[table])
    connection.execute(f"DELETE FROM temp.staged_{table}")  # noqa: S608
