"""The data of the start page: numbers, newest articles, outlets, sources, recent changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from db.sqlite import Connection
from db.statements import queries as reading_statements
from db.statements.news import News, What, news, recent_day
from db.statements.queries import Link
from db.web.pages import article_view
from db.wording import title_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Numbers:
    articles: int
    sentences: int
    claims: int
    asserted: int
    outlets: int
    quoted: int
    failures: int
    statements: int


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article in the list of the newest."""

    id: int
    title: str
    outlet: str | None
    published: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Count:
    name: str
    count: int
    filter: str  # what a search asks for


@dataclass(frozen=True, slots=True)
class Example:
    """A claim in its sentence, to show what the numbers count."""

    article: int
    title: str | None
    outlet: str | None
    sentence: article_view.Sentence


@dataclass(frozen=True, slots=True)
class Overview:
    changes: tuple[News, ...]
    since: str  # the first day of these
    contradictions: tuple[Link, ...]
    numbers: Numbers
    newest: tuple[NewArticle, ...]
    outlets: tuple[Count, ...]
    quoted: tuple[Count, ...]
    example: Example | None


#: Sources with their current claims: those of all claims, which an index has, less those of older revisions.
_ALL_SOURCES = """
SELECT attributed_to, SUM(told) AS told FROM (
  SELECT attributed_to, COUNT(*) AS told FROM claims WHERE attributed_to IS NOT NULL GROUP BY attributed_to
  UNION ALL
  SELECT attributed_to, -COUNT(*) FROM claims WHERE current = 0 AND +attributed_to IS NOT NULL GROUP BY attributed_to
) GROUP BY attributed_to HAVING SUM(told) > 0
"""
_NUMBERS = f"""
SELECT
  (SELECT COUNT(*) FROM articles WHERE current = 1),
  (SELECT COUNT(*) FROM sentences),
  (SELECT COALESCE(SUM(claims), 0) FROM claim_counts),
  (SELECT COALESCE(SUM(claims), 0) FROM claim_counts WHERE stated),
  (SELECT COUNT(DISTINCT outlet) FROM articles INDEXED BY articles_outlet_current WHERE current = 1),
  (SELECT COUNT(*) FROM ({_ALL_SOURCES})),
  (SELECT COUNT(*) FROM failures WHERE kind <> 'LeftOut'),
  (SELECT COUNT(*) FROM statements)
"""  # noqa: S608
_NEWEST = """
SELECT id, title, source, outlet, published, (SELECT COUNT(*) FROM claims WHERE claims.article = articles.id)
FROM articles WHERE current = 1 ORDER BY published DESC, id DESC LIMIT 8
"""
_OUTLETS = """
SELECT outlet, COUNT(*), outlet FROM articles INDEXED BY articles_outlet_current
WHERE current = 1 AND outlet IS NOT NULL GROUP BY outlet ORDER BY COUNT(*) DESC, outlet LIMIT 8
"""
#: By all names that are one entity's; by the words where they are of none.
_QUOTED = """
WITH named AS (
  SELECT canonical AS who, SUM(told) AS told FROM (
    SELECT source_who, COUNT(*) AS told FROM claims WHERE source_who IS NOT NULL GROUP BY source_who
    UNION ALL
    SELECT source_who, -COUNT(*) FROM claims WHERE current = 0 AND +source_who IS NOT NULL GROUP BY source_who
  ) CROSS JOIN entities ON entities.id = source_who GROUP BY canonical ORDER BY told DESC LIMIT 8
), worded AS (
  SELECT attributed_to FROM claims WHERE attributed_to IS NOT NULL
  GROUP BY attributed_to ORDER BY COUNT(*) DESC, attributed_to LIMIT 24
)
SELECT (SELECT name FROM entities AS m WHERE m.canonical = who
  ORDER BY m.mentions DESC, LENGTH(m.name) DESC, m.name LIMIT 1) AS name, told,
  (SELECT key FROM entities WHERE id = who) FROM named
UNION ALL
SELECT attributed_to, COUNT(*), attributed_to FROM claims INDEXED BY claims_attributed_to
WHERE attributed_to IN (SELECT attributed_to FROM worded) AND source_who IS NULL AND current = 1 GROUP BY attributed_to
ORDER BY 2 DESC, 1 LIMIT 8
"""
#: Of the newest articles, a claim of a name in a sentence of middle length; rather with a source and certain.
_EXAMPLE = """
SELECT claims.id, articles.id, articles.title, articles.outlet
FROM (SELECT * FROM articles WHERE current = 1 ORDER BY published DESC, id DESC LIMIT 8) AS articles
JOIN claims ON claims.article = articles.id
JOIN sentences ON sentences.id = claims.sentence
WHERE claims.object IS NOT NULL AND sentences.kind = 'paragraph' AND length(sentences.text) BETWEEN 50 AND 170
  AND claims.polarity = 'positive' AND COALESCE(claims.attribution, '') NOT LIKE '%"polarity":_"negative"%'
  AND length(claims.object) < 60 AND claims.object NOT GLOB '*[0-9]*'  -- (no one's age or address)
  AND claims.subject_entity IN ('PERSON', 'ORG', 'GPE') AND claims.relation_spans <> '[]'
ORDER BY claims.attributed_to IS NULL, claims.factuality <> 'CT+', claims.confidence DESC, articles.published DESC,
  claims.id LIMIT 1
"""


