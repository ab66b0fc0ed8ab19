"""`extract import`: a table that was corrected in a spreadsheet, back into the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import sleep

import click

from db.connection import snapshot, transaction
from db.export.csv_tables import people_header, people_lines
from db.export.incoming import Incoming, look
from db.reviews import sheets
from db.reviews.sheets import NEEDED, Became, Numbered, Outcome
from db.user_accounts import local_name
from extract.cli import options
from extract.cli.printing import printable
from extract.cli.terminal_tables import print_pairs
from extract.errors import InputError

#: So many refused rows are told one by one.
_MOST = 100
#: So many rows are one transaction, with a pause after it (seconds) in which others may write.
_TOGETHER, _PAUSE = 200, 0.005


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@options.database
@click.option("--by", metavar="NAME", help="Who made the decisions. [default: your user name]")
@click.option("--dry-run", is_flag=True, help="Print what would happen to each row, and change nothing.")
@click.option(
    "--refused",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the refused rows to this file, each with the reason, to correct and import again.",
)
def import_(file: Path, path: Path, by: str | None, dry_run: bool, refused: Path | None) -> None:
    """Import the decisions of a table made by `extract export csv --for-review`.

    Change status (accepted, rejected), reason, parts and marks; leave id and version as they are. Parts are
    words of the sentence. A row whose claim was changed in the meantime is refused; the other rows are imported,
    and the exit code is 1. Columns may be in any order, and rows and other columns may be left out. Any separator
    and encoding in which spreadsheets save CSV works. Importing the same table again changes nothing.
    "-" reads standard input.

    \b
    Examples:
      extract export csv --for-review -o review.csv
      extract import review.csv --dry-run
      extract import review.csv
    """
    table = look(file, NEEDED)
    if table.encoding == "cp1252":
        click.echo(printable(f"{table.source} is not in UTF-8: read as Windows-1252."), err=True)
    with snapshot(path) as connection:  # a broken file is found here too, before anything is changed or locked
        silent = sheets.silent(connection, table.numbered())
    counts, found = Counter({Became.UNCHANGED: len(silent)}), list[Outcome]()
    rows = (row for row in table.numbered() if row[0] not in silent)
    for outcome in _outcomes(path, rows, by or local_name(), dry_run):
        counts[outcome.became] += 1
        if outcome.became is Became.REFUSED:
            found.append(outcome)
    if refused is not None:
        _write(refused, table, found)
    _report(counts, found, dry_run)
    if found:
        raise SystemExit(1)


def _outcomes(path: Path, rows: Iterator[Numbered], who: str, dry_run: bool) -> Iterator[Outcome]:
    """Some rows at a time, so that reviewers need not wait; a rehearsal takes all back at its end.

    Stopped in the middle, the same table again does the rest.
    """
    decided: dict[str, int] = {}
    while some := list(islice(rows, None if dry_run else _TOGETHER)):
        with transaction(path) as connection:
            found = list(sheets.apply(connection, some, who, decided))
            if dry_run:
                connection.execute("ROLLBACK")
        yield from found
        sleep(_PAUSE)


def _write(out: Path, table: Incoming, refused: list[Outcome]) -> None:
    columns = [name for name in table.columns if name not in ("", "escaped", "why")]
    rows = ([*((one.row or {}).get(name, "") for name in columns), one.why] for one in refused)
    try:
        out.write_bytes(people_header([*columns, "why"]) + people_lines([*columns, "why"], rows))
    except OSError as error:
        raise InputError(f"{out} cannot be written ({error.strerror}). The table was imported anyway.") from error


def _report(counts: Counter[Became], refused: list[Outcome], dry_run: bool) -> None:
    for one in refused[:_MOST]:
        click.echo(printable(f"row {one.number} ({one.claim[:40]}): {one.why}"), err=True)
    if len(refused) > _MOST:
        click.echo(f"... and {len(refused) - _MOST:,} more; --refused FILE writes them all.", err=True)
    pairs = [(became.value, f"{counts[became]:,}") for became in Became]
    if refused:
        kinds = Counter(one.kind or "" for one in refused).most_common()
        pairs[-1] = ("refused", f"{len(refused):,} ({', '.join(f'{number:,} {kind}' for kind, number in kinds)})")
    print_pairs([*pairs, ("database", "not changed (--dry-run)")] if dry_run else pairs)
