"""Queries of statements: lists with filters, one with its claims by copy cluster, contradictions, changes, timelines.

Everything is named by its key; rows come in an order that the database's history has no part in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from db.entities.queries import said_by
from db.frequent_words import OF_LINK, OF_STATEMENT, are_frequent
from db.search import expression
from db.sqlite import Connection
from db.statements import finding_rows
from db.statements.accused import SIDES, statements_of
from db.statements.named_within import naming
from db.statements.voices import IN_PASSING, OWN, SOURCE, SUBJECT, as_stated, words
from db.wording import badge, title_of


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
    own: str | None = None  # how the source calls the subject, where that is the source: "I", "he"

    @property
    def words(self) -> str:
        return f"{self.source}: {self._triple}" if self.source else self._triple

    @property
    def _triple(self) -> str:
        gap = "" if self.relation[:1] in ("’", "'") else " "  # "he’d used"
        said = f"{self.own or self.subject}{gap}{self.relation}"
        return f"{said} {self.object}" if self.object else said

    @property
    def badge(self) -> str:
        """The word for its standing beside its words."""
        return badge(self.standing, self._triple)

    @property
    def is_negated(self) -> bool:
        """Whether the words that show it say "not" themselves: then who denies it stands for these words."""
        stand_for_it = self.asserted + self.reported + self.planned
        return bool(self.denied) and not stand_for_it and badge("denied", self._triple) == "negated"


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
    source: str  # path or address of the article

    @property
    def name(self) -> str:
        """What its article is called."""
        return title_of(self.title, self.source)

    @property
    def badge(self) -> str:
        """The word for its stance beside its words."""
        return badge(self.stance, self.words)


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


#: What a statement can stand as, in words.
STANDINGS = {
    "current": "an article itself states it; not contradicted or replaced",
    "attributed": "only said by people whom the articles name",
    "disputed": "contradicted",
    "superseded": "a later statement replaced it",
    "denied": "only denied; shown as “negated” where its own words are negative",
    "planned": "only planned or forecast",
    "open": "only asked, supposed or feared",
}
#: What a standing is called beside a statement's words, in words.
BADGES = {**STANDINGS, "negated": "its own words are negative, and no article says the opposite"}


class Order(StrEnum):
    """What comes first in a list of statements."""

    MOST = "most"  # what most independent articles say, titles and places that are said in passing last
    NEW = "new"  # what was told last


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements are wanted; None leaves a thing open. `entity` is a key, of the canonical entity or one joined
    to it, `subject` and `object` are the same of one side; `since` and `until` are days on which it was published;
    `kind` is of a contradiction or change that it is in; `text` is words of its claims, in any of their forms;
    `source` is a name or key of who says it; `event` is the key of an event that it is part of; `accused` is the key of
    whom it accuses, `denies` of who answers that, `about` of whom an argument is or names; `in_passing`: only titles
    and the like, or all else."""

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
    source: str | None = None
    event: str | None = None
    accused: str | None = None
    denies: str | None = None
    about: str | None = None
    copy_clusters: int = 1
    in_passing: bool | None = None


