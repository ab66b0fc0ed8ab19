"""People's judgements on entities: edges that say same, different or unsure, never overwritten, always to be undone.

After nomenklatura's resolver: the canonical entity is a pure function of the edges in force, and nothing of
the source changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db import chain
from db.chain import Log
from db.clock import now
from db.sqlite import Connection
from extract.errors import UsageError


class Judgement(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Edge:
    """One judgement. `left` and `right` are entity keys, left before right; times are UTC."""

    id: int
    left: str
    right: str
    judgement: Judgement
    who: str
    at: str
    why: str | None
    undone_by: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None


_COLUMNS = 'id, "left", "right", judgement, who, "at", why, undone_by, undone_at, undone_why'
_INSERT = 'INSERT INTO entity_judgements ("left", "right", judgement, who, "at", why) VALUES (?, ?, ?, ?, ?, ?)'
_UNDO = "UPDATE entity_judgements SET undone_by = ?, undone_at = ?, undone_why = ? WHERE id = ? AND undone_at IS NULL"
_TOUCHING = f'SELECT {_COLUMNS} FROM entity_judgements WHERE undone_at IS NULL AND ("left" = :key OR "right" = :key)'  # noqa: S608


#: Keys of names that people said are the same as these, and of those that the collection shows to be short for one.
_SAME = """
SELECT j."right" FROM json_each(:keys) AS k CROSS JOIN entity_judgements AS j ON j."left" = k.value
WHERE j.undone_at IS NULL AND j.judgement = 'same'
UNION SELECT j."left" FROM json_each(:keys) AS k CROSS JOIN entity_judgements AS j ON j."right" = k.value
WHERE j.undone_at IS NULL AND j.judgement = 'same'
"""
_LINKED = """
SELECT l.whole FROM json_each(:keys) AS k CROSS JOIN name_links AS l ON l.short = k.value
UNION SELECT l.short FROM json_each(:keys) AS k CROSS JOIN name_links AS l ON l.whole = k.value
"""


def edges(connection: Connection, entity: str | None = None, undone: bool = True) -> list[Edge]:
    """Judgements, oldest first: all, or those that touch the entity of this key."""
    query = f"SELECT {_COLUMNS} FROM entity_judgements WHERE (:undone OR undone_at IS NULL)"  # noqa: S608
    query += ' AND ("left" = :key OR "right" = :key)' if entity else ""
    rows = connection.execute(query + " ORDER BY id", {"undone": undone, "key": entity})
    return [_edge(row) for row in rows]


def edge(connection: Connection, number: int) -> Edge:
    """Raises UsageError if there is none of this number."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM entity_judgements WHERE id = ?", (number,)).fetchone()  # noqa: S608
    if row is None:
        raise UsageError(f"No decision has the number {number}. `extract entity history` lists them.")
    return _edge(row)


def _edge(row: tuple[Any, ...]) -> Edge:
    number, left, right, judgement, *others = row
    return Edge(number, left, right, Judgement(judgement), *others)


def judge(
    connection: Connection, one: str, other: str, judgement: Judgement, who: str, why: str | None = None
) -> set[int]:
    """Adds an edge between two entities (by key) and returns the row ids of those whose canonical one changed.

    Raises UsageError where it would contradict a judgement in force: that one is to be undone first.
    """
    left, right = sorted((one, other))
    if left == right:
        raise UsageError(
            "These are one entity because they have the same name. To separate them by article, use a split."
        )
    before = next((e for e in _touching(connection, left) if e.right == right), None)
    if before and before.judgement is judgement:
        return set()
    _refuse(connection, left, right, judgement, before)
    if before:
        _close(connection, before, who, f"now judged {judgement}")
    note(connection, left, right, judgement, who, why)
    return settle_canonical(connection, (left, right))


def note(connection: Connection, one: str, other: str, judgement: Judgement, who: str, why: str | None) -> None:
    """Writes an edge, and nothing follows from it yet."""
    chain.write(connection, Log.JUDGEMENTS, _INSERT, (*sorted((one, other)), judgement, who, now(), why))


