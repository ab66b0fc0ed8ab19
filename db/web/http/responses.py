"""Routes that answer in JSON, for people who may review.

What somebody else changed meanwhile is 409, with the claim as it is now; what cannot be is 422; who may not is 403;
what the database or its disk does not allow is 503 or 507 (see `error_responses`). Each says why in `error`.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import fields, is_dataclass
from secrets import compare_digest
from typing import Any, TypeVar

from datasette.utils.asgi import Request, Response

from db.reviews.decisions import ConflictError, RefusedError
from db.reviews.item import item
from db.user_accounts import Role
from db.web import databases
from db.web.auth.identity import Person, find_person
from db.web.http.asgi import Datasette
from db.web.http.methods import READ_METHODS

T = TypeVar("T")
Handler = Callable[["Datasette", "Request"], Awaitable["Response"]]


class OtherUserError(Exception):
    """A page was made for somebody, and another has signed in since."""


class NotAllowedError(Exception):
    """Something that may not be done here, or by this person."""


def json_route(function: Callable[[Datasette, Request, Person], Awaitable[Any]]) -> Handler:
    """A route for reviewers: dataclasses in what `function` returns become objects; a Response goes out as it is."""
    return _route(function, lambda role: role.reviews, "Sign in as a reviewer to do this.")


def administrator_route(function: Callable[[Datasette, Request, Person], Awaitable[Any]]) -> Handler:
    """The same for administrators."""
    return _route(function, lambda role: role.settles, "Only an administrator can do this.")


def account_route(function: Callable[[Datasette, Request, Person], Awaitable[Any]]) -> Handler:
    """The same for everybody who has signed in."""
    return _route(function, lambda _: True, "Sign in to do this.")


def _route(
    function: Callable[[Datasette, Request, Person], Awaitable[Any]], allows: Callable[[Role], bool], otherwise: str
) -> Handler:
    async def handled(datasette: Datasette, request: Request) -> Response:
        if not _is_from_our_page(request):
            words = "This request did not come from a page of this server. Reload the page."
            return _json_response({"error": words}, 403)
        who = find_person(datasette, request)
        if who is None or not allows(who.role):
            return _json_response({"error": otherwise}, 403)
        try:
            done = await function(datasette, request, who)
            return done if isinstance(done, Response) else _json_response(done)
        except ConflictError as conflict:
            return _json_response(await _conflict(datasette, conflict), 409)
        except (OtherUserError, NotAllowedError) as other:
            return _json_response({"error": str(other)}, 403)
        except RefusedError as refused:
            return _json_response({"error": str(refused)}, 422)

    return handled


def _is_from_our_page(request: Request) -> bool:
    """Whether a page of ours asks. Datasette's own check lets through what comes without any cookie, and here
    nobody needs one who sits at this machine: another site's page could decide in their name."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    sent, held = request.headers.get("x-csrftoken", ""), request.cookies.get("ds_csrftoken")
    return request.method in READ_METHODS or (held is not None and compare_digest(sent.encode(), held.encode()))


def _json_response(content: object, status: int = 200) -> Response:
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
    now = await databases.read(datasette, lambda connection: item(connection, conflict.claim))
    return {"error": str(conflict), "review": conflict.review, "item": now}
