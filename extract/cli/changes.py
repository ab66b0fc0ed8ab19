"""`extract changes`: what is new, confirmed, repeated, contradicted, superseded or withdrawn since a day."""

from __future__ import annotations

from itertools import groupby, islice
from pathlib import Path

import click

from db.connection import snapshot
from db.statements.news import News, What, by_weight, news, recent_day
from db.statements.readable_numbers import readable
from extract.cli import options
from extract.cli.terminal_tables import print_rows


@click.command()
@options.database
@click.option(
    "--since", type=options.FIRST_DAY, metavar="DATE", show_default="30 days before the newest article",
    help="Only from this day on, by the articles' dates.",
)  # fmt: skip
@click.option("--until", type=options.LAST_DAY, metavar="DATE", help="Only up to this day.")
@click.option("--what", type=click.Choice([w.value for w in What]), help="Only this kind.")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most this many of each kind.")
@click.option(
    "--all", "every", is_flag=True, help="Also list what is new in one article or said in passing. --what does so, too."
)
@options.as_json
def changes(
    path: Path, since: str | None, until: str | None, what: str | None, limit: int, every: bool, as_json: bool
) -> None:
    """List what happened to statements since a day: what is new in several articles, then what was contradicted,
    superseded, withdrawn, confirmed or repeated. The latest come first within each.

    `new`: said for the first time. `confirmed`: stated by a further independent article. `repeated`: a further one
    reports that a source says it. `contradicted`: it and another claim cannot both be true, or one accuses and the
    other denies it. `superseded`: a later statement updates it. `withdrawn`: the article that said it was changed and
    no longer does.

    \b
    Examples:
      extract changes
      extract changes --since 2024-03-01 --what contradicted --json
    """
    with snapshot(path) as connection:
        since = since or recent_day(connection)
        found = [one for kind in ([What(what)] if what else What) for one in news(connection, since, until, kind, -1)]
    ordered = by_weight(found)
    shown = ordered if every or what else [one for one in ordered if not one.background]
    kinds = groupby(shown, key=lambda one: (one.background, one.what))
    rows = [one for _, of_kind in kinds for one in islice(of_kind, limit)]
    if only := len(ordered) - len(shown):
        click.echo(f"Not shown: {only:,} new in one article or said in passing. --all shows them.", err=True)
    if more := len(shown) - len(rows):
        click.echo(f"{more:,} left out by --limit.", err=True)
    columns = ("day", "what", "says", "why", "statement")
    print_rows(rows, as_json, columns, lambda r: (r.day, r.what, r.words, _why(r), r.statement or ""))


def _why(one: News) -> str:
    """Why, with the other statement of a contradiction or change."""
    return f"{readable(one.why)}: {one.against}" if one.against else readable(one.why)
