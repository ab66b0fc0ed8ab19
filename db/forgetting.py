"""Taking an article out for good: its text, its claims, its place among entities, copies and statements; no review."""

from __future__ import annotations

from dataclasses import dataclass

from db import contents
from db.sqlite import Connection

_REVISIONS = """
SELECT id, key, current, revision, run FROM articles
WHERE source = (SELECT source FROM articles WHERE id = ?) ORDER BY revision DESC
"""
_REVIEWED = (
    "SELECT COUNT(DISTINCT claim) FROM review_items WHERE text_hash IN (SELECT text_hash FROM articles WHERE id = ?)"
)
#: A run counts what it wrote and is still there.
_UNCOUNT = """
UPDATE runs SET
  new = new - (:run = id AND :revision = 1),
  revised = revised - (:run = id AND :revision > 1),
  sentences = sentences - (:run = id) * (SELECT COUNT(*) FROM sentences WHERE article = :article),
  claims = claims - (SELECT COUNT(*) FROM claims WHERE article = :article AND run = runs.id AND origin = 'machine')
WHERE id = :run OR id IN (SELECT run FROM claims WHERE article = :article)
"""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went: a source with so many revisions and claims; `reviewed` claims keep their reviews."""

    source: str
    revisions: int
    claims: int
    reviewed: int


def forget(connection: Connection, article: int) -> Forgotten:
    """Removes all revisions of an article's source, inside the transaction that is open."""
    (source,) = connection.execute("SELECT source FROM articles WHERE id = ?", (article,)).fetchone()
    revisions = connection.execute(_REVISIONS, (article,)).fetchall()
    claims = reviewed = 0
    for number, key, current, revision, run in revisions:
        claims += connection.execute("SELECT COUNT(*) FROM claims WHERE article = ?", (number,)).fetchone()[0]
        reviewed += connection.execute(_REVIEWED, (number,)).fetchone()[0]
        if current:
            contents.leave(connection, number, key)
        connection.execute(_UNCOUNT, {"run": run, "revision": revision, "article": number})
        contents.erase(connection, number)
        connection.execute("DELETE FROM articles WHERE id = ?", (number,))
    return Forgotten(source, len(revisions), claims, reviewed)
