"""The log in words: what the machine said of a claim, and each change with what was before and what after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.reviews import log
from db.reviews.applying import claim_row
from db.reviews.decisions import Action, RefusedError, Review, Values
from db.sqlite import Connection
from db.wording import said, steps_of
from extract import fields
from extract.declaration import Kind

#: Columns that say something to a reader, with their labels; the others (places, counts, lemmas) follow from these.
_SAID = {"status": "status"} | {field.name: field.label for field in fields.of("claims") if field.told}
_ENTITIES = frozenset(field.name for field in fields.of("claims") if field.kind is Kind.ENTITY)
#: Entries of one page.
PAGE = 50


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was changed; None: there was, or is, nothing."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A claim by its key; `words` are the claim's as it is now, None where it is gone."""

    claim: str
    words: str | None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry about one claim. Of a split `into` what, or, of what came of it, `out_of` which."""

    review: Review
    claim: str
    words: str | None
    changes: tuple[Change, ...]
    into: tuple[Named, ...] = ()
    out_of: Named | None = None


@dataclass(frozen=True, slots=True)
class ClaimHistory:
    """A claim's whole history, oldest entry first, and what the machine said (a person's claim: nothing)."""

    claim: str
    words: str | None
    article: int | None
    machine: tuple[tuple[str, str], ...]
    entries: tuple[LogEntry, ...]


def read_history(connection: Connection, claim: str) -> ClaimHistory:
    """Raises RefusedError for a claim that neither is there nor is in the log."""
    entries = tuple(_entries(connection, claim))
    try:
        row: Values = claim_row(connection, claim)
    except RefusedError:
        if not entries:
            raise
        row = {}
    return ClaimHistory(claim, row.get("claim"), row.get("article"), tuple(_machine(connection, claim, row)), entries)


def _entries(connection: Connection, claim: str) -> Iterator[LogEntry]:
    for review in log.history(connection, claim):
        yield _entry(connection, review, claim, None)


def _machine(connection: Connection, claim: str, row: Values) -> Iterator[tuple[str, str]]:
    if row.get("origin") == "person" or not row:
        return
    said = {**row, **log.originals(connection, row["text_hash"]).get(claim, {})}
    for column, label in _SAID.items():
        words = _words(connection, column, said.get(column))
        if words is not None and column != "status":
            yield label, words
    yield "confidence", f"{row['confidence']:.0%}"


def _changes(connection: Connection, item: log.Item) -> Iterator[Change]:
    before, after = item.before or {}, item.after or {}
    for column, label in _SAID.items():
        old, new = (_words(connection, column, values.get(column)) for values in (before, after))
        if old != new:
            yield Change(_second(label) if item.opinion else label, old, new)


def _second(label: str) -> str:
    """How a second reader's view of a column is called."""
    return "opinion" if label == "status" else f"opinion: {label}"


def _words(connection: Connection, column: str, value: object) -> str | None:
    if column == "attribution" and value is not None:
        return "; ".join(said(step) for step in steps_of(str(value)))
    if value is None or column not in _ENTITIES:
        return None if value is None else str(value)
    found = connection.execute("SELECT name FROM entities WHERE id = ?", (value,)).fetchone()
    return str(found[0]) if found else None


_LATEST = """
SELECT r.id FROM reviews r WHERE (:who IS NULL OR r.who = :who) AND r.id < :before ORDER BY r.id DESC LIMIT :most
"""
_WORDS = "SELECT claim FROM claims WHERE key = ? ORDER BY current DESC LIMIT 1"


def latest(connection: Connection, who: str | None = None, before: int | None = None) -> list[LogEntry]:
    """The newest entries, all or one person's, from below a number; of an entry about many claims its first."""
    asked = {"who": who, "before": before or 2**62, "most": PAGE}
    return [_newest(connection, number) for (number,) in connection.execute(_LATEST, asked).fetchall()]


def _newest(connection: Connection, number: int) -> LogEntry:
    claim = log.first_item(connection, number).claim
    return _entry(connection, log.review(connection, number), claim, _named(connection, claim).words)


def _entry(connection: Connection, review: Review, claim: str, words: str | None) -> LogEntry:
    """An entry as far as it is about this claim: a dispute has two items about one."""
    items = log.items(connection, review.id, claim)
    changes = tuple(change for item in items for change in _changes(connection, item))
    if review.action is not Action.SPLIT:
        return LogEntry(review, claim, words, changes)
    old, *new = (_named(connection, item.claim) for item in log.items(connection, review.id))
    if claim == old.claim:
        return LogEntry(review, claim, words, changes, into=tuple(new))
    return LogEntry(review, claim, words, changes, out_of=old)


def _named(connection: Connection, claim: str) -> Named:
    found = connection.execute(_WORDS, (claim,)).fetchone()
    return Named(claim, found[0] if found else None)


def moment(connection: Connection, number: int) -> str | None:
    """When an entry was written; None if there is none of this number."""
    row = connection.execute('SELECT "at" FROM reviews WHERE id = ?', (number,)).fetchone()
    return row[0] if row else None


def people(connection: Connection) -> list[str]:
    """Everybody who has written in the log."""
    return [row[0] for row in connection.execute("SELECT DISTINCT who FROM reviews ORDER BY who")]


def may_undo(entry: LogEntry) -> bool:
    """Whether an undo could be: later entries that rest on it may still stand against it."""
    return not entry.review.undone and entry.review.action is not Action.UNDO
