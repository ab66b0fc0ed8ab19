"""What became of the inputs of one call, and how it is told: a table by format, then the sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePath

import click

from db.contents import Contents
from db.store import Added
from extract.cli.printing import printable
from extract.cli.problems import print_problems, problems
from extract.cli.terminal_tables import print_pairs, print_table
from extract.model import Failure

#: Failures that are told on stderr; all are in the database.
_SHOWN = 10
_MOST_KINDS = 6
_OTHER = "other"


class Fate(StrEnum):
    """What became of an article."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REVISED = "revised"
    FAILED = "failed"
    LEFT_OUT = "left out"


_FATES = {Added.NEW: Fate.NEW, Added.REVISED: Fate.REVISED, Added.UNCHANGED: Fate.UNCHANGED}


@dataclass(slots=True)
class Tally:
    """Counts by the format of the file that was named or found: a container counts once among the files, and what
    it holds among the articles."""

    files: Counter[str] = field(default_factory=Counter)
    articles: Counter[tuple[str, Fate]] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    sentences: int = 0
    claims: int = 0
    words: int = 0

    def file(self, format_name: str) -> None:
        self.files[format_name] += 1

    def add(self, format_name: str, found: Contents, added: Added) -> None:
        self.articles[format_name, _FATES[added]] += 1
        if added is not Added.UNCHANGED:
            self.sentences += len(found.sentences)
            self.claims += len(found.claims)
            self.words += found.words
            self.problems.extend(problems(found.article.source, found.broken))

    def unchanged(self, format_name: str, number: int = 1) -> None:
        self.articles[format_name, Fate.UNCHANGED] += number

    def fail(self, format_name: str, problem: Failure) -> None:
        self.articles[format_name, Fate.FAILED] += 1
        if len(self.failures) < _SHOWN:
            self.failures.append(problem)

    def leave_out(self, format_name: str, what: str) -> None:
        self.articles[format_name, Fate.LEFT_OUT] += 1
        self.left_out[what] += 1

    def skip(self, files: Iterable[str]) -> None:
        """Files of folders that were not tried."""
        for name in files:
            self.file(_OTHER)
            self.leave_out(_OTHER, ending_of(name))

    def total(self, fate: Fate) -> int:
        return sum(count for (_, there), count in self.articles.items() if there is fate)

    @property
    def nothing_was_read(self) -> bool:
        return bool(self.total(Fate.FAILED)) and not any(map(self.total, _FATES.values()))


def ending_of(name: str) -> str:
    """What is said of a file that was not tried: ".jpg"."""
    return PurePath(name).suffix.lower()[:12] or "no ending"


def report(tally: Tally, seconds: float, path: Path) -> None:
    """Prints the table by format and the sums."""
    print_table(("format", "files", *Fate), _rows(tally), right=("files", *Fate))
    click.echo()
    counts = ", ".join(f"{tally.total(fate)} {fate}" for fate in (Fate.NEW, Fate.UNCHANGED, Fate.REVISED, Fate.FAILED))
    rate = f"{tally.words / seconds:,.0f} words a second" if tally.words else "nothing to read"
    pairs = [
        ("articles", counts),
        ("sentences", f"{tally.sentences:,}"),
        ("claims", f"{tally.claims:,}"),
        ("speed", f"{rate} ({seconds:.1f} s)"),
        ("database", str(path)),
    ]
    if tally.left_out:
        pairs.insert(1, ("left out", _left_out(tally.left_out)))
    print_pairs(pairs)


def _rows(tally: Tally) -> Iterator[tuple[str, ...]]:
    for name in sorted(tally.files, key=lambda name: (name == _OTHER, name)):
        yield name, f"{tally.files[name]:,}", *(f"{tally.articles[name, fate]:,}" for fate in Fate)


def _left_out(kinds: Counter[str]) -> str:
    """ "7: 4 .jpg, 3 image/png"."""
    shown = [f"{count:,} {what}" for what, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))]
    more = [f"{len(shown) - _MOST_KINDS} more kinds"] if len(shown) > _MOST_KINDS else []
    return f"{kinds.total():,}: {', '.join(shown[:_MOST_KINDS] + more)}"


def complain(tally: Tally) -> None:
    """Prints the first failures, and the first sentences at which this program broke, on stderr."""
    print_problems(tally.problems)
    for problem in tally.failures:
        click.echo(f"extract: {printable(problem.reason)}", err=True)
    if (failed := tally.total(Fate.FAILED)) > len(tally.failures):
        click.echo(f"extract: and {failed - len(tally.failures):,} more: see `extract failures`.", err=True)
