"""The start page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.web import databases
from db.web.http import urls
from db.web.pages import layout
from db.web.pages.overview import read_overview

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

#: The saved queries that the start page offers, in the order of a newcomer's questions.
QUERIES = (
    "stated_as_fact",
    "who_says_what",
    "sources",
    "negated",
    "not_certain",
    "timeline",
    "numbers",
    "coverage_by_article",
    "not_read",
)


async def home(datasette: Datasette, request: Request) -> Response | Any:
    """The start page; Datasette's own where no database is ours."""
    known = databases.of(datasette)
    ours = known.names
    if not ours:
        from datasette.views.index import IndexView

        request.scope = {**request.scope, "url_route": {"kwargs": {"format": None}}}
        return await IndexView(datasette).get(request)
    await layout.allow(datasette, request, ours[0])
    database = ours[0]
    served = datasette.get_database(database)
    found = await served.execute_fn(lambda connection: known.cached(read_overview, connection, Path(served.path)))
    queries = await datasette.get_canned_queries(database, request.actor)
    offered = [(urls.query(datasette, database, name), queries[name]) for name in QUERIES if name in queries]
    context = {
        "overview": found,
        "statements_root": str(datasette.urls.path("/-/statements")),
        "contradictions_root": str(datasette.urls.path("/-/contradictions")),
        "queries": offered,
        "others": [(datasette.urls.database(other), other) for other in ours[1:]],
    }
    return layout.render(datasette, "extract_home.html", database, context)
