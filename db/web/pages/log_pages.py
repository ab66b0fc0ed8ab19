"""The log of reviews as pages: the newest entries, and one claim's history."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from db.reviews import claim_history
from db.reviews.record import RefusedError
from db.web.http import responses
from db.web.pages import layout, review_pages

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

    from db.reviews.claim_history import LogEntry
    from db.web.auth.identity import Person


def _undoable(who: Person, entry: LogEntry) -> bool:
    return claim_history.may_undo(entry) and (entry.review.who == who.name or who.role.settles)


async def log(datasette: Datasette, request: Request) -> Response:
    """The newest entries: `who` keeps one person's, `before` goes on from a number."""
    database = await layout.allow(datasette, request, layout.named(datasette, request))
    person = review_pages.may(datasette, request)
    who, before = request.args.get("who") or None, request.args.get("before") or ""
    start = int(before) if before.isdecimal() and len(before) < 18 else None
    entries = await responses.read(datasette, lambda connection: claim_history.latest(connection, who, start))
    people = await responses.read(datasette, claim_history.people)
    root = review_pages.around(datasette)["root"]
    last = {"before": entries[-1].review.id} if len(entries) == claim_history.PAGE else {}
    older = f"{root}/log?{urlencode({**({'who': who} if who else {}), **last})}" if last else None
    context = {
        **review_pages.around(datasette), "entries": entries, "people": people, "who": who, "older": older,
        "may_undo": lambda entry: _undoable(person, entry), "token": request.scope["csrftoken"](),
    }  # fmt: skip
    return layout.render(datasette, "extract_log.html", database, context)


async def history(datasette: Datasette, request: Request) -> Response:
    """What the machine said of a claim, and who changed what, when and why."""
    from datasette.utils.asgi import NotFound

    database = await layout.allow(datasette, request, layout.named(datasette, request))
    person = review_pages.may(datasette, request)
    try:
        found = await responses.read(datasette, lambda c: claim_history.read_history(c, request.url_vars["key"]))
    except RefusedError as error:
        raise NotFound(str(error)) from error
    context = {
        **review_pages.around(datasette), "story": found, "entries": found.entries,
        "may_undo": lambda entry: _undoable(person, entry), "token": request.scope["csrftoken"](),
    }  # fmt: skip
    return layout.render(datasette, "extract_log.html", database, context)
