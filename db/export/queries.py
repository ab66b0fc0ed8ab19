"""Reading claims for an export: all of one moment, in an order that comes from their content.

The order is source, revision, sentence, place in the sentence, so that any order of ingest gives the same
bytes (law 5).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from db.export.filters import Filters
from db.sqlite import Connection, by_column
from extract import fields
from extract.declaration import Kind

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


def _name(column: str) -> str:
    """The name of an entity as its page shows it: of those that were judged the same, the one with most mentions."""
    return (
        f"(SELECT name FROM entities WHERE canonical = (SELECT canonical FROM entities WHERE id = claims.{column}) "  # noqa: S608
        "ORDER BY mentions DESC, LENGTH(name) DESC, name LIMIT 1)"
    )


_CLAIMS = f"""
SELECT claims.*, runs.key AS run_key, sentences.text AS sentence_text, sentences.kind AS block,
  sentences.start AS sentence_start, sentences."end" AS sentence_end,
  articles.key AS article_key, articles.title, articles.outlet, articles.published, articles.source,
  articles.url, articles.revision, articles.copy_cluster, statements.key AS statement_key,
  {_name("subject_who")} AS subject_name, {_name("object_who")} AS object_name
{_FROM}
WHERE {{where}}
ORDER BY articles.source, articles.revision, sentences.position, claims.position
"""
_COUNT = "SELECT COUNT(*) FROM claims JOIN articles ON articles.id = claims.article WHERE {where}"
_PARTS = "SELECT * FROM {table} WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, position"

#: Who decided last what a claim is now, when and why.
_DECISIONS = """
SELECT i.claim, r.who, r."at", COALESCE(r.reason, r.note) FROM json_each(?) AS k
CROSS JOIN review_items AS i ON i.claim = k.value JOIN reviews AS r ON r.id = i.review
WHERE i.opinion = 0 AND r.action NOT IN ('note', 'undo') AND NOT EXISTS (SELECT 1 FROM reviews WHERE undoes = r.id)
ORDER BY r.id
"""

#: Entities by row id: the one that judgements make of each, by the name that its page shows.
_WHO = """
SELECT e.id, k.key,
  (SELECT name FROM entities WHERE canonical = k.id ORDER BY mentions DESC, LENGTH(name) DESC, name LIMIT 1), k.type
FROM json_each(?) AS j CROSS JOIN entities AS e ON e.id = j.value CROSS JOIN entities AS k ON k.id = e.canonical
"""
#: Columns of claims that hold entities.
ENTITIES = fields.names(field for field in fields.of("claims") if field.kind is Kind.ENTITY)

#: Column -> value.
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exported:
    """A claim's row with what stands around it, whom it names, and the rows of its qualifiers and quantities
    in order."""

    claim: Row
    qualifiers: tuple[Row, ...]
    quantities: tuple[Row, ...]
    entities: Row = field(default_factory=dict)  # by column: {"id", "name", "type"} of whom it refers to


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
        _add_decisions(connection, claims)
        qualifiers, quantities = _parts(connection, "qualifiers", ids), _parts(connection, "quantities", ids)
        known = _entities(connection, claims)
        yield [
            Exported(
                claim, tuple(qualifiers.get(claim["id"], ())), tuple(quantities.get(claim["id"], ())),
                {column: known.get(claim[column]) for column in ENTITIES},
            )
            for claim in claims
        ]  # fmt: skip


def _entities(connection: Connection, claims: list[Row]) -> dict[int | None, Row]:
    """The entities that claims name, by row id, as the contract has them."""
    ids = json.dumps(sorted({claim[column] for claim in claims for column in ENTITIES if claim[column] is not None}))
    return {
        number: {"id": key, "name": name, "type": kind} for number, key, name, kind in connection.execute(_WHO, (ids,))
    }


def _add_decisions(connection: Connection, claims: list[Row]) -> None:
    keys = json.dumps([claim["key"] for claim in claims if claim["status"] != "unreviewed"])
    decided = {row[0]: tuple(row)[1:] for row in connection.execute(_DECISIONS, (keys,))}
    for claim in claims:
        claim["reviewer"], claim["reviewed"], claim["reason"] = decided.get(claim["key"], (None, None, None))


def _parts(connection: Connection, table: str, claims: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for part in by_column(connection.execute(_PARTS.format(table=table), (claims,))):
        found.setdefault(part["claim"], []).append(part)
    return found
