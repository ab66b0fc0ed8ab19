"""Reading facts: lists with filters, one with its claims by story, contradictions, changes, an entity's timeline.

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
class Fact:
    """A fact as a list shows it. Days are ISO dates; counts are of current claims."""

    key: str
    subject: str
    relation: str
    object: str | None
    state: str
    claims: int
    articles: int
    stories: int
    publishers: int
    asserted: int
    reported: int
    planned: int
    denied: int
    doubted: int
    first_seen: str | None
    last_seen: str | None
    superseded_by: str | None
    superseded_why: str | None

    @property
    def words(self) -> str:
        return " ".join(part for part in (self.subject, self.relation, self.object) if part)


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim of a fact: its words, who stands for it, where it is."""

    claim: str
    words: str
    standing: str
    attributed_to: str | None
    sentence: str
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    story: str


@dataclass(frozen=True, slots=True)
class ClusterVoices:
    """The claims of one story: its copies say it once."""

    story: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A contradiction or a change between two facts (or within one), with the first claim of each side."""

    key: str
    kind: str
    rule: str
    why: str
    status: str | None  # of contradictions
    dispute: bool
    at: str | None
    left: Voice
    right: Voice
    left_fact: str
    right_fact: str


class Order(StrEnum):
    """What comes first in a list of facts."""

    TOLD = "told"  # what most independent stories tell
    NEW = "new"  # what was told last


@dataclass(frozen=True, slots=True)
class Filters:
    """Which facts are wanted; None leaves a thing open. `entity` is a key, of the canonical entity or one joined to
    it, `subject` and `object` are the same of one side; `since` and `until` are days on which the fact was told;
    `kind` is of a contradiction or change that it is in; `text` is words of its claims, in any of their forms."""

    entity: str | None = None
    subject: str | None = None
    object: str | None = None
    relation: str | None = None
    state: str | None = None
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    kind: str | None = None
    text: str | None = None
    stories: int = 1


_FACT = """
f.key, f.subject, f.relation, f.object, f.state, f.claims, f.articles, f.stories, f.publishers, f.asserted, f.reported,
f.planned, f.denied, f.doubted, f.first_seen, f.last_seen, n.key, f.superseded_why
"""
#: The rows are picked by number first: sorting them whole would carry every column along.
_FACTS = f"""
SELECT {_FACT} FROM (SELECT id FROM facts AS f WHERE {{where}} ORDER BY {{order}} LIMIT :limit OFFSET :offset) AS picked
JOIN facts AS f ON f.id = picked.id LEFT JOIN facts AS n ON n.id = f.superseded_by ORDER BY {{order}}
"""  # noqa: S608
_ORDERS = {
    Order.TOLD: "f.stories DESC, f.publishers DESC, f.articles DESC, f.key",
    Order.NEW: "f.last_seen DESC, f.key",
}
_OF_ENTITY = "SELECT id FROM facts WHERE subject_who = :entity UNION SELECT id FROM facts WHERE object_who = :entity"
#: One condition for each filter that is set: a condition that may be open would keep SQLite from its indexes.
_WHERE = {
    "entity": f"f.id IN ({_OF_ENTITY})",
    "subject": "f.subject_who = :subject",
    "object": "f.object_who = :object",
    "relation": "f.relation_normal = :relation",
    "state": "f.state = :state",
    "since": "f.last_seen >= :since",
    "until": "f.first_seen <= :until",
    "publisher": "EXISTS (SELECT 1 FROM fact_sources WHERE fact = f.id AND kind = 'publisher' AND source = :publisher)",
    "kind": "f.id IN (SELECT left_fact FROM contradictions WHERE kind = :kind "
    "UNION SELECT right_fact FROM contradictions WHERE kind = :kind UNION SELECT left_fact FROM changes "
    "WHERE kind = :kind UNION SELECT right_fact FROM changes WHERE kind = :kind)",
    "text": "f.id IN (SELECT fact FROM claims WHERE id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text))",
}
_ONE = f"SELECT {_FACT} FROM facts AS f LEFT JOIN facts AS n ON n.id = f.superseded_by WHERE f.key = ?"  # noqa: S608
_VOICE = """
c.key, c.claim, l.standing, c.attributed_to, s.text, a.key, a.title, a.publisher, a.published, l.story
"""
_JOINED = """
JOIN claims AS c ON c.id = l.claim JOIN sentences AS s ON s.id = c.sentence JOIN articles AS a ON a.id = c.article
"""
_VOICES = f"""
SELECT {_VOICE} FROM (SELECT * FROM fact_claims WHERE fact = (SELECT id FROM facts WHERE key = ?)
  ORDER BY story, seen, rank LIMIT ?) AS l {_JOINED}
