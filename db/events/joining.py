"""Events and paraphrases follow claims: an article comes, changes or goes, and what hangs together is put right.

On either level, what hangs together by links between claims of similar articles goes by the smallest of the keys that
its claims would have alone, so that it comes from the set of current claims. A claim that hangs together with no other
has no key.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from db import claims
from db.components import Parts, components
from db.events import similar_articles
from db.events.agreement import agree_closely, is_same
from db.events.occurrence_reading import read_occurrences
from db.events.occurrences import Occurrence, kindred_kinds
from db.events.paraphrases import hangs_with, may_say_same
from db.events.remembering import FAR, Remembered, Verdict
from db.events.similar_articles import Likeness, Topic
from db.sqlite import Connection
from db.steps import tell
from db.turns import look_up

_HOLDING = "SELECT DISTINCT article FROM claims WHERE +current = 1 AND key IN (SELECT value FROM json_each(?))"
#: (Those of one week together: they are compared with each other, and what was read of the last is kept.)
_CURRENT = """
SELECT id FROM articles WHERE current = 1 AND id IN (SELECT value FROM json_each(?))
ORDER BY SUBSTR(published, 1, 10), id
"""
#: Of the claims of these articles, or of those with these keys: article and key.
_EVENTS = "SELECT article, event FROM claims WHERE {} IN (SELECT value FROM json_each(?)) AND event <> ''"
_PARAPHRASES = (
    "SELECT c.article, p.leader FROM paraphrases AS p CROSS JOIN claims AS c ON c.id = p.claim "
    "WHERE p.{} IN (SELECT value FROM json_each(?))"
)
_OF_ARTICLES = (
    "SELECT c.article, p.leader FROM claims AS c CROSS JOIN paraphrases AS p ON p.claim = c.id "
    "WHERE c.article IN (SELECT value FROM json_each(?))"
)
#: The event and leader of claims by now, those that wait to leave with theirs.
_NOW = """
SELECT c.id, COALESCE(c.event, w.event), COALESCE(p.leader, w.leader)
FROM json_each(?) AS k CROSS JOIN claims AS c ON c.id = k.value
LEFT JOIN paraphrases AS p ON p.claim = c.id LEFT JOIN waiting_claims AS w ON w.claim = c.id
"""


#: Articles after which it is told how far the work is.
_MANY = 100


class Judged:
    """What people said of these claims: which of them are apart, and which are about one event."""

    def __init__(self, connection: Connection, claims: Iterable[Occurrence]) -> None:
        self.apart: set[str] = set()
        self.with_: defaultdict[str, set[str]] = defaultdict(set)
        if not _has_judgements(connection):
            return
        query = (
            "SELECT c.claim, j.judgement, j.claims FROM json_each(?) AS k CROSS JOIN judged_claims AS c "
            "ON c.claim = k.value CROSS JOIN event_judgements AS j ON j.id = c.judgement"
        )
        for claim, judgement, together in connection.execute(query, (json.dumps(sorted({one.key for one in claims})),)):
            self.with_[claim].update(json.loads(together))
            if judgement == "split":
                self.apart.add(claim)

    def links(self, one: Occurrence, other: Occurrence, found: bool) -> bool:
        """Whether two claims are about one event, where the machine `found` that they are, or are not."""
        if other.key in self.with_.get(one.key, ()):
            return True
        return found and one.key not in self.apart and other.key not in self.apart

    def without_apart(self, claims: Iterable[Occurrence]) -> list[Occurrence]:
        """Those that the machine may link with others."""
        return [one for one in claims if one.key not in self.apart]


def _has_judgements(connection: Connection) -> bool:
    return connection.execute("SELECT 1 FROM event_judgements LIMIT 1").fetchone() is not None


#: Pairs that are compared between two looks whether somebody waits for the lock.
_AT_A_TIME = 500
#: Claims of an article, and claims of others that each of them is linked with.
Linked = tuple[Sequence[Occurrence], Sequence[Occurrence]]


@dataclass(frozen=True, slots=True)
class Level:
    """One way in which claims hang together: the test, a claim's key alone and now, and how keys are stored."""

    is_linked: Callable[[Occurrence, Occurrence], bool]
    own: Callable[[Occurrence], str]
    now: Callable[[Occurrence], str | None]
    of_articles: str
    of_keys: str
    clear: Callable[[Connection, Iterable[int]], None]
    rename: Callable[[Connection, Iterable[tuple[str, str]]], None]
    put: Callable[[Connection, Iterable[tuple[str | None, int, bool]]], None]


