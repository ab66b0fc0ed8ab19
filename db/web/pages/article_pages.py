"""The page of an article with its claims, and the lasting address of a claim."""

from __future__ import annotations

from datasette.utils.asgi import Request, Response

from db.sqlite import Connection
from db.web import databases
from db.web.http import requests, urls
from db.web.http.asgi import Datasette
from db.web.pages import article_parts, article_view, layout


async def article(datasette: Datasette, request: Request) -> Response:
    """An article's text with its claims; of a long one a part, by number (`part`) or by what is in it (`at`). A second
    reader (`second`) is not told what was decided."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    number = int(request.url_vars["id"])
    part, at = requests.parse_whole_number(request.args.get("part") or "") or 1, request.args.get("at") or None

    def read(connection: Connection) -> article_view.Page | None:
        with databases.plain_text(connection):
            return article_view.read_page(connection, number, part, at)

    page = await layout.read(datasette, database, read)
    if page is None:
        raise layout.not_found(f"No article has the ID {number} in {database}.")
    context = {"page": page, "blind": bool(request.args.get("second"))}
    return layout.render(datasette, "extract_article.html", database, context)


async def claim(datasette: Datasette, request: Request) -> Response:
    """A claim by its key, which stays when the database is made anew: leads to its place in its article."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    key = request.url_vars["key"]
    found = await layout.read(datasette, database, lambda connection: article_parts.find_claim(connection, key))
    if found is None:
        raise layout.not_found(f"No claim has the ID {key} in {database}.")
    number, part = found
    at = f"?at={key}" if part.count > 1 else ""
    redirect: Response = Response.redirect(f"{urls.article(datasette, database, number)}{at}#{key}")
    return redirect