ORDER BY l.story, l.seen, a.key, s.position, c.position
"""  # noqa: S608
_TIMELINE = f"""
SELECT COALESCE(MIN(m."at"), f.first_seen) AS day, {_FACT}
FROM facts AS f LEFT JOIN facts AS n ON n.id = f.superseded_by
LEFT JOIN fact_marks AS m ON m.fact = f.id AND m.mark IN ('yes', 'no', 'ended') AND m."at" BETWEEN '0' AND '~'
WHERE {{where}} GROUP BY f.id HAVING (:from IS NULL OR day >= :from) AND (:to IS NULL OR day <= :to || '~')
ORDER BY day, f.key LIMIT :limit
"""  # noqa: S608


def facts(
    connection: Connection, wanted: Filters = Filters(), limit: int = 100, offset: int = 0, order: Order = Order.TOLD
) -> list[Fact]:
    """Facts that pass all filters, in an order."""
    where, values = _wanted(connection, wanted)
    query = _FACTS.format(where=where, order=_ORDERS[order])
    return [Fact(*row) for row in connection.execute(query, {**values, "limit": limit, "offset": offset})]


def count(connection: Connection, wanted: Filters = Filters()) -> int:
    """How many facts pass all filters."""
    where, values = _wanted(connection, wanted)
    (found,) = connection.execute(f"SELECT COUNT(*) FROM facts AS f WHERE {where}", values).fetchone()  # noqa: S608
    return int(found)


def _wanted(connection: Connection, wanted: Filters) -> tuple[str, dict[str, Any]]:
    """The condition of a statement, and its values."""
    values = {name: getattr(wanted, name) for name in _WHERE if getattr(wanted, name) is not None}
    parts = [_WHERE[name] for name in values]
    values |= {n: _entity(connection, values[n]) for n in ("entity", "subject", "object") if n in values}
    if "text" in values:
        values["text"] = expression(values["text"]) or '""'
    if wanted.stories > 1:
        parts.append("f.stories >= :stories")
        values["stories"] = wanted.stories
    return " AND ".join(parts) or "1", values


def _entity(connection: Connection, key: str | None) -> int | None:
    """The row id of the entity that judgements make of this one; -1, which none has, for an unknown key."""
    if key is None:
        return None
    row = connection.execute("SELECT canonical FROM entities WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else -1


def fact(connection: Connection, key: str) -> Fact | None:
    """The fact of this key, if there is one."""
    row = connection.execute(_ONE, (key,)).fetchone()
    return Fact(*row) if row else None


def stories(connection: Connection, key: str, limit: int = -1) -> Iterator[ClusterVoices]:
    """The claims of a fact (all, or so many), by the story that they are told in."""
    voices = (Voice(*row) for row in connection.execute(_VOICES, (key, limit)))
    for story, of_story in groupby(voices, key=lambda voice: voice.story):
        yield ClusterVoices(story, tuple(of_story))


def _links(table: str, where: str) -> str:
    """The statement that reads findings with both of their claims."""
    contradicts = table == "contradictions"
    own = "x.status, x.dispute" if contradicts else "NULL, 0"
    sides = " ".join(
        f"JOIN claims AS c{n} ON c{n}.id = x.{side}_claim JOIN sentences AS s{n} ON s{n}.id = c{n}.sentence "
        f"JOIN articles AS a{n} ON a{n}.id = c{n}.article JOIN fact_claims AS l{n} ON l{n}.claim = x.{side}_claim "
        f"JOIN facts AS f{n} ON f{n}.id = x.{side}_fact"
        for n, side in ((1, "left"), (2, "right"))
    )
    voices = ", ".join(
        f"c{n}.key, c{n}.claim, l{n}.standing, c{n}.attributed_to, s{n}.text, a{n}.key, a{n}.title, a{n}.publisher, "
        f"a{n}.published, l{n}.story"
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
    "dispute": "x.dispute = :dispute",
    "since": 'x."at" >= :since',
    "until": 'x."at" <= :until',
    "fact": "x.id IN (SELECT id FROM {table} WHERE left_fact = (SELECT id FROM facts WHERE key = :fact) "
    "UNION SELECT id FROM {table} WHERE right_fact = (SELECT id FROM facts WHERE key = :fact))",
    "entity": "x.id IN (SELECT id FROM {table} WHERE left_fact IN ({of_entity}) "
    "UNION SELECT id FROM {table} WHERE right_fact IN ({of_entity}))",
    "publisher": "EXISTS (SELECT 1 FROM fact_claims WHERE claim IN (x.left_claim, x.right_claim) "
    "AND publisher = :publisher)",
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
    connection: Connection, *, kind: str | None = None, status: str | None = None, dispute: bool | None = None,
    fact: str | None = None, entity: str | None = None, since: str | None = None, until: str | None = None,
    publisher: str | None = None, text: str | None = None, limit: int = 100, offset: int = 0,
) -> list[Link]:  # fmt: skip
    """Contradictions, the latest first: of a kind, with a status, between named sources only or not, of a fact ..."""
    return _read_links(
        connection, "contradictions", limit, offset, kind=kind, status=status, dispute=dispute, fact=fact,
        entity=entity, since=since, until=until, publisher=publisher, text=text,
    )  # fmt: skip


def changes(
    connection: Connection, *, since: str | None = None, until: str | None = None, kind: str | None = None,
    fact: str | None = None, entity: str | None = None, limit: int = 100, offset: int = 0,
) -> list[Link]:  # fmt: skip
    """What became another since a day, the latest first."""
    return _read_links(
        connection, "changes", limit, offset, kind=kind, since=since, until=until, fact=fact, entity=entity
    )


def _link(row: tuple[Any, ...]) -> Link:
    key, kind, rule, why, status, dispute, at = row[:7]
    return Link(
        key, kind, rule, why, status, bool(dispute), at, Voice(*row[7:17]), Voice(*row[17:27]), row[27], row[28]
    )


def timeline(
    connection: Connection, wanted: Filters, since: str | None = None, until: str | None = None, limit: int = 1000
) -> list[tuple[str | None, Fact]]:
    """Facts that pass all filters (those about an entity, say) in order of the first day they hold for, with that day.

    `since` and `until` are of this day; those of the filters are of the days on which a fact was told.
    """
    where, values = _wanted(connection, wanted)
    values |= {"from": since, "to": until, "limit": limit}
    return [(row[0], Fact(*tuple(row)[1:])) for row in connection.execute(_TIMELINE.format(where=where), values)]
