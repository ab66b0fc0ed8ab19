"""What to look at next: claims in an order, within filters, that nobody else is looking at.

Items are handed out with a lease, so that ten people at one queue hardly ever meet on a claim. A lease that
runs out, or is let go, gives the claim back.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from db.sqlite import Connection

#: How long an item is one person's (seconds): longer than anybody thinks about one, shorter than a meal.
LEASE = 300.0


#: Claims whose key ends below this are read twice: one in ten (keys are hashes, so the sample is random).
DOUBLE = f"{256 // 10:02x}"


class Order(StrEnum):
    """In what order claims come."""

    UNCERTAIN = "uncertain"
    CONTRADICTED = "contradicted"
    CORROBORATED = "corroborated"
    RANDOM = "random"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Query:
    """Which claims: all filters that are given hold. Their names are those of the URL's parameters.

    `second` asks for claims that somebody else decided, out of the sample that is read twice.

    `article`, `entity`, `fact` and `story` are keys, `rule` a rule's name. `seed` fixes the random order.
    """

    order: Order = Order.UNCERTAIN
    status: str = "unreviewed"
    article: str | None = None
    entity: str | None = None
    fact: str | None = None
    story: str | None = None
    rule: str | None = None
    second: str | None = None
    seed: int = 1

    def parameters(self) -> dict[str, Any]:
        """Those that differ from the default, for an address."""
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}


_FILTERS = {
    "article": "claims.article IN (SELECT id FROM articles WHERE key = :article)",
    "entity": (
        "(claims.subject_who IN (SELECT m.id FROM entities m JOIN entities e ON m.canonical = e.canonical "
        "WHERE e.key = :entity) OR claims.object_who IN (SELECT m.id FROM entities m JOIN entities e "
        "ON m.canonical = e.canonical WHERE e.key = :entity))"
    ),
    "fact": "claims.fact IN (SELECT id FROM facts WHERE key = :fact)",
    "story": "claims.article IN (SELECT id FROM articles WHERE story = :story)",
    "rule": "claims.rule = :rule",
    "second": (
        "claims.key NOT IN (SELECT i.claim FROM review_items i JOIN reviews r ON r.id = i.review WHERE r.who = :who) "
        "AND substr(claims.key, -2) < :double"
    ),
}
#: A multiplier that scatters ids (Knuth's, odd, of 32 bits): random to the eye, the same again with the same seed.
_SCATTERED = "((claims.id + :seed) * 2654435761) % 4294967296"
_ORDERS = {
    Order.UNCERTAIN: "claims.confidence, claims.id",
    Order.RANDOM: f"{_SCATTERED}, claims.id",
    Order.READING: "claims.article, claims.sentence, claims.position",
    Order.CONTRADICTED: (
        "(SELECT COUNT(*) FROM contradictions x WHERE claims.id IN (x.left_claim, x.right_claim)) DESC, "
        "claims.confidence, claims.id"
    ),
    Order.CORROBORATED: "(SELECT stories FROM facts WHERE facts.id = claims.fact) DESC, claims.confidence, claims.id",
}
#: Held by somebody else, and not yet run out.
_FREE = (
    "NOT EXISTS (SELECT 1 FROM leases WHERE leases.claim = claims.key AND leases.who <> :who AND leases.until > :now)"
)


def take(connection: Connection, who: str, query: Query, count: int = 2, after: tuple[str, ...] = ()) -> list[str]:
    """The keys of the next claims, leased to `who`; `after` are those that are on the screen already.

    Inside a transaction that may write.
    """
    found = _next(connection, who, query, count, after)
    now = time.time()
    connection.execute("DELETE FROM leases WHERE until <= ?", (now,))
    connection.executemany(
        "INSERT INTO leases (claim, who, until) VALUES (?, ?, ?) "
        "ON CONFLICT (claim) DO UPDATE SET who = excluded.who, until = excluded.until",
        [(claim, who, now + LEASE) for claim in found],
    )
    return found


def _next(connection: Connection, who: str, query: Query, count: int, after: tuple[str, ...]) -> list[str]:
    where = ["claims.current = 1", _status(query), _FREE]
    where += [condition for name, condition in _FILTERS.items() if getattr(query, name) is not None]
    values: dict[str, Any] = {f.name: getattr(query, f.name) for f in fields(query)}
    values |= {"who": who, "now": time.time(), "count": count, "double": DOUBLE}
    if after:
        where.append(f"claims.key NOT IN ({', '.join(f':after{n}' for n in range(len(after)))})")
        values |= {f"after{n}": key for n, key in enumerate(after)}
    statement = (
        f"SELECT claims.key FROM claims WHERE {' AND '.join(where)} "  # noqa: S608
        f"ORDER BY {_ORDERS[query.order]} LIMIT :count"
    )
    return list(dict.fromkeys(row[0] for row in connection.execute(statement, values)))


def release(connection: Connection, who: str, claim: str | None = None) -> None:
    """Gives back one claim, or all that somebody holds."""
    connection.execute("DELETE FROM leases WHERE who = ? AND (? IS NULL OR claim = ?)", (who, claim, claim))


def _status(query: Query) -> str:
    return "claims.status IN ('accepted', 'edited', 'rejected')" if query.second else "claims.status = :status"


def waiting(connection: Connection, query: Query, who: str = "") -> int:
    """How many claims are left in a queue, whoever holds them."""
    where = ["claims.current = 1", _status(query)]
    where += [condition for name, condition in _FILTERS.items() if getattr(query, name) is not None]
    values = {f.name: getattr(query, f.name) for f in fields(query)} | {"who": who, "double": DOUBLE}
    statement = f"SELECT COUNT(*) FROM claims WHERE {' AND '.join(where)}"  # noqa: S608
    return int(connection.execute(statement, values).fetchone()[0])
