"""When a claim holds, as a person corrects it: the words, and the days they stand for."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date

from db.reviews.decisions import Correction, RefusedError, Values
from db.reviews.sentence_pieces import found
from db.reviews.span_checks import Place, anywhere, overlap
from extract.model import Role, Spans

_TIME = ("time_value", "time_precision", "time_modifier", "time_relative", "valid_from", "valid_to")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def time(place: Place, now: Values, change: Correction) -> Values:
    """The columns of the time. Its days stay with the words that they come from, unless they are given."""
    values: Values = {}
    if change.time is not None:
        values["time_text"], values["time_spans"] = anywhere(place, change.time)
        if not overlap(change.time, time_at(place, now)):
            values |= dict.fromkeys(_TIME)
    if change.valid_from is not None:
        values["valid_from"] = _day(change.valid_from, last=False)
    if change.valid_to is not None:
        values["valid_to"] = _day(change.valid_to, last=True)
    first, last = (values.get(name, now.get(name)) for name in ("valid_from", "valid_to"))
    if values and first and last and last < first:
        raise RefusedError(f"What holds from {first} to {last} ends before it begins.")
    return values


def time_at(place: Place, now: Values) -> Spans:
    """Where the words of a claim's time stand: where a person chose them, else those of its qualifier, else where they
    are found in the sentence, piece by piece (the machine keeps no place for a time)."""
    if now.get("time_spans"):
        return tuple((start, end) for start, end in json.loads(now["time_spans"]))
    text = now.get("time_text")
    if not text:
        return ()
    told = (spans for role, words, spans, _ in now.get("further") or () if role == Role.TIME and words == text)
    known = next(told, None)
    if known:
        return tuple((start, end) for start, end in known)
    return tuple(found(place.text[place.start : place.end], place.start, text))


def _day(written: str, last: bool) -> str | None:
    """The first or last day of what is written: of a year, a month, or the day itself; None for nothing."""
    if not written:
        return None
    try:
        found = _DATE.fullmatch(written)
        year, month, day = (int(part) if part else None for part in found.groups()) if found else (0, 0, 0)
        if year and day is None:
            month = month or (12 if last else 1)
            day = monthrange(year, month)[1] if last else 1
        return date(year or 0, month or 0, day or 0).isoformat()
    except ValueError:
        raise RefusedError(f"{written!r} is not a date. Write 2024-05-31, 2024-05 or 2024.") from None
