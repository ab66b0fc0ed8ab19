"""Which entities may be the same: ranked for a person to judge, never joined by themselves.

Two that no current article tells apart by name: a surname and a full name, initials, letters and what they
abbreviate, spelling. Compared are only those that share a word or their letters, so that it stays cheap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from db.entities.pairing import Named, named, pairs, share_marks
from db.sqlite import Connection

_LEAST = 0.6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities (by key and name), how alike they are (0 to 1), and in what."""

    left: str
    right: str
    left_name: str
    right_name: str
    score: float
    reason: str


_ALL = """
SELECT e.key, e.name, e.normal, e.type, COALESCE(a.names, ''), e.articles, e.canonical
FROM entities e LEFT JOIN (
  SELECT entity, GROUP_CONCAT(LOWER(name), '|') AS names FROM aliases WHERE whole = 0 GROUP BY entity
) AS a ON a.entity = e.id
WHERE e.mentions > 0 AND e.country IS NULL
"""
_JUDGED = """
SELECT l.canonical, r.canonical FROM entity_judgements j
JOIN entities l ON l.key = j."left" JOIN entities r ON r.key = j."right" WHERE j.undone_at IS NULL
"""


def suggestions(connection: Connection, entity: str | None = None, limit: int = 50) -> list[Suggestion]:
    """The likeliest pairs that nobody has judged yet, what more articles name first: of all entities, or with the one
    of this key. Of names that are one already, one pair is listed; of many that articles leave open, each with the
    one that most articles name."""
    rows = connection.execute(_ALL).fetchall()
    canonical = {row[0]: row[-1] for row in rows}
    articles = {row[0]: row[-2] for row in rows}
    known = [named(*row[:-2]) for row in _near(rows, entity)]
    hubs = {one.normal: one.key for one in sorted(known, key=lambda one: (articles[one.key], one.key))}
    done = {frozenset(pair) for pair in connection.execute(_JUDGED)}
    found = [
        suggestion
        for one, other in pairs(known, entity)
        if canonical[one.key] != canonical[other.key]
        and (one.normal != other.normal or entity or hubs[one.normal] in (one.key, other.key))
        and (suggestion := compare(one, other))
    ]
    ranked = sorted(found, key=lambda s: (-s.score, -min(articles[s.left], articles[s.right]), s.left, s.right))
    return list(islice(_once(ranked, canonical, done), limit))


def _once(ranked: Iterable[Suggestion], canonical: dict[str, int], done: set[frozenset[int]]) -> Iterator[Suggestion]:
    """The best pair of any two that stand for all of their names."""
    for suggestion in ranked:
        pair = frozenset((canonical[suggestion.left], canonical[suggestion.right]))
        if pair not in done:
            done.add(pair)
            yield suggestion


def _near(rows: list[Any], entity: str | None) -> Iterable[Any]:
    """The rows that are compared at all: with one entity, only those that share something with it are made ready."""
    if entity is None:
        return rows
    marks = next((named(*row[:-2]).marks for row in rows if row[0] == entity), frozenset[str]())
    return (row for row in rows if share_marks(marks, row[2], row[4]))


def compare(one: Named, other: Named) -> Suggestion | None:
    """ "Reis" and "Hugo Reis", "J. Doran" and "Jane Doran", "ENA" and "Eastern Nuclear Agency"."""
    short, long = sorted((one, other), key=lambda e: (len(e.words), len(e.normal), e.key))
    for reason, score in _reasons(short, long):
        if score >= _LEAST:
            return Suggestion(one.key, other.key, one.name, other.name, round(score, 3), reason)
    return None


def _reasons(short: Named, long: Named) -> Iterator[tuple[str, float]]:
    person = "person" in (short.type, long.type)
    if short.normal == long.normal:
        yield "the same name, left open by an article", 0.95
    if short.normal in long.aliases:
        yield "a short form of the other in some article", 0.9
    if len(short.words) == 1 and short.normal == long.letters and _may_be_letters(short, long):
        yield "the other's letters", 0.85
    if person and len(short.words) == 1 and len(long.words) > 1 and short.words[0] == long.words[-1]:
        yield "the other's surname", 0.8
    if len(short.words) == len(long.words) > 1 and _initials(short.words, long.words):
        yield "initials", 0.85
    if not person and len(long.words) > len(short.words) > 1 and long.words[: len(short.words)] == short.words:
        yield "the beginning of the other", 0.7
    yield from _spelling(short, long)


def _may_be_letters(short: Named, long: Named) -> bool:
    """Whether one name may abbreviate the other, by type and length."""
    least = 2 if short.type == long.type != "person" else 3
    return len(short.normal) >= least and (short.type == "person" or long.type != "person")


def _initials(one: Iterable[str], other: Iterable[str]) -> bool:
    """ "j doran" and "jane doran": equal words, or one the other's first letter, and at least one of each."""
    kinds = [(a == b, len(min(a, b, key=len)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=True)]
    return all(same or initial for same, initial in kinds) and any(same for same, _ in kinds)


def _spelling(short: Named, long: Named) -> Iterator[tuple[str, float]]:
    """Nearly the same letters. Of persons, the surname must be spelt nearly alike too."""
    from rapidfuzz.distance import JaroWinkler

    score = JaroWinkler.normalized_similarity(short.normal, long.normal)
    last = JaroWinkler.normalized_similarity(short.words[-1], long.words[-1])
    if score > 0.93 and last > 0.88 and len(short.words) == len(long.words) and not _numbers_differ(short, long):
        yield "spelling", score * 0.8


def _numbers_differ(one: Named, other: Named) -> bool:
    """ "Block 3" and "Block 4" are two."""
    return [w for w in one.words if w.isdigit()] != [w for w in other.words if w.isdigit()]
