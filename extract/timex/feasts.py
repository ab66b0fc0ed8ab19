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
    "columbus day": (10, 1, 2),
    "presidents' day": (2, 1, 3),
    "presidents day": (2, 1, 3),
    "mother's day": (5, 7, 2),
    "father's day": (6, 7, 3),
    "martin luther king day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3),
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


def nth_day(whole: tuple[date, date], unit: str, nth: int, weekday: int = 0) -> date:
    """The n-th (-1: last) day, weekday or weekend of a month; a day of its n-th week (that with the month's 4th)."""
    first, last = whole
    if unit == "day":
        return last if nth < 0 else first + timedelta(nth - 1)
    if unit == "week":
        return last - timedelta(3) if nth < 0 else first + timedelta(3 + 7 * (nth - 1))
    which = weekday if unit == "weekday" else 6
    if nth < 0:
        return last - timedelta((last.isoweekday() - which) % 7)
    return first + timedelta((which - first.isoweekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Western Easter, by the anonymous Gregorian computus (Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    w = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * w) // 451
    month, day = divmod(h + w - 7 * m + 114, 31)
    return date(year, month, day + 1)
