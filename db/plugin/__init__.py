"""The Datasette plugin: a start page, article pages, readable cells, and a guard in front of all of it.

It is registered by the entry point group "datasette", so it is loaded beside databases of other programs
too. What it shows, it shows for databases of ours only (see `sites`). The guard refuses nothing that Datasette
itself serves, unless `extract serve` asks for more.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from datasette import hookimpl

from db.plugin import (
    assets,
    cells,
    drawing,
    entitypages,
    factpages,
    guard,
    logpages,
    pages,
    plots,
    reviewing,
    reviewpages,
    sites,
    tables,
)  # fmt: skip
from db.sqlite import BUSY_SECONDS, Connection

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

F = TypeVar("F", bound=Callable[..., Any])


def hook(function: F) -> F:
    """Datasette's `hookimpl`, with its type."""
    return cast(F, hookimpl(function))


#: What SQLite may hold in memory at once. `SELECT zeroblob(900000000)` would otherwise be served.
HEAP_BYTES = 512 * 1024 * 1024


@hook
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    import datasette.handle_exception as errors

    # With rich installed, Datasette prints every error with its local variables, session cookies among them.
    errors.rich = None

    async def look() -> None:
        site = await sites.look(datasette)
        if site.databases:
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
def asgi_wrapper(datasette: Datasette) -> Callable[[guard.App], guard.App]:
    return guard.wrapper(datasette)


@hook
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Any:
    return pages.too_large(datasette, request) if isinstance(exception, MemoryError) else None


@hook
def forbidden(datasette: Datasette, request: Request, message: str) -> Any:
    """To somebody who has not signed in where one must: the way in, and back to the same page afterwards."""
    if request.actor or not (datasette.plugin_config(guard.PLUGIN) or {}).get("users"):
        return None

    async def answer() -> Any:
        return await pages.sign_in_first(datasette, request, message)

    return answer


@hook
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    return sites.of(datasette).metadata


@hook
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    return [
        (r"/$", pages.home),
        (r"/-/extract/(?P<version>[0-9a-f]+)/(?P<name>[a-z.]+)$", assets.serve),
        (r"/-/article/(?P<id>[0-9]{1,18})$", pages.article),
        (r"/-/article/(?P<database>[^/]+)/(?P<id>[0-9]{1,18})$", pages.article),
        (r"/-/review$", reviewpages.queue),
        (r"/-/review/progress$", reviewpages.how_far),
        (r"/-/review/guide$", reviewpages.guide),
        (r"/-/review/log$", logpages.log),
        (r"/-/review/history/(?P<key>c[0-9a-f]{16})$", logpages.history),
        (r"/-/review/entities\.json$", reviewpages.entities),
        (r"/-/review/sentence/(?P<article>[0-9]{1,18})/(?P<position>[0-9]{1,9})\.json$", reviewpages.sentence),
        (r"/-/review/release\.json$", reviewpages.let_go),
        (r"/-/review/next\.json$", reviewing.next_items),
        (r"/-/review/counts\.json$", reviewing.counts),
        (r"/-/review/decide\.json$", reviewing.decide),
        (r"/-/review/claim/(?P<key>c[0-9a-f]{16})\.json$", reviewing.one),
        (r"/-/review/alike/(?P<key>c[0-9a-f]{16})\.json$", reviewpages.alike),
        (r"/-/facts$", factpages.listing),
        (r"/-/contradictions$", factpages.contradictions),
        (r"/-/contradictions/decide\.json$", factpages.decide),
        (r"/-/fact/(?P<key>f[0-9a-f]{16}|[0-9]{1,18})$", factpages.fact),
        (r"/-/fact/(?P<database>[^/]+)/(?P<key>f[0-9a-f]{16}|[0-9]{1,18})$", factpages.fact),
        (r"/-/entities$", entitypages.listing),
        (r"/-/entities/suggested\.json$", entitypages.suggested),
        (r"/-/entities/judge\.json$", entitypages.judge),
        (r"/-/entities/split\.json$", entitypages.split),
        (r"/-/entities/undo\.json$", entitypages.undo),
        (r"/-/entity/(?P<key>e[0-9a-f]{16}|[0-9]{1,18})$", entitypages.entity),
        (r"/-/entity/(?P<database>[^/]+)/(?P<key>e[0-9a-f]{16}|[0-9]{1,18})$", entitypages.entity),
        (r"/-/plot/(?P<name>[0-9a-f]{24})\.svg$", plots.serve),
        (r"/-/claim/(?P<key>c[0-9a-f]{16})$", pages.claim),
        (r"/-/claim/(?P<database>[^/]+)/(?P<key>c[0-9a-f]{16})$", pages.claim),
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
def menu_links(datasette: Datasette) -> list[dict[str, str]]:
    return [
        {"href": href, "label": label}
        for name in sites.of(datasette).databases
        for href, label in pages.menu(datasette, name)
    ]
