"""What a search finds: the claims that pass all filters, with what they are counted by, and the articles.

Filters are those of an export (`db.export.filters`), so that a list and its export hold the same. A search reads at
most `MAX_ROWS` claims, to be as fast on a large database. If there are more, that is said.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from db.export.filters import IS_OF_ENTITY, IS_OF_SOURCE, OF_ENTITY, OF_SOURCE, OF_WORDS, Filters
from db.frequent_words import OF_CLAIM, OF_SENTENCE, are_everywhere
from db.search import any_expression, expression
from db.sqlite import Connection

#: Claims, and sentences, that a search reads.
MAX_ROWS = 3_000
#: Values of a facet that are offered.
_FACET_VALUES = 12
#: Confidence from which a claim is in a band.
CONFIDENCE_BANDS = (0.9, 0.75, 0.5)


class Match(NamedTuple):
    """A claim that passes the filters; `clusters` counts the independent articles of its statement, and `passing` is 1
    where the statement is said by titles and the like."""

    claim: int
    article: int
    statement: int | None
    outlet: str | None
    published: str | None
    source: str | None
    confidence: float
    status: str
    standing: str | None
    clusters: int | None
    passing: int | None
    voice: int | str | None  # an entity's row id, or words; None where the article itself says it


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a filter and how many of the list have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values of one filter."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ArticleMatch:
    """An article with how many of its sentences (or claims) were found, and the first of those sentences."""

    article: int
    outlet: str | None
    published: str | None
    found: int
    sentence: int | None


_COLUMNS = """
claims.id, claims.article, claims.statement, articles.outlet, articles.published, claims.attributed_to,
claims.confidence, claims.status, statements.standing, statements.copy_clusters, statements.in_passing,
CASE WHEN claims.attribution IS NOT NULL THEN COALESCE(claims.source_who, claims.attributed_to, '') END
"""
_STATEMENTS = "LEFT JOIN statements ON statements.id = claims.statement"
_ARTICLES = f"CROSS JOIN articles ON articles.id = claims.article {_STATEMENTS}"
_OF_ARTICLES = f"CROSS JOIN claims INDEXED BY claims_article ON claims.article = articles.id {_STATEMENTS}"
#: Where to begin: at the filter that leaves least. Nothing is sorted but what full-text search ranks.
_BY_WORDS = f"claims_fts CROSS JOIN claims ON claims.id = claims_fts.rowid {_ARTICLES}"
_BY_ENTITY, _BY_SOURCE = (
    f"({ids}) AS picked CROSS JOIN claims ON claims.id = picked.id {_ARTICLES}" for ids in (OF_ENTITY, OF_SOURCE)
)
#: What need not be asked again there, where words are looked for before a claim is looked up.
_IS_PICKED = {_BY_ENTITY: IS_OF_ENTITY, _BY_SOURCE: IS_OF_SOURCE}
_PICKED_BY_WORDS = OF_WORDS.replace("claims.id", "picked.id", 1)
_BY_STATUS = f"claims INDEXED BY claims_status {_ARTICLES}"
_BY_CONFIDENCE = f"claims INDEXED BY claims_confidence {_ARTICLES}"
_BY_STANDING = (
    "statements INDEXED BY statements_standing CROSS JOIN claims INDEXED BY claims_statement "
    "ON claims.statement = statements.id CROSS JOIN articles ON articles.id = claims.article"
)
_BY_OUTLET = f"articles INDEXED BY articles_outlet {_OF_ARTICLES}"
_BY_DAY = f"articles INDEXED BY articles_published {_OF_ARTICLES}"


def claims(connection: Connection, filters: Filters, most: int = MAX_ROWS) -> list[Match]:
    """Claims that pass the filters, at most `most` and one more: the best match first, without words the newest."""
    rare = filters.text is not None and _is_rare(connection, "claims_fts", filters.text)
    start, order = _start(filters, rare)
    where, values = (replace(filters, text=None) if start is _BY_WORDS else filters).where(connection)
    if start is _BY_WORDS:
        where += " AND claims_fts MATCH :text"
        values["text"] = expression(filters.text or "") or '""'
    elif filters.text is not None and most >= 0 and are_everywhere(connection, filters.text):
        where = where.replace(OF_WORDS, OF_CLAIM)
    elif start in _IS_PICKED:
        where = where.replace(_IS_PICKED[start], "1").replace(OF_WORDS, _PICKED_BY_WORDS)
    if start is _BY_STANDING:  # (the words of its index's condition)
        where += " AND statements.standing <> 'current' AND statements.standing = :standing"
    ordered = f" ORDER BY {order}" if order else ""
    limit = "" if most < 0 else f" LIMIT {most + 1}"
    query = f"SELECT {_COLUMNS} FROM {start} WHERE {where}{ordered}{limit}"  # noqa: S608
    found = [Match(*row) for row in connection.execute(query, values)]
    return found if rare else sorted(found, key=lambda match: match.published or "", reverse=True)


def _is_rare(connection: Connection, table: str, words: str) -> bool:
    """Whether so few hold the words that they can be ranked."""
    query = f"SELECT COUNT(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {MAX_ROWS + 1})"  # noqa: S608
    return bool(connection.execute(query, (expression(words) or '""',)).fetchone()[0] <= MAX_ROWS)


def _start(filters: Filters, rare: bool) -> tuple[str, str]:
    """Where a search begins, and the order in which it goes on; "" where that is the index's own."""
    if rare:
        return _BY_WORDS, "claims_fts.rank"
    if filters.source is not None:
        return _BY_SOURCE, ""
    if filters.entity is not None:
        return _BY_ENTITY, ""
    if filters.status and "unreviewed" not in filters.status:
        return _BY_STATUS, ""
    if filters.standing not in (None, "current"):
        return _BY_STANDING, ""
    if filters.outlet is not None:
        return _BY_OUTLET, ""
    if (filters.confidence or 0) >= CONFIDENCE_BANDS[0] and filters.text is None:
        return _BY_CONFIDENCE, "claims.confidence DESC"
    if filters.text is not None and filters.since is None and filters.until is None:
        return _BY_WORDS, "claims_fts.rowid DESC"
    return _BY_DAY, "articles.published DESC"


