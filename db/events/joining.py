"""Events follow claims: an article comes, changes or goes, and the events of its claims are put right.

An event is what hangs together by `is_same` between claims of similar articles. Its key is the smallest of those that
its claims would have alone, so that it comes from the set of current claims. A claim that shares its event with no
other has none.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from db import claims
from db.components import components
from db.events import similar_articles
from db.events.occurrences import Occurrence, is_same, read_occurrences
from db.sqlite import Connection

_EVENTS = "SELECT DISTINCT event FROM claims WHERE article IN (SELECT value FROM json_each(?)) AND event IS NOT NULL"
_HOLDERS = "SELECT DISTINCT article, relation_normal FROM claims WHERE event IN (SELECT value FROM json_each(?))"
_CURRENT = "SELECT id FROM articles WHERE current = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY id"


def refresh(connection: Connection, articles: Iterable[int]) -> None:
    """Puts the claims of these articles (row ids) to events, or puts right what has changed for them."""
    given = sorted(set(articles))
    remove(connection, given)
    for (article,) in connection.execute(_CURRENT, (json.dumps(given),)).fetchall():
        own = read_occurrences(connection, [article])
        if similar := similar_articles.enter(connection, article, own):
            _join(connection, own, read_occurrences(connection, similar, {one.kind for one in own}))


def remove(connection: Connection, articles: Iterable[int]) -> None:
    """Takes the claims of these articles (row ids) out of their events, and parts what hung together by them."""
    given = sorted(set(articles))
    events = [event for (event,) in connection.execute(_EVENTS, (json.dumps(given),))]
    claims.clear_events(connection, given)
    for article in given:
        similar_articles.leave(connection, article)
    holders = connection.execute(_HOLDERS, (json.dumps(events),)).fetchall() if events else []
    left: dict[str | None, list[Occurrence]] = {event: [] for event in events}
    articles_left, kinds = ({row[n] for row in holders} for n in (0, 1))
    for occurrence in read_occurrences(connection, articles_left, kinds):
        if occurrence.event in left:
            left[occurrence.event].append(occurrence)
    for members in left.values():
        similar = similar_articles.pairs(connection, {member.article for member in members})
        linked = [
            (one.own, other.own)
            for one, other in combinations(members, 2)
            if (one.article, other.article) in similar and is_same(one, other)
        ]
        keys = components({member.own: member.own for member in members}, linked)
        joined = {key for two in linked for key in two}
        _store(connection, [(one, keys[one.own] if one.own in joined else None) for one in members])


def rebuild(connection: Connection) -> None:
    """Makes all events anew from the current claims."""
    refresh(connection, [article for (article,) in connection.execute("SELECT id FROM articles ORDER BY id")])


def _join(connection: Connection, own: Sequence[Occurrence], others: Sequence[Occurrence]) -> None:
    """Joins the claims of an article with those of similar ones."""
    by_kind: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for other in others:
        by_kind[other.kind].append(other)
    linked = [(one, other) for one in own for other in by_kind[one.kind] if is_same(one, other)]
    members = {member.claim: member for two in linked for member in two}
    now = [member.event or member.own for member in members.values()]
    keys = components(
        dict(zip(now, now, strict=True)), ((one.event or one.own, other.event or other.own) for one, other in linked)
    )
    claims.rename_events(connection, [(key, event) for event, key in keys.items() if key != event])
    _store(connection, [(member, keys[member.own]) for member in members.values() if member.event is None])


def _store(connection: Connection, found: Iterable[tuple[Occurrence, str | None]]) -> None:
    claims.set_events(connection, [(event, member.claim) for member, event in found if event != member.event])
