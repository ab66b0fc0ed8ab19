"""From spans that a person chose to the columns of a claim: their words come from the text, and are checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from db import claims
from db.reviews import lemmas
from db.reviews.decisions import Correction, RefusedError, Values
from db.reviews.source_corrections import source
from db.reviews.span_checks import Place, anywhere, checked, packed
from db.reviews.time_corrections import time
from db.rows import spans_json
from db.sqlite import Connection
from extract import fields
from extract.model import Modality, Mood, Role, Spans, slice_spans

#: What a person says of a claim by one of several words.
_MARKS = tuple(field for field in fields.of("claims") if field.editable and field.vocabulary)
#: What is asked, wished or only supposed is not the case, whoever says how sure it is.
_OPEN = frozenset({Mood.CONDITION, Mood.CONSEQUENCE, Mood.QUESTION, Mood.IMPERATIVE, Mood.WISH, Mood.HYPOTHESIS})
#: Claims have this many qualifiers at the most: a longer list is a mistake.
_MOST_FURTHER = 40
_MENTIONS = (
    'SELECT start, "end", who, resolved FROM mentions WHERE article = ? AND start >= ? AND "end" <= ? ORDER BY id'
)
#: What the words that hedge a claim are about: whoever changes it says himself how far the claim holds.
_SAID_BY = frozenset(("subject", "relation", "polarity", "modality", "mood"))
#: What may stand before a name beside titles: "the former President Ada Lind".
_SMALL = frozenset(("the", "a", "an", "former", "then"))


class _Mention(NamedTuple):
    start: int
    end: int
    who: int | None
    resolved: str | None


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
    values |= _further(place, now, change)
    for name in ("subject", "object"):
        key = getattr(change, f"{name}_who")
        if key is not None:
            values |= _named(now, name, _entity(connection, key))
    values |= claims.following({**now, **values}, values)
    if not _SAID_BY.isdisjoint(column for column, value in values.items() if now.get(column) != value):
        values["hedge"] = None
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
    return values | _referent(connection, place.article, place.text, name, now, spans)


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


def _referent(connection: Connection, article: int, text: str, name: str, now: Values, spans: Spans) -> Values:
    """The columns that say whom the part `name` means, once it has the words of `spans`.

    As before, where the name or pronoun that said so is still among the words; else the one whose name they are, or
    end with; else nobody known.
    """
    who, resolved = now.get(f"{name}_who"), now.get(f"{name}_resolved")
    among = [m for span in spans for m in _mentions(connection, article, span)]
    if any((m.who == who is not None) or (m.resolved == resolved is not None) for m in among):
        return {}
    named = [m for m in among if m.who is not None and _is_all(text, spans, m)]
    new = named[0].who if named else None
    return {f"{name}_who": new, f"{name}_resolved": None, f"{name}_resolved_spans": None}


def _mentions(connection: Connection, article: int, span: tuple[int, int]) -> list[_Mention]:
    return [_Mention(*row) for row in connection.execute(_MENTIONS, (article, *span))]


def _is_all(text: str, spans: Spans, mention: _Mention) -> bool:
    """Whether the words are this name, with titles before it at the most: not "the sister of Ada Lind"."""
    words = slice_spans(text, spans)
    name = text[mention.start : mention.end]
    before = words.removesuffix(name)
    return words.endswith(name) and all(word[:1].isupper() or word in _SMALL for word in before.split())


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
    if left == known:
        return {}
    return {"further": left, **_condition(known, left)}


def _covers(spans: Spans, inner: Iterable[Sequence[int]]) -> bool:
    return all(any(start <= a and b <= end for start, end in spans) for a, b in inner)


def _qualifier(place: Place, known: list[list[Any]], role: str, spans: Spans) -> list[Any]:
    """[role, text, spans, value]; one that was there keeps its value."""
    if role not in list(Role):
        raise RefusedError(f"Unknown role {role!r}. Use one of: {', '.join(Role)}.")
    if not spans:
        raise RefusedError(f"A qualifier needs words: choose those of the {role}, or remove it.")
    places = [list(span) for span in checked(place, spans)]
    same = next((entry for entry in known if entry[2] == places and entry[0] == role), None)
    return same or [role, slice_spans(place.text, spans), places, None]


def _condition(known: list[list[Any]], left: list[list[Any]]) -> Values:
    """The condition follows the qualifier that states it."""
    before, after = ([entry for entry in entries if entry[0] == Role.CONDITION] for entries in (known, left))
    if before == after:
        return {}
    first = after[0] if after else None
    spans = spans_json(tuple((start, end) for start, end in first[2])) if first else None
    return {"condition": first[1] if first else None, "condition_spans": spans}
