"""People's judgements on statements: which claims say the same, and which do not say what they were found to say.

Rows are never overwritten and can be undone. Statements follow from the claims and from the judgements in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from db.chain import Log
from db.claim_judgements import COLUMNS, ClaimJudgement, Judgement, JudgementTable, judgement_of
from db.sqlite import Connection
from db.statements import judged_places, maintenance
from extract.errors import UsageError

_TABLE = JudgementTable("statement", Log.STATEMENT_JUDGEMENTS, Log.UNDONE_STATEMENT_JUDGEMENTS)
_NAMED = """
SELECT c.key FROM statements AS s JOIN claims AS c ON c.statement = s.id AND +c.current = 1 WHERE s.key = :name
UNION SELECT key FROM claims WHERE key = :name AND +current = 1 AND statement IS NOT NULL
"""
#: Claims that say one statement in copies of one text are split off together.
_COPIES = """
SELECT DISTINCT c.key FROM json_each(?) AS k CROSS JOIN claims AS l ON l.key = k.value AND +l.current = 1
CROSS JOIN statement_claims AS ls ON ls.claim = l.id
CROSS JOIN statement_claims AS cs ON cs.statement = ls.statement AND cs.copy_cluster = ls.copy_cluster
CROSS JOIN claims AS c ON c.id = cs.claim AND (c.key = l.key OR c.claim = l.claim)
"""
_STATEMENTS = """
SELECT statement, SUM(key IN (SELECT value FROM json_each(:keys))), COUNT(*) FROM claims
WHERE +current = 1 AND statement IN (SELECT statement FROM claims WHERE key IN (SELECT value FROM json_each(:keys)))
GROUP BY statement
"""
_ARTICLES = "SELECT DISTINCT article FROM claims WHERE +current = 1 AND key IN (SELECT value FROM json_each(?))"
#: Judgements on claims that are in a statement, or that would be in it or in one like it by their own words.
_OF_STATEMENT = f"""
SELECT {COLUMNS} FROM statement_judgements AS j WHERE EXISTS (
  SELECT 1 FROM statements AS s CROSS JOIN json_each(j.claims) AS k CROSS JOIN claims AS c ON c.key = k.value
  LEFT JOIN judged_places AS p ON p.claim = c.id
  WHERE s.key = ? AND +c.current = 1 AND (c.statement = s.id OR p.bucket = s.bucket))
