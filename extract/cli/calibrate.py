"""`extract calibrate`: confidence that learns from reviews."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from db import calibration
from db.calibration import Calibrated, Reset
from db.connection import transaction
from db.learning import Quality
from db.user_accounts import local_name
from extract.cli import options
from extract.cli.terminal_tables import print_table


@click.command()
@options.database
@click.option("--by", metavar="NAME", help="Your name, for the record. [default: your user name]")
@click.option("--dry-run", is_flag=True, help="Print the result, and change nothing.")
@click.option("--reset", is_flag=True, help="Go back to the weights that the program came with.")
def calibrate(path: Path, by: str | None, dry_run: bool, reset: bool) -> None:
    """Refit the confidence of claims to the reviews, and print how good it was before and after.

    Accepted claims count as right; rejected, edited and split claims as wrong. Disputed and undone ones do not count.
    The figures under "after" are cross-validated: no claim is scored with weights fitted to its own sentence. Those
    under "before" look too good if an earlier calibration used the same reviews. The confidence of every claim is
    computed again, and later articles use the same weights. If the Brier score gets worse than with the shipped
    weights, nothing is changed, and the exit code is 1.

    \b
    Examples:
      extract calibrate --dry-run
      extract calibrate
      extract calibrate --reset
    """
    who = by or local_name()
    with transaction(path) as connection:
        if reset:
            _report_reset(calibration.reset(connection, who, rehearse=dry_run), dry_run)
            return
        found = calibration.calibrate(connection, who, rehearse=dry_run)
    _report(found, dry_run)
    if not found.better:
        raise SystemExit(1)


def _report(found: Calibrated, dry_run: bool) -> None:
    click.echo(f"{found.reviews:,} reviewed claims, {found.wrong:,} of them wrong; {_became(found, dry_run)}", err=True)
    _figures({"shipped": found.shipped, "before": found.before, "after": found.after})
    if found.better:
        _moved(found.moved)


def _became(found: Calibrated, dry_run: bool) -> str:
    if found.after is None:
        return "not changed: the fit did not converge. Review more claims, both right and wrong ones"
    if not found.better:
        back = "" if found.before == found.shipped else "; --reset goes back to the shipped weights"
        return (
            f"not changed: the new weights are worse than those shipped (Brier score "
            f"{found.after.brier:.4f}, shipped {found.shipped.brier:.4f}). Review more claims{back}"
        )
    return _changed(found.claims, dry_run)


def _report_reset(found: Reset, dry_run: bool) -> None:
    click.echo(f"Back to the shipped weights; {_changed(found.claims, dry_run)}", err=True)
    if found.before:
        _figures({"before": found.before, "after": found.after})
    _moved(found.moved)


def _changed(claims: int, dry_run: bool) -> str:
    return "not changed (--dry-run)" if dry_run else f"confidence of {claims:,} claims updated"


def _figures(found: dict[str, Quality | None]) -> None:
    rows = (
        ("Brier score", *(f"{one.brier:.4f}" if one else "" for one in found.values())),
        ("calibration error", *(f"{one.calibration:.4f}" if one else "" for one in found.values())),
        ("errors in the first fifth of the queue", *(f"{one.found:.1%}" if one else "" for one in found.values())),
    )
    print_table(("figure", *found), rows, right=tuple(found))


def _moved(moved: Sequence[tuple[str, float, float]]) -> None:
    if moved:
        rows = ((words, f"{was:+.2f}", f"{now:+.2f}") for words, was, now in moved)
        print_table(("changed weights", "before", "after"), rows, right=("before", "after"))
