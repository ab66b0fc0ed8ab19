"""Which articles hold a fingerprint, and who stands beside whom.

The holders of a fingerprint stand in an order of its own: that of a hash of fingerprint and article. Only neighbours
are compared. So an article costs two look-ups a fingerprint however many hold it (the trailer that a paper prints
under everything is held by all of its articles), and what is compared does not depend on the order of ingest. Copies
share many fingerprints, and since each has another order, they meet in some: a copy cluster of any size is connected.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from db.copies.sketch import Head, Sketch, packed, unpacked
from db.rows import insert
from db.sqlite import Connection

#: A fingerprint and an article's place in its order.
Holding = tuple[int, int]
#: Row ids of the holders before and after a place, None at either end.
Neighbours = tuple[int | None, int | None]

_INSERT = insert("fingerprints", "fingerprint rank article")
_DELETE = "DELETE FROM fingerprints WHERE fingerprint = ? AND rank = ? AND article = ?"
_INSERT_SKETCH = insert("sketches", "article words address smallest shingles")
_HEADS = "SELECT article, smallest, address FROM sketches WHERE article IN (SELECT value FROM json_each(?))"
_SKETCHES = (
    "SELECT article, smallest, address, words, shingles FROM sketches WHERE article IN (SELECT value FROM json_each(?))"
)
_NEIGHBOURS = """
WITH held (fingerprint, rank) AS (VALUES {held})
SELECT
  (SELECT article FROM fingerprints WHERE fingerprint = held.fingerprint AND rank < held.rank
   ORDER BY rank DESC LIMIT 1),
  (SELECT article FROM fingerprints WHERE fingerprint = held.fingerprint AND rank > held.rank
   ORDER BY rank LIMIT 1)
FROM held
"""
_MASK = (1 << 64) - 1


def holdings(head: Head, key: str) -> list[Holding]:
    """The fingerprints of an article with its place in each one's order, which comes from the article's key."""
    number = int(key[1:], 16)
    return [(f, (number * (2 * f + 1) & _MASK) >> 16) for f in head.fingerprints]


def neighbours(connection: Connection, held: Sequence[Holding]) -> list[Neighbours]:
    """Who stands before and after each of these places."""
    if not held:
        return []
    query = _NEIGHBOURS.format(held=", ".join(["(?, ?)"] * len(held)))
    return connection.execute(query, tuple(chain.from_iterable(held))).fetchall()


def add(connection: Connection, article: int, sketch: Sketch, held: Iterable[Holding]) -> None:
    head = sketch.head
    row = (article, sketch.words, head.address, packed(head.smallest), packed(sketch.shingles))
    connection.execute(_INSERT_SKETCH, row)
    connection.executemany(_INSERT, ((*place, article) for place in held))


def remove(connection: Connection, article: int, held: Iterable[Holding]) -> None:
    connection.execute("DELETE FROM sketches WHERE article = ?", (article,))
    connection.executemany(_DELETE, ((*place, article) for place in held))


def heads(connection: Connection, articles: Iterable[int]) -> Iterator[tuple[int, Head]]:
    """What articles are found by, by row id."""
    for article, smallest, address in connection.execute(_HEADS, (json.dumps(list(articles)),)):
        yield article, Head(unpacked(smallest), address)


def sketches(connection: Connection, articles: Iterable[int]) -> Iterator[tuple[int, Sketch]]:
    """The sketches of articles, by row id."""
    for article, smallest, address, words, stored in connection.execute(_SKETCHES, (json.dumps(list(articles)),)):
        shingles = unpacked(stored)
        yield article, Sketch(Head(unpacked(smallest), address), words, shingles, frozenset(shingles))