ORDER BY id
"""  # noqa: S608
_NOW = """
SELECT DISTINCT s.key FROM json_each(?) AS k CROSS JOIN claims AS c ON c.key = k.value AND +c.current = 1
CROSS JOIN statements AS s ON s.id = c.statement ORDER BY 1
"""


def judge(
    connection: Connection, judgement: ClaimJudgement, names: Sequence[str], who: str, why: str | None = None
) -> int:
    """Joins statements, or splits claims off their statements, inside the transaction that is open; the number of the
    judgement. `names` are keys of statements or claims.

    Raises UsageError for an unknown key, and where there is nothing to join or nothing would stay.
    """
    keys = sorted({key for name in names for key in _claims(connection, name)})
    if judgement is ClaimJudgement.SPLIT:
        keys = sorted(key for (key,) in connection.execute(_COPIES, (json.dumps(keys),)))
    found = connection.execute(_STATEMENTS, {"keys": json.dumps(keys)}).fetchall()
    if judgement is ClaimJudgement.JOIN and len(found) < 2:
        raise UsageError("Name at least two statements to join.")
    if judgement is ClaimJudgement.SPLIT and any(listed == claims for _, listed, claims in found):
        raise UsageError("These are all claims of the statement. Leave at least one out.")
    number = _TABLE.add(connection, judgement, keys, who, why)
    _follow(connection)
    return number


def undo(connection: Connection, number: int, who: str, why: str | None = None) -> None:
    """Takes a judgement out of force; it stays in the log. Raises UsageError if there is none of this number."""
    _TABLE.take_back(connection, number, who, why)
    _follow(connection)


def find(connection: Connection, number: int) -> Judgement:
    """Raises UsageError if there is none of this number."""
    return _TABLE.find(connection, number)


def judgements(connection: Connection, statement: str | None = None) -> list[Judgement]:
    """All judgements on statements, oldest first, also those undone; or those on claims of one statement (by key)."""
    if statement is None:
        return _TABLE.all(connection)
    return [judgement_of(row) for row in connection.execute(_OF_STATEMENT, (statement,))]


@dataclass(frozen=True, slots=True)
class LoggedJudgement:
    """A judgement, or that it was undone, as the log lists it: what, by whom and when (UTC), in the words of its first
    claim, with the key of the statement that it is in now. `undone`: it is no longer in force; `undoes`: it says so."""

    number: int
    what: str
    claims: int
    who: str
    at: str
    why: str | None
    words: str | None
    statement: str | None
    undone: bool = False
    undoes: bool = False


_WITHIN = "{at} >= :since AND {at} < :until AND (:who IS NULL OR {who} = :who)"
_LOGGED = f"""
SELECT {COLUMNS} FROM statement_judgements
WHERE {_WITHIN.format(at='"at"', who="who")} OR {_WITHIN.format(at="undone_at", who="undone_by")} ORDER BY id
"""  # noqa: S608
_FIRST = """
SELECT c.claim, s.key FROM claims AS c LEFT JOIN statements AS s ON s.id = c.statement WHERE c.key = ?
ORDER BY c.current DESC LIMIT 1
"""
_DONE = {ClaimJudgement.JOIN: "statements joined", ClaimJudgement.SPLIT: "split off a statement"}


def logged(connection: Connection, since: str, until: str, who: str | None = None) -> list[LoggedJudgement]:
    """What was decided about statements from one moment until before another, by all or by one person; the latest
    first."""
    rows = connection.execute(_LOGGED, {"since": since, "until": until, "who": who}).fetchall()
    found = [one for row in rows for one in _logged(connection, judgement_of(row))]
    within = [one for one in found if since <= one.at < until and who in (None, one.who)]
    return sorted(within, key=lambda one: (one.at, one.number, one.undoes), reverse=True)


def _logged(connection: Connection, found: Judgement) -> Iterator[LoggedJudgement]:
    words, key = connection.execute(_FIRST, (found.claims[0],)).fetchone() or (None, None)
    what, claims = _DONE[found.judgement], len(found.claims)
    yield LoggedJudgement(
        found.id, what, claims, found.who, found.at, found.why, words, key, undone=found.undone_at is not None
    )
    if found.undone_by and found.undone_at:
        at, why = found.undone_at, found.undone_why
        yield LoggedJudgement(found.id, f"undo: {what}", claims, found.undone_by, at, why, words, key, undoes=True)


def judges(connection: Connection) -> set[str]:
    """Everybody who has decided about statements, or undone it."""
    query = "SELECT who FROM statement_judgements UNION SELECT undone_by FROM statement_judgements"
    return {who for (who,) in connection.execute(query) if who}


def statements_of(connection: Connection, number: int) -> list[str]:
    """The keys of the statements that the claims of a judgement are in now."""
    claims = json.dumps(find(connection, number).claims)
    return [key for (key,) in connection.execute(_NOW, (claims,))]


def _claims(connection: Connection, name: str) -> Iterable[str]:
    found = [key for (key,) in connection.execute(_NAMED, {"name": name})]
    if not found:
        raise UsageError(f"No statement and no claim of a statement has the key {name}.")
    return found


def _follow(connection: Connection) -> None:
    """Statements are made again of the claims that are with others now."""
    changed = json.dumps(sorted(judged_places.assign(connection)))
    maintenance.add(connection, {article for (article,) in connection.execute(_ARTICLES, (changed,))})
