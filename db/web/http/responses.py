"""Routes that answer in JSON, for people who may review, and their way to the database.

What somebody else changed meanwhile is 409, with the claim as it is now; what cannot be is 422; who may not is 403;
what the database or its disk does not allow is 503 or 507 (see `error_responses`). Each says why in `error`.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from secrets import compare_digest
from typing import TYPE_CHECKING, Any, TypeVar

from db.reviews.item import item
from db.reviews.record import ConflictError, RefusedError
from db.sqlite import Connection
from db.turns import immediate
from db.web import databases, served_files
from db.web.auth.identity import Person, person
from db.web.http.methods import LOOKS
from extract.errors import ReadOnlyDatabaseError

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

T = TypeVar("T")
Handler = Callable[["Datasette", "Request"], Awaitable["Response"]]


class SomebodyElseError(Exception):
    """A page was made for somebody, and another has signed in since."""


def handler(function: Callable[[Datasette, Request, Person], Awaitable[Any]]) -> Handler:
    """A route: dataclasses in what `function` returns become objects."""

    async def handled(datasette: Datasette, request: Request) -> Response:
        if not _from_here(request):
            return _answer({"error": "This request was not made by a page of ours. Load the page again."}, 403)
        who = person(datasette, request)
        if who is None or not who.role.reviews:
            return _answer({"error": "Sign in as a reviewer to do this."}, 403)
        try:
            return _answer(await function(datasette, request, who))
        except ConflictError as conflict:
            return _answer(await _conflict(datasette, conflict), 409)
        except SomebodyElseError as other:
            return _answer({"error": str(other)}, 403)
        except RefusedError as refused:
            return _answer({"error": str(refused)}, 422)

    return handled


def _from_here(request: Request) -> bool:
    """Whether a page of ours asks. Datasette's own check lets through what comes without any cookie, and here
    nobody needs one who sits at this machine: another site's page could decide in their name."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    sent, held = request.headers.get("x-csrftoken", ""), request.cookies.get("ds_csrftoken")
    return request.method in LOOKS or (held is not None and compare_digest(sent.encode(), held.encode()))


def _answer(content: object, status: int = 200) -> Response:
    from datasette.utils.asgi import Response

    return Response(
        json.dumps(content, ensure_ascii=False, default=_plain),
        status,
        {"cache-control": "no-store"},
        "application/json; charset=utf-8",
    )


def _plain(value: object) -> dict[str, object]:
    """A dataclass as JSON has it. (`asdict` would copy all that hangs on it, in ten times the time.)"""
    if not is_dataclass(value):
        raise TypeError(f"{value!r} has no form in JSON")
    return {f.name: getattr(value, f.name) for f in fields(value)}


async def _conflict(datasette: Datasette, conflict: ConflictError) -> dict[str, object]:
    now = await read(datasette, lambda connection: item(connection, conflict.claim))
    return {"error": str(conflict), "review": conflict.review, "item": now}


def database(datasette: Datasette) -> Any:
    """The first of our databases: the one that reviewing is about."""
    return datasette.get_database(databases.of(datasette).databases[0])


async def read(datasette: Datasette, work: Callable[[Connection], T]) -> T:
    def looking(connection: Connection) -> T:
        with bare(connection):
            return work(connection)

    found: T = await database(datasette).execute_fn(looking)
    return found


async def write(datasette: Datasette, work: Callable[[Connection], T]) -> T:
    """Does `work` in one transaction.

    What is refused comes back as a value and is raised here, for Datasette prints what a write raises. Raises a
    DatabaseError where nothing can be stored.
    """

    served = database(datasette)
    path = Path(served.path)
    if not served.is_mutable:
        raise ReadOnlyDatabaseError(f"The database {path} was opened to be read only.")

    def locked(connection: Connection) -> T | RefusedError | ConflictError:
        connection.execute(_CHECKPOINT)
        try:
            with bare(connection), immediate(connection, urgent=path):
                done = work(connection)
                served_files.check(datasette)  # a file may go while one waits for the lock
        except (RefusedError, ConflictError) as error:
            return error
        served_files.check(datasette)  # or while it was stored
        return done

    result: T | RefusedError | ConflictError = await served.execute_write_fn(locked)
    if isinstance(result, RefusedError | ConflictError):
        raise result
    return result


#: Pages of the log after which a write carries them home. An ingest does so at 8,000; at Datasette's own 1,000 every
#: decision beside one would do its work, and wait for the disk.
_CHECKPOINT = "PRAGMA wal_autocheckpoint = 16000"


@contextmanager
def bare(connection: Connection) -> Iterator[None]:
    """Rows as tuples and text as it is. Datasette makes of each row an object that cannot be sorted, and calls a
    function of Python for each text; its own pages count on both."""
    kept = connection.row_factory, connection.text_factory
    connection.row_factory, connection.text_factory = None, str
    try:
        yield
    finally:
        connection.row_factory, connection.text_factory = kept
