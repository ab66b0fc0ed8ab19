"""The log of reviews: written once, read many ways; what claims are follows from it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db import chain
from db.chain import Log
from db.clock import now
from db.reviews.decisions import Action, RefusedError, Review, Values
from db.sqlite import Connection
from extract import fields
from extract.declaration import Kind

#: Columns that hold row ids of entities: the log names entities by key, which outlives rows.
_ENTITIES = fields.names(field for field in fields.of("claims") if field.kind is Kind.ENTITY)
_REVIEW = 'INSERT INTO reviews (action, who, "at", reason, note, undoes, claims) VALUES (?, ?, ?, ?, ?, ?, ?)'
_ITEM = "INSERT INTO review_items (review, claim, text_hash, opinion, before, after) VALUES (?, ?, ?, ?, ?, ?)"
#: That an entry `r` has not been undone.
IN_FORCE = "NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id)"
#: A dispute has two items about one claim: what the second reader makes of it, and what that makes of the claim.
_SHOWN = """
SELECT r.id, r.action, r.who, r."at", r.reason, r.note, r.undoes,
  EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id),
  (SELECT COUNT(DISTINCT i.claim) FROM review_items i WHERE i.review = r.id)
FROM reviews r
"""
#: Later entries about the claims of an entry, which rest on it: while one of them stands, it is not undone.
_RESTING = """
FROM review_items own CROSS JOIN review_items i ON i.claim = own.claim AND i.review > own.review
CROSS JOIN reviews later ON later.id = i.review
WHERE own.review = {entry} AND later.action NOT IN ('undo', 'note')
  AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = later.id)
"""
_LATER = f"SELECT later.id, later.who, i.claim {_RESTING} ORDER BY later.id LIMIT 1".format(entry="?")
_LAST = f"""
SELECT r.id FROM reviews r WHERE r.who = ? AND r.action <> 'undo'
  AND {IN_FORCE} AND NOT EXISTS (SELECT 1 {_RESTING})
ORDER BY r.id DESC LIMIT 1
""".format(entry="r.id")  # noqa: S608


@dataclass(frozen=True, slots=True)
class Item:
    """What one review did to one claim: the columns it changed, before and after; None: no such claim."""

    claim: str
    text_hash: str
    before: Values | None
    after: Values | None
    opinion: bool = False


def write(
    connection: Connection,
    action: Action,
    items: Iterable[Item],
    who: str,
    reason: str | None = None,
    note: str | None = None,
    undoes: int | None = None,
) -> int:
    """Appends an entry and returns its number. Raises RefusedError for one about nothing, or twice about one claim."""
    items = list(items)
    if not items:
        raise RefusedError("No claim was selected.")
    if len({(item.claim, item.text_hash, item.opinion) for item in items}) < len(items):
        raise RefusedError("The same claim is listed twice.")
    row = (action.value, who, now(), reason, note, undoes, len(items))
    review = connection.execute(_REVIEW, row).lastrowid
    assert review is not None
    connection.executemany(_ITEM, [_row(connection, review, item) for item in items])
    chain.append(connection, Log.REVIEWS, review)
    return review


def _row(connection: Connection, review: int, item: Item) -> tuple[object, ...]:
    before, after = (_packed(connection, values) for values in (item.before, item.after))
    return review, item.claim, item.text_hash, int(item.opinion), before, after


def _packed(connection: Connection, values: Values | None) -> str | None:
    if values is None:
        return None
    named = {name: _key(connection, values[name]) for name in _ENTITIES if values.get(name) is not None}
    return json.dumps({**values, **named}, ensure_ascii=False)


def _key(connection: Connection, entity: int) -> str:
    return str(connection.execute("SELECT key FROM entities WHERE id = ?", (entity,)).fetchone()[0])


def unpacked(connection: Connection, packed: str | None) -> Values | None:
    """Columns and values as rows have them. An entity that is gone by now is nobody."""
    if packed is None:
        return None
    values: Values = json.loads(packed)
    for name in _ENTITIES:
        if isinstance(values.get(name), str):
            row = connection.execute("SELECT id FROM entities WHERE key = ?", (values[name],)).fetchone()
            values[name] = row[0] if row else None
    for name in ("subject", "object"):
        if name in values and f"{name}_head" not in values:  # an entry from before claims had heads
            values |= {f"{name}_head": values[name], f"{name}_head_spans": values[f"{name}_spans"]}
    return values


def review(connection: Connection, number: int) -> Review:
    """Raises RefusedError if there is none of this number."""
    row = connection.execute(f"{_SHOWN} WHERE r.id = ?", (number,)).fetchone()
    if row is None:
        raise RefusedError(f"No review has the number {number}.")
    return _review(row)


def history(connection: Connection, claim: str) -> list[Review]:
    """What was done to a claim (by key), oldest first."""
    query = f"{_SHOWN} WHERE r.id IN (SELECT review FROM review_items WHERE claim = ?) ORDER BY r.id"  # noqa: S608
    return [_review(row) for row in connection.execute(query, (claim,))]


def latest(connection: Connection, who: str | None = None, limit: int = 50) -> list[Review]:
    """The newest entries first: all, or one person's."""
    query = f"{_SHOWN} WHERE (:who IS NULL OR r.who = :who) ORDER BY r.id DESC LIMIT :limit"
    return [_review(row) for row in connection.execute(query, {"who": who, "limit": limit})]


