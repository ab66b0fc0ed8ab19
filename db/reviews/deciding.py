"""What a person does to claims: each is one entry of the log, and is applied in the same transaction.

Every function runs inside the transaction that is open, takes who it is (as the server knows, never as a
request says), and returns the number of the entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db import claims
from db.reviews import log
from db.reviews.applying import Row, apply, claim_row, place_of, version_checked, whole_row
from db.reviews.correction_parts import corrected
from db.reviews.decisions import Action, Correction, Reason, RefusedError, Seen, Status, Values
from db.reviews.log import Item
from db.reviews.making import made
from db.sqlite import Connection


def accept(connection: Connection, seen: Iterable[Seen], who: str, note: str | None = None) -> int:
    """The claims say what their sentences say. Raises ConflictError for one that has changed."""
    return _decide(connection, Action.ACCEPT, seen, Status.ACCEPTED, who, None, note)


def reject(
    connection: Connection, seen: Iterable[Seen], who: str, reason: Reason | None = None, note: str | None = None
) -> int:
    """The claims are wrong, for this reason. Raises ConflictError for one that has changed."""
    return _decide(connection, Action.REJECT, seen, Status.REJECTED, who, reason, note)


def settle(
    connection: Connection, seen: Seen, status: Status, who: str, note: str | None = None, *, second: bool = False
) -> int:
    """An end to a dispute; `second`: as the second reader corrected the claim. Raises RefusedError for a claim that is
    not disputed, or that the second reader did not correct, ConflictError."""
    row = whole_row(connection, seen)
    if row["status"] != Status.DISPUTED:
        raise RefusedError("This claim is not disputed.")
    after = _second_version(connection, row) if second else {"status": _standing(connection, row, status).value}
    return _write(connection, Action.SETTLE, [_change(row, after)], who, None, note)


def _second_version(connection: Connection, row: Row) -> Values:
    """What the second reader of a disputed claim made of it."""
    found = log.second_opinion(connection, row["key"])
    if found is None or found.get("status") != Status.EDITED:
        raise RefusedError("The second reader did not correct this claim.")
    return found


def flag(connection: Connection, seen: Seen, who: str, note: str | None = None) -> int:
    """For later: the claim leaves the queue until somebody decides about it. Raises RefusedError for one that was
    decided, ConflictError."""
    row = version_checked(connection, seen)
    if row["status"] != Status.UNREVIEWED:
        raise RefusedError("This claim is already reviewed. Only unreviewed claims can be flagged.")
    return log.write(connection, Action.FLAG, [Item(row["key"], row["text_hash"], {}, {})], who, note=note)


def note(connection: Connection, seen: Seen, words: str, who: str) -> int:
    """Words beside a claim, for whoever looks next. They change nothing of it."""
    if not any(char.isprintable() and not char.isspace() for char in words):  # nor anything that nobody sees
        raise RefusedError("The note is empty.")
    row = version_checked(connection, seen)
    return log.write(connection, Action.NOTE, [Item(row["key"], row["text_hash"], {}, {})], who, note=words.strip())


def edit(connection: Connection, seen: Seen, change: Correction, who: str, note: str | None = None) -> int:
    """Other parts or marks, still at places of the text. Raises RefusedError, ConflictError."""
    row = whole_row(connection, seen)
    values = corrected(connection, place_of(connection, row), row, change)
    if not values:
        raise RefusedError("Nothing was changed. If the claim is right, accept it.")
    return _write(connection, Action.EDIT, [_change(row, {**values, "status": Status.EDITED.value})], who, None, note)


def split(connection: Connection, seen: Seen, parts: Iterable[Correction], who: str, note: str | None = None) -> int:
    """Two or more claims in place of one: each is the old one with a correction. Raises RefusedError, ConflictError."""
    row = whole_row(connection, seen)
    new = [made(connection, row, change) for change in parts]
    if len(new) < 2:
        raise RefusedError("A split needs at least two claims.")
    old = _change(row, {"status": Status.REJECTED.value})
    return _write(connection, Action.SPLIT, [old, *new], who, "split", note)


def add(connection: Connection, article: int, change: Correction, who: str, note: str | None = None) -> int:
    """A claim that was missed, by its words in an article (by row id). Raises RefusedError."""
    return _write(connection, Action.ADD, [made(connection, article, change)], who, None, note)


def undo(connection: Connection, number: int, who: str, note: str | None = None) -> int:
    """Takes a whole entry back, by another one. Raises RefusedError where later ones rest on it."""
    review = log.review(connection, number)
    if review.undone:
        raise RefusedError(f"Review {number} is already undone.")
    if review.action is Action.UNDO:
        raise RefusedError("An undo cannot be undone. Decide again instead.")
    _refuse_if_built_on(connection, number)
    back = [replace(item, before=item.after, after=item.before) for item in log.items(connection, number)]
    return _write(connection, Action.UNDO, back, who, None, note, undoes=number)


def _refuse_if_built_on(connection: Connection, number: int) -> None:
    later = log.built_on(connection, number)
    if later:
        words = log.words_of(connection, later.claim)
        raise RefusedError(f"{words} was changed again by {later.who} (entry {later.review}). Undo that one first.")


def _decide(
    connection: Connection, action: Action, seen: Iterable[Seen], status: Status, who: str, reason: Reason | None,
    note: str | None,
) -> int:  # fmt: skip
    rows = [version_checked(connection, one) for one in seen]
    items = [_change(row, {"status": _standing(connection, row, status).value}) for row in rows]
    return _write(connection, action, items, who, reason.value if reason else None, note)


_EDITED = f"""
SELECT 1 FROM review_items i JOIN reviews r ON r.id = i.review
WHERE i.claim = ? AND r.action = 'edit' AND {log.IN_FORCE} LIMIT 1
"""  # noqa: S608


def _standing(connection: Connection, row: Row, status: Status) -> Status:
    """What is accepted after a correction is edited: the machine's version was not right."""
    if status is not Status.ACCEPTED or row["status"] not in (Status.EDITED, Status.DISPUTED, Status.REJECTED):
        return status
    return Status.EDITED if connection.execute(_EDITED, (row["key"],)).fetchone() else status


