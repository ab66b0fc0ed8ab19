"""Reading claims for an export: all of one moment, in an order that comes from their content.

The order is source, revision, sentence, place in the sentence, so that any order of ingest gives the same
bytes (law 5).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from db.export.filters import Filters
from db.sqlite import Connection, by_column

#: Claims read and written at a time.
BATCH = 1000

# CROSS JOIN holds SQLite to this order of tables: rows come sorted out of the indexes, and nothing is
# gathered before the first is written.
_FROM = """
FROM articles
CROSS JOIN sentences ON sentences.article = articles.id
CROSS JOIN claims ON claims.sentence = sentences.id
JOIN runs ON runs.id = claims.run
LEFT JOIN statements ON statements.id = claims.statement
"""
_CLAIMS = f"""
SELECT claims.*, runs.key AS run_key, sentences.text AS sentence_text, sentences.kind AS block,
  sentences.start AS sentence_start, sentences."end" AS sentence_end,
  articles.key AS article_key, articles.title, articles.outlet, articles.published, articles.source,
  articles.url, articles.revision, articles.copy_cluster, statements.key AS statement_key
{_FROM}
WHERE {{where}}
ORDER BY articles.source, articles.revision, sentences.position, claims.position
"""
_COUNT = "SELECT COUNT(*) FROM claims JOIN articles ON articles.id = claims.article WHERE {where}"
_PARTS = "SELECT * FROM {table} WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, position"

#: Column -> value.
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exported:
    """A claim's row with what stands around it, and the rows of its qualifiers and quantities in order."""

    claim: Row
    qualifiers: tuple[Row, ...]
    quantities: tuple[Row, ...]


def count(connection: Connection, filters: Filters) -> int:
    """How many claims there are to export, found another way than by reading them."""
    where, values = filters.where(connection)
    return int(connection.execute(_COUNT.format(where=where), values).fetchone()[0])


def batches(connection: Connection, filters: Filters) -> Iterator[list[Exported]]:
    """The claims to export, in order, some at a time."""
    where, values = filters.where(connection)
    found = by_column(connection.execute(_CLAIMS.format(where=where), values))
    while claims := list(islice(found, BATCH)):
        ids = json.dumps([claim["id"] for claim in claims])
        qualifiers, quantities = _parts(connection, "qualifiers", ids), _parts(connection, "quantities", ids)
        yield [
            Exported(claim, tuple(qualifiers.get(claim["id"], ())), tuple(quantities.get(claim["id"], ())))
            for claim in claims
        ]


def _parts(connection: Connection, table: str, claims: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for part in by_column(connection.execute(_PARTS.format(table=table), (claims,))):
        found.setdefault(part["claim"], []).append(part)
    return found