_STATEMENT = f"""
f.key, f.subject, f.relation, f.object, f.standing, f.claims, f.articles, f.copy_clusters, f.outlets, f.asserted,
f.reported, f.planned, f.denied, f.doubted, f.first_seen, f.last_seen, n.key, f.superseded_why, {SOURCE}, {OWN}
"""
#: The rows are picked by number first: sorting them whole would carry every column along.
_STATEMENTS = f"""
SELECT {_STATEMENT}
FROM (SELECT id FROM statements AS f WHERE {{where}} ORDER BY {{order}} LIMIT :limit OFFSET :offset) AS picked
JOIN statements AS f ON f.id = picked.id LEFT JOIN statements AS n ON n.id = f.superseded_by ORDER BY {{order}}
"""  # noqa: S608
_ORDERS = {
    Order.MOST: "f.in_passing, f.copy_clusters DESC, f.outlets DESC, f.articles DESC, f.last_seen DESC, f.key",
    Order.NEW: "f.last_seen DESC, f.key",
}
_OF_ENTITY = (
    "SELECT id FROM statements WHERE subject_who = :entity UNION SELECT id FROM statements WHERE object_who = :entity"
)
_OF_SOURCE = (
    "SELECT {column} FROM claims WHERE source_who IN (SELECT value FROM json_each(:source)) "
    "UNION SELECT {column} FROM claims WHERE attributed_to IN (SELECT value FROM json_each(:source))"
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
    #: (No EXISTS: SQLite may make a join of that, and read all counts for a filter of its own.)
    "outlet": "(SELECT 1 FROM statement_counts "
    "WHERE statement = f.id AND kind = 'outlet' AND counted = :outlet) IS NOT NULL",
    "kind": "f.id IN (SELECT left_statement FROM contradictions WHERE kind = :kind "
    "UNION SELECT right_statement FROM contradictions WHERE kind = :kind UNION SELECT left_statement FROM changes "
    "WHERE kind = :kind UNION SELECT right_statement FROM changes WHERE kind = :kind)",
    "text": "f.id IN (SELECT statement FROM statement_claims "
    "WHERE claim IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text))",
    "source": f"f.id IN ({_OF_SOURCE.format(column='statement')})",
    "event": "f.id IN (SELECT statement FROM claims WHERE event = :event)",
    **{given: f"f.id IN (SELECT value FROM json_each(:{given}))" for given in (*SIDES, "about")},  # noqa: S608
}
_ONE = f"SELECT {_STATEMENT} FROM statements AS f LEFT JOIN statements AS n ON n.id = f.superseded_by WHERE f.key = ?"  # noqa: S608
_BY_NUMBER = f"""
SELECT f.id, {_STATEMENT} FROM json_each(?) AS k CROSS JOIN statements AS f ON f.id = k.value
LEFT JOIN statements AS n ON n.id = f.superseded_by ORDER BY k.key
"""  # noqa: S608
_VOICE = f"""
c.key, {words()}, l.stance, c.attributed_to, s.text, a.key, a.title, a.outlet, a.published, l.copy_cluster,
a.source
"""
_JOINED = """
JOIN claims AS c ON c.id = l.claim JOIN sentences AS s ON s.id = c.sentence JOIN articles AS a ON a.id = c.article
"""
_VOICES = f"""
SELECT {_VOICE} FROM (SELECT * FROM statement_claims WHERE statement = (SELECT id FROM statements WHERE key = ?)
  ORDER BY copy_cluster, seen, rank LIMIT ?) AS l {_JOINED}
ORDER BY l.copy_cluster, l.seen, a.key, s.position, c.position
"""  # noqa: S608
_OF_EVENT = f"""
SELECT {_VOICE} FROM (SELECT id FROM claims WHERE event = ? ORDER BY id LIMIT ?) AS e
CROSS JOIN statement_claims AS l ON l.claim = e.id {_JOINED}
ORDER BY l.copy_cluster, l.seen, a.key, s.position, c.position
"""  # noqa: S608
_DATED = """
FROM statements AS f LEFT JOIN statement_marks AS m
  ON m.statement = f.id AND +m.mark IN ('yes', 'no', 'ended') AND m."at" >= '0' AND m."at" < '~'
"""
#: (The rows are picked first here, too: what is shown of each is looked up for no other.)
_PICKED = f"""
SELECT f.id, COALESCE(MIN(m."at"), f.first_seen) AS day {_DATED}
WHERE {{where}} GROUP BY f.id HAVING (:from IS NULL OR day >= :from) AND (:to IS NULL OR day <= :to || '~')
ORDER BY day, f.key LIMIT :limit
"""
_TIMELINE = f"""
SELECT COALESCE(MIN(m."at"), f.first_seen) AS day, COALESCE({as_stated('m."at"', "c")}, f.first_seen), {_STATEMENT}
{_DATED} LEFT JOIN statements AS n ON n.id = f.superseded_by LEFT JOIN claims AS c ON c.id = m.claim
WHERE f.id IN (SELECT value FROM json_each(?)) GROUP BY f.id ORDER BY day, f.key
"""  # noqa: S608


