"""`extract ingest`: files in, rows out. Only what is new or changed is read by the model."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import click

from extract import forking
from extract.cli import input_options, options
from extract.errors import ReadError, UsageError
from extract.readers import ReadHints
from extract.readers.containers.fetching import is_address
from extract.readers.containers.format_list import all_endings, recognised
from extract.readers.discovery import Discovery, discover
from extract.readers.files import STANDARD_INPUT, size_of
from extract.workers import MIN_BYTES, default_workers

#: Nice value of the process that stores: behind the server, before the workers (`NICE` in `extract/workers.py`).
_NICE = 10
#: The module of what workers hand over (`Contents`): it is not imported here before they are on their way.
_STORED = "db.contents"


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
    _step_back()
    if paths:
        found = find(paths, path, fetch)
        if not (path.exists() or careful) and sum(map(size_of, found.sources)) >= MIN_BYTES:
            forking.begin(model, _STORED)  # while what stores is imported here, and the database made
    from extract.cli.claim_cells import print_samples
    from extract.cli.storing import Settings, known_failures, read_articles
    from extract.cli.tally import Tally, complain, report

    if not paths:
        found = find(known_failures(path, retry_failed), path, fetch)
    unpacking = input_options.unpacking(how)
    hints = ReadHints(published=published, outlet=outlet, max_bytes=unpacking.limits.max_bytes)
    tally = Tally()
    tally.skip(found.skipped)
    started = time.monotonic()
    settings = Settings(
        path, model, workers or default_workers(), timeout, hints, unpacking, retry_failed, quiet, careful
    )
    shown = read_articles(found.sources, settings, tally, fetch_delay if fetch else None, samples, found.skipped)
    if not quiet:
        report(tally, time.monotonic() - started, path)
        print_samples(shown, samples)
    complain(tally)
    if tally.nothing_was_read:
        raise SystemExit(ReadError.exit_code)


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


def _step_back() -> None:
    """Storing waits for pages and decisions, not for the workers."""
    if hasattr(os, "nice"):
        os.nice(max(0, _NICE - os.nice(0)))


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
