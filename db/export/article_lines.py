"""Articles as JSON lines: one article a line, with its main text, its blocks and their kinds, and what was noted.

`text` is the body: headings, paragraphs, lists, quotations and tables, a line each, without title, byline,
dateline, credits, captions and furniture. `blocks` has all of these, with offsets into the text that
`extract export text` writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from db.export.export_formats import Format, by_batch, register
from db.export.filters import Filters
from db.export.jsonlines import encoded
from db.export.queries import Row
from db.sqlite import Connection, by_column
from extract.contract import Json
from extract.model import BlockKind, Outcome

_BATCH = 100  # whole texts are larger than claims
_BODY = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.TABLE})
_ARTICLES = """
SELECT articles.id, articles.key, source, url, title, byline, outlet, published, language, revision, notes, text
FROM articles WHERE {where} ORDER BY source, revision
"""
_COUNT = "SELECT COUNT(*) FROM articles WHERE {where}"
_SENTENCES = 'SELECT kind, outcome, start, "end" FROM sentences WHERE article = ? ORDER BY position'
_SAID = ("source", "url", "title", "byline", "outlet", "published", "language", "revision")


def count(connection: Connection, filters: Filters) -> int:
    """How many articles there are to export."""
    where, values = filters.where(connection, "articles")
    return int(connection.execute(_COUNT.format(where=where), values).fetchone()[0])


def batches(connection: Connection, filters: Filters) -> Iterator[list[Row]]:
    """The articles to export with their sentences, in order, some at a time."""
    where, values = filters.where(connection, "articles")
    found = by_column(connection.execute(_ARTICLES.format(where=where), values))
    while rows := list(islice(found, _BATCH)):
        yield [row | {"sentences": connection.execute(_SENTENCES, (row["id"],)).fetchall()} for row in rows]


def encode(articles: Iterable[Row]) -> bytes:
    """The lines of these articles, in UTF-8."""
    return "".join(encoded(record(row)) for row in articles).encode()


def record(row: Row) -> Json:
    """An article by the keys of the line."""
    text = row["text"]
    blocks = list(_blocks(text, row["sentences"]))
    body = [text[b["start"] : b["end"]] for b in blocks if b["kind"] in _BODY and not b["repeated"]]
    said = {key: row[key] for key in _SAID}
    return {"article": row["key"], **said, "text": "\n".join(body), "blocks": blocks, "notes": json.loads(row["notes"])}


def _blocks(text: str, sentences: Iterable[tuple[str, str, int, int]]) -> Iterator[Json]:
    """The sentences of one kind that stand on one line, together."""
    block: Json | None = None
    for kind, outcome, start, end in sentences:
        repeated = outcome == Outcome.REPEATED
        same = block and (block["kind"], block["repeated"]) == (kind, repeated)
        if block and same and "\n" not in text[block["end"] : start]:
            block["end"] = end
            continue
        if block:
            yield block
        block = {"kind": kind, "start": start, "end": end, "repeated": repeated}
    if block:
        yield block


FORMAT = register(
    Format(
        "articles",
        "Write articles as JSON lines: text, blocks, metadata and notes.",
        by_batch(encode),
        "articles",
        count,
        batches,
        of_claims=False,
    )
)
