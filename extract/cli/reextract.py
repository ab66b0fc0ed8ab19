"""`extract reextract`: another model, or newer rules, over the stored texts; what people decided stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import click

from db import articles
from db.replacing import Moved, Replaced
from db.store import RunInfo, Store
from extract import __version__
from extract.cli import options
from extract.cli.printing import printable
from extract.cli.progress import Progress
from extract.cli.tables import print_pairs, print_table
from extract.syntax.parsing import require


@dataclass(slots=True)
class _Tally:
    """What became of the claims of all articles."""

    articles: int = 0
    same: int = 0
    new: int = 0
    gone: int = 0
    reviews: int = 0
    moved: list[Moved] = field(default_factory=list)

    def add(self, found: Replaced) -> None:
        self.articles += 1
        self.same += found.same
        self.new += found.new
        self.gone += found.gone
        self.reviews += found.reviews
        self.moved.extend(found.moved)


@click.command()
@options.database
@options.model
@click.option("--article", "names", multiple=True, metavar="ID", help="Only this article; repeatable.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def reextract(path: Path, model: str, names: tuple[str, ...], quiet: bool) -> None:
    """Extract again from the texts in the database, with another model or after an update.

    Reviews hold on: a claim that is found again keeps its decision, what was approved stays even if it is not
    found any more, and what moved is listed for a look.

    \b
    Examples:
      extract reextract
      extract reextract --model en_core_web_md
    """
    from extract.extractor import Extractor

    run = RunInfo(version=__version__, model=model, model_version=require(model))
    tally = _Tally()
    with Store.open(path, create=False) as store:
        connection = store.connection
        chosen = [articles.find(connection, name) for name in names] or list(articles.current(connection))
        extractor = Extractor(model)
        store.begin_run(run)
        with Progress(len(chosen), quiet=quiet) as progress:
            for number in chosen:
                extraction = extractor.extract(articles.load(connection, number))
                tally.add(store.replace(number, extraction))
                progress.advance(1, articles=1, words=extraction.words)
        store.finish_run()
    if not quiet:
        _report(tally)


def _report(tally: _Tally) -> None:
    print_pairs(
        [
            ("articles", f"{tally.articles:,}"),
            ("claims", f"{tally.same:,} as before, {tally.new:,} new, {tally.gone:,} no longer found"),
            ("reviews", f"{tally.reviews:,} hold on, {len(tally.moved):,} to look at"),
        ]
    )
    if tally.moved:
        columns = ("claim", "was", "words", "now", "its words")
        print_table(columns, (_cells(moved) for moved in tally.moved))


def _cells(moved: Moved) -> tuple[str, ...]:
    now = moved.successor or ("kept" if moved.kept else "gone")
    return moved.claim, moved.status, printable(moved.words), now, printable(moved.successor_words or "")
