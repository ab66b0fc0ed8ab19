"""What people decided goes to the disk soon after they were answered: nobody waits for it.

SQLite would flush its log at each commit (`synchronous = FULL`), with all that an ingest beside it has written. So a
power cut may take the decisions of the last moment, and a crash of the server none.
"""

from __future__ import annotations

import atexit
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer

#: Seconds after a decision.
SOON = 0.5

_waiting: set[Path] = set()
_lock = Lock()


def soon(database: Path) -> None:
    """Flushes the write-ahead log of a database shortly, once for all that is written until then."""
    with _lock:
        if database in _waiting:
            return
        _waiting.add(database)
    timer = Timer(SOON, _flush, (database,))
    timer.daemon = True  # a server that ends does not wait for it
    try:
        timer.start()
    except RuntimeError:  # no more threads, or the program ends
        _flush(database)


def _flush(database: Path) -> None:
    with _lock:
        _waiting.discard(database)
    with suppress(FileNotFoundError), Path(f"{database.resolve()}-wal").open("r+b") as log:
        os.fsync(log.fileno())


@atexit.register
def _flush_all() -> None:
    """What is still waiting when the program ends."""
    for database in list(_waiting):
        _flush(database)
