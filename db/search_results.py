"""The rows of a search's lists: each with the sentence that was found, its article, outlet and day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from db import matches
from db.matches import ArticleMatch, Match
from db.sqlite import Connection, by_column
from db.statements import queries
from db.statements.queries import Statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """A claim or article that was found. `row` has its columns, `sentence` has `db.matches.MARKS` around the words that
    were looked for. `statement` is the claim's, where statements are listed; `found` counts an article's sentences."""

    row: Row
    sentence: str | None = None
    statement: Statement | None = None
    found: int = 0


_CLAIMS = """
SELECT c.id, c.key, c.claim, c.subject, c.relation, c.object, c.polarity, c.modality, c.mood, c.hedge, c.condition,
  c.attribution,
  c.time_text, c.place, c.factuality, c.attributed_to, c.confidence, c.status,
  f.key AS statement, f.standing, c.event,
  s.id AS sentence_id, s.text AS sentence, s.kind AS block, a.id AS article_id, a.key AS article, a.title, a.source,
  a.outlet, a.published
FROM json_each(?) AS k CROSS JOIN claims AS c ON c.id = k.value
JOIN sentences AS s ON s.id = c.sentence JOIN articles AS a ON a.id = c.article
LEFT JOIN statements AS f ON f.id = c.statement ORDER BY k.key
"""
_ARTICLES = """
SELECT a.id AS article_id, a.key, a.title, a.source, a.outlet, a.published, a.url, a.words,
  (SELECT COUNT(*) FROM claims WHERE article = a.id) AS claims,
  (SELECT text FROM sentences WHERE id = k.value ->> 1) AS sentence, k.value ->> 1 AS sentence_id
FROM json_each(?) AS k CROSS JOIN articles AS a ON a.id = k.value ->> 0 ORDER BY k.key
"""


def of_claims(connection: Connection, found: Sequence[Match], words: str | None) -> list[Result]:
    """The rows of these claims."""
    rows = _rows(connection, _CLAIMS, [match.claim for match in found])
    marked = matches.marked(connection, [row["sentence_id"] for row in rows], words)
    return [Result(row, marked.get(row["sentence_id"], row["sentence"])) for row in rows]


def of_statements(connection: Connection, found: Sequence[Match], words: str | None) -> list[Result]:
    """The rows of the statements of these claims, each with the claim's sentence."""
    known = dict(queries.by_number(connection, [match.statement for match in found]))
    shown = of_claims(connection, found, words)
    return [
        Result(result.row, result.sentence, known[match.statement])
        for match, result in zip(found, shown, strict=True)
        if match.statement in known
    ]


def of_articles(connection: Connection, found: Sequence[ArticleMatch], words: str | None) -> list[Result]:
    """The rows of these articles, each with its first sentence that was found."""
    rows = _rows(connection, _ARTICLES, [(match.article, match.sentence) for match in found])
    marked = matches.marked(connection, [row["sentence_id"] for row in rows if row["sentence_id"]], words)
    return [
        Result(row, marked.get(row["sentence_id"], row["sentence"]), found=match.found)
        for match, row in zip(found, rows, strict=True)
    ]


def _rows(connection: Connection, query: str, numbers: Iterable[Any]) -> list[Row]:
    return list(by_column(connection.execute(query, (json.dumps(list(numbers)),))))
