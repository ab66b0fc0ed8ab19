"""Articles as JSON lines: one article a line, with its main text, its blocks and their kinds, and what was noted.

`text` is the body: headings, paragraphs, lists, quotations and tables, a line each, without title, byline,
dateline, credits, captions and furniture. `blocks` has all of these, with offsets into the text that
`extract export text` writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from db.export.export_formats import by_batch, of_articles, register
from db.export.jsonlines import encoded
from db.export.queries import Row
from extract.contract import Json
from extract.model import BlockKind, Outcome

_BATCH = 100  # whole texts are larger than claims
_BODY = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.TABLE})
_ARTICLES = """
SELECT articles.key, source, url, title, byline, outlet, published, language, revision, notes, text,
  (SELECT json_group_array(json_array(kind, outcome, start, "end"))
   FROM (SELECT * FROM sentences WHERE article = articles.id ORDER BY position)) AS sentences
FROM articles WHERE {where} ORDER BY source, revision
"""
_SAID = ("source", "url", "title", "byline", "outlet", "published", "language", "revision")


def encode(articles: Iterable[Row]) -> bytes:
    """The lines of these articles, in UTF-8."""
    return "".join(encoded(record(row)) for row in articles).encode()


def record(row: Row) -> Json:
    """An article by the keys of the line."""
    text = row["text"]
    blocks = list(_blocks(text, json.loads(row["sentences"])))
    for block in blocks:
        block["text"] = text[block["start"] : block["end"]]
    body = [block["text"] for block in blocks if block["kind"] in _BODY and not block["repeated"]]
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
    of_articles(
        "articles",
        "Write articles as JSON lines. Each has its text, blocks, metadata and notes.",
        _ARTICLES,
        "articles",
        by_batch(encode),
        _BATCH,
    )
)
