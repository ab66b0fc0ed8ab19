"""Claims put to statements and taken from them, with the counts that follow: a statement's size is no part of the cost.

Statements that are new in this exchange are counted in memory and written once, whole; those that were there before
are brought up to date in place.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from db import claims
from db.rows import insert
from db.sqlite import Connection
from db.statements.normal_form import NormalForm, Side, Stance
from db.statements.voices import named, thing
from extract.english.forms import Course


class Entry(NamedTuple):
    """A claim in the ledger: a row of `statement_claims`. `own`: it counts where its own words would."""

    claim: int
    statement: int
    profile: int
    digest: str
    rank: str
    seen: str
    stance: str
    article: int
    copy_cluster: str
    outlet: str
    own: int


class Mark(NamedTuple):
    """What a claim does to its statement, the day it holds for, and whether somebody else says so."""

    mark: str
    at: str
    attributed: int


class FirstOf(NamedTuple):
    """A row of `statement_sides` without its statement and mark: the first claim of them, and the last day."""

    first: str
    rank: str
    claim: int
    seen: str
    attributed: int
    last: str


#: The day of what nobody knows the day of: after all days, so that it is first only where there is no other.
UNDATED = "~"

_PUT = "INSERT INTO statement_claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MARK = (
    'INSERT INTO statement_marks (claim, statement, seen, rank, mark, "at", attributed) VALUES (?, ?, ?, ?, ?, ?, ?)'
)
_NEW_SIDE = """
INSERT INTO statement_sides (statement, mark, first, rank, claim, seen, attributed, last)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_EARLIER = "(excluded.first, excluded.rank) < (first, rank)"
_SIDE = f"""{_NEW_SIDE}
ON CONFLICT (statement, mark) DO UPDATE SET
  claim = CASE WHEN {_EARLIER} THEN excluded.claim ELSE claim END,
  seen = CASE WHEN {_EARLIER} THEN excluded.seen ELSE seen END,
  attributed = CASE WHEN {_EARLIER} THEN excluded.attributed ELSE attributed END,
  rank = CASE WHEN {_EARLIER} THEN excluded.rank ELSE rank END,
  first = MIN(first, excluded.first), last = MAX(last, excluded.last)
"""
_NEW_SOURCE = "INSERT INTO statement_counts VALUES (?, ?, ?, ?)"
_SOURCE = """
INSERT INTO statement_counts VALUES (?, ?, ?, ?)
ON CONFLICT (statement, kind, counted) DO UPDATE SET claims = excluded.claims
"""
_KNOWN = """
SELECT c.statement, c.kind, c.counted, c.claims FROM json_each(?) AS k CROSS JOIN statement_counts AS c
ON c.statement = k.value ->> 0 AND c.kind = k.value ->> 1 AND c.counted = k.value ->> 2
"""
#: Of these profiles, and of these claims.
_OF_PROFILES = """
SELECT s.* FROM json_each(?) AS k CROSS JOIN statement_claims AS s ON s.profile = k.value ORDER BY s.claim
"""
_MARKS = """
SELECT m.claim, m.statement, m.mark, m."at", m.attributed
FROM json_each(?) AS k CROSS JOIN statement_marks AS m ON m.claim = k.value
"""
_EMPTY = "DELETE FROM statement_counts WHERE statement = ? AND kind = ? AND counted = ?"
_KINDS = ("article", "copy_cluster", "outlet")
_COLUMNS = {"article": "articles", "copy_cluster": "copy_clusters", "outlet": "outlets"}
_RESIDE = """
INSERT INTO statement_sides (statement, mark, first, rank, claim, seen, attributed, last)
SELECT statement, mark, "at", rank, claim, seen, attributed,
  (SELECT COALESCE(MAX(NULLIF("at", '~')), '') FROM statement_marks WHERE statement = :statement AND mark = :mark)
FROM statement_marks WHERE statement = :statement AND mark = :mark ORDER BY "at", rank LIMIT 1
"""
_STANCES = tuple(stance.value for stance in Stance)
_COUNTS = ("claims", *_COLUMNS.values(), *_STANCES)
_SETTLE = f"""
UPDATE statements SET {", ".join(f"{name} = {name} + :{name}" for name in _COUNTS)},
  first_seen = MIN(COALESCE(first_seen, :first), COALESCE(:first, first_seen)),
  last_seen = MAX(COALESCE(last_seen, :last), COALESCE(:last, last_seen))
WHERE id = :statement
"""  # noqa: S608
_RESEE = """
UPDATE statements SET (first_seen, last_seen) = (
  SELECT MIN(NULLIF(seen, '')), MAX(NULLIF(seen, '')) FROM statement_claims WHERE statement = statements.id)
WHERE id = ? AND claims > 0
"""
#: By a title, an apposition or a participle behind a noun ("the report released by Ada Lind").
_IN_PASSING = "c.relation_spans = '[]' OR (c.rule = 'participle' AND c.tense IS NULL)"
_WORDS = f"""c.id, {_IN_PASSING}, {named("subject")}, c.relation, {thing()},
  (SELECT canonical FROM entities WHERE id = c.subject_who), (SELECT canonical FROM entities WHERE id = c.object_who)"""  # noqa: S608
