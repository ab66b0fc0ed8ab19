"""What is said of somebody in the order of its days, and what happened to statements since a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from datasette.utils.asgi import Request, Response

from db.entities import queries as entities
from db.events import event_timeline
from db.events.event_timeline import TimelineRow
from db.sqlite import Connection
from db.statements import queries
from db.statements.news import News, What, by_weight, count_background, news, recent_day
from db.statements.queries import Backing, Filters
from db.web.databases import bare
from db.web.http.asgi import Datasette
from db.web.pages import event_chart, layout, statement_pages
from extract.errors import ExtractError

#: Rows of a page.
MAX_ROWS = 100
#: Statements that a page makes its events and statements of, earliest first. Exports take all.
_MAX_DATED = 1000
#: Names to choose from where none is given.
_MAX_NAMED = 12
#: Changes of each kind that a page picks its rows from, and of what is left out, how many it counts.
_MAX_READ, MAX_LEFT_OUT = 2 * MAX_ROWS, 1000


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events and other statements by day, with what stands behind each. `more`: there are more than `total`; `passing`:
    statements that are only made in passing and are left out."""

    name: str
    rows: list[TimelineRow]
    backing: dict[str, Backing]
    total: int
    more: bool = False
    passing: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened from a day on, with what stands behind both sides."""

    since: str
    rows: list[News]
    backing: dict[str, Backing]
    name: str | None  # of the entity or event that is asked for
    left_out: int  # what only one article says, for the first time, or in passing; more than `MAX_LEFT_OUT`: many


def read_timeline(connection: Connection, given: dict[str, str], limit: int = MAX_ROWS) -> Timeline:
    """The timeline that an address asks for; nothing before somebody is named. Raises ExtractError."""
    if "entity" not in given:
        return Timeline("", [], {}, 0)
    found = entities.find(connection, given["entity"], counted=False)
    wanted = Filters(found.key, standing=given.get("standing"), outlet=given.get("outlet"), text=given.get("text"))
    most = _MAX_DATED if limit >= 0 else -1
    days = given.get("since"), given.get("until")
    listed = wanted if given.get("all") else replace(wanted, in_passing=False)
    rows = event_timeline.read_timeline(connection, listed, *days, most)
    passing = 0 if given.get("all") else len(queries.dated(connection, replace(wanted, in_passing=True), *days))
    shown = rows[:limit] if limit >= 0 else rows
    backing = queries.backing(connection, [row.shown.key for row in shown])
    return Timeline(found.name, shown, backing, len(rows), sum(row.statements for row in rows) == most, passing)


def read_changes(connection: Connection, given: dict[str, str], limit: int = MAX_ROWS) -> Changes:
    """The changes that an address asks for: what several articles have first. Raises ExtractError."""
    found = entities.find(connection, given["entity"], counted=False) if "entity" in given else None
    about = Filters(
        found.key if found else None, outlet=given.get("outlet"), text=given.get("text"), event=given.get("event")
    )
    what = What(given["what"]) if given.get("what") in set(What) else None
    since = given.get("since") or recent_day(connection)
    days = since, given.get("until")
    every = what is not None or bool(given.get("all"))
    most = -1 if limit < 0 else _MAX_READ
    found_news = (news(connection, *days, kind, most, about, every) for kind in ([what] if what else What))
    ordered = by_weight(chain.from_iterable(found_news))
    shown = ordered if every else [one for one in ordered if not one.background]
    left_out = 0
    if not every and limit >= 0:
        left_out = len(ordered) - len(shown)
        left_out += count_background(connection, *days, about, max(MAX_LEFT_OUT + 1 - left_out, 0))
    rows = sorted(shown[:limit], key=lambda one: one.day, reverse=True) if limit >= 0 else shown  # as the command
    keys = [key for row in rows for key in (row.statement, row.other)]
    headline = next(iter(queries.statements(connection, Filters(event=about.event), 1)), None) if about.event else None
    name = found.name if found else headline.words if headline else None
    return Changes(since, rows, queries.backing(connection, keys), name, left_out)


def _most_named(connection: Connection) -> list[entities.Entity]:
    return entities.named_like(connection, "", None, _MAX_NAMED, counted=False)


async def timeline(datasette: Datasette, request: Request) -> Response:
    """The statements about somebody, as a picture and a list."""
    given = statement_pages.filters_given(request)
    found, wrong = await _read(datasette, request, lambda connection: read_timeline(connection, given))
    shown: Timeline = found or Timeline("", [], {}, 0)
    named = [] if "entity" in given else (await _read(datasette, request, _most_named))[0]
    context = {
        "given": given, "wrong": wrong, "found": shown, "root": str(datasette.urls.path("/-/timeline")), "named": named,
        "chart": event_chart.chart(shown.rows), "more": shown.total > len(shown.rows),
        "export": layout.export_links(datasette, "timeline", given),
    }  # fmt: skip
    return await _page(datasette, request, "extract_timeline.html", given, context)


async def changes(datasette: Datasette, request: Request) -> Response:
    """What is new, confirmed, contradicted, superseded or withdrawn since a day."""
    given = statement_pages.filters_given(request)
    found, wrong = await _read(datasette, request, lambda connection: read_changes(connection, given))
    shown: Changes = found or Changes(given.get("since", ""), [], {}, None, 0)
    context = {
        "given": given, "wrong": wrong, "found": shown, "root": str(datasette.urls.path("/-/changes")),
        "kinds": list(What), "more": len(shown.rows) >= MAX_ROWS, "most": MAX_LEFT_OUT,
        "export": layout.export_links(datasette, "changes", given),
    }  # fmt: skip
    return await _page(datasette, request, "extract_changes.html", given, context)


async def _read(datasette: Datasette, request: Request, read: Any) -> tuple[Any, str | None]:
    """What is found, or the words for what is wrong with the filters."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))

    def work(connection: Connection) -> tuple[Any, str | None]:
        with bare(connection):
            try:
                return read(connection), None
            except ExtractError as error:
                return None, str(error)

    return await layout.read(datasette, database, work)


async def _page(
    datasette: Datasette, request: Request, template: str, given: dict[str, str], context: dict[str, Any]
) -> Response:
    database = layout.database_of(datasette, request)
    shared = statement_pages.shared_context(datasette, request)
    shared |= await statement_pages.filter_context(datasette, request, given)
    return layout.render(datasette, template, database, {**shared, **context})
