"""Many rows into an indexed table at once.

FTS5 writes its pending words out at every statement that triggers cause; a statement for each row makes
storing an article cost half as much again. So rows wait in a table of this connection, in memory, and go
over in one statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.rows import Row, insert, listed_names
from db.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Stage:
    """A table in which rows wait for another; `columns` are named with spaces between."""

    table: str
    columns: str

    def prepare(self, connection: Connection) -> None:
        """Makes the waiting table; once for a connection, outside of transactions."""
        connection.execute("PRAGMA temp_store = MEMORY")
        query = f"SELECT {listed_names(self.columns)} FROM {self.table} WHERE 0"  # noqa: S608
        connection.execute(f"CREATE TEMP TABLE staged_{self.table} AS {query}")

    def put(self, connection: Connection, rows: Iterable[Row]) -> None:
        """Inserts rows, inside the transaction that is open."""
        staged = f"temp.staged_{self.table}"
        connection.executemany(insert(staged, self.columns), rows)
        connection.execute(
            f"INSERT INTO main.{self.table} ({listed_names(self.columns)}) SELECT * FROM {staged}"  # noqa: S608
        )
        connection.execute(f"DELETE FROM {staged}")  # noqa: S608
