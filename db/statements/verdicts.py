"""What people say of contradictions: kept by key, so that it holds for as long as the pair comes up."""

from __future__ import annotations

from enum import StrEnum

from db import chain
from db.chain import Log
from db.clock import now
from db.sqlite import Connection
from extract.errors import UsageError


class Verdict(StrEnum):
    """What a contradiction is to whoever looked into it."""

    OPEN = "open"
    REAL = "real"  # both claims say what they seem to, and cannot both be
    APPARENT = "apparent"  # the claims are of two things, or were misread
    SETTLED = "settled"  # it is known which one holds


def decide(connection: Connection, contradiction: str, verdict: Verdict, who: str, why: str | None = None) -> None:
    """Says what a contradiction (by key) is; inside the transaction that is open. Nothing said before is lost.

    Raises UsageError if there is none of this key.
    """
    query = "UPDATE contradictions SET status = ? WHERE key = ?"
    if connection.execute(query, (verdict.value, contradiction)).rowcount == 0:
        raise UsageError(f"No contradiction has the key {contradiction}. It may have been removed.")
    chain.write(
        connection,
        Log.CONTRADICTIONS,
        'INSERT INTO contradiction_reviews (contradiction, status, who, "at", why) VALUES (?, ?, ?, ?, ?)',
        (contradiction, verdict.value, who, now(), why),
    )
