"""`extract reextract`: another model, or newer rules, over the stored texts; what people decided stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from db import articles
from db.replacing import OUTRUN, Moved, Replaced, rehearse
from db.sqlite import clear_errors
from db.store import RunInfo, Store
from extract import __version__
from extract.cli import options
from extract.cli.printing import printable
from extract.cli.problems import print_problems, problems
from extract.cli.progress_bar import Progress
from extract.cli.terminal_tables import print_pairs, print_table
from extract.errors import InputError
from extract.model import Extraction
from extract.syntax.models import require

if TYPE_CHECKING:
    from extract.extractor import Extractor

#: So many that moved are printed; the pages of the review list them all.
_MOST = 50


@dataclass(slots=True)
class _Tally:
    """What became of the claims of all articles."""

    articles: int = 0
    outrun: int = 0
    same: int = 0
    new: int = 0
    gone: int = 0
    reviews: int = 0
    moved: list[Moved] = field(default_factory=list)

    def add(self, found: Replaced) -> None:
        self.articles += found is not OUTRUN
        self.outrun += found is OUTRUN
        self.same += found.same
        self.new += found.new
        self.gone += found.gone
        self.reviews += found.reviews
        self.moved.extend(found.moved)


@click.command()
@options.database
@options.model
@click.option("--article", "names", multiple=True, metavar="ID", help="Only this article; repeatable.")
@click.option("--dry-run", is_flag=True, help="Print what would happen to claims and reviews, and change nothing.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def reextract(path: Path, model: str, names: tuple[str, ...], dry_run: bool, quiet: bool) -> None:
    """Extract again from the texts in the database, with another model or after an update.

    Reviews are kept. A claim that is found again keeps its decision. A reviewed claim that is no longer found stays
    as it was decided, is marked kept, and is listed for checking (later: /-/review/progress, or the queue
    /-/review?origin=kept&status=rejected). If interrupted, run the same command again to continue.

    \b
    Examples:
      extract reextract --dry-run
      extract reextract --model en_core_web_md
    """
    from extract.extractor import Extractor

    run = RunInfo(version=__version__, model=model, model_version=require(model))
    tally, broken = _Tally(), list[str]()
    with Store.open(path, create=False) as store:
        chosen = dict.fromkeys(_chosen(store, names))
        extractor = Extractor(model)
        store.begin_run(run)
        with Progress(len(chosen), quiet=quiet) as progress:
            for number in chosen:
                extraction = _again(store, extractor, number)
                tally.add(_become(store, number, extraction, dry_run))
                broken.extend(problems(extraction.article.source, extraction.sentences) if extraction else ())
                progress.advance(1, articles=1, words=extraction.words if extraction else 0)
        store.finish_run()
    if not quiet:
        _report(tally, dry_run)
    print_problems(broken)


def _chosen(store: Store, names: tuple[str, ...]) -> Iterator[int]:
    if not names:
        yield from articles.current(store.connection)
    for name in names:
        number = articles.find(store.connection, name)
        if not articles.is_current(store.connection, number):
            raise InputError(f"{name!r} is an older revision. Name the article by its source.")
        yield number


def _again(store: Store, extractor: Extractor, number: int) -> Extraction | None:
    """None for an article that somebody else took out or replaced since this run began."""
    with clear_errors(store.path):
        if not articles.is_current(store.connection, number):
            return None
        article = articles.load(store.connection, number)
    return extractor.extract(article)


def _become(store: Store, number: int, extraction: Extraction | None, dry_run: bool) -> Replaced:
    if extraction is None:
        return OUTRUN
    if not dry_run:
        return store.replace(number, extraction)
    with clear_errors(store.path):
        return rehearse(store.connection, extraction, number)


def _report(tally: _Tally, dry_run: bool) -> None:
    pairs = [
        ("articles", f"{tally.articles:,}"),
        ("claims", f"{tally.same:,} as before, {tally.new:,} new, {tally.gone:,} no longer found"),
        ("reviews", f"{tally.reviews:,} unchanged, {len(tally.moved):,} to check{_kinds(tally.moved)}"),
    ]
    if tally.outrun:
        pairs.append(("skipped", f"{tally.outrun:,} articles that changed in the meantime"))
    if dry_run:
        pairs.append(("database", "not changed (--dry-run)"))
    print_pairs(pairs)
    if tally.moved:
        columns = ("claim", "was", "words", "now", "its words")
        print_table(columns, (_cells(moved) for moved in tally.moved[:_MOST]))
    if len(tally.moved) > _MOST:
        click.echo(f"... and {len(tally.moved) - _MOST:,} more: `extract serve`, then /-/review/progress.", err=True)


def _kinds(moved: list[Moved]) -> str:
    """Of claims to look at: how many have another at their words, and how many nothing."""
    if not moved:
        return ""
    another = sum(one.successor is not None for one in moved)
    return f" ({another:,} moved, {len(moved) - another:,} not found)"


def _cells(moved: Moved) -> tuple[str, ...]:
    now = moved.successor or ("kept" if moved.kept else "not found")
    return moved.claim, moved.status, printable(moved.words), now, printable(moved.successor_words or "")
