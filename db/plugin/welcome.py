"""What the start page says of a database: its numbers, its newest articles, who publishes and who is quoted."""

from __future__ import annotations

from dataclasses import dataclass

from db.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Numbers:
    articles: int
    sentences: int
    claims: int
    asserted: int
    publishers: int
    quoted: int
    failures: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list of the newest."""

    id: int
    title: str | None
    publisher: str | None
    published: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Count:
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Welcome:
    numbers: Numbers
    newest: tuple[Entry, ...]
    publishers: tuple[Count, ...]
    quoted: tuple[Count, ...]


_NUMBERS = """
SELECT
  (SELECT COUNT(*) FROM articles WHERE current = 1),
  (SELECT COUNT(*) FROM sentences),
  (SELECT COUNT(*) FROM claims WHERE current = 1),
  (SELECT COUNT(*) FROM claims WHERE factuality = 'CT+' AND attribution IS NULL AND current = 1),
  (SELECT COUNT(DISTINCT publisher) FROM articles WHERE current = 1),
  (SELECT COUNT(DISTINCT attributed_to) FROM claims),
  (SELECT COUNT(*) FROM failures)
"""
_NEWEST = """
SELECT id, title, publisher, published, (SELECT COUNT(*) FROM claims WHERE claims.article = articles.id)
FROM articles WHERE current = 1 ORDER BY published DESC, id DESC LIMIT 8
"""
_PUBLISHERS = """
SELECT publisher, COUNT(*) FROM articles WHERE current = 1 AND publisher IS NOT NULL
GROUP BY publisher ORDER BY COUNT(*) DESC, publisher LIMIT 8
"""
_QUOTED = """
SELECT attributed_to, COUNT(*) FROM claims WHERE attributed_to IS NOT NULL
GROUP BY attributed_to ORDER BY COUNT(*) DESC, attributed_to LIMIT 8
"""


def read(connection: Connection) -> Welcome:
    """Everything the start page shows."""
    return Welcome(
        Numbers(*connection.execute(_NUMBERS).fetchone()),
        tuple(Entry(*row) for row in connection.execute(_NEWEST)),
        tuple(Count(*row) for row in connection.execute(_PUBLISHERS)),
        tuple(Count(*row) for row in connection.execute(_QUOTED)),
    )
