"""What relative expressions hang on: the publication date, and the date the narrative last spoke of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from extract.timex.calendar import containing, extent, moved

_FIRST_YEAR, _LAST_YEAR = 1500, 2999
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class TimexType(StrEnum):
    """TIMEX3's four types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means. `bounds` overrides what the value itself covers; `words` how many words it takes.

    `skip` leading words were only needed to recognise it and are no part of it.
    """

    type: TimexType
    value: str
    modifier: str | None = None
    relative: bool = False
    bounds: tuple[date | None, date | None] | None = None
    skip: int = 0
    words: int | None = None


@dataclass(slots=True)
class Anchor:
    """The publication date, as far as it is known, and the narrative's present: both move with the article.

    `said` is the value of the last date that was expressed, `quarter` of the last quarter that is over, and
    `reported` the quarter or year that the figures at hand are of, `stretch` how long that part of the year is
    ("nine months"). `fiscal` says that the quarter is one of a fiscal year. `age` counts the sentences since
    `said` was said. `last_day` is the last single day, `weekdays` the last day that each
    weekday was.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None
    said: str | None = None
    quarter: str | None = None
    reported: str | None = None
    stretch: str | None = None
    fiscal: bool = False
    age: int = 0
    last_day: date | None = None
    weekdays: dict[int, date] = field(default_factory=dict)

    @property
    def at_hand(self) -> str | None:
        """What was said in this sentence or the one before it."""
        return self.said if self.age < 2 else None

    def recent_day(self) -> str | None:
        """The last day that was spoken of, if it is one of the four up to publication: the day of the news."""
        if self.day is None or self.last_day is None or not 0 <= (self.day - self.last_day).days < 4:
            return None
        return self.last_day.isoformat()

    @classmethod
    def of(cls, published: str | None) -> Anchor:
        """Reads an ISO 8601 date that may be shortened to year or month, and may go on with a time.

        A date far from any newspaper's (a placeholder) is no date: distances from it would leave the calendar.
        """
        match = _PUBLISHED.match(published or "")
        if match is None or not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
            return cls()
        year, month = int(match[1]), int(match[2]) if match[2] else None
        try:
            day = date(year, month, int(match[3])) if month and match[3] else None
        except ValueError:
            day = None
        return cls(year, month, day)

    def away(self, unit: str, count: float) -> str | None:
        """The value of the `unit` that lies `count` units from publication; None when that is not known."""
        start = self._as_day(unit)
        end = moved(start, unit, count) if start else None
        return containing(end, unit) if end and unit not in {"hour", "minute", "second"} else None

    def _as_day(self, unit: str) -> date | None:
        if self.day is not None:
            return self.day
        if self.year is None or not self.year or unit not in {"year", "decade", "century", "month"}:
            return None
        if unit == "month" and self.month is None:
            return None
        return date(self.year, self.month or 1, 1)

    def away_from_said(self, unit: str, count: float) -> str | None:
        """The same from the date last spoken of, where that is known to the unit."""
        known = extent(self.said) if self.said else None
        if known is None or not _fine_enough(self.said or "", unit):
            return None
        end = moved(known[0][0], unit, count)
        return containing(end, unit) if end else None


def _fine_enough(value: str, unit: str) -> bool:
    day = value.partition("T")[0]
    needed = {"day": 10, "week": 10, "weekend": 10, "month": 7, "quarter": 7, "year": 4, "decade": 3, "century": 2}
    if unit in {"week", "weekend", "day"} and "W" in day:
        return unit != "day"
    return len(day) >= needed.get(unit, 99) and not (unit == "month" and not day[-2:].isdigit())


def nearest(candidates: list[date], day: date) -> date:
    return min(candidates, key=lambda d: abs((d - day).days))
