"""Whether the file that is served is still the one at its path.

A server goes on with a file that was deleted, or that another was put in the place of: whoever decides would be
answered as ever, and find nothing of it later.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from extract.errors import DatabaseError

if TYPE_CHECKING:
    from datasette.app import Datasette

#: Device and number of a file; None where there is none.
_File = tuple[int, int] | None

MOVED = (
    "The database was moved, replaced or deleted while it was served. Nothing is stored until the server "
    "is started again."
)


class MovedError(DatabaseError):
    """Says no path: it is shown to whoever decides."""

    def __init__(self) -> None:
        super().__init__(MOVED)


_opened: WeakKeyDictionary[Datasette, tuple[Path, _File]] = WeakKeyDictionary()


def keep(datasette: Datasette, database: Path) -> None:
    """Notes which file it is that is served from now on."""
    _opened[datasette] = database, _file(database)


def check(datasette: Datasette) -> None:
    """Raises MovedError where another file is there now, or none. (Not for one that was written over.)"""
    if datasette in _opened:
        path, before = _opened[datasette]
        if _file(path) != before:
            raise MovedError


def _file(path: Path) -> _File:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
