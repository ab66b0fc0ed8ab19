"""`extract ingest`: files in, rows out. Only what is new or changed is read by the model."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from db.contents import Contents
from db.store import RunInfo, Store
from extract import __version__
from extract.cli import input_options, options
from extract.cli.claim_cells import print_samples
from extract.cli.intake import Intake, failed_files, size_of
from extract.cli.progress_bar import Progress
from extract.cli.tally import Fate, Tally, complain, report
from extract.errors import ReadError, UsageError
from extract.model import Extraction
from extract.readers import ReadHints
from extract.readers.containers.fetching import is_address
from extract.readers.containers.format_list import all_endings, recognised
from extract.readers.containers.members import Unpacking
from extract.readers.discovery import Discovery, discover
from extract.readers.files import STANDARD_INPUT
from extract.syntax.models import require
from extract.workers import TOGETHER, Finish, as_found, collect_rarely, default_workers, extract_batches

#: Nice value of the process that stores: behind the server, before the workers (`NICE` in `extract/workers.py`).
_NICE = 10


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@options.database
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Number of worker processes. [default: the number of cores]"
)
@options.model
@options.careful
@click.option("--published", metavar="DATE", help="Publication date, such as 2024-05-31. Overrides what a file says.")
@click.option("--outlet", metavar="NAME", help="Outlet. Overrides what a file says.")
@input_options.columns
@input_options.fetching
@input_options.limits
@click.option("--retry-failed", is_flag=True, help="Try failed inputs again: all of them, or those in PATH.")
@click.option("--samples", type=click.IntRange(0, 100), default=0, metavar="N", help="Print N of the new claims.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def ingest(
    paths: tuple[str, ...],
    path: Path,
    workers: int | None,
    model: str,
    careful: bool,
    published: str | None,
    outlet: str | None,
    retry_failed: bool,
    fetch: bool,
    fetch_delay: float,
    samples: int,
    quiet: bool,
    timeout: float,
    **how: Any,
) -> None:
    """Read articles and store their claims.

    PATH is a file, a folder (with its subfolders), a pattern such as 'news/*.html', - for standard input, or
    with --fetch a web address. Archives, feeds, tables and crawls are unpacked into their articles. Articles
    that are already stored are skipped; a changed article becomes a new revision. `extract failures` lists
    the inputs that could not be read. The exit code is 3 only if nothing could be read.

    \b
    Examples:
      extract ingest articles/
      extract ingest 'news/2024-*/*.html' --db elections.db
      extract ingest export.csv --text-column story --date-column day
      extract ingest --retry-failed
      extract ingest https://example.org/news-sitemap.xml --fetch
      curl -s https://example.org/feed.xml | extract ingest - --outlet "Example Post"
    """
    paths = paths or _failed(path, retry_failed)
    found = find(paths, path, fetch)
    unpacking = input_options.unpacking(how)
    hints = ReadHints(published=published, outlet=outlet, max_bytes=unpacking.limits.max_bytes)
    tally = Tally()
    tally.skip(found.skipped)
    started = time.monotonic()
    settings = Settings(
        path, model, workers or default_workers(), timeout, hints, unpacking, retry_failed, quiet, careful
    )
    _step_back()
    shown = read_articles(found.sources, settings, tally, fetch_delay if fetch else None, samples, found.skipped)
    if not quiet:
        report(tally, time.monotonic() - started, path)
        print_samples(shown, samples)
    complain(tally)
    if tally.nothing_was_read:
        raise SystemExit(ReadError.exit_code)


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are read, and into which database (`path`)."""

    path: Path
    model: str
    workers: int
    timeout: float
    hints: ReadHints
    unpacking: Unpacking
    retry_failed: bool = False
    quiet: bool = False
    careful: bool = False


