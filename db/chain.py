"""The chain of hashes through the logs of what people decided: an entry that another program changed, took out or put
in no longer fits its hash, whatever guards were switched off.

It shows accidents and careless tools. It is no seal: whoever may write to the file can compute all hashes anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from db.sqlite import Connection


class Log(StrEnum):
    """What is chained."""

    REVIEWS = "reviews"
    CONTRADICTIONS = "contradiction_reviews"
    JUDGEMENTS = "entity_judgements"
    UNDONE_JUDGEMENTS = "undone entity_judgements"
    CALIBRATIONS = "calibrations"
    PLAN = "review_plan"
    CASES = "case_entries"
    AUDIT = "audit_entries"
    EVENT_JUDGEMENTS = "event_judgements"
    UNDONE_EVENT_JUDGEMENTS = "undone event_judgements"
    STATEMENT_JUDGEMENTS = "statement_judgements"
    UNDONE_STATEMENT_JUDGEMENTS = "undone statement_judgements"


@dataclass(frozen=True, slots=True)
class _Entries:
    """Where a log's entries are, and what of them is hashed; `parts`: rows of another table, by entry."""

    table: str
    columns: str
    which: str = "1"
    parts: str | None = None


_LOGS = {
    Log.REVIEWS: _Entries(
        "reviews",
        'id, action, who, "at", reason, note, undoes, claims',
        parts="SELECT id, claim, text_hash, opinion, before, after FROM review_items WHERE review = ? ORDER BY id",
    ),
    Log.CONTRADICTIONS: _Entries("contradiction_reviews", 'id, contradiction, status, who, "at", why'),
    Log.JUDGEMENTS: _Entries("entity_judgements", 'id, "left", "right", judgement, who, "at", why'),
    Log.UNDONE_JUDGEMENTS: _Entries(
        "entity_judgements", "id, undone_by, undone_at, undone_why", which="undone_at IS NOT NULL"
    ),
    Log.EVENT_JUDGEMENTS: _Entries("event_judgements", 'id, judgement, claims, who, "at", why'),
    Log.UNDONE_EVENT_JUDGEMENTS: _Entries(
        "event_judgements", "id, undone_by, undone_at, undone_why", which="undone_at IS NOT NULL"
    ),
    Log.STATEMENT_JUDGEMENTS: _Entries("statement_judgements", 'id, judgement, claims, who, "at", why'),
    Log.UNDONE_STATEMENT_JUDGEMENTS: _Entries(
        "statement_judgements", "id, undone_by, undone_at, undone_why", which="undone_at IS NOT NULL"
    ),
    Log.CALIBRATIONS: _Entries("calibrations", 'id, "at", who, reviews, before, after, weights'),
    Log.AUDIT: _Entries("audit_entries", 'id, action, details, who, "at"'),
    Log.CASES: _Entries("case_entries", 'id, folder, action, kind, item, words, who, "at", undoes'),
    Log.PLAN: _Entries("review_plan", 'id, kind, article, person, value, who, "at"'),
}
_LAST = "SELECT hash FROM log_hashes ORDER BY id DESC LIMIT 1"
_APPEND = "INSERT INTO log_hashes (log, entry, hash) VALUES (?, ?, ?)"
_UNCHAINED = (
    "SELECT id FROM {table} WHERE {which} AND id NOT IN (SELECT entry FROM log_hashes WHERE log = ?) ORDER BY id"
)
_LENGTH = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'log_hashes'), 0)"


def write(connection: Connection, log: Log, query: str, values: Sequence[object]) -> int:
    """Inserts an entry by `query` and chains it, inside the transaction that is open; returns its number."""
    number = connection.execute(query, values).lastrowid
    assert number is not None
    append(connection, log, number)
    return number


def append(connection: Connection, log: Log, entry: int) -> None:
    """Chains an entry that was just written, inside the transaction that is open."""
    before = connection.execute(_LAST).fetchone()
    connection.execute(
        _APPEND, (log.value, entry, _hash(before[0] if before else "", log, _content(connection, log, entry)))
    )


def begin(connection: Connection) -> None:
    """Chains the entries of a database that had no chain yet, inside the transaction that is open."""
    for log in Log:
        for entry in _unchained(connection, log):
            append(connection, log, entry)


def _hash(before: str, log: Log, content: object) -> str:
    """SHA-256, in hex, of JSON without spaces and in ASCII: the hash before ("" for the first), log, rows, parts."""
    return sha256(json.dumps([before, log.value, content], separators=(",", ":")).encode()).hexdigest()


def _content(connection: Connection, log: Log, entry: int) -> list[object] | None:
    """An entry's columns, and the rows of its parts; None where there is no such entry."""
    entries = _LOGS[log]
    query = f"SELECT {entries.columns} FROM {entries.table} WHERE id = ? AND {entries.which}"  # noqa: S608
    row = connection.execute(query, (entry,)).fetchone()
    if row is None:
        return None
    return [row, connection.execute(entries.parts, (entry,)).fetchall() if entries.parts else []]


def _unchained(connection: Connection, log: Log) -> list[int]:
    query = _UNCHAINED.format(table=_LOGS[log].table, which=_LOGS[log].which)
    return [entry for (entry,) in connection.execute(query, (log.value,)).fetchall()]


def broken(connection: Connection) -> Iterator[tuple[str, str]]:
    """Where the chain is broken, in its order, and what is wrong there; nothing where all is as it was written."""
    before: str | None = ""
    last = 0
    for number, log, entry, digest in connection.execute("SELECT id, log, entry, hash FROM log_hashes ORDER BY id"):
        if number != last + 1:
            yield f"log_hashes {last + 1}", _missing(number - last - 1)
            before = None
        yield from _wrong(connection, before, Log(log), entry, digest)
        before, last = digest, number
    (length,) = connection.execute(_LENGTH).fetchone()
    if last < length:
        yield (
            f"log_hashes {last + 1}",
            f"{_missing(length - last)} at the end, and entries of the log may be missing too",
        )
    for one in Log:
        for entry in _unchained(connection, one):
            yield f"{one} {entry}", "another program wrote this entry: it has no hash"


def _wrong(connection: Connection, before: str | None, log: Log, entry: int, digest: str) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry; `before` is None where the hash before is gone, so that its own proves nothing."""
    content = _content(connection, log, entry)
    if content is None:
        yield f"{log} {entry}", "this entry is missing"
    elif before is not None and _hash(before, log, content) != digest:
        yield f"{log} {entry}", "this entry is not what was written: it does not fit its hash"


def _missing(links: int) -> str:
    return f"{links} {'hash is' if links == 1 else 'hashes are'} missing"
