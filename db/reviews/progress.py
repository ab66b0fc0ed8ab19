"""How far reviewing has come, by person and in all, and how well two readers agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.sqlite import Connection, by_column
from db.wording import Standing, marks_of, standing, words


@dataclass(frozen=True, slots=True)
class Worker:
    """One person's decisions (undone ones left out); the last is UTC.

    Claims read a second time, whatever came of it, count as `again` alone; ends to disputes as `settled`.
    """

    who: str
    accepted: int
    rejected: int
    edited: int
    added: int
    again: int
    settled: int
    last: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Current claims by status."""

    unreviewed: int
    accepted: int
    edited: int
    rejected: int
    disputed: int

    @property
    def reviewed(self) -> int:
        return self.accepted + self.edited + self.rejected + self.disputed

    @property
    def total(self) -> int:
        return self.reviewed + self.unreviewed


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readers over the claims that both decided: how often alike, and Cohen's kappa (1960).

    `kappa` is None where chance alone would always agree (everything accepted by both, say).
    """

    one: str
    other: str
    claims: int
    alike: int
    kappa: float | None


#: Those that wait are counted in an index of their own: all of them would be read else, after each decision.
_STATUS = """
SELECT 'unreviewed', COUNT(*) FROM claims INDEXED BY claims_waiting WHERE current = 1 AND status = 'unreviewed'
UNION ALL
SELECT status, COUNT(*) FROM claims WHERE +current = 1 AND status IN ('accepted', 'edited', 'rejected', 'disputed')
GROUP BY status
"""
_DONE = "NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id)"
_AGAIN = "EXISTS (SELECT 1 FROM review_items i WHERE i.review = r.id AND i.opinion = 1)"
_WORKERS = f"""
SELECT who, SUM(claims * (action = 'accept' AND NOT again)), SUM(claims * (action = 'reject' AND NOT again)),
  SUM(action = 'edit' OR action = 'split'), SUM(action = 'add'), SUM(again), SUM(action = 'settle'), MAX("at")
FROM (SELECT r.*, {_AGAIN} AS again FROM reviews r WHERE {_DONE} AND r.action <> 'undo') GROUP BY who ORDER BY who
"""  # noqa: S608
_PAIRS = f"""
SELECT f.who, r.who, i.before ->> 'status', i.after ->> 'status'
FROM review_items i JOIN reviews r ON r.id = i.review
JOIN reviews f ON f.id = (
  SELECT MIN(r2.id) FROM reviews r2 JOIN review_items i2 ON i2.review = r2.id
  WHERE i2.claim = i.claim AND i2.opinion = 0 AND r2.action IN ('accept', 'reject', 'edit', 'split')
    AND r2.id < r.id AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r2.id))
WHERE i.opinion = 1 AND r.action <> 'undo' AND {_DONE}
"""  # noqa: S608


_DISPUTES = """
SELECT c.*, s.text, s.kind AS block, a.title, a.outlet FROM claims c
JOIN sentences s ON s.id = c.sentence JOIN articles a ON a.id = c.article
WHERE c.status = 'disputed' AND +c.current = 1 GROUP BY c.key ORDER BY c.key LIMIT 200
"""
_OPINIONS = f"""
SELECT r.who, COALESCE(i.after ->> 'status', ''), r.reason FROM review_items i JOIN reviews r ON r.id = i.review
WHERE i.claim = ? AND r.action IN ('accept', 'reject', 'edit', 'dispute') AND {_DONE}
  AND (i.opinion = 1 OR r.action <> 'dispute') ORDER BY r.id
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reader made of a claim, and why."""

    who: str
    status: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim that two readers see differently, and nobody has settled. `marks` are those beside how it stands."""

    claim: str
    version: int
    words: str
    standing: Standing
    marks: tuple[str, ...]
    sentence: str
    headline: str | None
    outlet: str | None
    opinions: tuple[Opinion, ...]


def disputes(connection: Connection) -> list[Dispute]:
    rows = list(by_column(connection.execute(_DISPUTES)))
    return [_dispute(connection, row) for row in rows]


def _dispute(connection: Connection, row: dict[str, Any]) -> Dispute:
    stands = standing(row["factuality"], row["attribution"] is not None)
    return Dispute(
        claim=row["key"],
        version=row["version"],
        words=row["claim"],
        standing=stands,
        marks=tuple(word for word in words(marks_of(row)) if word != stands),
        sentence=row["text"],
        headline=row["title"],
        outlet=row["outlet"],
        opinions=tuple(_opinions(connection, row["key"])),
    )


def _opinions(connection: Connection, claim: str) -> Iterator[Opinion]:
    for who, status, reason in connection.execute(_OPINIONS, (claim,)):
        yield Opinion(who, status, reason)


def progress(connection: Connection) -> Progress:
    counts = dict(connection.execute(_STATUS))
    names = ("unreviewed", "accepted", "edited", "rejected", "disputed")
    return Progress(*(counts.get(name, 0) for name in names))


def workers(connection: Connection) -> list[Worker]:
    return [Worker(*row) for row in connection.execute(_WORKERS)]


def agreements(connection: Connection) -> list[Agreement]:
    """For each two readers who read the same claims, in the order of their names."""
    found: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for first, second, before, after in connection.execute(_PAIRS):
        votes = (before != "rejected", after != "rejected")
        pair = (first, second) if first < second else (second, first)
        found.setdefault(pair, []).append(votes if first < second else votes[::-1])
    return [_agreement(*pair, votes) for pair, votes in sorted(found.items())]


def _agreement(one: str, other: str, votes: list[tuple[bool, bool]]) -> Agreement:
    alike = sum(a == b for a, b in votes)
    return Agreement(one, other, len(votes), alike, kappa(votes))


def kappa(votes: list[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa of two readers' yes and no (Cohen 1960, Educational and Psychological Measurement 20)."""
    if not votes:
        return None
    n = len(votes)
    seen = sum(a == b for a, b in votes) / n
    yes_one, yes_other = sum(a for a, _ in votes) / n, sum(b for _, b in votes) / n
    chance = yes_one * yes_other + (1 - yes_one) * (1 - yes_other)
    return None if chance == 1 else (seen - chance) / (1 - chance)
