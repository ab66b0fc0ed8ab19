"""Attributions as JSON lines: one report a line, claims or none, in an order that comes from its content."""

from __future__ import annotations

from collections.abc import Iterable

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


def encode(reports: Iterable[Row]) -> bytes:
    """The lines of these reports, in UTF-8."""
    return "".join(encoded(record(report)) for report in reports).encode()


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


FORMAT = register(
    of_articles(
        "attributions",
        "Write attributions (source, cue, content) as JSON lines.",
        _REPORTS,
        "attributions JOIN articles ON articles.id = attributions.article",
        by_batch(encode),
    )
)
