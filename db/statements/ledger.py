"""Claims put to facts and taken from them, with the counts that follow: a fact's size is no part of the cost.

Facts that are new in this exchange are counted in memory and written once, whole; those that were there before
are brought up to date in place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from db import claims
from db.sqlite import Connection
from db.statements.normal_form import NormalForm, Side, Standing
from extract.english.forms import Course


class Entry(NamedTuple):
    """A claim in the ledger: a row of `fact_claims`."""

    claim: int
    fact: int
    profile: int
    digest: str
    rank: str
    seen: str
    standing: str
    article: int
    story: str
    publisher: str


class Mark(NamedTuple):
    """What a claim does to its fact, the day it holds for, and whether somebody else says so."""

    mark: str
    at: str
    attributed: int


class FirstOf(NamedTuple):
    """A row of `fact_sides` without its fact and mark: the first claim of them, and the last day."""

    first: str
    rank: str
    claim: int
    seen: str
    attributed: int
    last: str


#: The day of what nobody knows the day of: after all days, so that it is first only where there is no other.
UNDATED = "~"

_PUT = "INSERT INTO fact_claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MARK = 'INSERT INTO fact_marks (claim, fact, seen, rank, mark, "at", attributed) VALUES (?, ?, ?, ?, ?, ?, ?)'
_NEW_SIDE = (
    "INSERT INTO fact_sides (fact, mark, first, rank, claim, seen, attributed, last) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_EARLIER = "(excluded.first, excluded.rank) < (first, rank)"
_SIDE = f"""{_NEW_SIDE}
ON CONFLICT (fact, mark) DO UPDATE SET
  claim = CASE WHEN {_EARLIER} THEN excluded.claim ELSE claim END,
  seen = CASE WHEN {_EARLIER} THEN excluded.seen ELSE seen END,
  attributed = CASE WHEN {_EARLIER} THEN excluded.attributed ELSE attributed END,
  rank = CASE WHEN {_EARLIER} THEN excluded.rank ELSE rank END,
  first = MIN(first, excluded.first), last = MAX(last, excluded.last)
"""
_NEW_SOURCE = "INSERT INTO fact_sources VALUES (?, ?, ?, ?)"
_SOURCE = """
INSERT INTO fact_sources VALUES (?, ?, ?, 1)
ON CONFLICT (fact, kind, source) DO UPDATE SET claims = claims + 1 RETURNING claims
"""
_UNSOURCE = "UPDATE fact_sources SET claims = claims - 1 WHERE fact = ? AND kind = ? AND source = ? RETURNING claims"
_EMPTY = "DELETE FROM fact_sources WHERE fact = ? AND kind = ? AND source = ?"
_KINDS = ("article", "story", "publisher")
_COLUMNS = {"article": "articles", "story": "stories", "publisher": "publishers"}
_RESIDE = """
INSERT INTO fact_sides (fact, mark, first, rank, claim, seen, attributed, last)
SELECT fact, mark, "at", rank, claim, seen, attributed,
  (SELECT COALESCE(MAX(NULLIF("at", '~')), '') FROM fact_marks WHERE fact = :fact AND mark = :mark)
FROM fact_marks WHERE fact = :fact AND mark = :mark ORDER BY "at", rank LIMIT 1
"""
_COUNTS = ("claims", *_COLUMNS.values(), *(s.value for s in Standing))
_SETTLE = f"""
UPDATE facts SET {", ".join(f"{name} = {name} + :{name}" for name in _COUNTS)},
  first_seen = MIN(COALESCE(first_seen, :first), COALESCE(:first, first_seen)),
  last_seen = MAX(COALESCE(last_seen, :last), COALESCE(:last, last_seen))
WHERE id = :fact
"""  # noqa: S608
_RESEE = """
UPDATE facts SET (first_seen, last_seen) = (
  SELECT MIN(NULLIF(seen, '')), MAX(NULLIF(seen, '')) FROM fact_claims WHERE fact = facts.id)
