"""Writers take turns at one database: whoever needs the lock for a moment does not wait for whoever holds it long.

SQLite lets one connection write at a time, and a waiting one looks again at growing intervals. Beside an ingest, which
writes an article in some tens of milliseconds and begins the next at once, a reviewer's decision (a fifth of a
millisecond) would wait for seconds. Here the short writer looks often and leaves a mark beside the file while it waits
(`urgent`); the long one looks for the mark while it works, takes back what it has written of this article, and
writes it again afterwards (`GivingWay`). Nothing of a transaction is ever half there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import TypeVar

from db.sqlite import BUSY, INTERRUPT, Connection, primary_code, sqlite3

T = TypeVar("T")

#: Seconds between two looks whether the lock is free.
_LOOK = 0.0005
#: Steps of SQLite's machine between two looks whether somebody waits: some hundredths of a millisecond, for what a
#: short statement leaves of them is lost.
_STEPS = 500
#: A mark older than this (seconds) was left by somebody who was killed.
_STALE = 1.0
#: So often a transaction is begun anew for others; then it is finished, or a crowd could hold an article up for good.
_TRIES = 12
#: Seconds that the lock is left to others after they were let in, and how long they count as being at work.
_PAUSE, _SHARED = 0.002, 30.0


@contextmanager
def immediate(connection: Connection, urgent: Path | None = None) -> Iterator[None]:
    """A transaction that takes the lock at once (a later start could find its view stale): all of it or nothing.

    Waits as long for the lock as the connection is set to. `urgent`: the database's file, for a transaction of
    some milliseconds that longer ones are to make room for. Whoever ends it by a ROLLBACK of their own has
    rehearsed it.
    """
    _begin(connection, urgent)
    try:
        yield
        if connection.in_transaction:
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back when the disk is full
            connection.execute("ROLLBACK")
        raise


def _begin(connection: Connection, urgent: Path | None) -> None:
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    give_up = time.monotonic() + patience / 1000
    marked = False
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while not _begun(connection, last=time.monotonic() > give_up):
            if urgent:
                marked = True
                with suppress(OSError):  # a mark is a courtesy: where none can be left, one waits longer
                    _mark(urgent).touch()
            time.sleep(_LOOK)
    finally:
        if urgent and marked:
            _sweep(_mark(urgent))
        connection.execute(f"PRAGMA busy_timeout = {patience}")


def _begun(connection: Connection, *, last: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last or primary_code(error) != BUSY:
            raise
        return False
    return True


def _mark(database: Path) -> Path:
    whole = database.resolve()  # by whatever link it was opened
    return whole.with_name(whole.name + "-waiting")


def _sweep(mark: Path) -> None:
    """Takes a mark away, unless it is somebody else's in a folder where each keeps their own."""
    with suppress(OSError):
        mark.unlink()


class OutrunError(Exception):
    """What was written was taken back, for somebody who waited."""


#: Whether somebody waits for the lock, where what is done may be stopped for them.
_asks: ContextVar[Callable[[], bool] | None] = ContextVar("asks", default=None)


def look_up() -> None:
    """For work that takes long in Python, between two statements, where SQLite cannot be stopped: called again and
    again. Raises OutrunError where somebody waits."""
    if (somebody_asks := _asks.get()) is not None and somebody_asks():
        raise OutrunError


class GivingWay:
    """What a connection that writes for long does for those that write shortly."""

    def __init__(self, connection: Connection, database: Path) -> None:
        self.steps = _STEPS
        self._connection = connection
        self._mark = _mark(database)
        #: Nothing of Python runs in it: a Ctrl-C that came just then would be lost in SQLite's driver.
        self._somebody_asks: Callable[[], bool] = partial(os.access, str(self._mark), os.F_OK)
        self._may_be_stopped = False
        self._version: int | None = None
        self._shared_until = 0.0

    def do(self, work: Callable[[], T]) -> T:
        """Does `work`, which is one `transaction` and leaves nothing where it fails; again where others came first."""
        for _ in range(_TRIES):
            with suppress(OutrunError):
                return self.attempt(work)
        return work()

    def attempt(self, work: Callable[[], T]) -> T:
        """Does `work` once. Raises OutrunError where others came first, who have had the lock by then."""
        if not self._somebody_waits():
            _sweep(self._mark)
        self._may_be_stopped = True
        try:
            return work()
        except OutrunError:
            pass
        except sqlite3.OperationalError as error:
            if primary_code(error) != INTERRUPT:
                raise
        finally:
            self._may_be_stopped = False
        self._wait()
        raise OutrunError

    @property
    def is_shared(self) -> bool:
        """Whether somebody else has written of late: what is done then should be short."""
        return time.monotonic() < self._shared_until

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """As `immediate`. Within `do`, what is done in it may be stopped, but neither its beginning nor its end: SQLite
        says that it was interrupted of a BEGIN and a COMMIT too that it has carried out."""
        with immediate(self._connection), self._looking():
            yield

    @contextmanager
    def _looking(self) -> Iterator[None]:
        """While somebody asks for the lock, the statement under way is ended, and with it the transaction."""
        if not self._may_be_stopped:
            yield
            return
        self._connection.set_progress_handler(self._somebody_asks, self.steps)
        token = _asks.set(self._somebody_asks)
        try:
            yield
        finally:
            _asks.reset(token)
            self._connection.set_progress_handler(None, 0)

    def _somebody_waits(self) -> bool:
        """Whether there is a mark that is renewed all the time. (One of tomorrow is older than a clock put right.)"""
        try:
            return abs(time.time() - self._mark.stat().st_mtime) < _STALE
        except OSError:
            return False

    def _wait(self) -> None:
        """Until those who asked have had the lock. The mark of somebody who was killed meanwhile goes."""
        give_up = time.monotonic() + _STALE
        while self._somebody_waits() and time.monotonic() < give_up:
            time.sleep(_LOOK)
        if not self._somebody_waits():
            _sweep(self._mark)

    def pause(self) -> None:
        """Between two transactions: leaves the lock free for a moment while somebody else writes too."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()  # changes by others alone
        now = time.monotonic()
        if self._version not in (None, version):
            self._shared_until = now + _SHARED
        self._version = version
        if now < self._shared_until:
            time.sleep(_PAUSE)
