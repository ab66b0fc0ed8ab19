"""The Datasette plugin: a start page, article pages, readable cells, and security checks in front of all pages.

It is registered by the entry point group "datasette", so it is loaded beside databases of other programs
too. What it shows, it shows for databases of ours only (see `databases`). The checks refuse nothing that Datasette
itself serves, unless `extract serve` sets more of them.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

from datasette import hookimpl
from datasette.utils.asgi import Base400, Request

from db import claim_columns
from db.sqlite import BUSY_SECONDS, Connection
from db.statements.kinds import find_kinds
from db.statements.voices import add_functions
from db.web import databases, served_files
from db.web.auth import accounts, identity, permissions
from db.web.http import assets, error_responses, security
from db.web.http.asgi import App, Datasette
from db.web.http.methods import Route
from db.web.http.routes import routes
from db.web.pages import layout, templating
from db.web.tables import cells, facets, table_pages, table_rows

F = TypeVar("F", bound=Callable[..., Any])


def hook(function: F) -> F:
    """Datasette's `hookimpl`, with its type."""
    return cast(F, hookimpl(function))


def hook_first(function: F) -> F:
    """As `hook`, before other plugins."""
    return cast(F, hookimpl(tryfirst=True)(function))


#: What SQLite may hold in memory at once. `SELECT zeroblob(900000000)` would otherwise be served.
HEAP_BYTES = 512 * 1024 * 1024
#: What a connection keeps of the file. A page about a frequent name looks up rows in 10,000 places: of SQLite's own
#: 2 MB none would be there a second time.
CACHE_BYTES = 32 * 1024 * 1024


class _Log:
    """What Datasette takes for `traceback`: errors are printed by a log, which says only so many (`db.server`)."""

    @staticmethod
    def print_exc() -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, Exception) or error_responses.find_request_error(error) is None:
            logging.getLogger("extract.server").exception("Unexpected error:")


@hook
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    import datasette.handle_exception as errors

    # With rich installed, Datasette prints every error with its local variables, session cookies among them.
    errors.rich = None
    errors.traceback = _Log

    async def register() -> None:
        await served_files.start(datasette)
        found = await databases.register(datasette)
        if found.names:
            facets.count_in_one_pass()
            table_pages.read_shown_columns()
            table_rows.display_at_once()
            find_kinds()  # loads them: else the first rejection does, and others wait behind it
            for name in found.names:
                facets.limit_counts(datasette, datasette.get_database(name))
                facets.keep_table_counts(datasette, datasette.get_database(name))
            datasette.jinja_env.globals["extract_style"] = assets.url(datasette, "pages.css")

    return register


@hook
def prepare_connection(conn: Connection) -> None:
    conn.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    if databases.is_ours(conn):
        conn.execute("PRAGMA foreign_keys = ON")
        add_functions(conn)
        conn.execute(f"PRAGMA hard_heap_limit = {HEAP_BYTES}")
        conn.execute(f"PRAGMA cache_size = -{CACHE_BYTES // 1024}")
        if not claim_columns.is_counted(conn):
            claim_columns.count_when_asked(conn)


@hook
def prepare_jinja2_environment(env: Any) -> None:
    templating.add_filters(env)


@hook
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    return security.middleware(datasette)


@hook
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Any:
    if isinstance(exception, MemoryError):
        return error_responses.show_memory_error(datasette, request)
    if isinstance(exception, Base400):
        ours = databases.of(datasette).names
        return error_responses.show_client_error(datasette, request, exception) if ours else None
    if accounts.of(datasette) is None:
        return None
    return error_responses.show_error(datasette, request, exception)


@hook
def permission_allowed(datasette: Datasette, actor: dict[str, Any] | None, action: str, resource: Any) -> Any:
    return permissions.is_allowed(datasette, actor, action, resource)


@hook
def get_metadata(datasette: Datasette, key: str | None) -> dict[str, Any]:
    ours = databases.of(datasette)
    return ours.rules if key == "tables" else ours.metadata


@hook_first
def register_routes() -> list[Route]:
    return routes()


@hook
def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str, datasette: Datasette
) -> str | None:
    if database not in databases.of(datasette).names:
        return None
    return cells.render(cells.Cell(datasette, database, table, column, value, row))


@hook
def extra_css_urls(database: str | None, datasette: Datasette) -> list[str]:
    return [assets.path("pages.css")] if database in databases.of(datasette).names else []


@hook
def extra_template_vars(
    database: str | None, table: str | None, view_name: str, request: Request | None, datasette: Datasette
) -> Callable[[], Awaitable[dict[str, Any]]]:
    async def variables() -> dict[str, Any]:
        ours = databases.of(datasette).names
        if request is None or not ours:
            return {}
        shown = database if database in ours else ours[0]
        found = {"extract_head": layout.head(datasette, request, shown)}
        if database in ours:
            found |= await table_pages.variables(datasette, shown, table, view_name, request)
        return found

    return variables


@hook
def menu_links(datasette: Datasette, request: Request | None) -> list[dict[str, str]]:
    reviews = identity.may_review(datasette, request)
    return [
        {"href": href, "label": label}
        for name in databases.of(datasette).names
        for href, label in layout.menu(datasette, name, reviews)
    ]
