"""Closed vocabularies, and columns that follow from others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from itertools import product

from db.check.problem import Law, Problem
from db.sqlite import Connection
from extract import fields
from extract.model import BlockKind, Modality, Mood, Outcome, Polarity, factuality

_VOCABULARIES: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("blocks", "kind", BlockKind),
    ("sentences", "kind", BlockKind),
    ("sentences", "outcome", Outcome),
    *((f.table, f.name, f.vocabulary) for f in (*fields.of("claims"), *fields.QUALIFIER) if f.vocabulary),
    ("attributions", "polarity", Polarity),
    ("attributions", "modality", Modality),
)


def marks(connection: Connection) -> Iterator[Problem]:
    """What facets and filters rely on (law 2)."""
    for table, column, vocabulary in _VOCABULARIES:
        yield from _strangers(connection, table, column, vocabulary)
    yield from _factualities(connection)
    yield from _attributions(connection)
    yield from _innermost(connection)


def _strangers(connection: Connection, table: str, column: str, vocabulary: type[StrEnum]) -> Iterator[Problem]:
    words = json.dumps([word.value for word in vocabulary])
    query = f"SELECT id, {column} FROM {table} WHERE {column} NOT IN (SELECT value FROM json_each(?))"  # noqa: S608
    for row, word in connection.execute(query, (words,)):
        yield Problem(Law.MARKS, f"{table} {row}", f"{column} {word!r} is not a word of its vocabulary")


def _factualities(connection: Connection) -> Iterator[Problem]:
    every = product(Polarity, Modality, Mood)
    right = json.dumps([[p.value, m.value, mood.value, factuality(p, m, mood).value] for p, m, mood in every])
    query = """
    SELECT id, factuality, polarity || ', ' || modality || ' and ' || mood FROM claims
    WHERE json_array(polarity, modality, mood, factuality) NOT IN (SELECT value FROM json_each(?))
    """
    for row, found, others in connection.execute(query, (right,)):
        yield Problem(Law.MARKS, f"claims {row}", f"factuality {found!r} does not follow from {others}")


def _attributions(connection: Connection) -> Iterator[Problem]:
    """An empty chain would pass for an attribution, and hide what the article itself says."""
    for table in ("claims", "attributions"):
        query = f"""
        SELECT id FROM {table}
        WHERE json_array_length(attribution) = 0 OR (attribution IS NULL AND attributed_to IS NOT NULL)
          OR attributed_to IS NOT COALESCE(attribution ->> '$[#-1].resolved', attribution ->> '$[#-1].source.text')
        """  # noqa: S608
        for (row,) in connection.execute(query):
            yield Problem(Law.MARKS, f"{table} {row}", "attributed_to is not the innermost source of its attribution")


def _innermost(connection: Connection) -> Iterator[Problem]:
    """The columns of an attribution are those of the last step of its chain."""
    query = """
    SELECT id FROM (SELECT *, attribution -> '$[#-1]' AS step FROM attributions)
    WHERE json_array(source, json(source_spans), cue, json(cue_spans), json(content_spans), polarity, modality, depth)
      <> json_array(step ->> '$.source.text', json(step -> '$.source.spans'), step ->> '$.cue.text',
        json(step -> '$.cue.spans'), json(step -> '$.content.spans'), step ->> '$.polarity', step ->> '$.modality',
        json_array_length(attribution))
    """
    for (row,) in connection.execute(query):
        yield Problem(Law.MARKS, f"attributions {row}", "its columns are not those of the last step of its attribution")