def of_statements(found: Sequence[Match]) -> list[Match]:
    """The first claim of each statement: the statements of most independent articles first, what titles say last."""
    first = {match.statement: match for match in reversed(found) if match.statement is not None}
    place = {match.claim: number for number, match in enumerate(found)}
    return sorted(first.values(), key=lambda match: (match.passing or 0, -(match.clusters or 0), place[match.claim]))


def facets(found: Sequence[Match], unit: str) -> tuple[Facet, ...]:
    """How many of a unit ("claim", "statement", "article") have each value of each filter."""
    columns = dict(zip(Match._fields, zip(*found, strict=True), strict=False))
    made = [Facet(name, _values(columns, unit, name)) for name in ("standing", "outlet", "source", "status")]
    return (*made, Facet("confidence", _bands(columns, unit)))


def outlets(found: Sequence[ArticleMatch]) -> Facet:
    """How many of the articles each outlet has."""
    return Facet("outlet", _most_frequent(Counter(match.outlet for match in found if match.outlet)))


_Columns = dict[str, tuple[Any, ...]]


def _values(columns: _Columns, unit: str, name: str) -> tuple[FacetValue, ...]:
    pairs = zip(columns.get(unit, ()), columns.get(name, ()), strict=True)
    counted = Counter(value for one, value in (pairs if unit == "claim" else set(pairs)) if value and one)
    return _most_frequent(counted)


def _most_frequent(counted: Counter[Any]) -> tuple[FacetValue, ...]:
    most = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return tuple(FacetValue(*one) for one in most[:_FACET_VALUES])


def _bands(columns: _Columns, unit: str) -> tuple[FacetValue, ...]:
    """Each band holds those above it."""
    pairs = list(zip(columns.get(unit, ()), columns.get("confidence", ()), strict=True))
    counts = ((band, len({one for one, sure in pairs if one and sure >= band})) for band in CONFIDENCE_BANDS)
    return tuple(FacetValue(f"{band:g}", count) for band, count in counts if count)


def by_entity(connection: Connection, found: Sequence[Match]) -> tuple[list[Match], dict[str, str]]:
    """The same with the key of its entity in place of each source that is one, and what these are called."""
    numbers = sorted({match.voice for match in found if isinstance(match.voice, int)})
    known = {number: (key, name) for number, key, name in connection.execute(_SPEAKERS, (json.dumps(numbers),))}
    named = [
        match._replace(source=known[match.voice][0]) if isinstance(match.voice, int) and match.voice in known else match
        for match in found
    ]
    return named, dict(known.values())


