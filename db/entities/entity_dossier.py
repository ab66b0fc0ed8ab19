"""All about one entity: what it does and what is done to it, who it is named with, how much and when, which numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from db.entities import company, judgements, queries
from db.entities.judgements import Edge
from db.entities.queries import Entity
from db.sqlite import Connection
from db.statements.figures import Line, lines
from db.statements.queries import Filters, Link, Statement, contradictions, statements

#: Rows that one page shows of a kind.
SHOWN = 25
NEIGHBOURS = 12
#: The newest mentions that neighbours and figures are looked for around.
LATEST = 300
#: Bars that can be told apart.
_BARS = 48


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity that statements relate to this one, or that sentences name together with it.

    `does`: what this one does to it; `suffers`: what it does to this one (relations, most told first).
    """

    key: str
    name: str
    does: tuple[str, ...]
    suffers: tuple[str, ...]
    together: int


@dataclass(frozen=True, slots=True)
class Count:
    """A stretch of time (a day, month or year) and how often articles published in it name somebody."""

    when: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Naming:
    """An article that calls the entity by a name, with the names."""

    key: str
    id: int
    title: str | None
    outlet: str | None
    published: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One of the entities that are held to be the same, with the articles that name it. `splits`: it can be parted."""

    key: str
    name: str
    articles: int
    splits: bool
    named: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A judgement in the history, with the names of both."""

    edge: Edge
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """An entity with all that is known of it. Statements as its subject and as its object: the first, and how many."""

    entity: Entity
    subject_of: tuple[Statement, ...]
    object_of: tuple[Statement, ...]
    subject_count: int
    object_count: int
    neighbours: tuple[Neighbour, ...]
    activity: tuple[Count, ...]
    figures: tuple[Line, ...]
    contradictions: tuple[Link, ...]
    members: tuple[Member, ...]
    history: tuple[Step, ...]


_RELATED = """
SELECT e.key, e.name, f.relation, {does} AS does, SUM(f.copy_clusters) AS told
FROM statements AS f JOIN entities AS e ON e.id = f.{other}
WHERE f.{own} = ? AND f.{other} <> f.{own} GROUP BY e.id, f.relation ORDER BY told DESC, e.key, f.relation LIMIT 60
"""
_ACTIVITY = """
SELECT SUBSTR(a.published, 1, 10) AS day, COUNT(*) FROM mentions AS m JOIN articles AS a ON a.id = m.article
WHERE m.who IN (SELECT id FROM entities WHERE canonical = ?) AND +m.kind = 'name' AND a.current = 1
  AND a.published IS NOT NULL GROUP BY day ORDER BY day
"""
_OF = "SELECT id FROM statements WHERE subject_who = :id UNION SELECT id FROM statements WHERE object_who = :id"
_BUCKETS = f"""
SELECT bucket FROM statements WHERE id IN ({_OF}) AND (low IS NOT NULL OR high IS NOT NULL)
UNION SELECT f.bucket
FROM json_each(:sentences) AS s CROSS JOIN claims AS c ON c.sentence = s.value
CROSS JOIN statements AS f ON f.id = c.statement
WHERE f.low IS NOT NULL OR f.high IS NOT NULL ORDER BY 1 LIMIT 200
"""  # noqa: S608
_MEMBERS = "SELECT id, key, name, articles, bound IS NULL FROM entities WHERE canonical = ? ORDER BY mentions DESC, key"
_NAMING = """
SELECT a.key, a.id, a.title, a.outlet, a.published, JSON_GROUP_ARRAY(DISTINCT m.text)
FROM mentions AS m JOIN articles AS a ON a.id = m.article
WHERE m.who = ? AND +m.kind = 'name' AND a.current = 1
GROUP BY a.id ORDER BY a.published DESC, a.key LIMIT 60
"""


