"""A table that was corrected in a spreadsheet, read back: row by row into the same log, with the same checks.

A part is given by its words, and looked for in the claim's sentence: as they stand, else word by word in their order
(a part may have gaps). What cannot be found there is refused, and so is a row whose claim has changed since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from db.reviews import deciding
from db.reviews.applying import Row, place_of, version_checked
from db.reviews.parts import Place
from db.reviews.record import ConflictError, Correction, Reason, RefusedError, Seen, Status, Values
from db.sqlite import Connection
from extract.errors import UsageError
from extract.model import Span, Spans

#: Without these a row says nothing.
NEEDED = ("id", "version", "status")
_PARTS = ("subject", "relation", "object")
_MARKS = ("polarity", "modality", "mood", "valid_from", "valid_to")


class Became(StrEnum):
    """What became of a row."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row by its number in the file (the heading is 1), and why it was refused if it was."""

    number: int
    claim: str
    became: Became
    why: str | None = None


def apply(connection: Connection, rows: Iterable[Mapping[str, str]], who: str) -> Iterator[Outcome]:
    """Takes over each row that says something new, inside the transaction that is open; the others are told.

    Raises UsageError for a table without the columns that are needed.
    """
    for number, row in enumerate(rows, 2):
        missing = [name for name in NEEDED if name not in row]
        if missing:
            raise UsageError(
                f"The table has no column {' and no column '.join(missing)}. "
                "Begin with `extract export csv --for-review`."
            )
        connection.execute("SAVEPOINT row")
        try:
            yield Outcome(number, row["id"], _take(connection, row, who))
        except (RefusedError, ConflictError) as error:
            connection.execute("ROLLBACK TO row")
            yield Outcome(number, row["id"], Became.REFUSED, str(error))
        finally:
            connection.execute("RELEASE row")


def _take(connection: Connection, given: Mapping[str, str], who: str) -> Became:
    seen = Seen(given["id"].strip(), _version(given["version"]))
    status = _status(given["status"])
    note = (given.get("note") or "").strip() or None
    now = version_checked(connection, seen)
    change = _correction(place_of(connection, now), now, given)
    if change != Correction():
        if status is Status.REJECTED:
            raise RefusedError("It is corrected and rejected: leave its parts as they were, or its status.")
        deciding.edit(connection, seen, change, who, note)
        return Became.EDITED
    if status is Status(now["status"]):
        return _noted(connection, seen, note, who)
    if status is Status.REJECTED:
        deciding.reject(connection, [seen], who, _reason(given.get("reason") or ""), note)
        return Became.REJECTED
    if status is Status.ACCEPTED:
        deciding.accept(connection, [seen], who, note)
        return Became.ACCEPTED
    raise RefusedError(f"A claim is not made {status} here. Write accepted or rejected.")


def _noted(connection: Connection, seen: Seen, note: str | None, who: str) -> Became:
    if note:
        deciding.note(connection, seen, note, who)
    return Became.UNCHANGED


def _version(cell: str) -> int:
    try:
        return int(float(cell))  # spreadsheets make 0 of it, or 0.0
    except (ValueError, OverflowError) as error:
        raise RefusedError(f"{cell!r} is no version. Leave that column as it was.") from error


def _status(cell: str) -> Status:
    try:
        return Status(cell.strip().lower())
    except ValueError as error:
        raise RefusedError(f"{cell!r} is no status. Write accepted or rejected.") from error


def _reason(cell: str) -> Reason | None:
    words = cell.strip().lower()
    try:
        return Reason(words) if words else None
    except ValueError as error:
        raise RefusedError(f"{cell!r} is no reason. Known are {', '.join(Reason)}.") from error


def _correction(place: Place, now: Row, given: Mapping[str, str]) -> Correction:
    """What a row has otherwise than the claim. A column that is left out changes nothing."""
    changes: Values = {}
    for name in _PARTS:
        words = given.get(name)
        if words is not None and _flat(words) != _flat(now[name] or ""):
            changes[name] = find(place, words)
    for name in _MARKS:
        word = given.get(name)
        if word is not None and word.strip() != (now[name] or ""):
            changes[name] = word.strip()
    said = given.get("said_by")
    if said is not None and _flat(said) != _flat(now["attributed_to"] or ""):
        changes["source"] = find(replace(place, start=0, end=len(place.text)), said)
    return Correction(**changes)


def _flat(words: str) -> str:
    return " ".join(words.split())


def find(place: Place, words: str) -> Spans:
    """Where words stand in a sentence: together, else one by one in their order; () for none.

    Raises RefusedError for words that are not there.
    """
    asked = words.split()
    if not asked:
        return ()
    together = re.search(r"\s+".join(map(re.escape, asked)), place.text[place.start : place.end])
    if together:
        return ((place.start + together.start(), place.start + together.end()),)
    return tuple(_joined(place.text, list(_one_by_one(place, asked, words))))


def _one_by_one(place: Place, asked: Iterable[str], words: str) -> Iterator[Span]:
    at = place.start
    for word in asked:
        match = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(place.text, at, place.end)
        if match is None:
            raise RefusedError(f"{words!r} is not in the sentence: {word!r} is not there, or not in this order.")
        at = match.end()
        yield match.span()


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    """Words with nothing but space between them are one piece."""
    start, end = spans[0]
    for first, last in spans[1:]:
        if text[end:first].strip():
            yield start, end
            start = first
        end = last
    yield start, end
