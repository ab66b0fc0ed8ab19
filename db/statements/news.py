"""What became of statements since a day: new, confirmed, repeated, contradicted, superseded, withdrawn.

The day is that of the articles, not of the ingest, so that the same articles give the same answer.
"""

from __future__ import annotations

import json
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby, islice
from typing import Any

from db.sqlite import Connection
from db.statements import queries
from db.statements.queries import Filters
from db.statements.voices import SOURCE, SUBJECT
from db.wording import badge


class What(StrEnum):
    """What happened to a statement."""

    CONTRADICTED = "contradicted"  # another statement, or a denial, cannot be together with it
    SUPERSEDED = "superseded"  # another one followed it
    WITHDRAWN = "withdrawn"  # a revision of an article no longer says it
    CONFIRMED = "confirmed"  # a further independent copy cluster tells it
    REPEATED = "repeated"  # a further one reports that somebody says it
    NEW = "new"  # it was said for the first time


@dataclass(frozen=True, slots=True)
class News:
    """What happened on which day (ISO date) to the statement of this key, in its words, and what that means.

    `other` is the statement on the other side of a contradiction or change, `against` its words. `statement` is None
    for what no claim says any more. `in_passing` is what is said by titles and the like, `background` that and what one
    article says for the first time. `articles` counts the independent ones that say what is new.
    """

    day: str
    what: What
    statement: str | None
    words: str
    why: str
    other: str | None = None
    against: str | None = None
    background: bool = False
    in_passing: bool = False
    articles: int = 0


#: (Days of the first claim of each copy cluster: the first is the statement's own, each further one confirms it.)
_CONFIRMED = f"""
SELECT MIN(l.seen) AS day, f.key, {SOURCE}, {SUBJECT}, f.relation, f.object, f.copy_clusters, MAX(l.outlet),
  f.in_passing
FROM json_each(:statements) AS p CROSS JOIN statements AS f ON f.id = p.value
CROSS JOIN statement_claims AS l ON l.statement = f.id
WHERE l.stance IN ('asserted', 'reported')
GROUP BY f.id, l.copy_cluster HAVING day >= :since AND day <= :until AND day > f.first_seen
  AND ({SOURCE} IS NOT NULL OR MAX(l.stance = 'asserted') = 0) = :are_said
ORDER BY day DESC, f.key LIMIT :limit
"""  # noqa: S608
#: Said several times, what was said last first: none of those that follow was confirmed later.
_SAID_AGAIN = """
SELECT f.id, f.last_seen FROM statements AS f INDEXED BY statements_said_again
WHERE f.last_seen >= :since AND f.first_seen <= :until AND f.copy_clusters > 1 {only} ORDER BY f.last_seen DESC
"""
_NEW = f"""
SELECT f.first_seen, f.key, {SOURCE}, {SUBJECT}, f.relation, f.object, f.standing, f.copy_clusters,
  f.in_passing
FROM json_each(:statements) AS p CROSS JOIN statements AS f ON f.id = p.value
ORDER BY f.first_seen DESC, f.copy_clusters DESC, f.key LIMIT :limit
"""  # noqa: S608
_SINCE = "f.last_seen >= :since AND f.first_seen >= :since AND f.first_seen <= :until"
#: By the last day: none that follows was said for the first time later than that.
_SEEN = f"""
SELECT f.id, f.last_seen, f.first_seen FROM statements AS f INDEXED BY statements_last_seen
WHERE {_SINCE} {{only}} ORDER BY f.last_seen DESC
"""  # noqa: S608
_FOREGROUND = "f.copy_clusters > 1 AND f.in_passing = 0"
_SEEN_AGAIN = f"""
SELECT f.id, f.last_seen, f.first_seen FROM statements AS f INDEXED BY statements_said_again
WHERE {_SINCE} AND {_FOREGROUND} {{only}} ORDER BY f.last_seen DESC
"""  # noqa: S608
_BACKGROUND = f"""
SELECT COUNT(*) FROM (SELECT 1 FROM {{start}} WHERE {_SINCE} AND NOT ({_FOREGROUND}) {{only}} LIMIT :limit)
"""  # noqa: S608
_FROM_DAY = "statements AS f INDEXED BY statements_last_seen"
_FROM_OUTLET = """
(SELECT statement FROM statement_counts INDEXED BY statement_counts_outlet WHERE kind = 'outlet' AND counted = :outlet)
AS o CROSS JOIN statements AS f ON f.id = o.statement
"""
#: What the revision before said and the current one does not, in whatever place.
_WITHDRAWN = """
SELECT COALESCE(SUBSTR(n.published, 1, 10), SUBSTR(n.added, 1, 10)) AS day, c.claim, n.title, n.outlet
FROM articles AS n INDEXED BY articles_supersedes CROSS JOIN articles AS o ON o.id = n.supersedes
CROSS JOIN claims AS c INDEXED BY claims_article ON c.article = o.id
WHERE n.current = 1 AND n.supersedes IS NOT NULL AND day >= :since AND day <= :until AND NOT EXISTS (
  SELECT 1 FROM claims AS k INDEXED BY claims_article
  WHERE k.article = n.id AND k.claim = c.claim AND k.factuality = c.factuality AND k.attributed_to IS c.attributed_to)
GROUP BY n.id, c.claim ORDER BY day DESC, c.claim LIMIT :limit
"""
_AT_A_TIME = 200
_ONE_ARTICLE = "in one article"
_ALL = Filters()
_END = "9999-12-31"


