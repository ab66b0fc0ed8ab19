"""Claims that two readers see differently, with both versions side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db import claims
from db.reviews import log
from db.reviews.applying import Row, claim_row
from db.reviews.decisions import Status
from db.reviews.item import Item, describe
from db.sqlite import Connection

#: So many are listed; the rest when these are settled.
MOST = 50
_DISPUTES = """
SELECT DISTINCT key FROM claims WHERE status = 'disputed' AND +current = 1 ORDER BY key LIMIT ?
"""
_OPINIONS = f"""
SELECT r.id, r.who, COALESCE(i.after ->> 'status', ''), r.reason FROM review_items i JOIN reviews r ON r.id = i.review
WHERE i.claim = ? AND r.action IN ('accept', 'reject', 'edit', 'dispute')
  AND {log.IN_FORCE} AND (i.opinion = 1 OR r.action <> 'dispute')
ORDER BY r.id
"""  # noqa: S608
_NOTES = f"""
SELECT r.note FROM review_items i JOIN reviews r ON r.id = i.review
WHERE i.claim = ? AND r.who = ? AND r.note IS NOT NULL AND {log.IN_FORCE} ORDER BY r.id DESC LIMIT 1
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reader made of a claim, why, and the claim as that reader left it; `differs`: names of its parts and
    marks that another reader has otherwise."""

    who: str
    status: str
    reason: str | None
    note: str | None
    item: Item
    differs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim that two readers see differently, and nobody has settled. `second`: the last reader corrected it."""

    claim: str
    version: int
    opinions: tuple[Opinion, ...]
    second: bool

    @property
    def words(self) -> str:
        """The claim, for people."""
        item = self.opinions[0].item
        return " ".join(part.text for part in (item.subject, item.relation, item.object) if part)


def disputes(connection: Connection) -> list[Dispute]:
    """The first of them, by key."""
    keys = [key for (key,) in connection.execute(_DISPUTES, (MOST,))]
    return [_dispute(connection, claim_row(connection, key)) for key in keys]


def _dispute(connection: Connection, row: Row) -> Dispute:
    key = row["key"]
    row = row | claims.lists(connection, row["id"])
    corrected = log.second_opinion(connection, key) or {}
    is_corrected = corrected.get("status") == Status.EDITED
    first = describe(connection, row)
    second = describe(connection, row | corrected) if is_corrected else first
    differs = frozenset(_differing(first, second))
    found = connection.execute(_OPINIONS, (key,)).fetchall()
    opinions = []
    for number, (_, who, status, reason) in enumerate(found):
        note = connection.execute(_NOTES, (key, who)).fetchone()
        seen = second if number == len(found) - 1 else first
        opinions.append(Opinion(who, status, reason, note[0] if note else None, seen, differs))
    return Dispute(key, row["version"], tuple(opinions), is_corrected)


def _differing(one: Item, other: Item) -> Iterator[str]:
    for name in ("subject", "relation", "object", "qualifiers", "sources", "time", "place", "marks", "standing"):
        if getattr(one, name) != getattr(other, name):
            yield name