_BEST = f"""
UPDATE statements SET (best, in_passing, subject, relation, object, subject_who, object_who) = (
  SELECT {_WORDS} FROM statement_claims AS b JOIN claims AS c ON c.id = b.claim
  WHERE b.statement = statements.id ORDER BY b.rank LIMIT 1
)
WHERE id = ? AND claims > 0
"""  # noqa: S608
_WORDINGS = f"SELECT {_WORDS} FROM json_each(?) AS k CROSS JOIN claims AS c ON c.id = k.value"  # noqa: S608


def marks(said: NormalForm) -> list[Mark]:
    """What a claim does to its statement: its side; the day and place of what happens once; the day of a plan, or that
    it is not then but on another."""
    at = _at(said)
    names = [said.side.value]
    if said.side is Side.YES and said.content.course is Course.ONCE and not said.loose:
        names += [f"date {said.since}/{said.until}"] if said.since else []
        names += [f"place {said.place}"] if said.place else []
    if said.due and said.moved:
        names += [f"{'moved' if said.side is Side.PLAN else 'off'} {said.due}"]
    elif said.due and said.side is Side.PLAN:
        names += [f"{'due' if said.content.course is Course.ONCE and not said.loose else 'for'} {said.due}"]
    return [Mark(name, at, int(said.attributed)) for name in names]


def _at(said: NormalForm) -> str:
    """The day that a claim holds for: the one it states, for what happened; else when it was published."""
    short = said.since is not None and said.since == said.until
    happened = said.side in (Side.YES, Side.NO) and (said.content.course is not Course.STATE or short)
    return said.since if happened and said.since else said.seen or UNDATED


