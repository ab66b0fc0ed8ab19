"""What is answered where something went wrong that no request can help: in words that say what it is, and name no path.

Whoever started the server reads more of it there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.plugin.opened import MOVED
from db.sqlite import explained, sqlite3
from extract.errors import (
    CorruptDatabaseError,
    DatabaseError,
    ForeignDatabaseError,
    FullDiskError,
    LockedDatabaseError,
    MovedDatabaseError,
    ReadOnlyDatabaseError,
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """An answer's status, its title and its words."""

    status: int
    title: str
    words: str


_SAFE = "What was decided before is stored."
_DAMAGED = Trouble(
    503, "Damaged", "The database is damaged. Whoever started the server can see more by `extract check`."
)
_KNOWN: dict[type[DatabaseError], Trouble] = {
    MovedDatabaseError: Trouble(503, "Moved", MOVED),
    LockedDatabaseError: Trouble(
        503,
        "Busy",
        "Another program is writing to the database, and does not come to an end. Try again in a moment.",
    ),
    FullDiskError: Trouble(507, "Disk full", f"The disk is full: nothing is stored until there is room. {_SAFE}"),
    ReadOnlyDatabaseError: Trouble(
        503,
        "Not writable",
        f"The database cannot be written to, as its file or folder does not allow it: nothing is stored. {_SAFE}",
    ),
    CorruptDatabaseError: _DAMAGED,
    ForeignDatabaseError: _DAMAGED,
    DatabaseError: Trouble(
        503,
        "Disk trouble",
        f"The database cannot be read or written: the disk may be at its quota or failing. {_SAFE}",
    ),
}
_UNKNOWN = Trouble(
    500, "Something went wrong", "Something went wrong here. What it was stands where the server was started."
)


def clear(error: Exception, path: Path | str) -> DatabaseError | None:
    """An error of the database or its disk, in the words of the command line; None for one that nobody expected."""
    if isinstance(error, DatabaseError):
        return error
    return explained(error, path) if isinstance(error, sqlite3.Error) else None


def of(error: DatabaseError | None) -> Trouble:
    """The answer to it; to what nobody expected, that something went wrong."""
    return _UNKNOWN if error is None else _KNOWN.get(type(error), _KNOWN[DatabaseError])
