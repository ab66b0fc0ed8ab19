"""People's judgements on events: which claims are about one, and which are not about the one they were found with.

Rows are never overwritten and can be undone. Events follow from the claims and from the judgements in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from db.chain import Log
from db.claim_judgements import ClaimJudgement, Judgement, JudgementTable
from db.events import joining, withdrawing
from db.sqlite import Connection
from db.statements import maintenance as statements
from extract.errors import UsageError

_TABLE = JudgementTable("event", Log.EVENT_JUDGEMENTS, Log.UNDONE_EVENT_JUDGEMENTS)
_CLAIMS = "SELECT key FROM claims WHERE +current = 1 AND (event = :name OR key = :name) ORDER BY key"
_ARTICLES = "SELECT DISTINCT article FROM claims WHERE +current = 1 AND key IN (SELECT value FROM json_each(?))"


def judge(
    connection: Connection, judgement: ClaimJudgement, names: Sequence[str], who: str, why: str | None = None
) -> int:
    """Joins or parts claims, given by their keys or by the keys of their events; the number of the judgement.

    Raises UsageError for an unknown key, and where there is nothing to join.
    """
    keys = sorted({key for name in names for key in _claims(connection, name)})
    if judgement is ClaimJudgement.JOIN and len(keys) < 2:
        raise UsageError("Name at least two claims or events to join.")
    number = _TABLE.add(connection, judgement, keys, who, why)
    connection.executemany("INSERT INTO judged_claims VALUES (?, ?)", [(key, number) for key in keys])
    _follow(connection, keys)
    return number


def undo(connection: Connection, number: int, who: str, why: str | None = None) -> None:
    """Takes a judgement out of force; it stays in the log. Raises UsageError if there is none of this number."""
    found = _TABLE.take_back(connection, number, who, why)
    connection.execute("DELETE FROM judged_claims WHERE judgement = ?", (number,))
    _follow(connection, found.claims)


def corrections(connection: Connection) -> list[Judgement]:
    """All judgements on events, oldest first, also those undone."""
    return _TABLE.all(connection)


def _claims(connection: Connection, name: str) -> list[str]:
    found = [key for (key,) in connection.execute(_CLAIMS, {"name": name})]
    if not found:
        raise UsageError(f"No claim and no event has the key {name}.")
    return found


def _follow(connection: Connection, keys: Iterable[str]) -> None:
    """Makes the events of these claims anew, and of those that they were or are with."""
    withdrawing.settle(connection)
    articles = {article for (article,) in connection.execute(_ARTICLES, (json.dumps(sorted(keys)),))}
    statements.add(connection, joining.refresh(connection, articles))