def last_undoable(connection: Connection, who: str) -> int | None:
    """The number of somebody's newest entry that can be undone: neither an undo nor undone, and nothing rests on it."""
    found = connection.execute(_LAST, (who,)).fetchone()
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Later:
    """An entry that changed a claim again, and that claim by its key."""

    review: int
    who: str
    claim: str


def words_of(connection: Connection, claim: str) -> str:
    """A claim (by key) as it is named to people, the current one first; of one that is gone, that it is."""
    query = "SELECT claim FROM claims WHERE key = ? ORDER BY current DESC LIMIT 1"
    found = connection.execute(query, (claim,)).fetchone()
    return f"“{found[0]}”" if found else "Removed claim"


def built_on(connection: Connection, number: int) -> Later | None:
    """The first later entry that stands and rests on what this one made of its claims."""
    found = connection.execute(_LATER, (number,)).fetchone()
    return Later(*found) if found else None


def _review(row: tuple[object, ...]) -> Review:
    number, action, who, at, reason, note, undoes, undone, claims = row
    return Review(number, Action(action), who, at, reason, note, undoes, bool(undone), claims)  # type: ignore[arg-type]


_ITEMS = "SELECT claim, text_hash, before, after, opinion FROM review_items WHERE review = ?"


def items(connection: Connection, number: int, claim: str | None = None) -> list[Item]:
    """What a review did, claim by claim: to all, or to one (by key)."""
    query = f"{_ITEMS} AND (? IS NULL OR claim = ?) ORDER BY id"
    return [_item(connection, row) for row in connection.execute(query, (number, claim, claim)).fetchall()]


def first_item(connection: Connection, number: int) -> Item:
    """The first claim that a review is about. Raises RefusedError if there is none of this number."""
    row = connection.execute(f"{_ITEMS} ORDER BY id LIMIT 1", (number,)).fetchone()
    if row is None:
        raise RefusedError(f"No review has the number {number}.")
    return _item(connection, row)


def _item(connection: Connection, row: tuple[str, str, str | None, str | None, int]) -> Item:
    claim, text, before, after, opinion = row
    return Item(claim, text, unpacked(connection, before), unpacked(connection, after), bool(opinion))


_SECOND = f"""
SELECT i.after FROM review_items i JOIN reviews r ON r.id = i.review
WHERE i.claim = ? AND i.opinion = 1 AND r.action <> 'undo'
  AND {IN_FORCE} ORDER BY i.id DESC LIMIT 1
"""  # noqa: S608


def second_opinion(connection: Connection, claim: str) -> Values | None:
    """What the last second reader of a claim made of it, as columns; None where nobody read it twice."""
    row = connection.execute(_SECOND, (claim,)).fetchone()
    return unpacked(connection, row[0]) if row else None


def states(connection: Connection, text_hash: str) -> dict[str, Values | None]:
    """What the log makes of each reviewed claim of a text: the columns it set, last one last; None: taken away."""
    query = "SELECT claim, before, after FROM review_items WHERE text_hash = ? AND opinion = 0 ORDER BY id"
    found: dict[str, Values | None] = {}
    for claim, after in _changes(connection, query, text_hash):
        found[claim] = None if after is None else {**(found.get(claim) or {}), **after}
    return found


def _changes(connection: Connection, query: str, text_hash: str) -> Iterator[tuple[str, Values | None]]:
    for claim, _before, after in connection.execute(query, (text_hash,)).fetchall():
        yield claim, unpacked(connection, after)


def originals(connection: Connection, text_hash: str) -> dict[str, Values]:
    """What the machine said of each reviewed claim of a text, in the columns that reviews changed."""
    query = "SELECT claim, before FROM review_items WHERE text_hash = ? AND before IS NOT NULL ORDER BY id DESC"
    found: dict[str, Values] = {}
    for claim, before in connection.execute(query, (text_hash,)).fetchall():
        found[claim] = {**found.get(claim, {}), **(unpacked(connection, before) or {})}
    return found


def last_change(connection: Connection, claim: str) -> Review | None:
    """The newest review that is in a claim's history."""
    found = history(connection, claim)
    return found[-1] if found else None
