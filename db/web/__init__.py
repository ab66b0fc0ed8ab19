"""The Datasette plugin: a start page, article pages, readable cells, and a guard in front of all of it.

It is registered by the entry point group "datasette", so it is loaded beside databases of other programs
too. What it shows, it shows for databases of ours only (see `databases`). The guard refuses nothing that Datasette
itself serves, unless `extract serve` asks for more.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from datasette import hookimpl

from db.sqlite import BUSY_SECONDS, Connection
from db.web import databases, served_files
from db.web.auth import accounts, identity, login, permissions
from db.web.http import assets, error_responses, security
from db.web.http.asgi import App
from db.web.http.methods import deciding, either, looking
from db.web.pages import (
    entity_pages,
    fact_pages,
    layout,
    log_pages,
    plots,
    previewing,
    review_api,
    review_pages,
    templating,
)
from db.web.tables import cells, csv_export, facets, table_pages

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

F = TypeVar("F", bound=Callable[..., Any])


def hook(function: F) -> F:
    """Datasette's `hookimpl`, with its type."""
    return cast(F, hookimpl(function))


def hook_first(function: F) -> F:
    """As `hook`, before other plugins."""
    return cast(F, hookimpl(tryfirst=True)(function))


#: What SQLite may hold in memory at once. `SELECT zeroblob(900000000)` would otherwise be served.
HEAP_BYTES = 512 * 1024 * 1024


class _Log:
    """What Datasette takes for `traceback`: errors are printed by a log, which says only so many (`db.server`)."""

    @staticmethod
    def print_exc() -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, Exception) or error_responses.of_request(error) is None:
            logging.getLogger("extract.server").exception("Unexpected error:")


@hook
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    import datasette.handle_exception as errors

    # With rich installed, Datasette prints every error with its local variables, session cookies among them.
    errors.rich = None
    errors.traceback = _Log

    async def look() -> None:
        await served_files.note(datasette)
        site = await databases.look(datasette)
        if site.databases:
            facets.in_one_pass()
            datasette.jinja_env.globals["extract_style"] = assets.url(datasette, "pages.css")

    return look


@hook
def prepare_connection(conn: Connection) -> None:
    conn.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    if databases.is_ours(conn):
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute(f"PRAGMA hard_heap_limit = {HEAP_BYTES}")


@hook
def prepare_jinja2_environment(env: Any) -> None:
    templating.equip(env)


@hook
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    return security.wrapper(datasette)


@hook
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Any:
    from datasette.utils.asgi import Base400

    if isinstance(exception, MemoryError):
        return layout.too_large(datasette, request)
    if isinstance(exception, Base400) or accounts.of(datasette) is None:
        return None
    return layout.broken(datasette, request, exception)


@hook
def permission_allowed(datasette: Datasette, actor: dict[str, Any] | None, action: str, resource: Any) -> Any:
    return permissions.opinion(datasette, actor, action, resource)


@hook
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    return databases.of(datasette).metadata


@hook_first
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    return [
        looking(r"/(?P<database>[^/.]+)/(?P<table>[^/.]+)\.(?P<format>csv)$", csv_export.table),
        either(r"/-/login$", login.sign_in),
        looking(r"/$", layout.home),
        looking(r"/-/extract/(?P<version>[0-9a-f]+)/(?P<name>[a-z_.]+)$", assets.serve),
        looking(r"/-/article/(?P<id>[0-9]{1,18})$", layout.article),
        looking(r"/-/article/(?P<database>[^/]+)/(?P<id>[0-9]{1,18})$", layout.article),
        looking(r"/-/review$", review_pages.queue),
        looking(r"/-/review/progress$", review_pages.how_far),
        looking(r"/-/review/guide$", review_pages.guide),
        looking(r"/-/review/log$", log_pages.log),
        looking(r"/-/review/history/(?P<key>c[0-9a-f]{16})$", log_pages.history),
        looking(r"/-/review/entities\.json$", review_pages.entities),
        looking(r"/-/review/sentence/(?P<article>[0-9]{1,18})/(?P<position>[0-9]{1,9})\.json$", review_pages.sentence),
        deciding(r"/-/review/release\.json$", review_pages.let_go),
        looking(r"/-/review/next\.json$", review_api.next_items),
        looking(r"/-/review/counts\.json$", review_api.counts),
        deciding(r"/-/review/decide\.json$", review_api.decide),
        deciding(r"/-/review/preview\.json$", previewing.previewed),
        looking(r"/-/review/claim/(?P<key>c[0-9a-f]{16})\.json$", review_api.one),
        looking(r"/-/review/alike/(?P<key>c[0-9a-f]{16})\.json$", review_pages.alike),
        looking(r"/-/facts$", fact_pages.listing),
        looking(r"/-/contradictions$", fact_pages.contradictions),
        deciding(r"/-/contradictions/decide\.json$", fact_pages.decide),
        looking(r"/-/fact/(?P<key>f[0-9a-f]{16}|[0-9]{1,18})$", fact_pages.fact),
        looking(r"/-/fact/(?P<database>[^/]+)/(?P<key>f[0-9a-f]{16}|[0-9]{1,18})$", fact_pages.fact),
        looking(r"/-/entities$", entity_pages.listing),
        looking(r"/-/entities/suggested\.json$", entity_pages.suggested),
        deciding(r"/-/entities/judge\.json$", entity_pages.judge),
        deciding(r"/-/entities/split\.json$", entity_pages.split),
        deciding(r"/-/entities/undo\.json$", entity_pages.undo),
        looking(r"/-/entity/(?P<key>e[0-9a-f]{16}|[0-9]{1,18})$", entity_pages.entity),
        looking(r"/-/entity/(?P<database>[^/]+)/(?P<key>e[0-9a-f]{16}|[0-9]{1,18})$", entity_pages.entity),
        looking(r"/-/plot/(?P<name>[0-9a-f]{24})\.svg$", plots.serve),
        looking(r"/-/claim/(?P<key>c[0-9a-f]{16})$", layout.claim),
        looking(r"/-/claim/(?P<database>[^/]+)/(?P<key>c[0-9a-f]{16})$", layout.claim),
    ]


@hook
def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str, datasette: Datasette
) -> str | None:
    if database not in databases.of(datasette).databases:
        return None
    return cells.render(cells.Cell(datasette, database, table, column, value, row))


@hook
def extra_css_urls(database: str | None, datasette: Datasette) -> list[str]:
    return [assets.path("pages.css")] if database in databases.of(datasette).databases else []


@hook
def extra_template_vars(
    database: str | None, table: str | None, view_name: str, request: Request | None, datasette: Datasette
) -> Callable[[], Awaitable[dict[str, Any]]]:
    async def variables() -> dict[str, Any]:
        if request is None or database not in databases.of(datasette).databases:
            return {}
        return await table_pages.variables(datasette, database, table, view_name, request)

    return variables


@hook
def menu_links(datasette: Datasette, request: Request | None) -> list[dict[str, str]]:
    reviews = identity.may_review(datasette, request)
    return [
        {"href": href, "label": label}
        for name in databases.of(datasette).databases
        for href, label in layout.menu(datasette, name, reviews)
    ]
