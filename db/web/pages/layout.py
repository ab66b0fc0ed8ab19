"""What all our pages share: menu, permissions, rendering, and redirects from row ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode

from datasette.utils.asgi import BadRequest, NotFound, Request, Response

from db.export.record_tables import Ending
from db.web import databases
from db.web.auth import accounts, identity
from db.web.http import assets, urls
from db.web.http.asgi import Datasette
from db.web.http.security import STRICT_POLICY
from db.web.pages import templating

T = TypeVar("T")


def menu(datasette: Datasette, database: str, reviews: bool) -> tuple[tuple[str, str], ...]:
    """Where the pages' heads lead: (address, words); to reviewing for those who may."""

    def page(name: str) -> str:
        return str(datasette.urls.path(f"/-/{name}"))

    review = ((page("review"), "Review"),) if reviews else ()
    return (
        (page("search"), "Search"),
        (page("statements"), "Statements"),
        (page("timeline"), "Timeline"),
        (page("changes"), "Changes"),
        (page("contradictions"), "Contradictions"),
        (page("entities"), "Names"),
        (f"{page('search')}?tab=articles", "Articles"),
        (page("cases"), "Cases"),
        *review,
        (datasette.urls.database(database), "Data"),
    )


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page shows: where it leads, where one is (`entry`: the address of the menu that leads there),
    and whose session it is. `shared`: the Datasette is somebody else's, and its other plugins have links too."""

    menu: tuple[tuple[str, str], ...]
    here: str
    entry: str
    session: tuple[str, str] | None
    sign_out: str
    instance: str
    mark: str
    shared: bool


def head(datasette: Datasette, request: Request, database: str) -> Head:
    """The head of a page over a database of ours. What a person may not do is not offered."""
    identity.remember(request)
    session = identity.page_session(datasette)
    known = accounts.of(datasette)
    shut = known is not None and known.requires_login and session is None
    entries = () if shut else menu(datasette, database, identity.may_review(datasette, request))
    return Head(
        entries,
        request.path,
        _entry_of(request, [href for href, _ in entries]),
        session,
        datasette.urls.logout(),
        datasette.urls.instance(),
        assets.url(datasette, "mark.svg"),
        known is None,
    )


def _entry_of(request: Request, hrefs: Iterable[str]) -> str:
    """Which of a menu's addresses leads to this page: of the same path, the one whose query it has too."""
    given = set(parse_qsl(request.query_string))
    alike = [
        (set(parse_qsl(query)), href)
        for href in hrefs
        for path, _, query in [href.partition("?")]
        if path == request.path
    ]
    return max(((len(asked), href) for asked, href in alike if asked <= given), default=(0, ""))[1]


def server_of(datasette: Datasette, request: Request) -> str:
    """The address of this server, without a slash at its end, for links in files."""
    return f"{request.scheme}://{request.host}{str(datasette.urls.path('/')).rstrip('/')}"


def export_links(datasette: Datasette, name: str, given: dict[str, str]) -> list[tuple[str, str]]:
    """Where a list is had as a file: (kind of file, address)."""
    kinds = [ending for ending in Ending if ending is not Ending.XLSX or find_spec("xlsxwriter")]
    query = urlencode(given)
    return [(ending.upper(), str(datasette.urls.path(f"/-/export/{name}.{ending}?{query}"))) for ending in kinds]


async def redirect_to_key(
    datasette: Datasette, database: str, table: str, number: int, link: Callable[[Datasette, str, str], str]
) -> Response:
    """Leads from a row id to the page by key."""
    query = f"SELECT key FROM {table} WHERE id = ?"  # noqa: S608
    row = (await datasette.get_database(database).execute(query, (number,))).first()
    if row is None:
        raise not_found(f"No row {number} in {table} of {database}.")
    redirect: Response = Response.redirect(link(datasette, database, row["key"]))
    return redirect


def database_of(datasette: Datasette, request: Request) -> str:
    """The database that an address names, else the first of ours."""
    from datasette.utils import tilde_decode

    ours = databases.of(datasette).names
    name = tilde_decode(request.url_vars["database"]) if "database" in request.url_vars else (ours or ("",))[0]
    if name not in ours:
        raise not_found("No database of claims has this name.")
    return str(name)


async def allow(datasette: Datasette, request: Request, database: str) -> str:
    """Our pages show words of all three tables, so each must be open to whoever asks."""
    identity.remember(request)
    for table in ("articles", "sentences", "claims"):
        checks = [("view-table", (database, table)), ("view-database", database), "view-instance"]
        await datasette.ensure_permissions(request.actor, checks)
    return database


async def read(datasette: Datasette, database: str, work: Callable[[Any], T]) -> T:
    """What `work` reads from a database, by a connection of Datasette's."""
    found: T = await datasette.get_database(database).execute_fn(work)
    return found


def not_found(words: str) -> Exception:
    missing: Exception = NotFound(words)
    return missing


def bad_request(words: str) -> Exception:
    wrong: Exception = BadRequest(words)
    return wrong


#: Pages that others link to, by the ends of their addresses.
_PAGES = ("search", "statements", "timeline", "changes", "contradictions", "entities", "coverage", "cases")


def render(datasette: Datasette, template: str, database: str, context: dict[str, Any]) -> Response:
    body = (
        templating.environment()
        .get_template(template)
        .render(
            **context,
            name=database,
            title=datasette.metadata("title") or "Claims from news articles",
            head=head(datasette, identity.current_request(), database),
            reviews=identity.may_review(datasette),
            **{f"{name}_root": str(datasette.urls.path(f"/-/{name}")) for name in _PAGES},
            asset=lambda name: assets.url(datasette, name),
            review_link=lambda **filters: f"{datasette.urls.path('/-/review')}?{urlencode(filters)}",
            history_link=lambda key: urls.history(datasette, key),
            article_link=lambda number, key=None: urls.article(datasette, database, number, key),
            claim_link=lambda key: urls.claim(datasette, database, key),
            statement_link=lambda key: urls.statement(datasette, database, key),
            event_link=lambda key: urls.event(datasette, database, key),
            entity_link=lambda key: urls.entity(datasette, database, key),
            row_link=lambda table, number: urls.row(datasette, database, table, number),
            table_link=lambda table, **filters: urls.table(datasette, database, table, **filters),
            query_link=lambda query: urls.query(datasette, database, query),
        )
    )
    headers = {"Content-Security-Policy": STRICT_POLICY, "Cache-Control": "no-cache"}
    response: Response = Response.html(body, headers=headers)
    return response
