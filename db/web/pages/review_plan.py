"""Who is to review what: the page of assignments, that of disputes, and what an administrator sets there."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Request, Response

from db.reviews import assignments, disputes
from db.reviews.decisions import RefusedError
from db.sqlite import Connection
from db.user_accounts import local_name
from db.web import databases
from db.web.auth import accounts
from db.web.auth.identity import Person
from db.web.http import requests
from db.web.http.asgi import Datasette
from db.web.http.responses import administrator_route
from db.web.pages import layout
from db.web.pages.review_pages import require_reviewer, shared_context


async def assignments_page(datasette: Datasette, request: Request) -> Response:
    """Who has which share of the claims, how far they are, and, for administrators, the forms to change it."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    who = require_reviewer(datasette, request)

    def read(connection: Connection) -> dict[str, Any]:
        return {
            "assigned": assignments.assigned(connection),
            "share": assignments.share(connection),
            "free": assignments.free(connection),
        }

    found = await databases.read(datasette, read)
    context = {
        **shared_context(datasette), **found, "settles": who.role.settles, "who": who.name,
        "reviewers": _reviewers(datasette), "token": request.scope["csrftoken"](),
    }  # fmt: skip
    return layout.render(datasette, "extract_assignments.html", database, context)


def _reviewers(datasette: Datasette) -> list[str]:
    """Who may be given articles."""
    known = accounts.of(datasette)
    found = sorted(user.name for user in known.users.values() if user.role.reviews) if known else []
    return found or [local_name()]


async def disputes_page(datasette: Datasette, request: Request) -> Response:
    """What two readers see differently, side by side."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    who = require_reviewer(datasette, request)
    found = await databases.read(datasette, disputes.disputes)
    context = {
        **shared_context(datasette), "disputes": found, "settles": who.role.settles,
        "token": request.scope["csrftoken"](),
    }  # fmt: skip
    return layout.render(datasette, "extract_disputes.html", database, context)


@administrator_route
async def assign(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {quotas: {name: claims}, preview}: deals articles out; with `preview` only says how it would."""
    given = await requests.read_body(request)
    quotas = _parse_quotas(given.get("quotas"), _reviewers(datasette))
    if given.get("preview"):
        found = await databases.read(datasette, lambda connection: assignments.portions(connection, quotas))
    else:
        found = await databases.write(datasette, lambda connection: assignments.assign(connection, quotas, who.name))
    listed = [{"person": one.person, "articles": len(one.articles), "claims": one.claims} for one in found]
    return {"portions": listed}


def _parse_quotas(given: Any, reviewers: list[str]) -> dict[str, int]:
    if not isinstance(given, dict) or not all(type(value) is int for value in given.values()):
        raise RefusedError("Enter how many claims each person is to review, 1 or more.")
    unknown = sorted(set(given) - set(reviewers))
    if unknown:
        raise RefusedError(f"{unknown[0][:64]!r} is not a reviewer of this database.")
    return dict(given)


@administrator_route
async def unassign(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {person}: takes back what was assigned to somebody."""
    person = requests.parse_text(await requests.read_body(request), "person", 64)
    if person is None:
        raise RefusedError("Name a person.")
    articles = await databases.write(datasette, lambda connection: assignments.release(connection, person, who.name))
    return {"articles": articles}


@administrator_route
async def set_share(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST {percent}: the share of claims that are read twice."""
    percent = requests.parse_number(await requests.read_body(request), "percent")
    await databases.write(datasette, lambda connection: assignments.set_share(connection, percent, who.name))
    return {"percent": percent}
