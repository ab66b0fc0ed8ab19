"""Finding an article by what a user has at hand: its key, its row id, its source or the source's file name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from db.sqlite import Connection
from db.wording import many
from extract.errors import InputError
from extract.model import Article, Block, BlockKind

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
        raise InputError(f"There is no article {name!r}. `extract articles` lists them.")
    return int(found[0][0])


def text(connection: Connection, article: int) -> str:
    """The text that the offsets of an article's claims point into."""
    return str(connection.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()[0])


_ARTICLE = (
    "SELECT source, text, text_hash, raw_hash, media_type, reader, title, byline, outlet, published, language, url, "
    "notes FROM articles WHERE id = ?"
)
_BLOCKS = 'SELECT kind, start, "end" FROM blocks WHERE article = ? ORDER BY position'


def load(connection: Connection, article: int) -> Article:
    """An article as it was read, with its blocks, by row id."""
    row = connection.execute(_ARTICLE, (article,)).fetchone()
    blocks = (Block(BlockKind(kind), start, end) for kind, start, end in connection.execute(_BLOCKS, (article,)))
    return replace(Article(*row[:-1]), blocks=tuple(blocks), notes=tuple(json.loads(row[-1])))


def current(connection: Connection) -> Iterator[int]:
    """The row ids of the current articles, in the order of their sources."""
    rows = connection.execute("SELECT id FROM articles WHERE current = 1 ORDER BY source").fetchall()
    yield from (number for (number,) in rows)


def is_current(connection: Connection, article: int) -> bool:
    """Whether an article (by row id) is there and its text was not replaced."""
    return bool(connection.execute("SELECT 1 FROM articles WHERE id = ? AND current = 1", (article,)).fetchone())


def describe(connection: Connection, article: int) -> str:
    """An article on one line: source, title, claims."""
    query = (
        "SELECT source, COALESCE(title, 'untitled'), (SELECT COUNT(*) FROM claims JOIN articles o "
        "ON o.id = claims.article WHERE o.source = articles.source) FROM articles WHERE id = ?"
    )
    source, title, claims = connection.execute(query, (article,)).fetchone()
    return f"{source}: {title} ({many(claims, 'claim')})"
