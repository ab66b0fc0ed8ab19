"""Which articles hold a fingerprint, and who stands beside whom.

The holders of a fingerprint stand in an order of its own: that of a hash of fingerprint and article. Only neighbours
are compared. So an article costs two look-ups a fingerprint however many hold it (the trailer that a paper prints
under everything is held by all of its articles), and what is compared does not depend on the order of ingest. Copies
share many fingerprints, and since each has another order, they meet in some: a story of any size hangs together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from db.rows import insert
from db.sqlite import Connection
from db.stories.sketch import Sketch, restored

#: A fingerprint and an article's place in its order.
Holding = tuple[int, int]
#: Row ids of the holders before and after a place, None at either end.
Neighbours = tuple[int | None, int | None]

_INSERT = insert("fingerprints", "fingerprint rank article")
_DELETE = "DELETE FROM fingerprints WHERE fingerprint = ? AND rank = ? AND article = ?"
_INSERT_SKETCH = insert("sketches", "article words address shingles")
_SKETCHES = """
SELECT article, words, shingles, address FROM sketches WHERE article IN (SELECT value FROM json_each(?))
"""
_NEIGHBOURS = """
SELECT
  (SELECT article FROM fingerprints WHERE fingerprint = held.value ->> 0 AND rank < held.value ->> 1
   ORDER BY rank DESC LIMIT 1),
  (SELECT article FROM fingerprints WHERE fingerprint = held.value ->> 0 AND rank > held.value ->> 1
   ORDER BY rank LIMIT 1)
FROM json_each(?) AS held
"""
_MASK = (1 << 64) - 1


def holdings(sketch: Sketch, key: str) -> list[Holding]:
    """The fingerprints of an article with its place in each one's order, which comes from the article's key."""
    number = int(key[1:], 16)
    return [(f, (number * (2 * f + 1) & _MASK) >> 16) for f in sketch.fingerprints]


def neighbours(connection: Connection, held: Sequence[Holding]) -> list[Neighbours]:
    """Who stands before and after each of these places."""
    return connection.execute(_NEIGHBOURS, (json.dumps(held),)).fetchall() if held else []


def add(connection: Connection, article: int, sketch: Sketch, held: Iterable[Holding]) -> None:
    connection.execute(_INSERT_SKETCH, (article, sketch.words, sketch.address, sketch.stored))
    connection.executemany(_INSERT, ((*place, article) for place in held))


def remove(connection: Connection, article: int, held: Iterable[Holding]) -> None:
    connection.execute("DELETE FROM sketches WHERE article = ?", (article,))
    connection.executemany(_DELETE, ((*place, article) for place in held))


def sketches(connection: Connection, articles: Iterable[int]) -> Iterator[tuple[int, Sketch]]:
    """The sketches of articles, by row id."""
    for article, words, shingles, address in connection.execute(_SKETCHES, (json.dumps(list(articles)),)):
        yield article, restored(words, shingles, address)
