"""A table that was corrected in a spreadsheet, read back: row by row into the same log, with the same checks.

A part is given by its words, and looked for in the claim's sentence: as they stand, else word by word in their order
(a part may have gaps). What cannot be found there is refused, and so is a row whose claim has changed since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from db.reviews import deciding, log
from db.reviews.applying import Row, claim_row, place_of, version_checked
from db.reviews.decisions import MOST_NOTE, ConflictError, Correction, Reason, RefusedError, Seen, Status, Values
from db.reviews.sentence_pieces import pieces
from db.reviews.span_checks import Place
from db.sqlite import Connection
from extract import fields
from extract.model import Span, Spans

#: Without these a row says nothing.
NEEDED = ("id", "version", "status")
_PARTS = ("subject", "relation", "object")
_MARKS = (
    *fields.names(field for field in fields.of("claims") if field.editable and field.vocabulary),
    *("valid_from", "valid_to"),
)


#: A row by its number in the file.
Numbered = tuple[int, Mapping[str, str]]


class Became(StrEnum):
    """What became of a row."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    NOTED = "noted"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row by its number in the file (the heading is 1). Of a refused one also why, of what kind that is, and what
    was in it."""

    number: int
    claim: str
    became: Became
    why: str | None = None
    kind: str | None = None
    row: Mapping[str, str] | None = None


def silent(connection: Connection, rows: Iterable[Numbered]) -> set[int]:
    """The numbers of rows that say nothing but what is so: to be left out before anything is locked."""
    return {number for number, row in rows if _is_silent(connection, row)}


def _is_silent(connection: Connection, given: Mapping[str, str]) -> bool:
    try:
        status = _status(given["status"])
        now = claim_row(connection, given["id"].strip())
        return (
            now["version"] == _version(given["version"])
            and now["status"] == status
            and not given.get("")
            and not (given.get("note") or "").strip()
            and _correction(place_of(connection, now), now, given) == Correction()
        )
    except RefusedError:
        return False


def apply(
    connection: Connection, rows: Iterable[Numbered], who: str, decided: dict[str, int] | None = None
) -> Iterator[Outcome]:
    """Takes over each numbered row that says something new, inside the transaction that is open; all are told.

    A row that is stale and says what is so by now is unchanged: the same table again does no harm. `decided` has the
    claims that earlier rows of the table were about, by the number of the row.
    """
    decided = {} if decided is None else decided
    for number, row in rows:
        claim = row["id"].strip()
        connection.execute("SAVEPOINT row")
        try:
            became = _take(connection, row, who)
            if became not in (Became.UNCHANGED, Became.NOTED):
                decided[claim] = number
            yield Outcome(number, claim, became)
        except (RefusedError, ConflictError) as error:
            connection.execute("ROLLBACK TO row")
            earlier = decided.get(claim) if isinstance(error, ConflictError) else None
            why = f"Row {earlier} of this table has a different decision on the same claim." if earlier else str(error)
            yield Outcome(number, claim, Became.REFUSED, why, _kind(error, earlier), row)
        finally:
            connection.execute("RELEASE row")


def _kind(error: Exception, earlier: int | None) -> str:
    if earlier:
        return "different in another row"
    if isinstance(error, ConflictError):
        return "changed since the export"
    return "no such claim" if str(error).startswith("No claim has the ID") else "not possible"


def _take(connection: Connection, given: Mapping[str, str], who: str) -> Became:
    seen = Seen(given["id"].strip(), _version(given["version"]))
    status = _status(given["status"])
    note = _note(given.get("note") or "")
    if given.get(""):
        raise RefusedError(
            f"The row has more cells than the heading ({_short(given[''])}). Quote cells with separators."
        )
    now = claim_row(connection, seen.claim)
    if now["version"] != seen.version:
        if _already(connection, now, status, given):
            return _noted(connection, Seen(seen.claim, now["version"]), note, who)
        version_checked(connection, seen)
    change = _correction(place_of(connection, now), now, given)
    if change != Correction():
        if status is Status.REJECTED:
            raise RefusedError(
                "The claim is both corrected and rejected. Undo the changes of its parts, or its status."
            )
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
    raise RefusedError(f"The status cannot be set to {status} here. Write accepted or rejected.")


def _already(connection: Connection, now: Row, status: Status, given: Mapping[str, str]) -> bool:
    """Whether a claim is what a row asks for; one that was accepted with corrections is edited."""
    same = Status(now["status"]) in ((Status.REJECTED,) if status is Status.REJECTED else (status, Status.EDITED))
    try:
        return same and _correction(place_of(connection, now), now, given) == Correction()
    except RefusedError:
        return False


def _noted(connection: Connection, seen: Seen, note: str | None, who: str) -> Became:
    """Writes a note beside what stays as it is; one that this person has written already is not written again."""
    said = {entry.note for entry in log.history(connection, seen.claim) if entry.who == who and not entry.undone}
    if note is None or note in said:
        return Became.UNCHANGED
    deciding.note(connection, seen, note, who)
    return Became.NOTED


def _note(cell: str) -> str | None:
    note = cell.strip()
    if len(note) > MOST_NOTE:
        raise RefusedError(f"The note is longer than {MOST_NOTE:,} characters.")
    return note or None


def _version(cell: str) -> int:
    try:
        return int(float(cell))  # spreadsheets make 0 of it, or 0.0
    except (ValueError, OverflowError) as error:
        raise RefusedError(f"{_short(cell)} is not a version. Leave that column as it was.") from error


def _status(cell: str) -> Status:
    try:
        return Status(cell.strip().lower())
    except ValueError as error:
        raise RefusedError(f"Unknown status {_short(cell)}. Write accepted or rejected.") from error


def _reason(cell: str) -> Reason | None:
    words = cell.strip().lower()
    try:
        return Reason(words) if words else None
    except ValueError as error:
        raise RefusedError(f"Unknown reason {_short(cell)}. Use one of: {', '.join(Reason)}.") from error


def _correction(place: Place, now: Row, given: Mapping[str, str]) -> Correction:
    """What a row has otherwise than the claim. A column that is left out changes nothing."""
    changes: Values = {}
    for name in _PARTS:
        words = given.get(name)
        if words is not None and not _same(words, now[name] or ""):
            changes[name] = find(place, words)
    for name in _MARKS:
        word = given.get(name)
        if word is not None and not _same(word, now[name] or ""):
            changes[name] = word.strip()
    said = given.get("said_by")
    if said is not None and not _same(said, now["attributed_to"] or ""):
        changes["source"] = find(replace(place, start=0, end=len(place.text)), said)
    return Correction(**changes)


def _same(cell: str, words: str) -> bool:
    """Whether a cell says what was written into it, as a spreadsheet may give it back: FALSE for "false", 7 for
    "007", 1000 for "1,000", 3/12/2024 or 12.03.24 for 2024-03-12, 'Mar 24 for 2024-03."""
    cell, words = _flat(cell), _flat(words)
    if cell == words or cell.removeprefix("'") == words:
        return True
    if cell.upper() in ("TRUE", "FALSE") and cell.upper() == words.upper():
        return True
    return cell in _dates(words) or _number(cell) == _number(words) is not None


