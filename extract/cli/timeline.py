"""`extract timeline`: what is said of somebody or something, an event a row, in the order of the days it holds for."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from pathlib import Path

import click

from db.connection import snapshot
from db.entities.queries import find
from db.events.event_timeline import read_timeline
from db.statements import queries
from db.statements.kinds import find_kinds
from db.statements.queries import STANDINGS
from extract.cli import options
from extract.cli.printing import print_json
from extract.cli.terminal_tables import print_table


@click.command()
@click.argument("name")
@options.database
@click.option("--standing", type=click.Choice(STANDINGS), help="Only statements with this standing.")
@click.option("--since", type=options.FIRST_DAY, metavar="DATE", help="Only from this day on.")
@click.option("--until", type=options.LAST_DAY, metavar="DATE", help="Only up to this day.")
@click.option(
    "--kind", type=click.Choice(list(find_kinds())), help="Only statements with a contradiction or change of this kind."
)
@click.option("--outlet", metavar="NAME", help="Only what this outlet says.")
@click.option("--text", metavar="WORDS", help="Only what has all these words, in any of their forms.")
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Also list what is only said in passing: titles, and participles without a number in one article.",
)
@click.option(
    "--within",
    is_flag=True,
    help="Also what names it within a longer subject or object: its shares, the takeover of it. Not of places.",
)
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="At most this many rows.")
@options.as_json
def timeline(
    name: str, path: Path, standing: str | None, since: str | None, until: str | None, outlet: str | None,
    kind: str | None, text: str | None, every: bool, within: bool, limit: int, as_json: bool,
) -> None:  # fmt: skip
    """List the events that statements about NAME are about, and other statements about it, earliest first.

    NAME is any name that articles use for the entity, or its key (`extract entities` lists them). The day is the
    one that most claims about the event state, or that a claim of the statement states, or else the day of the first
    article. `extract event show` lists all claims about an event.

    \b
    Examples:
      extract timeline Norhydra
      extract timeline "Ilona Maresh" --since 2025-01-01 --json
    """
    with snapshot(path) as connection:
        found = find(connection, name)
        whole = queries.Filters(found.key, standing=standing, outlet=outlet, kind=kind, text=text)
        own = {statement.key for _, statement in queries.timeline(connection, whole, limit=-1)} if within else set()
        wanted = replace(whole, entity=None, about=found.key) if within else whole
        rows = read_timeline(connection, wanted if every else replace(wanted, in_passing=False), since, until)
        passing = 0 if every else len(queries.dated(connection, replace(wanted, in_passing=True), since, until))
    if passing:
        click.echo(f"Not shown: {passing:,} said only in passing. --all shows them.", err=True)
    if len(rows) > limit:
        click.echo(f"{len(rows) - limit} of {len(rows)} rows are left out. --limit shows more.", err=True)
    if as_json:
        for row in rows[:limit]:
            print_json(
                {"day": row.day, "event": row.event, "statements": row.statements, **dataclasses.asdict(row.shown),
                 **({"within": row.shown.key not in own} if within else {})}
            )  # fmt: skip
        return
    columns = ("day", "says", "standing", "independent articles", "statements", "statement", "event")
    print_table(
        (*columns, "within") if within else columns,
        (
            (row.day or "", row.shown.words, row.shown.badge, str(row.shown.copy_clusters), str(row.statements),
             row.shown.key, row.event or "", *(["" if row.shown.key in own else "yes"] if within else []))
            for row in rows[:limit]
        ),
        right=("independent articles", "statements"),
    )  # fmt: skip
