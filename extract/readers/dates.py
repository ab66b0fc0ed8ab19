"""Publication dates as files write them, to ISO 8601. What is not plainly a date gives None.

As precise as they were written and no more: a year, a month, a day, or a day with hour and minute, with the
distance from UTC where it was given ("2024", "2024-05", "2024-05-03", "2024-05-03T08:15", "2024-05-03T08:15+02:00").
Seconds are left out; abbreviations of zones that mean one thing in one country and another in the next ("BST",
"AST", "IST") are not read, and the time stays without a zone.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
#: "2024-05-03", "2024-05-03T08:00:00Z", "2024-05", "2024", "2024/05/03", "20240503"
_ISO = re.compile(
    rf"{_YEAR}(?:[-/](?P<month>\d{{2}})(?:[-/](?P<day>\d{{2}})(?:[T ]\s*(?P<rest>.*))?)?)?"
    r"|(?P<year2>\d{4})(?P<month2>\d{2})(?P<day2>\d{2})(?:T(?P<rest2>.*))?"
)
_CLOCK = re.compile(
    r"(?:at\s+)?(?P<hour>\d{1,2})(?:(?P<colon>[:.h])(?P<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[AaPp]\.?\s?[Mm]\.?)?\s*(?P<zone>Z|[A-Za-z]{2,5}|(?:UTC|GMT)?\s?[+-]\d{2}:?(?:\d{2})?)?\.?",
)
_COMPACT_CLOCK = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})(?:\d{2})?(?P<zone>Z|[+-]\d{2}:?\d{2})?")
_WEEKDAY = r"(?:(?:[A-Za-z]{3,6}day|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?,?\s+)?"
_REST = r"(?:(?:\s*[,|·•–—-]\s*|\s+)(?P<rest>(?:at\s+)?\d{1,2}.*|at\s.*))?"
#: "May 3, 2024", "Friday, 3 May 2024, 10:15", "May 2024"
_WRITTEN = tuple(
    re.compile(_WEEKDAY + order + _REST, re.IGNORECASE)
    for order in (rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}", rf"{_DAY}\.?\s+{_MONTH},?\s+{_YEAR}", rf"{_MONTH}\s+{_YEAR}")
)
#: "00:01, 2 July 2023", "9:30 a.m. EST on May 3, 2024"
_TIME_FIRST = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d{2}(?::\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*[A-Z]{1,4})?),?\s+(?:on\s+)?(?P<date>[A-Za-z0-9].*\d{4})"
)
#: Hours east of UTC of abbreviations that RFC 5322 or all of Europe agree on.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    "est": -5, "edt": -4, "pst": -8, "pdt": -7,
}  # fmt: skip
_MOST = 120  # characters: no date is longer


def iso_date(value: object) -> str | None:
    """The ISO date, as precise as it is given, of a YAML date, an ISO, RFC 2822 or written English date.

    "03/05/2024" gives None: it is the third of May in one country and the fifth of March in another.
    """
    if isinstance(value, datetime):
        return _joined(value.date().isoformat(), value.time(), value.utcoffset())
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(str(value)[: _MOST + 1].split()) if isinstance(value, str | int) else ""
    if not 0 < len(text) <= _MOST:
        return None
    return _read(text)


@lru_cache(maxsize=1000)
def _read(text: str) -> str | None:
    return _iso(text) or _mail(text) or _written(text) or _time_first(text)


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    if match["year2"]:
        day = _checked(match["year2"], match["month2"], match["day2"])
        return _with_clock(day, _COMPACT_CLOCK.fullmatch(match["rest2"] or ""))
    return _with_clock(_checked(match["year"], match["month"], match["day"]), _CLOCK.fullmatch(match["rest"] or ""))


def _written(text: str) -> str | None:
    for order in _WRITTEN:
        if match := order.fullmatch(text):
            parts = match.groupdict()
            month = _month(parts["month"])
            day = _checked(parts["year"], month, parts.get("day")) if month else None
            return _with_clock(day, _CLOCK.fullmatch(parts["rest"] or ""))
    return None


def _time_first(text: str) -> str | None:
    match = _TIME_FIRST.fullmatch(text)
    return _with_clock(_written(match["date"]), _CLOCK.fullmatch(match["clock"].strip())) if match else None


def _month(name: str) -> str | None:
    short = name[:3].lower()
    return f"{MONTHS.index(short) + 1:02}" if short in MONTHS else None


def _mail(text: str) -> str | None:
    if not re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d\d:", text):
        return None
    try:
        sent = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return _with_year(sent)


def _with_year(moment: datetime) -> str | None:
    day = _checked(f"{moment.year:04}", str(moment.month), str(moment.day))
    return _joined(day, moment.time(), moment.utcoffset()) if day else None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    """The parts joined, if the calendar has such a day and newspapers were printed then."""
    if not 1600 <= int(year) <= 2200:
        return None
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def _with_clock(day: str | None, clock: re.Match[str] | None) -> str | None:
    """A whole date with the time of day, if that is one."""
    if day is None or clock is None or len(day) < len("2024-05-03"):
        return day
    parts = clock.groupdict()
    hour, half = int(parts["hour"]), (parts.get("half") or "").lower()
    if parts["minute"] is None and not half:  # "3 May 2024, 15": no time
        return day
    if half:
        if not 1 <= hour <= 12:
            return day
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        moment = time(hour, int(parts["minute"] or 0))
    except ValueError:
        return day
    return _joined(day, moment, _offset(parts["zone"] or ""))


def _offset(zone: str) -> timedelta | None:
    name = zone.lower().replace(" ", "")
    if name in _ZONES:
        return timedelta(hours=_ZONES[name])
    match = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?", name)
    if match is None:
        return None
    distance = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return distance if match[1] == "+" else -distance


def _joined(day: str, moment: time, offset: timedelta | None) -> str:
    written = f"{day}T{moment.hour:02}:{moment.minute:02}"
    if offset is None or abs(offset) >= timedelta(hours=24):
        return written
    if not offset:
        return written + "Z"
    zone = timezone(offset) if offset else UTC
    return written + (zone.tzname(None) or "").removeprefix("UTC")
