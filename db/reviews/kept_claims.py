"""Claims that a person decided about and the latest extraction does not find: what it finds at their words, and
which of them nobody has looked at since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from db import claims
from db.reviews.applying import Row, keep
from db.reviews.span_checks import parts_at
from db.sqlite import Connection, by_column

_LOOKED_AT = """EXISTS (
  SELECT 1 FROM review_items i JOIN reviews r ON r.id = i.review
  WHERE i.claim = claims.key AND i.review > claims.kept_after AND r.action <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id))"""
#: A queue's filter by who found a claim: of those that are kept it has what nobody has looked at.
FILTER = f"(claims.origin = :origin AND (claims.origin <> 'kept' OR NOT {_LOOKED_AT}))"
_DECIDED = "origin = 'kept' AND +current = 1 AND +status <> 'unreviewed'"
_WAITING = f"SELECT * FROM claims WHERE {_DECIDED} AND NOT {_LOOKED_AT} ORDER BY id LIMIT 200"  # noqa: S608
_LOOKED = f"SELECT COUNT(*) FROM claims WHERE {_DECIDED} AND {_LOOKED_AT}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim that is kept, and what the latest extraction finds at the same words."""

    claim: str
    words: str
    status: str
    article: int
    successor: str | None
    successor_words: str | None


def hold(connection: Connection, article: int, row: Row) -> int:
    """Puts a claim back into its article, and notes from where on a decision is a look at it; returns its row id."""
    since = row["kept_after"] if row["origin"] == "kept" else None
    if since is None:
        (since,) = connection.execute("SELECT COALESCE(MAX(id), 0) FROM reviews").fetchone()
    return keep(connection, article, row | {"kept_after": since})


def waiting(connection: Connection) -> list[KeptClaim]:
    """The first 200 that nobody has looked at, in the order in which they stand."""
    return list(_succeeded(connection, list(by_column(connection.execute(_WAITING)))))


def looked_at(connection: Connection) -> int:
    """How many somebody has decided about, or noted, since they were kept."""
    return int(connection.execute(_LOOKED).fetchone()[0])


def _succeeded(connection: Connection, rows: Iterable[Row]) -> Iterator[KeptClaim]:
    for article, together in groupby(rows, key=itemgetter("article")):
        found = claims.of_article(connection, article)
        for row in together:
            yield KeptClaim(row["key"], row["claim"], row["status"], article, *successor(row, found))


def successor(row: Row, others: Iterable[Row]) -> tuple[str, str] | tuple[None, None]:
    """Of an article's claims the one that the machine finds in the place of another, for it has most of its words: its
    key and its own words."""
    found = (other for other in others if other["origin"] == "machine")
    best = max(found, key=lambda other: _shared(row, other), default=None)
    return (best["key"], best["claim"]) if best and _shared(row, best) else (None, None)


def _shared(one: Row, other: Row) -> int:
    """How many code points two claims have in common, whose main word is the same or nearly so."""
    if one["predicate_start"] >= other["predicate_end"] or other["predicate_start"] >= one["predicate_end"]:
        return 0
    return len(_points(one) & _points(other))


def _points(row: Row) -> set[int]:
    return {point for start, end in parts_at(row) for point in range(start, end)}
