"""Lists of a page as files: statements, entities, articles, changes ... as CSV, XLSX or JSON lines.

The same writers as for claims, for rows that are no claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from db.export import csv_tables, jsonlines, workbook


class Ending(StrEnum):
    """The kinds of files, by how their names end."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


MEDIA_TYPES = {
    Ending.CSV: "text/csv; charset=utf-8",
    Ending.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Ending.JSONL: "application/x-ndjson; charset=utf-8",
}


def encode(ending: Ending, records: Sequence[dict[str, Any]], columns: Sequence[str]) -> Iterator[bytes]:
    """The bytes of a file with these records, in the order of the columns."""
    if ending is Ending.JSONL:
        yield "".join(map(jsonlines.encoded, records)).encode()
        return
    rows = ([record[name] for name in columns] for record in records)
    if ending is Ending.XLSX:
        yield from workbook.encode(columns, rows)
        return
    yield csv_tables.people_header(columns)
    yield csv_tables.people_lines(columns, rows)