def _change(row: Row, after: Values) -> Item:
    return Item(row["key"], row["text_hash"], {column: row[column] for column in after}, after)


def _write(
    connection: Connection, action: Action, items: list[Item], who: str, reason: str | None, note: str | None,
    undoes: int | None = None,
) -> int:  # fmt: skip
    number = log.write(connection, action, items, who, reason, note, undoes)
    apply(connection, [item for item in items if not item.opinion])
    return number


def opinion(
    connection: Connection,
    claim: str,
    status: Status,
    who: str,
    reason: Reason | None = None,
    change: Correction | None = None,
) -> int:
    """What a second reader, who saw nothing of the first, makes of a claim; where they differ it is disputed. A
    correction (`change`) always differs; it is stored beside the claim, for whoever settles the dispute.

    Raises RefusedError for a claim that nobody decided, or that they have read before, or a correction that cannot be.
    """
    row = claim_row(connection, claim)
    first = next((r for r in log.history(connection, claim) if r.action in _DECIDING and not r.undone), None)
    if row["status"] == Status.UNREVIEWED or first is None:
        raise RefusedError("No one has reviewed this claim yet. Decide it as usual.")
    if first.who == who:
        raise RefusedError("You were the first to review this claim. Someone else has to read it a second time.")
    if any(r.who == who and r.action in _READING and not r.undone for r in log.history(connection, claim)):
        raise RefusedError("You have already given your opinion on this claim.")
    before, after = {"status": row["status"]}, {"status": status.value}
    if change is not None:
        before, after = _corrected(connection, row, change)
    items = [Item(claim, row["text_hash"], before, after, opinion=True)]
    if change is None and _alike(status, Status(row["status"])):
        action = Action.REJECT if status is Status.REJECTED else Action.ACCEPT
    else:
        action = Action.DISPUTE
        items.append(_change(row, {"status": Status.DISPUTED.value}))
    return _write(connection, action, items, who, reason.value if reason else None, None)


#: Stored with each second correction, so that the words of two readers can be compared.
_COMPARED = ("subject_spans", "relation_spans", "object_spans")


def _corrected(connection: Connection, row: Row, change: Correction) -> tuple[Values, Values]:
    """The columns that a second reader changes, and those that are compared, before and after."""
    whole = row | claims.lists(connection, row["id"])
    values = corrected(connection, place_of(connection, whole), whole, change)
    if not values:
        raise RefusedError("Nothing was changed. If the claim is right, accept it.")
    before = {column: whole[column] for column in (*_COMPARED, *values, "status")}
    return before, {**before, **values, "status": Status.EDITED.value}


def _alike(second: Status, now: Status) -> bool:
    """Who accepts a claim as it was corrected agrees with the correction."""
    return second is now or (second, now) == (Status.ACCEPTED, Status.EDITED)


_DECIDING = (Action.ACCEPT, Action.REJECT, Action.EDIT, Action.SPLIT)
_READING = (Action.ACCEPT, Action.REJECT, Action.DISPUTE)
