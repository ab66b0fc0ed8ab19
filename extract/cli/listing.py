"""`extract articles` and `extract failures`: what is in, and what is not and why."""

from __future__ import annotations

import json
from pathlib import Path

import click

from db import article_list
from extract.cli import options
from extract.cli.printing import print_records
from extract.cli.terminal_tables import print_table


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
    rows = list(article_list.articles(path))
    if as_json:
        print_records(rows)
        return
    columns = ("article", "published", "outlet", "language", "revision", "sentences", "claims", "source", "notes")
    print_table(
        columns,
        (
            (
                r.key,
                r.published or "",
                r.outlet or "",
                r.language or "",
                *map(str, (r.revision, r.sentences, r.claims)),
                r.source,
                "; ".join(json.loads(r.notes)),
            )
            for r in rows
        ),
        right=("revision", "sentences", "claims"),
    )


@click.command()
@options.database
@options.as_json
def failures(path: Path, as_json: bool) -> None:
    """List the inputs that could not be read, and why.

    \b
    Example:
      extract failures
    """
    rows = list(article_list.failures(path))
    if as_json:
        print_records(rows)
        return
    print_table(("source", "kind", "reason"), ((r.source, r.kind, r.reason) for r in rows))
