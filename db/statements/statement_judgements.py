"""People's judgements on statements: which claims say the same, and which do not say what they were found to say.

Rows are never overwritten and can be undone. Statements follow from the claims and from the judgements in force.
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
from db.statements import judged_places, maintenance
from extract.errors import UsageError


class StatementJudgement(StrEnum):
    """What somebody says of claims."""

    JOIN = "join"  # they say the same
    SPLIT = "split"  # they say the same, and not what the others of their statement say


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement. `claims` are keys of claims; times are UTC."""

    id: int
    judgement: StatementJudgement
    claims: tuple[str, ...]
    who: str
    at: str
    why: str | None
    undone_by: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None


_COLUMNS = 'id, judgement, claims, who, "at", why, undone_by, undone_at, undone_why'
_INSERT = 'INSERT INTO statement_judgements (judgement, claims, who, "at", why) VALUES (?, ?, ?, ?, ?)'
_UNDO = "UPDATE statement_judgements SET undone_by = ?, undone_at = ?, undone_why = ? WHERE id = ?"
_NAMED = """
SELECT c.key FROM statements AS s JOIN claims AS c ON c.statement = s.id AND c.current = 1 WHERE s.key = :name
UNION SELECT key FROM claims WHERE key = :name AND current = 1 AND statement IS NOT NULL
"""
#: Claims that say one statement in copies of one text are split off together.
_COPIES = """
SELECT DISTINCT c.key FROM json_each(?) AS k CROSS JOIN claims AS l ON l.key = k.value AND l.current = 1
CROSS JOIN statement_claims AS ls ON ls.claim = l.id
CROSS JOIN statement_claims AS cs ON cs.statement = ls.statement AND cs.copy_cluster = ls.copy_cluster
CROSS JOIN claims AS c ON c.id = cs.claim AND (c.key = l.key OR c.claim = l.claim)
"""
_STATEMENTS = """
SELECT statement, SUM(key IN (SELECT value FROM json_each(:keys))), COUNT(*) FROM claims
WHERE current = 1 AND statement IN (SELECT statement FROM claims WHERE key IN (SELECT value FROM json_each(:keys)))
GROUP BY statement
"""
_ARTICLES = "SELECT DISTINCT article FROM claims WHERE current = 1 AND key IN (SELECT value FROM json_each(?))"
#: Judgements on claims that are in a statement, or that would be in it or in one like it by their own words.
_OF_STATEMENT = f"""
SELECT {_COLUMNS} FROM statement_judgements AS j WHERE EXISTS (
  SELECT 1 FROM statements AS s CROSS JOIN json_each(j.claims) AS k CROSS JOIN claims AS c ON c.key = k.value
  LEFT JOIN judged_places AS p ON p.claim = c.id
  WHERE s.key = ? AND c.current = 1 AND (c.statement = s.id OR p.bucket = s.bucket))
ORDER BY id
"""  # noqa: S608
_NOW = """
SELECT DISTINCT s.key FROM json_each(?) AS k CROSS JOIN claims AS c ON c.key = k.value AND c.current = 1
CROSS JOIN statements AS s ON s.id = c.statement ORDER BY 1
"""


def judge(
    connection: Connection, judgement: StatementJudgement, names: Sequence[str], who: str, why: str | None = None
) -> int:
    """Joins statements, or splits claims off their statements, inside the transaction that is open; the number of the
    judgement. `names` are keys of statements or claims.

    Raises UsageError for an unknown key, and where there is nothing to join or nothing would stay.
    """
    keys = sorted({key for name in names for key in _claims(connection, name)})
    if judgement is StatementJudgement.SPLIT:
        keys = sorted(key for (key,) in connection.execute(_COPIES, (json.dumps(keys),)))
    found = connection.execute(_STATEMENTS, {"keys": json.dumps(keys)}).fetchall()
    if judgement is StatementJudgement.JOIN and len(found) < 2:
        raise UsageError("Name at least two statements to join.")
    if judgement is StatementJudgement.SPLIT and any(listed == claims for _, listed, claims in found):
        raise UsageError("These are all claims of the statement. Leave at least one out.")
    values = (judgement, json.dumps(keys), who, now(), why)
    number = chain.write(connection, Log.STATEMENT_JUDGEMENTS, _INSERT, values)
    _follow(connection)
    return number


def undo(connection: Connection, number: int, who: str, why: str | None = None) -> None:
    """Takes a judgement out of force; it stays in the log. Raises UsageError if there is none of this number."""
    found = find(connection, number)
    if found.undone_at:
        raise UsageError(f"Judgement {number} was undone by {found.undone_by} on {found.undone_at[:10]}.")
    connection.execute(_UNDO, (who, now(), why, number))
    chain.append(connection, Log.UNDONE_STATEMENT_JUDGEMENTS, number)
    _follow(connection)


def find(connection: Connection, number: int) -> Judgement:
    """Raises UsageError if there is none of this number."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM statement_judgements WHERE id = ?", (number,)).fetchone()  # noqa: S608
    if row is None:
        raise UsageError(f"No judgement on statements has the number {number}. `extract statement history` lists them.")
    return _read(row)


def judgements(connection: Connection, statement: str | None = None) -> list[Judgement]:
    """All judgements on statements, oldest first, also those undone; or those on claims of one statement (by key)."""
    if statement is None:
        rows = connection.execute(f"SELECT {_COLUMNS} FROM statement_judgements ORDER BY id")  # noqa: S608
    else:
        rows = connection.execute(_OF_STATEMENT, (statement,))
    return [_read(row) for row in rows]


def statements_of(connection: Connection, number: int) -> list[str]:
    """The keys of the statements that the claims of a judgement are in now."""
    claims = json.dumps(find(connection, number).claims)
    return [key for (key,) in connection.execute(_NOW, (claims,))]


def _read(row: Sequence[Any]) -> Judgement:
    number, judgement, claims, *others = row
    return Judgement(number, StatementJudgement(judgement), tuple(json.loads(claims)), *others)


def _claims(connection: Connection, name: str) -> Iterable[str]:
    found = [key for (key,) in connection.execute(_NAMED, {"name": name})]
    if not found:
        raise UsageError(f"No statement and no claim of a statement has the key {name}.")
    return found


def _follow(connection: Connection) -> None:
    """Statements are made again of the claims that are with others now."""
    changed = json.dumps(sorted(judged_places.assign(connection)))
    maintenance.add(connection, {article for (article,) in connection.execute(_ARTICLES, (changed,))})