def find(paths: Iterable[str], path: Path, fetch: bool) -> Discovery:
    """The files and addresses to read; neither of them is the database `path`.

    Raises UsageError for the database, and for addresses where nothing may be fetched.
    """
    files = tuple(name for name in paths if not is_address(name))
    addresses = tuple(name for name in paths if is_address(name))
    if addresses and not fetch:
        raise UsageError(f"{addresses[0]} is a web address. Add --fetch to fetch it, or save it and name the file.")
    found = discover(files, all_endings(), recognised) if files else Discovery(())
    _keep_apart(path, found.sources)
    return Discovery(
        (*found.sources, *addresses), tuple(name for name in found.skipped if not _is_database(name, path))
    )


def read_articles(
    sources: Sequence[str],
    how: Settings,
    tally: Tally,
    fetch_delay: float | None = None,
    samples: int = 0,
    skipped: Iterable[str] = (),
) -> list[Extraction]:
    """Stores the articles of these sources and counts them; the first few of those that were read.

    Files that were `skipped` are noted. Pages are fetched if `fetch_delay` is given, so many seconds apart.
    """
    run = RunInfo(version=__version__, model=how.model, model_version=require(how.model))
    base, shown = how.path.resolve().parent, list[Extraction]()
    collect_rarely()  # looking for garbage would hold an article up, and the lock with it
    with Store.open(how.path) as store, Progress(sum(map(size_of, sources)), quiet=how.quiet) as progress:
        store.begin_run(run)
        _clear_folders(store, base)
        intake = Intake(store, tally, progress, base, how.hints, how.unpacking, retry=how.retry_failed)
        intake.skip(skipped)
        if fetch_delay is not None:
            intake.fetch(fetch_delay)
        items = intake.inputs(sources)
        finish: Finish[Extraction | Contents] = as_found if samples else Contents.of
        batches = extract_batches(
            items,
            workers=how.workers,
            model=how.model,
            timeout=how.timeout,
            finish=finish,
            careful=how.careful,
            together=TOGETHER,
        )
        for results in batches:
            shown += [result for result in results if isinstance(result, Extraction)][: samples - len(shown)]
            intake.take([Contents.of(one) if isinstance(one, Extraction) else one for one in results])
        intake.close()
        store.finish_run(unchanged=tally.total(Fate.UNCHANGED))
    return shown


def _step_back() -> None:
    """Storing waits for pages and decisions, not for the workers."""
    if hasattr(os, "nice"):
        os.nice(max(0, _NICE - os.nice(0)))


def _failed(path: Path, retry: bool) -> tuple[str, ...]:
    """The files to try again. Raises UsageError where no file was named for any other reason, or none failed."""
    if not retry:
        raise UsageError("Name what to read: a file, a folder, a pattern, or - for standard input.")
    with Store.open(path, create=False) as store:
        found = failed_files(store, path.resolve().parent)
    if not found:
        raise UsageError(
            f"Nothing to try again: no failed input of {path} exists any more. `extract failures` lists them."
        )
    return tuple(found)


def _clear_folders(store: Store, base: Path) -> None:
    """A folder that could not be read once is no failure any more when it can be, or is gone."""
    for source in store.failed():
        if os.path.isdir(base / source) and os.access(base / source, os.R_OK | os.X_OK):  # noqa: PTH112
            store.clear(source)


def _is_database(name: str, path: Path) -> bool:
    """Whether a file of a folder is the database itself, or one of those that SQLite keeps beside it."""
    return os.path.realpath(name).startswith(os.path.realpath(path))


def _is_file(real: str, there: os.stat_result | None, source: str) -> bool:
    """Whether `source` is this file. (One that is there is known by one look; its real path takes ten.)"""
    if there is None:
        return os.path.realpath(source) == real
    found = _stat(source)
    return found is not None and os.path.samestat(found, there)


def _stat(path: str | Path) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None


def _keep_apart(path: Path, sources: Iterable[str]) -> None:
    """An article that is named as the database would be lost to it."""
    is_database = partial(_is_file, os.path.realpath(path), _stat(path))
    if any(source != STANDARD_INPUT and is_database(source) for source in sources):
        raise UsageError(f"{path} is both a file to read and the database. Name another database with --db.")
