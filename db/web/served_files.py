"""Whether the served database is still the file at its path, so that no decision goes into a file that is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from weakref import WeakKeyDictionary

from db.database_files import OpenedFiles
from db.sqlite import Connection
from db.web.http.asgi import Datasette
from extract.errors import MovedDatabaseError

#: Says no path: it is shown to whoever decides.
MOVED = (
    "The database, or a file beside it (-wal, -shm), was moved, replaced or deleted while it was being served. "
    "Nothing can be stored until the server is restarted."
)

#: Seconds that saving may wait for another program that is writing.
_SAVE_SECONDS = 3.0

_paths: WeakKeyDictionary[Datasette, Path] = WeakKeyDictionary()
_files: WeakKeyDictionary[Datasette, OpenedFiles] = WeakKeyDictionary()


def watch(datasette: Datasette, database: Path) -> None:
    """For what `extract serve` serves: its files are looked at from when they are open on."""
    _paths[datasette] = database


async def start(datasette: Datasette) -> None:
    """Opens the connection that writes, which stays open, and notes which files it has."""
    path = _paths.get(datasette)
    if path is None:
        return

    def look(connection: Connection) -> None:
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()  # SQLite opens the log when it reads
        _files[datasette] = OpenedFiles(path)

    await _do(datasette, look)


def check(datasette: Datasette) -> None:
    """Raises MovedDatabaseError where another file is there now, or none."""
    if datasette in _files:
        _files[datasette].check()


async def save_before_move(datasette: Datasette) -> None:
    """As `check`, but saves what was stored before instead of raising, if nothing holds that up for long."""

    def look(connection: Connection) -> None:
        with suppress(MovedDatabaseError):
            _files[datasette].check(connection)

    try:
        check(datasette)
    except MovedDatabaseError:
        with suppress(TimeoutError):
            async with asyncio.timeout(_SAVE_SECONDS):
                await _do(datasette, look)


async def _do(datasette: Datasette, work: Callable[[Connection], None]) -> None:
    path = str(_paths[datasette])
    served = next(one for one in datasette.databases.values() if one.path == path)
    await (served.execute_write_fn if served.is_mutable else served.execute_fn)(work)
