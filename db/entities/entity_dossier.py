"""All about one entity: what it does and what is done to it, who it is named with, how much and when, which numbers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from db.entities import company, judgements, queries
from db.entities.judgements import Edge
from db.entities.queries import Entity
from db.events.event_timeline import TimelineRow, read_timeline
from db.sqlite import Connection
from db.statements.figures import Line, lines
from db.statements.queries import (
    Backing,
    Filters,
    Link,
    Statement,
    backing,
    contradictions,
    count,
    statements,
)
from db.time_spans import find_day, stretch
from db.wording import title_of

#: Rows that one page shows of a kind.
SHOWN, TIMELINE = 12, 80
#: Statements that a timeline is made of; the page of timelines has more.
_MAX_DATED = 4 * TIMELINE
NEIGHBOURS = 12
#: The newest mentions that neighbours and figures are looked for around.
LATEST = 150


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
    title: str
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
    """An entity with all that is known of it. Statements about it by others and by it: the first, and how many (about
    it: with its own). Those that accuse it, and the answers. `backing` says who stands behind each."""

    entity: Entity
    about: tuple[Statement, ...]
    says: tuple[Statement, ...]
    about_count: int
    says_count: int
    accused: tuple[Statement, ...]
    denies: tuple[Statement, ...]
    accused_count: int
    timeline: tuple[TimelineRow, ...]
    dates: int
    backing: dict[str, Backing]
    outlets: tuple[str, ...]
    neighbours: tuple[Neighbour, ...]
    activity: tuple[Count, ...]
    figures: tuple[Line, ...]
    contradictions: tuple[Link, ...]
    members: tuple[Member, ...]
    history: tuple[Step, ...]


_RELATED = """
SELECT e.key, e.name, latest.relation, {does} AS does, SUM(latest.copy_clusters) AS told
FROM (SELECT * FROM statements WHERE {own} = ? ORDER BY id DESC LIMIT 2000) AS latest
JOIN entities AS e ON e.id = latest.{other}
WHERE latest.{other} <> latest.{own} GROUP BY e.id, latest.relation ORDER BY told DESC, e.key, latest.relation LIMIT 60
"""
#: (An article is looked at once, however often it has the name.)
_ARTICLES = """
SELECT SUBSTR(a.published, 1, 10) AS day, a.outlet, SUM(told.named) FROM (
  SELECT article, COUNT(*) AS named FROM mentions INDEXED BY mentions_named
  WHERE who IN (SELECT id FROM entities WHERE canonical = ?) AND kind = 'name' GROUP BY article
) AS told CROSS JOIN articles AS a ON a.id = told.article WHERE a.current = 1 GROUP BY day, a.outlet
"""
#: Statements with a number are few, so that indexes of them alone are small.
_BUCKETS = """
SELECT bucket FROM statements INDEXED BY statements_figures_subject
WHERE subject_who = :id AND (low IS NOT NULL OR high IS NOT NULL)
UNION SELECT bucket FROM statements INDEXED BY statements_figures_object
WHERE object_who = :id AND (low IS NOT NULL OR high IS NOT NULL)
UNION SELECT f.bucket
FROM json_each(:sentences) AS s CROSS JOIN claims AS c ON c.sentence = s.value
CROSS JOIN statements AS f ON f.id = c.statement
WHERE f.low IS NOT NULL OR f.high IS NOT NULL ORDER BY 1 LIMIT 200
"""
_MEMBERS = "SELECT id, key, name, articles, bound IS NULL FROM entities WHERE canonical = ? ORDER BY mentions DESC, key"
_NAMING = """
SELECT a.key, a.id, a.title, a.source, a.outlet, a.published, JSON_GROUP_ARRAY(DISTINCT m.text)
FROM (
  SELECT a.id FROM (
    SELECT DISTINCT article FROM mentions INDEXED BY mentions_named WHERE who = :who AND kind = 'name'
  ) AS n CROSS JOIN articles AS a ON a.id = n.article WHERE a.current = 1 ORDER BY a.published DESC, a.key LIMIT 40
) AS latest CROSS JOIN articles AS a ON a.id = latest.id
CROSS JOIN mentions AS m INDEXED BY mentions_named ON m.who = :who AND m.article = a.id AND m.kind = 'name'
GROUP BY a.id ORDER BY a.published DESC, a.key
"""


def dossier(
    connection: Connection, key: str, outlet: str | None = None, since: str | None = None, until: str | None = None
) -> Dossier | None:
    """Everything about the entity that stands for the one of this key; None if no current article names it.

    `outlet` and the days (ISO dates) leave statements that were published there and then.
    """
    row = connection.execute("SELECT canonical FROM entities WHERE key = ?", (key,)).fetchone()
    found = queries.entity(connection, row[0]) if row else None
    if found is None:
        return None
    members = tuple(_members(connection, found.id))
    naming = [tuple(row) for row in connection.execute(_ARTICLES, (found.id,))]
    about = Filters(entity=found.key, outlet=outlet, since=since, until=until)
    says = Filters(source=found.key, outlet=outlet, since=since, until=until)
    accused, denies = (replace(about, entity=None, accused=found.key), replace(about, entity=None, denies=found.key))
    # (Both lists have one order, so of the first of each all that are in both are known.)
    own, all_about = (statements(connection, wanted, 2 * SHOWN) for wanted in (says, about))
    shown = {
        "about": tuple(one for one in all_about if one.source is None or one.denied or one not in own)[:SHOWN],
        "says": tuple(own[:SHOWN]),
        **{name: tuple(statements(connection, f, SHOWN)) for name, f in (("accused", accused), ("denies", denies))},
    }
    dated = read_timeline(connection, replace(about, in_passing=False), most=_MAX_DATED)
    listed = (*chain.from_iterable(shown.values()), *(row.shown for row in dated[:TIMELINE]))
    return Dossier(
        entity=found,
        about=shown["about"],
        says=shown["says"],
        about_count=count(connection, about),
        says_count=count(connection, says),
        accused=shown["accused"],
        denies=shown["denies"],
        accused_count=count(connection, accused) if shown["accused"] else 0,
        timeline=tuple(dated[:TIMELINE]),
        dates=len(dated) + (sum(row.statements for row in dated) >= _MAX_DATED),  # (one more where there are some)
        backing=backing(connection, [statement.key for statement in listed]),
        outlets=_outlets(naming),
        neighbours=tuple(_neighbours(connection, found.id)),
        activity=tuple(_activity(naming)),
        figures=lines(connection, _buckets(connection, found.id), most=3),
        contradictions=tuple(contradictions(connection, entity=found.key, outlet=outlet, limit=SHOWN)),
        members=members,
        history=tuple(_history(connection, [member.key for member in members])),
    )


def _outlets(naming: Iterable[tuple[str | None, str | None, int]]) -> tuple[str, ...]:
    """The outlets that name it, most often first."""
    counts: Counter[str] = Counter()
    for _, outlet, mentions in naming:
        counts[outlet or ""] += mentions
    return tuple(sorted((outlet for outlet in counts if outlet), key=lambda outlet: (-counts[outlet], outlet)))


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


def _activity(naming: Iterable[tuple[str | None, str | None, int]]) -> list[Count]:
    """Mentions by day, month or year, whichever gives a row of bars that can be read; gaps are zeros."""
    dated = ((find_day(day), mentions) for day, _, mentions in naming)
    days = [(day, mentions) for day, mentions in dated if day]
    if not days:
        return []
    columns = stretch([day for day, _ in days])
    length = len(columns[0])
    counts: Counter[str] = Counter()
    for day, mentions in days:
        counts[day[:length]] += mentions
    return [Count(when, counts[when]) for when in columns]


def _buckets(connection: Connection, entity: int) -> list[str]:
    sentences = json.dumps(company.sentences(connection, entity, LATEST))
    return [row[0] for row in connection.execute(_BUCKETS, {"id": entity, "sentences": sentences})]


def _members(connection: Connection, entity: int) -> Iterator[Member]:
    for number, key, name, articles, splits in connection.execute(_MEMBERS, (entity,)).fetchall():
        named = tuple(
            Naming(article, row_id, title_of(title, source), outlet, published, tuple(json.loads(names)))
            for article, row_id, title, source, outlet, published, names in connection.execute(_NAMING, {"who": number})
        )
        yield Member(key, name, articles, bool(splits) and articles > 1, named)


def _history(connection: Connection, keys: Sequence[str]) -> list[Step]:
    found = {edge.id: edge for key in keys for edge in judgements.edges(connection, key)}
    listed = json.dumps(sorted({key for edge in found.values() for key in (edge.left, edge.right)}))
    query = "SELECT key, name FROM entities WHERE key IN (SELECT value FROM json_each(?))"
    names = {key: name for key, name in connection.execute(query, (listed,))}  # noqa: C416 - rows are no pairs of text
    return [Step(e, names.get(e.left, e.left), names.get(e.right, e.right)) for _, e in sorted(found.items())]