def _put_events(connection: Connection, found: Iterable[tuple[str | None, int, bool]]) -> None:
    claims.set_events(connection, [(key, claim) for key, claim, _ in found])


def _clear_paraphrases(connection: Connection, articles: Iterable[int]) -> None:
    query = "DELETE FROM paraphrases WHERE claim IN (SELECT id FROM claims WHERE article = ?)"
    connection.executemany(query, [(article,) for article in articles])


def _rename_leaders(connection: Connection, keys: Iterable[tuple[str, str]]) -> None:
    given = list(keys)
    connection.executemany("UPDATE paraphrases SET leader = ?, leads = 0 WHERE leader = ?", given)
    connection.executemany("UPDATE waiting_claims SET leader = ? WHERE leader = ?", given)


def _put_paraphrases(connection: Connection, found: Iterable[tuple[str | None, int, bool]]) -> None:
    rows = list(found)
    connection.executemany("DELETE FROM paraphrases WHERE claim = ?", [(claim,) for _, claim, _ in rows])
    kept = [(claim, key, int(leads)) for key, claim, leads in rows if key is not None]
    connection.executemany("INSERT INTO paraphrases (claim, leader, leads) VALUES (?, ?, ?)", kept)


EVENT = Level(
    is_same, lambda one: one.own, lambda one: one.event, _EVENTS.format("article"), _EVENTS.format("event"),
    claims.clear_events, claims.rename_events, _put_events,
)  # fmt: skip
PARAPHRASE = Level(
    hangs_with, lambda one: one.own_leader, lambda one: one.leader, _OF_ARTICLES, _PARAPHRASES.format("leader"),
    _clear_paraphrases, _rename_leaders, _put_paraphrases,
)  # fmt: skip
LEVELS = (EVENT, PARAPHRASE)


def refresh(connection: Connection, articles: Iterable[int]) -> set[int]:
    """Puts the claims of these articles (row ids) to events and paraphrases, or puts right what has changed for them.

    Returns the articles whose paraphrases changed by it: statements follow them.
    """
    given = sorted(set(articles))
    changed = remove(connection, given)
    current = connection.execute(_CURRENT, (json.dumps(given),)).fetchall()
    remembered = Remembered()
    for done, (article,) in enumerate(current):
        if len(current) >= _MANY and not done % _MANY:
            tell("Events", done, len(current))
        changed |= enter(connection, article, remembered)
    return changed


def enter(connection: Connection, article: int, remembered: Remembered, topic: Topic | None = None) -> set[int]:
    """The same for a current article that is in no event yet. `topic` is that of its claims, if it is known."""
    own = read_occurrences(connection, [article]) if topic is None else None
    words = similar_articles.topic(one.participants for one in own) if own is not None else topic or {}
    similar, judged = similar_articles.enter(connection, article, words), _has_judgements(connection)
    if not similar and not judged:
        return set()
    if own is None:  # (people may have put a claim to an event of another article that came with this one)
        told = None if judged else remembered.foretold.get(article)
        own = read_occurrences(connection, [article]) if told is None else told()
    remembered.keep([article], own)
    return join(connection, own, remembered, similar)


def remove(connection: Connection, articles: Iterable[int]) -> set[int]:
    """Takes the claims of these articles (row ids) out of their events and paraphrases, and parts what hung together by
    them. Returns the articles whose paraphrases changed by it."""
    given = sorted(set(articles))
    held = [connection.execute(level.of_articles, (json.dumps(given),)).fetchall() for level in LEVELS]
    for level in LEVELS:
        level.clear(connection, given)
    for article in given:
        similar_articles.leave(connection, article)
    changed: set[int] = set()
    for level, rows in zip(LEVELS, held, strict=True):
        touched = part(connection, level, {key for _, key in rows}) if rows else set()
        if level is PARAPHRASE:
            changed |= touched | {article for article, _ in rows}
    return changed


def rebuild(connection: Connection) -> None:
    """Makes all events and paraphrases anew from the current claims and judgements. Statements follow."""
    connection.execute("DELETE FROM waiting_claims")
    refresh(connection, [article for (article,) in connection.execute("SELECT id FROM articles ORDER BY id")])


