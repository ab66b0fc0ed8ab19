"""An article read again by another model or other rules: what people decided stays, and what moved is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db import claims, contents
from db.contents import Contents, Entered
from db.events import joining as events
from db.reviews.applying import Row
from db.reviews.decisions import Status
from db.reviews.kept_claims import hold, successor
from db.sqlite import Connection
from db.statements import maintenance as statements
from db.turns import immediate
from extract.model import Article, Extraction


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim that somebody looked at and the new extraction does not have. `kept`: it stays, for it was decided
    (on an undecided one there are only notes, and they stay in the log).

    `successor` is the key of the new claim that has most of its words in the same sentence, if any.
    """

    claim: str
    words: str
    status: str
    kept: bool
    successor: str | None
    successor_words: str | None


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of an article's claims: how many are the same as before, new, gone; how many that were decided or
    noted hold on."""

    same: int
    new: int
    gone: int
    reviews: int
    moved: tuple[Moved, ...]


#: Of an article that was forgotten, or got another text, while a model read what it was.
OUTRUN = Replaced(0, 0, 0, 0, ())
_AS_READ = "SELECT key, run FROM articles WHERE id = ? AND current = 1 AND text_hash = ? AND source = ?"


def as_read(connection: Connection, made_of: Article, article: int) -> tuple[str, int] | None:
    """The key of the current article that an extraction was made of, and the run that read it; None: it is gone."""
    found = connection.execute(_AS_READ, (article, made_of.text_hash, made_of.source)).fetchone()
    return (found[0], found[1]) if found else None


def rehearse(connection: Connection, extraction: Extraction, article: int) -> Replaced:
    """What `replace_contents` would do, in a transaction of its own that is taken back."""
    with immediate(connection):
        known = as_read(connection, extraction.article, article)
        found = replace_contents(connection, Contents.of(extraction), article, *known) if known else OUTRUN
        connection.execute("ROLLBACK")
    return found


def replace_contents(connection: Connection, found: Contents, article: int, key: str, run: int) -> Replaced:
    """Puts a new extraction of an article's text in the place of the old one, in the transaction that is open."""
    before = claims.of_article(connection, article)
    noted = _noted(connection, found.article.text_hash)
    reviewed = [row for row in before if row["status"] != Status.UNREVIEWED or row["key"] in noted]
    for row in reviewed:
        row.update(claims.lists(connection, row["id"]))
    _uncount(connection, article)
    touched = contents.withdraw(connection, article)
    contents.erase(connection, article)
    [written] = contents.write(connection, [Entered(found, article, key, run)])
    touched |= contents.settle_names(connection, dict.fromkeys(written.named, 1))
    after = {row["key"]: row for row in claims.of_article(connection, article)}
    moved = tuple(_move(connection, article, row, list(after.values())) for row in reviewed if row["key"] not in after)
    touched |= events.refresh(connection, [article])
    statements.add(connection, {article, *touched})
    old = {row["key"] for row in before}
    held = sum(row["key"] in after for row in reviewed)
    return Replaced(len(old & set(after)), len(set(after) - old), len(old - set(after)), held, moved)


_NOTED = """
SELECT i.claim FROM review_items i JOIN reviews r ON r.id = i.review
WHERE i.text_hash = ? AND r.action = 'note' AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id)
"""


def _noted(connection: Connection, text_hash: str) -> set[str]:
    return {row[0] for row in connection.execute(_NOTED, (text_hash,))}


def _uncount(connection: Connection, article: int) -> None:
    """A run counts what it wrote and is still there."""
    connection.execute(
        "UPDATE runs SET claims = claims - (SELECT COUNT(*) FROM claims WHERE article = :article AND run = runs.id "
        "AND origin = 'machine') WHERE id IN (SELECT run FROM claims WHERE article = :article)",
        {"article": article},
    )
    connection.execute(
        "UPDATE runs SET sentences = sentences - (SELECT COUNT(*) FROM sentences WHERE article = :article) "
        "WHERE id = (SELECT run FROM articles WHERE id = :article)",
        {"article": article},
    )


def _move(connection: Connection, article: int, row: Row, new: Iterable[Row]) -> Moved:
    kept = row["status"] != Status.UNREVIEWED
    if kept:
        hold(connection, article, row)
    return Moved(row["key"], row["claim"], row["status"], kept, *successor(row, new))
