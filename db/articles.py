"""Finding an article by what a user has at hand: its key, its row id, its source or the source's file name."""

from __future__ import annotations

from db.sqlite import Connection
from extract.errors import InputError

_BY_KEY_OR_ID = "SELECT id FROM articles WHERE key = :name OR id = :number"
_BY_SOURCE = "SELECT id FROM articles WHERE source = :name AND current = 1"
_BY_FILE = (
    "SELECT id, source FROM articles WHERE current = 1 AND substr(source, -length(:tail)) = :tail ORDER BY source"
)


def find(connection: Connection, name: str) -> int:
    """The row id of the article called `name`: a key or row id (of any revision), a source or the end of a
    source after a slash (of the current revision). Raises InputError if there is none or more than one.
    """
    number = int(name) if name.isascii() and name.isdigit() and len(name) < 19 else None
    for query in (_BY_KEY_OR_ID, _BY_SOURCE):
        row = connection.execute(query, {"name": name, "number": number}).fetchone()
        if row:
            return int(row[0])
    found = connection.execute(_BY_FILE, {"tail": f"/{name}"}).fetchall()
    if len(found) > 1:
        raise InputError(
            f"{len(found)} articles are called {name!r}: {found[0][1]}, {found[1][1]} ... Name one of them."
        )
    if not found:
        raise InputError(f"There is no article {name!r}. `extract articles` lists those there are.")
    return int(found[0][0])


def text(connection: Connection, article: int) -> str:
    """The text that the offsets of an article's claims point into."""
    return str(connection.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()[0])
