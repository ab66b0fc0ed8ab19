"""All about one fact: who says it and who denies it, when what was said, its numbers, what people did to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.sqlite import Connection
from db.statements import queries
from db.statements.figures import Line, lines
from db.statements.queries import ClusterVoices, Fact, Link, Voice

#: Claims that one page shows; the counts are of all.
VOICES = 120


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by key and name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Side:
    """What some claims do to a fact, and the stories in which they do it."""

    name: str
    told: tuple[ClusterVoices, ...]

    @property
    def claims(self) -> int:
        return sum(len(story.voices) for story in self.told)


@dataclass(frozen=True, slots=True)
class Moment:
    """On a day, a claim (by key) took a side, in the words of `says`; where, and who says so."""

    day: str
    says: str
    claim: str
    words: str
    attributed_to: str | None
    publisher: str | None
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
    """A fact (with its row id) and all that is known of it. `since` and `until` are the days that its claims state."""

    id: int
    fact: Fact
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


_SIDES = (
    ("for", ("asserted", "reported")),
    ("against", ("denied",)),
    ("planned or forecast", ("planned",)),
    ("left open", ("doubted",)),
)
_WHOM = """
SELECT f.id, f.since, f.until, f.bucket, s.key, s.name, o.key, o.name
FROM facts AS f LEFT JOIN entities AS s ON s.id = f.subject_who LEFT JOIN entities AS o ON o.id = f.object_who
WHERE f.key = ?
"""
_SAYS = {
    "yes": "said to be so",
    "no": "said not to be so",
    "pending": "said not to have happened yet",
    "ended": "said to be no longer so",
    "plan": "planned or forecast",
    "drop": "said not to be going to happen",
    "open": "left open",
}
_TIMELINE = """
SELECT m."at", m.mark, c.key, c.claim, c.attributed_to, a.publisher, a.title
FROM (SELECT * FROM fact_marks WHERE fact = :fact AND mark IN ('yes', 'no', 'pending', 'ended', 'plan', 'drop', 'open')
      ORDER BY "at", rank LIMIT :limit) AS m
JOIN claims AS c ON c.id = m.claim JOIN articles AS a ON a.id = c.article ORDER BY m."at", m.rank
"""
_READ = """
SELECT MIN(a.added), COUNT(*) FROM fact_claims AS l JOIN articles AS a ON a.id = l.article
WHERE l.fact = ? GROUP BY SUBSTR(a.added, 1, 10) ORDER BY 1 LIMIT 50
"""
_REVIEWED = """
SELECT DISTINCT r.id, r."at", r.action, r.who, COALESCE(r.reason, r.note) FROM fact_claims AS l
JOIN claims AS c ON c.id = l.claim JOIN review_items AS i ON i.claim = c.key JOIN reviews AS r ON r.id = i.review
WHERE l.fact = ? AND c.version > 0 ORDER BY r.id LIMIT 200
"""
_JUDGED = """
SELECT "at", status, who, why FROM contradiction_reviews
WHERE contradiction IN (SELECT key FROM contradictions WHERE left_fact = :fact
  UNION SELECT key FROM contradictions WHERE right_fact = :fact) ORDER BY id
"""


def dossier(connection: Connection, key: str) -> Dossier | None:
    """Everything about the fact of this key; None if there is none."""
    fact = queries.fact(connection, key)
    if fact is None:
        return None
    number, since, until, bucket, *whom = tuple(connection.execute(_WHOM, (key,)).fetchone())
    told = list(queries.stories(connection, key, VOICES))
    links = queries.changes(connection, fact=key)
    return Dossier(
        id=number,
        fact=fact,
        subject=Named(*whom[:2]) if whom[0] else None,
        object=Named(*whom[2:]) if whom[2] else None,
        since=since,
        until=until,
        sides=tuple(_sides(told)),
        shown=sum(len(story.voices) for story in told),
        timeline=tuple(_moments(connection, number)),
        contradictions=tuple(queries.contradictions(connection, fact=key)),
        before=tuple(link for link in links if link.right_fact == key),
        after=tuple(link for link in links if link.left_fact == key and link.right_fact != key),
        figures=lines(connection, [bucket]),
        history=tuple(_history(connection, number)),
    )


def _sides(told: Iterable[ClusterVoices]) -> Iterator[Side]:
    told = list(told)
    for name, standings in _SIDES:
        stories = [ClusterVoices(s.story, _standing(s.voices, standings)) for s in told]
        if any(story.voices for story in stories):
            yield Side(name, tuple(story for story in stories if story.voices))


def _standing(voices: Iterable[Voice], standings: tuple[str, ...]) -> tuple[Voice, ...]:
    return tuple(voice for voice in voices if voice.standing in standings)


def _moments(connection: Connection, fact: int) -> Iterator[Moment]:
    for day, mark, *rest in connection.execute(_TIMELINE, {"fact": fact, "limit": VOICES}):
        yield Moment(day, _SAYS[mark], *rest)


def _history(connection: Connection, fact: int) -> list[Event]:
    read = [Event(at, _read(claims), None, None) for at, claims in connection.execute(_READ, (fact,))]
    reviewed = [Event(at, f"a claim: {action}", who, why) for _, at, action, who, why in _rows(connection, fact)]
    judged = connection.execute(_JUDGED, {"fact": fact})
    verdicts = [Event(at, f"a contradiction: {status}", who, why) for at, status, who, why in judged]
    return sorted([*read, *reviewed, *verdicts], key=lambda event: event.at)


def _rows(connection: Connection, fact: int) -> Iterator[tuple[int, str, str, str, str | None]]:
    yield from map(tuple, connection.execute(_REVIEWED, (fact,)))


def _read(claims: int) -> str:
    return "read in an article" if claims == 1 else f"read in {claims} claims"