class Ledger:
    """Takes entries in and out, and remembers whose counts changed. `settle` writes these."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._fresh: dict[int, Mapping[str, Any]] = {}
        self._entries: dict[int, list[Entry]] = {}
        self.sides: dict[tuple[int, str], FirstOf] = {}
        self._deltas: dict[int, dict[str, int]] = {}
        self._days: dict[int, list[str]] = {}
        self._sources: Counter[tuple[int, str, str]] = Counter()
        self._reside: set[tuple[int, str]] = set()
        self._lessened: set[int] = set()
        self._waiting: list[Callable[[], object]] = []

    @property
    def touched(self) -> set[int]:
        """Statements that were there before and are not as they were."""
        return set(self._deltas)

    @property
    def fresh(self) -> Mapping[int, Mapping[str, Any]]:
        return self._fresh

    def open(self, statement: int, content: Mapping[str, Any]) -> None:
        """Makes room for a statement that is not there yet: columns and values of its row, but for what is counted."""
        self._fresh[statement] = content
        self._entries[statement] = []

    def put(self, entries: Sequence[tuple[Entry, Sequence[Mark]]]) -> None:
        """Adds claims to their statements."""
        its_marks = [(e.claim, e.statement, e.seen, e.rank, *mark) for e, its in entries for mark in its]
        self.insert(_PUT, [entry for entry, _ in entries])
        self.insert(_MARK, its_marks)
        places = [(e.statement, e.claim) for e, _ in entries]
        self._waiting.append(partial(claims.set_statements, self._connection, places))
        self._add(entries)

    def insert(self, query: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Inserts rows that name statements, once these are there: for each that came after such rows, SQLite would
        look through all tables for those that name it."""
        self._waiting.append(partial(self._connection.executemany, query, rows))

    def _add(self, entries: Sequence[tuple[Entry, Sequence[Mark]]]) -> None:
        """Counts claims in, and the sides that they take."""
        sides = []
        for entry, its in entries:
            if entry.statement in self._fresh:
                self._entries[entry.statement].append(entry)
                self._remember(entry, its)
            else:
                sides += [(entry.statement, m.mark, *_side(entry, m)) for m in its]
                self._count(entry, 1)
        self._connection.executemany(_SIDE, sides)

    def _remember(self, entry: Entry, its: Iterable[Mark]) -> None:
        """Adds to the sides of a statement that is new."""
        for mark in its:
            side, place = _side(entry, mark), (entry.statement, mark.mark)
            known = self.sides.get(place)
            if known:
                side = min(known, side)._replace(last=max(known.last, side.last))
            self.sides[place] = side

    def take(self, entries: Sequence[Entry]) -> None:
        """Takes claims from their statements."""
        taken, many = [(entry.claim,) for entry in entries], self._connection.executemany
        self._leave(entries)
        many("DELETE FROM statement_marks WHERE claim = ?", taken)
        many("DELETE FROM statement_claims WHERE claim = ?", taken)
        claims.set_statements(self._connection, [(None, entry.claim) for entry in entries])

    def move(self, profiles: Mapping[int, int]) -> None:
        """Takes the claims of profiles (row ids) from their statements to others, with their marks."""
        rows = self._connection.execute(_OF_PROFILES, (json.dumps(list(profiles)),))
        entries = [Entry(*row) for row in rows.fetchall()]
        its = self._leave(entries)
        moved = [entry._replace(statement=profiles[entry.profile]) for entry in entries]
        places = [(entry.statement, entry.claim) for entry in moved]
        self._connection.executemany("UPDATE statement_claims SET statement = ? WHERE claim = ?", places)
        self._connection.executemany("UPDATE statement_marks SET statement = ? WHERE claim = ?", places)
        claims.set_statements(self._connection, places)
        self._add([(entry, its.get(entry.claim, ())) for entry in moved])

    def _leave(self, entries: Sequence[Entry]) -> dict[int, list[Mark]]:
        """Counts claims out; their marks."""
        found: dict[int, list[Mark]] = {}
        taken = json.dumps([entry.claim for entry in entries])
        for claim, statement, *mark in self._connection.execute(_MARKS, (taken,)):
            found.setdefault(claim, []).append(Mark(*mark))
            self._reside.add((statement, mark[0]))
        for entry in entries:
            self._count(entry, -1)
            self._lessened.add(entry.statement)
        return found

    def _count(self, entry: Entry, sign: int) -> None:
        delta = self._deltas.setdefault(entry.statement, {})
        if sign > 0 and entry.seen:
            self._days.setdefault(entry.statement, []).append(entry.seen)
        for column in ("claims", entry.stance):
            delta[column] = delta.get(column, 0) + sign
        for kind, source in zip(_KINDS, (str(entry.article), entry.copy_cluster, entry.outlet), strict=True):
            if source:
                self._sources[entry.statement, kind, source] += sign

    def _count_sources(self) -> None:
        """Counts the claims of each source, and the sources that are new to a statement or gone from it."""
        changed = {place: more for place, more in self._sources.items() if more}
        found = self._connection.execute(_KNOWN, (json.dumps(list(changed)),))
        known = {(statement, kind, source): count for statement, kind, source, count in found}
        left = {place: known.get(place, 0) + more for place, more in changed.items()}
        many = self._connection.executemany
        many(_SOURCE, [(*place, count) for place, count in left.items() if count])
        many(_EMPTY, [place for place, count in left.items() if not count])
        for place, count in left.items():
            delta, column = self._deltas[place[0]], _COLUMNS[place[1]]
            delta[column] = delta.get(column, 0) + (count > 0) - (place in known)

    def settle(self) -> None:
        """Writes the counts of all statements that were touched, and what hangs on their first and best claim."""
        many = self._connection.executemany
        if self._fresh:
            self._write_fresh()
        for write in self._waiting:
            write()
        sides = sorted(self._reside)
        many("DELETE FROM statement_sides WHERE statement = ? AND mark = ?", sides)
        many(_RESIDE, [{"statement": statement, "mark": mark} for statement, mark in sides])
        self._count_sources()
        many(_SETTLE, [self._row(statement, delta) for statement, delta in sorted(self._deltas.items())])
        many(_RESEE, [(statement,) for statement in sorted(self._lessened)])
        many(_BEST, [(statement,) for statement in sorted(self._deltas)])

    def _row(self, statement: int, delta: Mapping[str, int]) -> dict[str, object]:
        days = self._days.get(statement)
        ends = {"first": min(days) if days else None, "last": max(days) if days else None}
        return {"statement": statement, **{name: delta.get(name, 0) for name in _COUNTS}, **ends}

    def _write_fresh(self) -> None:
        """Statements that are new, with all that is counted of them, in one go."""
        best = {
            statement: min(entries, key=lambda e: e.rank).claim
            for statement, entries in self._entries.items()
            if entries
        }
        found = self._connection.execute(_WORDINGS, (json.dumps(list(best.values())),))
        wordings = {row[0]: row for row in found}
        rows = [self._statement(statement, wordings[claim]) for statement, claim in best.items()]
        if rows:
            query = insert("statements", " ".join(rows[0]))
            self._connection.executemany(query, [tuple(row.values()) for row in rows])  # all name the same columns
        many = self._connection.executemany
        many(_NEW_SIDE, [(statement, mark, *side) for (statement, mark), side in self.sides.items()])
        many(_NEW_SOURCE, [source for entries in self._entries.values() for source in _sources(entries)])

    def _statement(self, statement: int, wording: tuple[Any, ...]) -> dict[str, object]:
        entries = self._entries[statement]
        days = [e.seen for e in entries if e.seen]
        stances = dict.fromkeys(_STANCES, 0)
        for entry in entries:
            stances[entry.stance] += 1
        return {
            **self._fresh[statement], "id": statement,
            "best": wording[0], "in_passing": wording[1], "subject": wording[2], "relation": wording[3],
            "object": wording[4], "subject_who": wording[5], "object_who": wording[6],
            "first_seen": min(days, default=None), "last_seen": max(days, default=None),
            "claims": len(entries), "articles": len({e.article for e in entries}),
            "copy_clusters": len({e.copy_cluster for e in entries}), "outlets": len({e.outlet for e in entries} - {""}),
            **stances, "standing": standing(stances),
        }  # fmt: skip


def standing(counts: Mapping[str, int]) -> str:
    """What a statement is that nothing contradicts and nothing followed."""
    if counts["asserted"]:
        return "current"
    if counts["reported"]:
        return "attributed"
    return next((name for name in ("denied", "planned") if counts[name]), "open")


def _side(entry: Entry, mark: Mark) -> FirstOf:
    last = "" if mark.at == UNDATED else mark.at
    return FirstOf(mark.at, entry.rank, entry.claim, entry.seen, mark.attributed, last)


def _sources(entries: Iterable[Entry]) -> Iterator[tuple[int, str, str, int]]:
    """Rows of `statement_counts` for all claims of a statement."""
    counts: dict[tuple[int, str, str], int] = {}
    for e in entries:
        for kind, source in zip(_KINDS, (str(e.article), e.copy_cluster, e.outlet), strict=True):
            if source:
                counts[e.statement, kind, source] = counts.get((e.statement, kind, source), 0) + 1
    return ((*place, n) for place, n in counts.items())
