"""`extract articles` and `extract failures`: what is in, and what is not and why."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import click

from db import article_list
from db.article_list import ArticleRow, FailureRow
from db.wording import failure
from extract.cli import options
from extract.cli.printing import print_records
from extract.cli.terminal_tables import print_rows, print_table

_NUMBER = re.compile(r"\d[\d,.]*")


@click.command()
@options.database
@options.as_json
def articles(path: Path, as_json: bool) -> None:
    """List the articles in the database, with the number of sentences and claims and the reader's notes.

    \b
    Examples:
      extract articles
      extract articles --json | head
    """
    numbers = ("revision", "sentences", "claims")
    columns = ("article", "published", "outlet", "title", "language", *numbers, "source", "notes")
    print_rows(list(article_list.articles(path)), as_json, columns, _cells, right=numbers)


def _cells(r: ArticleRow) -> tuple[str, ...]:
    counts = map(str, (r.revision, r.sentences, r.claims))
    notes = "; ".join(json.loads(r.notes))
    return r.key, r.published or "", r.outlet or "", r.title or "", r.language or "", *counts, r.source, notes


@click.command()
@options.database
@click.option("--left-out", is_flag=True, help="List what was left out instead: pictures, redirects and the like.")
@click.option("--each", is_flag=True, help="List each input, not those with the same reason together.")
@options.as_json
def failures(path: Path, left_out: bool, each: bool, as_json: bool) -> None:
    """List the inputs that could not be read, and why; those with the same reason together.

    \b
    Examples:
      extract failures
      extract failures --each
      extract failures --left-out
    """
    rows = list(article_list.failures(path, left_out=left_out))
    if as_json:
        print_records(rows)
    elif each:
        print_table(("source", "kind", "reason"), ((r.source, failure(r.kind), r.reason) for r in rows))
    else:
        print_table(("inputs", "kind", "reason", "first"), _grouped(rows), right=("inputs",))
    if not rows and not as_json:
        click.echo("Nothing was left out." if left_out else "Every input was read.", err=True)


def _grouped(rows: Iterable[FailureRow]) -> list[tuple[str, str, str, str]]:
    """How many inputs have a reason in common, names and numbers aside; the most frequent first."""
    groups: dict[tuple[str, str], list[FailureRow]] = {}
    for row in rows:
        plain = _NUMBER.sub("#", row.reason.replace(row.source, "").lstrip(": "))
        groups.setdefault((row.kind, plain), []).append(row)
    frequent = sorted(groups.values(), key=lambda group: -len(group))
    return [(f"{len(group):,}", failure(group[0].kind), group[0].reason, group[0].source) for group in frequent]
