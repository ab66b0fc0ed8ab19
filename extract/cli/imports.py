"""`extract import`: a table that was corrected in a spreadsheet, back into the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from db.connection import transaction
from db.export.tables import read
from db.reviews.sheets import Became, Outcome, apply
from db.users import local_name
from extract.cli import options
from extract.cli.printing import printable
from extract.cli.tables import print_pairs
from extract.errors import InputError


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.database
@click.option("--by", metavar="NAME", help="Whose decisions these are. [default: your user name]")
@click.option("--dry-run", is_flag=True, help="Say what would become of each row, and change nothing.")
def import_(file: Path, path: Path, by: str | None, dry_run: bool) -> None:
    """Take over the decisions of a table made by `extract export csv --for-review`.

    Change status (accepted, rejected), reason, parts and marks; leave id and version as they are. Parts are
    given by words of the sentence. A row whose claim was changed meanwhile is refused, and the others go in:
    the exit code is 1 if any was refused.

    \b
    Examples:
      extract export csv --for-review -o review.csv
      extract import review.csv --dry-run
      extract import review.csv
    """
    with transaction(path) as connection:
        outcomes = list(apply(connection, _rows(file), by or local_name()))
        if dry_run:
            connection.execute("ROLLBACK")
    _report(outcomes, dry_run)
    if any(outcome.became is Became.REFUSED for outcome in outcomes):
        raise SystemExit(1)


def _rows(file: Path) -> Iterator[Mapping[str, str]]:
    try:
        with file.open(newline="", encoding="utf-8-sig") as lines:
            yield from read(lines)
    except (UnicodeDecodeError, ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{file} is no CSV in UTF-8 ({error}). Save it as CSV UTF-8 from the spreadsheet.") from error


def _report(outcomes: list[Outcome], dry_run: bool) -> None:
    for outcome in outcomes:
        if outcome.became is Became.REFUSED:
            click.echo(printable(f"row {outcome.number} ({outcome.claim}): {outcome.why}"), err=True)
    counts = Counter(outcome.became for outcome in outcomes)
    pairs = [(became.value, f"{counts[became]:,}") for became in Became]
    print_pairs([*pairs, ("database", "not changed (--dry-run)")] if dry_run else pairs)