def part(connection: Connection, level: Level, keys: set[str]) -> set[int]:
    """Puts right what is left of these keys; the articles that were touched."""
    holders = connection.execute(level.of_keys, (json.dumps(sorted(keys)),)).fetchall()
    articles = {row[0] for row in holders}
    left: dict[str | None, list[Occurrence]] = {key: [] for key in keys}
    for occurrence in read_occurrences(connection, articles):
        if level.now(occurrence) in left:
            left[level.now(occurrence)].append(occurrence)
    for members in left.values():
        least = Likeness.CLOSE if level is PARAPHRASE else Likeness.LOOSE
        similar = similar_articles.pairs(connection, {member.article for member in members}, least)
        judged = Judged(connection, members if level is EVENT else ())
        is_linked = test_once(level.is_linked, members)
        parts, linked = Parts[int](), list[tuple[Occurrence, Occurrence]]()
        for number, (one, other) in enumerate(_pairs(members, similar, judged)):
            if number % _AT_A_TIME == 0:
                look_up()
            if parts.are_one(one.claim, other.claim):  # by others: whether these two are linked changes nothing
                continue
            likeness = similar.get((one.article, other.article))
            if judged.links(one, other, are_near(likeness, one, other) and is_linked(one, other)):
                parts.join(one.claim, other.claim)
                linked.append((one, other))
        own = {member.claim: level.own(member) for member in members}
        found = components(own, ((one.claim, other.claim) for one, other in linked))
        joined = {member.claim for two in linked for member in two}
        _store(connection, level, [(one, found[one.claim] if one.claim in joined else None) for one in members])
    return articles


def _pairs(
    members: Sequence[Occurrence], similar: Iterable[tuple[int, int]], judged: Judged
) -> Iterable[tuple[Occurrence, Occurrence]]:
    """Pairs of claims that may be linked: those of similar articles, or all where people said which belong together."""
    if judged.with_:
        return combinations(members, 2)
    told: defaultdict[int, list[Occurrence]] = defaultdict(list)
    for member in members:
        told[member.article].append(member)
    order = {article: number for number, article in enumerate(told)}
    near = (two for two in similar if order[two[0]] < order[two[1]])
    return chain.from_iterable(product(told[one], told[other]) for one, other in near)


def are_near(likeness: Likeness | None, one: Occurrence, other: Occurrence) -> bool:
    """Whether claims of two articles may be about one event: in loosely similar ones, those that say much of
    the same."""
    return likeness is not None and (likeness > Likeness.LOOSE or agree_closely(one, other))


def test_once(
    is_linked: Callable[[Occurrence, Occurrence], bool], claims: Sequence[Occurrence]
) -> Callable[[Occurrence, Occurrence], bool]:
    """The test for these claims, made once for all that compare the same."""
    alike = {one.claim: number for number, same in enumerate(by_content(claims).values()) for one in same}
    found: dict[tuple[int, int], bool] = {}

    def is_linked_alike(one: Occurrence, other: Occurrence) -> bool:
        two = alike[one.claim], alike[other.claim]
        if two not in found:
            found[two] = is_linked(one, other)
        return found[two]

    return is_linked_alike


def join(
    connection: Connection, own: Sequence[Occurrence], remembered: Remembered, closely: Mapping[int, Likeness]
) -> set[int]:
    """Joins the claims of an article with those of similar ones; the articles whose paraphrases changed. `closely`
    says which articles are similar, and how much."""
    near, verdicts = _near(own, remembered.by_content(connection, closely, kindred_kinds(own)), remembered)
    judged = Judged(connection, (*own, *(other for _, theirs in near for other in theirs)))
    near = _one_of_each(connection, near, closely, judged)
    told = [
        (mine, _of_near_articles(mine, theirs, closely))
        for (mine, theirs), verdict in zip(near, verdicts, strict=True)
        if verdict.is_same
    ]
    _join_events(connection, own, [both for both in told if both[1]], judged)
    said = [
        (mine, [other for other in theirs if closely.get(other.article) is Likeness.CLOSE])
        for (mine, theirs), verdict in zip(near, verdicts, strict=True)
        if verdict.hangs_with
    ]
    return _link(connection, PARAPHRASE, [two for linked in said if linked[1] for two in _chain(*linked)])


