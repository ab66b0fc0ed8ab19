"""Copy clusters of the articles that an earlier version of the schema took in."""

from __future__ import annotations

from db.copies.clusters import enter
from db.copies.sketch import sketch
from db.sqlite import Connection
from extract.model import Block, BlockKind

_ARTICLES = "SELECT id, key, url, text FROM articles WHERE current = 1 AND id > ? ORDER BY id LIMIT 1"
_BLOCKS = 'SELECT kind, start, "end" FROM blocks WHERE article = ? ORDER BY position'


def backfill(connection: Connection) -> None:
    """Puts every current article into its copy cluster, in the transaction that is open, whatever was known before."""
    for table in ("copy_links", "fingerprints", "sketches"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    connection.execute("UPDATE articles SET copy_cluster = NULL WHERE copy_cluster IS NOT NULL")
    last = 0
    while row := connection.execute(_ARTICLES, (last,)).fetchone():
        last, key, url, text = row
        blocks = [Block(BlockKind(kind), *place) for kind, *place in connection.execute(_BLOCKS, (last,))]
        enter(connection, last, key, sketch(text, blocks, url))
