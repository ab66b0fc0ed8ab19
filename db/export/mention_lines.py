"""Mentions as JSON lines: where an article names or refers to somebody or something, and which entity that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from db.export.export_formats import Format, by_batch, register
from db.export.filters import Filters
from db.export.jsonlines import encoded
from db.export.queries import BATCH, Row
from db.sqlite import Connection, by_column
from extract import contract

_FROM = "FROM articles CROSS JOIN mentions ON mentions.article = articles.id"
_MENTIONS = f"""
SELECT articles.key AS article, articles.source, mentions.text, mentions.kind, mentions.start, mentions."end",
  mentions.resolved, known.key AS entity_key, known.name AS entity_name, known.type AS entity_type
{_FROM}
LEFT JOIN entities AS named ON named.id = mentions.who LEFT JOIN entities AS known ON known.id = named.canonical
WHERE {{where}}
ORDER BY articles.source, articles.revision, mentions.position
"""
_COUNT = "SELECT COUNT(*) FROM mentions JOIN articles ON articles.id = mentions.article WHERE {where}"


def count(connection: Connection, filters: Filters) -> int:
    """How many mentions there are to export."""
    where, values = filters.where(connection, "articles")
    return int(connection.execute(_COUNT.format(where=where), values).fetchone()[0])


def batches(connection: Connection, filters: Filters) -> Iterator[list[Row]]:
    """The mentions to export, in order, some at a time. Filters of claims alone may not be among them."""
    where, values = filters.where(connection, "articles")
    found = by_column(connection.execute(_MENTIONS.format(where=where), values))
    while rows := list(islice(found, BATCH)):
        yield rows


def encode(mentions: Iterable[Row]) -> bytes:
    """The lines of these mentions, in UTF-8."""
    return "".join(encoded(contract.compose_mention(row)) for row in mentions).encode()


FORMAT = register(
    Format(
        "mentions",
        "Write mentions as JSON lines, each with its entity.",
        by_batch(encode),
        "mentions",
        count,
        batches,
        of_claims=False,
    )
)