WHERE id = ?
"""
#: A pronoun says nothing on a page of its own: what it stands for goes in its place, in brackets.
_NAMED = (
    "CASE WHEN LOWER(c.{0}) IN ('he', 'she', 'it', 'they', 'him', 'her', 'them', 'i', 'we', 'who', 'which', 'that') "
    "AND c.{0}_resolved IS NOT NULL THEN '[' || c.{0}_resolved || ']' ELSE c.{0} END"
)
_WORDS = f"""c.id, {_NAMED.format("subject")}, c.relation, {_NAMED.format("object")},
  (SELECT canonical FROM entities WHERE id = c.subject_who), (SELECT canonical FROM entities WHERE id = c.object_who)"""  # noqa: S608
_BEST = f"""
UPDATE facts SET (best, subject, relation, object, subject_who, object_who) = (
  SELECT {_WORDS} FROM fact_claims AS b JOIN claims AS c ON c.id = b.claim
  WHERE b.fact = facts.id ORDER BY b.rank LIMIT 1
)
WHERE id = ? AND claims > 0
"""  # noqa: S608
_WORDINGS = f"SELECT {_WORDS} FROM json_each(?) AS k CROSS JOIN claims AS c ON c.id = k.value"  # noqa: S608


def marks(said: NormalForm) -> list[Mark]:
    """What a claim does to its fact: its side; the day and place of what happens once."""
    at = _at(said)
    names = [said.side.value]
    if said.side is Side.YES and said.content.course is Course.ONCE and not said.loose:
        names += [f"date {said.since}/{said.until}"] if said.since else []
        names += [f"place {said.place}"] if said.place else []
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
        self._reside: set[tuple[int, str]] = set()
        self._lessened: set[int] = set()

    @property
    def touched(self) -> set[int]:
        """Facts that were there before and are not as they were."""
        return set(self._deltas)

    @property
    def fresh(self) -> Mapping[int, Mapping[str, Any]]:
        return self._fresh

    def open(self, fact: int, content: Mapping[str, Any]) -> None:
        """Makes room for a fact that is not there yet: columns and values of its row, but for what is counted."""
        self._fresh[fact] = content
        self._entries[fact] = []

    def put(self, entries: Sequence[tuple[Entry, Sequence[Mark]]]) -> None:
        """Adds claims to their facts."""
        many = self._connection.executemany
        many(_PUT, [entry for entry, _ in entries])
        many(_MARK, [(e.claim, e.fact, e.seen, e.rank, *mark) for e, its in entries for mark in its])
        claims.set_facts(self._connection, [(e.fact, e.claim) for e, _ in entries])
        for entry, its in entries:
            if entry.fact in self._fresh:
                self._entries[entry.fact].append(entry)
                self._remember(entry, its)
            else:
                rows = [(entry.fact, m.mark, *_side(entry, m)) for m in its]
                many(_SIDE, rows)
                self._count(entry, 1)

    def _remember(self, entry: Entry, its: Iterable[Mark]) -> None:
        """Adds to the sides of a fact that is new."""
        for mark in its:
            side, place = _side(entry, mark), (entry.fact, mark.mark)
            known = self.sides.get(place)
            if known:
                side = min(known, side)._replace(last=max(known.last, side.last))
            self.sides[place] = side

    def take(self, entries: Sequence[Entry]) -> None:
        """Takes claims from their facts."""
        taken = [(entry.claim,) for entry in entries]
        for entry in entries:
            query = "DELETE FROM fact_marks WHERE claim = ? RETURNING fact, mark"
            self._reside.update(map(tuple, self._connection.execute(query, (entry.claim,)).fetchall()))
            self._count(entry, -1)
            self._lessened.add(entry.fact)
        self._connection.executemany("DELETE FROM fact_claims WHERE claim = ?", taken)
        claims.set_facts(self._connection, [(None, entry.claim) for entry in entries])

    def move(self, entries: Sequence[Entry], fact: int) -> None:
        """Takes claims from their facts to another, with their marks."""
        for entry in entries:
            query = 'SELECT mark, "at", attributed FROM fact_marks WHERE claim = ?'
            its = [Mark(*row) for row in self._connection.execute(query, (entry.claim,)).fetchall()]
            self.take([entry])
            self.put([(entry._replace(fact=fact), its)])

    def _count(self, entry: Entry, sign: int) -> None:
        delta = self._deltas.setdefault(entry.fact, {})
        if sign > 0 and entry.seen:
            self._days.setdefault(entry.fact, []).append(entry.seen)
        for column in ("claims", entry.standing):
            delta[column] = delta.get(column, 0) + sign
        for kind, source in zip(_KINDS, (str(entry.article), entry.story, entry.publisher), strict=True):
            if source and self._source(entry.fact, kind, source, sign):
                column = _COLUMNS[kind]
                delta[column] = delta.get(column, 0) + sign

    def _source(self, fact: int, kind: str, source: str, sign: int) -> bool:
        """Counts a claim of a source; whether the source is new to the fact, or gone from it."""
        (claims,) = self._connection.execute(_SOURCE if sign > 0 else _UNSOURCE, (fact, kind, source)).fetchone()
        if claims == 0:
            self._connection.execute(_EMPTY, (fact, kind, source))
        return bool(claims == (sign > 0))

    def settle(self) -> None:
        """Writes the counts of all facts that were touched, and what hangs on their first and best claim."""
        many = self._connection.executemany
        for fact, mark in sorted(self._reside):
            self._connection.execute("DELETE FROM fact_sides WHERE fact = ? AND mark = ?", (fact, mark))
            self._connection.execute(_RESIDE, {"fact": fact, "mark": mark})
        many(_SETTLE, [self._row(fact, delta) for fact, delta in sorted(self._deltas.items())])
        many(_RESEE, [(fact,) for fact in sorted(self._lessened)])
        many(_BEST, [(fact,) for fact in sorted(self._deltas)])
        if self._fresh:
            self._write_fresh()

    def _row(self, fact: int, delta: Mapping[str, int]) -> dict[str, object]:
        days = self._days.get(fact)
        ends = {"first": min(days) if days else None, "last": max(days) if days else None}
        return {"fact": fact, **{name: delta.get(name, 0) for name in _COUNTS}, **ends}

    def _write_fresh(self) -> None:
        """Facts that are new, with all that is counted of them, in one go."""
        best = {fact: min(entries, key=lambda e: e.rank).claim for fact, entries in self._entries.items() if entries}
        found = self._connection.execute(_WORDINGS, (json.dumps(list(best.values())),))
        wordings = {row[0]: row for row in found}
        rows = [self._fact(fact, wordings[claim]) for fact, claim in best.items()]
        if rows:
            columns = ", ".join(rows[0])
            values = ", ".join(f":{name}" for name in rows[0])
            self._connection.executemany(f"INSERT INTO facts ({columns}) VALUES ({values})", rows)  # noqa: S608
        many = self._connection.executemany
        many(_NEW_SIDE, [(fact, mark, *side) for (fact, mark), side in self.sides.items()])
        many(_NEW_SOURCE, [source for entries in self._entries.values() for source in _sources(entries)])

    def _fact(self, fact: int, wording: tuple[Any, ...]) -> dict[str, object]:
        entries = self._entries[fact]
        days = [e.seen for e in entries if e.seen]
        standings = {s.value: sum(e.standing == s for e in entries) for s in Standing}
        return {
            **self._fresh[fact], "id": fact, "best": wording[0], "subject": wording[1], "relation": wording[2],
            "object": wording[3], "subject_who": wording[4], "object_who": wording[5],
            "first_seen": min(days, default=None), "last_seen": max(days, default=None),
            "claims": len(entries), "articles": len({e.article for e in entries}),
            "stories": len({e.story for e in entries}), "publishers": len({e.publisher for e in entries} - {""}),
            **standings, "state": state(standings),
        }  # fmt: skip


def state(counts: Mapping[str, int]) -> str:
    """What a fact is that nothing contradicts and nothing followed."""
    if counts["asserted"] + counts["reported"]:
        return "current"
    return next((name for name in ("denied", "planned") if counts[name]), "open")


def _side(entry: Entry, mark: Mark) -> FirstOf:
    last = "" if mark.at == UNDATED else mark.at
    return FirstOf(mark.at, entry.rank, entry.claim, entry.seen, mark.attributed, last)


def _sources(entries: Iterable[Entry]) -> Iterator[tuple[int, str, str, int]]:
    """Rows of `fact_sources` for all claims of a fact."""
    counts: dict[tuple[int, str, str], int] = {}
    for e in entries:
        for kind, source in zip(_KINDS, (str(e.article), e.story, e.publisher), strict=True):
            if source:
                counts[e.fact, kind, source] = counts.get((e.fact, kind, source), 0) + 1
    return ((*place, n) for place, n in counts.items())
