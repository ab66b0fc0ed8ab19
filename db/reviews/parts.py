"""From spans that a person chose to the columns of a claim: their words come from the text, and are checked."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.reviews import lemmas
from db.reviews.pieces import found
from db.reviews.record import Correction, RefusedError, Stance, Values
from db.reviews.referents import referent
from db.rows import spans_json
from db.sqlite import Connection
from extract.model import Modality, Mood, Polarity, Role, Spans, factuality, slice_spans

_TIME = ("time_value", "time_precision", "time_modifier", "time_relative", "valid_from", "valid_to")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
#: What is asked, wished or only supposed is not the case, whoever says how sure it is.
_OPEN = frozenset({Mood.CONDITION, Mood.CONSEQUENCE, Mood.QUESTION, Mood.IMPERATIVE, Mood.WISH, Mood.HYPOTHESIS})
#: Polarity and modality of a source's stance.
_STANCES = {
    Stance.SAYS: (Polarity.POSITIVE, Modality.CERTAIN),
    Stance.DENIES: (Polarity.NEGATIVE, Modality.CERTAIN),
    Stance.PROBABLE: (Polarity.POSITIVE, Modality.PROBABLE),
    Stance.POSSIBLE: (Polarity.POSITIVE, Modality.POSSIBLE),
    Stance.OPEN: (Polarity.POSITIVE, Modality.UNCOMMITTED),
}
#: Claims have this many qualifiers at the most: a longer list is a mistake.
_MOST_FURTHER = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim may take its words from: the article's text, its sentence's bounds, the article's row id (0: of a
    text alone, in which nobody is known)."""

    text: str
    start: int
    end: int
    article: int = 0


def corrected(connection: Connection, place: Place, now: Values, change: Correction) -> Values:
    """The columns that a correction changes, with their new values. `now` is the claim's row.

    Raises RefusedError for words that are not in the sentence, unknown marks, dates and entities.
    """
    values: Values = {}
    for name in ("subject", "relation", "object"):
        spans = getattr(change, name)
        if spans is not None:
            values |= _slot(connection, place, name, spans, now)
    values |= _marks(now, change)
    values |= _source(place, {**now, **values}, change)
    values |= _time(place, now, change)
    if change.place is not None:
        values |= {"place": _words(place, change.place) or None, "place_spans": _json(change.place)}
    values |= _further(place, now, change)
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


def _slot(connection: Connection, place: Place, name: str, spans: Spans, now: Values) -> Values:
    if not spans and name != "object":
        raise RefusedError(f"A claim needs a {name}.")
    spans = checked(place, spans)
    words = slice_spans(place.text, spans) if spans else None
    values: Values = {name: words, f"{name}_spans": _json(spans)}
    if name == "relation":
        return values | _main_word(connection, place, spans, now)
    values |= {f"{name}_full": words, f"{name}_full_spans": _json(spans)}
    return values | referent(connection, place.article, place.text, name, now, spans)


def _main_word(connection: Connection, place: Place, spans: Spans, now: Values) -> Values:
    """Of a relation; as before where it is still among the words."""
    start, end = now["predicate_start"], now["predicate_end"]
    if any(low <= start and end <= high for low, high in spans):
        return {}
    start, end = lemmas.main_word(place.text, spans)
    lemma = lemmas.lemma(connection, place.text[start:end])
    return {"relation_lemma": lemma, "predicate_start": start, "predicate_end": end}


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
    """Another innermost source, or none where the article itself says it; who passes it on stays."""
    chain = json.loads(now.get("attribution") or "[]")
    if change.source == ():
        return {"attributed_to": None, "attribution": None}
    if change.source is None and change.cue is None and (change.stance is None or not chain):
        return {}
    old = chain[-1] if chain else {"source": None, "cue": None, "polarity": "positive", "modality": "certain"}
    new = _step(place, now, change, old)
    words = new["resolved"] or (new["source"]["text"] if new["source"] else None)
    return {"attributed_to": words, "attribution": json.dumps([*chain[:-1], new], ensure_ascii=False)}


