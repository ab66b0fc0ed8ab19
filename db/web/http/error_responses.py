"""What is answered where something went wrong that no request can help: in words that say what it is, and name no path.

Whoever started the server reads more of it there.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from db.sqlite import explained, sqlite3
from db.web.served_files import MOVED
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

_MISREAD = Trouble(
    400,
    "Bad request",
    "This address cannot be read: one of its parameters (after the ?) is not what this page takes. Change or remove "
    "it.",
)
_ENDED = Trouble(
    400,
    "Too much to look at",
    "This took longer than the 3 seconds that a query may take, and was ended. Look for fewer or longer words, or set "
    "a filter.",
)
_NO_POST = Trouble(405, "Not allowed", "This address answers to GET and HEAD only.")
#: What Datasette's pages raise where a parameter is not as they expect it.
_STUMBLES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, sqlite3.InterfaceError,
    sqlite3.Warning,
)  # fmt: skip


def of_request(error: Exception, method: str = "GET") -> Trouble | None:
    """What is wrong with a request; None where the request is not what is wrong."""
    from datasette.database import QueryInterrupted
    from datasette.views.base import DatasetteError

    if isinstance(error, QueryInterrupted) or isinstance(error.__cause__ or error.__context__, QueryInterrupted):
        return _ENDED
    if isinstance(error, DatasetteError):  # its 500 is for columns and tables that there are not
        return Trouble(400 if error.status == 500 else error.status, error.title or "Bad request", error.message)
    if not _is_misread(error):
        return None
    return _NO_POST if method == "POST" else _MISREAD


def _is_misread(error: Exception) -> bool:
    """Whether Datasette's own pages stumbled over what an address says: they look at little of it before."""
    too_few = isinstance(error, sqlite3.ProgrammingError) and "value for binding" in str(error)  # parts of a row's key
    if not isinstance(error, _STUMBLES) and not too_few:
        return False
    frames = (frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__))
    modules = [name for name in frames if name.partition(".")[0] in ("datasette", "db")]
    ours = "db.web.http.methods" in modules and "datasette.views.table" not in modules
    return bool(modules) and modules[-1].startswith("datasette.") and not ours


def clear(error: Exception, path: Path | str) -> DatabaseError | None:
    """An error of the database or its disk, in the words of the command line; None for one that nobody expected."""
    if isinstance(error, DatabaseError):
        return error
    return explained(error, path) if isinstance(error, sqlite3.Error) else None


def of(error: DatabaseError | None) -> Trouble:
    """The answer to it; to what nobody expected, that something went wrong."""
    return _UNKNOWN if error is None else _KNOWN.get(type(error), _KNOWN[DatabaseError])
