"""The page of a statement, the lists of statements and contradictions, and verdicts on contradictions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from db.entities import queries as entities
from db.reviews.decisions import RefusedError
from db.sqlite import Connection
from db.statements import queries, statement_dossier, verdicts
from db.statements.kinds import find_kinds
from db.statements.queries import Filters, Order
from db.statements.verdicts import Verdict
from db.web import databases
from db.web.auth.identity import find_person
from db.web.http import requests, responses, urls
from db.web.pages import layout, plots
from extract.errors import ExtractError

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

    from db.web.auth.identity import Person

#: Rows of a list.
PAGE_SIZE = 50
STANDINGS = {
    "current": "an article itself states it; not contradicted or replaced",
    "attributed": "only said by people whom the articles name",
    "disputed": "contradicted",
    "superseded": "a later statement replaced it",
    "denied": "only denied",
    "planned": "only planned or forecast",
    "open": "only asked, supposed or feared",
}
VERDICTS = {
    Verdict.OPEN: "not reviewed yet",
    Verdict.REAL: "they cannot both be true",
    Verdict.APPARENT: "they are about two things, or were misread",
    Verdict.SETTLED: "it is known which one is true",
}


async def statement(datasette: Datasette, request: Request) -> Response:
    """All about one statement. By row id, which differs between databases, it leads to the address by key."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    key = request.url_vars["key"]
    if key.isdigit():
        return await layout.redirect_to_key(datasette, database, "statements", int(key), urls.statement)
    found = await layout.read(datasette, database, lambda connection: statement_dossier.dossier(connection, key))
    if found is None:
        raise layout.not_found(f"No statement has the ID {key} in {database}. It may have been removed.")
    figures = [(line, plots.address(datasette, line)) for line in found.figures]
    context = {**shared_context(datasette, request), "dossier": found, "figures": figures}
    return layout.render(datasette, "extract_statement.html", database, context)


def shared_context(datasette: Datasette, request: Request) -> dict[str, Any]:
    """What all these pages need: the words for standings and verdicts, and a token for those who may judge."""
    who = find_person(datasette, request)
    judges = who is not None and who.role.reviews
    return {
        "standings": STANDINGS,
        "verdicts": VERDICTS,
        "judges": judges,
        "token": request.scope["csrftoken"]() if judges else "",
        "statements_root": str(datasette.urls.path("/-/statements")),
        "contradictions_root": str(datasette.urls.path("/-/contradictions")),
        "entities_root": str(datasette.urls.path("/-/entities")),
    }


async def listing(datasette: Datasette, request: Request) -> Response:
    """Statements; the filters are the address."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    given, offset = _filters_given(request), _offset(request)
    order = Order.NEW if request.args.get("order") == Order.NEW else Order.MOST

    def read(connection: Connection) -> Any:
        wanted, name = _filters(connection, given)
        rows = queries.statements(connection, wanted, PAGE_SIZE + 1, offset, order) if wanted else []
        return rows, name

    rows, name = await layout.read(datasette, database, read)
    context = {
        **shared_context(datasette, request), **_page_links(request, rows, offset), "statements": rows[:PAGE_SIZE],
        "given": given, "order": order, "about": name, "kinds": list(find_kinds().values()),
    }  # fmt: skip
    return layout.render(datasette, "extract_statements.html", database, context)


_FILTERS = ("text", "entity", "subject", "object", "standing", "kind", "outlet", "since", "until", "copy_clusters")


def _filters_given(request: Request) -> dict[str, str]:
    """What the address asks for; a filter that is left empty is none."""
    found = {name: (request.args.get(name) or "").strip()[:200] for name in _FILTERS}
    return {name: value for name, value in found.items() if value}


def _offset(request: Request) -> int:
    return requests.parse_whole_number(request.args.get("from") or "") or 0


def _filters(connection: Connection, given: dict[str, str]) -> tuple[Filters | None, str | None]:
    """The filters, None where an entity is named that there is none of; and the entity's name."""
    rest = {
        name: value for name, value in given.items() if name not in ("entity", "subject", "object", "copy_clusters")
    }
    wanted = replace(Filters(), **rest)  # type: ignore[arg-type]  # only text is left
    if given.get("copy_clusters", "").isdecimal():
        wanted = replace(wanted, copy_clusters=min(int(given["copy_clusters"]), 10**9))
    name = None
    for side in ("entity", "subject", "object"):
        if side not in given:
            continue
        try:
            found = entities.find(connection, given[side])
        except ExtractError as error:
            return None, str(error)
        wanted = replace(wanted, **{side: found.key})  # type: ignore[arg-type]
        name = found.name
    return wanted, name


def _page_links(request: Request, rows: list[Any], offset: int) -> dict[str, Any]:
    """Where the next and the last rows are."""
    kept = [(name, value) for name in request.args for value in request.args.getlist(name) if name != "from"]
    after = f"?{urlencode([*kept, ('from', offset + PAGE_SIZE)])}" if len(rows) > PAGE_SIZE else None
    before = f"?{urlencode([*kept, ('from', max(offset - PAGE_SIZE, 0))])}" if offset else None
    return {"after": after, "before": before, "first": offset + 1}


async def contradictions(datasette: Datasette, request: Request) -> Response:
    """What cannot both be, the latest first: to begin with, what nobody has judged."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    given, offset = _filters_given(request), _offset(request)
    status = request.args.get("status") or Verdict.OPEN.value
    wanted = None if status == "all" else status

    def read(connection: Connection) -> Any:
        rows = queries.contradictions(
            connection, status=wanted, kind=given.get("kind"), text=given.get("text"), outlet=given.get("outlet"),
            limit=PAGE_SIZE + 1, offset=offset,
        )  # fmt: skip
        counts = dict(tuple(row) for row in connection.execute(_COUNTS))
        return rows, counts

    rows, counts = await layout.read(datasette, database, read)
    context = {
        **shared_context(datasette, request), **_page_links(request, rows, offset), "links": rows[:PAGE_SIZE],
        "given": given, "status": status, "counts": counts,
        "kinds": [kind for kind in find_kinds().values() if not kind.is_change],
    }  # fmt: skip
    return layout.render(datasette, "extract_contradictions.html", database, context)


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
