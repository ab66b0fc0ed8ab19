"""The files of a database: made for their owner's eyes only, and watched while they are open.

A program goes on with files that were deleted, or that others were put in the place of: what it stores is answered
as ever, and nobody finds anything of it later.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from db.sqlite import Connection, sqlite3
from extract.errors import MovedDatabaseError

#: What SQLite keeps beside a database that is open. It gives these the permissions of the database.
BESIDE = ("-wal", "-shm")

#: What the system says where there is no room for a file.
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

#: Device and number of a file; None where there is none.
_File = tuple[int, int] | None


def make(path: Path) -> None:
    """Makes an empty file that only its owner may read and write, whatever the umask, unless there is one already.

    Where none can be made, nothing is said: SQLite says so when it opens the file.
    """
    with suppress(OSError):
        handle = os.open(path.resolve(), os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            os.fchmod(handle, 0o600)
        finally:
            os.close(handle)


@contextmanager
def part_beside(place: Path) -> Iterator[Path]:
    """An empty file beside `place`, of mode 0600, that is gone afterwards unless it was renamed.

    It is named before it is made: Ctrl-C may come at any moment, and leaves none behind. Raises OSError.
    """
    part = place.with_name(f".{place.name}.{token_hex(4)}.part")
    try:
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        yield part
    finally:
        part.unlink(missing_ok=True)


class OpenedFiles:
    """The files of a database that is open: the database itself and those beside it.

    To be made when a connection has read the database, and asked for as long as that connection is open: a file that
    is open keeps its number, and SQLite neither deletes nor replaces the files of a connection that is open.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        real = path.resolve()  # SQLite follows links, and has its files beside what they lead to
        self._paths = (path, *(real.with_name(real.name + ending) for ending in BESIDE))
        self._before = self._now()
        self._saved = False

    def check(self, connection: Connection | None = None) -> None:
        """Raises MovedDatabaseError where one of them is gone or another file. (Not for one that was written over.)

        `connection`: one that has these files open, outside of a transaction, by which what was stored is saved then.
        """
        if self._now() != self._before:
            if connection is not None:
                self._save(connection)
            raise MovedDatabaseError(
                f"The database {self.path}, or a file beside it (-wal, -shm), was moved, replaced or deleted while it "
                "was being written to. Recent changes may be lost. Close every program that has it open, run `extract "
                "check`, and then run the same command again."
            )

    def _save(self, connection: Connection) -> None:
        """Carries what is only in the log into the database that is open, once.

        Else a log that was deleted takes along what was stored before, and one that stayed behind is played into
        whatever database is there now. Not where another program has begun a log: it has stored something in between.
        """
        log = self._paths[1]
        if self._saved or not (_file(log) in (None, self._before[1]) or _is_empty(log)):
            return
        self._saved = True
        with suppress(sqlite3.Error):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def _now(self) -> tuple[_File, ...]:
        return tuple(map(_file, self._paths))


def _file(path: Path) -> _File:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return True
