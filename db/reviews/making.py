"""A claim that a person makes: new by its words in an article, or as part of another that is split."""

from __future__ import annotations

import json
from typing import Any

from db.keys import Triple, keys_of_triples
from db.reviews.applying import Row, place_of
from db.reviews.correction_parts import corrected
from db.reviews.decisions import Correction, RefusedError, Status, Values
from db.reviews.lemmas import lemma, main_word
from db.reviews.log import Item
from db.reviews.span_checks import Place, parts_at
from db.sqlite import Connection
from extract import fields

_CLAIM = fields.of("claims")
#: What stays of a claim that is split.
_KEPT = fields.names(field for field in _CLAIM if field.kept)
#: What is a person's own of any claim that a person makes.
_OWN: Values = {field.name: field.plain for field in _CLAIM if not field.kept and field.plain is not None}
#: What a claim has whose maker said nothing of it: plain, the article's own, certain, as sure as a person is.
_PLAIN: Values = {field.name: field.plain for field in _CLAIM if field.kept} | _OWN


def made(connection: Connection, origin: Row | int, change: Correction) -> Item:
    """The log's item for a claim made of words: from another claim's whole row, or in an article (by row id).

    Raises RefusedError for one without subject and relation, or one that is there already.
    """
    if isinstance(origin, int):
        values, text_hash, place = _new(connection, origin, change)
    else:
        values = {column: origin[column] for column in _KEPT} | _OWN
        values["further"] = origin["further"]
        text_hash, place = origin["text_hash"], place_of(connection, origin)
    values |= corrected(connection, place, values, change)
    if not isinstance(origin, int):
        values["numbers"] = _within(origin["numbers"], _spans_of(values))
    values["status"] = Status.ACCEPTED.value
    key = _key(text_hash, values)
    if connection.execute("SELECT 1 FROM claims WHERE key = ?", (key,)).fetchone():
        raise RefusedError("This claim already exists.")
    return Item(key, text_hash, None, values)


def _new(connection: Connection, article: int, change: Correction) -> tuple[Values, str, Place]:
    row = connection.execute("SELECT text, text_hash, current FROM articles WHERE id = ?", (article,)).fetchone()
    if row is not None and not row[2]:
        raise RefusedError("This article has a newer revision. Add the claim there.")
    if row is None or not change.subject or not change.relation:
        raise RefusedError("A claim needs a subject and a relation from the words of the article.")
    text, text_hash, _ = row
    start, end = change.relation[-1]
    query = 'SELECT start, "end" FROM sentences WHERE article = ? AND start <= ? AND "end" >= ?'
    bounds = connection.execute(query, (article, start, end)).fetchone()
    if bounds is None:
        raise RefusedError("The relation must be words of one sentence.")
    start, end = main_word(text, change.relation)
    found = lemma(connection, text[start:end])
    values = {**_PLAIN, "relation_lemma": found, "predicate_start": start, "predicate_end": end}
    return values, text_hash, Place(text, bounds[0], bounds[1], article)


def _within(entries: list[list[Any]], spans: list[list[int]]) -> list[list[Any]]:
    """The numbers of a list that stand at these places."""
    places = [entry[1] for entry in entries]
    kept = [all(any(low <= start and end <= high for low, high in spans) for start, end in at) for at in places]
    return [entry for entry, inside in zip(entries, kept, strict=True) if inside]


def _spans_of(values: Values) -> list[list[int]]:
    """All places of a claim's parts and qualifiers."""
    return parts_at(values) + [span for entry in values["further"] for span in entry[2]]


def _key(text_hash: str, values: Values) -> str:
    return keys_of_triples(text_hash, [_triple(values)])[0]


def _triple(values: Values) -> Triple:
    names = ("subject_head", "relation") if values["object"] is None else ("subject_head", "relation", "object_head")
    return tuple((values[name], _spans(values[f"{name}_spans"])) for name in names)


def _spans(packed: str) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in json.loads(packed))
