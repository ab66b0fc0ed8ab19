"""Which SQLite is used, and its errors as errors of this program.

The `pysqlite3` package is used where it is installed: it brings a SQLite without the rare corruption that
releases before 3.51.3 have when two connections write and checkpoint a write-ahead log at once (an ingest
beside a reviewing Datasette).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.errors import (
    CorruptDatabaseError,
    DatabaseError,
    ForeignDatabaseError,
    FullDiskError,
    LockedDatabaseError,
    ReadOnlyDatabaseError,
)

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import pysqlite3 as sqlite3
    except ImportError:
        import sqlite3

__all__ = [
    "BUSY",
    "BUSY_SECONDS",
    "CANTOPEN",
    "INTERRUPT",
    "READONLY",
    "Connection",
    "by_column",
    "clear_errors",
    "explained",
    "primary_code",
    "sqlite3",
]

Connection = sqlite3.Connection

# A driver looks for a way to store every None and every truth value: 2 µs each, which was an eighth of the time in
# which an article is stored. What is registered is found at once.
sqlite3.register_adapter(type(None), {None: None}.get)  # (a function in C)
sqlite3.register_adapter(bool, int)

#: How long to wait for another process that is writing.
BUSY_SECONDS = 30.0

BUSY, LOCKED, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB = 5, 6, 8, 9, 10, 11, 13, 14, 26
#: Extended codes: a file that may not grow, the log's index among them.
_CANNOT_GROW = frozenset({778, 4874})

_PERMISSIONS = "Check the permissions of the file and of its folder, or name another with --db."
_AGAIN = "Nothing is lost: make room and run the same command again."

_EXPLANATIONS: dict[int, tuple[type[DatabaseError], str]] = {
    BUSY: (
        LockedDatabaseError,
        "The database {path} is locked: another program is writing to it. Wait until it has finished, or stop it.",
    ),
    LOCKED: (LockedDatabaseError, "The database {path} is locked by another connection. Wait for it, or close it."),
    READONLY: (ReadOnlyDatabaseError, "The database {path} cannot be written to. " + _PERMISSIONS),
    CANTOPEN: (ReadOnlyDatabaseError, "The database {path} cannot be opened. " + _PERMISSIONS),
    FULL: (FullDiskError, "The disk is full: the database {path} cannot grow. " + _AGAIN),
    IOERR: (
        DatabaseError,
        "The database {path} cannot be read or written ({error}): the disk may be at its quota or failing. "
        "What was stored before is safe. Check the disk and run the same command again.",
    ),
    CORRUPT: (
        CorruptDatabaseError,
        "The database {path} is damaged ({error}). Copy it and try `sqlite3 {path} .recover`, or read "
        "the articles into a new one with --db.",
    ),
    NOTADB: (ForeignDatabaseError, "{path} is not a database. Name another file with --db; nothing was changed."),
}

#: Drivers give an error of a backup no code, only SQLite's words for it.
_BY_WORDS = {
    "database is locked": BUSY,
    "database table is locked": LOCKED,
    "attempt to write a readonly database": READONLY,
    "disk I/O error": IOERR,
    "database disk image is malformed": CORRUPT,
    "database or disk is full": FULL,
    "unable to open database file": CANTOPEN,
    "file is not a database": NOTADB,
}

#: What is said of values that this program never writes, and that SQLite has no code for.
_DAMAGED = ("Could not decode to UTF-8", "malformed JSON")


def by_column(cursor: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
    """A query's rows, each a value by its column's name. (A driver's own row object looks a name up by going
    through all of them.)"""
    columns = [column[0] for column in cursor.description]
    return (dict(zip(columns, row, strict=True)) for row in cursor)


@contextmanager
def clear_errors(path: Path | str) -> Iterator[None]:
    """Turns SQLite's errors into DatabaseErrors that name `path` and say what to do.

    Errors that only a mistake in this program can cause (a wrong statement, a broken constraint) pass.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # the driver's, of a message about a damaged schema
        raise _damaged(error, path) from error
    except sqlite3.Error as error:
        clear = explained(error, path)
        if clear is None:
            raise
        raise clear from error


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's result code (https://sqlite.org/rescode.html); None if the driver itself raised the error."""
    code = getattr(error, "sqlite_errorcode", None)
    return _BY_WORDS.get(str(error)) if code is None else code & 0xFF


def explained(error: sqlite3.Error, path: Path | str) -> DatabaseError | None:
    """An error that no mistake of this program makes, as one of its own that names `path`; None for another."""
    code = primary_code(error)
    if str(error).startswith(_DAMAGED):
        return _damaged(error, path)
    if code is None or code not in _EXPLANATIONS:
        return None
    if getattr(error, "sqlite_errorcode", None) in _CANNOT_GROW:
        code = FULL
    elif code == CANTOPEN and os.access(path, os.R_OK):  # the files beside it cannot be made
        code = READONLY
    kind, words = _EXPLANATIONS[code]
    return kind(words.format(path=path, error=error))


def _damaged(error: Exception, path: Path | str) -> DatabaseError:
    kind, words = _EXPLANATIONS[CORRUPT]
    return kind(words.format(path=path, error=error))
