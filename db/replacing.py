"""An article read again by another model or other rules: what people decided stays, and what moved is told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from db import contents
from db.facts import updating as facts
from db.reviews.applying import Row, keep
from db.reviews.record import Status
from db.rows import listed_names
from db.sqlite import Connection, by_column
from extract.model import Extraction

#: A person vouches for these, whatever the machine finds now.
_VOUCHED = (Status.ACCEPTED, Status.EDITED, Status.DISPUTED)
_HANGING = ("qualifiers", "quantities")


@dataclass(frozen=True, slots=True)
class Moved:
    """A reviewed claim that the new extraction does not have. `kept`: it stays, for a person approved it.

    `successor` is the key of the new claim that has most of its words in the same sentence, if any.
    """

    claim: str
    words: str
    status: str
    kept: bool
    successor: str | None
    successor_words: str | None


@dataclass(frozen=True, slots=True)
class Replaced:
    """What became of an article's claims: how many are the same as before, new, gone; how many reviews hold on."""

    same: int
    new: int
    gone: int
    reviews: int
    moved: tuple[Moved, ...]


def replace_contents(connection: Connection, extraction: Extraction, article: int, key: str, run: int) -> Replaced:
    """Puts a new extraction of an article's text in the place of the old one, in the transaction that is open."""
    before = _rows(connection, article)
    hanging = {table: _hanging(connection, table, article) for table in _HANGING}
    _uncount(connection, article)
    contents.withdraw(connection, article)
    contents.erase(connection, article)
    contents.write(connection, extraction, article, key, run)
    after = {row["key"]: row for row in _rows(connection, article)}
    reviewed = [row for row in before if row["status"] != Status.UNREVIEWED]
    moved = tuple(
        _move(connection, article, row, hanging, list(after.values())) for row in reviewed if row["key"] not in after
    )
    facts.add(connection, [article])
    old = {row["key"] for row in before}
    held = sum(row["key"] in after for row in reviewed)
    return Replaced(len(old & set(after)), len(set(after) - old), len(old - set(after)), held, moved)


def _rows(connection: Connection, article: int) -> list[Row]:
    return list(by_column(connection.execute("SELECT * FROM claims WHERE article = ? ORDER BY id", (article,))))


def _hanging(connection: Connection, table: str, article: int) -> list[Row]:
    query = f"SELECT * FROM {table} WHERE claim IN (SELECT id FROM claims WHERE article = ?)"  # noqa: S608
    return list(by_column(connection.execute(query, (article,))))


def _uncount(connection: Connection, article: int) -> None:
    """A run counts what it wrote and is still there."""
    connection.execute(
        "UPDATE runs SET claims = claims - (SELECT COUNT(*) FROM claims WHERE article = :article AND run = runs.id "
        "AND origin = 'machine') WHERE id IN (SELECT run FROM claims WHERE article = :article)",
        {"article": article},
    )
    connection.execute(
        "UPDATE runs SET sentences = sentences - (SELECT COUNT(*) FROM sentences WHERE article = :article) "
        "WHERE id = (SELECT run FROM articles WHERE id = :article)",
        {"article": article},
    )


def _move(connection: Connection, article: int, row: Row, hanging: dict[str, list[Row]], new: Iterable[Row]) -> Moved:
    kept = row["status"] in _VOUCHED and row["origin"] != "person"
    if kept:
        claim = keep(connection, article, row)
        for table, parts in hanging.items():
            for part in parts:
                if part["claim"] == row["id"]:
                    values = {**part, "claim": claim}
                    del values["id"]
                    columns = listed_names(" ".join(values))
                    marks = ", ".join("?" * len(values))
                    query = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
                    connection.execute(query, tuple(values.values()))
    successor = max(new, key=lambda other: _shared(row, other), default=None)
    if successor is None or not _shared(row, successor):
        return Moved(row["key"], row["claim"], row["status"], kept, None, None)
    return Moved(row["key"], row["claim"], row["status"], kept, successor["key"], successor["claim"])


def _shared(one: Row, other: Row) -> int:
    """How many code points two claims have in common, whose main word is the same or nearly so."""
    if one["predicate_start"] >= other["predicate_end"] or other["predicate_start"] >= one["predicate_end"]:
        return 0
    return len(_points(one) & _points(other))


def _points(row: Row) -> set[int]:
    spans = [span for name in ("subject", "relation", "object") for span in json.loads(row[f"{name}_spans"] or "[]")]
    return {point for start, end in spans for point in range(start, end)}
