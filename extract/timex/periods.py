"""Periods that a date closes: "the quarter ended Sept. 30", "the six months to June 30"."""

from __future__ import annotations

from datetime import date, timedelta

from extract.model import Precision
from extract.timex.calendar import Extent, extent, moved
from extract.timex.days import day_of_month
from extract.timex.grammar import Match
from extract.timex.months import month

_CLOSING = frozenset({"ended", "ending", "ends"})


def last_day(match: Match) -> date | None:
    """The day with which the period that a match names ends, where the words behind it say so."""
    after = match.after()
    if after is None or not (after.lower in _CLOSING or (after.lower in {"to", "through"} and _is_definite(match))):
        return None
    at = match.end + 1
    closing = [w.lower for w in match.between(at, at + 3).words]
    at += 3 if closing == ["the", "end", "of"] else 1 if closing[:1] == ["end"] else 0
    for length in (4, 2, 1):
        known = _read(match.between(at, at + length), length)
        if known is not None:
            return known[0][1]
    return None


def _read(closing: Match, length: int) -> tuple[Extent, Precision] | None:
    """ "Sept. 30, 2018", "Sept. 30" or "September 2018", "September"."""
    if closing.first("MONTH") is None or (length == 4 and closing.first("YEAR") is None):
        return None
    reading = day_of_month(closing) if closing.first("DAY") else month(closing)
    return extent(reading.value) if reading is not None else None


def _is_definite(match: Match) -> bool:
    """ "in the 12 months to June 30", not "from three months to June"."""
    before = match.before()
    return match.words[0].lower == "the" or (before is not None and before.lower == "the")


def up_to(last: date, unit: str, count: float) -> tuple[date | None, date | None]:
    """The days of a period of so many units that ends with a day."""
    before = moved(last, unit, -count)
    return before + timedelta(1) if before is not None else None, last
