"""`extract check`: proves the laws on a whole database."""

from __future__ import annotations

from pathlib import Path

import click

from db.article_list import count_claims
from db.check import Problem
from db.check import check as prove
from db.wording import many
from extract.cli import options
from extract.cli.printing import printable

#: One cause may break a law in every row.
MOST = 50


@click.command()
@options.database
def check(path: Path) -> None:
    """Check that every claim's words are in its article, and that nothing is broken or missing.

    Compares every span with its article's text, follows every reference, and runs SQLite's own checks. If there
    are problems, lists them and exits with code 1.

    \b
    Examples:
      extract check
      extract check --db elections.db && echo sound
    """
    problems = prove(path)
    print_problems(problems)
    if problems:
        click.echo(printable(f"{many(len(problems), 'problem')} in {path}."), err=True)
        raise SystemExit(1)
    words = f"{path} is sound: the words of all claims ({count_claims(path):,}) are in their articles' text."
    click.echo(printable(words))


def print_problems(problems: list[Problem]) -> None:
    """Lists what a check found, on stderr."""
    for problem in problems[:MOST]:
        click.echo(printable(str(problem)), err=True)
    if len(problems) > MOST:
        click.echo(f"... and {len(problems) - MOST:,} more", err=True)
