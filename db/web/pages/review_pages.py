"""The pages around reviewing: the queue, how far everybody is and how well they agree, what a right claim is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from db.reviews import kept, progress
from db.reviews.alike import By
from db.reviews.alike import alike as claims_alike
from db.reviews.item import blank, find_entities
from db.reviews.queue import Order, Query
from db.reviews.record import Reason, RefusedError, Status
from db.sqlite import Connection
from db.web import databases
from db.web.auth.identity import person
from db.web.http import requests, responses
from db.web.pages import layout

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request, Response

    from db.web.auth.identity import Person

_ORDERS = (
    (Order.UNCERTAIN, "least certain first"),
    (Order.CONTRADICTED, "contradictions"),
    (Order.CORROBORATED, "most corroborated first"),
    (Order.READING, "as they are read"),
    (Order.RANDOM, "a random sample"),
)
#: Filters that the page shows as chips, beside the choices of order and status.
_KEPT = ("article", "entity", "fact", "story", "rule", "origin", "second", "seed")


async def queue(datasette: Datasette, request: Request) -> Response:
    """The queue, for those who may review; its filters are the address."""
    database = await layout.allow(datasette, request, layout.named(datasette, request))
    who = may(datasette, request)
    try:
        query = requests.query(request)
    except RefusedError:
        query = Query()
    given = {name: str(value) for name, value in query.parameters().items() if name in _KEPT}
    called = await responses.read(datasette, lambda connection: _called(connection, given))
    context = {
        **around(datasette),
        "token": request.scope["csrftoken"](),
        "who": who.name,
        "orders": _ORDERS,
        "statuses": list(Status),
        "query": query,
        "kept": list(given.items()),
        "called": called,
        "without": {name: "?" + urlencode(_without(query, name)) for name in given},
        "reasons": list(Reason),
    }
    return layout.render(datasette, "extract_review.html", database, context)


#: What a filter by key is about, in words.
_NAMES = {
    "article": "SELECT title FROM articles WHERE key = ? ORDER BY current DESC LIMIT 1",
    "entity": "SELECT name FROM entities WHERE key = ?",
    "fact": "SELECT claim FROM claims WHERE fact = (SELECT id FROM facts WHERE key = ?) LIMIT 1",
    "story": "SELECT title FROM articles WHERE story = ? ORDER BY published IS NULL, published, id LIMIT 1",
}


def _called(connection: Connection, given: dict[str, str]) -> dict[str, str]:
    """Filters in words; one whose key nothing has (any more) as it was given."""
    found = dict(given)
    for name in _NAMES.keys() & given.keys():
        row = connection.execute(_NAMES[name], (given[name],)).fetchone()
        found[name] = (row and row[0]) or given[name]
    return found


def _without(query: Query, name: str) -> dict[str, Any]:
    return {key: value for key, value in query.parameters().items() if key != name}


def may(datasette: Datasette, request: Request) -> Person:
    """Raises Forbidden for those who only read, or have not signed in."""
    from datasette.utils.asgi import Forbidden

    who = person(datasette, request)
    if who is None or not who.role.reviews:
        raise Forbidden("Sign in as a reviewer to see this.")
    return who


def around(datasette: Datasette) -> dict[str, str]:
    path = datasette.urls.path
    return {
        "root": str(path("/-/review")),
        "article_root": str(path("/-/article")),
        "progress_link": str(path("/-/review/progress")),
        "guide_link": str(path("/-/review/guide")),
        "log_link": str(path("/-/review/log")),
    }


async def how_far(datasette: Datasette, request: Request) -> Response:
    """Progress by person and in all, agreement, and the disputes to settle."""
    database = await layout.allow(datasette, request, layout.named(datasette, request))
    who = may(datasette, request)

    def read(connection: Connection) -> dict[str, Any]:
        return {
            "progress": progress.progress(connection),
            "workers": progress.workers(connection),
            "agreements": progress.agreements(connection),
            "disputes": progress.disputes(connection),
            "kept": kept.waiting(connection),
            "kept_looked_at": kept.looked_at(connection),
        }

    found = await responses.read(datasette, read)
    context = {**around(datasette), **found, "settles": who.role.settles, "token": request.scope["csrftoken"]()}
    return layout.render(datasette, "extract_progress.html", database, context)


async def guide(datasette: Datasette, request: Request) -> Response:
    """What is a right claim, for a new reviewer."""
    database = await layout.allow(datasette, request, layout.named(datasette, request))
    return layout.render(datasette, "extract_guide.html", database, {**around(datasette), "reasons": list(Reason)})


@responses.handler
async def entities(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: entities whose names begin with, or hold, what was typed."""
    text = (request.args.get("q") or "")[:100]
    return {"entities": await responses.read(datasette, lambda connection: find_entities(connection, text))}


@responses.handler
async def alike(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: the claims that wait and are alike to one by fact, story or rule in its article, and how many in all."""
    key, given = request.url_vars["key"], request.args.get("by") or By.FACT.value
    if given not in list(By):
        raise RefusedError(f"Claims are alike by {', '.join(By)}.")
    return await responses.read(datasette, lambda connection: claims_alike(connection, key, By(given)))


@responses.handler
async def sentence(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: a sentence to make a claim of."""
    article, position = int(request.url_vars["article"]), int(request.url_vars["position"])
    return {"item": await responses.read(datasette, lambda connection: blank(connection, article, position))}


@responses.handler
async def let_go(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {claims} were passed over, or waited on a page that is left: they are free. {}: all that somebody holds."""
    given = await requests.body(request)
    databases.of(datasette).leases.release(who.name, requests.keys(given, "claims") if given else None)
    return {}
