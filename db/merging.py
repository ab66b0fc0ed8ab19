"""Shards back together: the rows of all their Parquet files, sorted on disk, as results to be stored.

Each table is sorted by article within the memory that it may take. The tables are then read side by side, an article at
a time. Storing is `db.store`, the same as for what comes from the parser: names,
copies, statements and events are joined there and nowhere else.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from heapq import merge
from multiprocessing.connection import Connection as PipeEnd
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import duckdb
import pyarrow as pa

from db.contents import Contents
from db.shard_sorting import Group, by_article
from extract.arrow_tables import Place, Row, extraction, failure, schemas
from extract.errors import ExtractError, InputError, WorkersError
from extract.model import Extraction, Failure

#: Articles that are stored in one transaction, and claims after which it is full. Keys come in no order, so that a
#: transaction changes pages all over the indexes of a large database: the more articles share them, the better.
BATCH, CLAIMS = 512, 16_000
#: Rows that are given to DuckDB at a time.
_BLOCK = 2_048
#: Bytes of memory for each claim of a transaction: its rows take about 12 kB in either process, and they are there
#: beside the pages of the database and what sorting holds.
_FOR_A_CLAIM = 60_000
#: Fewer articles are not worth the start of a process.
_FEW = 200
_PARTS = ("sentences", "claims", "mentions", "attributions")
#: The Parquet files of each table.
Files = Mapping[str, Sequence[str]]


def results(files: Files, filesystem: Any, memory: int, folder: Path) -> Iterator[Extraction | Failure]:
    """Every result in the files, by the names of what was read. `folder` is where sorting may write.

    Raises InputError for files that are no shards.
    """
    with TemporaryDirectory(prefix=".merge-", dir=folder) as place:
        found = _sorted(files, filesystem, memory, Path(place))
        streams = {table: _Stream(found[table]) for table in _PARTS}
        for group in merge(found["articles"], found["failures"], key=itemgetter(0)):
            for row in group.rows.to_pylist():
                if "kind" in row:
                    yield failure(row)
                else:
                    yield extraction(row, {table: stream.take(group.place) for table, stream in streams.items()})


def _sorted(files: Files, filesystem: Any, memory: int, place: Path) -> dict[str, Iterator[Group]]:
    """The rows of each table, sorted when the first of them is read."""
    opened = _open if filesystem is None else filesystem.open
    return {
        table: by_article(files[table], opened, schema, memory, place / table) for table, schema in schemas().items()
    }


def _open(path: str) -> IO[bytes]:
    return open(path, "rb")  # noqa: PTH123 - paths are fsspec's strings here


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
    claims, most = 0, min(CLAIMS, memory // _FOR_A_CLAIM)
    for one in results(files, filesystem, memory, folder):
        batch.append(one if isinstance(one, Failure) else Contents.of(one))
        claims += 0 if isinstance(one, Failure) else len(one.claims)
        if len(batch) >= BATCH or claims >= most:
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
    with TemporaryDirectory(prefix=".merge-", dir=path.parent) as place, _database(path, memory, place) as connection:
        for table, groups in _sorted(files, filesystem, memory, Path(place)).items():
            connection.register("sorted_rows", pa.RecordBatchReader.from_batches(schemas()[table], _blocks(groups)))
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM sorted_rows").fetchall()  # noqa: S608
            connection.unregister("sorted_rows")
            [(counts[table],)] = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchall()  # noqa: S608
    return counts


def _blocks(groups: Iterator[Group]) -> Iterator[pa.RecordBatch]:
    """The rows of many articles together: DuckDB takes as much memory for a few rows as for many."""
    held: list[pa.RecordBatch] = []
    for group in groups:
        held.append(group.rows)
        if sum(rows.num_rows for rows in held) >= _BLOCK:
            yield from pa.Table.from_batches(held).combine_chunks().to_batches()
            held = []
    if held:
        yield from pa.Table.from_batches(held).combine_chunks().to_batches()


class _Stream:
    """Sorted rows of a table, of which an article's are taken when its turn comes."""

    def __init__(self, groups: Iterator[Group]) -> None:
        self._groups = groups
        self._next = next(groups, None)

    def take(self, place: Place) -> list[Row]:
        found: list[Row] = []
        while self._next is not None and self._next.place == place:
            found += self._next.rows.to_pylist()
            self._next = next(self._groups, None)
        return found


@contextmanager
def _database(path: Path, memory: int, spill: str) -> Iterator[duckdb.DuckDBPyConnection]:
    limits: dict[str, str | bool | int | float | list[str]] = {"memory_limit": f"{memory}B", "temp_directory": spill}
    try:
        with duckdb.connect(str(path), config=limits) as connection:
            yield connection
    except duckdb.OutOfMemoryException as error:
        raise InputError(
            f"DuckDB takes more memory than the {memory / 1e6:,.0f} MB allowed. Raise --memory."
        ) from error
