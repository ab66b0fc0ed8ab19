"""Claims put to facts and taken from them, with the counts that follow: each in time that its fact's size is no part of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.facts.statement import Side, Standing, Statement
from db.facts.vocabulary import Course
from db.sqlite import Connection


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
    """What a claim does to its fact, and the day it holds for."""

    mark: str
    at: str


_PUT = "INSERT INTO fact_claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MARK = 'INSERT INTO fact_marks (claim, mark, fact, "at", seen, rank) VALUES (?, ?, ?, ?, ?, ?)'
_SIDE = """
INSERT INTO fact_sides (fact, mark, first, last, rank, claim, seen)
VALUES (:fact, :mark, :at, :at, :rank, :claim, :seen)
ON CONFLICT (fact, mark) DO UPDATE SET
  claim = CASE WHEN (excluded.first, excluded.rank) < (first, rank) THEN excluded.claim ELSE claim END,
  seen = CASE WHEN (excluded.first, excluded.rank) < (first, rank) THEN excluded.seen ELSE seen END,
  rank = CASE WHEN (excluded.first, excluded.rank) < (first, rank) THEN excluded.rank ELSE rank END,
  first = MIN(first, excluded.first), last = MAX(last, excluded.last)
"""
_SOURCE = """
INSERT INTO fact_sources VALUES (?, ?, ?, 1)
ON CONFLICT (fact, kind, source) DO UPDATE SET claims = claims + 1 RETURNING claims
"""
_UNSOURCE = "UPDATE fact_sources SET claims = claims - 1 WHERE fact = ? AND kind = ? AND source = ? RETURNING claims"
_EMPTY = "DELETE FROM fact_sources WHERE fact = ? AND kind = ? AND source = ?"
_KINDS = ("article", "story", "publisher")
_COLUMNS = {"article": "articles", "story": "stories", "publisher": "publishers"}
_RESIDE = """
INSERT INTO fact_sides (fact, mark, first, last, rank, claim, seen)
SELECT fact, mark, "at", (SELECT MAX("at") FROM fact_marks WHERE fact = :fact AND mark = :mark), rank, claim, seen
FROM fact_marks WHERE fact = :fact AND mark = :mark ORDER BY "at", rank LIMIT 1
"""


def marks(said: Statement) -> list[Mark]:
    """The marks of a statement; none of its day where nobody knows it."""
    at = _at(said)
    found = [Mark(said.side.value, at)]
    if not said.attributed:
        found.append(Mark(f"{said.side.value} asserted", at))
    if said.side is Side.YES and said.content.course is Course.ONCE and not said.loose:
        if said.since:
            found.append(Mark(f"date {said.since}/{said.until}", at))
        if said.place:
            found.append(Mark(f"place {said.place}", at))
    return found


def _at(said: Statement) -> str:
    """The day that a statement holds for: the one it states, for what happened; else when it was published."""
    short = said.since and said.since == said.until
    happened = said.side in (Side.YES, Side.NO) and (said.content.course is not Course.STATE or short)
    return said.since if happened and said.since else said.seen


class Ledger:
    """Takes entries in and out, and remembers whose counts changed. `settle` writes these."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._deltas: dict[int, dict[str, int]] = {}
        self._reside: set[tuple[int, str]] = set()

    @property
    def touched(self) -> set[int]:
        return set(self._deltas)

    def put(self, entries: Sequence[tuple[Entry, Iterable[Mark]]]) -> None:
        """Adds claims to their facts."""
        many = self._connection.executemany
        many(_PUT, [entry for entry, _ in entries])
        marked = [(entry, mark) for entry, its in entries for mark in its]
        many(_MARK, [(e.claim, m.mark, e.fact, m.at, e.seen, e.rank) for e, m in marked])
        many(
            _SIDE,
            [
                {"fact": e.fact, "mark": m.mark, "at": m.at, "rank": e.rank, "claim": e.claim, "seen": e.seen}
                for e, m in marked
            ],
        )
        many("UPDATE claims SET fact = ? WHERE id = ?", [(e.fact, e.claim) for e, _ in entries])
        for entry, _ in entries:
            self._count(entry, 1)

    def take(self, entries: Sequence[Entry]) -> None:
        """Takes claims from their facts."""
        claims = [(entry.claim,) for entry in entries]
        for entry in entries:
            query = "DELETE FROM fact_marks WHERE claim = ? RETURNING fact, mark"
            self._reside.update(self._connection.execute(query, (entry.claim,)).fetchall())
            self._count(entry, -1)
        self._connection.executemany("DELETE FROM fact_claims WHERE claim = ?", claims)
        self._connection.executemany("UPDATE claims SET fact = NULL WHERE id = ?", claims)

    def move(self, entries: Sequence[Entry], fact: int) -> None:
        """Takes claims from their facts to another, with their marks."""
        for entry in entries:
            rows = self._connection.execute(
                'SELECT mark, "at" FROM fact_marks WHERE claim = ?', (entry.claim,)
            ).fetchall()
            self.take([entry])
            self.put([(entry._replace(fact=fact), [Mark(*row) for row in rows])])

    def _count(self, entry: Entry, sign: int) -> None:
        delta = self._deltas.setdefault(entry.fact, {})
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
        for fact, mark in sorted(self._reside):
            self._connection.execute("DELETE FROM fact_sides WHERE fact = ? AND mark = ?", (fact, mark))
            self._connection.execute(_RESIDE, {"fact": fact, "mark": mark})
        names = ("claims", *_COLUMNS.values(), *(s.value for s in Standing))
        rows = [{"fact": f, **{n: d.get(n, 0) for n in names}} for f, d in sorted(self._deltas.items())]
        self._connection.executemany(_SETTLE, rows)
        self._connection.executemany(_BEST, [(fact,) for fact in sorted(self._deltas)])
        self._reside.clear()


_ADDED = ", ".join(f"{n} = {n} + :{n}" for n in ("claims", *_COLUMNS.values(), *(s.value for s in Standing)))
_SETTLE = f"""
UPDATE facts SET {_ADDED},
  first_seen = (SELECT NULLIF(MIN(seen), '') FROM fact_claims WHERE fact = :fact),
  last_seen = (SELECT NULLIF(MAX(seen), '') FROM fact_claims WHERE fact = :fact)
WHERE id = :fact
"""  # noqa: S608
_BEST = """
UPDATE facts SET (best, subject, relation, object, subject_who, object_who) = (
  SELECT c.id, c.subject, c.relation, c.object,
    (SELECT canonical FROM entities WHERE id = c.subject_who), (SELECT canonical FROM entities WHERE id = c.object_who)
  FROM fact_claims AS b JOIN claims AS c ON c.id = b.claim WHERE b.fact = facts.id ORDER BY b.rank LIMIT 1
)
WHERE id = ? AND claims > 0
"""
