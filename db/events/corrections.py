"""People's judgements on events: which claims are about one, and which are not about the one they were found with.

Rows are never overwritten and can be undone. Events follow from the claims and from the judgements in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db import chain
from db.chain import Log
from db.clock import now
from db.events import joining
from db.sqlite import Connection
from db.statements import maintenance as statements
from extract.errors import UsageError


class EventJudgement(StrEnum):
    """What somebody says of claims."""

    JOIN = "join"  # they are about one event
    SPLIT = "split"  # they are about one event, and not about that of the others


@dataclass(frozen=True, slots=True)
class Correction:
    """One judgement. `claims` are keys of claims; times are UTC."""

    id: int
    judgement: EventJudgement
    claims: tuple[str, ...]
    who: str
    at: str
    why: str | None
    undone_by: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None


_COLUMNS = 'id, judgement, claims, who, "at", why, undone_by, undone_at, undone_why'
_INSERT = 'INSERT INTO event_judgements (judgement, claims, who, "at", why) VALUES (?, ?, ?, ?, ?)'
_UNDO = "UPDATE event_judgements SET undone_by = ?, undone_at = ?, undone_why = ? WHERE id = ?"
_CLAIMS = "SELECT key FROM claims WHERE current = 1 AND (event = :name OR key = :name) ORDER BY key"
_ARTICLES = "SELECT DISTINCT article FROM claims WHERE current = 1 AND key IN (SELECT value FROM json_each(?))"


def judge(
    connection: Connection, judgement: EventJudgement, names: Sequence[str], who: str, why: str | None = None
) -> int:
    """Joins or parts claims, given by their keys or by the keys of their events; the number of the judgement.

    Raises UsageError for an unknown key, and where there is nothing to join.
    """
    keys = sorted({key for name in names for key in _claims(connection, name)})
    if judgement is EventJudgement.JOIN and len(keys) < 2:
        raise UsageError("Name at least two claims or events to join.")
    number = chain.write(connection, Log.EVENT_JUDGEMENTS, _INSERT, (judgement, json.dumps(keys), who, now(), why))
    connection.executemany("INSERT INTO judged_claims VALUES (?, ?)", [(key, number) for key in keys])
    _follow(connection, keys)
    return number


def undo(connection: Connection, number: int, who: str, why: str | None = None) -> None:
    """Takes a judgement out of force; it stays in the log. Raises UsageError if there is none of this number."""
    found = next((one for one in corrections(connection) if one.id == number), None)
    if found is None:
        raise UsageError(f"No judgement on events has the number {number}. `extract event history` lists them.")
    if found.undone_at:
        raise UsageError(f"Judgement {number} was undone by {found.undone_by} on {found.undone_at[:10]}.")
    connection.execute(_UNDO, (who, now(), why, number))
    chain.append(connection, Log.UNDONE_EVENT_JUDGEMENTS, number)
    connection.execute("DELETE FROM judged_claims WHERE judgement = ?", (number,))
    _follow(connection, found.claims)


def corrections(connection: Connection) -> list[Correction]:
    """All judgements on events, oldest first, also those undone."""
    return [_read(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM event_judgements ORDER BY id")]  # noqa: S608


def _read(row: Sequence[Any]) -> Correction:
    number, judgement, claims, *others = row
    return Correction(number, EventJudgement(judgement), tuple(json.loads(claims)), *others)


def _claims(connection: Connection, name: str) -> list[str]:
    found = [key for (key,) in connection.execute(_CLAIMS, {"name": name})]
    if not found:
        raise UsageError(f"No claim and no event has the key {name}.")
    return found


def _follow(connection: Connection, keys: Iterable[str]) -> None:
    """Makes the events of these claims anew, and of those that they were or are with."""
    articles = {article for (article,) in connection.execute(_ARTICLES, (json.dumps(sorted(keys)),))}
    statements.add(connection, joining.refresh(connection, articles))
