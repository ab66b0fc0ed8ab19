"""Claims that people rejected leave their events and paraphrases, and what hung together by them is put right.

The same as if the article came again without them, but only what the rejection changes is looked at. Events of
thousands of claims would be parted and joined again otherwise, for each claim that leaves them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from db.events import joining, similar_articles
from db.events.joining import EVENT, LEVELS, PARAPHRASE, Judged, Level
from db.events.occurrences import Occurrence, kindred_kinds, read_occurrences
from db.events.similar_articles import Likeness
from db.keys import event_key
from db.sqlite import Connection

#: Claims with these keys that are left: one article and claim for each.
_LEFT = {
    EVENT: "SELECT a.key, c.key FROM claims AS c JOIN articles AS a ON a.id = c.article WHERE c.event = ?",
    PARAPHRASE: "SELECT '', claim FROM paraphrases WHERE leader = ?",
}


def withdraw(connection: Connection, claims: Iterable[tuple[int, int]]) -> set[int]:
    """Takes rejected claims (row ids of claim and article) out of their events and paraphrases.

    Returns the articles whose paraphrases changed by it: statements follow them.
    """
    gone: defaultdict[int, set[int]] = defaultdict(set)
    for claim, article in claims:
        gone[article].add(claim)
    changed: set[int] = set()
    for article in sorted(gone):
        changed |= _withdraw(connection, article, gone[article])
    return changed


def _withdraw(connection: Connection, article: int, gone: Collection[int]) -> set[int]:
    before = read_occurrences(connection, [article], besides=gone)
    if not before:
        return set()
    after = {one.claim: one for one in read_occurrences(connection, [article])}
    was = similar_articles.similar_to(connection, article)
    similar_articles.leave(connection, article)
    similar = similar_articles.enter(
        connection, article, similar_articles.topic(one.participants for one in after.values())
    )
    nearer = {other for other, likeness in similar.items() if likeness > was.get(other, Likeness.LOOSE - 1)}
    farther = {other for other, likeness in was.items() if likeness > similar.get(other, Likeness.LOOSE - 1)}
    others = read_occurrences(connection, was, kindred_kinds(before)) if was else []
    held = {level: {level.now(one) for one in others if one.article in farther} - {None} for level in LEVELS}
    moved = [
        one
        for one in before
        if not _is_same(one, after.get(one.claim)) or any(level.now(one) in held[level] for level in LEVELS)
    ]
    changed: set[int] = set()
    for level in LEVELS:
        touched = _leave(connection, level, moved, others, was)
        changed |= touched if level is PARAPHRASE else set()
    new = {one.claim for one in moved if one.claim in after}
    if new:
        changed |= _join(connection, article, new, similar)
    if nearer:
        changed |= _join(connection, article, after.keys() - new, {other: similar[other] for other in sorted(nearer)})
    return changed


def _is_same(one: Occurrence, other: Occurrence | None) -> bool:
    """Whether a claim compares as it did before the others of its article left."""
    return other is not None and one.content == other.content and one.own_leader == other.own_leader


def _join(connection: Connection, article: int, claims: Collection[int], similar: Mapping[int, Likeness]) -> set[int]:
    """Joins these claims of an article with those of similar ones; the articles whose paraphrases changed."""
    own = read_occurrences(connection, [article], claims=claims)
    others = read_occurrences(connection, similar, kindred_kinds(own)) if similar else []
    return joining.join(connection, own, others, similar)


def _leave(
    connection: Connection, level: Level, moved: Sequence[Occurrence], others: Sequence[Occurrence],
    similar: Mapping[int, Likeness],
) -> set[int]:  # fmt: skip
    """Takes these claims of an article out of what hangs together; the articles that were touched."""
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
        if not _is_whole(connection, level, gone, staying[key], similar) or not _keep(connection, level, key, gone):
            touched |= joining.part(connection, level, {key})
    return touched


def _is_whole(
    connection: Connection, level: Level, gone: Sequence[Occurrence], staying: Sequence[Occurrence],
    similar: Mapping[int, Likeness],
) -> bool:  # fmt: skip
    """Whether what hung together still does without some claims, as far as those show that were linked with them:
    each part that falls off has one of these."""
    judged = Judged(connection, (*gone, *staying) if level is EVENT else ())
    if judged.with_:
        return False
    is_linked = joining.test_once(level.is_linked, (*gone, *staying))

    def are_linked(one: Occurrence, other: Occurrence, likeness: Likeness | None) -> bool:
        is_near = likeness is Likeness.CLOSE if level is PARAPHRASE else joining.are_near(likeness, one, other)
        return is_near and is_linked(one, other)

    left = [other for other in staying if any(are_linked(one, other, similar.get(other.article)) for one in gone)]
    if not left:
        return False
    near = similar_articles.pairs(connection, {one.article for one in left}, Likeness.LOOSE)
    reached, left = left[:1], left[1:]
    while reached and left:
        one, apart = reached.pop(), list[Occurrence]()
        for other in left:
            is_reached = are_linked(one, other, near.get((one.article, other.article)))
            (reached if is_reached else apart).append(other)
        left = apart
    return not left


def _keep(connection: Connection, level: Level, key: str, gone: Sequence[Occurrence]) -> bool:
    """Gives what still hangs together another key where its key was that of a claim that left; whether it could."""
    rows = connection.execute(f"{_LEFT[level]} LIMIT 2", (key,)).fetchall()
    if len(rows) < 2:
        return False
    if key not in map(level.own, gone):
        return True
    if level is PARAPHRASE:  # what orders them is not stored
        return False
    own = min(event_key(*row) for row in connection.execute(_LEFT[level], (key,)))
    level.rename(connection, [(own, key)])
    return True