def _step(place: Place, now: Values, change: Correction, old: dict[str, Any]) -> dict[str, Any]:
    """A step of an attribution: what is not given stays; so does what a source stands for whose words overlap."""
    parts = [span for name in ("subject", "relation", "object") for span in json.loads(now[f"{name}_spans"] or "[]")]
    polarity, modality = old["polarity"], old["modality"]
    if change.stance is not None:
        polarity, modality = _STANCES[_stance(change.stance)]
    source = old["source"] if change.source is None else _said(place, change.source)
    same = bool(old["source"] and source and overlap(source["spans"], old["source"]["spans"]))
    return {
        "source": source,
        "cue": old["cue"] if change.cue is None else _said(place, change.cue),
        "content": {"spans": [[min(p[0] for p in parts), max(p[1] for p in parts)]]},
        "resolved": old.get("resolved") if same else None,
        "polarity": str(polarity),
        "modality": str(modality),
    }


def _said(place: Place, spans: Spans) -> dict[str, Any] | None:
    """A slot of a step; its words may lie anywhere in the article."""
    found = checked(place, spans, inside=False) if spans else ()
    return {"text": slice_spans(place.text, found), "spans": [list(span) for span in found]} if found else None


def _stance(word: str) -> Stance:
    try:
        return Stance(word)
    except ValueError:
        raise RefusedError(f"A source {', '.join(Stance)}; not {word!r}.") from None


def stance_of(polarity: str, modality: str) -> Stance:
    """The stance of a step with these marks. (Who denies it does so, however surely.)"""
    if polarity == Polarity.NEGATIVE:
        return Stance.DENIES
    return next(stance for stance, marks in _STANCES.items() if marks == (Polarity.POSITIVE, Modality(modality)))


def overlap(one: Iterable[Sequence[int]], other: Iterable[Sequence[int]]) -> bool:
    """Whether two lists of spans have a code point in common."""
    others = list(other)
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in others)


def _time(place: Place, now: Values, change: Correction) -> Values:
    values: Values = {}
    if change.time is not None:
        values |= {"time_text": _words(place, change.time) or None, "time_spans": _json(change.time)}
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


def _further(place: Place, now: Values, change: Correction) -> Values:
    """All qualifiers; where none are given, those that have become words of a part are left out."""
    known: list[list[Any]] = now.get("further") or []
    if change.further is None:
        taken = [s for s in (change.subject, change.relation, change.object) if s]
        left = [entry for entry in known if not any(_covers(spans, entry[2]) for spans in taken)]
    elif len(change.further) > _MOST_FURTHER:
        raise RefusedError(f"A claim has at most {_MOST_FURTHER} qualifiers.")
    else:
        left = [_qualifier(place, known, role, spans) for role, spans in change.further]
    return {} if left == known else {"further": left, "qualifiers": _listed(left), **_condition(known, left)}


def _covers(spans: Spans, inner: Iterable[Sequence[int]]) -> bool:
    return all(any(start <= a and b <= end for start, end in spans) for a, b in inner)


def _qualifier(place: Place, known: list[list[Any]], role: str, spans: Spans) -> list[Any]:
    """[role, text, spans, value]; one that was there keeps its value."""
    if role not in list(Role):
        raise RefusedError(f"{role!r} is no role. Known are {', '.join(Role)}.")
    if not spans:
        raise RefusedError(f"A qualifier needs words: choose those of the {role}, or take it away.")
    places = [list(span) for span in checked(place, spans)]
    same = next((entry for entry in known if entry[2] == places and entry[0] == role), None)
    return same or [role, slice_spans(place.text, spans), places, None]


def _listed(further: list[list[Any]]) -> str | None:
    return "; ".join(entry[1] for entry in further) or None


def _condition(known: list[list[Any]], left: list[list[Any]]) -> Values:
    """The condition follows the qualifier that states it."""
    before, after = ([entry for entry in entries if entry[0] == Role.CONDITION] for entries in (known, left))
    if before == after:
        return {}
    first = after[0] if after else None
    spans = spans_json(tuple((start, end) for start, end in first[2])) if first else None
    return {"condition": first[1] if first else None, "condition_spans": spans}


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
