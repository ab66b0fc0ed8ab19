"""What is in the database and what is not: rows for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db.connection import snapshot
from db.store import LEFT_OUT


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article's current revision, with counts."""

    key: str
    source: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    revision: int
    sentences: int
    claims: int
    notes: str


@dataclass(frozen=True, slots=True)
class FailureRow:
    """One input that could not be read; `added` is UTC."""

    source: str
    kind: str
    reason: str
    added: str


_ARTICLES = """
SELECT key, source, title, outlet, published, language, revision,
  (SELECT COUNT(*) FROM sentences WHERE sentences.article = articles.id),
  (SELECT COUNT(*) FROM claims WHERE claims.article = articles.id), notes
FROM articles WHERE current = 1 ORDER BY source
"""
_FAILURES = "SELECT source, kind, reason, added FROM failures WHERE (kind = ?) = ? ORDER BY source"


def articles(path: Path) -> Iterator[ArticleRow]:
    """The current revision of each article, by source."""
    with snapshot(path) as connection:
        for row in connection.execute(_ARTICLES):
            yield ArticleRow(*row)


def failures(path: Path, *, left_out: bool = False) -> Iterator[FailureRow]:
    """The inputs that could not be read when last tried, or those that were left out, by source."""
    with snapshot(path) as connection:
        for row in connection.execute(_FAILURES, (LEFT_OUT, left_out)):
            yield FailureRow(*row)


def count_claims(path: Path) -> int:
    """How many claims there are, those of replaced texts included."""
    with snapshot(path) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM claims").fetchone()[0])
