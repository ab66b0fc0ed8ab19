"""`extract formats`: what can be read, and what would have to be installed first."""

from __future__ import annotations

import click

from extract.cli import options
from extract.cli.terminal_tables import print_rows
from extract.readers.containers.format_list import Format
from extract.readers.containers.format_list import formats as known


@click.command()
@options.as_json
def formats(as_json: bool) -> None:
    """List the formats that can be read, with what is installed.

    A file's format is recognised by its content, or else by its ending.

    \b
    Examples:
      extract formats
      extract formats --json
    """
    print_rows(known(), as_json, ("format", "a file holds", "endings", "readable"), _cells)


def _cells(row: Format) -> tuple[str, str, str, str]:
    holds = "one article" if row.kind == "single" else "several"
    return row.name, holds, " ".join(row.endings), "yes" if row.installed else f"no: {row.install}"
