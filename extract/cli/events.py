"""`extract event`: show what is about one event, join and split events, and undo it."""

from __future__ import annotations

from pathlib import Path

import click

from db.claim_judgements import ClaimJudgement
from db.connection import snapshot, transaction
from db.events import corrections
from db.events.event_figures import Figure, claims_of
from db.events.event_figures import figures as found_figures
from db.statements.readable_numbers import readable
from db.user_accounts import local_name
from extract.cli import options
from extract.cli.terminal_tables import print_judgements, print_rows
from extract.errors import UsageError


@click.group()
def event() -> None:
    """Say which claims are about one event. Every decision is kept and can be undone.

    \b
    Examples:
      extract event show v0123456789abcdef
      extract event join v0123456789abcdef v89abcdef01234567 --why "one accident"
      extract event split c0123456789abcdef --why "another accident"
      extract event undo 3
    """


@event.command()
@click.argument("key")
@options.database
@options.as_json
def show(key: str, path: Path, as_json: bool) -> None:
    """List the claims about an event, given by its key.

    The key is in the column `event` of `extract timeline` and of the table claims.
    """
    with snapshot(path) as connection:
        rows = claims_of(connection, key)
    if not rows:
        raise UsageError(f"No event has the key {key}. `extract timeline NAME` lists the events about an entity.")
    columns = ("published", "outlet", "says", "claim")
    print_rows(rows, as_json, columns, lambda one: (one.published or "", one.outlet or "", one.words, one.claim))


@event.command()
@click.argument("keys", nargs=-1)
@options.database
@options.as_json
def figures(keys: tuple[str, ...], path: Path, as_json: bool) -> None:
    """List numbers on which articles differ.

    Numbers of an event come first, then numbers that similar articles give in like words. With KEYS, only those of
    these events. A number is an update of the one before if it was published on a later day, a range if both may be
    true, and a contradiction if two sources differ on one day.
    """
    with snapshot(path) as connection:
        rows = found_figures(connection, keys or None)
    columns = ("day", "number", "of", "course", "source", "says", "event")
    print_rows(rows, as_json, columns, _figure_cells, right=("number",))


def _figure_cells(r: Figure) -> tuple[str, ...]:
    return r.day or "", readable(r.number), r.unit, r.course, r.source or "", r.words, r.event


@event.command()
@click.argument("keys", nargs=-1, required=True)
@options.judging
def join(keys: tuple[str, ...], path: Path, by: str | None, why: str | None) -> None:
    """Join events or claims that are about one event."""
    with transaction(path) as connection:
        number = corrections.judge(connection, ClaimJudgement.JOIN, keys, by or local_name(), why)
    click.echo(f"Joined (decision {number}).", err=True)


@event.command()
@click.argument("keys", nargs=-1, required=True)
@options.judging
def split(keys: tuple[str, ...], path: Path, by: str | None, why: str | None) -> None:
    """Split claims off that are about another event."""
    with transaction(path) as connection:
        number = corrections.judge(connection, ClaimJudgement.SPLIT, keys, by or local_name(), why)
    click.echo(f"Split off (decision {number}).", err=True)


@event.command()
@click.argument("number", type=int)
@options.judging
def undo(number: int, path: Path, by: str | None, why: str | None) -> None:
    """Undo a decision, given by its number in the history."""
    with transaction(path) as connection:
        corrections.undo(connection, number, by or local_name(), why)
    click.echo(f"Decision {number} undone.", err=True)


@event.command()
@options.database
@options.as_json
def history(path: Path, as_json: bool) -> None:
    """List all decisions on events, oldest first, with those undone."""
    with snapshot(path) as connection:
        rows = corrections.corrections(connection)
    print_judgements(rows, as_json)
