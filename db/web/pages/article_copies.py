"""What an article has in common with its copies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.copies import holders
from db.copies.likeness import Kind, shared_words
from db.copies.sketch import words_at
from db.sqlite import Connection
from db.wording import title_of
from extract.model import Block, BlockKind

#: So many of the articles that share most are named.
MAX_COPIES = 6
#: A sentence is shared if this part of its words is.
MIN_SHARED = 0.8
#: Copies that are compared word for word; the shared words do not change with its hundredth copy.
_MAX_COMPARED = 20


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article, and the share of this one's own words that stand in it."""

    id: int
    title: str
    outlet: str | None
    published: str | None
    kind: Kind
    share: float


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies by what they share, how many other articles its copy cluster has, and the positions of shared
    sentences (none where all are)."""

    copy_cluster: str | None = None
    copies: tuple[Copy, ...] = ()
    others: int = 0
    sentences: frozenset[int] = frozenset()


_COPIES = """
SELECT articles.id, title, source, outlet, published, kind, share FROM (
  SELECT "right" AS other, left_share AS share, kind FROM copy_links WHERE "left" = :article
  UNION ALL SELECT "left", right_share, kind FROM copy_links WHERE "right" = :article
) JOIN articles ON articles.id = other
ORDER BY share DESC, published IS NULL, published, articles.key
"""
_BLOCKS = 'SELECT kind, start, "end" FROM blocks WHERE article = ? ORDER BY position'
_SENTENCES = 'SELECT position, start, "end" FROM sentences WHERE article = ? ORDER BY start'


def read_copies(connection: Connection, article: Any) -> Copies:
    """What an article's row has in common with others; nothing of a revision that was replaced."""
    number, copy_cluster = article["id"], article["copy_cluster"]
    found = list(_copies(connection, number))
    if not found:
        return Copies(copy_cluster)
    (total,) = connection.execute("SELECT COUNT(*) FROM articles WHERE copy_cluster = ?", (copy_cluster,)).fetchone()
    compared = [copy.id for copy in found[:_MAX_COMPARED]]
    sentences = frozenset(_shared(connection, article, compared))
    return Copies(copy_cluster, tuple(found[:MAX_COPIES]), total - 1, sentences)


def _copies(connection: Connection, number: int) -> Iterator[Copy]:
    for other, title, source, outlet, published, kind, share in connection.execute(_COPIES, {"article": number}):
        yield Copy(other, title_of(title, source), outlet, published, Kind(kind), share)


def _shared(connection: Connection, article: Any, others: list[int]) -> list[int]:
    """The positions of the sentences that stand in the others, unless all do."""
    number, text = article["id"], article["text"]
    [(_, mine)] = holders.sketches(connection, [number])
    common = frozenset().union(*(mine.distinct & theirs.distinct for _, theirs in holders.sketches(connection, others)))
    blocks = [Block(BlockKind(kind), start, end) for kind, start, end in connection.execute(_BLOCKS, (number,))]
    starts = [start for start, _ in words_at(text, blocks)]
    marks = shared_words(mine, common).to_bytes(len(starts), "big")
    shared: list[int] = []
    counted = 0
    for position, start, end in connection.execute(_SENTENCES, (number,)):
        inside = marks[bisect_left(starts, start) : bisect_left(starts, end)]
        counted += bool(inside)
        if inside and sum(inside) >= MIN_SHARED * len(inside):
            shared.append(position)
    return shared if len(shared) < counted else []
