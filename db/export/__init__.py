"""Exports: claims as CSV or JSON lines, attributions, and an article's text, out of one moment of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from db import articles
from db.connection import snapshot
from db.export import jsonlines, reports, spreadsheet, tables
from db.export.filters import EVERYTHING, Filters
from db.export.manifest import Manifest, verify
from db.export.output import output
from db.export.reading import Exported, batches, count
from db.export.tables import Dialect, people_header
from db.sqlite import Connection
from extract.errors import DatabaseError

__all__ = [
    "Dialect",
    "Filters",
    "Manifest",
    "export_attributions",
    "export_csv",
    "export_for_review",
    "export_jsonl",
    "export_text",
    "verify",
]


@dataclass(frozen=True, slots=True)
class _Form:
    """What is exported and how: `head`, then the bytes of each batch. `noun` names the rows."""

    name: str
    noun: str
    head: bytes
    encode: Callable[[Iterable[Any]], bytes]
    count: Callable[[Connection, Filters], int]
    batches: Callable[[Connection, Filters], Iterator[list[Any]]]


def export_csv(
    store: Path, out: Path | None, filters: Filters = EVERYTHING, dialect: Dialect = Dialect.PEOPLE, *, version: str
) -> Manifest:
    """Writes claims as a table to `out` (None: standard output) and a manifest beside it.

    `version` is the program's, for the manifest. Raises what `db.connection.reader` and
    `db.export.output.output` do, InputError for an unknown article, and DatabaseError when the rows
    written are not as many as were counted.
    """
    encode = partial(tables.encode, dialect=dialect)
    return _export(store, out, filters, _claims(f"csv ({dialect})", encode, tables.header(dialect)), version)


def export_jsonl(store: Path, out: Path | None, filters: Filters = EVERYTHING, *, version: str) -> Manifest:
    """Writes claims as JSON lines; the rest as for `export_csv`."""
    return _export(store, out, filters, _claims("jsonl", jsonlines.encode), version)


def export_for_review(store: Path, out: Path | None, filters: Filters = EVERYTHING, *, version: str) -> Manifest:
    """Writes a table to be corrected in a spreadsheet and read back; the rest as for `export_csv`."""
    form = _claims("csv (for review)", spreadsheet.encode, people_header(spreadsheet.COLUMNS))
    return _export(store, out, filters, form, version)


def export_attributions(store: Path, out: Path | None, filters: Filters = EVERYTHING, *, version: str) -> Manifest:
    """Writes attributions as JSON lines, also those that no claim came of; the rest as for `export_csv`.

    Of the filters those of articles apply (`articles`, `since`, `until`, `revisions`).
    """
    form = _Form("attributions", "attributions", b"", reports.encode, reports.count, reports.batches)
    return _export(store, out, filters, form, version)


def export_text(store: Path, article: str, out: Path | None) -> None:
    """Writes an article's text in UTF-8, to the byte what its offsets point into. `article`: see `articles.find`."""
    with snapshot(store) as connection, output(out) as sink:
        sink.write(articles.text(connection, articles.find(connection, article)).encode())


def _claims(name: str, encode: Callable[[Iterable[Exported]], bytes], head: bytes = b"") -> _Form:
    return _Form(name, "claims", head, encode, count, batches)


def _export(store: Path, out: Path | None, filters: Filters, form: _Form, version: str) -> Manifest:
    with snapshot(store) as connection, output(out) as sink:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        expected, rows = form.count(connection, filters), 0
        sink.write(form.head)
        for batch in form.batches(connection, filters):
            sink.write(form.encode(batch))
            rows += len(batch)
        if rows != expected:
            raise DatabaseError(
                f"Only {rows} of {expected} {form.noun} could be exported from {store}: "
                "`extract check` says what is wrong."
            )
        name = out.name if out else None
        manifest = Manifest(name, form.name, rows, sink.size, sink.sha256, filters.given(), now, version)
    if out is not None:
        manifest.write(out)
    return manifest