_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?")
_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def _number(words: str) -> Decimal | None:
    return Decimal(words.replace(",", "")) if _NUMBER.fullmatch(words) and len(words) < 40 else None


def _dates(words: str) -> frozenset[str]:
    """How spreadsheets show a date, or the first day of a month, of their own accord."""
    match = _DAY.fullmatch(words)
    if not match:
        return frozenset()
    year, month, day = match[1], int(match[2]), int(match[3] or 1)
    short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][(month - 1) % 12]
    named = {f"{short}-{year[2:]}", f"{short} {year[2:]}", f"{short}-{year}"} if not match[3] else set()
    shown = (
        f"{order}{mark}{years}"
        for mark in "/.-"
        for years in (year, year[2:])
        for order in (
            f"{day}{mark}{month}", f"{day:02}{mark}{month:02}", f"{month}{mark}{day}", f"{month:02}{mark}{day:02}",
        )
    )  # fmt: skip
    return frozenset({*shown, *named})


def _flat(words: str) -> str:
    return " ".join(words.split())


def _short(words: str, most: int = 60) -> str:
    return repr(words if len(words) <= most else f"{words[:most]}…")


def find(place: Place, words: str) -> Spans:
    """Where words stand in a sentence: together, else one by one in their order; () for none.

    Raises RefusedError for words that are not there.
    """
    asked = words.split()
    if not asked:
        return ()
    bounds = _Bounds.of(place)
    for match in re.compile(r"\s+".join(map(re.escape, asked))).finditer(place.text, place.start, place.end):
        if bounds.around(place.text, *match.span()):
            return (match.span(),)
    return tuple(_joined(place.text, list(_one_by_one(place, asked, words))))


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Where words of a sentence begin and end. Not all are set apart by spaces: those of Chinese and Japanese are not,
    and of "Ostrand's" the name alone may be a part."""

    starts: frozenset[int]
    ends: frozenset[int]

    @classmethod
    def of(cls, place: Place) -> _Bounds:
        found = pieces(place.text, place.start, place.end)
        return cls(frozenset(piece.start for piece in found), frozenset(piece.end for piece in found))

    def around(self, text: str, start: int, end: int) -> bool:
        """Whether these are whole words: "he" of "the" is none."""
        begins = start in self.starts or not text[start - 1].isalnum()
        return begins and (end in self.ends or not text[end].isalnum())


def _one_by_one(place: Place, asked: Iterable[str], words: str) -> Iterator[Span]:
    at = place.start
    for word in asked:
        match = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(place.text, at, place.end)
        if match is None:
            raise RefusedError(
                f"{_short(words)} is not in the sentence: {_short(word)} is not there, or not in this order."
            )
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
