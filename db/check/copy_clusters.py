"""Copy clusters: each follows from the texts of the current articles."""

from __future__ import annotations

from collections.abc import Iterator

from db.check.problem import Law, Problem
from db.components import components
from db.copies import holders
from db.copies.clusters import cluster_key
from db.copies.copy_links import Link, joining
from db.copies.likeness import likeness
from db.copies.sketch import Sketch, sketch
from db.sqlite import Connection
from extract.model import Block, BlockKind

_ARTICLES = "SELECT id, key, url, text, current, copy_cluster FROM articles ORDER BY id"
_BLOCKS = 'SELECT kind, start, "end" FROM blocks WHERE article = ? ORDER BY position'
_HELD = "SELECT COUNT(*) FROM fingerprints WHERE fingerprint = ? AND rank = ? AND article = ?"
_LINKS = 'SELECT "left", "right", left_share, right_share, kind FROM copy_links'


def copy_clusters(connection: Connection) -> Iterator[Problem]:
    """Sketches and fingerprints are those of the texts, links those of the sketches, clusters those of the links."""
    keys: dict[int, str] = {}
    told: dict[int, str | None] = {}
    held = 0
    for article, key, url, text, current, copy_cluster in connection.execute(_ARTICLES).fetchall():
        if current:
            keys[article], told[article] = key, copy_cluster
            yield from _sketch(connection, article, key, _made(connection, article, text, url))
            held += _count(connection, article)
        elif copy_cluster is not None:
            yield Problem(Law.COPIES, f"articles {article}", f"it was replaced and is in copy cluster {copy_cluster}")
    (stored,) = connection.execute("SELECT COUNT(*) FROM fingerprints").fetchone()
    if stored != held:
        yield Problem(Law.COPIES, "fingerprints", f"there are {stored} and current articles have {held}")
    yield from _links(connection, keys)
    yield from _told(connection, keys, told)


def _made(connection: Connection, article: int, text: str, url: str | None) -> Sketch:
    kinds = {kind.value for kind in BlockKind}
    rows = connection.execute(_BLOCKS, (article,))
    return sketch(text, [Block(BlockKind(kind), start, end) for kind, start, end in rows if kind in kinds], url)


def _sketch(connection: Connection, article: int, key: str, made: Sketch) -> Iterator[Problem]:
    where = f"articles {article}"
    if dict(holders.sketches(connection, [article])).get(article) != made:
        yield Problem(Law.COPIES, where, "its sketch is not that of its text")
    elif any(
        connection.execute(_HELD, (*held, article)).fetchone() != (1,) for held in holders.holdings(made.head, key)
    ):
        yield Problem(Law.COPIES, where, "its copies cannot be found by its fingerprints")


def _count(connection: Connection, article: int) -> int:
    return sum(len(head.fingerprints) for _, head in holders.heads(connection, [article]))


def _links(connection: Connection, keys: dict[int, str]) -> Iterator[Problem]:
    for left, right, *said in connection.execute(_LINKS).fetchall():
        where = f"copy_links {left}, {right}"
        if left not in keys or right not in keys:
            yield Problem(Law.COPIES, where, "one of the two is not a current article")
            continue
        both = dict(holders.sketches(connection, (left, right)))
        found = likeness(both[left], both[right]) if len(both) == 2 else None
        if found is None or [found.left, found.right, found.kind.value] != said:
            yield Problem(Law.COPIES, where, "the two do not share what it says")


def _told(connection: Connection, keys: dict[int, str], told: dict[int, str | None]) -> Iterator[Problem]:
    there = [link for row in connection.execute(_LINKS) if (link := Link(*row)).left in keys and link.right in keys]
    links = joining(connection, there, keys)
    for article, leader in components(keys, (link.pair for link in links)).items():
        if told[article] != cluster_key(leader):
            where = f"articles {article}"
            yield Problem(
                Law.COPIES,
                where,
                f"its copy cluster is {told[article]} and its links make {cluster_key(leader)}",
            )
