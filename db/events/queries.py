"""One event: what its claims say of it, in which words of which outlets, and its figures."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from db.events.event_figures import Figure, figures
from db.sqlite import Connection
from db.statements import queries
from db.statements.figures import Line, lines
from db.statements.queries import ClusterVoices, Link, Statement, by_outlet

#: Claims and statements that one page shows; the counts are of all.
MAX_CLAIMS, MAX_STATEMENTS = 200, 40
#: Statements whose contradictions are shown.
_MAX_CONTRADICTED = 10


@dataclass(frozen=True, slots=True)
class Event:
    """An event by its key. `headline` is the statement of most independent articles, with its standing; the
    counts are of all its claims. `figures` are to be drawn, `counts` say how each number stands to the one before."""

    key: str
    headline: Statement
    claims: int
    articles: int
    copy_clusters: int
    outlets: int
    first: str | None
    last: str | None
    statements: tuple[Statement, ...]
    wordings: tuple[tuple[str, tuple[ClusterVoices, ...]], ...]
    figures: tuple[Line, ...]
    counts: tuple[Figure, ...]
    contradictions: tuple[Link, ...]


_COUNTS = """
SELECT COUNT(*), COUNT(DISTINCT c.article), COUNT(DISTINCT a.copy_cluster), COUNT(DISTINCT a.outlet),
  SUBSTR(MIN(a.published), 1, 10), SUBSTR(MAX(a.published), 1, 10)
FROM claims AS c JOIN articles AS a ON a.id = c.article WHERE c.event = ?
"""
_STATEMENTS = """
SELECT DISTINCT c.statement FROM claims AS c WHERE c.event = ? AND c.statement IS NOT NULL LIMIT 500
"""
_BUCKETS = "SELECT DISTINCT bucket FROM statements WHERE id IN (SELECT statement FROM claims WHERE event = ?)"


def event(connection: Connection, key: str) -> Event | None:
    """The event of this key; None if no current claim is about it."""
    numbers = [row[0] for row in connection.execute(_STATEMENTS, (key,))]
    found = [statement for _, statement in queries.by_number(connection, numbers)]
    if not found:
        return None
    found.sort(key=lambda one: (-one.copy_clusters, not one.asserted, -one.claims, one.key))
    voices = queries.of_event(connection, key, MAX_CLAIMS)
    clusters = [ClusterVoices(name, tuple(of)) for name, of in groupby(voices, key=lambda voice: voice.copy_cluster)]
    against = {
        link.key: link
        for statement in found[:_MAX_CONTRADICTED]
        for link in queries.contradictions(connection, statement=statement.key)
    }
    claims, articles, clusters_met, outlets, first, last = tuple(connection.execute(_COUNTS, (key,)).fetchone())
    return Event(
        key=key,
        headline=found[0],
        claims=claims,
        articles=articles,
        copy_clusters=clusters_met,
        outlets=outlets,
        first=first,
        last=last,
        statements=tuple(found[:MAX_STATEMENTS]),
        wordings=by_outlet(clusters),
        figures=lines(connection, [row[0] for row in connection.execute(_BUCKETS, (key,))]),
        counts=tuple(figures(connection, [key])),
        contradictions=tuple(against.values()),
    )
