"""Exports: claims as CSV or JSON lines, attributions, and an article's text, out of one moment of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from db import articles
from db.connection import snapshot
from db.export import annotation_lines, csv_tables, jsonlines, spreadsheet
from db.export.csv_tables import Dialect, people_header
from db.export.export_formats import Format, by_batch, find_formats
from db.export.filters import EVERYTHING, Filters
from db.export.manifest import Manifest
from db.export.output import output
from db.sqlite import Connection
from extract.errors import DatabaseError

__all__ = [
    "Dialect",
    "Filters",
    "Format",
    "Manifest",
    "by_batch",
    "export",
    "export_attributions",
    "export_csv",
    "export_for_review",
    "export_jsonl",
    "export_text",
    "find_formats",
    "write_rows",
]


def export_csv(
    store: Path,
    out: Path | None,
    filters: Filters = EVERYTHING,
    dialect: Dialect = Dialect.PEOPLE,
    *,
    version: str,
    server: str = csv_tables.SERVER,
) -> Manifest:
    """Writes claims as a table to `out` (None: standard output) and a manifest beside it.

    `version` is the program's, for the manifest. `server` is the address that the column `link` begins with.
    Raises what `db.connection.reader` and `db.export.output.output` do, InputError for an unknown article, and
    DatabaseError when the rows written are not as many as were counted.
    """
    encode = by_batch(partial(csv_tables.encode, dialect=dialect, server=server), csv_tables.header(dialect))
    return export(store, out, filters, form=Format(f"csv ({dialect})", "", encode), version=version)


def export_for_review(store: Path, out: Path | None, filters: Filters = EVERYTHING, *, version: str) -> Manifest:
    """Writes a table to be corrected in a spreadsheet and read back; the rest as for `export_csv`."""
    encode = by_batch(spreadsheet.encode, people_header(spreadsheet.COLUMNS))
    return export(store, out, filters, form=Format("csv (for review)", "", encode), version=version)


def export_text(store: Path, article: str, out: Path | None) -> None:
    """Writes an article's text in UTF-8, to the byte what its offsets point into. `article`: see `articles.find`."""
    with snapshot(store) as connection, output(out) as sink:
        sink.write(articles.text(connection, articles.find(connection, article)).encode())


def export(store: Path, out: Path | None, filters: Filters = EVERYTHING, *, form: Format, version: str) -> Manifest:
    """Writes the rows of a format; the rest as for `export_csv`."""
    with snapshot(store) as connection, output(out) as sink:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        rows = write_rows(connection, sink.write, filters, form)
        name = out.name if out else None
        manifest = Manifest(name, form.name, rows, sink.size, sink.sha256, filters.given(), now, version)
    if out is not None:
        manifest.write(out)
    return manifest


def write_rows(connection: Connection, write: Callable[[bytes], object], filters: Filters, form: Format) -> int:
    """Writes the rows of a format and returns how many. Raises DatabaseError unless so many were counted."""
    expected, rows = form.count(connection, filters), 0

    def counted() -> Iterator[list[Any]]:
        nonlocal rows
        for batch in form.batches(connection, filters):
            rows += len(batch)
            yield batch

    for content in form.encode(counted()):
        write(content)
    if rows != expected:
        raise DatabaseError(
            f"Only {rows} of {expected} {form.noun} could be exported: `extract check` says what is wrong."
        )
    return rows


export_jsonl = partial(export, form=jsonlines.FORMAT)
export_attributions = partial(export, form=annotation_lines.ATTRIBUTIONS)
