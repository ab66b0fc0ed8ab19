"""Claims that people rejected leave their events and paraphrases, those whose rejection is taken back come back, and
what hangs together by them is put right.

The same as if the article came again, but only what the decision changes is looked at. Events of thousands of claims
would be parted and joined again otherwise, for each claim that leaves them or comes back.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain

from db.claims import set_events
from db.events import joining, similar_articles
from db.events.joining import EVENT, LEVELS, PARAPHRASE, Judged, Level
from db.events.occurrence_reading import read_occurrences
from db.events.occurrences import Occurrence, kindred_kinds
from db.events.remembering import Remembered
from db.events.similar_articles import Likeness
from db.keys import event_key
from db.sqlite import Connection
from db.statements import maintenance as statements

#: Claims with this key that are left: the keys that make that of an event; whether it is the one that leads.
_LEFT = {
    EVENT: "SELECT a.key, c.key FROM claims AS c JOIN articles AS a ON a.id = c.article WHERE c.event = ?",
    PARAPHRASE: "SELECT leads, claim FROM paraphrases WHERE leader = ?",
}
_WAIT = """
INSERT INTO waiting_claims (claim, event, leader, joined)
SELECT c.id, c.event, p.leader, 1 FROM json_each(?) AS k CROSS JOIN claims AS c ON c.id = k.value
LEFT JOIN paraphrases AS p ON p.claim = c.id WHERE 1 ON CONFLICT DO NOTHING
"""
#: Claims that come back wait without an event. (Those that still wait to leave do that first.)
_WAIT_TO_COME = "INSERT INTO waiting_claims (claim, joined) VALUES (?, 0) ON CONFLICT DO NOTHING"
_STAY_AWAY = """
DELETE FROM waiting_claims WHERE joined = 0 AND claim IN (SELECT value FROM json_each(?)) RETURNING claim
"""
_NEXT = """
SELECT a.copy_cluster, a.id FROM waiting_claims AS w CROSS JOIN claims AS c ON c.id = w.claim
CROSS JOIN articles AS a ON a.id = c.article ORDER BY w.claim LIMIT ?
"""
_OF_ARTICLES = """
SELECT w.claim, w.joined, c.status = 'rejected' FROM waiting_claims AS w CROSS JOIN claims AS c ON c.id = w.claim
WHERE c.article IN (SELECT value FROM json_each(?))
"""
_LEFT_THEM = "UPDATE waiting_claims SET joined = 0, event = NULL, leader = NULL WHERE claim = ?"
#: Claims that are looked at for copies of one article: they leave at once, and what is similar is read once for all.
_AT_ONCE = 60
#: Articles that are similar to one, and how much.
Near = Mapping[int, Likeness]


_later: ContextVar[bool] = ContextVar("later", default=False)


@contextmanager
def later() -> Iterator[None]:
    """What is rejected or comes back from here on waits: whoever asks for this calls `settle` some time after, in
    transactions of its own. Nobody waits for it, and no page shows a rejected claim meanwhile, only events that still
    hold together by it.
    """
    token = _later.set(True)
    try:
        yield
    finally:
        _later.reset(token)


def withdraw(connection: Connection, claims: Iterable[int]) -> None:
    """Takes rejected claims (row ids) out of their events and paraphrases, with all that follows: now or later."""
    given = json.dumps(sorted(claims))
    away = {claim for (claim,) in connection.execute(_STAY_AWAY, (given,)).fetchall()}
    given = json.dumps(sorted(set(json.loads(given)) - away))
    connection.execute(_WAIT, (given,))
    set_events(connection, [(None, claim) for claim in json.loads(given)])
    connection.execute("DELETE FROM paraphrases WHERE claim IN (SELECT value FROM json_each(?))", (given,))
    if not _later.get():
        settle(connection)


def bring_back(connection: Connection, claims: Iterable[int]) -> None:
    """Puts claims (row ids) that are no longer rejected to events and statements again: now or later."""
    connection.executemany(_WAIT_TO_COME, [(claim,) for claim in sorted(claims)])
    if not _later.get():
        settle(connection)


def is_waiting(connection: Connection) -> bool:
    """Whether claims wait to leave or to come back."""
    return connection.execute("SELECT 1 FROM waiting_claims LIMIT 1").fetchone() is not None


def settle(connection: Connection) -> None:
    """Puts right what waits. Before claims that are there change or go, in the same transaction. (New articles may come
    meanwhile: they are joined with what is left.)"""
    while settle_next(connection):
        pass


def settle_next(connection: Connection) -> bool:
    """The same for one article and some of its copies; whether there was one."""
    next_ones = connection.execute(_NEXT, (_AT_ONCE,)).fetchall()
    if not next_ones:
        return False
    articles = {article for cluster, article in next_ones if cluster == next_ones[0][0]}
    waiting = connection.execute(_OF_ARTICLES, (json.dumps(sorted(articles)),)).fetchall()
    leaving = [(claim, is_rejected) for claim, joined, is_rejected in waiting if joined]
    if leaving:
        done = [claim for claim, is_rejected in leaving if is_rejected]
        coming = [claim for claim, is_rejected in leaving if not is_rejected]
        statements.add(connection, _change_articles(connection, articles, done, coming))
    else:
        changed = _change_articles(connection, articles, [claim for claim, *_ in waiting])
        statements.add(connection, changed | articles)
    return True


def _change_articles(
    connection: Connection, articles: Collection[int], done: Collection[int], coming: Collection[int] = ()
) -> set[int]:
    """Puts right what follows from it that claims of these articles are `done` with waiting, and that others that are
    `coming` back have left. Returns the articles whose paraphrases changed by it. Those of other articles that wait
    stay until it is their turn."""
    before = {one.claim: one for one in read_occurrences(connection, articles, waiting=True)}
    was = {article: similar_articles.similar_to(connection, article) for article in sorted(articles)}
    told = read_occurrences(connection, {*was, *chain(*was.values())}, kindred_kinds(before.values()), waiting=True)
    connection.executemany("DELETE FROM waiting_claims WHERE claim = ?", [(claim,) for claim in done])
    connection.executemany(_LEFT_THEM, [(claim,) for claim in coming])
    after = {one.claim: one for one in read_occurrences(connection, articles)}
    similar = _enter_anew(connection, {one.article for one in chain(before.values(), after.values())}, after.values())
    farther = {article: _that_gained(article, similar, was) for article in similar}
    held = {level: {(one.article, level.now(one)) for one in told} for level in LEVELS}
    moved = {
        claim: one
        for claim, one in (after | before).items()
        if not _is_same(before.get(claim), after.get(claim))
        or any(
            level.now(one) and (other, level.now(one)) in held[level]
            for other in farther[one.article]
            for level in LEVELS
        )
    }
    others = [one for one in told if one.claim not in moved]
    changed: set[int] = set()
    for level in LEVELS:
        touched = _leave(connection, level, list(moved.values()), after, others, was)
        changed |= touched if level is PARAPHRASE else set()
    remembered = Remembered()
    for article, near in similar.items():
        own = {one.claim for one in after.values() if one.article == article}
        nearer = {other: near[other] for other in _that_gained(article, was, similar)}
        if new := own & moved.keys():
            changed |= _join(connection, article, new, near, remembered)
        if nearer:
            changed |= _join(connection, article, own - new, nearer, remembered)
    return changed


def _enter_anew(
    connection: Connection, articles: Collection[int], claims: Collection[Occurrence]
) -> Mapping[int, Near]:
    """Puts articles among others by what they tell by now: what is similar to each."""
    told = {article: [one.participants for one in claims if one.article == article] for article in sorted(articles)}
    for article in told:
        similar_articles.leave(connection, article)
    for article, participants in told.items():
        similar_articles.enter(connection, article, similar_articles.topic(participants))
    return {article: similar_articles.similar_to(connection, article) for article in told}


def _that_gained(article: int, before: Mapping[int, Near], after: Mapping[int, Near]) -> list[int]:
    """The articles that are more similar to one after than before; of two that leave at once, for the later one."""
    return [
        other
        for other, likeness in after[article].items()
        if likeness > before[article].get(other, Likeness.LOOSE - 1) and (other not in after or other < article)
    ]


def _is_same(one: Occurrence | None, other: Occurrence | None) -> bool:
    """Whether a claim is there before and after, and compares as it did."""
    return one is not None and other is not None and one.content == other.content and one.own_leader == other.own_leader


def _join(
    connection: Connection, article: int, claims: Collection[int], similar: Near, remembered: Remembered
) -> set[int]:
    """Joins these claims of an article with those of similar ones; the articles whose paraphrases changed."""
    own = read_occurrences(connection, [article], claims=claims)
    return joining.join(connection, own, remembered, similar)


def _leave(
    connection: Connection, level: Level, moved: Sequence[Occurrence], after: Mapping[int, Occurrence],
    others: Sequence[Occurrence], similar: Mapping[int, Near],
) -> set[int]:  # fmt: skip
    """Takes these claims out of what hangs together; the articles that were touched. `after`: as the claims that come
    back compare by then."""
    leaving: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for one in moved:
        if key := level.now(one):
            leaving[key].append(one)
    level.put(connection, [(None, one.claim, False) for gone in leaving.values() for one in gone])
    staying: dict[str, list[Occurrence]] = {key: [] for key in leaving}
    for one in others:
        if (key := level.now(one)) in staying:
            staying[key].append(one)
    touched = {one.article for gone in leaving.values() for one in gone}
    for key, gone in leaving.items():
        linked = [*gone, *(after[one.claim] for one in gone if one.claim in after)]
        if not _is_whole(connection, level, linked, staying[key], similar) or not _keep(connection, level, key):
            touched |= joining.part(connection, level, {key})
    return touched


def _is_whole(
    connection: Connection, level: Level, gone: Sequence[Occurrence], staying: Sequence[Occurrence],
    similar: Mapping[int, Near],
) -> bool:  # fmt: skip
    """Whether what hung together still does without some claims, as far as those show that were linked with them:
    each part that falls off has one of these."""
    judged = Judged(connection, (*gone, *staying) if level is EVENT else ())
    if judged.with_:
        return False
    left = _linked_with(level, gone, staying, similar)
    if not left:
        return False
    is_linked = joining.test_once(level.is_linked, staying)
    near: dict[int, Near] = {}  # (read of those only that are reached: of copies, one is enough)
    reached = [next(one for one in staying if one.claim in left)]
    away = [one for one in staying if one is not reached[0]]
    left.discard(reached[0].claim)
    while reached and left:
        one, apart = reached.pop(), list[Occurrence]()
        if one.article not in near:
            near[one.article] = similar_articles.similar_to(connection, one.article)
        for other in away:
            is_reached = _are_near(level, one, other, near[one.article].get(other.article)) and is_linked(one, other)
            (reached if is_reached else apart).append(other)
        left -= {other.claim for other in reached}
        away = apart
    return not left


def _linked_with(
    level: Level, gone: Sequence[Occurrence], staying: Sequence[Occurrence], similar: Mapping[int, Near]
) -> set[int]:
    """The claims that are linked with any that leave: tested once for all that compare the same."""
    found: set[int] = set()
    for theirs in joining.by_content(staying).values():
        linked = [one for one in gone if level.is_linked(one, theirs[0])]
        found |= {
            other.claim
            for other in theirs
            if any(_are_near(level, one, other, similar[one.article].get(other.article)) for one in linked)
        }
    return found


def _are_near(level: Level, one: Occurrence, other: Occurrence, likeness: Likeness | None) -> bool:
    """Whether the articles of two claims are as similar as this level asks for."""
    return likeness is Likeness.CLOSE if level is PARAPHRASE else joining.are_near(likeness, one, other)


def _keep(connection: Connection, level: Level, key: str) -> bool:
    """Gives what still hangs together another key where its key was that of a claim that left; whether it could."""
    rows = connection.execute(_LEFT[level], (key,)).fetchall()
    if len(rows) < 2:
        return False
    if level is PARAPHRASE:  # what orders them is not stored
        return any(leads for leads, _ in rows)
    own = min(event_key(*row) for row in rows)
    if own != key:
        level.rename(connection, [(own, key)])
    return True
