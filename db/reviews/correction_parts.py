"""From spans that a person chose to the columns of a claim: their words come from the text, and are checked."""

from __future__ import annotations

from db import claims
from db.reviews import lemmas
from db.reviews.decisions import Correction, RefusedError, Values
from db.reviews.qualifiers import further
from db.reviews.referents import referent
from db.reviews.source_corrections import source
from db.reviews.span_checks import Place, anywhere, checked, packed
from db.reviews.time_corrections import time
from db.sqlite import Connection
from extract import fields
from extract.model import Modality, Mood, Spans, slice_spans

#: What a person says of a claim by one of several words.
_MARKS = tuple(field for field in fields.of("claims") if field.editable and field.vocabulary)
#: What is asked, wished or only supposed is not the case, whoever says how sure it is.
_OPEN = frozenset({Mood.CONDITION, Mood.CONSEQUENCE, Mood.QUESTION, Mood.IMPERATIVE, Mood.WISH, Mood.HYPOTHESIS})


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
    values |= source(place, {**now, **values}, change)
    values |= time(place, now, change)
    if change.place is not None:
        values["place"], values["place_spans"] = anywhere(place, change.place)
    values |= further(place, now, change)
    for name in ("subject", "object"):
        key = getattr(change, f"{name}_who")
        if key is not None:
            values |= _named(now, name, _entity(connection, key))
    values |= claims.following({**now, **values}, values)
    changed = {column for column, value in values.items() if now.get(column) != value}
    heads = {f"{name}_{column}" for name in {"subject", "object"} & changed for column in ("head", "head_spans")}
    return {column: value for column, value in values.items() if column in changed | heads}


def _slot(connection: Connection, place: Place, name: str, spans: Spans, now: Values) -> Values:
    if not spans and name != "object":
        raise RefusedError(f"A claim needs a {name}.")
    spans = checked(place, spans)
    words = slice_spans(place.text, spans) if spans else None
    values: Values = {name: words, f"{name}_spans": packed(spans)}
    if name == "relation":
        return values | _main_word(connection, place, spans, now)
    for extent in ("head", "full"):
        values |= {f"{name}_{extent}": words, f"{name}_{extent}_spans": packed(spans)}
    return values | referent(connection, place.article, place.text, name, now, spans)


def _main_word(connection: Connection, place: Place, spans: Spans, now: Values) -> Values:
    """Of a relation; as before where it is still among the words."""
    start, end = now["predicate_start"], now["predicate_end"]
    if any(low <= start and end <= high for low, high in spans):
        return {}
    start, end = lemmas.main_word(place.text, spans)
    lemma = lemmas.lemma(connection, place.text[start:end])
    return {"relation_lemma": lemma, "predicate_start": start, "predicate_end": end}


def _marks(now: Values, change: Correction) -> Values:
    given = {field.name: getattr(change, field.name) for field in _MARKS}
    values: Values = {name: _one_of(name, value) for name, value in given.items() if value is not None}
    if values:
        marks: Values = {name: values.get(name, now[name]) for name in given}
        if marks["mood"] in _OPEN and marks["modality"] == Modality.CERTAIN:
            values["modality"] = Modality.UNCOMMITTED.value
    return values


def _one_of(name: str, value: str) -> str:
    known = [word.value for word in fields.named(name).vocabulary or ()]
    if value not in known:
        raise RefusedError(f"Unknown {name} {value!r}. Use one of: {', '.join(known)}.")
    return value


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
        raise RefusedError(f"No entity has the ID {key}.")
    return int(row[0])