def dossier(connection: Connection, key: str) -> Dossier | None:
    """Everything about the entity that stands for the one of this key; None if no current article names it."""
    row = connection.execute("SELECT canonical FROM entities WHERE key = ?", (key,)).fetchone()
    found = queries.entity(connection, row[0]) if row else None
    if found is None:
        return None
    members = tuple(_members(connection, found.id))
    return Dossier(
        entity=found,
        subject_of=_told(connection, Filters(subject=found.key)),
        object_of=_told(connection, Filters(object=found.key)),
        subject_count=_count(connection, "subject_who", found.id),
        object_count=_count(connection, "object_who", found.id),
        neighbours=tuple(_neighbours(connection, found.id)),
        activity=tuple(_activity(connection, found.id)),
        figures=lines(connection, _buckets(connection, found.id), most=3),
        contradictions=tuple(contradictions(connection, entity=found.key, limit=SHOWN)),
        members=members,
        history=tuple(_history(connection, [member.key for member in members])),
    )


def _told(connection: Connection, wanted: Filters) -> tuple[Statement, ...]:
    return tuple(statements(connection, wanted, SHOWN))


def _count(connection: Connection, column: str, entity: int) -> int:
    (found,) = connection.execute(f"SELECT COUNT(*) FROM statements WHERE {column} = ?", (entity,)).fetchone()  # noqa: S608
    return int(found)


def _neighbours(connection: Connection, entity: int) -> Iterator[Neighbour]:
    """Those that statements relate to it first, then those that are named with it."""
    names: dict[str, str] = {}
    does: dict[str, list[str]] = {}
    suffers: dict[str, list[str]] = {}
    for own, other, known in (("subject_who", "object_who", does), ("object_who", "subject_who", suffers)):
        query = _RELATED.format(own=own, other=other, does=int(known is does))
        for key, name, relation, _, _ in connection.execute(query, (entity,)):
            names[key] = name
            known.setdefault(key, []).append(relation)
    together = {}
    for key, name, times in company.together(connection, entity, LATEST, 3 * NEIGHBOURS):
        names.setdefault(key, name)
        together[key] = times
    for key in list(names)[:NEIGHBOURS]:
        yield Neighbour(key, names[key], tuple(does.get(key, ())), tuple(suffers.get(key, ())), together.get(key, 0))


def _activity(connection: Connection, entity: int) -> list[Count]:
    """Mentions by day, month or year, whichever gives a row of bars that can be read; gaps are zeros."""
    days = [tuple(row) for row in connection.execute(_ACTIVITY, (entity,))]
    if not days:
        return []
    for length in (10, 7, 4):
        counts = {when: sum(n for _, n in rows) for when, rows in groupby(days, key=lambda row: row[0][:length])}
        stretch = _stretch(min(counts), max(counts))
        if len(stretch) <= _BARS:
            break
    return [Count(when, counts.get(when, 0)) for when in stretch]


def _stretch(first: str, last: str) -> list[str]:
    """All days, months or years from one to another (ISO 8601, as short as they are given)."""
    if len(first) == 10:
        start, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
        return [date.fromordinal(day).isoformat() for day in range(start, min(end, start + _BARS) + 1)]
    if len(first) == 7:
        start, end = (12 * int(when[:4]) + int(when[5:]) - 1 for when in (first, last))
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
    return [f"{year:04}" for year in range(int(first[:4]), int(last[:4]) + 1)]


def _buckets(connection: Connection, entity: int) -> list[str]:
    sentences = json.dumps(company.sentences(connection, entity, LATEST))
    return [row[0] for row in connection.execute(_BUCKETS, {"id": entity, "sentences": sentences})]


def _members(connection: Connection, entity: int) -> Iterator[Member]:
    for number, key, name, articles, splits in connection.execute(_MEMBERS, (entity,)).fetchall():
        naming = ((*tuple(row)[:5], tuple(json.loads(row[5]))) for row in connection.execute(_NAMING, (number,)))
        named = tuple(Naming(*row) for row in naming)
        yield Member(key, name, articles, bool(splits) and articles > 1, named)


def _history(connection: Connection, keys: Sequence[str]) -> list[Step]:
    found = {edge.id: edge for key in keys for edge in judgements.edges(connection, key)}
    listed = json.dumps(sorted({key for edge in found.values() for key in (edge.left, edge.right)}))
    query = "SELECT key, name FROM entities WHERE key IN (SELECT value FROM json_each(?))"
    names = {key: name for key, name in connection.execute(query, (listed,))}  # noqa: C416 - rows are no pairs of text
    return [Step(e, names.get(e.left, e.left), names.get(e.right, e.right)) for _, e in sorted(found.items())]
