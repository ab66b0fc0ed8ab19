"""What people say of entities, carried through to all that follows from it: names, counts, statements.

Each function is one transaction's work and runs inside the one that is open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from db.entities import judgements, splitting
from db.entities.judgements import Judgement
from db.sqlite import Connection
from db.statements import maintenance as statements

_CLAIMS = """
SELECT id FROM claims WHERE current = 1 AND (
  subject_who IN (SELECT value FROM json_each(:ids)) OR object_who IN (SELECT value FROM json_each(:ids)))
ORDER BY id
"""


def judge(connection: Connection, one: str, other: str, judgement: Judgement, who: str, why: str | None = None) -> int:
    """Judges two entities (by key); the number of claims whose entity changed by it. Errors as judgements.judge."""
    return _follow(connection, judgements.judge(connection, one, other, judgement, who, why))


def split(connection: Connection, entity: str, articles: Iterable[str], who: str, why: str | None = None) -> int:
    """Parts what articles (by key) call by an entity's name from it. Errors as splitting.split."""
    return _follow(connection, splitting.split(connection, entity, articles, who, why))


def undo(connection: Connection, number: int, who: str, why: str | None = None) -> int:
    """Takes a judgement back, a split's too. Errors as judgements.undo."""
    edge = judgements.edge(connection, number)
    changed = judgements.undo(connection, number, who, why)
    return _follow(connection, changed | splitting.rejoin(connection, edge))


def _follow(connection: Connection, entities: set[int]) -> int:
    """Statements hang on who is who: those of the claims that name these entities are made anew."""
    claims = [row[0] for row in connection.execute(_CLAIMS, {"ids": json.dumps(sorted(entities))})]
    statements.refresh(connection, claims)
    return len(claims)
