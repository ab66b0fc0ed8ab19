"""The start page, and what the articles cover in pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from datasette.utils.asgi import Request, Response

from db.coverage import Bar, Coverage, read_coverage
from db.web import databases
from db.web.http import urls
from db.web.http.asgi import Datasette
from db.web.pages import layout, plots
from db.web.pages.overview import read_overview

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
    found = await served.execute_fn(
        lambda connection: known.cached(read_overview, connection, Path(served.path), lagging=True)
    )
    queries = await datasette.get_canned_queries(database, request.actor)
    offered = [(urls.query(datasette, database, name), queries[name]) for name in QUERIES if name in queries]
    context = {
        "overview": found,
        "queries": offered,
        "others": [(datasette.urls.database(other), other) for other in ours[1:]],
    }
    return layout.render(datasette, "extract_home.html", database, context)


async def coverage(datasette: Datasette, request: Request) -> Response:
    """What the articles cover, in pictures, each with its numbers as a table."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    known, served = databases.of(datasette), datasette.get_database(database)
    found: Coverage = await served.execute_fn(
        lambda connection: known.cached(read_coverage, connection, Path(served.path), lagging=True)
    )
    outlets = tuple(Bar(one.outlet, one.articles) for one in found.outlets)
    shares = tuple(Bar(band.confidence, band.share) for band in found.bands)
    pictures = {
        "articles": plots.Bars(found.articles) if found.articles else None,
        "events": plots.Bars(found.events) if found.events else None,
        "outlets": plots.Bars(outlets, from_left=True) if outlets else None,
        "bands": plots.Bars(shares, highest=100) if shares else None,
    }
    context = {
        "coverage": found,
        "pictures": {name: plots.address(datasette, data) for name, data in pictures.items() if data},
    }  # fmt: skip
    return layout.render(datasette, "extract_coverage.html", database, context)
