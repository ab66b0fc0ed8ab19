"""What to look at next: claims in an order, within filters, that nobody else is looking at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from db.reviews import assignments, kept_claims
from db.reviews.decisions import Status
from db.reviews.leases import Leases
from db.sqlite import Connection


def below(percent: int) -> str:
    """Claims whose key ends below this are read twice (keys are hashes, so the sample is random)."""
    return f"{256 * percent // 100:02x}" if percent < 100 else "g"


class Order(StrEnum):
    """In what order claims come."""

    UNCERTAIN = "uncertain"
    CONTRADICTED = "contradicted"
    CORROBORATED = "corroborated"
    RANDOM = "random"
    READING = "reading"


class Unit(StrEnum):
    """What comes at a time: all claims of a sentence that are in the queue, or one claim."""

    SENTENCE = "sentence"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Query:
    """Which claims: all filters that are given hold. Their names are those of the URL's parameters.

    `second` asks for claims that somebody else decided, out of the sample that is read twice.

    `article`, `entity`, `statement` and `copy_cluster` are keys, `rule` a rule's name, `origin` who found a claim
    (machine, person, kept). `seed` fixes the random order. The order `contradicted` has only claims of statements that
    contradict each other. `flagged` has those that were flagged for later, which all other queues of unreviewed claims
    leave out; `assigned` those of articles assigned to this person.
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
    flagged: str | None = None
    assigned: str | None = None
    unit: Unit = Unit.SENTENCE

    def parameters(self) -> dict[str, Any]:
        """Those that differ from the default, for an address."""
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}


