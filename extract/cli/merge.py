"""`extract merge`: the Parquet files of `extract shard`, joined in one database."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from db.connection import writer
from db.steps import silent, told_to
from db.store import RunInfo, Store
from extract.cli import options
from extract.cli.input_options import parse_size
from extract.cli.printing import printable
from extract.cli.progress_bar import Progress
from extract.cli.tally import Fate, Tally, complain, report
from extract.cli.terminal_tables import print_pairs
from extract.errors import EmptyInputError, UsageError, require_extra
from extract.model import Failure
from extract.readers.containers.member_failures import containers_of

if TYPE_CHECKING:
    from db.contents import Contents
    from extract.shards.shard_folder import ShardFolder

_FORMAT = "shards"
#: What any writer keeps of a database in memory, in bytes.
_LEAST_CACHE = 64_000_000


@click.command()
@click.argument("folders", nargs=-1, required=True, metavar="DIR...")
@options.database
@click.option(
    "--duckdb",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the tables to a new DuckDB file instead of the database, without joining names, copies and statements.",
)
@click.option(
    "--memory",
    default="1GB",
    metavar="SIZE",
    show_default=True,
    callback=parse_size,
    help="Memory for sorting, in one process, and for pages of the database, in another.",
)
@click.option("--quiet", is_flag=True, help="Print errors only.")
def merge(folders: tuple[str, ...], path: Path, duckdb: Path | None, memory: int, quiet: bool) -> None:
    """Make a database of the shards in DIR, folders that `extract shard` wrote.

    The database is the same as if `extract ingest` had read the articles: copies, names, statements and events are
    joined over all shards. Articles that the database has already are skipped, so that an interrupted merge can be run
    again. All shards must be finished.

    \b
    Examples:
      extract merge shards --db claims.db
      extract merge s3://news-claims/2023 s3://news-claims/2024 --memory 8GB
      extract merge shards --duckdb claims.duckdb
    """
    require_extra("scale", "pyarrow", "fsspec", "duckdb")
    if duckdb is not None:
        _write(folders, duckdb, memory, quiet)
        return
    tally, began = Tally(), time.monotonic()
    with Store.open(path) as store:
        store.cache(max(memory // 3, _LEAST_CACHE))
        for folder in folders:
            _store(store, folder, memory, tally, quiet)
    with told_to(silent) if quiet else nullcontext():
        writer(path).close()  # makes the indexes that storing did without
    if not quiet:
        report(tally, time.monotonic() - began, path)
    complain(tally)


def _store(store: Store, where: str, memory: int, tally: Tally, quiet: bool) -> None:
    from db.merging import batches

    folder, names, run, articles = _finished(where)
    store.begin_run(run)
    store.expect(articles)
    broken, read = set(store.failed()), set[str]()
    with Progress(articles, quiet=quiet) as progress:
        files, beside = _files(folder, names), store.path.resolve().parent
        for batch in batches(files, _remote(folder), memory, beside, articles=articles):
            _store_batch(store, batch, tally, progress, broken, read)
            batch.clear()  # the next is made before this one is let go
    for source in sorted(read & broken):  # a container that was broken once is whole now
        store.clear(source)
    for _ in names:
        tally.file(_FORMAT)
    store.finish_run(unchanged=tally.total(Fate.UNCHANGED))


def _store_batch(
    store: Store, batch: list[Contents | Failure], tally: Tally, progress: Progress, broken: set[str], read: set[str]
) -> None:
    """Stores articles and failures. `broken` are inputs that could not be read before, `read` those that now were."""
    found = [one for one in batch if not isinstance(one, Failure)]
    for one, added in zip(found, store.add_all(found), strict=True):
        tally.add(_FORMAT, one, added)
        progress.advance(1, articles=1, words=one.words)
        read |= broken.intersection(containers_of(one.article.source))
    for problem in batch:
        if isinstance(problem, Failure):
            broken.discard(problem.source)
            store.fail(problem)
            tally.fail(_FORMAT, problem)


def _write(folders: Sequence[str], path: Path, memory: int, quiet: bool) -> None:
    from db.merging import write_duckdb

    if len(folders) > 1:
        raise UsageError("A DuckDB file holds one DIR. Name one, or let DuckDB read the Parquet files themselves.")
    folder, names, _, _ = _finished(folders[0])
    counts = write_duckdb(_files(folder, names), _remote(folder), memory, path.absolute())
    if not quiet:
        print_pairs([*((table, f"{count:,}") for table, count in counts.items()), ("file", printable(str(path)))])


def _finished(where: str) -> tuple[ShardFolder, list[str], RunInfo, int]:
    """A folder of which all shards are there: their names, what they were made with, and how many articles they hold.

    Raises EmptyInputError and UsageError.
    """
    from extract.shards.shard_folder import ShardFolder

    folder = ShardFolder(where)
    plan = folder.read("plan.json")
    if plan is None:
        raise EmptyInputError(f"There are no shards in {where}. Make them with `extract shard ... --out {where}`.")
    names = [f"{number:05}" for number in range(plan["shards"])]
    found = [folder.read("done", f"{name}.json") for name in names]
    if missing := sum(each is None for each in found):
        raise UsageError(
            f"{missing:,} of {len(names):,} shards in {where} are not finished. Run the same `extract shard` again."
        )
    made = plan["settings"]
    run = RunInfo(version=made["version"], model=made["model"], model_version=made["model_version"])
    return folder, names, run, sum(each["articles"] for each in found if each)


def _files(folder: ShardFolder, names: Sequence[str]) -> dict[str, list[str]]:
    from extract.arrow_tables import schemas

    return {table: [folder.url(table, f"{name}.parquet") for name in names] for table in schemas()}


def _remote(folder: ShardFolder) -> object | None:
    """What the files are read with if they are not on this machine."""
    return None if folder.local else folder.filesystem
