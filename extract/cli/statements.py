"""`extract statements`: what the articles say in common, and what contradicts what."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from db.connection import snapshot
from db.entities.queries import find
from db.sqlite import Connection
from db.statements import queries
from db.statements.kinds import find_kinds
from db.statements.queries import STANDINGS, ClusterVoices, Filters, Link, Order, Statement, Voice
from db.statements.readable_numbers import readable
from db.statements.verdicts import Verdict
from extract.cli import options
from extract.cli.printing import print_json
from extract.cli.terminal_tables import print_pairs, print_rows, print_table
from extract.errors import UsageError

_COLUMNS = ("statement", "standing", "independent articles", "articles", "outlets", "first", "last", "says")
_NUMBERS = _COLUMNS[2:5]
_LINK_COLUMNS = ("contradiction", "status", "kind", "day", "one says", "by", "the other", "by", "why")


@click.command()
@click.argument("key", required=False)
@options.database
@click.option("--contradictions", is_flag=True, help="List contradictions, latest first.")
@click.option("--entity", metavar="NAME", help="Only those about this entity, given by a name or its key.")
@click.option("--accused", metavar="NAME", help="Only those that accuse this person or organisation.")
@click.option("--standing", type=click.Choice(STANDINGS), help="Only statements with this standing.")
@click.option("--status", type=click.Choice([v.value for v in Verdict]), help="Only contradictions with this status.")
@click.option(
    "--kind",
    type=click.Choice(list(find_kinds())),
    help="Only contradictions of this kind, or statements that have one.",
)
@click.option("--since", type=options.FIRST_DAY, metavar="DATE", help="Only what was published on this day or later.")
@click.option("--until", type=options.LAST_DAY, metavar="DATE", help="Only what was published on this day or earlier.")
@click.option("--outlet", metavar="NAME", help="Only what this outlet says.")
@click.option("--text", metavar="WORDS", help="Only what has all these words, in any of their forms.")
@click.option(
    "--copy-clusters",
    type=click.IntRange(1),
    default=1,
    help="Only statements in at least this many independent articles. Copies of one text count once.",
)
@click.option("--newest", is_flag=True, help="List the newest first, not those in most articles.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most this many rows.")
@options.as_json
def statements(
    key: str | None, path: Path, contradictions: bool, status: str | None, newest: bool, limit: int, as_json: bool,
    entity: str | None, accused: str | None, standing: str | None, kind: str | None, since: str | None,
    until: str | None, outlet: str | None, text: str | None, copy_clusters: int,
) -> None:  # fmt: skip
    """List statements, those in most independent articles first; with KEY, show one in full.

    \b
    Examples:
      extract statements --copy-clusters 2
      extract statements --entity "Castell Energy" --since 2024-01-01
      extract statements --accused Norhydra
      extract statements --contradictions --status open
      extract statements f1b6c7f909a8438a8
    """
    with snapshot(path) as connection:
        if key:
            _print_one(connection, key, as_json)
            return
        of = find(connection, entity).key if entity else None
        if contradictions:
            _refuse(standing or accused, copy_clusters)
            links = queries.contradictions(
                connection, kind=kind, status=status, entity=of, since=since, until=until, outlet=outlet,
                text=text, limit=limit + 1,
            )  # fmt: skip
            print_rows(links, as_json, _LINK_COLUMNS, _link, limit=limit)
            return
        wanted = Filters(
            entity=of, accused=find(connection, accused).key if accused else None, standing=standing, since=since,
            until=until, outlet=outlet, kind=kind, text=text, copy_clusters=copy_clusters,
        )  # fmt: skip
        order = Order.NEW if newest else Order.MOST
        found = queries.statements(connection, wanted, limit + 1, order=order)
        print_rows(found, as_json, _COLUMNS, cells, right=_NUMBERS, limit=limit)


def _refuse(standing: str | None, copy_clusters: int) -> None:
    if standing or copy_clusters > 1:
        raise UsageError(
            "--standing, --accused and --copy-clusters only work when listing statements. Leave out --contradictions."
        )


def cells(f: Statement) -> tuple[str, ...]:
    """A statement as a row of a table."""
    counts = map(str, (f.copy_clusters, f.articles, f.outlets))
    return (f.key, f.badge, *counts, f.first_seen or "", f.last_seen or "", f.words)


def _link(x: Link) -> tuple[str, ...]:
    return (
        x.key, x.status or "", x.kind, x.at or "", x.left.words, _by(x.left), x.right.words, _by(x.right),
        readable(x.why),
    )  # fmt: skip


def _by(voice: Voice) -> str:
    """Who says it where, and when."""
    where = " ".join(part for part in (voice.outlet, (voice.published or "")[:10]) if part)
    if not voice.attributed_to:
        return where
    return f"{'denied by ' if voice.badge == 'denied' else ''}{voice.attributed_to}, in {where}"


def _print_one(connection: Connection, key: str, as_json: bool) -> None:
    found = queries.statement(connection, key)
    if found is None:
        raise UsageError(f"No statement has the key {key}. It may have been removed. `extract statements` lists them.")
    clusters = list(queries.by_copy_cluster(connection, key))
    against = queries.contradictions(connection, statement=key)
    became = queries.changes(connection, statement=key)
    if as_json:
        record = {name: [dataclasses.asdict(one) for one in rows] for name, rows in _parts(clusters, against, became)}
        print_json({**dataclasses.asdict(found), **record})
        return
    print_pairs([*zip(_COLUMNS, cells(found), strict=True)])
    for cluster in clusters:
        click.echo()
        print_table(("claim", "stance", "who", "words"), (_voice(v) for v in cluster.voices))
    for heading, links in (("contradicted", against), ("changed", became)):
        if links:
            click.echo(f"\n{heading}")
            print_table(("kind", "day", "one", "other", "why"), (_short(x) for x in links))


def _parts(
    clusters: list[ClusterVoices], against: list[Link], became: list[Link]
) -> tuple[tuple[str, list[ClusterVoices] | list[Link]], ...]:
    return ("by_copy_cluster", clusters), ("contradictions", against), ("changes", became)


def _voice(v: Voice) -> tuple[str, ...]:
    return v.claim, v.stance, _by(v), v.sentence


def _short(x: Link) -> tuple[str, ...]:
    return x.kind, x.at or "", x.left.words, x.right.words, readable(x.why)
