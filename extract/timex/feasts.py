"""Feasts that articles date things by, and the day they fall on in a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

#: Feasts with a date of their own, and those that fall on the n-th weekday of a month (month, weekday, n; -1 the last).
FIXED_FEASTS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year": (1, 1),
    "new year's": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "independence day": (7, 4),
    "veterans day": (11, 11),
    "bastille day": (7, 14),
    "st. patrick's day": (3, 17),
    "may day": (5, 1),
}
MOVING_FEASTS = {
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "labour day": (9, 1, 1),
    "memorial day": (5, 1, -1),
}
EASTER_FEASTS = {"easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1}


def feast(name: str, year: int) -> date | None:
    """The day of a feast in a year, or None for a feast that is not known here."""
    if name in FIXED_FEASTS:
        return date(year, *FIXED_FEASTS[name])
    if name in MOVING_FEASTS:
        return _nth(year, *MOVING_FEASTS[name])
    if name == "election day":  # of the United States: the Tuesday after the first Monday of November
        return _nth(year, 11, 1, 1) + timedelta(1)
    if name in EASTER_FEASTS:
        return _easter(year) + timedelta(EASTER_FEASTS[name])
    return None


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta((last.isoweekday() - weekday) % 7)


def _easter(year: int) -> date:
    """Western Easter, by the anonymous Gregorian computus (Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    w = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * w) // 451
    month, day = divmod(h + w - 7 * m + 114, 31)
    return date(year, month, day + 1)