@dataclass(frozen=True, slots=True)
class _Span:
    """First and last day, how many at most, and which statements: about whom, of which outlet, words or event.
    `background`: also what one article says for the first time."""

    since: str
    until: str
    limit: int
    about: Filters
    background: bool = True

    def only(self, connection: Connection) -> tuple[str, dict[str, Any]]:
        """A condition on statements `f`, and its values."""
        where, values = queries.where(connection, self.about)
        return f"AND {where}", {**values, "since": self.since, "until": self.until, "limit": self.limit}

    def of_links(self) -> dict[str, Any]:
        """The same for contradictions and changes."""
        about = {name: getattr(self.about, name) for name in ("entity", "outlet", "text", "event")}
        return {**about, "since": self.since, "until": self.until, "limit": self.limit}


def news(
    connection: Connection, since: str, until: str | None = None, what: What | None = None, limit: int = 100,
    about: Filters = _ALL, background: bool = True,
) -> list[News]:  # fmt: skip
    """What happened from a day on (ISO date), to another if given; the latest first, at most `limit` of each kind.

    Of one day, what most independent articles say is first.
    `about` leaves the statements of an entity, outlet, words or event. What was withdrawn is then left out. Without
    `background`, what is new is only what several articles have.
    """
    span = _Span(since, until or _END, limit, about, background)
    found = [one for kind in ([what] if what else What) for one in _READERS[kind](connection, span)]
    ranks = {kind: rank for rank, kind in enumerate(What)}
    return sorted(
        found, key=lambda n: (_reversed(n.day), ranks[n.what], -n.articles, n.words, n.statement or "", n.other or "")
    )


#: A month or year counts from its first day. A day that stands for no day ("9999-12-31") counts as none.
_RECENT = """
SELECT DATE(SUBSTR(MAX(last_seen) || '-01-01', 1, 10), :back)
FROM statements INDEXED BY statements_last_seen WHERE last_seen < '9'
"""


def recent_day(connection: Connection, days: int = 30) -> str:
    """So many days before the newest article, where changes are listed from if no day is given."""
    return str(connection.execute(_RECENT, {"back": f"-{days} days"}).fetchone()[0] or "0001-01-01")


def count_background(connection: Connection, since: str, until: str | None, about: Filters, limit: int) -> int:
    """How many statements that `news` leaves out without the background, at most `limit`."""
    only, values = _Span(since, until or _END, limit, about).only(connection)
    start = _FROM_OUTLET if about == Filters(outlet=about.outlet) and about.outlet is not None else _FROM_DAY
    return int(connection.execute(_BACKGROUND.format(start=start, only=only), values).fetchone()[0])


#: What an analyst looks at first; what one article says for the first time comes last.
_FIRST = (What.NEW, What.CONTRADICTED, What.SUPERSEDED, What.WITHDRAWN, What.CONFIRMED, What.REPEATED)


def by_weight(found: Iterable[News]) -> list[News]:
    """News that several articles have first, then contradictions, changes, what was withdrawn, confirmed or repeated,
    and last the background; the latest first among each."""
    return sorted(found, key=lambda one: (one.background, _FIRST.index(one.what), _reversed(one.day)))


@lru_cache(maxsize=10_000)
def _reversed(day: str) -> tuple[int, ...]:
    """A key by which later days come first."""
    return tuple(-ord(char) for char in day)


def _words(source: str | None, *parts: str | None) -> str:
    words = " · ".join(part for part in parts if part)
    return f"{source}: {words}" if source else words


def _contradicted(connection: Connection, span: _Span) -> Iterator[News]:
    links = (link for link in _links(queries.contradictions, connection, span) if link.status != "apparent")
    return _of_links(What.CONTRADICTED, links, span.limit)


def _superseded(connection: Connection, span: _Span) -> Iterator[News]:
    return _of_links(What.SUPERSEDED, _told_once(_links(queries.changes, connection, span)), span.limit)


def _told_once(changes: Iterable[queries.Link]) -> Iterator[queries.Link]:
    """Without those that say of the same statement on the same day the same: "opened the tunnel", "opens tunnel"."""
    met = set()
    for link in changes:
        if (told := (link.left_statement, link.at, link.why)) not in met:
            met.add(told)
            yield link


