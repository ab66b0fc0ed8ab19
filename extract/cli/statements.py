"""`extract facts`: what the articles say in common, and what contradicts what."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from db.connection import snapshot
from db.entities.queries import find
from db.sqlite import Connection
from db.statements import queries
from db.statements.judgement import Kind
from db.statements.queries import ClusterVoices, Fact, Filters, Link, Order, Voice
from db.statements.readable_numbers import readable
from db.statements.verdicts import Verdict
from extract.cli import options
from extract.cli.printing import print_json, print_records
from extract.cli.tables import print_pairs, print_table
from extract.errors import UsageError

STATES = ("current", "disputed", "superseded", "denied", "planned", "open")
_COLUMNS = ("fact", "state", "stories", "articles", "publishers", "first", "last", "says")
_NUMBERS = _COLUMNS[2:5]


@click.command()
@click.argument("key", required=False)
@options.database
@click.option("--contradictions", is_flag=True, help="List what cannot both be, the latest first.")
@click.option("--entity", metavar="NAME", help="Only those about this person, body or place, by a name or key.")
@click.option("--state", type=click.Choice(STATES), help="Only facts that are this now.")
@click.option("--status", type=click.Choice([v.value for v in Verdict]), help="Only contradictions judged so.")
@click.option(
    "--kind", type=click.Choice([k.value for k in Kind]), help="Only contradictions, or facts with one, of this kind."
)
@click.option("--since", type=options.FIRST_DAY, metavar="DATE", help="Only what was told on this day or later.")
@click.option("--until", type=options.LAST_DAY, metavar="DATE", help="Only what was told on this day or earlier.")
@click.option("--publisher", metavar="NAME", help="Only what this publisher tells.")
@click.option("--text", metavar="WORDS", help="Only what has all these words, in any of their forms.")
@click.option(
    "--stories", type=click.IntRange(1), default=1, help="Only facts of at least so many independent stories."
)
@click.option("--newest", is_flag=True, help="What was told last comes first, not what is told most.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many rows.")
@options.as_json
def facts(
    key: str | None, path: Path, contradictions: bool, status: str | None, newest: bool, limit: int, as_json: bool,
    entity: str | None, state: str | None, kind: str | None, since: str | None, until: str | None,
    publisher: str | None, text: str | None, stories: int,
) -> None:  # fmt: skip
    """List facts, those that most independent stories tell first; with KEY, all about one.

    \b
    Examples:
      extract facts --stories 2
      extract facts --entity "Castell Energy" --since 2024-01-01
      extract facts --contradictions --status open
      extract facts f1b6c7f909a8438a8
    """
    with snapshot(path) as connection:
        if key:
            _print_one(connection, key, as_json)
            return
        of = find(connection, entity).key if entity else None
        if contradictions:
            _refuse(state, stories)
            found = queries.contradictions(
                connection, kind=kind, status=status, entity=of, since=since, until=until, publisher=publisher,
                text=text, limit=limit,
            )  # fmt: skip
            _print_contradictions(found, as_json)
            return
        wanted = Filters(
            entity=of, state=state, since=since, until=until, publisher=publisher, kind=kind, text=text, stories=stories
        )
        order = Order.NEW if newest else Order.TOLD
        _print_facts(queries.facts(connection, wanted, limit, order=order), as_json)


def _refuse(state: str | None, stories: int) -> None:
    if state or stories > 1:
        raise UsageError("--state and --stories are of facts. Leave them out, or leave out --contradictions.")


def _print_facts(rows: list[Fact], as_json: bool) -> None:
    if as_json:
        print_records(rows)
        return
    print_table(_COLUMNS, map(cells, rows), right=_NUMBERS)


def cells(f: Fact) -> tuple[str, ...]:
    """A fact as a row of a table."""
    counts = map(str, (f.stories, f.articles, f.publishers))
    return (f.key, f.state, *counts, f.first_seen or "", f.last_seen or "", f.words)


def _print_contradictions(rows: list[Link], as_json: bool) -> None:
    if as_json:
        print_records(rows)
        return
    columns = ("contradiction", "status", "kind", "day", "one says", "by", "the other", "by", "why")
    print_table(columns, map(_link, rows))


def _link(x: Link) -> tuple[str, ...]:
    return (
        x.key, x.status or "", x.kind, x.at or "", x.left.words, _by(x.left), x.right.words, _by(x.right),
        readable(x.why),
    )  # fmt: skip


def _by(voice: Voice) -> str:
    """Who says it where, and when."""
    where = " ".join(part for part in (voice.publisher, (voice.published or "")[:10]) if part)
    return f"{voice.attributed_to}, in {where}" if voice.attributed_to else where


def _print_one(connection: Connection, key: str, as_json: bool) -> None:
    found = queries.fact(connection, key)
    if found is None:
        raise UsageError(f"There is no fact {key} (any more). `extract facts` lists them.")
    told = list(queries.stories(connection, key))
    against = queries.contradictions(connection, fact=key)
    became = queries.changes(connection, fact=key)
    if as_json:
        record = {name: [dataclasses.asdict(one) for one in rows] for name, rows in _parts(told, against, became)}
        print_json({**dataclasses.asdict(found), **record})
        return
    print_pairs([*zip(_COLUMNS, cells(found), strict=True)])
    for story in told:
        click.echo()
        print_table(("claim", "standing", "who", "words"), (_voice(v) for v in story.voices))
    for heading, links in (("contradicted", against), ("changed", became)):
        if links:
            click.echo(f"\n{heading}")
            print_table(("kind", "day", "one", "other", "why"), (_short(x) for x in links))


def _parts(
    told: list[ClusterVoices], against: list[Link], became: list[Link]
) -> tuple[tuple[str, list[ClusterVoices] | list[Link]], ...]:
    return ("told", told), ("contradictions", against), ("changes", became)


def _voice(v: Voice) -> tuple[str, ...]:
    return v.claim, v.standing, _by(v), v.sentence


def _short(x: Link) -> tuple[str, ...]:
    return x.kind, x.at or "", x.left.words, x.right.words, readable(x.why)
