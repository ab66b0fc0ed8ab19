"""`extract relink`: what is joined across articles, made anew from what is stored."""

from __future__ import annotations

from pathlib import Path

import click

from db import tracking
from db.connection import transaction
from extract.cli import options
from extract.cli.terminal_tables import print_pairs


@click.command()
@options.database
@click.option("--quiet", is_flag=True, help="Print errors only.")
def relink(path: Path, quiet: bool) -> None:
    """Build names, events, statements, contradictions and changes again from the claims in the database, and
    count the claims again.

    No text is read again, and what people decided stays. The result is the same as before unless the program was
    updated in the meantime. For new claims use `extract reextract`.

    \b
    Examples:
      extract relink
      extract relink --db news.db
    """
    with transaction(path) as connection:
        counts = tracking.relink(connection)
    if not quiet:
        print_pairs((name, f"{count:,}") for name, count in counts.items())