def _one_of_each(
    connection: Connection, near: Sequence[Linked], closely: Mapping[int, Likeness], judged: Judged
) -> list[Linked]:
    """The same with one of the others for each event and leader: by it, a claim hangs together with all of them."""
    groups = {theirs[0].claim: theirs for _, theirs in near}
    asked = json.dumps([one.claim for theirs in groups.values() for one in theirs])
    now = {claim: held for claim, *held in connection.execute(_NOW, (asked,))}
    kept: dict[int, list[Occurrence]] = {}
    for group, theirs in groups.items():
        found: dict[object, Occurrence] = {}
        for one in theirs:
            (event, leader), likeness = now[one.claim], closely.get(one.article)
            is_held = event and (leader or likeness is not Likeness.CLOSE)
            found.setdefault((event, leader, likeness, one.key in judged.apart) if is_held else one.claim, one)
        kept[group] = [_placed(one, *now[one.claim]) for one in found.values()]
    return [(mine, kept[theirs[0].claim]) for mine, theirs in near]


def _placed(one: Occurrence, event: str | None, leader: str | None) -> Occurrence:
    return one._replace(event=event, leader=leader)


def _of_near_articles(
    own: Sequence[Occurrence], others: Sequence[Occurrence], closely: Mapping[int, Likeness]
) -> list[Occurrence]:
    """Those of some claims that compare the same whose articles are similar enough."""
    return [other for other in others if are_near(closely.get(other.article), own[0], other)]


def _near(
    own: Sequence[Occurrence], others: Mapping[int, Sequence[Occurrence]], remembered: Remembered
) -> tuple[list[Linked], list[Verdict]]:
    """Claims that may be about one event: what either test of two claims asks for; and what these found."""
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    for number, theirs in others.items():
        for kind in kindred_kinds(theirs[:1]):
            by_kind[kind].append(number)
    near, verdicts = list[Linked](), list[Verdict]()
    for mine in by_content(own).values():
        look_up()
        tested = remembered.tested(mine[0])
        for number in by_kind[mine[0].kind]:
            theirs = others[number]
            if number not in tested:
                tested[number] = _test(mine[0], theirs[0])
            if (verdict := tested[number]) is not FAR:
                near.append((mine, theirs))
                verdicts.append(verdict)
    return near, verdicts


def _test(one: Occurrence, other: Occurrence) -> Verdict:
    return Verdict(is_same(one, other), hangs_with(one, other)) if may_say_same(one, other) else FAR


def by_content(claims: Iterable[Occurrence]) -> dict[tuple[object, ...], list[Occurrence]]:
    """Claims that compare the same with any other, as those of near copies do, together."""
    found: dict[tuple[object, ...], list[Occurrence]] = {}
    for one in claims:
        found.setdefault(one.content, []).append(one)
    return found


def _chain(own: Sequence[Occurrence], others: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Pairs by which all of these hang together, where each of the ones is linked with each of the others."""
    yield from ((one, other) for one in own[:1] for other in others)
    yield from ((one, other) for one in own[1:] for other in others[:1])


def _join_events(connection: Connection, own: Sequence[Occurrence], near: Sequence[Linked], judged: Judged) -> None:
    """Joins what is about one event, by the machine and by what people said."""
    named = {key for one in own for key in judged.with_.get(one.key, ())}
    found = connection.execute(_HOLDING, (json.dumps(sorted(named)),)).fetchall() if named else []
    told = read_occurrences(connection, {article for (article,) in found}) if found else []
    linked = [two for linked in near for two in _chain(*(judged.without_apart(claims) for claims in linked))]
    linked += [(one, other) for one in own for other in told if other.key in judged.with_.get(one.key, ())]
    _link(connection, EVENT, [(one, other) for one, other in linked if one.claim != other.claim])


def _link(connection: Connection, level: Level, linked: Sequence[tuple[Occurrence, Occurrence]]) -> set[int]:
    """Joins what is linked; the articles that were touched."""
    members = {member.claim: member for two in linked for member in two}
    now = {claim: level.now(member) or level.own(member) for claim, member in members.items()}
    keys = components({key: key for key in now.values()}, ((now[one.claim], now[other.claim]) for one, other in linked))
    stored = {level.now(member) for member in members.values()}
    renamed = [(key, before) for before, key in keys.items() if key != before and before in stored]
    held = connection.execute(level.of_keys, (json.dumps([before for _, before in renamed]),)).fetchall()
    level.rename(connection, renamed)
    _store(connection, level, [(one, keys[now[one.claim]]) for one in members.values() if level.now(one) is None])
    return {row[0] for row in held} | {one.article for one in members.values() if level.now(one) is None}


def _store(connection: Connection, level: Level, found: Iterable[tuple[Occurrence, str | None]]) -> None:
    changed = [(key, one.claim, key == level.own(one)) for one, key in found if key != level.now(one)]
    level.put(connection, changed)
