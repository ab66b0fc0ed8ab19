"""Mentions as JSON lines: where an article names or refers to somebody or something, and which entity that is."""

from __future__ import annotations

from collections.abc import Iterable

from db.export.export_formats import by_batch, of_articles, register
from db.export.jsonlines import encoded
from db.export.queries import Row
from extract import contract

_MENTIONS = """
SELECT articles.key AS article, articles.source, mentions.text, mentions.kind, mentions.start, mentions."end",
  mentions.resolved, known.key AS entity_key, known.name AS entity_name, known.type AS entity_type
FROM articles CROSS JOIN mentions ON mentions.article = articles.id
LEFT JOIN entities AS named ON named.id = mentions.who LEFT JOIN entities AS known ON known.id = named.canonical
WHERE {where}
ORDER BY articles.source, articles.revision, mentions.position
"""


def encode(mentions: Iterable[Row]) -> bytes:
    """The lines of these mentions, in UTF-8."""
    return "".join(encoded(contract.compose_mention(row)) for row in mentions).encode()


FORMAT = register(
    of_articles(
        "mentions",
        "Write mentions as JSON lines, each with its entity.",
        _MENTIONS,
        "mentions JOIN articles ON articles.id = mentions.article",
        by_batch(encode),
    )
)