def statements(
    connection: Connection, wanted: Filters = Filters(), limit: int = 100, offset: int = 0, order: Order = Order.MOST
) -> list[Statement]:
    """Statements that pass all filters, in an order."""
    condition, values = where(connection, wanted)
    query = _STATEMENTS.format(where=condition, order=_ORDERS[order])
    return [Statement(*row) for row in connection.execute(query, {**values, "limit": limit, "offset": offset})]


def page(
    connection: Connection, wanted: Filters, limit: int, offset: int, order: Order
) -> tuple[list[Statement], int | None]:
    """So many statements that pass all filters, and how many do: None where words that very many claims have are looked
    for, which counting would read all of. Other words are looked for once."""
    if wanted.text is None:
        return statements(connection, wanted, limit, offset, order), count(connection, wanted)
    condition, values = where(connection, wanted)
    if are_frequent(connection, wanted.text):
        query = _STATEMENTS.format(where=condition.replace(_WHERE["text"], OF_STATEMENT), order=_ORDERS[order])
        rows = connection.execute(query, {**values, "limit": limit, "offset": offset})
        return [Statement(*row) for row in rows], None
    query = f"SELECT id FROM statements AS f WHERE {condition} ORDER BY {_ORDERS[order]}"  # noqa: S608
    numbers = [row[0] for row in connection.execute(query, values)]
    return [one for _, one in by_number(connection, numbers[offset : offset + limit])], len(numbers)


_OF_OUTLET = """
SELECT COUNT(*) FROM statement_counts INDEXED BY statement_counts_outlet WHERE kind = 'outlet' AND counted = ?
"""


def count(connection: Connection, wanted: Filters = Filters()) -> int:
    """How many statements pass all filters."""
    if wanted == Filters(outlet=wanted.outlet) and wanted.outlet is not None:
        return int(connection.execute(_OF_OUTLET, (wanted.outlet,)).fetchone()[0])
    condition, values = where(connection, wanted)
    query = f"SELECT COUNT(*) FROM statements AS f WHERE {condition}"  # noqa: S608
    if wanted == Filters(entity=wanted.entity) and wanted.entity is not None:
        query = f"SELECT COUNT(*) FROM ({_OF_ENTITY})"  # noqa: S608 - of the indexes alone
    (found,) = connection.execute(query, values).fetchone()
    return int(found)


def where(connection: Connection, wanted: Filters) -> tuple[str, dict[str, Any]]:
    """The condition on a statement `f`, and its values."""
    values = {name: getattr(wanted, name) for name in _WHERE if getattr(wanted, name) is not None}
    parts = [_WHERE[name] for name in values]
    values |= {n: _entity(connection, values[n]) for n in ("entity", "subject", "object") if n in values}
    values |= {s: json.dumps(statements_of(connection, values[s], s)) for s in SIDES if s in values}
    if "about" in values:
        values["about"] = json.dumps(naming(connection, values["about"]))
    if "text" in values:
        values["text"] = expression(values["text"]) or '""'
    if "source" in values:
        values["source"] = json.dumps(said_by(connection, values["source"]))
    if wanted.copy_clusters > 1:
        parts.append("f.in_passing IN (0, 1) AND f.copy_clusters >= :copy_clusters")  # both, for the index
        values["copy_clusters"] = wanted.copy_clusters
    if wanted.in_passing is not None:
        parts.append(f"{IN_PASSING} = {int(wanted.in_passing)}")
    return " AND ".join(parts) or "1", values


