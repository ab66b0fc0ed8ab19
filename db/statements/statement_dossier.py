"""All about one statement: who says it and who denies it, when what was said, its numbers, what people did to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.claim_judgements import Judgement
from db.sqlite import Connection
from db.statements import queries, statement_judgements
from db.statements.figures import Line, lines
from db.statements.queries import ClusterVoices, Link, Statement, Voice
from db.statements.voices import as_stated, words
from db.wording import badge

#: Claims that one page shows; the counts are of all.
VOICES = 120
#: Others that may say the same.
MAX_ALIKE = 6


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by key and name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Side:
    """What some claims do to a statement, and the copy clusters they are in."""

    name: str
    clusters: tuple[ClusterVoices, ...]

    @property
    def outlets(self) -> tuple[tuple[str, tuple[ClusterVoices, ...]], ...]:
        return queries.by_outlet(self.clusters)

    @property
    def claims(self) -> int:
        return sum(len(cluster.voices) for cluster in self.clusters)


@dataclass(frozen=True, slots=True)
class Moment:
    """On a day, a claim (by key) took a side, in the words of `says`; where, and who says so."""

    day: str
    says: str
    claim: str
    words: str
    attributed_to: str | None
    outlet: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was done here, not in the articles."""

    at: str
    what: str
    who: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A statement (with its row id) and all that is known of it. `since` and `until` are days that its claims state;
    `alike` are others that may say the same."""

    id: int
    statement: Statement
    subject: Named | None
    object: Named | None
    since: str | None
    until: str | None
    sides: tuple[Side, ...]
    shown: int
    timeline: tuple[Moment, ...]
    contradictions: tuple[Link, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    figures: tuple[Line, ...]
    history: tuple[Event, ...]
    events: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    alike: tuple[Statement, ...]


_EVENTS = """
SELECT event FROM claims WHERE statement = ? AND event IS NOT NULL GROUP BY event ORDER BY COUNT(*) DESC, event LIMIT 5
"""
#: Others that may say the same, those first that agree in most parts.
_ALIKE = """
WITH near (id) AS (
  SELECT o.statement
  FROM (SELECT DISTINCT event FROM claims WHERE statement = :statement AND event IS NOT NULL LIMIT 5) AS e
  CROSS JOIN claims AS o ON o.event = e.event AND +o.current = 1 AND o.statement IS NOT NULL
  UNION SELECT * FROM (SELECT o.id FROM statements AS f CROSS JOIN statements AS o
    ON o.subject_who = f.subject_who AND o.object_who = f.object_who
    WHERE f.id = :statement AND f.object_who IS NOT NULL LIMIT 200)
)
SELECT o.id FROM statements AS f CROSS JOIN near CROSS JOIN statements AS o ON o.id = near.id
WHERE f.id = :statement AND o.id <> f.id AND o.claims > 0
  AND (o.subject_normal <> '' AND o.subject_normal = f.subject_normal)
    + (o.relation_normal = f.relation_normal) + (o.object_normal <> '' AND o.object_normal = f.object_normal) > 1
ORDER BY (o.subject_normal = f.subject_normal) + (o.relation_normal = f.relation_normal)
  + (o.object_normal = f.object_normal) DESC, o.copy_clusters DESC, o.key LIMIT :limit
"""
_SIDES = (
    ("for", ("asserted", "reported")),
    ("against", ("denied",)),
    ("planned or forecast", ("planned",)),
    ("not committed", ("doubted",)),
)
_WHOM = """
SELECT f.id, f.since, f.until, f.bucket, s.key, s.name, o.key, o.name
FROM statements AS f LEFT JOIN entities AS s ON s.id = f.subject_who LEFT JOIN entities AS o ON o.id = f.object_who
WHERE f.key = ?
"""
_SAYS = {
    "yes": "said to be so",
    "no": "said not to be so",
    "pending": "said not to have happened yet",
    "ended": "said to be no longer so",
    "plan": "planned or forecast",
    "drop": "said not to be going to happen",
    "open": "not committed",
}
#: Marks that are said of nothing beside words that say "not" themselves.
_NOT_SO = frozenset({"no", "pending", "ended", "drop"})
_TIMELINE = f"""
SELECT {as_stated('m."at"', "c")}, m.mark, c.key, {words()}, c.attributed_to, a.outlet, a.title
FROM (SELECT * FROM statement_marks
      WHERE statement = :statement AND mark IN ('yes', 'no', 'pending', 'ended', 'plan', 'drop', 'open')
      ORDER BY "at", rank LIMIT :limit) AS m
