"""What people say of entities, carried through to all that follows from it: names, counts, statements.

Each function is one transaction's work and runs inside the one that is open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from db import claim_columns
from db.entities import full_names, judgements, source_entities, splitting
from db.entities.judgements import Judgement
from db.events import joining as events
from db.sqlite import Connection
from db.statements import maintenance as statements

#: "+" keeps SQLite from the index of all current claims, which are nearly all. (`extract merge` has no index to name.)
_CLAIMS = """
SELECT id FROM claims WHERE +current = 1 AND subject_who IN (SELECT value FROM json_each(:ids))
UNION
SELECT id FROM claims WHERE +current = 1 AND object_who IN (SELECT value FROM json_each(:ids))
ORDER BY id
"""


def judge(connection: Connection, one: str, other: str, judgement: Judgement, who: str, why: str | None = None) -> int:
    """Judges two entities (by key); the number of claims whose entity changed by it. Errors as judgements.judge."""
    changed = judgements.judge(connection, one, other, judgement, who, why)
    return _follow(connection, changed | _relinked(connection, (one, other)))


def split(connection: Connection, entity: str, articles: Iterable[str], who: str, why: str | None = None) -> int:
    """Parts what articles (by key) call by an entity's name from it. Errors as splitting.split."""
    changed = splitting.split(connection, entity, articles, who, why)
    return _follow(connection, changed | full_names.relink(connection, changed))


def undo(connection: Connection, number: int, who: str, why: str | None = None) -> int:
    """Takes a judgement back, a split's too. Errors as judgements.undo."""
    edge = judgements.edge(connection, number)
    changed = judgements.undo(connection, number, who, why) | splitting.rejoin(connection, edge)
    changed |= full_names.relink(connection, changed) | _relinked(connection, (edge.left, edge.right))
    return _follow(connection, changed)


def relink(connection: Connection) -> dict[str, int]:
    """Counts claims again, and makes names, sources, events, statements and what is found of them anew; how many there
    are now."""
    claim_columns.count(connection)
    source_entities.settle(connection, [article for (article,) in connection.execute("SELECT id FROM articles")])
    full_names.rebuild(connection)
    events.rebuild(connection)
    statements.rebuild(connection)
    return {name: connection.execute(f"SELECT COUNT({what}").fetchone()[0] for name, what in _COUNTED.items()}


_COUNTED = {
    "names": "DISTINCT canonical) FROM entities WHERE mentions > 0",
    "events": "DISTINCT event) FROM claims WHERE current = 1",
    **{name: f"*) FROM {name}" for name in ("statements", "contradictions", "changes")},
}


def _relinked(connection: Connection, keys: Iterable[str]) -> set[int]:
    query = "SELECT id FROM entities WHERE key IN (SELECT value FROM json_each(?))"
    return full_names.relink(connection, [row[0] for row in connection.execute(query, (json.dumps(list(keys)),))])


def naming(connection: Connection, entities: Iterable[int]) -> set[int]:
    """The articles (row ids) with claims about these entities."""
    query = "SELECT DISTINCT article FROM claims WHERE id IN (SELECT value FROM json_each(?))"
    given = set(entities)
    found = _claims(connection, given) if given else []
    return {article for (article,) in connection.execute(query, (json.dumps(found),))}


def _claims(connection: Connection, entities: Iterable[int]) -> list[int]:
    return [row[0] for row in connection.execute(_CLAIMS, {"ids": json.dumps(sorted(entities))})]


def _follow(connection: Connection, entities: set[int]) -> int:
    """Statements hang on who is who: those of the claims that name these entities are made anew."""
    claims = _claims(connection, entities)
    statements.refresh(connection, claims)
    return len(claims)
