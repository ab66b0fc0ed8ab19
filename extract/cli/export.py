"""`extract export`: claims for spreadsheets and other tools, and the text that offsets point into."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from db.export import Dialect, Filters, Format, Manifest, export_csv, export_for_review, export_text, find_formats
from db.export import export as export_rows
from db.export.csv_tables import SERVER
from db.reviews.decisions import Status
from db.statements.queries import STANDINGS
from db.wording import many
from extract import __version__
from extract.cli import options
from extract.cli.printing import printable
from extract.errors import InputError

_BY_ARTICLE = (
    click.option("--article", "articles", multiple=True, metavar="ID", help="Only from this article; repeatable."),
    click.option("--since", metavar="DATE", help="Published on this day or later (2024, 2024-05 or 2024-05-31)."),
    click.option("--until", metavar="DATE", help="Published on this day or earlier."),
)
_SERVER = click.option(
    "--server",
    default=SERVER,
    show_default=True,
    metavar="ADDRESS",
    help="The address of `extract serve` that the column `link` begins with.",
)
_REVISIONS = click.option("--revisions", is_flag=True, help="Include older revisions of articles.")
_FILTERS = (
    click.option(
        "--status",
        multiple=True,
        type=click.Choice([s.value for s in Status]),
        help="Only claims with this review status; repeatable.",
    ),
    *_BY_ARTICLE,
    click.option("--entity", metavar="NAME", help="Only about this entity, given by a name or its key."),
    click.option("--source", metavar="NAME", help="Only what this source says, by any of its names."),
    click.option("--outlet", metavar="NAME", help="Only from articles of this outlet."),
    click.option("--standing", type=click.Choice(STANDINGS), help="Only claims of statements with this standing."),
    click.option(
        "--said",
        type=click.Choice(("article", "others")),
        help="Only what articles state in their own voice, or what is attributed, but not to --entity.",
    ),
    click.option("--new", metavar="TIME", help="Only of articles that were read in after this time (UTC)."),
    click.option("--text", metavar="WORDS", help="Only claims with all these words, in any of their forms."),
    click.option(
        "--confidence", type=float, metavar="P", help="Only claims with at least this confidence, from 0 to 1."
    ),
    click.option(
        "--asserted",
        is_flag=True,
        help="Only what articles themselves state as fact: nothing reported, denied, doubted or supposed.",
    ),
    _REVISIONS,
)


def _with_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    return _with(command, _FILTERS)


def _with(command: Callable[..., Any], options: Iterable[Callable[..., Any]]) -> Callable[..., Any]:
    for option in reversed(tuple(options)):
        command = option(command)
    return command


_output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write. [default: standard output]",
)


class _Formats(click.Group):
    """The commands below, and one for every registered format."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *find_formats()])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        form = find_formats().get(name)
        return super().get_command(ctx, name) if form is None else _command(form)


def _command(form: Format) -> click.Command:
    def write(path: Path, output: Path | None, **filters: Any) -> None:
        _refuse_database(path, output)
        _done(export_rows(path, output, Filters(**filters), form=form, version=__version__), output, form.noun)

    filters = _FILTERS if form.of_claims else (*_BY_ARTICLE, _REVISIONS)
    return click.command(form.name, help=form.summary)(_with(write, (options.database, _output, *filters)))


@click.group(cls=_Formats)
def export() -> None:
    """Export claims (CSV, JSON lines, Excel, Parquet), attributions, mentions or articles.

    Rows come in a fixed order, so the same database gives the same bytes. FILE.manifest.json is written beside
    FILE, with the number of rows, the filters, the time and a checksum.

    \b
    Examples:
      extract export csv -o claims.csv
      extract export csv --dialect machine --asserted | head
      extract export xlsx --entity "Castell Energy" --status accepted -o castell.xlsx
      extract export jsonl --since 2024-03 -o claims.jsonl
      extract export attributions -o attributions.jsonl
      extract export text --article a51f0c2e9d3b7a64
    """


@export.command()
@options.database
@_output
@click.option(
    "--dialect",
    type=click.Choice([dialect.value for dialect in Dialect]),
    default=Dialect.PEOPLE.value,
    show_default=True,
    help="people: for spreadsheets, with cells that would run as formulas escaped; machine: nothing changed.",
)
@click.option(
    "--for-review", is_flag=True, help="A table to correct in a spreadsheet and read back with `extract import`."
)
@_SERVER
@_with_filters
def csv(path: Path, output: Path | None, dialect: str, for_review: bool, server: str, **filters: Any) -> None:
    """Write claims as CSV. For a program, add --dialect machine."""
    _refuse_database(path, output)
    if for_review:
        _done(export_for_review(path, output, Filters(**filters), version=__version__), output)
        return
    _done(export_csv(path, output, Filters(**filters), Dialect(dialect), version=__version__, server=server), output)


@export.command()
@options.database
@_output
@click.option("--article", required=True, metavar="ID", help="The article's ID, as in exports and `extract articles`.")
def text(path: Path, output: Path | None, article: str) -> None:
    """Write the exact text that an article's offsets point into."""
    _refuse_database(path, output)
    export_text(path, article, output)


def _refuse_database(path: Path, output: Path | None) -> None:
    """Writing over the database, or over one of the files that belong to it, would be its end."""
    if output is None:
        return
    own = {Path(f"{path.resolve()}{ending}") for ending in ("", "-wal", "-shm", "-journal")}
    written = (output.resolve(), output.resolve().with_name(f"{output.name}.manifest.json"))
    linked = output.exists() and path.exists() and output.samefile(path)
    if linked or own.intersection(written):
        raise InputError(f"{output} is the database itself, or belongs to it. Name another file with -o.")


def _done(manifest: Manifest, output: Path | None, noun: str = "claims") -> None:
    if output is not None:
        click.echo(printable(f"{many(manifest.rows, noun.removesuffix('s'))} written to {output}"), err=True)