_FLAGGED = """
SELECT i.claim FROM reviews f CROSS JOIN review_items i ON i.review = f.id
WHERE f.action = 'flag' AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = f.id)"""
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
    "flagged": f"claims.key IN ({_FLAGGED})",
    "assigned": f"claims.article IN ({assignments.ASSIGNED} AND p.person = :assigned)",
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
#: What is said in passing, such as titles, comes after the rest.
_TOLD_OFTEN = tuple(
    _Step(
        "statements CROSS JOIN claims ON claims.statement = statements.id",
        f"statements.in_passing = {in_passing} AND statements.copy_clusters > 1",
        "statements.copy_clusters DESC, statements.outlets DESC, statements.articles DESC, statements.last_seen DESC, "
        "statements.key",
    )
    for in_passing in (0, 1)
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
    Order.CORROBORATED: (*_TOLD_OFTEN, _TOLD_ONCE),
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
        taken += leases.grant(who, found, len(found))  # a sentence whole
        if len(found) < wanted:
            break
    return taken


def look(connection: Connection, who: str, query: Query, count: int = 2, after: Iterable[str] = ()) -> list[str]:
    """The keys of the next claims for somebody who only looks: whoever holds them goes on holding them."""
    return _next(connection, who, query, count, list(after))


def _next(connection: Connection, who: str, query: Query, count: int, out: list[str]) -> list[str]:
    narrow = _is_narrow(connection, query)
    where, values = _filters(connection, query, who, narrow)
    where += ["claims.key NOT IN (SELECT value FROM json_each(:out))", *_left_out(connection, query)]
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
    if query.unit is Unit.CLAIM or query.second or query.order is Order.CONTRADICTED:  # there, side by side
        return list(found)[:count]
    return _by_sentence(connection, query, list(found), where, values, count)


def _by_sentence(
    connection: Connection, query: Query, found: list[str], where: list[str], values: dict[str, Any], count: int
) -> list[str]:
    """The claims of a queue in the sentences of those found, sentence by sentence, until there are enough."""
    conditions = ["+claims.current = 1", f"+claims.status {_status(query)}", *where]
    statement = (
        f"SELECT claims.key FROM claims WHERE {_SAME_SENTENCE} AND {' AND '.join(conditions)} "  # noqa: S608
        "ORDER BY claims.position"
    )
    taken: dict[str, None] = {}
    for key in found:
        if len(taken) >= count:
            break
        if key not in taken:
            taken |= dict.fromkeys(row[0] for row in connection.execute(statement, {**values, "first": key}))
    return list(taken)


_SAME_SENTENCE = "claims.sentence = (SELECT o.sentence FROM claims o WHERE o.key = :first AND +o.current = 1)"


def _left_out(connection: Connection, query: Query) -> list[str]:
    """Of a queue of unreviewed claims: what was flagged, and, where nothing narrows it, articles assigned to others."""
    if query.status != Status.UNREVIEWED or query.second:
        return []
    found = [] if query.flagged else [f"claims.key NOT IN ({_FLAGGED})"]
    narrow = (query.article, query.entity, query.statement, query.copy_cluster, query.assigned, query.flagged)
    if not any(narrow) and connection.execute(_ANY_ASSIGNED).fetchone():
        found.append(f"claims.article NOT IN ({assignments.ASSIGNED} AND p.person <> :who)")
    return found


_ANY_ASSIGNED = "SELECT 1 FROM review_plan WHERE kind = 'assign' LIMIT 1"


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
    if query.article or query.entity or query.statement or query.copy_cluster or query.flagged or query.assigned:
        return True
    return bool(query.rule) and connection.execute(_RULED, (query.rule,)).fetchone()[0] < _COMMON


def _filters(connection: Connection, query: Query, who: str, narrow: bool) -> tuple[list[str], dict[str, Any]]:
    """The conditions of a queue beside its order and status, and the values of all names in them."""
    where = [condition for name, condition in _FILTERS.items() if getattr(query, name) is not None]
    if query.rule and not narrow:
        where = [condition.replace("claims.rule", "+claims.rule") for condition in where]
    values: dict[str, Any] = {f.name: getattr(query, f.name) for f in fields(query)}
    start = "c" + sha256(str(query.seed).encode()).hexdigest()[:16]
    return where, values | {"who": who, "double": below(assignments.share(connection)), "start": start}


def _status(query: Query) -> str:
    """In words of SQL, not as a value to bind: only so SQLite knows that the index over what waits will do."""
    if query.second:
        return "IN ('accepted', 'edited', 'rejected')"
    return f"= '{Status(query.status).value}'"


def held(connection: Connection, leases: Leases, who: str, query: Query, after: Iterable[str] = ()) -> int:
    """How many claims of a queue are on other people's screens, those of `after` left out."""
    others = set(leases.of_others(who)) - set(after)
    return waiting(connection, query, who, others) if others else 0


#: The same as by the filter, along two indexes: many claims are about a name.
_ABOUT = """
WITH about (id) AS MATERIALIZED (
  SELECT m.id FROM entities m JOIN entities e ON m.canonical = e.canonical WHERE e.key = :entity)
SELECT
  (SELECT COUNT(*) FROM claims INDEXED BY claims_subject_current
   WHERE current = 1 AND subject_who IN (SELECT id FROM about) AND status {status})
  + (SELECT COUNT(*) FROM claims INDEXED BY claims_object_current
   WHERE current = 1 AND object_who IN (SELECT id FROM about) AND status {status}
     AND (subject_who IS NULL OR subject_who NOT IN (SELECT id FROM about)))
"""


def waiting(connection: Connection, query: Query, who: str = "", among: Iterable[str] | None = None) -> int:
    """How many claims are left in a queue, whoever holds them; `among`: of these keys."""
    where, values = _filters(connection, query, who, narrow=True)
    left_out = _left_out(connection, query)
    if among is not None:
        where.append("claims.key IN (SELECT value FROM json_each(:among))")
        values["among"] = json.dumps(list(among))
    if query.order is Order.CONTRADICTED:
        where.append(_CONTRADICTED)
    status = f"claims.status {_status(query)}"
    if where in ([], [_FILTERS["rule"]]):
        counts = " AND ".join((*where, status))
        statement = f"SELECT COALESCE(SUM(claims), 0) FROM claim_counts AS claims WHERE {counts}"  # noqa: S608
    elif where == [_FILTERS["entity"]]:
        statement = _ABOUT.format(status=_status(query))
    else:
        narrow = among is not None or query.order is Order.CONTRADICTED or _is_narrow(connection, query)
        conditions = [*where, f"{'+' if narrow else ''}{status}", "+claims.current = 1"]
        statement = f"SELECT COUNT(*) FROM claims WHERE {' AND '.join(conditions)}"  # noqa: S608
    (found,) = connection.execute(statement, values).fetchone()
    if not left_out:
        return int(found)
    aside_by = f"({' OR '.join(one.replace('NOT IN', 'IN', 1) for one in left_out)})"
    conditions = [aside_by, *where, f"+{status}", "+claims.current = 1"]
    statement = f"SELECT COUNT(*) FROM claims WHERE {' AND '.join(conditions)}"  # noqa: S608
    (aside,) = connection.execute(statement, values).fetchone()  # few, so the count above goes along its index
    return int(found - aside)
