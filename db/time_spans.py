"""Stretches of time as rows of columns that can be told apart: days, months, years or decades."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

#: Columns that can be told apart.
MAX_COLUMNS = 48


def find_day(text: str | None) -> str | None:
    """The first day of what is known of a date (ISO 8601: a year, month, day or moment); None for anything else."""
    whole = f"{(text or '')[:10]}-01-01"[:10] if text and len(text) in (4, 7) else (text or "")[:10]
    try:
        return date.fromisoformat(whole).isoformat()
    except ValueError:
        return None


def find_last_day(text: str) -> str | None:
    """The last day of what is known of a date, for comparisons of text: of each month the 31st."""
    return f"{text}{'-12-31'[3 * (len(text) == 7) :]}"[:10] if find_day(text) else None


def stretch(days: Sequence[str]) -> list[str]:
    """All days, months or years from the first to the last of these (ISO dates), whichever are few enough to be told
    apart. Of more years than that, the latest."""
    first, last = min(days), max(days)
    for length in (10, 7, 4):
        found = _between(first[:length], last[:length])
        if len(found) <= MAX_COLUMNS:
            return found
    return found[-MAX_COLUMNS:]


def _between(first: str, last: str) -> list[str]:
    """All days, months or years from one to another (ISO 8601, as short as they are given)."""
    if len(first) == 10:
        start, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
        return [date.fromordinal(day).isoformat() for day in range(start, min(end, start + MAX_COLUMNS) + 1)]
    if len(first) == 7:
        start, end = (12 * int(when[:4]) + int(when[5:]) - 1 for when in (first, last))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
    return [f"{year:04}" for year in range(int(first), int(last) + 1)]
