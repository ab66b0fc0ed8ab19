"""Rows of Parquet files by article, in bounded memory: sorted in runs that are written to a file and read side by side.

(DuckDB sorts columns of lists and structs in memory only: 100,000 claims took 260 MB, and with less it gave up.)
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from operator import itemgetter
from pathlib import Path
from typing import IO, Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.parquet import ParquetFile

from extract.arrow_tables import Place
from extract.errors import InputError

#: Rows that are sorted at once take this part of the memory: they are there three times meanwhile.
_PART = 10
#: Bytes of a run that are read at a time, and rows that are read of a Parquet file.
_BLOCK, _ROWS = 128_000, 500
_ORDER = [("source", "ascending"), ("number", "ascending")]

#: Opens a Parquet file by its path or URL.
Open = Callable[[str], IO[bytes]]


class Group(NamedTuple):
    """Rows of one article, not yet read. Articles whose rows are cut by the end of a block have several groups."""

    place: Place
    rows: pa.RecordBatch


def by_article(files: Sequence[str], opened: Open, schema: pa.Schema, memory: int, path: Path) -> Iterator[Group]:
    """All rows of these files, articles in the order of their places, the rows of each in the order of the files.

    Runs are written to `path`. Raises InputError for files that cannot be read as shards of this version.
    """
    runs: list[tuple[int, int]] = []
    with path.open("wb") as out:
        for table in _parts(files, opened, schema, memory // _PART):
            start = out.tell()
            _write(table.take(pc.sort_indices(table, sort_keys=_ORDER)), out)
            runs.append((start, out.tell()))
    pa.default_memory_pool().release_unused()
    with path.open("rb") as held:
        yield from merge(*(_groups(_Run(held.fileno(), *run)) for run in runs), key=itemgetter(0))


def _parts(files: Sequence[str], opened: Open, schema: pa.Schema, size: int) -> Iterator[pa.Table]:
    """The rows in tables of about so many bytes."""
    held: list[pa.RecordBatch] = []
    left = size
    for batch in _batches(files, opened, schema):
        held.append(batch)
        left -= batch.nbytes
        if left <= 0:
            yield pa.Table.from_batches(held).combine_chunks()
            held, left = [], size
    if held:
        yield pa.Table.from_batches(held).combine_chunks()


def _batches(files: Sequence[str], opened: Open, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for name in files:
        try:
            with opened(name) as raw, ParquetFile(raw) as file:
                if file.schema_arrow.names != schema.names:
                    raise InputError(f"{name} has other columns than this version writes. Make the shards again.")
                yield from (batch for batch in file.iter_batches(_ROWS) if batch.num_rows)
        except (OSError, pa.ArrowException) as error:
            raise InputError(f"The shards cannot be read: {str(error).splitlines()[0]}") from error


def _write(table: pa.Table, out: IO[bytes]) -> None:
    rows = max(1, table.num_rows * _BLOCK // max(table.nbytes, 1))
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with pa.ipc.new_stream(out, table.schema, options=options) as stream:
        stream.write_table(table, max_chunksize=rows)


def _groups(run: _Run) -> Iterator[Group]:
    with pa.ipc.open_stream(run) as stream:
        for batch in stream:
            places = [
                Place(*both) for both in zip(*(batch.column(key).to_pylist() for key in Place._fields), strict=True)
            ]
            start = 0
            for end in range(1, len(places) + 1):
                if end == len(places) or places[end] != places[start]:
                    yield Group(places[start], batch.slice(start, end - start))
                    start = end


class _Run(io.RawIOBase):
    """A part of an open file. All runs share the file, each has a position of its own."""

    def __init__(self, number: int, start: int, end: int) -> None:
        self._number, self._at, self._end = number, start, end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = os.pread(self._number, min(len(buffer), self._end - self._at), self._at)
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)
