"""`extract ingest`: files in, rows out. Only what is new or changed is read by the model."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import click

from db.store import Added, RunInfo, State, Store
from extract import __version__
from extract.cli import options
from extract.cli.printing import printable
from extract.cli.progress import Progress
from extract.cli.rows import print_samples
from extract.cli.tables import print_pairs
from extract.errors import ReadError, UsageError
from extract.model import Extraction, Failure
from extract.readers import ReadHints, endings, label, load
from extract.readers.discovery import discover
from extract.readers.files import STANDARD_INPUT
from extract.syntax.parsing import require
from extract.workers import Input, default_workers, extract_all, failure


@dataclass(slots=True)
class Tally:
    """What became of the inputs of one call."""

    new: int = 0
    unchanged: int = 0
    revised: int = 0
    failed: int = 0
    sentences: int = 0
    claims: int = 0
    words: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, extraction: Extraction, added: Added) -> None:
        if added is Added.UNCHANGED:
            self.unchanged += 1
            return
        self.new += added is Added.NEW
        self.revised += added is Added.REVISED
        self.sentences += len(extraction.sentences)
        self.claims += len(extraction.claims)
        self.words += extraction.words

    def fail(self, problem: Failure) -> None:
        self.failed += 1
        self.failures.append(problem)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.database
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that read. [default: the cores]")
@options.model
@click.option("--published", metavar="DATE", help="Publication date, as 2024-05-31; wins over what a file says.")
@click.option("--publisher", metavar="NAME", help="Publisher; wins over what a file says.")
@click.option("--samples", type=click.IntRange(0, 100), default=0, metavar="N", help="Print N of the new claims.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def ingest(
    paths: tuple[str, ...],
    path: Path,
    workers: int | None,
    model: str,
    published: str | None,
    publisher: str | None,
    samples: int,
    quiet: bool,
) -> None:
    """Read articles and store their claims.

    PATH is a file, a folder (with all below it), a pattern such as 'news/*.html', or - for standard
    input. What is in already is left as it is; a changed file becomes a new revision. An input that
    cannot be read is listed by `extract failures`, and the rest go in: the exit code is 3 only when
    nothing could be read.

    \b
    Examples:
      extract ingest articles/
      extract ingest 'news/2024-*/*.html' --db elections.db
      curl -s https://example.org/a.html | extract ingest - --published 2024-05-31
    """
    found = discover(paths, endings())
    _keep_apart(path, found.sources)
    hints = ReadHints(published=published, publisher=publisher)
    run = RunInfo(version=__version__, model=model, model_version=require(model))
    tally, shown = Tally(), list[Extraction]()
    started = time.monotonic()
    with Store.open(path) as store, Progress(len(found.sources), quiet=quiet) as progress:
        store.begin_run(run)
        intake = Intake(store, tally, progress, path, hints)
        for result in extract_all(intake.inputs(found.sources), workers=workers or default_workers(), model=model):
            intake.take(result)
            if isinstance(result, Extraction):
                shown.append(result) if len(shown) < samples else None
        store.finish_run(unchanged=tally.unchanged)
    if not quiet:
        _report(tally, time.monotonic() - started, path, skipped=len(found.skipped))
        print_samples(shown, samples)
    _complain(tally)
    if tally.failed == len(found.sources):
        raise SystemExit(ReadError.exit_code)


def _keep_apart(path: Path, sources: Iterable[str]) -> None:
    """An article that is named as the database would be lost to it."""
    if any(source != STANDARD_INPUT and os.path.realpath(source) == os.path.realpath(path) for source in sources):
        raise UsageError(f"{path} is one of the files to read, and was named as the database. Name another with --db.")


class Intake:
    """Between the files and the store: lets through what is new, writes what comes back, counts all of it."""

    def __init__(self, store: Store, tally: Tally, progress: Progress, path: Path, hints: ReadHints) -> None:
        self._store = store
        self._tally = tally
        self._progress = progress
        self._base = path.resolve().parent
        self._hints = hints

    def inputs(self, sources: Iterable[str]) -> Iterator[Input]:
        """The inputs that are not in the database as they are now."""
        for source in sources:
            try:
                raw = load(source)
            except ReadError as error:
                self._fail(failure(self._name(source, b""), None, error))
                continue
            item = Input(self._name(source, raw), raw, sha256(raw).hexdigest(), self._hints)
            if self._is_new(item):
                yield item

    def _is_new(self, item: Input) -> bool:
        """Whether there is anything to do; what is known to be in, or to be unreadable, is counted here."""
        state = self._store.state(item.source, item.raw_hash)
        if state is State.UNCHANGED:
            self._tally.unchanged += 1
        elif state is State.FAILED and (problem := self._store.failure(item.source)):
            self._tally.fail(problem)
        else:
            return True
        self._progress.advance()
        return False

    def take(self, result: Extraction | Failure) -> None:
        """Writes one result, as one transaction."""
        if isinstance(result, Failure):
            self._fail(result)
            return
        self._tally.add(result, self._store.add(result))
        self._progress.advance(result.words)

    def _fail(self, problem: Failure) -> None:
        self._store.fail(problem)
        self._tally.fail(problem)
        self._progress.advance()

    def _name(self, source: str, raw: bytes) -> str:
        """What a file is called in the database: its path from the database's folder, wherever one stands.

        A folder of articles and its database may move together; files elsewhere keep their full path.
        Standard input has no name, so its content gives it one.
        """
        if source == STANDARD_INPUT:
            return f"stdin:{sha256(raw).hexdigest()[:16]}"
        whole = Path(source).absolute()
        inside = Path(os.path.realpath(source)) if whole.exists() else whole  # a broken link is called by its own name
        return label(
            inside.relative_to(self._base).as_posix() if inside.is_relative_to(self._base) else whole.as_posix()
        )


def _report(tally: Tally, seconds: float, path: Path, *, skipped: int) -> None:
    rate = f"{tally.words / seconds:,.0f} words a second" if tally.words else "nothing to read"
    pairs = [
        ("articles", f"{tally.new} new, {tally.unchanged} unchanged, {tally.revised} revised, {tally.failed} failed"),
        ("sentences", f"{tally.sentences:,}"),
        ("claims", f"{tally.claims:,}"),
        ("speed", f"{rate} ({seconds:.1f} s)"),
        ("database", str(path)),
    ]
    if skipped:
        pairs.insert(1, ("left out", f"{skipped} files whose ending no reader takes"))
    print_pairs(pairs)


def _complain(tally: Tally, most: int = 10) -> None:
    for problem in tally.failures[:most]:
        click.echo(f"extract: {printable(problem.reason)}", err=True)
    if len(tally.failures) > most:
        click.echo(f"extract: and {len(tally.failures) - most} more: see `extract failures`.", err=True)