JOIN claims AS c ON c.id = m.claim JOIN articles AS a ON a.id = c.article ORDER BY m."at", m.rank
"""  # noqa: S608
_READ = """
SELECT MIN(a.added), COUNT(*) FROM statement_claims AS l JOIN articles AS a ON a.id = l.article
WHERE l.statement = ? GROUP BY SUBSTR(a.added, 1, 10) ORDER BY 1 LIMIT 50
"""
_REVIEWED = """
SELECT DISTINCT r.id, r."at", r.action, r.who, COALESCE(r.reason, r.note) FROM statement_claims AS l
JOIN claims AS c ON c.id = l.claim JOIN review_items AS i ON i.claim = c.key JOIN reviews AS r ON r.id = i.review
WHERE l.statement = ? AND c.version > 0 ORDER BY r.id LIMIT 200
"""
_JUDGED = """
SELECT "at", status, who, why FROM contradiction_reviews
WHERE contradiction IN (SELECT key FROM contradictions WHERE left_statement = :statement
  UNION SELECT key FROM contradictions WHERE right_statement = :statement) ORDER BY id
"""


def dossier(connection: Connection, key: str) -> Dossier | None:
    """Everything about the statement of this key; None if there is none."""
    statement = queries.statement(connection, key)
    if statement is None:
        return None
    number, since, until, bucket, *whom = tuple(connection.execute(_WHOM, (key,)).fetchone())
    clusters = list(queries.by_copy_cluster(connection, key, VOICES))
    links = queries.changes(connection, statement=key)
    return Dossier(
        id=number,
        statement=statement,
        subject=Named(*whom[:2]) if whom[0] else None,
        object=Named(*whom[2:]) if whom[2] else None,
        since=since,
        until=until,
        sides=tuple(_sides(clusters, statement.is_negated)),
        shown=sum(len(cluster.voices) for cluster in clusters),
        timeline=tuple(_moments(connection, number)),
        contradictions=tuple(queries.contradictions(connection, statement=key)),
        before=tuple(link for link in links if link.right_statement == key),
        after=tuple(link for link in links if link.left_statement == key and link.right_statement != key),
        figures=lines(connection, [bucket]),
        history=tuple(_history(connection, number)),
        events=tuple(row[0] for row in connection.execute(_EVENTS, (number,))),
        judgements=tuple(statement_judgements.judgements(connection, key)),
        alike=tuple(_alike(connection, number)),
    )


def _alike(connection: Connection, statement: int) -> Iterator[Statement]:
    """Others about the same event, or about the same two names, that agree in most."""
    numbers = [row[0] for row in connection.execute(_ALIKE, {"statement": statement, "limit": MAX_ALIKE})]
    found = dict(queries.by_number(connection, numbers))
    yield from (found[number] for number in numbers if number in found)


def _sides(clusters: Iterable[ClusterVoices], is_negated: bool) -> Iterator[Side]:
    """What stands for and against the words that show the statement. Who denies it stands for words that say "not"."""
    clusters = list(clusters)
    for name, stances in _SIDES:
        found = [ClusterVoices(c.copy_cluster, _stance(c.voices, stances)) for c in clusters]
        if any(cluster.voices for cluster in found):
            yield Side(
                "for" if is_negated and name == "against" else name,
                tuple(cluster for cluster in found if cluster.voices),
            )


def _stance(voices: Iterable[Voice], stances: tuple[str, ...]) -> tuple[Voice, ...]:
    return tuple(voice for voice in voices if voice.stance in stances)


def _moments(connection: Connection, statement: int) -> Iterator[Moment]:
    for day, mark, *rest in connection.execute(_TIMELINE, {"statement": statement, "limit": VOICES}):
        is_negated = mark in _NOT_SO and badge("denied", rest[1]) == "negated"
        yield Moment(day, "negated" if is_negated else _SAYS[mark], *rest)


def _history(connection: Connection, statement: int) -> list[Event]:
    read = [Event(at, _read(claims), None, None) for at, claims in connection.execute(_READ, (statement,))]
    reviewed = [Event(at, f"a claim: {action}", who, why) for _, at, action, who, why in _rows(connection, statement)]
    judged = connection.execute(_JUDGED, {"statement": statement})
    verdicts = [Event(at, f"a contradiction: {status}", who, why) for at, status, who, why in judged]
    return sorted([*read, *reviewed, *verdicts], key=lambda event: event.at)


def _rows(connection: Connection, statement: int) -> Iterator[tuple[int, str, str, str, str | None]]:
    yield from map(tuple, connection.execute(_REVIEWED, (statement,)))


def _read(claims: int) -> str:
    return "1 claim read" if claims == 1 else f"{claims:,} claims read"
