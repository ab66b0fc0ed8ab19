"""`extract forget`: an article and its claims out of the database, never a review."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from db import articles
from db.store import Store
from db.wording import many
from extract.cli import options
from extract.cli.printing import printable
from extract.errors import UsageError


def _ask() -> None:
    """Raises UsageError for anything but a yes, an end of input too."""
    with suppress(click.Abort):
        if click.confirm("Remove for good?", err=True):
            return
    raise UsageError("Nothing was removed. Answer y, or give --yes.")


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ARTICLE...")
@options.database
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(names: tuple[str, ...], path: Path, yes: bool) -> None:
    """Remove articles with all their revisions and claims. Reviews are kept for when the same text is read again.

    ARTICLE is a key, a number, a source or the end of one, as `extract articles` lists them.

    \b
    Examples:
      extract forget seeds/07-inquiry-reported-speech.md
      extract forget a51f0c2e9d3b7a64 --yes
    """
    with Store.open(path, create=False) as store:
        chosen = dict.fromkeys(articles.find(store.connection, name) for name in names)
        if not yes:
            for number in chosen:
                click.echo(printable(articles.describe(store.connection, number)), err=True)
            _ask()
        for number in chosen:
            gone = store.forget(number)
            counts = f"{many(gone.revisions, 'revision')} and {many(gone.claims, 'claim')} removed"
            kept = f". Reviews of {many(gone.reviewed, 'claim')} are kept" if gone.reviewed else ""
            click.echo(printable(f"{gone.source}: {counts}{kept}."))
