"""`extract entities`: who and what the articles name. `extract entity`: a person's judgements on them."""

from __future__ import annotations

from pathlib import Path

import click

from db import tracking
from db.connection import snapshot, transaction
from db.entities import judgements, queries
from db.entities.judgements import Edge, Judgement
from db.entities.queries import Entity
from db.entities.suggestions import Suggestion, suggestions
from db.user_accounts import local_name
from extract.cli import options
from extract.cli.printing import print_records
from extract.cli.terminal_tables import print_pairs, print_rows
from extract.english.propernames import EntityType

_COLUMNS = ("key", "name", "type", "country", "mentions", "articles", "as subject", "as object")
_NUMBERS = _COLUMNS[4:]
_PAIR_COLUMNS = ("score", "one", "other", "why", "key", "other key")


@click.command()
@click.argument("name", required=False)
@options.database
@click.option("--type", "kind", type=click.Choice([t.value for t in EntityType]), help="Only entities of this type.")
@click.option("--country", metavar="CODE", help="Only entities of this country, such as fr (ISO 3166).")
@click.option(
    "--suggest", is_flag=True, help="List pairs that may be the same, likeliest first; with NAME, only its pairs."
)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most this many rows.")
@options.as_json
def entities(
    name: str | None, path: Path, kind: str | None, country: str | None, suggest: bool, limit: int, as_json: bool
) -> None:
    """List the entities that articles name, most mentioned first; with NAME, show one of them.

    NAME is any name that articles use for the entity, or its key. To join or separate entities, use
    `extract entity merge` and `extract entity split`.

    \b
    Examples:
      extract entities --type person
      extract entities "Castell Energy"
      extract entities --suggest
    """
    with snapshot(path) as connection:
        if suggest:
            key = queries.find(connection, name).key if name else None
            pairs = suggestions(connection, key, limit + 1)
            print_rows(pairs, as_json, _PAIR_COLUMNS, _pair_cells, right=("score",), limit=limit)
        elif name:
            _print_one(queries.find(connection, name), as_json)
        else:
            found = queries.entities(connection, kind=kind, country=country, limit=limit + 1)
            print_rows(found, as_json, _COLUMNS, _cells, right=_NUMBERS, limit=limit)


def _cells(e: Entity) -> tuple[str, ...]:
    return (e.key, e.name, e.type, e.country or "", *map(str, (e.mentions, e.articles, e.subject_of, e.object_of)))


def _print_one(found: Entity, as_json: bool) -> None:
    if as_json:
        print_records([found])
        return
    names = ", ".join(f"{a.name} ({a.mentions})" for a in found.aliases)
    print_pairs([*zip(_COLUMNS, _cells(found), strict=True), ("names", names)])


def _pair_cells(p: Suggestion) -> tuple[str, ...]:
    return f"{p.score:.2f}", p.left_name, p.right_name, p.reason, p.left, p.right


@click.group()
def entity() -> None:
    """Say which names mean the same entity. Every decision is kept and can be undone.

    \b
    Examples:
      extract entity merge "H. Reis" "Hugo Reis" --why "same office"
      extract entity split "Anna Berg" --article a1b2c3d4e5f60718
      extract entity history
      extract entity undo 3
    """


@entity.command()
@click.argument("one")
@click.argument("other")
@click.option(
    "--as", "judgement", type=click.Choice([j.value for j in Judgement]), default="same", show_default=True,
    help="Your decision on the two.",
)  # fmt: skip
@options.judging
def merge(one: str, other: str, judgement: str, path: Path, by: str | None, why: str | None) -> None:
    """Merge two entities (or, with --as different, keep them apart).

    \b
    Examples:
      extract entity merge IMF "International Monetary Fund"
      extract entity merge "Anna Berg" "Anne Berg" --as different
    """
    with transaction(path) as connection:
        left, right = queries.find(connection, one), queries.find(connection, other)
        moved = tracking.judge(connection, left.key, right.key, Judgement(judgement), by or local_name(), why)
    click.echo(f"{left.name} and {right.name}: {judgement}. Claims updated: {moved}.", err=True)


@entity.command()
@click.argument("name")
@click.option(
    "--article",
    "articles",
    multiple=True,
    required=True,
    metavar="KEY",
    help="An article that means another entity; repeatable.",
)
@options.judging
def split(name: str, articles: tuple[str, ...], path: Path, by: str | None, why: str | None) -> None:
    """Split off the articles that mean another entity of the same name.

    \b
    Example:
      extract entity split "Anna Berg" --article a1b2c3d4e5f60718
    """
    with transaction(path) as connection:
        found = queries.find(connection, name)
        moved = tracking.split(connection, found.key, articles, by or local_name(), why)
    click.echo(f"{found.name}: split off in {len(articles)} articles. Claims updated: {moved}.", err=True)


@entity.command()
@click.argument("number", type=int)
@options.judging
def undo(number: int, path: Path, by: str | None, why: str | None) -> None:
    """Undo a decision, given by its number in the history.

    \b
    Example:
      extract entity undo 3
    """
    with transaction(path) as connection:
        moved = tracking.undo(connection, number, by or local_name(), why)
    click.echo(f"Decision {number} undone. Claims updated: {moved}.", err=True)


@entity.command()
@click.argument("name", required=False)
@options.database
@options.as_json
def history(name: str | None, path: Path, as_json: bool) -> None:
    """List all decisions, oldest first, with those undone.

    With NAME, only those on one entity.

    \b
    Example:
      extract entity history "Anna Berg"
    """
    with snapshot(path) as connection:
        rows = judgements.edges(connection, queries.find(connection, name).key if name else None)
        names = dict(connection.execute("SELECT key, name FROM entities"))

    def cells(r: Edge) -> tuple[str, ...]:
        pair = (names.get(r.left, r.left), names.get(r.right, r.right))
        return str(r.id), r.judgement, *pair, r.who, r.at, r.why or "", r.undone_by or "", r.undone_at or ""

    columns = ("number", "decision", "one", "other", "by", "at", "why", "undone by", "undone at")
    print_rows(rows, as_json, columns, cells, right=("number",))
