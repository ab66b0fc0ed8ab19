"""Reading facts: lists with filters, one with its claims by story, contradictions, changes, an entity's timeline.

Everything is named by its key; rows come in an order that the database's history has no part in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

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
class Told:
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


@dataclass(frozen=True, slots=True)
class Filters:
    """Which facts are wanted; None leaves a thing open. `entity` is a key, of the canonical entity or one joined to
    it; `since` and `until` are days on which the fact was told."""

    entity: str | None = None
    relation: str | None = None
    state: str | None = None
    since: str | None = None
    until: str | None = None
    stories: int = 1


_FACT = """
f.key, f.subject, f.relation, f.object, f.state, f.claims, f.articles, f.stories, f.publishers, f.asserted, f.reported,
f.planned, f.denied, f.doubted, f.first_seen, f.last_seen, n.key, f.superseded_why
"""
_FACTS = f"""
SELECT {_FACT} FROM facts AS f LEFT JOIN facts AS n ON n.id = f.superseded_by
WHERE f.stories >= :stories
  AND (:entity IS NULL OR f.subject_who = :entity OR f.object_who = :entity)
  AND (:relation IS NULL OR f.relation_normal = :relation)
  AND (:state IS NULL OR f.state = :state)
  AND (:since IS NULL OR f.last_seen >= :since)
  AND (:until IS NULL OR f.first_seen <= :until)
ORDER BY f.stories DESC, f.publishers DESC, f.articles DESC, f.key LIMIT :limit OFFSET :offset
"""  # noqa: S608
_ONE = f"SELECT {_FACT} FROM facts AS f LEFT JOIN facts AS n ON n.id = f.superseded_by WHERE f.key = ?"  # noqa: S608
_VOICE = """
c.key, c.claim, l.standing, c.attributed_to, s.text, a.key, a.title, a.publisher, a.published, l.story
"""
_JOINED = """
JOIN claims AS c ON c.id = l.claim JOIN sentences AS s ON s.id = c.sentence JOIN articles AS a ON a.id = c.article
"""
_VOICES = f"""
SELECT {_VOICE} FROM fact_claims AS l {_JOINED}
WHERE l.fact = (SELECT id FROM facts WHERE key = ?) ORDER BY l.story, l.seen, a.key, s.position, c.position
"""  # noqa: S608
_TIMELINE = f"""
SELECT COALESCE(MIN(m."at"), f.first_seen) AS day, {_FACT}
FROM facts AS f LEFT JOIN facts AS n ON n.id = f.superseded_by
LEFT JOIN fact_marks AS m ON m.fact = f.id AND m.mark IN ('yes', 'no', 'ended') AND m."at" < '~'
WHERE f.subject_who = :entity OR f.object_who = :entity
GROUP BY f.id ORDER BY day, f.key
"""  # noqa: S608


def facts(connection: Connection, wanted: Filters = Filters(), limit: int = 100, offset: int = 0) -> list[Fact]:
    """Facts by how many independent stories tell them, those that most tell first."""
    values = {name: getattr(wanted, name) for name in ("relation", "state", "since", "until", "stories")}
    values |= {"entity": _entity(connection, wanted.entity), "limit": limit, "offset": offset}
    return [Fact(*row) for row in connection.execute(_FACTS, values)]


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


def stories(connection: Connection, key: str) -> Iterator[Told]:
    """The claims of a fact, by the story that they are told in."""
    voices = (Voice(*row) for row in connection.execute(_VOICES, (key,)))
    for story, of_story in groupby(voices, key=lambda voice: voice.story):
        yield Told(story, tuple(of_story))


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
        f'FROM {table} AS x {sides} WHERE {where} ORDER BY x."at" DESC, x.key LIMIT :limit OFFSET :offset'
    )


_CONTRADICTIONS = _links(
    "contradictions",
    "(:kind IS NULL OR x.kind = :kind) AND (:status IS NULL OR x.status = :status) "
    "AND (:dispute IS NULL OR x.dispute = :dispute) AND (:fact IS NULL OR :fact IN (f1.key, f2.key))",
)
_CHANGES = _links(
    "changes",
    '(:kind IS NULL OR x.kind = :kind) AND (:since IS NULL OR x."at" >= :since) '
    "AND (:fact IS NULL OR :fact IN (f1.key, f2.key))",
)


def contradictions(
    connection: Connection, *, kind: str | None = None, status: str | None = None, dispute: bool | None = None,
    fact: str | None = None, limit: int = 100, offset: int = 0,
) -> list[Link]:  # fmt: skip
    """Contradictions, the latest first: of a kind, with a status, between named sources only or not, of a fact."""
    values = {"kind": kind, "status": status, "dispute": dispute, "fact": fact, "limit": limit, "offset": offset}
    return [_link(row) for row in connection.execute(_CONTRADICTIONS, values)]


def changes(
    connection: Connection, *, since: str | None = None, kind: str | None = None, fact: str | None = None,
    limit: int = 100, offset: int = 0,
) -> list[Link]:  # fmt: skip
    """What became another since a day, the latest first."""
    values = {"kind": kind, "since": since, "fact": fact, "limit": limit, "offset": offset}
    return [_link(row) for row in connection.execute(_CHANGES, values)]


def _link(row: tuple[Any, ...]) -> Link:
    key, kind, rule, why, status, dispute, at = row[:7]
    return Link(
        key, kind, rule, why, status, bool(dispute), at, Voice(*row[7:17]), Voice(*row[17:27]), row[27], row[28]
    )


def timeline(connection: Connection, entity: str) -> list[tuple[str | None, Fact]]:
    """All facts about an entity (by key) in order of the first day they hold for, with that day."""
    rows = connection.execute(_TIMELINE, {"entity": _entity(connection, entity)})
    return [(row[0], Fact(*row[1:])) for row in rows]
