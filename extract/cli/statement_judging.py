"""`extract statement`: a person's judgements on which claims say the same."""

from __future__ import annotations

from pathlib import Path

import click

from db.claim_judgements import ClaimJudgement
from db.connection import snapshot, transaction
from db.statements import statement_judgements
from db.user_accounts import local_name
from extract.cli import options
from extract.cli.terminal_tables import print_judgements


@click.group()
def statement() -> None:
    """Say which claims say the same. Every decision is kept and can be undone.

    Later articles follow: a claim that says what a joined one says is in the joined statement. The keys of statements
    are listed by `extract statements`, those of claims by `extract statements KEY`.

    \b
    Examples:
      extract statement join f1b6c7f909a8438a8 f2c7d8e010b9549b9 --why "same order"
      extract statement split c0123456789abcdef --why "another dam"
      extract statement history
      extract statement undo 3
    """


@statement.command()
@click.argument("keys", nargs=-1, required=True)
@options.judging
def join(keys: tuple[str, ...], path: Path, by: str | None, why: str | None) -> None:
    """Join statements that say the same, given by their keys.

    \b
    Example:
      extract statement join f1b6c7f909a8438a8 f2c7d8e010b9549b9
    """
    _judge(ClaimJudgement.JOIN, keys, path, by, why)


@statement.command()
@click.argument("keys", nargs=-1, required=True)
@options.judging
def split(keys: tuple[str, ...], path: Path, by: str | None, why: str | None) -> None:
    """Split claims off that say something else, given by their keys. Together they are a statement of their own.

    \b
    Example:
      extract statement split c0123456789abcdef c89abcdef01234567
    """
    _judge(ClaimJudgement.SPLIT, keys, path, by, why)


def _judge(judgement: ClaimJudgement, keys: tuple[str, ...], path: Path, by: str | None, why: str | None) -> None:
    with transaction(path) as connection:
        number = statement_judgements.judge(connection, judgement, keys, by or local_name(), why)
        now = ", ".join(statement_judgements.statements_of(connection, number))
    done = "Joined" if judgement is ClaimJudgement.JOIN else "Split off"
    click.echo(f"{done} (decision {number}). Statement: {now}.", err=True)


@statement.command()
@click.argument("number", type=int)
@options.judging
def undo(number: int, path: Path, by: str | None, why: str | None) -> None:
    """Undo a decision, given by its number in the history.

    \b
    Example:
      extract statement undo 3
    """
    with transaction(path) as connection:
        statement_judgements.undo(connection, number, by or local_name(), why)
    click.echo(f"Decision {number} undone.", err=True)


@statement.command()
@click.argument("key", required=False)
@options.database
@options.as_json
def history(key: str | None, path: Path, as_json: bool) -> None:
    """List all decisions on statements, oldest first, with those undone.

    With KEY, only those on claims of one statement.

    \b
    Example:
      extract statement history --json
    """
    with snapshot(path) as connection:
        rows = statement_judgements.judgements(connection, key)
    print_judgements(rows, as_json)
