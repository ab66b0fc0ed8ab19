"""Responses to errors: a status, a title and a message that names no path. The server prints the details."""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from pathlib import Path

from datasette.utils.asgi import Request, Response

from db.sqlite import explained, sqlite3
from db.web.auth import accounts
from db.web.http.asgi import Datasette
from db.web.served_files import MOVED
from extract.errors import (
    CorruptDatabaseError,
    DatabaseError,
    ForeignDatabaseError,
    FullDiskError,
    LockedDatabaseError,
    MovedDatabaseError,
    ReadOnlyDatabaseError,
)

_log = logging.getLogger("extract.server")


@dataclass(frozen=True, slots=True)
class ErrorResponse:
    """An answer's status, its title and its words."""

    status: int
    title: str
    words: str


_SAFE = "Earlier decisions are stored."
_DAMAGED = ErrorResponse(
    503, "Damaged", "The database is damaged. To see the damage, run `extract check` where the server runs."
)
_KNOWN: dict[type[DatabaseError], ErrorResponse] = {
    MovedDatabaseError: ErrorResponse(503, "Moved", MOVED),
    LockedDatabaseError: ErrorResponse(
        503,
        "Busy",
        "Another program is writing to the database. Try again in a moment.",
    ),
    FullDiskError: ErrorResponse(
        507, "Disk full", f"The disk is full. Nothing can be stored until there is space. {_SAFE}"
    ),
    ReadOnlyDatabaseError: ErrorResponse(
        503,
        "Not writable",
        f"The database file or its folder is read-only. Nothing can be stored. {_SAFE}",
    ),
    CorruptDatabaseError: _DAMAGED,
    ForeignDatabaseError: _DAMAGED,
    DatabaseError: ErrorResponse(
        503,
        "Disk error",
        f"The database cannot be read or written. The disk may be failing or over its quota. {_SAFE}",
    ),
}
_UNKNOWN = ErrorResponse(500, "Unexpected error", "An unexpected error occurred. The server printed the details.")

_MISREAD = ErrorResponse(
    400,
    "Bad request",
    "One of the parameters in this address (after the ?) is not valid. Change or remove it.",
)
_ENDED = ErrorResponse(
    400,
    "Query took too long",
    "The query was stopped after 3 seconds. Search for fewer or longer words, or set a filter.",
)
_MISSING = ErrorResponse(404, "Not found", "No page has this address. The link may be incomplete.")
_NO_POST = ErrorResponse(405, "Not allowed", "This address accepts GET and HEAD only.")
_TITLES = {400: "Bad request", 403: "Not allowed", 404: "Not found"}
#: What Datasette's pages raise where a parameter is not as they expect it.
_PARAMETER_ERRORS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, sqlite3.InterfaceError,
    sqlite3.Warning,
)  # fmt: skip


def find_request_error(error: Exception, method: str = "GET") -> ErrorResponse | None:
    """What is wrong with a request; None where the request is not what is wrong."""
    from datasette.database import QueryInterrupted
    from datasette.views.base import DatasetteError

    if isinstance(error, QueryInterrupted) or isinstance(error.__cause__ or error.__context__, QueryInterrupted):
        return _ENDED
    if isinstance(error, DatasetteError):  # its 500 is for columns and tables that there are not
        return ErrorResponse(400 if error.status == 500 else error.status, error.title or "Bad request", error.message)
    if isinstance(error, NotADirectoryError):  # "/-/static/app.css/1"
        return _MISSING
    if not _is_misread(error):
        return None
    return _NO_POST if method == "POST" else _MISREAD


def _is_misread(error: Exception) -> bool:
    """Whether Datasette's own pages stumbled over what an address says: they look at little of it before."""
    too_few = isinstance(error, sqlite3.ProgrammingError) and "value for binding" in str(error)  # parts of a row's key
    if not isinstance(error, _PARAMETER_ERRORS) and not too_few:
        return False
    frames = (frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__))
    modules = [name for name in frames if name.partition(".")[0] in ("datasette", "db")]
    ours = "db.web.http.methods" in modules and "datasette.views.table" not in modules
    return bool(modules) and modules[-1].startswith("datasette.") and not ours


def explain(error: Exception, path: Path | str) -> DatabaseError | None:
    """An error of the database or its disk, in the words of the command line; None for one that nobody expected."""
    if isinstance(error, DatabaseError):
        return error
    return explained(error, path) if isinstance(error, sqlite3.Error) else None


def for_database_error(error: DatabaseError | None) -> ErrorResponse:
    """The response to an error of the database; None stands for an unexpected error."""
    return _UNKNOWN if error is None else _KNOWN.get(type(error), _KNOWN[DatabaseError])


async def show_memory_error(datasette: Datasette, request: Request) -> Response:
    """The response to a query that needs more memory than SQLite may use."""
    words = "This query needs more memory than a query may use. Ask for fewer rows or shorter values."
    context = {"status": 400, "title": "Query too large", "error": words}
    response: Response = Response.html(await datasette.render_template("error.html", context, request=request), 400)
    return response


async def show_client_error(datasette: Datasette, request: Request, error: Exception) -> Response:
    """The response to a request for what is not there or not allowed, in the frame of all pages."""
    status = int(getattr(error, "status", 400))
    words = str(error.args[0]) if error.args else _MISSING.words
    if status == _MISSING.status and words == "Database not found" and "/-/" in request.path:
        words = _MISSING.words  # (Datasette takes what follows the last address that it knows for a table)
    return await _respond(datasette, request, ErrorResponse(status, _TITLES.get(status, f"Error {status}"), words))


async def show_error(datasette: Datasette, request: Request, error: Exception) -> Response:
    """The response to any error. The server prints what it was, with the path; the page does not show it."""
    served = accounts.of(datasette)
    found = find_request_error(error, request.method)
    if found is None:
        known = explain(error, served.database if served else "")
        if known:
            _log.error("extract: %s", known)
        found = for_database_error(known)
    return await _respond(datasette, request, found)


async def _respond(datasette: Datasette, request: Request, found: ErrorResponse) -> Response:
    """An error as a page, or as JSON for whoever asked for that."""
    context = {"ok": False, "error": found.words, "status": found.status, "title": found.title}
    if request.path.endswith(".json"):
        answer: Response = Response.json(context, status=found.status)
        return answer
    body = await datasette.render_template("error.html", context, request=request)
    page: Response = Response.html(body, found.status)
    return page
