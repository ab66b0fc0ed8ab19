"""Queries of statements: lists with filters, one with its claims by copy cluster, contradictions, changes, timelines.

Everything is named by its key; rows come in an order that the database's history has no part in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from db.search import expression
from db.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as a list shows it. Days are ISO dates; counts are of current claims."""

    key: str
    subject: str
    relation: str
    object: str | None
    standing: str
    claims: int
    articles: int
    copy_clusters: int
    outlets: int
    asserted: int
    reported: int
    planned: int
    denied: int
    doubted: int
    first_seen: str | None
    last_seen: str | None
    superseded_by: str | None
    superseded_why: str | None
    source: str | None  # who says so, where no article does in its own voice

    @property
    def words(self) -> str:
        words = " ".join(part for part in (self.subject, self.relation, self.object) if part)
        return f"{self.source}: {words}" if self.source else words


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim of a statement: its words, who stands for it, where it is."""

    claim: str
    words: str
    stance: str
    attributed_to: str | None
    sentence: str
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    copy_cluster: str


@dataclass(frozen=True, slots=True)
class ClusterVoices:
    """The claims of one copy cluster: its copies say it once."""

    copy_cluster: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A contradiction or a change between two statements (or within one), with the first claim of each side."""

    key: str
    kind: str
    rule: str
    why: str
    status: str | None  # of contradictions
    between_sources: bool
    at: str | None
    left: Voice
    right: Voice
    left_statement: str
    right_statement: str


class Order(StrEnum):
    """What comes first in a list of statements."""

    MOST = "most"  # what most independent articles say
    NEW = "new"  # what was told last


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements are wanted; None leaves a thing open. `entity` is a key, of the canonical entity or one joined
    to it, `subject` and `object` are the same of one side; `since` and `until` are days on which it was published;
    `kind` is of a contradiction or change that it is in; `text` is words of its claims, in any of their forms."""

    entity: str | None = None
    subject: str | None = None
    object: str | None = None
    relation: str | None = None
    standing: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    kind: str | None = None
    text: str | None = None
    copy_clusters: int = 1


#: Who says what a statement `f` shows, where no article says it in its own voice (law 2).
SOURCE = """
(SELECT COALESCE(attributed_to, 'an unnamed source') FROM claims
 WHERE id = f.best AND f.asserted = 0 AND attribution IS NOT NULL)
"""
_STATEMENT = f"""
f.key, f.subject, f.relation, f.object, f.standing, f.claims, f.articles, f.copy_clusters, f.outlets, f.asserted,
f.reported, f.planned, f.denied, f.doubted, f.first_seen, f.last_seen, n.key, f.superseded_why, {SOURCE}
"""
#: The rows are picked by number first: sorting them whole would carry every column along.
_STATEMENTS = f"""
SELECT {_STATEMENT}
FROM (SELECT id FROM statements AS f WHERE {{where}} ORDER BY {{order}} LIMIT :limit OFFSET :offset) AS picked
JOIN statements AS f ON f.id = picked.id LEFT JOIN statements AS n ON n.id = f.superseded_by ORDER BY {{order}}
"""  # noqa: S608
_ORDERS = {
    Order.MOST: "f.copy_clusters DESC, f.outlets DESC, f.articles DESC, f.key",
    Order.NEW: "f.last_seen DESC, f.key",
}
_OF_ENTITY = (
    "SELECT id FROM statements WHERE subject_who = :entity UNION SELECT id FROM statements WHERE object_who = :entity"
)
#: One condition for each filter that is set: a condition that may be open would keep SQLite from its indexes.
_WHERE = {
    "entity": f"f.id IN ({_OF_ENTITY})",
    "subject": "f.subject_who = :subject",
    "object": "f.object_who = :object",
    "relation": "f.relation_normal = :relation",
    "standing": "f.standing = :standing",
    "since": "f.last_seen >= :since",
    "until": "f.first_seen <= :until",
    "outlet": "EXISTS (SELECT 1 FROM statement_counts "
    "WHERE statement = f.id AND kind = 'outlet' AND counted = :outlet)",
    "kind": "f.id IN (SELECT left_statement FROM contradictions WHERE kind = :kind "
    "UNION SELECT right_statement FROM contradictions WHERE kind = :kind UNION SELECT left_statement FROM changes "
    "WHERE kind = :kind UNION SELECT right_statement FROM changes WHERE kind = :kind)",
    "text": "f.id IN (SELECT statement FROM claims "
    "WHERE id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text))",
}
_ONE = f"SELECT {_STATEMENT} FROM statements AS f LEFT JOIN statements AS n ON n.id = f.superseded_by WHERE f.key = ?"  # noqa: S608
_VOICE = """
c.key, c.claim, l.stance, c.attributed_to, s.text, a.key, a.title, a.outlet, a.published, l.copy_cluster
"""
_JOINED = """
JOIN claims AS c ON c.id = l.claim JOIN sentences AS s ON s.id = c.sentence JOIN articles AS a ON a.id = c.article
"""
_VOICES = f"""
SELECT {_VOICE} FROM (SELECT * FROM statement_claims WHERE statement = (SELECT id FROM statements WHERE key = ?)
  ORDER BY copy_cluster, seen, rank LIMIT ?) AS l {_JOINED}
