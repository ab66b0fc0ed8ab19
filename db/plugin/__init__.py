"""The Datasette plugin: a start page, article pages, readable cells, and a guard in front of all of it.

It is registered by the entry point group "datasette", so it is loaded beside databases of other programs
too. What it shows, it shows for databases of ours only (see `sites`). The guard refuses nothing that Datasette
itself serves, unless `extract serve` asks for more.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from datasette import hookimpl

from db.plugin import (
    assets,
    cells,
    counting,
    drawing,
    entitypages,
    entry,
    factpages,
    guard,
    logpages,
    opened,
    pages,
    people,
    plots,
    previewing,
    reviewing,
    reviewpages,
    rights,
    roster,
    sites,
    tableexports,
    tables,
    trouble,
)  # fmt: skip
from db.plugin.asgi import App
from db.plugin.verbs import deciding, either, looking
from db.sqlite import BUSY_SECONDS, Connection

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
        if not isinstance(error, Exception) or trouble.of_request(error) is None:
            logging.getLogger("extract.server").exception("Unexpected error:")


@hook
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    import datasette.handle_exception as errors

    # With rich installed, Datasette prints every error with its local variables, session cookies among them.
    errors.rich = None
    errors.traceback = _Log

    async def look() -> None:
        await opened.note(datasette)
        site = await sites.look(datasette)
        if site.databases:
            counting.in_one_pass()
            datasette.jinja_env.globals["extract_style"] = assets.url(datasette, "pages.css")

    return look


@hook
def prepare_connection(conn: Connection) -> None:
    conn.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    if sites.is_ours(conn):
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute(f"PRAGMA hard_heap_limit = {HEAP_BYTES}")


@hook
def prepare_jinja2_environment(env: Any) -> None:
    drawing.equip(env)


@hook
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    return guard.wrapper(datasette)


@hook
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Any:
    from datasette.utils.asgi import Base400

    if isinstance(exception, MemoryError):
        return pages.too_large(datasette, request)
    if isinstance(exception, Base400) or roster.of(datasette) is None:
        return None
    return pages.broken(datasette, request, exception)


@hook
def permission_allowed(datasette: Datasette, actor: dict[str, Any] | None, action: str, resource: Any) -> Any:
    return rights.opinion(datasette, actor, action, resource)


@hook
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    return sites.of(datasette).metadata


@hook_first
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    return [
        looking(r"/(?P<database>[^/.]+)/(?P<table>[^/.]+)\.(?P<format>csv)$", tableexports.table),
        either(r"/-/login$", entry.sign_in),
        looking(r"/$", pages.home),
        looking(r"/-/extract/(?P<version>[0-9a-f]+)/(?P<name>[a-z.]+)$", assets.serve),
        looking(r"/-/article/(?P<id>[0-9]{1,18})$", pages.article),
        looking(r"/-/article/(?P<database>[^/]+)/(?P<id>[0-9]{1,18})$", pages.article),
        looking(r"/-/review$", reviewpages.queue),
        looking(r"/-/review/progress$", reviewpages.how_far),
        looking(r"/-/review/guide$", reviewpages.guide),
        looking(r"/-/review/log$", logpages.log),
        looking(r"/-/review/history/(?P<key>c[0-9a-f]{16})$", logpages.history),
        looking(r"/-/review/entities\.json$", reviewpages.entities),
        looking(r"/-/review/sentence/(?P<article>[0-9]{1,18})/(?P<position>[0-9]{1,9})\.json$", reviewpages.sentence),
        deciding(r"/-/review/release\.json$", reviewpages.let_go),
        looking(r"/-/review/next\.json$", reviewing.next_items),
        looking(r"/-/review/counts\.json$", reviewing.counts),
        deciding(r"/-/review/decide\.json$", reviewing.decide),
        deciding(r"/-/review/preview\.json$", previewing.previewed),
        looking(r"/-/review/claim/(?P<key>c[0-9a-f]{16})\.json$", reviewing.one),
        looking(r"/-/review/alike/(?P<key>c[0-9a-f]{16})\.json$", reviewpages.alike),
        looking(r"/-/facts$", factpages.listing),
        looking(r"/-/contradictions$", factpages.contradictions),
        deciding(r"/-/contradictions/decide\.json$", factpages.decide),
        looking(r"/-/fact/(?P<key>f[0-9a-f]{16}|[0-9]{1,18})$", factpages.fact),
        looking(r"/-/fact/(?P<database>[^/]+)/(?P<key>f[0-9a-f]{16}|[0-9]{1,18})$", factpages.fact),
        looking(r"/-/entities$", entitypages.listing),
        looking(r"/-/entities/suggested\.json$", entitypages.suggested),
        deciding(r"/-/entities/judge\.json$", entitypages.judge),
        deciding(r"/-/entities/split\.json$", entitypages.split),
        deciding(r"/-/entities/undo\.json$", entitypages.undo),
        looking(r"/-/entity/(?P<key>e[0-9a-f]{16}|[0-9]{1,18})$", entitypages.entity),
        looking(r"/-/entity/(?P<database>[^/]+)/(?P<key>e[0-9a-f]{16}|[0-9]{1,18})$", entitypages.entity),
        looking(r"/-/plot/(?P<name>[0-9a-f]{24})\.svg$", plots.serve),
        looking(r"/-/claim/(?P<key>c[0-9a-f]{16})$", pages.claim),
        looking(r"/-/claim/(?P<database>[^/]+)/(?P<key>c[0-9a-f]{16})$", pages.claim),
    ]


@hook
def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str, datasette: Datasette
) -> str | None:
    if database not in sites.of(datasette).databases:
        return None
    return cells.render(cells.Cell(datasette, database, table, column, value, row))


@hook
def extra_css_urls(database: str | None, datasette: Datasette) -> list[str]:
    return [assets.path("pages.css")] if database in sites.of(datasette).databases else []


@hook
def extra_template_vars(
    database: str | None, table: str | None, view_name: str, request: Request | None, datasette: Datasette
) -> Callable[[], Awaitable[dict[str, Any]]]:
    async def variables() -> dict[str, Any]:
        if request is None or database not in sites.of(datasette).databases:
            return {}
        return await tables.variables(datasette, database, table, view_name, request)

    return variables


@hook
def menu_links(datasette: Datasette, request: Request | None) -> list[dict[str, str]]:
    reviews = people.may_review(datasette, request)
    return [
        {"href": href, "label": label}
        for name in sites.of(datasette).databases
        for href, label in pages.menu(datasette, name, reviews)
    ]
