"""People's judgements on claims: which belong together, and which do not; of events and of statements alike.

Rows are never overwritten and can be undone.
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
from db.sqlite import Connection
from extract.errors import UsageError


class ClaimJudgement(StrEnum):
    """What somebody says of claims."""

    JOIN = "join"  # they are about one event, or say the same
    SPLIT = "split"  # they belong together, and not with those that they were found with


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement. `claims` are keys of claims; times are UTC."""

    id: int
    judgement: ClaimJudgement
    claims: tuple[str, ...]
    who: str
    at: str
    why: str | None
    undone_by: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None


COLUMNS = 'id, judgement, claims, who, "at", why, undone_by, undone_at, undone_why'


@dataclass(frozen=True, slots=True)
class JudgementTable:
    """The judgements on events or on statements. `kind` is the word of the command that lists them."""

    kind: str
    log: Log
    undone: Log

    def add(
        self, connection: Connection, judgement: ClaimJudgement, keys: Iterable[str], who: str, why: str | None
    ) -> int:
        """The number of the judgement."""
        insert = f'INSERT INTO {self._name} (judgement, claims, who, "at", why) VALUES (?, ?, ?, ?, ?)'  # noqa: S608
        return chain.write(connection, self.log, insert, (judgement, json.dumps(list(keys)), who, now(), why))

    def take_back(self, connection: Connection, number: int, who: str, why: str | None) -> Judgement:
        """Takes a judgement out of force; it stays in the table. Raises UsageError for one undone or unknown."""
        found = self.find(connection, number)
        if found.undone_at:
            raise UsageError(f"Decision {number} was undone by {found.undone_by} on {found.undone_at[:10]}.")
        undo = f"UPDATE {self._name} SET undone_by = ?, undone_at = ?, undone_why = ? WHERE id = ?"  # noqa: S608
        connection.execute(undo, (who, now(), why, number))
        chain.append(connection, self.undone, number)
        return found

    def find(self, connection: Connection, number: int) -> Judgement:
        """Raises UsageError if there is none of this number."""
        row = connection.execute(f"SELECT {COLUMNS} FROM {self._name} WHERE id = ?", (number,)).fetchone()  # noqa: S608
        if row is None:
            raise UsageError(
                f"No decision on {self.kind}s has the number {number}. `extract {self.kind} history` lists them."
            )
        return judgement_of(row)

    def all(self, connection: Connection) -> list[Judgement]:
        """Oldest first, also those undone."""
        return [judgement_of(row) for row in connection.execute(f"SELECT {COLUMNS} FROM {self._name} ORDER BY id")]  # noqa: S608

    @property
    def _name(self) -> str:
        return f"{self.kind}_judgements"


def judgement_of(row: Sequence[Any]) -> Judgement:
    """A row of `COLUMNS`."""
    number, judgement, claims, *others = row
    return Judgement(number, ClaimJudgement(judgement), tuple(json.loads(claims)), *others)
