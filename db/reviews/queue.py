"""What to look at next: claims in an order, within filters, that nobody else is looking at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from db.reviews import kept_claims
from db.reviews.decisions import Status
from db.reviews.leases import Leases
from db.sqlite import Connection

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

    `article`, `entity`, `statement` and `copy_cluster` are keys, `rule` a rule's name, `origin` who found a claim
    (machine, person, kept). `seed` fixes the random order. The order `contradicted` has only claims of statements that
    contradict each other.
    `since` is the number of an entry of the log: what this person decided after it is left out, so that a second look
    at what was decided comes to an end.
    """

    order: Order = Order.UNCERTAIN
    status: str = "unreviewed"
    article: str | None = None
    entity: str | None = None
    statement: str | None = None
    copy_cluster: str | None = None
    rule: str | None = None
    origin: str | None = None
    second: str | None = None
    since: str | None = None
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
    "statement": "claims.statement IN (SELECT id FROM statements WHERE key = :statement)",
    "copy_cluster": "claims.article IN (SELECT id FROM articles WHERE copy_cluster = :copy_cluster)",
    "rule": "claims.rule = :rule",
    "origin": kept_claims.FILTER,
    "second": (
        "claims.key NOT IN (SELECT i.claim FROM review_items i JOIN reviews r ON r.id = i.review WHERE r.who = :who) "
        "AND substr(claims.key, -2) < :double"
    ),
    "since": (
        "claims.key NOT IN (SELECT i.claim FROM reviews r CROSS JOIN review_items i ON i.review = r.id "
        "WHERE r.id > CAST(:since AS INTEGER) AND +r.who = :who AND +r.action NOT IN ('note', 'undo') "
        "AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id))"
    ),
}


@dataclass(frozen=True, slots=True)
class _Step:
    """Claims along an index. Without statistics SQLite takes any index there is, best loved the useless one over
    `current`; a plus before a column's name keeps it from that column's."""

    source: str
    condition: str
    order: str
    status: str = "+claims.status"


_DOUBTED = _Step("claims", "1", "claims.confidence, claims.id")
_WAITING = replace(_DOUBTED, source="claims INDEXED BY claims_waiting", status="claims.status")
_READ = _Step("claims", "1", "claims.id", status="claims.status")
#: Both sides of a contradiction come one after the other.
_CONTRADICTIONS = _Step(
    "contradictions x CROSS JOIN claims ON claims.statement IN (x.left_statement, x.right_statement)",
    "+x.status IN ('open', 'real')",
    "x.id",
)
_TOLD_OFTEN = _Step(
    "statements CROSS JOIN claims ON claims.statement = statements.id",
    "statements.copy_clusters > 1",
    "statements.copy_clusters DESC, statements.id DESC",
)
_TOLD_ONCE = replace(
    _WAITING,
    condition="NOT EXISTS (SELECT 1 FROM statements WHERE statements.id = claims.statement "
    "AND statements.copy_clusters > 1)",
)
#: Steps are taken until there are enough claims. Each reads along an index and stops; none sorts all that waits.
#: Keys are hashes: a run of them from anywhere is a random sample, and the same in a copy of the database.
_ORDERS = {
    Order.UNCERTAIN: (_WAITING,),
    Order.READING: (_READ,),
    Order.RANDOM: tuple(_Step("claims", f"claims.key {sign} :start", "claims.key") for sign in (">=", "<")),
    Order.CONTRADICTED: (_CONTRADICTIONS,),
    Order.CORROBORATED: (_TOLD_OFTEN, _TOLD_ONCE),
}
#: A claim may be in several contradictions, and is then found as often: so many more are read.
_AGAIN = 4
_CONTRADICTED = (
    "claims.statement IN (SELECT left_statement FROM contradictions WHERE status IN ('open', 'real') "
    "UNION SELECT right_statement FROM contradictions WHERE status IN ('open', 'real'))"
)


def take(
    connection: Connection, leases: Leases, who: str, query: Query, count: int = 2, after: Iterable[str] = ()
) -> list[str]:
    """The keys of the next claims, leased to `who`; `after` are those that are on the screen already.

    Nothing is written. Where somebody else was handed one of them at this very moment, others are looked for.
    """
    taken: list[str] = []
    while len(taken) < count:
        wanted = count - len(taken)
        found = _next(connection, who, query, wanted, [*after, *taken, *leases.of_others(who)])
        taken += leases.grant(who, found, wanted)
        if len(found) < wanted:
            break
    return taken