_SPEAKERS = """
SELECT e.id, c.key, (SELECT name FROM entities AS m WHERE m.canonical = c.id
  ORDER BY m.mentions DESC, LENGTH(m.name) DESC, m.name LIMIT 1)
FROM json_each(?) AS k CROSS JOIN entities AS e ON e.id = k.value JOIN entities AS c ON c.id = e.canonical
"""


def voices(found: Sequence[Match], unit: str, own: Collection[str | int]) -> dict[str, int]:
    """How many of a unit the articles themselves say, and how many others than those of these keys and names."""
    said = [(getattr(match, unit), match.voice) for match in found if getattr(match, unit)]
    return {
        "article": len({one for one, voice in said if voice is None}),
        "others": len({one for one, voice in said if voice is not None and voice not in own}),
    }


_ARTICLES_BY_WORDS = """
SELECT s.id, s.article, articles.outlet, articles.published
FROM sentences_fts CROSS JOIN sentences AS s ON s.id = sentences_fts.rowid
CROSS JOIN articles ON articles.id = s.article
WHERE sentences_fts MATCH :text AND {where} ORDER BY {order} LIMIT :limit
"""
#: For a frequent word and a stretch of days: all that hold the word are more.
_ARTICLES_BY_DAY = """
SELECT s.id, s.article, articles.outlet, articles.published
FROM articles INDEXED BY articles_published CROSS JOIN sentences AS s ON s.article = articles.id
WHERE {where} AND {words}
ORDER BY articles.published DESC, s.id DESC LIMIT :limit
"""
_SENTENCES = "s.id IN (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH :text)"
_ALL_ARTICLES = """
SELECT id, outlet, published FROM articles INDEXED BY articles_published
WHERE {where} ORDER BY published DESC, id LIMIT :limit
"""


def articles(
    connection: Connection, filters: Filters, found: Sequence[Match], most: int = MAX_ROWS
) -> list[ArticleMatch]:
    """Articles with sentences that hold the words, also where no claim came of them. Filters of claims leave those that
    have such claims (`found`)."""
    if replace(filters, text=None, outlet=None, since=None, until=None) != Filters():
        return _articles_of(found)
    where, values = replace(filters, text=None).where(connection, "articles")
    values["limit"] = most + 1 if most >= 0 else -1
    if filters.text is None:
        return [
            ArticleMatch(row[0], row[1], row[2], 0, None)
            for row in connection.execute(_ALL_ARTICLES.format(where=where), values)
        ]
    values["text"] = expression(filters.text) or '""'
    rare = _is_rare(connection, "sentences_fts", filters.text)
    order = "sentences_fts.rank" if rare else "sentences_fts.rowid DESC"
    dated = not rare and (filters.since or filters.until) is not None
    words = OF_SENTENCE if dated and are_everywhere(connection, filters.text, "sentences_fts") else _SENTENCES
    by_day = _ARTICLES_BY_DAY.format(where=where, words=words)
    query = by_day if dated else _ARTICLES_BY_WORDS.format(where=where, order=order)
    rows = connection.execute(query, values).fetchall()
    counts = Counter(row[1] for row in rows)
    first = {row[1]: row for row in reversed(rows)}
    made = [ArticleMatch(one[1], one[2], one[3], counts[one[1]], one[0]) for one in first.values()]
    return sorted(made, key=lambda match: (-match.found, match.article))


def _articles_of(found: Sequence[Match]) -> list[ArticleMatch]:
    counts = Counter(match.article for match in found)
    first = {match.article: match for match in reversed(found)}
    made = [ArticleMatch(m.article, m.outlet, m.published, counts[m.article], None) for m in first.values()]
    return sorted(made, key=lambda match: (-match.found, match.article))


#: What stands around a word that was looked for. (No text holds these: controls are taken out when it is read.)
MARKS = ("\x02", "\x03")
_MARKED = """
SELECT rowid, HIGHLIGHT(sentences_fts, 0, :open, :close) FROM sentences_fts
WHERE sentences_fts MATCH :text AND rowid IN (SELECT value FROM json_each(:sentences))
"""


def marked(connection: Connection, sentences: Iterable[int], words: str | None) -> dict[int, str]:
    """Sentences by row id, with `MARKS` around each of the words; those that hold none of them are left out."""
    text = any_expression(words or "")
    if text is None:
        return {}
    values: dict[str, Any] = {"text": text, "sentences": json.dumps(list(sentences))}
    values |= {"open": MARKS[0], "close": MARKS[1]}
    return {row[0]: row[1] for row in connection.execute(_MARKED, values)}
