"""`extract backup` and `extract restore`: copies of a database that is in use, and back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from db import backup as copies
from db.article_list import count_claims
from db.backup import UnsoundError
from db.wording import many
from extract.cli import options
from extract.cli.check import print_problems
from extract.cli.printing import printable
from extract.cli.progress_bar import Steps

_FILE = click.Path(path_type=Path)


@contextmanager
def _problems_listed() -> Iterator[None]:
    try:
        yield
    except UnsoundError as error:
        print_problems(error.problems)
        raise


@click.command()
@click.argument("file", type=_FILE, metavar="FILE")
@options.database
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.option("--no-check", is_flag=True, help="Do not check the copy. Copies a database with problems, too.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def backup(file: Path, path: Path, force: bool, no_check: bool, quiet: bool) -> None:
    """Copy the database to FILE, even while it is in use.

    The copy is the database at one moment. It is checked as by `extract check`, and only you can read it. A
    copy that is incomplete or has problems is not kept. If it has problems, the exit code is 1. The users who may
    sign in (NAME.users, beside the database) are not copied.

    \b
    Examples:
      extract backup claims-2024-05-31.db
      extract backup /mnt/backups/elections.db --db elections.db --force
    """
    with _problems_listed(), Steps(quiet=quiet) as steps:
        copies.backup(path, file, steps.tell, force=force, proved=not no_check)
    if not quiet:
        click.echo(printable(f"{file} is a copy of {path} with {many(count_claims(file), 'claim')}."))


@click.command()
@click.argument("file", type=_FILE, metavar="FILE")
@options.database
@click.option("--no-keep", is_flag=True, help="Do not keep the old database.")
@click.option("--no-check", is_flag=True, help="Do not check FILE. Restores a copy with problems, too.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def restore(file: Path, path: Path, no_keep: bool, no_check: bool, quiet: bool) -> None:
    """Replace the database with FILE, a copy that `extract backup` made.

    First stop `extract serve` and all other programs that have the database open. Otherwise nothing is changed,
    and the exit code is 5. FILE is checked first and is not changed. The old database is kept beside the new one,
    as NAME.before-restore.

    \b
    Examples:
      extract restore claims-2024-05-31.db
      extract restore /mnt/backups/elections.db --db elections.db --no-keep
    """
    with _problems_listed(), Steps(quiet=quiet) as steps:
        kept = copies.restore(file, path, steps.tell, keep=not no_keep, proved=not no_check)
    if not quiet:
        before = f" The old database is {kept}." if kept else ""
        click.echo(printable(f"{path} was restored from {file}: {many(count_claims(path), 'claim')}.{before}"))
