"""The log of reviews: written once, read many ways; what claims are follows from it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.clock import now
from db.reviews.record import Action, RefusedError, Review, Values
from db.sqlite import Connection

#: Columns that hold row ids of entities: the log names entities by key, which outlives rows.
_ENTITIES = ("subject_who", "object_who")
_REVIEW = 'INSERT INTO reviews (action, who, "at", reason, note, undoes, claims) VALUES (?, ?, ?, ?, ?, ?, ?)'
_ITEM = "INSERT INTO review_items (review, claim, text_hash, opinion, before, after) VALUES (?, ?, ?, ?, ?, ?)"
_SHOWN = """
SELECT r.id, r.action, r.who, r."at", r.reason, r.note, r.undoes,
  EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id), r.claims
FROM reviews r
"""


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
        raise RefusedError("There is no claim to decide about.")
    if len({(item.claim, item.text_hash, item.opinion) for item in items}) < len(items):
        raise RefusedError("The same claim is there twice.")
    row = (action.value, who, now(), reason, note, undoes, len(items))
    review = connection.execute(_REVIEW, row).lastrowid
    assert review is not None
    connection.executemany(_ITEM, [_row(connection, review, item) for item in items])
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
    return values


def review(connection: Connection, number: int) -> Review:
    """Raises RefusedError if there is none of this number."""
    row = connection.execute(f"{_SHOWN} WHERE r.id = ?", (number,)).fetchone()
    if row is None:
        raise RefusedError(f"There is no review {number}.")
    return _review(row)


def history(connection: Connection, claim: str) -> list[Review]:
    """What was done to a claim (by key), oldest first."""
    query = f"{_SHOWN} JOIN review_items i ON i.review = r.id WHERE i.claim = ? ORDER BY r.id"
    return [_review(row) for row in connection.execute(query, (claim,))]


def latest(connection: Connection, who: str | None = None, limit: int = 50) -> list[Review]:
    """The newest entries first: all, or one person's."""
    query = f"{_SHOWN} WHERE (:who IS NULL OR r.who = :who) ORDER BY r.id DESC LIMIT :limit"
    return [_review(row) for row in connection.execute(query, {"who": who, "limit": limit})]


def last_undoable(connection: Connection, who: str) -> int | None:
    """The number of somebody's newest entry that is neither an undo nor undone."""
    query = (
        "SELECT r.id FROM reviews r WHERE r.who = ? AND r.action <> 'undo' "
        "AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id) ORDER BY r.id DESC LIMIT 1"
    )
    found = connection.execute(query, (who,)).fetchone()
    return found[0] if found else None


def _review(row: tuple[object, ...]) -> Review:
    number, action, who, at, reason, note, undoes, undone, claims = row
    return Review(number, Action(action), who, at, reason, note, undoes, bool(undone), claims)  # type: ignore[arg-type]


def items(connection: Connection, number: int) -> list[Item]:
    """What a review did, claim by claim."""
    query = "SELECT claim, text_hash, before, after, opinion FROM review_items WHERE review = ? ORDER BY id"
    return [
        Item(claim, text, unpacked(connection, before), unpacked(connection, after), bool(opinion))
        for claim, text, before, after, opinion in connection.execute(query, (number,)).fetchall()
    ]


def first_item(connection: Connection, number: int) -> Item:
    """The first claim that a review is about. Raises RefusedError if there is none of this number."""
    query = "SELECT claim, text_hash, before, after, opinion FROM review_items WHERE review = ? ORDER BY id LIMIT 1"
    row = connection.execute(query, (number,)).fetchone()
    if row is None:
        raise RefusedError(f"There is no review {number}.")
    claim, text, before, after, opinion = row
    return Item(claim, text, unpacked(connection, before), unpacked(connection, after), bool(opinion))


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
