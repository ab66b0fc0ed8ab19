"""What the articles cover, in figures to draw: events and articles over time, outlets, confidence against reviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from db.sqlite import Connection
from db.time_spans import find_day, stretch

#: Outlets that a picture shows.
MAX_OUTLETS = 20
#: Decided claims below which a band of confidence says nothing.
_MIN_DECIDED = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a picture, with its label."""

    label: str
    value: float


@dataclass(frozen=True, slots=True)
class OutletCoverage:
    """How much an outlet has."""

    outlet: str
    articles: int
    claims: int


@dataclass(frozen=True, slots=True)
class Band:
    """Reviewed claims whose confidence is in a band, and how many were accepted (also with corrections)."""

    confidence: str
    decided: int
    accepted: int

    @property
    def share(self) -> float:
        return round(100 * self.accepted / self.decided, 1)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All of it. Of bands with too few decisions, none."""

    articles: tuple[Bar, ...]
    events: tuple[Bar, ...]
    outlets: tuple[OutletCoverage, ...]
    bands: tuple[Band, ...]


_ARTICLES = "SELECT SUBSTR(published, 1, 10), COUNT(*) FROM articles WHERE current = 1 GROUP BY 1"
_EVENTS = """
SELECT day, COUNT(*) FROM (
  SELECT SUBSTR(MIN(a.published), 1, 10) AS day FROM claims AS c JOIN articles AS a ON a.id = c.article
  WHERE c.event IS NOT NULL GROUP BY c.event
) GROUP BY day
"""
_OUTLETS = """
SELECT COALESCE(outlet, 'no outlet known'), COUNT(*), SUM((SELECT COUNT(*) FROM claims WHERE article = articles.id))
FROM articles WHERE current = 1 GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT ?
"""
_BANDS = """
SELECT MIN(CAST(confidence * 10 AS INTEGER), 9) AS band, COUNT(*), SUM(status IN ('accepted', 'edited'))
FROM claims WHERE status IN ('accepted', 'edited', 'rejected') GROUP BY band ORDER BY band
"""


def read_coverage(connection: Connection) -> Coverage:
    """What the current articles cover."""
    bands = (
        Band(f"{10 * band}–{10 * band + 10}%", decided, accepted)
        for band, decided, accepted in connection.execute(_BANDS)
    )
    return Coverage(
        _over_time(tuple(row) for row in connection.execute(_ARTICLES)),
        _over_time(tuple(row) for row in connection.execute(_EVENTS)),
        tuple(OutletCoverage(*row) for row in connection.execute(_OUTLETS, (MAX_OUTLETS,))),
        tuple(band for band in bands if band.decided >= _MIN_DECIDED),
    )


def _over_time(counts: Iterable[tuple[str | None, int]]) -> tuple[Bar, ...]:
    """Counts by day, month or year, whichever can be told apart; nothing where fewer than two days are known."""
    dated = [(day, number) for day, number in ((find_day(day), number) for day, number in counts) if day]
    if len({day for day, _ in dated}) < 2:
        return ()
    columns = stretch([day for day, _ in dated])
    length = len(columns[0])
    totals: Counter[str] = Counter()
    for day, number in dated:
        totals[day[:length]] += number
    return tuple(Bar(when, totals[when]) for when in columns)
