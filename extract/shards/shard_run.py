"""One shard: its files are read, extracted and written as rows, in the order in which they are read.

Results come as they are done, and wait here until those before them are there: a shard's bytes do not depend on the
number of workers. What is in memory is a few batches, whatever the size of the shard.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from itertools import chain
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from extract import __version__, arrow_tables
from extract.arrow_tables import Row
from extract.errors import ReadError, UsageError
from extract.model import Extraction, Failure
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Blob, LeftOut
from extract.readers.containers.streams import Counted, buffered
from extract.readers.containers.walk import unpack
from extract.readers.draft import fingerprint
from extract.readers.files import opened
from extract.readers.sidecar import described
from extract.shards.plan import Part, Shard
from extract.shards.shard_folder import ShardFolder, filesystem, is_url
from extract.workers import Crew, Input, Result

#: Rows of a table that are written at a time. Articles hold a text each.
_ROWS = {"articles": 500}
_OTHER_ROWS = 5_000
_FAILURES = 3


@dataclass(slots=True)
class Counts:
    """What is in a shard. `digest` says of what inputs it was made, and how; `reasons` are those of a few failures."""

    digest: str = ""
    articles: int = 0
    failures: int = 0
    left_out: int = 0
    sentences: int = 0
    claims: int = 0
    words: int = 0
    reasons: list[str] = field(default_factory=list)

    def add(self, result: Result) -> None:
        if isinstance(result, Failure):
            self.failures += 1
            self.reasons = [*self.reasons, result.reason][:_FAILURES]
        else:
            self.articles += 1
            self.sentences += len(result.sentences)
            self.claims += len(result.claims)
            self.words += result.words


def done(folder: ShardFolder, shard: Shard) -> Counts | None:
    """What is in a shard that has been made before of these very inputs; None if it is to be made."""
    found = folder.read("done", f"{shard.file}.json")
    return Counts(**found) if found and found.get("digest") == shard.digest else None


def run(shard: Shard, crew: Crew[Extraction]) -> Counts:
    """Makes a shard. Raises UsageError where this machine has another version of the program."""
    if shard.settings.version != __version__:
        raise UsageError(f"The shards are made by extract {shard.settings.version}, and this is {__version__}.")
    folder, reading = ShardFolder(shard.out), _Reading(shard)
    with written(folder, shard.file) as add:
        for number, result in reading.results(crew):
            reading.counts.add(result)
            add(result, number)
    folder.write(asdict(reading.counts), "done", f"{shard.file}.json")
    return reading.counts


@dataclass(slots=True)
class _Waiting:
    """An input in its turn, and what came of it when that is known."""

    number: int
    result: Result | None = None


class _Reading:
    """A shard's inputs on their way: what was read, what came back, and what is still to come before it."""

    def __init__(self, shard: Shard) -> None:
        self.counts = Counts(digest=shard.digest)
        self._shard = shard
        self._queue: deque[_Waiting] = deque()
        self._under_way: dict[tuple[str, str | None], deque[_Waiting]] = defaultdict(deque)

    def results(self, crew: Crew[Extraction]) -> Iterator[tuple[int, Result]]:
        """Each result with its number in its file, in the order of the inputs."""
        for result in crew.extract(chain.from_iterable(map(self._inputs, self._shard.parts))):
            key = (result.source, result.raw_hash) if isinstance(result, Failure) else _key(result)
            self._under_way[key].popleft().result = result
            yield from self._ready()
        yield from self._ready()

    def _ready(self) -> Iterator[tuple[int, Result]]:
        while self._queue and (result := self._queue[0].result) is not None:
            yield self._queue.popleft().number, result

    def _inputs(self, part: Part) -> Iterator[Input]:
        """The articles of a part; what cannot be read waits for its turn as the others do."""
        settings = self._shard.settings
        try:
            with _opened(part) as file:
                hints = settings.hints if is_url(part.path) else described(settings.hints, part.path)
                members = unpack(Blob(part.name, part.name, buffered(Counted(file)), hints), settings.unpacking)
                for number, member in enumerate(members):
                    if not part.holds(member.source):
                        continue
                    if isinstance(member, LeftOut):
                        self.counts.left_out += 1
                    elif isinstance(member, Failure):
                        self._queue.append(_Waiting(number, member))
                    else:
                        raw_hash = fingerprint(member.raw, member.hints)
                        self._queue.append(_Waiting(number))
                        self._under_way[member.source, raw_hash].append(self._queue[-1])
                        yield Input(member.source, member.raw, raw_hash, member.hints)
        except ReadError as error:
            if part.holds(part.name):
                self._queue.append(_Waiting(0, failed(part.name, error)))


def _key(result: Extraction) -> tuple[str, str]:
    return result.article.source, result.article.raw_hash


@contextmanager
def _opened(part: Part) -> Iterator[BinaryIO]:
    """A part's file. Raises ReadError if it cannot be read."""
    if not is_url(part.path):
        with opened(part.path) as file:
            yield file
        return
    there, path = filesystem(part.path)
    try:
        with there.open(path, "rb") as file:
            yield file
    except OSError as error:
        raise ReadError(f"{part.name} cannot be read ({error}).") from error


@contextmanager
def written(folder: ShardFolder, name: str) -> Iterator[Callable[[Result, int], None]]:
    """What takes results and writes them to the files of a shard, which are there whole or not at all."""
    waiting: dict[str, list[Row]] = {table: [] for table in arrow_tables.schemas()}
    with ExitStack() as stack:

        def writer(table: str, schema: pa.Schema) -> Any:
            file = stack.enter_context(folder.opened(table, f"{name}.parquet"))
            return stack.enter_context(pq.ParquetWriter(file, schema, compression="zstd"))

        writers = {table: writer(table, schema) for table, schema in arrow_tables.schemas().items()}

        def write(table: str) -> None:
            writers[table].write_table(pa.Table.from_pylist(waiting[table], schema=arrow_tables.schemas()[table]))
            waiting[table].clear()

        def add(result: Result, number: int) -> None:
            for table, rows in arrow_tables.rows(result, number).items():
                waiting[table] += rows
                if len(waiting[table]) >= _ROWS.get(table, _OTHER_ROWS):
                    write(table)

        yield add
        for table in waiting:
            write(table)