def _entity(connection: Connection, key: str | None) -> int | None:
    """The row id of the entity that judgements make of this one; -1, which none has, for an unknown key."""
    if key is None:
        return None
    row = connection.execute("SELECT canonical FROM entities WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else -1


def by_number(connection: Connection, numbers: Iterable[int | None]) -> list[tuple[int, Statement]]:
    """The statements of these row ids, each with its own."""
    rows = connection.execute(_BY_NUMBER, (json.dumps(list(numbers)),))
    return [(row[0], Statement(*tuple(row)[1:])) for row in rows]


def statement(connection: Connection, key: str) -> Statement | None:
    """The statement of this key, if there is one."""
    row = connection.execute(_ONE, (key,)).fetchone()
    return Statement(*row) if row else None


def by_copy_cluster(connection: Connection, key: str, limit: int = -1) -> Iterator[ClusterVoices]:
    """The claims of a statement (all, or so many), by the copy cluster of their articles."""
    voices = (Voice(*row) for row in connection.execute(_VOICES, (key, limit)))
    for copy_cluster, of_cluster in groupby(voices, key=lambda voice: voice.copy_cluster):
        yield ClusterVoices(copy_cluster, tuple(of_cluster))


def of_event(connection: Connection, key: str, limit: int = -1) -> list[Voice]:
    """The claims about the event of this key (all, or so many), those of a copy cluster together."""
    return [Voice(*row) for row in connection.execute(_OF_EVENT, (key, limit))]


def by_outlet(clusters: Iterable[ClusterVoices]) -> tuple[tuple[str, tuple[ClusterVoices, ...]], ...]:
    """Copy clusters by the outlet that published first in each, its claims before those of the copies. Outlets with
    most clusters come first."""
    groups: dict[str, list[ClusterVoices]] = {}
    for cluster in clusters:
        first = min(cluster.voices, key=lambda voice: (voice.published or "~", voice.article))
        own, copies = (
            tuple(voice for voice in cluster.voices if (voice.article == first.article) is wanted)
            for wanted in (True, False)
        )
        ordered = ClusterVoices(cluster.copy_cluster, own + copies)
        groups.setdefault(first.outlet or "no outlet known", []).append(ordered)
    most = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return tuple((outlet, tuple(found)) for outlet, found in most)


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
    "entity": "x.id IN ({of_entity})",
    "outlet": "EXISTS (SELECT 1 FROM statement_claims WHERE claim IN (x.left_claim, x.right_claim) "
    "AND outlet = :outlet)",
    "text": "(x.left_claim IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text) "
    "OR x.right_claim IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text))",
    "source": "(x.left_claim IN ({of_source}) OR x.right_claim IN ({of_source}))",
    "event": "(x.left_claim IN (SELECT id FROM claims WHERE event = :event) "
    "OR x.right_claim IN (SELECT id FROM claims WHERE event = :event))",
}


def _read_links(connection: Connection, table: str, limit: int, offset: int, **wanted: Any) -> list[Link]:
    values = {name: value for name, value in wanted.items() if value is not None}
    parts = {
        "table": table,
        "of_entity": finding_rows.of_entity(table),
        "of_source": _OF_SOURCE.format(column="id"),
    }
    where = " AND ".join(_OF_LINKS[name].format_map(parts) for name in values) or "1"
    if "entity" in values:
        values["entity"] = _entity(connection, values["entity"])
    if "text" in values:
        if limit >= 0 and are_frequent(connection, values["text"]):
            where = where.replace(_OF_LINKS["text"], OF_LINK)
        values["text"] = expression(values["text"]) or '""'
    if "source" in values:
        values["source"] = json.dumps(said_by(connection, values["source"]))
    rows = connection.execute(finding_rows.query(table, where), {**values, "limit": limit, "offset": offset})
    return [_link(tuple(row)) for row in rows]


