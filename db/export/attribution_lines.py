"""Attributions as JSON lines: one report a line, claims or none, in an order that comes from its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from db.claims import parsed
from db.export.export_formats import Format, by_batch, register
from db.export.filters import Filters
from db.export.jsonlines import encoded
from db.export.queries import BATCH, Row
from db.sqlite import Connection, by_column
from extract import contract
from extract.contract import Json

_FROM = """
FROM articles
CROSS JOIN sentences ON sentences.article = articles.id
CROSS JOIN attributions ON attributions.sentence = sentences.id
"""
_REPORTS = f"""
SELECT attributions.*, sentences.text AS sentence_text,
  sentences.start AS sentence_start, sentences."end" AS sentence_end,
  articles.key AS article_key, articles.title, articles.outlet, articles.published, articles.source AS path,
  articles.url, articles.revision
{_FROM}
WHERE {{where}}
ORDER BY articles.source, articles.revision, sentences.position, attributions.position
"""
_COUNT = "SELECT COUNT(*) FROM attributions JOIN articles ON articles.id = attributions.article WHERE {where}"


def count(connection: Connection, filters: Filters) -> int:
    """How many reports there are to export."""
    where, values = filters.where(connection, "articles")
    return int(connection.execute(_COUNT.format(where=where), values).fetchone()[0])


def batches(connection: Connection, filters: Filters) -> Iterator[list[Row]]:
    """The reports to export, in order, some at a time. Filters of claims alone may not be among them."""
    where, values = filters.where(connection, "articles")
    found = by_column(connection.execute(_REPORTS.format(where=where), values))
    while rows := list(islice(found, BATCH)):
        yield rows


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
    Format(
        "attributions",
        "Write attributions (source, cue, content) as JSON lines.",
        by_batch(encode),
        "attributions",
        count,
        batches,
        of_claims=False,
    )
)
