"""`extract watch`: reads what is new in folders and feeds, again and again until it is stopped."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from glob import has_magic
from pathlib import Path
from typing import Any

import click

from extract.cli import input_options, options
from extract.cli.ending import TERMINATED
from extract.cli.ingest import find
from extract.cli.printing import printable
from extract.cli.storing import Settings, read_articles
from extract.cli.tally import Fate, Tally, complain
from extract.errors import EmptyInputError, MissingPathError
from extract.readers import ReadHints
from extract.readers.containers.fetching import is_address
from extract.readers.containers.links import is_list
from extract.readers.discovery import start_of
from extract.workers import default_workers

#: Seconds for which a file must not have changed: before, somebody may still write it.
_SETTLED = 2.0
_FATES = (Fate.NEW, Fate.REVISED, Fate.UNCHANGED, Fate.FAILED)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.database
@click.option(
    "--every",
    type=click.FloatRange(1, 86_400),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="Time between two rounds.",
)
@click.option("--then", metavar="COMMAND", help="Run this in a shell after each round with new or changed articles.")
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Number of worker processes. [default: the number of cores]"
)
@options.model
@click.option("--outlet", metavar="NAME", help="Outlet. Overrides what a file says.")
@input_options.columns
@input_options.fetching
@input_options.limits
def watch(
    paths: tuple[str, ...],
    path: Path,
    every: float,
    then: str | None,
    workers: int | None,
    model: str,
    outlet: str | None,
    fetch: bool,
    fetch_delay: float,
    timeout: float,
    **how: Any,
) -> None:
    """Read new and changed articles as they appear, until Ctrl-C or SIGTERM.

    PATH is a file, folder or pattern, as for `extract ingest`. With --fetch it may also be the web address of a feed,
    or a file with an address on each line: these are fetched in every round. Each round that reads something prints
    a line. COMMAND gets the numbers of articles as EXTRACT_NEW and EXTRACT_REVISED, and the database as EXTRACT_DB.

    \b
    Examples:
      extract watch incoming/
      extract watch incoming/ --then 'extract changes --since $(date -I) --db "$EXTRACT_DB"'
      extract watch https://example.org/feed.xml feeds.txt --fetch --every 900
    """
    unpacking = input_options.unpacking(how)
    hints = ReadHints(outlet=outlet, max_bytes=unpacking.limits.max_bytes)
    settings = Settings(path, model, workers or default_workers(), timeout, hints, unpacking, quiet=True)
    known: dict[str, tuple[int, int]] = {}
    _announce(paths)
    with _until_stopped():
        while True:
            began = time.monotonic()
            if sources := _changed(paths, path, known, fetch):
                _round(sources, settings, fetch_delay if fetch else None, then)
            _pause(max(0.0, every - (time.monotonic() - began)))


_pause = time.sleep


def _announce(paths: Sequence[str]) -> None:
    """Says what is watched, for nothing else may be printed for hours, and what of it does not exist yet."""
    click.echo(printable(f"Watching {', '.join(paths)}. Ctrl-C ends it."), err=True)
    for name in paths:
        if not (is_address(name) or has_magic(name) or os.path.exists(name)):  # noqa: PTH110 - Path raises for a long name
            click.echo(printable(f"There is no file or folder {name!r} yet. It is read when it appears."), err=True)


@contextmanager
def _until_stopped() -> Iterator[None]:
    """Ctrl-C and SIGTERM are how this is meant to end. What was read is stored, an article whole or not at all."""
    try:
        yield
    except KeyboardInterrupt:
        pass
    except SystemExit as error:
        if error.code != TERMINATED:
            raise
    click.echo("Stopped.")


def _changed(paths: Sequence[str], database: Path, known: dict[str, tuple[int, int]], fetch: bool) -> list[str]:
    """The files that are new or have changed since they were last read, and what is fetched in every round."""
    found = list[str]()
    for name in paths:
        with suppress(EmptyInputError, MissingPathError):  # they may come
            found += find([name], database, fetch).sources
    changed = []
    for source in dict.fromkeys(found):
        stamp = None if is_address(source) else _stamp(source)
        if stamp is None or (fetch and is_list(start_of(source))):
            changed.append(source)
        elif stamp != known.get(source) and not 0 <= time.time() - stamp[1] / 1e9 < _SETTLED:
            known[source] = stamp
            changed.append(source)
    return changed


def _stamp(source: str) -> tuple[int, int] | None:
    """What is another when a file has changed; of a file that is gone, what no file has."""
    try:
        status = Path(source).stat()
    except OSError:
        return -1, 0
    return status.st_size, status.st_mtime_ns


def _round(sources: Sequence[str], settings: Settings, fetch_delay: float | None, then: str | None) -> None:
    tally, began = Tally(), time.monotonic()
    read_articles(sources, settings, tally, fetch_delay)
    counts = ", ".join(f"{tally.total(fate):,} {fate}" for fate in _FATES)
    seconds = time.monotonic() - began
    click.echo(f"{time.strftime('%Y-%m-%d %H:%M:%S')}  {counts}; {tally.claims:,} claims in {seconds:.1f} s")
    complain(tally)
    if then and (tally.total(Fate.NEW) or tally.total(Fate.REVISED)):
        numbers = {"EXTRACT_NEW": tally.total(Fate.NEW), "EXTRACT_REVISED": tally.total(Fate.REVISED)}
        known = {name: str(value) for name, value in {**numbers, "EXTRACT_DB": settings.path.resolve()}.items()}
        ended = subprocess.run(then, shell=True, env={**os.environ, **known}, check=False)  # noqa: S602 - the user's own
        if ended.returncode:
            click.echo(f"extract: {printable(then)} ended with exit code {ended.returncode}.", err=True)
