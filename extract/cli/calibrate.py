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
@click.option("--by", metavar="NAME", help="Who does it, for the record. [default: your user name]")
@click.option("--dry-run", is_flag=True, help="Say what it would be good for, and change nothing.")
@click.option("--reset", is_flag=True, help="Go back to the weights that the program came with.")
def calibrate(path: Path, by: str | None, dry_run: bool, reset: bool) -> None:
    """Refit the confidence of claims on the reviews there are, and say how good it was and is.

    Accepted claims were right; rejected, edited and split ones were not; disputed and undone ones do not count. The
    figures after are cross-validated: no claim is judged by weights that saw its sentence. (Those before are
    flattered by reviews that an earlier calibration saw.) Every claim gets its confidence anew, and claims of later
    articles get it by the same weights. Where the Brier score after is worse than as shipped, nothing is changed, and
    the exit code is 1.

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
        return "not changed: weights fitted to them come to no rest. Review more, of either kind"
    if not found.better:
        back = "" if found.before == found.shipped else "; --reset goes back to the shipped weights"
        return (
            f"not changed: weights fitted to them judge claims worse than those shipped (Brier score "
            f"{found.after.brier:.4f}, shipped {found.shipped.brier:.4f}). Review more{back}"
        )
    return _changed(found.claims, dry_run)


def _report_reset(found: Reset, dry_run: bool) -> None:
    click.echo(f"Weights as shipped; {_changed(found.claims, dry_run)}", err=True)
    if found.before:
        _figures({"before": found.before, "after": found.after})
    _moved(found.moved)


def _changed(claims: int, dry_run: bool) -> str:
    return "not changed (--dry-run)" if dry_run else f"{claims:,} claims have their confidence anew"


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
        print_table(("what weighs otherwise now", "before", "after"), rows, right=("before", "after"))