def _refuse(connection: Connection, left: str, right: str, judgement: Judgement, before: Edge | None) -> None:
    """No two that are held to be different may be joined by a chain of the same."""
    if judgement is Judgement.SAME:
        ours, theirs = component(connection, left, False), component(connection, right, False)
        for edge in _differing(connection, ours):
            if {edge.left, edge.right} & theirs and edge != before:
                raise UsageError(_held(connection, edge, "different"))
    if judgement is Judgement.DIFFERENT and before is None and right in component(connection, left, False):
        raise UsageError(
            "They are merged through other entities. Undo one of those decisions first (`extract entity history`)."
        )


def _held(connection: Connection, edge: Edge, as_what: str) -> str:
    names = dict(connection.execute("SELECT key, name FROM entities WHERE key IN (?, ?)", (edge.left, edge.right)))
    left, right = names.get(edge.left, edge.left), names.get(edge.right, edge.right)
    return (
        f"{left} and {right} were judged {as_what} by {edge.who} on {edge.at[:10]} (decision {edge.id}). "
        f"Undo that first: extract entity undo {edge.id}"
    )


def undo(connection: Connection, number: int, who: str, why: str | None = None) -> set[int]:
    """Takes a judgement out of force; it stays in the log. Returns the entities whose canonical one changed."""
    found = edge(connection, number)
    if found.undone_at:
        raise UsageError(f"Decision {number} was undone by {found.undone_by} on {found.undone_at[:10]}.")
    _close(connection, found, who, why)
    return settle_canonical(connection, (found.left, found.right))


def _close(connection: Connection, edge: Edge, who: str, why: str | None) -> None:
    connection.execute(_UNDO, (who, now(), why, edge.id))
    chain.append(connection, Log.UNDONE_JUDGEMENTS, edge.id)


def _touching(connection: Connection, key: str) -> Iterator[Edge]:
    yield from map(_edge, connection.execute(_TOUCHING, {"key": key}).fetchall())


def _differing(connection: Connection, keys: Iterable[str]) -> Iterator[Edge]:
    for key in keys:
        yield from (e for e in _touching(connection, key) if e.judgement is Judgement.DIFFERENT)


def component(connection: Connection, key: str, by_names: bool = True) -> set[str]:
    """The keys that are the same as `key`, itself among them, by the judgements in force and, if asked for, by links
    between names that the collection shows to be one (see `full_names`)."""
    query = f"{_SAME} UNION {_LINKED}" if by_names else _SAME
    found = new = {key}
    while new:
        touching = connection.execute(query, {"keys": json.dumps(sorted(new))})
        new = {other for (other,) in touching} - found
        found = found | new
    return found


def stands_for(connection: Connection, members: Iterable[str]) -> list[tuple[int, int]]:
    """The entities that are one (by key), as row id and canonical id; the first of them stands for all."""
    query = (
        "SELECT id, canonical FROM entities WHERE key IN (SELECT value FROM json_each(?)) "
        "ORDER BY bound IS NOT NULL, key"
    )
    return connection.execute(query, (json.dumps(sorted(members)),)).fetchall()


def settle_canonical(connection: Connection, keys: Iterable[str]) -> set[int]:
    """Brings `entities.canonical` in line with the judgements around these keys; the row ids that changed.

    Of those that are the same, the one with the smallest key stands for all, if possible one that is not of one
    article only: no order of judging shows.
    """
    changed: set[int] = set()
    settled: set[str] = set()
    for key in keys:
        if key in settled:  # with another of the same
            continue
        settled |= (members := component(connection, key))
        rows = stands_for(connection, members)
        others = [(rows[0][0], entity) for entity, canonical in rows if canonical != rows[0][0]]
        changed.update(entity for _, entity in others)
        connection.executemany("UPDATE entities SET canonical = ? WHERE id = ?", others)
    return changed
