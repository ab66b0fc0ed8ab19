"""Calendar arithmetic on TIMEX3 values: what a value covers, and what lies n units away from a date."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from extract.model import Precision

Extent = tuple[date, date]

#: Months of the northern seasons; a winter belongs to the year of its December.
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_FORMS = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), "day"),
    (re.compile(r"(\d{4})-(\d\d)"), "month"),
    (re.compile(r"(\d{4})"), "year"),
    (re.compile(r"(\d{3})"), "decade"),
    (re.compile(r"(\d\d)"), "century"),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), "week"),
    (re.compile(r"(\d{4})-Q([1-4])"), "quarter"),
    (re.compile(r"(\d{4})-H([12])"), "half"),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), "season"),
)
_PRECISIONS = {
    "day": Precision.DAY,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
    "week": Precision.WEEK,
    "quarter": Precision.QUARTER,
    "half": Precision.HALF,
    "season": Precision.SEASON,
}
#: What a unit looks like when nothing anchors it.
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
#: The letters of a unit in a TIMEX3 duration.
LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}


def extent(value: str) -> tuple[Extent, Precision] | None:
    """The first and last day that a TIMEX3 date covers and its unit; None for what is no calendar date.

    An interval `A/B` covers from the beginning of A to the end of B.
    """
    if "/" in value:
        return _interval(*value.split("/", 1))
    day, _, clock = value.partition("T")
    for form, unit in _FORMS:
        match = form.fullmatch(day)
        if match is not None:
            try:
                return _cover(unit, match), _clock_precision(clock) or _PRECISIONS[unit]
            except ValueError:
                return None
    return None


def _interval(first: str, last: str) -> tuple[Extent, Precision] | None:
    begin, end = extent(first), extent(last)
    if begin is None or end is None or begin[0][0] > end[0][1]:
        return None
    return (begin[0][0], end[0][1]), begin[1]


def _clock_precision(clock: str) -> Precision | None:
    if not clock:
        return None
    if clock[0].isdigit():
        return Precision.MINUTE if ":" in clock else Precision.HOUR
    return Precision.PART_OF_DAY


def _cover(unit: str, match: re.Match[str]) -> Extent:
    year = int(match[1])
    if unit == "day":
        day = date(year, int(match[2]), int(match[3]))
        return day, day
    if unit == "month":
        return _months(year, int(match[2]), int(match[2]))
    if unit == "week":
        monday = date.fromisocalendar(year, int(match[2]), 1)
        return monday + timedelta(5 if match[3] else 0), monday + timedelta(6)
    if unit == "quarter":
        return _months(year, 3 * int(match[2]) - 2, 3 * int(match[2]))
    if unit == "half":
        return _months(year, 6 * int(match[2]) - 5, 6 * int(match[2]))
    if unit == "season":
        first, last = _SEASONS[match[2]]
        return date(year, first, 1), _months(year + (last < first), last, last)[1]
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    return date(year * length, 1, 1), date(year * length + length - 1, 12, 31)


def _months(year: int, first: int, last: int) -> Extent:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def part(whole: Extent, phase: str) -> Extent:
    """The first, middle or last third of a stretch: "early 1991", "mid-July", "the end of 1990"."""
    third = timedelta((whole[1] - whole[0]).days // 3)
    if phase == "START":
        return whole[0], whole[0] + third
    if phase == "END":
        return whole[1] - third, whole[1]
    return whole[0] + third, whole[1] - third


def containing(day: date, unit: str) -> str:
    """The value of the `unit` that `day` lies in."""
    if unit == "day":
        return day.isoformat()
    if unit in {"week", "weekend", "fortnight"}:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    values = {
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "half": f"{day.year:04}-H{(day.month + 5) // 6}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}",
        "century": f"{day.year // 100:02}",
    }
    return values[unit]


_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def moved(day: date, unit: str, count: float) -> date | None:
    """`day` moved by `count` units (negative: back); the end of a shorter month stands in for its missing days.

    None where the calendar ends, and for units below a day unless they make whole days.
    """
    try:
        if unit in _DAYS_IN:
            return day + timedelta(round(_DAYS_IN[unit] * count))
        if unit == "hour":
            return day + timedelta(round(count / 24))
        if unit not in _MONTHS_IN:
            return day
        total = day.year * 12 + day.month - 1 + round(_MONTHS_IN[unit] * count)
        year, month = divmod(total, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


#: Units that a duration counts in smaller ones: two decades are P20Y.
_COUNTED_AS = {"decade": (10, "Y"), "century": (100, "Y"), "fortnight": (2, "W")}


def duration(count: float | None, unit: str) -> str:
    """A TIMEX3 duration; None counts an unknown number ("weeks"): P3M, PT5H, PXW, PXDE."""
    letters = LETTERS[unit]
    if count is None:
        number = "X"
    else:
        times, letters = _COUNTED_AS.get(unit, (1, letters))
        number = f"{count * times:g}"
    clock = letters[0] == "T"
    return f"P{'T' * clock}{number}{letters[clock:]}"
