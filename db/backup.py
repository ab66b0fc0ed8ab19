"""Copies of a database: made while others write, proved before they count, and put back through SQLite itself.

Put back by renaming a file, a copy would lie beside the write-ahead log of what was there before, which SQLite plays
into whatever file it finds; and who had the old file open would go on with it. SQLite's backup writes the copy into
the database like any other transaction: whole or not at all, after the old log was taken in, and under its locks.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from db import database_files
from db.check import Problem, check
from db.connection import as_it_is, snapshot, version, writer
from db.migrations import APPLICATION_ID
from db.sqlite import BUSY, CORRUPT, Connection, clear_errors, explained, primary_code, sqlite3
from db.wording import many
from extract.errors import (
    CorruptDatabaseError,
    EmptyInputError,
    ExtractError,
    ForeignDatabaseError,
    FullDiskError,
    InputError,
    LockedDatabaseError,
    MissingPathError,
    ReadOnlyDatabaseError,
    UsageError,
)

#: Is told what is done, and how many of how many pages of it; 0 of 0 where nobody can say.
Tell = Callable[[str, int, int], None]

#: Pages between two words about progress: 8 MB.
_PAGES = 2000
#: Seconds that a command which is about to end is waited for.
_PATIENCE = 2.0
#: Files of a database beside it, all that there may be.
_BESIDE = (*database_files.BESIDE, "-journal")
_BEFORE = "before-restore"


class UnsoundError(ExtractError):
    """A copy breaks laws of `db.check`."""

    def __init__(self, problems: list[Problem], words: str) -> None:
        super().__init__(words)
        self.problems = problems


def backup(database: Path, copy: Path, tell: Tell, *, force: bool = False, proved: bool = True) -> None:
    """Writes a copy of `database` as it is now to the file `copy`, whole or not at all, for its owner's eyes only.

    `force`: a file that is there is replaced. `proved`: only a copy without problems is kept. Of an older version the
    copy alone is brought up to date, to be proved. Raises UnsoundError, InputError or a DatabaseError.
    """
    _refuse_place(database, copy, force)
    with _part(copy) as part:
        with snapshot(database, as_it_is) as source, closing(_connect(part)) as into:
            into.execute("PRAGMA synchronous = OFF")  # it is no copy before its end, and flushed to disk then
            _copy(source, into, copy, "Copying", tell)
        if proved:
            _prove(
                part,
                tell,
                f"{database} was not copied. `extract check` lists its problems; --no-check copies it as it is.",
            )
        _refuse_place(database, copy, force)
        _put(part, copy)


def restore(copy: Path, database: Path, tell: Tell, *, keep: bool = True, proved: bool = True) -> Path | None:
    """Makes `database` what `copy` holds, whole or not at all; what it was is kept in a file that is returned.

    `keep`: without it, nothing is kept. `proved`: only a copy without problems is put in. A copy of an older version is
    brought up to date on its way. Raises UnsoundError, InputError, LockedDatabaseError where another program has the
    database open, or another DatabaseError; then the database is as it was.
    """
    _refuse_copy(copy, database)
    with _part(database) as part:
        with clear_errors(copy), closing(as_it_is(copy)) as source, closing(_connect(part)) as into:
            into.execute("PRAGMA synchronous = OFF")
            _copy(source, into, database, "Copying", tell)
        writer(part, create=False).close()
        if proved:
            _prove(part, tell, f"{copy} was not restored. --no-check restores it as it is.")
        return _replace(part, database, keep, tell)


def _replace(part: Path, database: Path, keep: bool, tell: Tell) -> Path | None:
    """Puts a copy in the place of what the database holds; where that is too damaged for SQLite, of its files."""
    kept, writing = None, False
    try:
        with _alone(database) as live:
            kept = _keep(live, database, tell) if keep else None
            writing = True
            _write(part, live, database, tell)
            return kept
    except CorruptDatabaseError:
        if writing:
            raise
    kept = _set_aside(database, keep)
    with _alone(database) as live:
        _write(part, live, database, tell)
    return kept


@contextmanager
def _alone(database: Path) -> Iterator[Connection]:
    """A connection beside which there is no other, while it is open. A log that was left over is taken in first."""
    database_files.make(database)
    with clear_errors(database), closing(_connect(database)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if primary_code(error) != BUSY:
                raise
            raise LockedDatabaseError(
                f"The database {database} is open in another program (`extract serve`, `extract ingest`, ...). "
                "Close that program and restore again; nothing was changed."
            ) from error
        connection.execute("COMMIT")  # the lock stays
        version(connection, database)
        yield connection


def _keep(live: Connection, database: Path, tell: Tell) -> Path | None:
    if version(live, database) == 0:
        return None
    kept = _free_name(database)
    with _part(kept) as part:
        with closing(_connect(part)) as into:
            _copy(live, into, kept, "Keeping the old database", tell)
        _put(part, kept)
    return kept


def _set_aside(database: Path, keep: bool) -> Path | None:
    """Takes away the files of a damaged database: the log first, for it must never meet another file."""
    with database.open("rb") as header:
        if int.from_bytes(header.read(72)[68:], "big") != APPLICATION_ID:
            raise ForeignDatabaseError(
                f"{database} is damaged, or is not a database of extract. Move it away, or name another."
            )
    kept = _free_name(database) if keep else None
    for ending in (*_BESIDE, ""):
        file = database.with_name(database.name + ending)
        with suppress(FileNotFoundError):
            if kept:
                file.replace(kept.with_name(kept.name + ending))
            else:
                file.unlink()
    return kept


def _free_name(database: Path) -> Path:
    names = (f"{database.name}.{_BEFORE}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(path for path in map(database.with_name, names) if not path.exists())


def _write(part: Path, live: Connection, database: Path, tell: Tell) -> None:
    with closing(_connect(part)) as source:
        (size,) = live.execute("PRAGMA page_size").fetchone()
        if source.execute("PRAGMA page_size").fetchone() != (size,):
            source.execute("PRAGMA journal_mode = DELETE")
            source.execute(f"PRAGMA page_size = {size}")  # that of a database with a log cannot be changed
            source.execute("VACUUM")
        _copy(source, live, database, "Restoring", tell)


def _connect(path: Path) -> Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=_PATIENCE, isolation_level=None)


def _copy(source: Connection, into: Connection, place: Path, what: str, tell: Tell) -> None:
    """All pages, as one transaction of `into`. What fails in writing is said of `place`."""

    def told(_status: int, left: int, pages: int) -> None:
        tell(what, pages - left, pages)

    try:
        source.backup(into, pages=_PAGES, progress=told)
    except sqlite3.Error as error:
        clear = explained(error, place)
        raise (error if clear is None or primary_code(error) == CORRUPT else clear) from error


def _prove(part: Path, tell: Tell, otherwise: str) -> None:
    tell("Checking", 0, 0)
    problems = check(part)
    if problems:
        raise UnsoundError(problems, f"{many(len(problems), 'problem')}: {otherwise}")


@contextmanager
def _part(place: Path) -> Iterator[Path]:
    """A file beside `place`, of mode 0600, that is gone afterwards unless it was put somewhere."""
    folder = place.resolve().parent
    with ExitStack() as stack:
        try:
            part = stack.enter_context(database_files.part_beside(folder / place.name))
        except FileNotFoundError as error:
            raise MissingPathError(f"There is no folder {folder} to write {place.name} to.") from error
        except OSError as error:
            raise _unwritable(place, error) from error
        try:
            yield part
        finally:
            for ending in _BESIDE:
                part.with_name(part.name + ending).unlink(missing_ok=True)


def _put(part: Path, place: Path) -> None:
    """Renames a file into its place, after all of it is on the disk."""
    real = place.resolve()
    try:
        _flush(part)
        part.replace(real)
        _flush(real.parent)
    except OSError as error:
        raise _unwritable(place, error) from error


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(place: Path, error: OSError) -> ExtractError:
    if error.errno in database_files.FULL:
        return FullDiskError(f"The disk is full: {place} was not written. Make room and try again.")
    return ReadOnlyDatabaseError(
        f"{place} cannot be written ({error.strerror}). Check its folder, or name another file."
    )


def _refuse_place(database: Path, copy: Path, force: bool) -> None:
    """Raises InputError for a place where a copy would harm something."""
    real, place = database.resolve(), copy.resolve()
    if place in (real, *(real.with_name(real.name + ending) for ending in (*_BESIDE, ".users"))) or _same(
        copy, database
    ):
        raise UsageError(f"{copy} is the database itself, or a file of it. Name another file.")
    if copy.exists() and not copy.is_file():
        raise InputError(f"{copy} is not a file. Name a file for the copy.")
    if copy.exists() and not force:
        raise UsageError(f"{copy} exists. Name another file, or replace it with --force.")
    for ending in _BESIDE:
        beside = place.with_name(place.name + ending)
        if beside.exists():
            raise UsageError(f"{beside} belongs to a database that is open, or was not closed. Name another file.")


def _refuse_copy(copy: Path, database: Path) -> None:
    if not copy.exists():
        raise MissingPathError(f"There is no file {copy}.")
    if _same(copy, database):
        raise UsageError(f"{copy} is the database itself. Name a copy that `extract backup` made.")
    if not copy.is_file():
        raise InputError(f"{copy} is not a file. Name a copy that `extract backup` made.")
    if copy.stat().st_size == 0:
        raise EmptyInputError(f"{copy} is empty. Name a copy that `extract backup` made.")


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
