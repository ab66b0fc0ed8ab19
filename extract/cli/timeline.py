"""`extract timeline`: what is said of somebody or something, in the order of the days it holds for."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from db.connection import snapshot
from db.entities.queries import find
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
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="At most this many rows.")
@options.as_json
def timeline(
    name: str, path: Path, standing: str | None, since: str | None, until: str | None, outlet: str | None,
    kind: str | None, text: str | None, limit: int, as_json: bool,
) -> None:  # fmt: skip
    """List the statements about NAME, earliest first.

    NAME is any name that articles use for the entity, or its key (`extract entities` lists them). The day is the
    one that a claim states, or else the day of the first article.

    \b
    Examples:
      extract timeline Norhydra
      extract timeline "Ilona Maresh" --since 2025-01-01 --json
    """
    with snapshot(path) as connection:
        found = find(connection, name)
        wanted = queries.Filters(found.key, standing=standing, outlet=outlet, kind=kind, text=text)
        rows = queries.timeline(connection, wanted, since, until, limit)
    if as_json:
        for day, statement in rows:
            print_json({"day": day, **dataclasses.asdict(statement)})
        return
    columns = ("day", "says", "standing", "copy clusters", "statement")
    print_table(
        columns,
        ((d or "", f.words, f.standing, str(f.copy_clusters), f.key) for d, f in rows),
        right=("copy clusters",),
    )