def look(connection: Connection, who: str, query: Query, count: int = 2, after: Iterable[str] = ()) -> list[str]:
    """The keys of the next claims for somebody who only looks: whoever holds them goes on holding them."""
    return _next(connection, who, query, count, list(after))


def _next(connection: Connection, who: str, query: Query, count: int, out: list[str]) -> list[str]:
    narrow = _is_narrow(connection, query)
    where, values = _filters(query, who, narrow)
    where.append("claims.key NOT IN (SELECT value FROM json_each(:out))")
    values["out"] = json.dumps(out)
    found: dict[str, None] = {}
    for step in _steps(query, narrow):
        if len(found) < count:
            current = "claims.current" if "INDEXED" in step.source else "+claims.current"
            conditions = [step.condition, f"{current} = 1", f"{step.status} {_status(query)}", *where]
            statement = (
                f"SELECT claims.key FROM {step.source} WHERE {' AND '.join(conditions)} "  # noqa: S608
                f"ORDER BY {step.order} LIMIT {_AGAIN * count}"
            )
            found |= dict.fromkeys(row[0] for row in connection.execute(statement, values))
    return list(found)[:count]


def _steps(query: Query, narrow: bool) -> tuple[_Step, ...]:
    if query.order is Order.READING and query.article:  # what people added there comes last by its number
        return (replace(_READ, order="claims.sentence, claims.position", status="+claims.status"),)
    steps = _ORDERS[query.order]
    if not narrow and query.status == Status.UNREVIEWED and not query.second:
        return steps
    status = "+claims.status" if narrow else "claims.status"
    return tuple(replace(_DOUBTED, condition=s.condition, status=status) if "INDEXED" in s.source else s for s in steps)


_COMMON = 3000
_RULED = f"SELECT COUNT(*) FROM (SELECT 1 FROM claims WHERE rule = ? LIMIT {_COMMON})"  # noqa: S608


def _is_narrow(connection: Connection, query: Query) -> bool:
    """Whether few claims are left by the filters: those are read whole, else what waits is read in order."""
    if query.article or query.entity or query.statement or query.copy_cluster:
        return True
    return bool(query.rule) and connection.execute(_RULED, (query.rule,)).fetchone()[0] < _COMMON


def _filters(query: Query, who: str, narrow: bool) -> tuple[list[str], dict[str, Any]]:
    """The conditions of a queue beside its order and status, and the values of all names in them."""
    where = [condition for name, condition in _FILTERS.items() if getattr(query, name) is not None]
    if query.rule and not narrow:
        where = [condition.replace("claims.rule", "+claims.rule") for condition in where]
    values: dict[str, Any] = {f.name: getattr(query, f.name) for f in fields(query)}
    start = "c" + sha256(str(query.seed).encode()).hexdigest()[:16]
    return where, values | {"who": who, "double": DOUBLE, "start": start}


def _status(query: Query) -> str:
    """In words of SQL, not as a value to bind: only so SQLite knows that the index over what waits will do."""
    if query.second:
        return "IN ('accepted', 'edited', 'rejected')"
    return f"= '{Status(query.status).value}'"


def held(connection: Connection, leases: Leases, who: str, query: Query, after: Iterable[str] = ()) -> int:
    """How many claims of a queue are on other people's screens, those of `after` left out."""
    others = set(leases.of_others(who)) - set(after)
    return waiting(connection, query, who, others) if others else 0


def waiting(connection: Connection, query: Query, who: str = "", among: Iterable[str] | None = None) -> int:
    """How many claims are left in a queue, whoever holds them; `among`: of these keys."""
    where, values = _filters(query, who, narrow=True)
    source, current = "claims", "+claims.current"
    if among is not None:
        where.append("claims.key IN (SELECT value FROM json_each(:among))")
        values["among"] = json.dumps(list(among))
    if not where and query.status == Status.UNREVIEWED and query.order is not Order.CONTRADICTED:
        source, current = "claims INDEXED BY claims_waiting", "claims.current"
    if query.order is Order.CONTRADICTED:
        where.append(_CONTRADICTED)
    narrow = among is not None or _is_narrow(connection, query) or query.order is Order.CONTRADICTED
    where += [f"{current} = 1", f"{'+' if narrow else ''}claims.status {_status(query)}"]
    statement = f"SELECT COUNT(*) FROM {source} WHERE {' AND '.join(where)}"  # noqa: S608
    return int(connection.execute(statement, values).fetchone()[0])
