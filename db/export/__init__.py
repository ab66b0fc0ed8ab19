"""Exports: claims as CSV or JSON lines, and an article's text, out of one moment of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from db import articles
from db.connection import snapshot
from db.export import jsonlines, tables
from db.export.filters import EVERYTHING, Filters
from db.export.manifest import Manifest, verify
from db.export.output import output
from db.export.reading import Exported, batches, count
from db.export.tables import Dialect
from extract.errors import DatabaseError

__all__ = ["Dialect", "Filters", "Manifest", "export_csv", "export_jsonl", "export_text", "verify"]

Encode = Callable[[Iterable[Exported]], bytes]


def export_csv(
    store: Path, out: Path | None, filters: Filters = EVERYTHING, dialect: Dialect = Dialect.PEOPLE, *, version: str
) -> Manifest:
    """Writes claims as a table to `out` (None: standard output) and a manifest beside it.

    `version` is the program's, for the manifest. Raises what `db.connection.reader` and
    `db.export.output.output` do, InputError for an unknown article, and DatabaseError when the rows
    written are not as many as were counted.
    """
    encode = partial(tables.encode, dialect=dialect)
    return _export(store, out, filters, f"csv ({dialect})", tables.header(dialect), encode, version)


def export_jsonl(store: Path, out: Path | None, filters: Filters = EVERYTHING, *, version: str) -> Manifest:
    """Writes claims as JSON lines; the rest as for `export_csv`."""
    return _export(store, out, filters, "jsonl", b"", jsonlines.encode, version)


def export_text(store: Path, article: str, out: Path | None) -> None:
    """Writes an article's text in UTF-8, to the byte what its offsets point into. `article`: see `articles.find`."""
    with snapshot(store) as connection, output(out) as sink:
        sink.write(articles.text(connection, articles.find(connection, article)).encode())


def _export(
    store: Path, out: Path | None, filters: Filters, form: str, head: bytes, encode: Encode, version: str
) -> Manifest:
    with snapshot(store) as connection, output(out) as sink:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        expected, rows = count(connection, filters), 0
        sink.write(head)
        for batch in batches(connection, filters):
            sink.write(encode(batch))
            rows += len(batch)
        if rows != expected:
            raise DatabaseError(
                f"Only {rows} of {expected} claims could be exported from {store}: `extract check` says what is wrong."
            )
        name = out.name if out else None
        manifest = Manifest(name, form, rows, sink.size, sink.sha256, filters.given(), now, version)
    if out is not None:
        manifest.write(out)
    return manifest
