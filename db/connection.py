"""Opening the database: recognised as ours, brought to the newest schema, set up for a writer beside readers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from db import claim_columns, database_files, deferring
from db.database_files import OpenedFiles
from db.events import withdrawing
from db.migrations import APPLICATION_ID, LATEST, migrate
from db.sqlite import BUSY, BUSY_SECONDS, CANTOPEN, READONLY, Connection, clear_errors, primary_code, sqlite3
from db.statements.voices import add_functions
from db.turns import immediate
from extract.errors import (
    DatabaseError,
    EmptyInputError,
    ForeignDatabaseError,
    InputError,
    MissingPathError,
    NewerDatabaseError,
)

#: STRICT tables need it.
OLDEST_SQLITE = (3, 37)

#: A crash of this process loses nothing; one of the machine loses at most what came after the last checkpoint,
#: never half a transaction. 64 MB of cache, for keys come in no order, so all of their index is in use. 32 MB of
#: log between checkpoints, for each article touches every index: a page is then written home less often.
_WRITING = ("synchronous = NORMAL", "cache_size = -65536", "wal_autocheckpoint = 8000")


def writer(path: Path | str, *, create: bool = True, timeout: float = BUSY_SECONDS, settled: bool = True) -> Connection:
    """A connection that may write, to a database of the newest schema.

    It commits each statement by itself unless a transaction is begun. Waits `timeout` seconds for other
    writers. Rejected claims leave their events first, unless it need not be `settled`. Raises MissingPathError,
    EmptyInputError (both only without `create`) or a DatabaseError.
    """
    path = Path(path)
    _look(path, create)
    with clear_errors(path):
        if create:
            database_files.make(path)
        connection = _connect(path, "rw", timeout)
        with _closed_on_error(connection):
            if version(connection, path) == 0 and not create:
                raise _nothing_in(path)
            _use_wal(connection, timeout)
            migrate(connection)
            deferring.make(connection)
            if settled:
                _settle(connection)
    return connection


def _settle(connection: Connection) -> None:
    """Rejected claims leave their events, where whoever was to see to it was ended."""
    left = True
    while left and withdrawing.is_waiting(connection):
        with immediate(connection):
            left = withdrawing.settle_next(connection)


def reader(path: Path | str, *, timeout: float = BUSY_SECONDS) -> Connection:
    """A connection that cannot write. A database of an older version is brought up to date first, what is rejected
    leaves its events, and claims are counted; the last two only where somebody can write.

    Otherwise as `as_it_is`.
    """
    path = Path(path)
    connection = as_it_is(path, timeout=timeout)
    with clear_errors(path):
        with _closed_on_error(connection):
            readable = version(connection, path) == LATEST and claim_columns.is_readable(connection)
            if readable and claim_columns.is_counted(connection) and not withdrawing.is_waiting(connection):
                return connection
        connection.close()
    with suppress(DatabaseError) if readable else nullcontext():
        writer(path, create=False, timeout=timeout).close()
    if not readable:
        return reader(path, timeout=timeout)
    connection = as_it_is(path, timeout=timeout)
    with clear_errors(path), _closed_on_error(connection):
        if not claim_columns.is_counted(connection):
            claim_columns.count_when_asked(connection)
    return connection


def as_it_is(path: Path, *, timeout: float = BUSY_SECONDS) -> Connection:
    """A connection that cannot write, to a database of this or an older version, which it leaves as it is.

    Also reads a database on a medium that cannot be written to. Errors as for `writer`.
    """
    _look(path, create=False)
    with clear_errors(path):
        connection = _connect_reading(path, timeout)
        with _closed_on_error(connection):
            if version(connection, path) == 0:
                raise _nothing_in(path)
    return connection


@contextmanager
def snapshot(path: Path | str, opened: Callable[[Path], Connection] = reader) -> Iterator[Connection]:
    """A connection that sees the database as it is now, whatever is written meanwhile."""
    connection = opened(Path(path))
    try:
        with clear_errors(path):
            connection.execute("BEGIN")
            connection.execute(
                "SELECT COUNT(*) FROM sqlite_master"
            )  # a deferred transaction begins with its first read
            yield connection
    finally:
        connection.close()


@contextmanager
def transaction(path: Path | str) -> Iterator[Connection]:
    """A connection in a transaction that may write: all that is done with it stays, or nothing of it.

    A rehearsal ends it by a ROLLBACK of its own. Raises MovedDatabaseError as `db.database_files.OpenedFiles`.
    """
    connection = writer(path, create=False)
    try:
        opened = OpenedFiles(Path(path))
        with clear_errors(path), immediate(connection):
            yield connection
        opened.check(connection)
    finally:
        connection.close()


def _look(path: Path, create: bool) -> None:
    """What can be said before SQLite is asked, in better words than "unable to open database file"."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseError(
            f"SQLite {'.'.join(map(str, OLDEST_SQLITE))} or later is needed, and this Python has "
            f"{sqlite3.sqlite_version}: pip install pysqlite3"
        )
    if path.is_dir():
        raise InputError(f"The database {path} is a folder. Name a file with --db.")
    if not create and not path.exists():
        raise MissingPathError(f"There is no database {path}. `extract ingest PATH` makes one; --db names another.")
    if not path.absolute().parent.is_dir():
        raise MissingPathError(f"There is no folder {path.absolute().parent} to hold the database {path.name}.")


