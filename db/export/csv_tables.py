"""CSV, in two dialects of one table.

*People* open a file in a spreadsheet: UTF-8 with a byte order mark, CRLF, every cell quoted, and a `'`
before cells that a spreadsheet would run as a formula. Quotations really begin with "-" and "@", so the
column `escaped` names the cells that got one, and `unescaped` takes it away again. *Machines* get the cells as
they are; strings are quoted (one may hold a lone carriage return), numbers are not.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from db.export.queries import Exported
from extract import fields

#: What begins a formula in Excel or LibreOffice; a tab or line break before it is dropped on the way in.
_DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠")

#: What comes first in the file, and in which order: what people read, the marks, the parts in full, the places.
_FIRST = (
    *("id", "subject", "relation", "object", "qualifiers", "factuality", "attributed_to", "condition", "time"),
    *("valid_from", "valid_to", "place", "confidence", "status", "reviewer", "reviewed", "reason", "sentence", "block"),
    *("title", "outlet", "published", "link", "subject_name", "object_name", "source", "url", "revision"),
    *("polarity", "modality", "mood", "tense", "aspect"),
    *("subject_resolved", "object_resolved", "subject_entity", "object_entity", "subject_full", "object_full"),
    *("relation_lemma", "time_value", "time_precision", "attribution", "clause_type", "rule"),
    *("sentence_start", "sentence_end", "subject_spans", "subject_full_spans", "relation_spans", "object_spans"),
    *("object_full_spans", "condition_spans", "place_spans", "article", "copy_cluster", "statement", "run"),
)
#: What no field of a claim holds: the names of its entities, who decided about it, and where to read it.
_BESIDE = {name: name for name in ("subject_name", "object_name", "reviewer", "reviewed", "reason", "link")}
#: Where `extract serve` answers unless it is told otherwise.
SERVER = "http://127.0.0.1:8001"


def _columns() -> dict[str, str]:
    """Column of the file -> column of the query; those that `_FIRST` does not name at the end, as they are declared."""
    known = {field.csv: field.name for field in fields.FIELDS if field.csv} | _BESIDE
    return {name: known.pop(name) for name in _FIRST} | known


COLUMNS = _columns()
_QUALIFIERS = list(COLUMNS).index("qualifiers")


class Dialect(StrEnum):
    """Who the file is for."""

    PEOPLE = "people"
    MACHINE = "machine"


def header(dialect: Dialect) -> bytes:
    """What the file begins with: the names of the columns."""
    if dialect is Dialect.PEOPLE:
        return people_header(COLUMNS)
    return _encode([[*COLUMNS]], dialect)


def people_header(columns: Iterable[str]) -> bytes:
    """The first line of any table for people."""
    return b"\xef\xbb\xbf" + _encode([[*columns, "escaped"]], Dialect.PEOPLE)


def people_lines(columns: Iterable[str], rows: Iterable[list[Any]]) -> bytes:
    """The lines of any table for people, cells in the order of the columns."""
    names = list(columns)
    return _encode((_escaped(names, row) for row in rows), Dialect.PEOPLE)


def encode(claims: Iterable[Exported], dialect: Dialect, server: str = SERVER) -> bytes:
    """The lines of these claims, in UTF-8. `server` is the address that links begin with."""
    rows = (cells(claim, server) for claim in claims)
    return people_lines(COLUMNS, rows) if dialect is Dialect.PEOPLE else _encode(rows, dialect)


def unescaped(row: dict[str, str]) -> dict[str, str]:
    """A row of either dialect with its cells as they were before any escape, and no column that tells of it."""
    escaped = row.get("escaped", "").split()
    return {
        name: cell.removeprefix("'") if name in escaped else cell for name, cell in row.items() if name != "escaped"
    }


def cells(exported: Exported, server: str) -> list[Any]:
    """The cells of a claim, in the order of `COLUMNS`."""
    claim = {**exported.claim, "link": f"{server}/-/claim/{exported.claim['key']}"}
    cells = [claim[column] for column in COLUMNS.values()]
    cells[_QUALIFIERS] = " | ".join(f"{q['role']}: {q['text']}" for q in exported.qualifiers)
    return cells


def _escaped(columns: Iterable[str], cells: list[Any]) -> list[Any]:
    names = []
    for at, (name, cell) in enumerate(zip(columns, cells, strict=True)):
        if isinstance(cell, str) and cell[:1] in _DANGEROUS:
            cells[at] = f"'{cell}"
            names.append(name)
    return [*cells, " ".join(names)]


def _encode(rows: Iterable[list[Any]], dialect: Dialect) -> bytes:
    text = io.StringIO(newline="")
    if dialect is Dialect.PEOPLE:
        csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    else:
        csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