ORDER BY l.copy_cluster, l.seen, a.key, s.position, c.position
"""  # noqa: S608
_TIMELINE = f"""
SELECT COALESCE(MIN(m."at"), f.first_seen) AS day, {_STATEMENT}
FROM statements AS f LEFT JOIN statements AS n ON n.id = f.superseded_by
LEFT JOIN statement_marks AS m ON m.statement = f.id AND m.mark IN ('yes', 'no', 'ended') AND m."at" BETWEEN '0' AND '~'
WHERE {{where}} GROUP BY f.id HAVING (:from IS NULL OR day >= :from) AND (:to IS NULL OR day <= :to || '~')
ORDER BY day, f.key LIMIT :limit
"""  # noqa: S608


def statements(
    connection: Connection, wanted: Filters = Filters(), limit: int = 100, offset: int = 0, order: Order = Order.MOST
) -> list[Statement]:
    """Statements that pass all filters, in an order."""
    where, values = _wanted(connection, wanted)
    query = _STATEMENTS.format(where=where, order=_ORDERS[order])
    return [Statement(*row) for row in connection.execute(query, {**values, "limit": limit, "offset": offset})]


def count(connection: Connection, wanted: Filters = Filters()) -> int:
    """How many statements pass all filters."""
    where, values = _wanted(connection, wanted)
    (found,) = connection.execute(f"SELECT COUNT(*) FROM statements AS f WHERE {where}", values).fetchone()  # noqa: S608
    return int(found)


def _wanted(connection: Connection, wanted: Filters) -> tuple[str, dict[str, Any]]:
    """The condition of a statement, and its values."""
    values = {name: getattr(wanted, name) for name in _WHERE if getattr(wanted, name) is not None}
    parts = [_WHERE[name] for name in values]
    values |= {n: _entity(connection, values[n]) for n in ("entity", "subject", "object") if n in values}
    if "text" in values:
        values["text"] = expression(values["text"]) or '""'
    if wanted.copy_clusters > 1:
        parts.append("f.copy_clusters >= :copy_clusters")
        values["copy_clusters"] = wanted.copy_clusters
    return " AND ".join(parts) or "1", values


def _entity(connection: Connection, key: str | None) -> int | None:
    """The row id of the entity that judgements make of this one; -1, which none has, for an unknown key."""
    if key is None:
        return None
    row = connection.execute("SELECT canonical FROM entities WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else -1


def statement(connection: Connection, key: str) -> Statement | None:
    """The statement of this key, if there is one."""
    row = connection.execute(_ONE, (key,)).fetchone()
    return Statement(*row) if row else None


def by_copy_cluster(connection: Connection, key: str, limit: int = -1) -> Iterator[ClusterVoices]:
    """The claims of a statement (all, or so many), by the copy cluster of their articles."""
    voices = (Voice(*row) for row in connection.execute(_VOICES, (key, limit)))
    for copy_cluster, of_cluster in groupby(voices, key=lambda voice: voice.copy_cluster):
        yield ClusterVoices(copy_cluster, tuple(of_cluster))


def _links(table: str, where: str) -> str:
    """The statement that reads findings with both of their claims."""
    contradicts = table == "contradictions"
    own = "x.status, x.between_sources" if contradicts else "NULL, 0"
    sides = " ".join(
        f"JOIN claims AS c{n} ON c{n}.id = x.{side}_claim JOIN sentences AS s{n} ON s{n}.id = c{n}.sentence "
        f"JOIN articles AS a{n} ON a{n}.id = c{n}.article JOIN statement_claims AS l{n} ON l{n}.claim = x.{side}_claim "
        f"JOIN statements AS f{n} ON f{n}.id = x.{side}_statement"
        for n, side in ((1, "left"), (2, "right"))
    )
    voices = ", ".join(
        f"c{n}.key, c{n}.claim, l{n}.stance, c{n}.attributed_to, s{n}.text, a{n}.key, a{n}.title, a{n}.outlet, "
        f"a{n}.published, l{n}.copy_cluster"
        for n in (1, 2)
    )
    return (
        f'SELECT x.key, x.kind, x.rule, x.why, {own}, x."at", {voices}, f1.key, f2.key '  # noqa: S608
        f'FROM (SELECT * FROM {table} AS x WHERE {where} ORDER BY x."at" DESC, x.key LIMIT :limit OFFSET :offset) AS x '
        f'{sides} ORDER BY x."at" DESC, x.key'
    )


#: Conditions on contradictions and changes, one for each filter that is set.
_OF_LINKS = {
    "kind": "x.kind = :kind",
    "status": "x.status = :status",
    "between_sources": "x.between_sources = :between_sources",
    "since": 'x."at" >= :since',
    "until": 'x."at" <= :until',
    "statement": "x.id IN (SELECT id FROM {table} "
    "WHERE left_statement = (SELECT id FROM statements WHERE key = :statement) "
    "UNION SELECT id FROM {table} WHERE right_statement = (SELECT id FROM statements WHERE key = :statement))",
    "entity": "x.id IN (SELECT id FROM {table} WHERE left_statement IN ({of_entity}) "
    "UNION SELECT id FROM {table} WHERE right_statement IN ({of_entity}))",
    "outlet": "EXISTS (SELECT 1 FROM statement_claims WHERE claim IN (x.left_claim, x.right_claim) "
    "AND outlet = :outlet)",
    "text": "(x.left_claim IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text) "
    "OR x.right_claim IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text))",
}


def _read_links(connection: Connection, table: str, limit: int, offset: int, **wanted: Any) -> list[Link]:
    values = {name: value for name, value in wanted.items() if value is not None}
    where = " AND ".join(_OF_LINKS[name].format(table=table, of_entity=_OF_ENTITY) for name in values) or "1"
    if "entity" in values:
        values["entity"] = _entity(connection, values["entity"])
    if "text" in values:
        values["text"] = expression(values["text"]) or '""'
    rows = connection.execute(_links(table, where), {**values, "limit": limit, "offset": offset})
    return [_link(tuple(row)) for row in rows]


def contradictions(
    connection: Connection, *, kind: str | None = None, status: str | None = None, between_sources: bool | None = None,
    statement: str | None = None, entity: str | None = None, since: str | None = None, until: str | None = None,
    outlet: str | None = None, text: str | None = None, limit: int = 100, offset: int = 0,
) -> list[Link]:  # fmt: skip
    """Contradictions, the latest first: of a kind, with a status, between named sources or not, of a statement ..."""
    return _read_links(
        connection, "contradictions", limit, offset, kind=kind, status=status, between_sources=between_sources,
        statement=statement, entity=entity, since=since, until=until, outlet=outlet, text=text,
    )  # fmt: skip


def changes(
    connection: Connection, *, since: str | None = None, until: str | None = None, kind: str | None = None,
    statement: str | None = None, entity: str | None = None, limit: int = 100, offset: int = 0,
) -> list[Link]:  # fmt: skip
    """What became another since a day, the latest first."""
    return _read_links(
        connection, "changes", limit, offset, kind=kind, since=since, until=until, statement=statement, entity=entity
    )


def _link(row: tuple[Any, ...]) -> Link:
    key, kind, rule, why, status, between_sources, at = row[:7]
    return Link(
        key, kind, rule, why, status, bool(between_sources), at, Voice(*row[7:17]), Voice(*row[17:27]), row[27], row[28]
    )


def timeline(
    connection: Connection, wanted: Filters, since: str | None = None, until: str | None = None, limit: int = 1000
) -> list[tuple[str | None, Statement]]:
    """Statements that pass all filters (those about an entity, say) by the first day they hold for, with that day.

    `since` and `until` are of this day; those of the filters are of the days on which a statement was published.
    """
    where, values = _wanted(connection, wanted)
    values |= {"from": since, "to": until, "limit": limit}
    return [(row[0], Statement(*tuple(row)[1:])) for row in connection.execute(_TIMELINE.format(where=where), values)]
