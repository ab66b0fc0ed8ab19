"""Time limits of queries, and no log of failed ones."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from db.sqlite import Connection, sqlite3

if TYPE_CHECKING:
    from datasette.database import Database

T = TypeVar("T")
#: Reads something in a thread that has a connection.
Execute = Callable[[Callable[[Connection], Any]], Awaitable[Any]]


def limit_time(database: Database, milliseconds: int) -> None:
    """From now on whatever is read of this database ends in this time, or raises QueryInterrupted.

    Datasette limits queries of its own only, and prints each that fails, with the words that somebody looked for.
    """
    execute, execute_fn = database.execute, database.execute_fn

    async def silently(sql: str, *given: Any, **named: Any) -> Any:
        return await execute(sql, *given, **{**named, "log_sql_errors": False})

    setattr(database, "execute", silently)  # noqa: B010 - mypy knows no such assignment
    setattr(database, "execute_fn", partial(_within, execute_fn, milliseconds))  # noqa: B010


async def read_within(database: Database, work: Callable[[Connection], T], seconds: int) -> T:
    """Reads all of something that somebody saves, in more time than a page may take."""
    execute_fn: Any = database.execute_fn
    plain = execute_fn.args[0] if isinstance(execute_fn, partial) else execute_fn
    found: T = await _within(plain, seconds * 1000, work)
    return found


async def _within(execute_fn: Execute, milliseconds: int, work: Callable[[Connection], Any]) -> Any:
    from datasette.database import QueryInterrupted
    from datasette.utils import sqlite_timelimit

    def limited(connection: Connection) -> Any:
        late = time.perf_counter() + milliseconds / 1000
        with sqlite_timelimit(connection, milliseconds):
            try:
                return work(connection)
            except sqlite3.OperationalError as error:
                if time.perf_counter() >= late:  # "interrupted", or what that made fail
                    raise QueryInterrupted(error, "", {}) from error
                raise

    return await execute_fn(limited)
