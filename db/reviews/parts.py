"""From spans that a person chose to the columns of a claim: their words come from the text, and are checked."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from db.reviews.record import Correction, RefusedError, Values
from db.rows import spans_json
from db.sqlite import Connection
from extract.model import Modality, Mood, Polarity, Spans, factuality, slice_spans

_TIME = ("time_value", "time_precision", "time_modifier", "time_relative", "valid_from", "valid_to")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
#: What is asked, wished or only supposed is not the case, whoever says how sure it is.
_OPEN = frozenset({Mood.CONDITION, Mood.CONSEQUENCE, Mood.QUESTION, Mood.IMPERATIVE, Mood.WISH, Mood.HYPOTHESIS})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim may take its words from: the article's text, and its sentence's bounds."""

    text: str
    start: int
    end: int


def corrected(connection: Connection, place: Place, now: Values, change: Correction) -> Values:
    """The columns that a correction changes, with their new values. `now` is the claim's row.

    Raises RefusedError for words that are not in the sentence, unknown marks, dates and entities.
    """
    values: Values = {}
    for name in ("subject", "relation", "object"):
        spans = getattr(change, name)
        if spans is not None:
            values |= _slot(place, name, spans, required=name != "object")
    values |= _marks(now, change)
    values |= _source(place, now, change)
    values |= _time(place, now, change)
    if change.place is not None:
        values |= {"place": _words(place, change.place) or None, "place_spans": _json(change.place)}
    for name in ("subject", "object"):
        key = getattr(change, f"{name}_who")
        if key is not None:
            values |= _named(now, name, _entity(connection, key))
    return {column: value for column, value in values.items() if now.get(column) != value}


def checked(place: Place, spans: Spans, inside: bool = True) -> Spans:
    """Spans in order, apart from each other, with words in them; within the sentence if `inside`.

    Raises RefusedError.
    """
    low, high = (place.start, place.end) if inside else (0, len(place.text))
    ordered = tuple(sorted((int(start), int(end)) for start, end in spans))
    for number, (start, end) in enumerate(ordered):
        if not low <= start < end <= high:
            raise RefusedError("A part must be words of the claim's own sentence." if inside else "No such place.")
        if number and start < ordered[number - 1][1]:
            raise RefusedError("The pieces of a part may not overlap.")
        if not place.text[start:end].strip():
            raise RefusedError("A part must have words in it.")
    return ordered


def _slot(place: Place, name: str, spans: Spans, required: bool) -> Values:
    if not spans and required:
        raise RefusedError(f"A claim needs a {name}.")
    spans = checked(place, spans)
    words = slice_spans(place.text, spans) if spans else None
    values: Values = {name: words, f"{name}_spans": _json(spans)}
    if name == "relation":
        return values
    values |= {f"{name}_full": words, f"{name}_full_spans": _json(spans)}
    return values | {f"{name}_resolved": None, f"{name}_resolved_spans": None, f"{name}_who": None}


def _json(spans: Spans) -> str | None:
    return spans_json(spans) if spans else None


def _words(place: Place, spans: Spans) -> str:
    return slice_spans(place.text, checked(place, spans, inside=False)) if spans else ""


def _marks(now: Values, change: Correction) -> Values:
    given = {"polarity": change.polarity, "modality": change.modality, "mood": change.mood}
    values: Values = {name: _one_of(name, value) for name, value in given.items() if value is not None}
    if values:
        marks: Values = {name: values.get(name, now[name]) for name in given}
        if marks["mood"] in _OPEN and marks["modality"] == Modality.CERTAIN:
            marks["modality"] = values["modality"] = Modality.UNCOMMITTED.value
        found = factuality(Polarity(marks["polarity"]), Modality(marks["modality"]), Mood(marks["mood"]))
        values["factuality"] = found.value
    return values


def _one_of(name: str, value: str) -> str:
    known = [member.value for member in {"polarity": Polarity, "modality": Modality, "mood": Mood}[name]]
    if value not in known:
        raise RefusedError(f"{value!r} is no {name}. Known are {', '.join(known)}.")
    return value


def _source(place: Place, now: Values, change: Correction) -> Values:
    """One source in place of the whole chain; none where the article itself says it."""
    if change.source is None:
        return {}
    if not change.source:
        return {"attributed_to": None, "attribution": None}
    source = checked(place, change.source, inside=False)
    cue = checked(place, change.cue, inside=False) if change.cue else ()
    parts = [
        *json.loads(now["subject_spans"]),
        *json.loads(now["relation_spans"]),
        *json.loads(now["object_spans"] or "[]"),
    ]
    words = slice_spans(place.text, source)
    step = {
        "source": {"text": words, "spans": source},
        "cue": {"text": slice_spans(place.text, cue), "spans": cue} if cue else None,
        "content": {"spans": [[min(p[0] for p in parts), max(p[1] for p in parts)]]},
        "resolved": None,
        "polarity": "positive",
        "modality": "certain",
    }
    return {"attributed_to": words, "attribution": json.dumps([step], ensure_ascii=False)}


def _time(place: Place, now: Values, change: Correction) -> Values:
    values: Values = {}
    if change.time is not None:
        values["time_text"] = _words(place, change.time) or None
        values |= dict.fromkeys(_TIME)
    if change.valid_from is not None:
        values["valid_from"] = _day(change.valid_from, last=False)
    if change.valid_to is not None:
        values["valid_to"] = _day(change.valid_to, last=True)
    first, last = (values.get(name, now.get(name)) for name in ("valid_from", "valid_to"))
    if values and first and last and last < first:
        raise RefusedError(f"What holds from {first} to {last} ends before it begins.")
    return values


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


def _named(now: Values, name: str, who: int | None) -> Values:
    """Whom a person says the part means. What the machine took it to stand for goes, unless it is the same."""
    if who is not None and who == now[f"{name}_who"]:
        return {f"{name}_who": who}
    return {f"{name}_who": who, f"{name}_resolved": None, f"{name}_resolved_spans": None}


def _entity(connection: Connection, key: str) -> int | None:
    if not key:
        return None
    row = connection.execute("SELECT id FROM entities WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise RefusedError(f"There is no entity {key}.")
    return int(row[0])
