"""How far reviewing has come, by person and in all, and how well two readers agree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from db.reviews.log import IN_FORCE
from db.sqlite import Connection


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
class Pace:
    """One person's decisions (undone ones left out): since midnight, and an hour at the speed of the last minutes, None
    where these have fewer than two."""

    today: int
    hourly: int | None


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one person reviews: decisions in the last days, hours at work (pauses left out), decisions an hour."""

    who: str
    decisions: int
    hours: float
    hourly: int | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The last days, oldest first, each with its decisions; `speeds` by person; `days_left`: until all claims are
    reviewed at the speed of the last seven days, None where nothing was decided in these."""

    days: tuple[tuple[str, int], ...]
    speeds: tuple[Speed, ...]
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readers over the claims that both decided: how often alike, and Cohen's kappa (1960).

    `kappa` is None where chance alone would always agree (everything accepted by both, say). Of the claims that both
    approved (`approved`), `same` counts those to whose subject, relation and object both gave the same words, and
    `overlap` is the mean of how much of the words they share (Dice 1945, in characters).
    """

    one: str
    other: str
    claims: int
    alike: int
    kappa: float | None
    approved: int
    same: int
    overlap: float | None


@dataclass(frozen=True, slots=True)
class _Vote:
    """Whether each of two readers approved a claim, and how much of its words they share."""

    one: bool
    other: bool
    overlap: float


_STATUS = "SELECT status, SUM(claims) FROM claim_counts GROUP BY status"
#: The parts whose words two readers may see differently.
_PARTS = ("subject_spans", "relation_spans", "object_spans")
_AGAIN = "EXISTS (SELECT 1 FROM review_items i WHERE i.review = r.id AND i.opinion = 1)"
_WORKERS = f"""
SELECT who, SUM(claims * (action = 'accept' AND NOT again)), SUM(claims * (action = 'reject' AND NOT again)),
  SUM(action = 'edit' OR action = 'split'), SUM(action = 'add'), SUM(again), SUM(action = 'settle'), MAX("at")
FROM (SELECT r.*, {_AGAIN} AS again FROM reviews r WHERE {IN_FORCE} AND r.action <> 'undo') GROUP BY who ORDER BY who
"""  # noqa: S608
_PAIRS = f"""
SELECT f.who, r.who, i.before, i.after
FROM review_items i JOIN reviews r ON r.id = i.review
JOIN reviews f ON f.id = (
  SELECT MIN(r2.id) FROM reviews r2 JOIN review_items i2 ON i2.review = r2.id
  WHERE i2.claim = i.claim AND i2.opinion = 0 AND r2.action IN ('accept', 'reject', 'edit', 'split')
    AND r2.id < r.id AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r2.id))
WHERE i.opinion = 1 AND r.action <> 'undo' AND {IN_FORCE}
"""  # noqa: S608


def progress(connection: Connection) -> Progress:
    counts = dict(connection.execute(_STATUS))
    names = ("unreviewed", "accepted", "edited", "rejected", "disputed")
    return Progress(*(counts.get(name, 0) for name in names))


def workers(connection: Connection) -> list[Worker]:
    return [Worker(*row) for row in connection.execute(_WORKERS)]


def agreements(connection: Connection) -> list[Agreement]:
    """For each two readers who read the same claims, in the order of their names."""
    found: dict[tuple[str, str], list[_Vote]] = {}
    for first, second, *versions in connection.execute(_PAIRS):
        before, after = map(json.loads, versions)
        yes, no_less = before["status"] != "rejected", after["status"] != "rejected"
        pair = (first, second) if first < second else (second, first)
        votes = (yes, no_less) if first < second else (no_less, yes)
        found.setdefault(pair, []).append(_Vote(*votes, _overlap(before, after)))
    return [_agreement(*pair, votes) for pair, votes in sorted(found.items())]


def _overlap(before: dict[str, Any], after: dict[str, Any]) -> float:
    """Dice's coefficient of the words of two versions; 1 where the second reader corrected nothing."""
    if all(before.get(part) == after.get(part) for part in _PARTS):
        return 1.0
    one, other = _points(before), _points(after)
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _points(values: dict[str, Any]) -> set[tuple[str, int]]:
    return {(p, n) for p in _PARTS for start, end in json.loads(values.get(p) or "[]") for n in range(start, end)}


def _agreement(one: str, other: str, votes: list[_Vote]) -> Agreement:
    alike = sum(vote.one == vote.other for vote in votes)
    approved = [vote.overlap for vote in votes if vote.one and vote.other]
    mean = sum(approved) / len(approved) if approved else None
    same = sum(overlap == 1 for overlap in approved)
    agreed = kappa([(vote.one, vote.other) for vote in votes])
    return Agreement(one, other, len(votes), alike, agreed, len(approved), same, mean)