#: Days that count as of late; more where little happened in them. How many of each kind of change are shown.
_RECENT_DAYS = (30, 400)
_MIN_CHANGES = 6
_MAX_CHANGES = {What.SUPERSEDED: 4, What.WITHDRAWN: 2, What.CONFIRMED: 3, What.NEW: 2}
_MAX_CONTRADICTIONS = 3
#: How many changes are read for each that is shown, since titles and the like are left out.
_READ_FOR_ONE = 8


def read_overview(connection: Connection) -> Overview:
    """Everything the start page shows."""
    since, changes = _changes(connection)
    return Overview(
        tuple(changes),
        since,
        tuple(_varied(reading_statements.contradictions(connection, status="open", limit=10 * _MAX_CONTRADICTIONS))),
        Numbers(*connection.execute(_NUMBERS).fetchone()),
        tuple(NewArticle(row[0], title_of(row[1], row[2]), *tuple(row)[3:]) for row in connection.execute(_NEWEST)),
        tuple(Count(*row) for row in connection.execute(_OUTLETS)),
        tuple(Count(*row) for row in connection.execute(_QUOTED)),
        _example(connection),
    )


def _varied(links: Sequence[Link]) -> list[Link]:
    """Contradictions between different statements: of one accusation and several denials the first."""
    met: set[str] = set()
    chosen = []
    for link in links:
        sides = {link.left_statement, link.right_statement}
        if met.isdisjoint(sides):
            chosen.append(link)
        met |= sides
    others = [link for link in links if link not in chosen]
    return [*chosen, *others][:_MAX_CONTRADICTIONS]


def _changes(connection: Connection) -> tuple[str, list[News]]:
    """A day, and the newest of each kind since, without what the page of changes leaves out."""
    since = ""
    found: list[News] = []
    for days in _RECENT_DAYS:
        since = recent_day(connection, days)
        found = []
        for what, most in _MAX_CHANGES.items():
            newest: dict[str | None, News] = {}
            for one in news(connection, since, what=what, limit=_READ_FOR_ONE * most, background=False):
                if not one.background:
                    newest.setdefault(one.statement, one)
            found += list(newest.values())[:most]
        if len(found) >= _MIN_CHANGES:
            break
    return since, sorted(found, key=lambda one: one.day, reverse=True)


def _example(connection: Connection) -> Example | None:
    row = connection.execute(_EXAMPLE).fetchone()
    sentence = article_view.find_sentence(connection, row[0]) if row else None
    return Example(row[1], row[2], row[3], sentence) if sentence else None
