"""What decisions leave to be done: rejected claims leave their events, once nobody has decided for a moment.

A thread of its own, with a connection of its own that gives way to whoever decides. If the server is ended before,
whoever opens the database next sees to it (`db.connection.writer`).
"""

from __future__ import annotations

import logging
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread
from weakref import WeakKeyDictionary

from db.connection import writer
from db.events import withdrawing
from db.sqlite import BUSY, Connection, primary_code, sqlite3
from db.turns import GivingWay, OutrunError
from db.web import databases
from db.web.http.asgi import Datasette
from extract.errors import ExtractError, LockedDatabaseError

#: Seconds without a decision after which the work begins.
QUIET = 1.0

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Work:
    """When the last decision was made (monotonic seconds), and the thread that sees to what it left."""

    decided: float = 0.0
    thread: Thread | None = None
    lock: Lock = field(default_factory=Lock)
    done: Event = field(default_factory=Event)


_works: WeakKeyDictionary[Datasette, _Work] = WeakKeyDictionary()


def wake(datasette: Datasette) -> None:
    """Somebody has decided: there may be something to do."""
    work = _works.setdefault(datasette, _Work())
    with work.lock:
        work.decided = time.monotonic()
        if work.thread is None:
            work.done.clear()
            work.thread = Thread(
                target=_follow, args=(work, Path(databases.database(datasette).path)), name="later work", daemon=True
            )
            work.thread.start()


def wait(datasette: Datasette, seconds: float) -> bool:
    """Whether all is done within so many seconds."""
    work = _works.get(datasette)
    return work is None or work.done.wait(seconds)


def _follow(work: _Work, path: Path) -> None:
    while True:
        try:
            _do(work, path)
        except (ExtractError, sqlite3.Error) as error:  # what was left stays: it is tried again after a decision
            if _is_locked(error):  # an ingest begins again and again
                time.sleep(QUIET)
                continue
            _log.warning("Events could not be brought up to date: %s", error)
            seen = float("inf")
        else:
            seen = work.decided
        with work.lock:
            if work.decided <= seen and time.monotonic() - work.decided >= QUIET:
                work.thread = None
                work.done.set()
                return


def _is_locked(error: Exception) -> bool:
    is_busy = isinstance(error, sqlite3.OperationalError) and primary_code(error) == BUSY
    return is_busy or isinstance(error, LockedDatabaseError)


def _do(work: _Work, path: Path) -> None:
    _rest(work)
    with closing(writer(path, create=False, settled=False)) as connection:
        turns = GivingWay(connection, path)
        while withdrawing.is_waiting(connection):
            _rest(work)
            try:
                turns.attempt(lambda: _settle_next(connection, turns))
            except OutrunError:
                work.decided = time.monotonic()


def _settle_next(connection: Connection, turns: GivingWay) -> None:
    with turns.transaction():
        withdrawing.settle_next(connection)


def _rest(work: _Work) -> None:
    """Until nobody has decided for a moment."""
    while (left := work.decided + QUIET - time.monotonic()) > 0:
        time.sleep(left)
