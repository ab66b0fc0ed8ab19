"""Attributions as JSON lines, one a line, whether claims came of it or not; mentions, one a line, with their entity.

Their order comes from their content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from db.claims import parsed
from db.export.export_formats import by_batch, of_articles, register
from db.export.jsonlines import encoded
from db.export.queries import Row
from extract import contract
from extract.contract import Json

_REPORTS = """
SELECT attributions.*, sentences.text AS sentence_text,
  sentences.start AS sentence_start, sentences."end" AS sentence_end,
  articles.key AS article_key, articles.title, articles.outlet, articles.published, articles.source AS path,
  articles.url, articles.revision
FROM articles
CROSS JOIN sentences ON sentences.article = articles.id
CROSS JOIN attributions ON attributions.sentence = sentences.id
WHERE {where}
ORDER BY articles.source, articles.revision, sentences.position, attributions.position
"""
_MENTIONS = """
SELECT articles.key AS article, articles.source, mentions.text, mentions.kind, mentions.start, mentions."end",
  mentions.resolved, known.key AS entity_key, known.name AS entity_name, known.type AS entity_type
FROM articles CROSS JOIN mentions ON mentions.article = articles.id
LEFT JOIN entities AS named ON named.id = mentions.who LEFT JOIN entities AS known ON known.id = named.canonical
WHERE {where}
ORDER BY articles.source, articles.revision, mentions.position
"""


def record(row: Row) -> Json:
    """A report by the keys of the contract."""
    return contract.compose_report(
        row
        | {
            "source": row["path"],
            "content": {"text": row["content"], "spans": parsed(row["content_spans"])},
            "predicate": [row["predicate_start"], row["predicate_end"]],
            "attribution": parsed(row["attribution"]),
        }
    )


def _lines(made: Callable[[Row], Json]) -> Callable[[Iterable[Row]], bytes]:
    return lambda rows: "".join(encoded(made(row)) for row in rows).encode()


ATTRIBUTIONS = register(
    of_articles(
        "attributions",
        "Write attributions (source, cue, content) as JSON lines.",
        _REPORTS,
        "attributions JOIN articles ON articles.id = attributions.article",
        by_batch(_lines(record)),
    )
)
register(
    of_articles(
        "mentions",
        "Write mentions as JSON lines, each with its entity.",
        _MENTIONS,
        "mentions JOIN articles ON articles.id = mentions.article",
        by_batch(_lines(contract.compose_mention)),
    )
)
