"""Publication dates as files write them, to ISO 8601. What is not plainly a date gives None."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
#: "2024-05-03", "2024-05-03T08:00:00Z", "2024-05", "2024", "2024/05/03"
_ISO = re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d{2})(?:[-/](?P<day>\d{2})(?:[T ].*)?)?)?")
_TIME = r"(?:[,\s]+(?:at\s+)?\d{1,2}[:.]\d{2}.*)?"
_WEEKDAY = r"(?:[A-Za-z]{3,6}day,?\s+)?"
#: "May 3, 2024", "Friday, 3 May 2024, 10:15", "May 2024"
_WRITTEN = tuple(
    re.compile(_WEEKDAY + order + _TIME)
    for order in (rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}", rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}", rf"{_MONTH}\s+{_YEAR}")
)


def iso_date(value: object) -> str | None:
    """The ISO date of a YAML date, an ISO, RFC 2822 or written English date; its day if it has a time.

    "03/05/2024" gives None: it is the third of May in one country and the fifth of March in another.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).strip() if isinstance(value, str | int) else ""
    return _iso(text) or _written(text) or _mail(text)


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    return _checked(match["year"], match["month"], match["day"]) if match else None


def _written(text: str) -> str | None:
    for order in _WRITTEN:
        if match := order.fullmatch(text):
            parts = match.groupdict()
            month = _month(parts["month"])
            return _checked(parts["year"], month, parts.get("day")) if month else None
    return None


def _month(name: str) -> str | None:
    short = name[:3].lower()
    return f"{_MONTHS.index(short) + 1:02}" if short in _MONTHS else None


def _mail(text: str) -> str | None:
    if not re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
        return None
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, IndexError):
        return None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    """The parts joined, if the calendar has such a day and newspapers were printed then."""
    if not 1600 <= int(year) <= 2200:
        return None
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
