"""The pages of our own: start, article, and a claim's lasting address."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from db.web import databases
from db.web.auth import accounts, identity
from db.web.http import assets, error_responses, requests, urls
from db.web.http.asgi import STRICT_POLICY
from db.web.pages import article_parts, article_view, templating

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

_log = logging.getLogger("extract.server")
#: The saved queries that the start page offers, in the order of a newcomer's questions.
OFFERED = (
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


def menu(datasette: Datasette, database: str, reviews: bool) -> tuple[tuple[str, str], ...]:
    """Where the pages' heads lead: (address, words); to reviewing for those who may."""
    review = ((str(datasette.urls.path("/-/review")), "Review"),) if reviews else ()
    return (
        (str(datasette.urls.path("/-/facts")), "Facts"),
        (str(datasette.urls.path("/-/contradictions")), "Contradictions"),
        (str(datasette.urls.path("/-/entities")), "Names"),
        (urls.table(datasette, database, "articles", current=1), "Articles"),
        (urls.table(datasette, database, "claims", current=1), "Claims"),
        (urls.table(datasette, database, "sentences"), "Sentences"),
        *review,
        (datasette.urls.database(database), "Everything"),
    )


async def home(datasette: Datasette, request: Request) -> Response | Any:
    """The start page; Datasette's own where no database is ours."""
    site = databases.of(datasette)
    ours = site.databases
    if not ours:
        from datasette.views.index import IndexView

        request.scope = {**request.scope, "url_route": {"kwargs": {"format": None}}}
        return await IndexView(datasette).get(request)
    await allow(datasette, request, ours[0])
    database = ours[0]
    served = datasette.get_database(database)
    found = await served.execute_fn(lambda connection: site.welcome.read(connection, Path(served.path)))
    queries = await datasette.get_canned_queries(database, request.actor)
    offered = [(urls.query(datasette, database, name), queries[name]) for name in OFFERED if name in queries]
    context = {
        "welcome": found,
        "facts_root": str(datasette.urls.path("/-/facts")),
        "contradictions_root": str(datasette.urls.path("/-/contradictions")),
        "queries": offered,
        "others": [(datasette.urls.database(other), other) for other in ours[1:]],
    }
    return render(datasette, "extract_home.html", database, context)


async def article(datasette: Datasette, request: Request) -> Response:
    """An article's text with its claims; of a long one a part, by number (`part`) or by what is in it (`at`). A second
    reader (`second`) is not told what was decided."""
    database = await allow(datasette, request, named(datasette, request))
    number = int(request.url_vars["id"])
    part, at = requests.whole(request.args.get("part") or "") or 1, request.args.get("at") or None
    page = await datasette.get_database(database).execute_fn(
        lambda connection: article_view.read(connection, number, part, at)
    )
    if page is None:
        raise missing(f"There is no article {number} in {database}.")
    context = {"page": page, "blind": bool(request.args.get("second"))}
    return render(datasette, "extract_article.html", database, context)


async def claim(datasette: Datasette, request: Request) -> Response:
    """A claim by its key, which stays when the database is made anew: leads to its place in its article."""
    from datasette.utils.asgi import Response

    database = await allow(datasette, request, named(datasette, request))
    key = request.url_vars["key"]
    found = await datasette.get_database(database).execute_fn(lambda connection: article_parts.place(connection, key))
    if found is None:
        raise missing(f"There is no claim {key} in {database}.")
    number, part = found
    at = f"?at={key}" if part.count > 1 else ""
    redirect: Response = Response.redirect(f"{urls.article(datasette, database, number)}{at}#{key}")
    return redirect


async def too_large(datasette: Datasette, request: Request) -> Response:
    """The answer to a query that SQLite was not given the memory for."""
    from datasette.utils.asgi import Response

    words = "This query needs more memory than one query may have. Ask for fewer rows or shorter values."
    context = {"status": 400, "title": "Too large", "error": words}
    response: Response = Response.html(await datasette.render_template("error.html", context, request=request), 400)
    return response


async def broken(datasette: Datasette, request: Request, error: Exception) -> Response:
    """The answer where something went wrong. What it was is printed, with the file's path, and not shown."""
    from datasette.utils.asgi import Response

    served = accounts.of(datasette)
    found = error_responses.of_request(error, request.method)
    if found is None:
        known = error_responses.clear(error, served.database if served else "")
        if known:
            _log.error("extract: %s", known)
        found = error_responses.of(known)
    status, title, words = found.status, found.title, found.words
    if request.path.endswith(".json"):
        shown: Response = Response.json({"ok": False, "error": words, "status": status, "title": title}, status=status)
        return shown
    context = {"status": status, "title": title, "error": words}
    page: Response = Response.html(await datasette.render_template("error.html", context, request=request), status)
    return page


async def by_number(
    datasette: Datasette, database: str, table: str, number: int, link: Callable[[Datasette, str, str], str]
) -> Response:
    """Leads from a row id to the page by key."""
    from datasette.utils.asgi import Response

    query = f"SELECT key FROM {table} WHERE id = ?"  # noqa: S608
    row = (await datasette.get_database(database).execute(query, (number,))).first()
    if row is None:
        raise missing(f"There is no {number} among the {table} of {database}.")
    redirect: Response = Response.redirect(link(datasette, database, row["key"]))
    return redirect


def named(datasette: Datasette, request: Request) -> str:
    """The database that an address names, else the first of ours."""
    from datasette.utils import tilde_decode

    ours = databases.of(datasette).databases
    name = tilde_decode(request.url_vars["database"]) if "database" in request.url_vars else (ours or ("",))[0]
    if name not in ours:
        raise missing("There is no database of claims here.")
    return str(name)


async def allow(datasette: Datasette, request: Request, database: str) -> str:
    """Our pages show words of all three tables, so each must be open to whoever asks."""
    identity.remember(request)
    for table in ("articles", "sentences", "claims"):
        checks = [("view-table", (database, table)), ("view-database", database), "view-instance"]
        await datasette.ensure_permissions(request.actor, checks)
    return database


def missing(words: str) -> Exception:
    from datasette.utils.asgi import NotFound

    missing: Exception = NotFound(words)
    return missing


def render(datasette: Datasette, template: str, database: str, context: dict[str, Any]) -> Response:
    from datasette.utils.asgi import Response

    body = (
        templating.environment()
        .get_template(template)
        .render(
            **context,
            name=database,
            title=datasette.metadata("title") or "Claims from news articles",
            menu=menu(datasette, database, identity.may_review(datasette)),
            session=identity.signed_in(datasette),
            reviews=identity.may_review(datasette),
            sign_out=datasette.urls.logout(),
            instance=datasette.urls.instance(),
            asset=lambda name: assets.url(datasette, name),
            review_link=lambda **filters: f"{datasette.urls.path('/-/review')}?{urlencode(filters)}",
            history_link=lambda key: urls.history(datasette, key),
            article_link=lambda number, key=None: urls.article(datasette, database, number, key),
            claim_link=lambda key: urls.claim(datasette, database, key),
            fact_link=lambda key: urls.fact(datasette, database, key),
            entity_link=lambda key: urls.entity(datasette, database, key),
            row_link=lambda table, number: urls.row(datasette, database, table, number),
            table_link=lambda table, **filters: urls.table(datasette, database, table, **filters),
            query_link=lambda query: urls.query(datasette, database, query),
        )
    )
    headers = {"Content-Security-Policy": STRICT_POLICY, "Cache-Control": "no-cache"}
    response: Response = Response.html(body, headers=headers)
    return response
