"""Tables on the terminal: wide ones are folded to its width, piped ones are plain tab-separated lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.cli.printing import is_terminal, print_records, printable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from db.claim_judgements import Judgement

R = TypeVar("R", bound="DataclassInstance")

#: Columns that would have less room than this stand below each other, or nothing of them would be seen.
_NARROWEST = 5


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[str] = ()) -> None:
    """Prints rows under columns; in a pipe, a header line and rows with TABs between (none inside cells)."""
    if not is_terminal():
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(printable(" ".join(cell.split())) for cell in row))
        return
    console = Console()
    if console.width < _NARROWEST * len(columns):
        for row in rows:
            print_pairs(zip(columns, row, strict=True))
            click.echo()
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    console.print(table)


def print_rows(
    rows: Iterable[R], as_json: bool, columns: Sequence[str], cells: Callable[[R], Sequence[str]], *,
    right: Sequence[str] = (), limit: int | None = None,
) -> None:  # fmt: skip
    """Prints records as a table, or (`--json`) each as an object on a line of its own.

    With a `limit`, `rows` has one more if there are more: it is not printed.
    """
    found = list(rows)
    shown = found[:limit]
    if as_json:
        print_records(shown)
        return
    print_table(columns, map(cells, shown), right=right)
    if not shown:
        click.echo("Nothing found.", err=True)
    if len(found) > len(shown):
        click.echo(f"Only the first {limit:,} are shown. --limit shows more.", err=True)


def print_judgements(rows: Iterable[Judgement], as_json: bool) -> None:
    """Prints what people said of claims, as `print_rows` does."""
    columns = ("number", "decision", "claims", "by", "at", "why", "undone by", "undone at")
    print_rows(rows, as_json, columns, _judgement_cells, right=("number",))


def _judgement_cells(r: Judgement) -> tuple[str, ...]:
    return (
        str(r.id), r.judgement, " ".join(r.claims), r.who, r.at, r.why or "", r.undone_by or "", r.undone_at or "",
    )  # fmt: skip


def print_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Prints names with their values below each other."""
    shown = list(pairs)
    width = max((len(name) for name, _ in shown), default=0)
    for name, value in shown:
        click.echo(printable(f"{name:<{width}}  {value}"))
