"""Articles from sources into the database: what `extract ingest` and `extract watch` do with what they found."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.contents import Contents
from db.store import RunInfo, Store
from extract import __version__
from extract.cli.intake import Intake, failed_files
from extract.cli.progress_bar import Progress
from extract.cli.tally import Fate, Tally
from extract.errors import UsageError
from extract.model import Extraction
from extract.readers import ReadHints
from extract.readers.containers.members import Unpacking
from extract.readers.files import size_of
from extract.syntax.models import require
from extract.workers import TOGETHER, Finish, as_found, collect_rarely, extract_batches


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


def known_failures(path: Path, retry: bool) -> tuple[str, ...]:
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
