"""The page of a statement, the lists of statements and contradictions, and decisions on contradictions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Request, Response

from db.entities import queries as entities
from db.events import queries as events
from db.reviews.decisions import RefusedError
from db.sqlite import Connection
from db.statements import queries, statement_dossier, verdicts
from db.statements.figures import Line
from db.statements.kinds import find_kinds
from db.statements.queries import Filters, Order
from db.statements.verdicts import Verdict
from db.time_spans import find_day, find_last_day
from db.web import databases
from db.web.auth.identity import Person, find_person
from db.web.databases import bare
from db.web.http import requests, responses, urls
from db.web.http.asgi import Datasette
from db.web.pages import layout, plots
from extract.errors import ExtractError

#: Rows of a list, entities of a name to choose from, outlets to choose from.
PAGE_SIZE, _MAX_CHOICES, _MAX_OUTLETS = 50, 8, 500
VERDICTS = {
    Verdict.OPEN: "not reviewed yet",
    Verdict.REAL: "they cannot both be true",
    Verdict.APPARENT: "they are about two things, or were misread",
    Verdict.SETTLED: "it is known which one is true",
}
#: What filters call standings: where its own words are negative, a denied statement is shown as negated.
STANDING_LABELS = {name: "denied or negated" if name == "denied" else name for name in queries.STANDINGS}


async def statement(datasette: Datasette, request: Request) -> Response:
    """All about one statement. By row id, which differs between databases, it leads to the address by key."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    key = request.url_vars["key"]
    if key.isdigit():
        return await layout.redirect_to_key(datasette, database, "statements", int(key), urls.statement)

    def read(connection: Connection) -> tuple[statement_dossier.Dossier | None, dict[str, queries.Backing]]:
        dossier = statement_dossier.dossier(connection, key)
        return dossier, _behind(connection, dossier.figures if dossier else ())

    found, backing = await layout.read(datasette, database, read)
    if found is None:
        raise layout.not_found(f"No statement has the ID {key} in {database}. It may have been removed.")
    figures = [(line, plots.address(datasette, line)) for line in found.figures]
    shared = shared_context(datasette, request)
    splits = shared["judges"] and found.statement.claims > 1
    context = {**shared, "dossier": found, "figures": figures, "backing": backing, "splits": splits}
    return layout.render(datasette, "extract_statement.html", database, context)


async def event(datasette: Datasette, request: Request) -> Response:
    """What happened once: its statements, its wordings by outlet, its figures."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    key = request.url_vars["key"]

    def read(connection: Connection) -> tuple[events.Event | None, dict[str, queries.Backing]]:
        with bare(connection):
            event = events.event(connection, key)
            return event, _behind(connection, event.figures if event else ())

    found, backing = await layout.read(datasette, database, read)
    if found is None:
        raise layout.not_found(f"No event has the ID {key} in {database}. It may have been removed.")
    figures = [(line, plots.address(datasette, line)) for line in found.figures]
    context = {**shared_context(datasette, request), "event": found, "figures": figures, "backing": backing}
    return layout.render(datasette, "extract_event.html", database, context)


def _behind(connection: Connection, figures: Iterable[Line]) -> dict[str, queries.Backing]:
    """Who says each figure."""
    return queries.backing(connection, [figure.statement for line in figures for figure in line.figures])


def shared_context(datasette: Datasette, request: Request) -> dict[str, Any]:
    """What all these pages need: the words for standings and decisions, and a token for those who may decide."""
    who = find_person(datasette, request)
    judges = who is not None and who.role.reviews
    return {
        "standings": STANDING_LABELS,
        "badges": queries.BADGES,
        "verdicts": VERDICTS,
        "judges": judges,
        "token": request.scope["csrftoken"]() if judges else "",
    }


async def filter_context(datasette: Datasette, request: Request, given: dict[str, str]) -> dict[str, Any]:
    """What forms with filters show: by which name an entity is asked for, which entities a name may mean that is not
    the name of one alone, and all outlets."""
    asked = next((given[name] for name in _OF_NAMES if name in given), "")
    known, path = databases.of(datasette), Path(databases.database(datasette).path)

    def read(connection: Connection) -> dict[str, Any]:
        with bare(connection):
            named = entities.find_one(connection, asked) if asked else None
            unknown = asked and named is None
            return {
                "named": named.name if named else None,
                "asked": named.name if named and entities.find_one(connection, named.name) == named else asked,
                "choices": entities.named_like(connection, asked, None, _MAX_CHOICES, counted=False) if unknown else [],
                "outlets": known.cached(_outlets, connection, path),
            }

    return await layout.read(datasette, layout.database_of(datasette, request), read)


def _outlets(connection: Connection) -> list[str]:
    query = "SELECT DISTINCT outlet FROM articles INDEXED BY articles_outlet WHERE outlet IS NOT NULL LIMIT ?"
    return [row[0] for row in connection.execute(query, (_MAX_OUTLETS,))]


async def listing(datasette: Datasette, request: Request) -> Response:
    """Statements; the filters are the address."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    given, offset = filters_given(request), offset_of(request)
    order = Order.NEW if request.args.get("order") == Order.NEW else Order.MOST

    def read(connection: Connection) -> Any:
        wanted = parse_filters(connection, given)
        return queries.page(connection, wanted, PAGE_SIZE + 1, offset, order) if wanted else ([], 0)

    rows, total = await layout.read(datasette, database, read)
    context = {
        **shared_context(datasette, request), **await filter_context(datasette, request, given),
        **page_links(request, len(rows) > PAGE_SIZE, offset),
        "statements": rows[:PAGE_SIZE], "given": given, "order": order, "total": total,
        "export": layout.export_links(datasette, "statement_list", given), "kinds": list(find_kinds().values()),
    }  # fmt: skip
    return layout.render(datasette, "extract_statements.html", database, context)