def kappa(votes: list[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa of two readers' yes and no (Cohen 1960, Educational and Psychological Measurement 20)."""
    if not votes:
        return None
    n = len(votes)
    seen = sum(a == b for a, b in votes) / n
    yes_one, yes_other = sum(a for a, _ in votes) / n, sum(b for _, b in votes) / n
    chance = yes_one * yes_other + (1 - yes_one) * (1 - yes_other)
    return None if chance == 1 else (seen - chance) / (1 - chance)


#: Minutes of which the speed is told, and seconds that have to lie between their first and last decision.
_RECENT, _LEAST = 10, 60
_TODAY = f"""
SELECT COALESCE(SUM(CASE r.action WHEN 'dispute' THEN 1 ELSE r.claims END), 0) FROM reviews r
WHERE r.who = ? AND r."at" >= ? AND r.action NOT IN ('note', 'flag', 'undo') AND {IN_FORCE}
"""  # noqa: S608
_LATELY = f"""
SELECT MIN(r."at"), MAX(r."at"), COUNT(*), SUM(CASE r.action WHEN 'dispute' THEN 1 ELSE r.claims END)
FROM reviews r
WHERE r.who = ? AND r."at" >= ? AND r.action NOT IN ('note', 'flag', 'undo') AND {IN_FORCE}
"""  # noqa: S608


def pace(connection: Connection, who: str, midnight: str) -> Pace:
    """`midnight`: when the day began, in UTC."""
    (today,) = connection.execute(_TODAY, (who, midnight)).fetchone()
    since = (datetime.now(UTC) - timedelta(minutes=_RECENT)).isoformat(timespec="seconds")
    first, last, entries, claims = connection.execute(_LATELY, (who, since)).fetchone()
    if not entries or entries < 2:
        return Pace(today, None)
    seconds = (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds()
    return Pace(today, round((claims - 1) * 3600 / seconds) if seconds >= _LEAST else None)


#: Days of which the trend is told, seconds without a decision that count as a pause, and those that one decision takes
#: before the first of a stretch of work.
_DAYS, _PAUSE, _FIRST = 14, 300.0, 10.0
_DECIDED = f"""
SELECT r.who, r."at", CASE r.action WHEN 'dispute' THEN 1 ELSE r.claims END FROM reviews r
WHERE r."at" >= ? AND r.action NOT IN ('note', 'flag', 'undo') AND {IN_FORCE} ORDER BY r.id
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Told:
    """What the log tells by itself: each person's work, how well two agree, and the last days with their speeds."""

    workers: tuple[Worker, ...]
    agreements: tuple[Agreement, ...]
    days: tuple[tuple[str, int], ...]
    speeds: tuple[Speed, ...]


def state(connection: Connection) -> tuple[Any, ...]:
    """What `read_log` depends on: the log's last entry, since none is ever changed, and the day."""
    last = connection.execute('SELECT id, "at", who FROM reviews ORDER BY id DESC LIMIT 1').fetchone()
    return datetime.now(UTC).date(), *(last or ())


def read_log(connection: Connection) -> Told:
    today = datetime.now(UTC).date()
    days = {(today - timedelta(days=n)).isoformat(): 0 for n in reversed(range(_DAYS))}
    people: dict[str, _Pace] = {}
    for who, at, claims in connection.execute(_DECIDED, (next(iter(days)),)):
        day = at[:10]
        days[day] = days.get(day, 0) + claims
        people.setdefault(who, _Pace()).add(datetime.fromisoformat(at).timestamp(), claims)
    speeds = tuple(pace.speed(who) for who, pace in sorted(people.items()))
    return Told(tuple(workers(connection)), tuple(agreements(connection)), tuple(days.items()), speeds)


def trend(told: Told, left: int) -> Trend:
    """`left`: claims that wait."""
    lately = [count for _, count in told.days[_DAYS - 7 : _DAYS]]
    while lately and not lately[0]:  # who has just begun is not slow
        del lately[0]
    return Trend(told.days, told.speeds, -(-left * len(lately) // sum(lately)) if lately else None)


class _Pace:
    """One person's decisions, in their order."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._seconds = _FIRST
        self._entries = self._claims = 0

    def add(self, at: float, claims: int) -> None:
        if self._last is not None:
            gap = at - self._last
            self._seconds += gap if gap <= _PAUSE else _FIRST
        self._last = at
        self._entries += 1
        self._claims += claims

    def speed(self, who: str) -> Speed:
        seconds, hourly = self._seconds, round(self._claims * 3600 / self._seconds) if self._entries > 1 else None
        return Speed(who, self._claims, seconds / 3600, hourly)
