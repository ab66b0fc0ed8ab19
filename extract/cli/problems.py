"""Sentences at which this program broke, told on stderr with the file that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from extract.cli.printing import printable
from extract.model import Outcome, Sentence

#: So many are told; all of them are in the database.
_SHOWN = 10


def problems(source: str, sentences: Iterable[Sentence]) -> Iterator[str]:
    """A line for each such sentence of an article."""
    for sentence in sentences:
        if sentence.problem is not None:
            what = "was left out" if sentence.outcome is Outcome.ERROR else "was read without repairing its parse"
            number = sentence.position + 1
            yield f"{source}: sentence {number} {what}. Please report this: {sentence.problem}"


def print_problems(lines: Sequence[str]) -> None:
    """Prints the first of these lines."""
    for line in lines[:_SHOWN]:
        click.echo(f"extract: {printable(line)}", err=True)
    if len(lines) > _SHOWN:
        click.echo(f"extract: and {len(lines) - _SHOWN:,} more sentences; see sentences.problem.", err=True)