_FILTERS = (
    *("text", "entity", "subject", "object", "source", "standing", "kind", "outlet", "since", "until", "event"),
    *("accused", "denies", "copy_clusters", "what", "status", "order", "all"),
)
#: Of these, what does not filter statements.
_OF_NAMES = ("entity", "subject", "object", "accused", "denies")
_OTHER = (*_OF_NAMES, "copy_clusters", "what", "status", "order", "confidence", "all", "new")


def filters_given(request: Request) -> dict[str, str]:
    """What the address asks for; a filter that is left empty is none. Days may be shortened to a month or a year."""
    found = {name: (request.args.get(name) or "").strip()[:200] for name in _FILTERS}
    given = {name: value for name, value in found.items() if value}
    return given | {name: _day(given[name], whole) for name, whole in _DAYS.items() if name in given}


_DAYS: dict[str, Callable[[str], str | None]] = {"since": find_day, "until": find_last_day}


def _day(given: str, whole: Callable[[str], str | None]) -> str:
    found = whole(given)
    if found is None:
        raise layout.bad_request(f"{given!r} is not a date. Write it as 2024-03-14, 2024-03 or 2024.")
    return found


def offset_of(request: Request) -> int:
    return requests.parse_whole_number(request.args.get("from") or "") or 0


def parse_filters(connection: Connection, given: dict[str, str]) -> Filters | None:
    """The filters; None where an entity is named that there is none of."""
    rest = {name: value for name, value in given.items() if name not in _OTHER}
    wanted = replace(Filters(), **rest)  # type: ignore[arg-type]  # only text is left
    if given.get("copy_clusters", "").isdecimal():
        wanted = replace(wanted, copy_clusters=min(int(given["copy_clusters"]), 10**9))
    for side in _OF_NAMES:
        if side not in given:
            continue
        found = entities.find_one(connection, given[side])
        if found is None:
            return None
        wanted = replace(wanted, **{side: found.key})  # type: ignore[arg-type]
    return wanted


def page_links(request: Request, more: bool, offset: int, size: int = PAGE_SIZE) -> dict[str, Any]:
    """Where the next rows, if there are `more`, and the last rows are."""
    kept = [(name, value) for name in request.args for value in request.args.getlist(name) if name != "from"]
    after = f"?{urlencode([*kept, ('from', offset + size)])}" if more else None
    before = f"?{urlencode([*kept, ('from', max(offset - size, 0))])}" if offset else None
    return {"after": after, "before": before, "first": offset + 1}


def read_contradictions(
    connection: Connection, given: dict[str, str], limit: int, offset: int = 0
) -> list[queries.Link]:
    """The contradictions that an address asks for: to begin with, what nobody has judged. Raises ExtractError."""
    status = given.get("status") or Verdict.OPEN.value
    found = entities.find(connection, given["entity"], counted=False).key if "entity" in given else None
    return queries.contradictions(
        connection, status=None if status == "all" else status, entity=found, limit=limit, offset=offset,
        kind=given.get("kind"), text=given.get("text"), outlet=given.get("outlet"), since=given.get("since"),
        until=given.get("until"), source=given.get("source"),
    )  # fmt: skip


async def contradictions(datasette: Datasette, request: Request) -> Response:
    """What cannot both be, the latest first."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    given, offset = filters_given(request), offset_of(request)
    status = given.get("status") or Verdict.OPEN.value

    def read(connection: Connection) -> Any:
        counts = dict(tuple(row) for row in connection.execute(_COUNTS))
        try:
            return read_contradictions(connection, given, PAGE_SIZE + 1, offset), counts, None
        except ExtractError as error:
            return [], counts, str(error)

    rows, counts, wrong = await layout.read(datasette, database, read)
    context = {
        **shared_context(datasette, request), **await filter_context(datasette, request, given),
        **page_links(request, len(rows) > PAGE_SIZE, offset),
        "links": _folded(rows[:PAGE_SIZE]), "shown": len(rows[:PAGE_SIZE]),
        "given": given, "status": status,
        "counts": counts, "wrong": wrong,
        "kinds": [kind for kind in find_kinds().values() if not kind.is_change],
        "export": layout.export_links(datasette, "contradictions", {**given, "status": status}),
    }  # fmt: skip
    return layout.render(datasette, "extract_contradictions.html", database, context)


def _folded(links: list[queries.Link]) -> list[list[queries.Link]]:
    """Accusations and denials that go with each other together: each of several stands against each of the others."""
    above: dict[str, str] = {}

    def find_first(side: str) -> str:
        while above.setdefault(side, side) != side:
            side = above[side]
        return side

    for link in links:
        if link.kind == "accusation":
            above[find_first(link.right_statement)] = find_first(link.left_statement)
    groups: dict[str, list[queries.Link]] = {}
    for link in links:
        same = find_first(link.left_statement) if link.kind == "accusation" else link.key
        groups.setdefault(same, []).append(link)
    return list(groups.values())


_COUNTS = "SELECT status, COUNT(*) FROM contradictions GROUP BY status"


@responses.json_route
async def decide(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {contradiction, verdict, why}."""
    given = await requests.read_body(request)
    why = requests.parse_text(given, "why")

    def work(connection: Connection) -> Any:
        try:
            verdict = Verdict(str(given.get("verdict")))
            verdicts.decide(connection, str(given.get("contradiction")), verdict, who.name, why)
        except (ValueError, ExtractError) as error:
            raise RefusedError(str(error)) from error
        return {"status": verdict.value, "who": who.name, "words": f"{verdict.value}: {VERDICTS[verdict]}"}

    return await databases.write(datasette, work)
