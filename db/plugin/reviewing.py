"""The review page's server side: what comes next, what was decided; one short transaction each.

Answers are JSON. What somebody else changed meanwhile is 409, with the claim as it is now; what cannot be is
422; who may not is 403. Each says why in `error`.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from secrets import compare_digest
from typing import TYPE_CHECKING, Any, TypeVar

from db.plugin import asked, sites
from db.plugin.people import Person, person
from db.reviews import deciding, log, queue
from db.reviews.item import blinded, item
from db.reviews.progress import progress
from db.reviews.record import ConflictError, RefusedError
from db.sqlite import Connection, immediate

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

T = TypeVar("T")
Handler = Callable[["Datasette", "Request"], Awaitable["Response"]]


def handler(function: Callable[[Datasette, Request, Person], Awaitable[Any]]) -> Handler:
    """A route that answers in JSON, for people who may review."""

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
        except RefusedError as refused:
            return _answer({"error": str(refused)}, 422)

    return handled


def _from_here(request: Request) -> bool:
    """Whether a page of ours asks. Datasette's own check lets through what comes without any cookie, and here
    nobody needs one who sits at this machine: another site's page could decide in their name."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    sent, held = request.headers.get("x-csrftoken", ""), request.cookies.get("ds_csrftoken")
    return request.method == "GET" or (held is not None and compare_digest(sent.encode(), held.encode()))


def _answer(content: object, status: int = 200) -> Response:
    from datasette.utils.asgi import Response

    return Response(
        json.dumps(content, ensure_ascii=False),
        status,
        {"cache-control": "no-store"},
        "application/json; charset=utf-8",
    )


async def _conflict(datasette: Datasette, conflict: ConflictError) -> dict[str, object]:
    now = await read(datasette, lambda connection: item(connection, conflict.claim))
    review = asdict(conflict.review) if conflict.review else None
    return {"error": str(conflict), "review": review, "item": asdict(now)}


def database(datasette: Datasette) -> Any:
    """The first of our databases: the one that reviewing is about."""
    return datasette.get_database(sites.of(datasette).databases[0])


async def read(datasette: Datasette, work: Callable[[Connection], T]) -> T:
    found: T = await database(datasette).execute_fn(work)
    return found


async def write(datasette: Datasette, work: Callable[[Connection], T]) -> T:
    """Does `work` in one transaction.

    What is refused comes back as a value and is raised here, for Datasette prints what a write raises.
    """

    def locked(connection: Connection) -> T | RefusedError | ConflictError:
        factory, connection.row_factory = connection.row_factory, None  # rows that can be sorted, as elsewhere
        try:
            with immediate(connection):
                return work(connection)
        except (RefusedError, ConflictError) as error:
            return error
        finally:
            connection.row_factory = factory

    result: T | RefusedError | ConflictError = await database(datasette).execute_write_fn(locked)
    if isinstance(result, RefusedError | ConflictError):
        raise result
    return result


@handler
async def next_items(datasette: Datasette, request: Request, who: Person) -> Any:
    """GET: the next claims of a queue, leased to who asks: `count` of them, without those named in `after`."""
    query = asked.query(request)
    after = tuple(request.args.getlist("after"))[: asked.MOST_AFTER]
    count = min(max(int(request.args.get("count") or 2), 1), 20)

    def take(connection: Connection) -> Any:
        keys = queue.take(connection, who.name, query, count, after)
        found = (item(connection, key) for key in keys)
        return {"items": [asdict(blinded(one) if query.second else one) for one in found]}

    return await write(datasette, take)


@handler
async def one(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: one claim as it is now."""
    key = request.url_vars["key"]
    found = await read(datasette, lambda connection: item(connection, key))
    return {"item": asdict(blinded(found) if request.args.get("second") else found)}


@handler
async def counts(datasette: Datasette, request: Request, who: Person) -> Any:
    """GET: how many are left in this queue, how far all of it is, and the token that decisions are sent with."""
    query, token = asked.query(request), request.scope["csrftoken"]()

    def look(connection: Connection) -> Any:
        found = progress(connection)
        return {
            "waiting": queue.waiting(connection, query, who.name), "reviewed": found.reviewed, "total": found.total,
            "who": who.name, "token": token, "last": log.last_undoable(connection, who.name),
        }  # fmt: skip

    return await read(datasette, look)


@handler
async def decide(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {action, claims: [{claim, version}], reason, note, correction, parts, article, review}."""
    given = await asked.body(request)

    def work(connection: Connection) -> Any:
        number = _decide(connection, given, who)
        keys = dict.fromkeys(done.claim for done in log.items(connection, number))
        for key in keys:
            queue.release(connection, who.name, key)
        return {"review": asdict(log.review(connection, number)), "claims": [_state(connection, key) for key in keys]}

    return await write(datasette, work)


def _state(connection: Connection, key: str) -> dict[str, Any]:
    row = connection.execute("SELECT status, version FROM claims WHERE key = ? LIMIT 1", (key,)).fetchone()
    return {"key": key, "status": row[0] if row else None, "version": row[1] if row else None}


def _decide(connection: Connection, given: dict[str, Any], who: Person) -> int:
    action = str(given.get("action"))
    if action not in _ACTIONS:
        raise RefusedError(f"There is no action {action!r}.")
    return _ACTIONS[action](connection, given, who, asked.words(given, "note"))


def _undo(connection: Connection, number: int, who: Person, note: str | None) -> int:
    """Everybody takes back what is theirs; an administrator what is anybody's."""
    review = log.review(connection, number)
    if review.who != who.name and not who.role.settles:
        raise RefusedError(f"That was decided by {review.who}. An administrator can take it back.")
    return deciding.undo(connection, number, who.name, note)


def _settle(connection: Connection, given: dict[str, Any], who: Person, note: str | None) -> int:
    if not who.role.settles:
        raise RefusedError("Only an administrator settles disputes.")
    return deciding.settle(connection, asked.only(given), asked.status(given), who.name, note)


Action = Callable[[Connection, dict[str, Any], Person, str | None], int]
_ACTIONS: dict[str, Action] = {
    "accept": lambda c, given, who, note: deciding.accept(c, asked.seen(given), who.name, note),
    "reject": lambda c, given, who, note: deciding.reject(c, asked.seen(given), who.name, asked.reason(given), note),
    "edit": lambda c, given, who, note: deciding.edit(
        c, asked.only(given), asked.correction(given.get("correction")), who.name, note
    ),
    "split": lambda c, given, who, note: deciding.split(c, asked.only(given), asked.corrections(given), who.name, note),
    "add": lambda c, given, who, note: deciding.add(
        c, asked.number(given, "article"), asked.correction(given.get("correction")), who.name, note
    ),
    "note": lambda c, given, who, note: deciding.note(c, asked.only(given), note or "", who.name),
    "undo": lambda c, given, who, note: _undo(c, asked.number(given, "review"), who, note),
    "opinion": lambda c, given, who, _: deciding.opinion(
        c, asked.only(given).claim, asked.status(given), who.name, asked.reason(given)
    ),
    "settle": _settle,
}
