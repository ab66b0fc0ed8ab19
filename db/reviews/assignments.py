"""Who is to review what: articles assigned to people, quotas of claims, and the share that is read twice.

A log, like that of decisions: of an article or a person the last row holds, and none is ever changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db import chain
from db.chain import Log
from db.clock import now
from db.reviews.decisions import RefusedError
from db.reviews.log import IN_FORCE
from db.sqlite import Connection

#: Percent of claims that are read twice, unless an administrator sets another share.
SHARE = 10
#: Claims that one person can be given.
MOST_QUOTA = 1_000_000
#: Articles (by row id) that are somebody's, as `p`. Conditions on `p.person` can follow.
ASSIGNED = """
SELECT a.id FROM review_plan p CROSS JOIN articles a ON a.key = p.article
WHERE p.kind = 'assign' AND p.id = (
  SELECT MAX(o.id) FROM review_plan o WHERE o.kind = 'assign' AND o.article = p.article)"""

_ROW = 'INSERT INTO review_plan (kind, article, person, value, who, "at") VALUES (?, ?, ?, ?, ?, ?)'
_SHARE = "SELECT value FROM review_plan WHERE kind = 'share' ORDER BY id DESC LIMIT 1"
#: Articles with claims that wait and that are nobody's, in an order that says nothing of them (keys are hashes).
_FREE = f"""
SELECT a.key, (SELECT COUNT(*) FROM claims c WHERE c.article = a.id AND +c.current = 1 AND +c.status = 'unreviewed')
FROM articles a WHERE +a.current = 1 AND a.id NOT IN ({ASSIGNED} AND p.person IS NOT NULL) ORDER BY a.key
"""  # noqa: S608
_WAITING = "SELECT COALESCE(SUM(claims), 0) FROM claim_counts WHERE status = 'unreviewed'"
_HELD = """
SELECT p.person, COUNT(DISTINCT a.id), COUNT(c.id), SUM(c.status = 'unreviewed')
FROM review_plan p JOIN articles a ON a.key = p.article AND a.current = 1 JOIN claims c ON c.article = a.id
WHERE p.kind = 'assign' AND p.person IS NOT NULL
  AND p.id = (SELECT MAX(o.id) FROM review_plan o WHERE o.kind = 'assign' AND o.article = p.article)
GROUP BY p.person ORDER BY p.person
"""
_QUOTAS = """
SELECT p.person, p.value, p."at" FROM review_plan p WHERE p.kind = 'quota'
  AND p.id = (SELECT MAX(o.id) FROM review_plan o WHERE o.kind = 'quota' AND o.person = p.person)
"""
_SINCE = f"""
SELECT COALESCE(SUM(CASE r.action WHEN 'dispute' THEN 1 ELSE r.claims END), 0) FROM reviews r
WHERE r.who = ? AND r."at" >= ? AND r.action IN ('accept', 'reject', 'edit', 'split', 'dispute') AND {IN_FORCE}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Assigned:
    """What one person has: articles, their claims, those that wait, the quota (0: none) and what was done since."""

    person: str
    articles: int
    claims: int
    waiting: int
    quota: int
    done: int


@dataclass(frozen=True, slots=True)
class Portion:
    """What somebody would be given."""

    person: str
    articles: tuple[str, ...]
    claims: int


def share(connection: Connection) -> int:
    """Percent of claims that are read twice."""
    found = connection.execute(_SHARE).fetchone()
    return int(found[0]) if found else SHARE


def set_share(connection: Connection, percent: int, who: str) -> None:
    """Raises RefusedError for what is no percentage."""
    if not 0 <= percent <= 100:
        raise RefusedError("The share must be between 0 and 100 percent.")
    _write(connection, "share", None, None, percent, who)


def free(connection: Connection) -> int:
    """How many claims wait in articles that are nobody's."""
    (waiting,) = connection.execute(_WAITING).fetchone()
    return int(waiting - sum(one[-1] for one in connection.execute(_HELD)))


def assigned(connection: Connection) -> list[Assigned]:
    """Everybody who has articles or a quota, by name."""
    held = {person: counts for person, *counts in connection.execute(_HELD)}
    quotas = {person: (value, at) for person, value, at in connection.execute(_QUOTAS)}
    found = []
    for person in sorted(held.keys() | {person for person, (value, _) in quotas.items() if value}):
        quota, at = quotas.get(person, (0, ""))
        (done,) = connection.execute(_SINCE, (person, at)).fetchone()
        articles, claims, waiting = held.get(person, (0, 0, 0))
        found.append(Assigned(person, articles, claims, waiting, quota, done if quota else 0))
    return found


def portions(connection: Connection, quotas: Mapping[str, int]) -> list[Portion]:
    """Articles that are nobody's, dealt out until each person has as many claims as the quota says, or none is left.

    The next article goes to who is furthest from the quota. Raises RefusedError for a quota that is none.
    """
    if not quotas or any(not 0 < quota <= MOST_QUOTA for quota in quotas.values()):
        raise RefusedError("Enter how many claims each person is to review, 1 or more.")
    given: dict[str, list[str]] = {person: [] for person in quotas}
    claims = dict.fromkeys(quotas, 0)
    for article, count in connection.execute(_FREE):
        if not count:
            continue
        person = min(quotas, key=lambda one: claims[one] / quotas[one])
        if claims[person] >= quotas[person]:
            break
        given[person].append(article)
        claims[person] += count
    return [Portion(person, tuple(given[person]), claims[person]) for person in sorted(quotas)]


def assign(connection: Connection, quotas: Mapping[str, int], who: str) -> list[Portion]:
    """Gives people articles and quotas, inside the transaction that is open. Raises RefusedError as `portions`."""
    found = portions(connection, quotas)
    for portion in found:
        _write(connection, "quota", None, portion.person, quotas[portion.person], who)
        for article in portion.articles:
            _write(connection, "assign", article, portion.person, None, who)
    return found


def release(connection: Connection, person: str, who: str) -> int:
    """Takes back what was assigned to somebody, and the quota; returns how many articles are nobody's again."""
    articles = list(_articles(connection, person))
    for article in articles:
        _write(connection, "assign", article, None, None, who)
    _write(connection, "quota", None, person, 0, who)
    return len(articles)


def _articles(connection: Connection, person: str) -> Iterator[str]:
    query = f"SELECT key FROM articles WHERE id IN ({ASSIGNED} AND p.person = ?) ORDER BY key"  # noqa: S608
    for (key,) in connection.execute(query, (person,)).fetchall():
        yield key


def _write(
    connection: Connection, kind: str, article: str | None, person: str | None, value: int | None, who: str
) -> None:
    chain.write(connection, Log.PLAN, _ROW, (kind, article, person, value, who, now()))