def _links(read: Callable[..., list[queries.Link]], connection: Connection, span: _Span) -> Iterator[queries.Link]:
    """The latest first, read as many at a time as are asked for and then more: some make no news of their own."""
    many, met = span.limit, 0
    while found := read(connection, **{**span.of_links(), "limit": many}, offset=met):
        yield from found
        if len(found) != many:
            return
        met, many = met + many, 2 * many


def _of_links(what: What, links: Iterable[queries.Link], limit: int) -> Iterator[News]:
    """At most `limit`, but all where that is negative: one for each finding, and of several denials of an accusation on
    a day the one that was published first."""
    found = (link for _, day in groupby(links, key=lambda link: link.at) for link in _once(list(day)))
    return (_of_link(what, link) for link in islice(found, limit if limit >= 0 else None))


def _once(links: Sequence[queries.Link]) -> Iterator[queries.Link]:
    """Those of one day without further denials of an accusation."""
    first: dict[str, queries.Link] = {}
    for link in sorted(links, key=lambda link: (link.right.published or _END, link.key)):
        if link.kind == "accusation":
            first.setdefault(link.left_statement, link)
    return (link for link in links if link.kind != "accusation" or first[link.left_statement] is link)


def _of_link(what: What, link: queries.Link) -> News:
    return News(
        link.at or "", what, link.left_statement, link.left.words, link.why, link.right_statement, link.right.words
    )


def _confirmed(connection: Connection, span: _Span) -> Iterator[News]:
    return _told_again(connection, span, What.CONFIRMED)


def _repeated(connection: Connection, span: _Span) -> Iterator[News]:
    return _told_again(connection, span, What.REPEATED)


def _told_again(connection: Connection, span: _Span, what: What) -> Iterator[News]:
    """What a further article tells in its own voice, or that it reports what somebody says."""
    found = _confirmations(connection, span, what is What.REPEATED)
    for day, key, source, subject, relation, thing, copy_clusters, outlet, passing in found:
        by = f"by {outlet}" if outlet else "by a further article"
        yield News(
            day,
            what,
            key,
            _words(source, subject, relation, thing),
            f"{by}: {copy_clusters} independent articles",
            background=bool(passing),
            in_passing=bool(passing),
        )


def _confirmations(connection: Connection, span: _Span, are_said: bool) -> list[tuple[Any, ...]]:
    """The newest, of what somebody says or of what articles tell, read of so many statements at a time until none of
    the others can be newer."""
    found: list[tuple[Any, ...]] = []
    only, values = span.only(connection)
    rows = connection.execute(_SAID_AGAIN.format(only=only), values)
    while some := rows.fetchmany(_AT_A_TIME):
        latest = some[0][1]
        if 0 <= span.limit <= sum(row[0] > latest for row in found):
            break
        numbers = json.dumps([number for number, _ in some])
        told = connection.execute(_CONFIRMED, {**values, "statements": numbers, "are_said": are_said})
        found += (tuple(row) for row in told)
    found.sort(key=lambda row: row[1])
    found.sort(key=lambda row: row[0], reverse=True)
    return found if span.limit < 0 else found[: span.limit]


def _new(connection: Connection, span: _Span) -> Iterator[News]:
    values = {"statements": json.dumps(list(_newest(connection, span))), "limit": span.limit}
    for day, key, source, *words, standing, copy_clusters, passing in connection.execute(_NEW, values):
        where = _ONE_ARTICLE if copy_clusters == 1 else f"in {copy_clusters} independent articles"
        why = f"{badge(standing, ' '.join(part for part in words if part))}, {where}"
        background = bool(passing) or copy_clusters == 1
        yield News(
            day, What.NEW, key, _words(source, *words), why, background=background, in_passing=bool(passing),
            articles=copy_clusters,
        )  # fmt: skip


def _newest(connection: Connection, span: _Span) -> Iterator[int]:
    """The row ids of statements, until so many are newer than all that follow."""
    only, values = span.only(connection)
    days: list[str] = []  # those of the newest, the oldest of them first
    query = _SEEN if span.background else _SEEN_AGAIN
    for number, last, first in connection.execute(query.format(only=only), values):
        if 0 <= span.limit <= len(days) and days[0] > last:
            return
        yield int(number)
        insort(days, first)
        if 0 <= span.limit < len(days):
            del days[0]


def _withdrawn(connection: Connection, span: _Span) -> Iterator[News]:
    if span.about != _ALL:
        return
    given = {"since": span.since, "until": span.until, "limit": span.limit}
    for day, claim, title, outlet in connection.execute(_WITHDRAWN, given):
        where = ", ".join(part for part in (title, outlet) if part)
        yield News(day, What.WITHDRAWN, None, claim, f"no longer in {where or 'its article'}")


_READERS = {
    What.CONTRADICTED: _contradicted,
    What.SUPERSEDED: _superseded,
    What.WITHDRAWN: _withdrawn,
    What.CONFIRMED: _confirmed,
    What.REPEATED: _repeated,
    What.NEW: _new,
}
