"""Shards back together: the rows of all their Parquet files, sorted by DuckDB on disk, as results to be stored.

DuckDB sorts each table by article within the memory that it may take, and spills what is more to files. The tables are
then read side by side, an article at a time. Storing is `db.store`, the same as for what comes from the parser: names,
copies, statements and events are joined there and nowhere else.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from heapq import merge
from multiprocessing.connection import Connection as PipeEnd
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from db.contents import Contents
from extract.arrow_tables import Place, Row, extraction, failure, schemas
from extract.errors import ExtractError, InputError, WorkersError
from extract.model import Extraction, Failure

#: Articles that are stored in one transaction, and claims after which it is full. Keys come in no order, so that a
#: transaction changes pages all over the indexes of a large database: the more articles share them, the better.
BATCH, CLAIMS = 512, 16_000
#: Fewer articles are not worth the start of a process.
_FEW = 200
#: Rows of a table that are read at a time.
_BATCH = {"articles": 50, "failures": 50}
_OTHER_BATCH = 1_000
_PARTS = ("sentences", "claims", "mentions", "attributions")
#: Rows of one article stand together in one file, in the order of their places.
_SORTED = "SELECT * EXCLUDE (file_row_number) FROM read_parquet(?, file_row_number = true) ORDER BY {order}"
_ORDER = "source, number, file_row_number"

#: The Parquet files of each table.
Files = Mapping[str, Sequence[str]]


def results(files: Files, filesystem: Any, memory: int, folder: Path) -> Iterator[Extraction | Failure]:
    """Every result in the files, by the names of what was read. `folder` is where sorting may write.

    Raises InputError for files that are no shards.
    """
    with _database(":memory:", filesystem, memory, folder) as connection:
        streams = {table: _Stream(_rows(connection, table, files[table])) for table in _PARTS}
        articles, failures = (_rows(connection, table, files[table]) for table in ("articles", "failures"))
        for row in merge(articles, failures, key=_place):
            if "kind" in row:
                yield failure(row)
            else:
                yield extraction(row, {table: stream.take(_place(row)) for table, stream in streams.items()})


def batches(
    files: Files, filesystem: Any, memory: int, folder: Path, *, articles: int
) -> Iterator[list[Contents | Failure]]:
    """The same as rows to be stored, some articles at a time. Of more than a few `articles` another process makes the
    rows while this one stores them.

    Raises InputError as well, and WorkersError if that process was killed.
    """
    if articles < _FEW:
        yield from _batches(files, filesystem, memory, folder)
        return
    spawn = multiprocessing.get_context("spawn")
    found, given = spawn.Pipe(duplex=False)
    with TemporaryDirectory(prefix=".merge-", dir=folder) as spill:
        arguments = (given, files, filesystem, memory, Path(spill))
        process = spawn.Process(target=_send_batches, args=arguments, daemon=True)
        process.start()
        given.close()
        try:
            while batch := _receive(found):
                yield batch
        finally:
            process.kill()
            process.join()
            found.close()


def _batches(files: Files, filesystem: Any, memory: int, folder: Path) -> Iterator[list[Contents | Failure]]:
    batch: list[Contents | Failure] = []
    claims = 0
    for one in results(files, filesystem, memory, folder):
        batch.append(one if isinstance(one, Failure) else Contents.of(one))
        claims += 0 if isinstance(one, Failure) else len(one.claims)
        if len(batch) >= BATCH or claims >= CLAIMS:
            yield batch
            batch, claims = [], 0
    if batch:
        yield batch


def _send_batches(given: PipeEnd, *shards: Any) -> None:
    """The life of the process that makes rows: ends with an empty batch, or with the error that it met."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    with suppress(OSError):  # the parent has ended
        try:
            for batch in _batches(*shards):
                given.send(batch)
            given.send([])
        except ExtractError as error:
            given.send(error)


def _receive(found: PipeEnd) -> list[Contents | Failure]:
    try:
        batch: list[Contents | Failure] | ExtractError = found.recv()
    except EOFError as error:
        raise WorkersError("The process that reads the shards was killed (out of memory?). Run it again.") from error
    if isinstance(batch, ExtractError):
        raise batch
    return batch


def write_duckdb(files: Files, filesystem: Any, memory: int, path: Path) -> dict[str, int]:
    """Writes the tables to a DuckDB file, sorted; how many rows each has. Raises InputError if the file is there."""
    if path.exists():
        raise InputError(f"{path} exists. Name another file with --duckdb, or delete it.")
    counts = {}
    with _database(str(path), filesystem, memory, path.parent) as connection:
        for table in schemas():
            query = _SORTED.format(order=_ORDER)
            connection.execute(f"CREATE TABLE {table} AS {query}", [list(files[table])])
            (counts[table],) = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone() or (0,)  # noqa: S608
    return counts


class _Stream:
    """Sorted rows of a table, of which an article's are taken when its turn comes."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def take(self, place: Place) -> list[Row]:
        found = []
        while self._next is not None and _place(self._next) == place:
            found.append(self._next)
            self._next = next(self._rows, None)
        return found


def _place(row: Row) -> Place:
    return Place(row["source"], row["number"])


def _rows(connection: duckdb.DuckDBPyConnection, table: str, files: Sequence[str]) -> Iterator[Row]:
    """The rows of a table in order. Each has a cursor of its own, for all are read at once."""
    query = _SORTED.format(order=_ORDER)
    size = _BATCH.get(table, _OTHER_BATCH)
    for batch in connection.cursor().sql(query, params=[list(files)]).to_arrow_reader(size):
        yield from batch.to_pylist()


@contextmanager
def _database(name: str, filesystem: Any, memory: int, folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with TemporaryDirectory(prefix=".merge-", dir=folder) as spill:
        limits: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": f"{memory}B",
            "temp_directory": spill,
            "preserve_insertion_order": False,
        }
        try:
            with duckdb.connect(name, config=limits) as connection:
                if filesystem is not None:
                    connection.register_filesystem(filesystem)
                yield connection
        except duckdb.OutOfMemoryException as error:
            raise InputError(
                f"Sorting takes more memory than the {memory / 1e6:,.0f} MB allowed. Raise --memory."
            ) from error
        except (duckdb.IOException, duckdb.InvalidInputException, duckdb.BinderException) as error:
            raise InputError(f"The shards cannot be read: {str(error).splitlines()[0]}") from error