def _nothing_in(path: Path) -> EmptyInputError:
    return EmptyInputError(f"The database {path} is empty. `extract ingest PATH` reads articles into it.")


def _connect(path: Path, mode: str, timeout: float) -> Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    add_functions(connection)
    return connection


def _connect_reading(path: Path, timeout: float) -> Connection:
    """A connection that could write but is told not to: unlike one that cannot, it clears the write-ahead
    log's files away when it is the last to close.

    The log needs these files beside the database, also for reading. Where the folder does not allow them
    and no log waits to be read, nobody can be writing either, and the file is read as it lies.
    """
    try:
        return _connect_beside_writers(path, timeout)
    except sqlite3.OperationalError as error:
        if primary_code(error) not in (CANTOPEN, READONLY) or Path(f"{path}-wal").exists():
            raise
        return _connect(path, "ro&immutable=1", timeout)


def _connect_beside_writers(path: Path, timeout: float) -> Connection:
    connection = _connect(path, "rw", timeout)
    with _closed_on_error(connection):
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT COUNT(*) FROM sqlite_master")
    return connection


def as_it_lies(path: Path) -> bool:
    """Whether a database can only be read, and as a file that nobody changes (see `_connect_reading`)."""
    try:
        _connect_beside_writers(path, BUSY_SECONDS).close()
    except sqlite3.OperationalError as error:
        return primary_code(error) in (CANTOPEN, READONLY)
    return False


@contextmanager
def _closed_on_error(connection: Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def version(connection: Connection, path: Path) -> int:
    """The schema version of a database of ours, 0 for an empty file.

    Raises ForeignDatabaseError, NewerDatabaseError.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID:
        if application or number or tables:
            raise ForeignDatabaseError(
                f"The database {path} was made by another program. Name another file with --db; nothing was changed."
            )
        return 0
    if number > LATEST:
        raise NewerDatabaseError(
            f"The database {path} was made by a newer version of extract (schema {number}, this one knows "
            f"{LATEST}): pip install --upgrade extract-claims"
        )
    return int(number)


def _use_wal(connection: Connection, timeout: float) -> None:
    """Readers then go on while an ingest writes.

    The switch needs the file for itself and, unlike other writes, does not always wait until it is free.
    """
    give_up = time.monotonic() + timeout
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if primary_code(error) != BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.02)
    for setting in _WRITING:
        connection.execute(f"PRAGMA {setting}")