def contradictions(
    connection: Connection, *, kind: str | None = None, status: str | None = None, between_sources: bool | None = None,
    statement: str | None = None, entity: str | None = None, since: str | None = None, until: str | None = None,
    outlet: str | None = None, text: str | None = None, source: str | None = None, event: str | None = None,
    limit: int = 100, offset: int = 0,
) -> list[Link]:  # fmt: skip
    """Contradictions, the latest first: of a kind, with a status, between named sources or not, of a statement ..."""
    return _read_links(
        connection, "contradictions", limit, offset, kind=kind, status=status, between_sources=between_sources,
        statement=statement, entity=entity, since=since, until=until, outlet=outlet, text=text, source=source,
        event=event,
    )  # fmt: skip


def changes(
    connection: Connection, *, since: str | None = None, until: str | None = None, kind: str | None = None,
    statement: str | None = None, entity: str | None = None, outlet: str | None = None, text: str | None = None,
    event: str | None = None, limit: int = 100, offset: int = 0,
) -> list[Link]:  # fmt: skip
    """What became another since a day, the latest first."""
    return _read_links(
        connection, "changes", limit, offset, kind=kind, since=since, until=until, statement=statement, entity=entity,
        outlet=outlet, text=text, event=event,
    )  # fmt: skip


def _link(row: tuple[Any, ...]) -> Link:
    key, kind, rule, why, status, between_sources, at = row[:7]
    return Link(
        key, kind, rule, why, status, bool(between_sources), at, Voice(*row[7:18]), Voice(*row[18:29]), row[29], row[30]
    )


def timeline(
    connection: Connection, wanted: Filters, since: str | None = None, until: str | None = None, limit: int = 1000
) -> list[tuple[str | None, Statement]]:
    """Statements that pass all filters (those about an entity, say) by the first day they hold for, with that day: a
    year or a month where their claims say no more.

    `since` and `until` are of this day; those of the filters are of the days on which a statement was published.
    """
    rows = connection.execute(_TIMELINE, (json.dumps(dated(connection, wanted, since, until, limit)),))
    return [(row[1], Statement(*tuple(row)[2:])) for row in rows]


def dated(
    connection: Connection, wanted: Filters, since: str | None = None, until: str | None = None, limit: int = -1
) -> list[int]:
    """The row ids of those statements."""
    condition, values = where(connection, wanted)
    values |= {"from": since, "to": until, "limit": limit}
    return [number for number, _ in connection.execute(_PICKED.format(where=condition), values)]


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a statement: its wording, who publishes and who says it (some of them), and where its best
    claim (by key) is."""

    words: str
    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    claim: str
    sentence: str
    article: int
    title: str
    outlet: str | None
    published: str | None


_BACKING = f"""
SELECT f.key, {SOURCE}, {SUBJECT}, f.relation, f.object,
  (SELECT JSON_GROUP_ARRAY(counted) FROM (SELECT counted FROM statement_counts
    WHERE statement = f.id AND kind = 'outlet' ORDER BY claims DESC, counted LIMIT 4)),
  (SELECT JSON_GROUP_ARRAY(attributed_to) FROM (SELECT DISTINCT attributed_to FROM claims
    WHERE statement = f.id AND attributed_to IS NOT NULL ORDER BY attributed_to LIMIT 4)),
  c.key, s.text, a.id, a.title, a.source, a.outlet, a.published
FROM json_each(?) AS k CROSS JOIN statements AS f ON f.key = k.value JOIN claims AS c ON c.id = f.best
JOIN sentences AS s ON s.id = c.sentence JOIN articles AS a ON a.id = c.article
"""  # noqa: S608


def backing(connection: Connection, keys: Iterable[str | None]) -> dict[str, Backing]:
    """What stands behind the statements of these keys."""
    wanted = json.dumps(sorted({key for key in keys if key}))
    found = {}
    for row in connection.execute(_BACKING, (wanted,)):
        key, source, *words, outlets, sources, claim, sentence, article, title, path, outlet, published = tuple(row)
        said = " ".join(part for part in words if part)
        found[key] = Backing(
            f"{source}: {said}" if source else said, tuple(json.loads(outlets)), tuple(json.loads(sources)), claim,
            sentence, article, title_of(title, path), outlet, published,
        )  # fmt: skip
    return found
