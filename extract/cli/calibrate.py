"""`extract calibrate`: confidence that learns from reviews."""

from __future__ import annotations

from pathlib import Path

import click

from db import calibration
from db.calibration import Calibrated
from db.connection import transaction
from db.users import local_name
from extract.cli import options
from extract.cli.tables import print_table


@click.command()
@options.database
@click.option("--by", metavar="NAME", help="Who does it, for the record. [default: your user name]")
@click.option("--dry-run", is_flag=True, help="Say what it would be good for, and change nothing.")
def calibrate(path: Path, by: str | None, dry_run: bool) -> None:
    """Refit the confidence of claims on the reviews there are, and say how good it was and is.

    Accepted claims were right; rejected, edited and split ones were not; disputed and undone ones do not count. The
    figures after are cross-validated: no claim is judged by weights that saw its sentence. (Those before are
    flattered by reviews that an earlier calibration saw.) Every claim gets its confidence anew, and claims of later
    articles get it by the same weights.

    \b
    Examples:
      extract calibrate --dry-run
      extract calibrate
    """
    with transaction(path) as connection:
        found = calibration.calibrate(connection, by or local_name(), rehearse=dry_run)
    _report(found, dry_run)


def _report(found: Calibrated, dry_run: bool) -> None:
    changed = "not changed (--dry-run)" if dry_run else f"{found.claims:,} claims have their confidence anew"
    click.echo(f"{found.reviews:,} reviewed claims, {found.wrong:,} of them wrong; {changed}", err=True)
    figures = (found.shipped, found.before, found.after)
    rows = (
        ("Brier score", *(f"{one.brier:.4f}" for one in figures)),
        ("calibration error", *(f"{one.calibration:.4f}" for one in figures)),
        ("errors in the first fifth of the queue", *(f"{one.found:.1%}" for one in figures)),
    )
    print_table(("figure", "shipped", "before", "after"), rows, right=("shipped", "before", "after"))
    if found.moved:
        moved = ((words, f"{was:+.2f}", f"{now:+.2f}") for words, was, now in found.moved)
        print_table(("what weighs otherwise now", "before", "after"), moved, right=("before", "after"))
