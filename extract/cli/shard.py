"""`extract shard`: files in, Parquet files out, by several processes or machines, without a database."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract import __version__
from extract.cli import input_options, options
from extract.cli.printing import printable
from extract.cli.progress_bar import Progress
from extract.cli.terminal_tables import print_pairs
from extract.errors import ReadError, require_extra
from extract.readers import ReadHints
from extract.syntax.models import require
from extract.workers import Crew, as_found, default_workers

if TYPE_CHECKING:
    from extract.shards.plan import Shard
    from extract.shards.shard_run import Counts


class Share(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """2/8: the second of eight shares."""

    name = "share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        first, _, of = str(value).partition("/")
        if not (first.isdecimal() and of.isdecimal() and 1 <= int(first) <= int(of)):
            self.fail(f"{value!r} is not a share. Write 2/8 for the second of eight.", param, ctx)
        return int(first), int(of)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", required=True, metavar="DIR", help="The folder to write to, or a URL such as s3://bucket/run1.")
@click.option(
    "--shards",
    type=click.IntRange(1, 99_999),
    help="Number of shards. [default: as before, else one for each 8 MB of input, and at least 8]",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Number of worker processes here. [default: the number of cores]"
)
@click.option(
    "--dask",
    metavar="ADDRESS|local",
    help="Run on a Dask cluster: its scheduler's address, or local for one of this machine.",
)
@click.option("--only", type=Share(), metavar="K/N", help="Only the K-th of N shares of the shards, for job arrays.")
@options.model
@click.option("--published", metavar="DATE", help="Publication date, such as 2024-05-31. Overrides what a file says.")
@click.option("--outlet", metavar="NAME", help="Outlet. Overrides what a file says.")
@input_options.columns
@input_options.limits
@click.option("--quiet", is_flag=True, help="Print errors only.")
def shard(
    paths: tuple[str, ...],
    out: str,
    shards: int | None,
    workers: int | None,
    dask: str | None,
    only: tuple[int, int] | None,
    model: str,
    published: str | None,
    outlet: str | None,
    quiet: bool,
    timeout: float,
    **how: Any,
) -> None:
    """Read articles and write their claims to Parquet files, on one machine or many.

    INPUT is a file, a folder, a pattern, or the URL of a file or folder in object storage. DIR gets a folder for each
    table, with a file for each shard. Run the same command again after an interruption: finished shards are skipped.
    `extract merge` makes a database of DIR. The names of files are relative to the folder that DIR is in.

    \b
    Examples:
      extract shard archive/ --out shards
      extract shard archive/ --out shards --dask tcp://10.0.0.5:8786
      extract shard s3://news/2024/ --out s3://news-claims/2024 --dask local
      extract shard archive/ --out shards --only 2/8
    """
    require_extra("scale", "pyarrow", "fsspec", *(("distributed",) if dask else ()))
    from extract.shards.plan import Settings, find_parts, plan
    from extract.shards.shard_folder import ShardFolder, is_url
    from extract.shards.shard_run import done

    unpacking = input_options.unpacking(how)
    hints = ReadHints(published=published, outlet=outlet, max_bytes=unpacking.limits.max_bytes)
    base = Path.cwd() if is_url(out) else Path(out).resolve().parent
    parts = find_parts(paths, base)
    folder = ShardFolder(out if is_url(out) else str(Path(out).absolute()))
    settings = Settings(__version__, model, require(model), hints, unpacking, timeout)
    every = plan(folder, parts, settings, shards)
    mine = [each for each in every if only is None or each.number % only[1] == only[0] - 1]
    before = {each: done(folder, each) for each in mine}
    finished, left = [found for found in before.values() if found], [each for each in mine if before[each] is None]
    folder.clean(each.number for each in left)
    if finished and not quiet:
        click.echo(f"{len(finished):,} of {len(mine):,} shards were finished before.")
    made = _made(left, workers or default_workers(), dask, quiet)
    folder.clean(each.number for each in left)  # of workers that were lost
    if not quiet:
        _report(out, finished, made)
    _complain([*finished, *made])


def _made(left: Sequence[Shard], workers: int, dask: str | None, quiet: bool) -> list[Counts]:
    """Makes shards, and prints a line for each with the rate and the time left."""
    found: list[Counts] = []
    began, size = time.monotonic(), sum(each.size for each in left)
    read = 0
    with Progress(size, quiet=quiet) as progress:
        for each, counts in _results(left, workers, dask):
            found.append(counts)
            read += each.size
            progress.advance(each.size, articles=counts.articles, words=counts.words)
            if not quiet:
                seconds = time.monotonic() - began
                words = sum(one.words for one in found)
                rest = seconds * (size - read) / read if read else 0
                click.echo(
                    f"shard {each.number}: {counts.articles:,} articles, {counts.claims:,} claims; "
                    f"{len(found):,} of {len(left):,} shards, {words / seconds:,.0f} words/s, {_duration(rest)} left"
                )
    return found


def _results(left: Sequence[Shard], workers: int, dask: str | None) -> Iterator[tuple[Shard, Counts]]:
    from extract.shards.shard_run import run

    if not left:
        return
    if dask:
        from extract.shards.dask_engine import run_on_cluster

        yield from run_on_cluster(dask, left, workers)
        return
    with Crew(workers, left[0].settings.model, left[0].settings.timeout, as_found) as crew:
        for each in left:
            yield each, run(each, crew)


def _duration(seconds: float) -> str:
    """ "45 s", "12 min" or "3.5 h"."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6_000 else f"{seconds / 3600:.1f} h"


def _report(out: str, finished: Sequence[Counts], made: Sequence[Counts]) -> None:
    every = [*finished, *made]
    failures, left_out = sum(each.failures for each in every), sum(each.left_out for each in every)
    print_pairs(
        [
            ("shards", f"{len(made):,} made, {len(finished):,} finished before"),
            ("articles", f"{sum(each.articles for each in every):,}, {failures:,} failed, {left_out:,} left out"),
            ("sentences", f"{sum(each.sentences for each in every):,}"),
            ("claims", f"{sum(each.claims for each in every):,}"),
            ("folder", printable(out)),
        ]
    )


def _complain(every: Sequence[Counts]) -> None:
    """Prints the first failures. Raises SystemExit where nothing could be read."""
    reasons = [reason for each in every for reason in each.reasons][:10]
    for reason in reasons:
        click.echo(f"extract: {printable(reason)}", err=True)
    failures = sum(each.failures for each in every)
    if failures > len(reasons):
        click.echo(f"extract: and {failures - len(reasons):,} more: see the table failures.", err=True)
    if failures and not any(each.articles for each in every):
        raise SystemExit(ReadError.exit_code)
