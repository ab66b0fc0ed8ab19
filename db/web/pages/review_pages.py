"""The pages of reviewing: queue, progress, guide, log, and the history of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Forbidden, NotFound, Request, Response

from db.reviews import assignments, claim_history, kept_claims, progress
from db.reviews.claim_history import LogEntry
from db.reviews.decisions import Reason, RefusedError, Status
from db.reviews.queue import Order, Query, Unit
from db.sqlite import Connection
from db.statements import statement_judgements
from db.statements.statement_judgements import LoggedJudgement
from db.web import databases, review_keys
from db.web.auth.identity import Person, find_person
from db.web.http import requests
from db.web.http.asgi import Datasette
from db.web.pages import layout

_ORDERS = (
    (Order.UNCERTAIN, "lowest confidence first"),
    (Order.CONTRADICTED, "contradictions"),
    (Order.CORROBORATED, "most corroborated first"),
    (Order.READING, "in reading order"),
    (Order.RANDOM, "random sample"),
)
#: Minutes of reviewing without a break after which the page proposes one.
BREAK_MINUTES = 50
#: Filters that the page shows as chips, beside the choices of order and status.
_FILTERS = ("article", "entity", "statement", "copy_cluster", "rule", "origin", "second", "seed", "flagged", "assigned")


async def queue_page(datasette: Datasette, request: Request) -> Response:
    """The queue, for those who may review; its filters are the address."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    who = require_reviewer(datasette, request)
    try:
        query = requests.parse_query(request)
    except RefusedError:
        query = Query()
    given = {name: str(value) for name, value in query.parameters().items() if name in _FILTERS}
    called = await databases.read(datasette, lambda connection: _filter_names(connection, given))
    context = {
        **shared_context(datasette),
        "token": request.scope["csrftoken"](),
        "who": who.name,
        "orders": _ORDERS,
        "units": ((Unit.SENTENCE, "whole sentence"), (Unit.CLAIM, "single claim")),
        "break_minutes": BREAK_MINUTES,
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
    "statement": "SELECT claim FROM claims WHERE statement = (SELECT id FROM statements WHERE key = ?) LIMIT 1",
    "copy_cluster": "SELECT title FROM articles WHERE copy_cluster = ? "
    "ORDER BY published IS NULL, published, id LIMIT 1",
}


def _filter_names(connection: Connection, given: dict[str, str]) -> dict[str, str]:
    """Filters in words; one whose key nothing has (any more) as it was given."""
    found = dict(given)
    for name in _NAMES.keys() & given.keys():
        row = connection.execute(_NAMES[name], (given[name],)).fetchone()
        found[name] = (row and row[0]) or given[name]
    return found


def _without(query: Query, name: str) -> dict[str, Any]:
    return {key: value for key, value in query.parameters().items() if key != name}


def require_reviewer(datasette: Datasette, request: Request) -> Person:
    """Raises Forbidden for those who only read, or have not signed in."""
    who = find_person(datasette, request)
    if who is None or not who.role.reviews:
        raise Forbidden("Sign in as a reviewer to see this page.")
    return who


def shared_context(datasette: Datasette) -> dict[str, Any]:
    path = datasette.urls.path
    return {
        "root": str(path("/-/review")),
        "article_root": str(path("/-/article")),
        "progress_link": str(path("/-/review/progress")),
        "assignments_link": str(path("/-/review/assignments")),
        "disputes_link": str(path("/-/review/disputes")),
        "guide_link": str(path("/-/review/guide")),
        "log_link": str(path("/-/review/log")),
        "keys": review_keys.read_keys(),
        "key_name": review_keys.key_name,
    }


async def progress_page(datasette: Datasette, request: Request) -> Response:
    """Progress by person and in all, and how well readers agree."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    who = require_reviewer(datasette, request)

    known, path = databases.of(datasette), Path(databases.database(datasette).path)

    def read(connection: Connection) -> dict[str, Any]:
        now = progress.progress(connection)
        told = known.cached(progress.read_log, connection, path, state=progress.state(connection))
        return {
            "progress": now,
            "trend": progress.trend(told, now.unreviewed),
            "workers": told.workers,
            "agreements": told.agreements,
            "share": assignments.share(connection),
            "kept": kept_claims.waiting(connection),
            "kept_looked_at": kept_claims.looked_at(connection),
        }

    found = await databases.read(datasette, read)
    context = {
        **shared_context(datasette), **found, "settles": who.role.settles, "token": request.scope["csrftoken"](),
        "administration_link": str(datasette.urls.path("/-/administration")),
    }  # fmt: skip
    return layout.render(datasette, "extract_progress.html", database, context)


async def guide_page(datasette: Datasette, request: Request) -> Response:
    """What is a right claim, for a new reviewer."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    return layout.render(
        datasette, "extract_guide.html", database, {**shared_context(datasette), "reasons": list(Reason)}
    )


def _undoable(who: Person, entry: LogEntry) -> bool:
    return claim_history.may_undo(entry) and (entry.review.who == who.name or who.role.settles)


async def log_page(datasette: Datasette, request: Request) -> Response:
    """The newest entries: `who` keeps one person's, `before` goes on from a number."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    person = require_reviewer(datasette, request)
    who, before = request.args.get("who") or None, request.args.get("before") or ""
    start = int(before) if before.isdecimal() and len(before) < 18 else None
    entries, judged, people = await databases.read(datasette, lambda connection: _logged(connection, who, start))
    root = shared_context(datasette)["root"]
    last = {"before": entries[-1].review.id} if len(entries) == claim_history.PAGE else {}
    older = f"{root}/log?{urlencode({**({'who': who} if who else {}), **last})}" if last else None
    context = {
        **shared_context(datasette), "rows": _by_time(entries, judged), "people": people, "who": who, "older": older,
        "may_undo": lambda entry: _undoable(person, entry), "token": request.scope["csrftoken"](),
    }  # fmt: skip
    return layout.render(datasette, "extract_log.html", database, context)


#: Before and after all moments.
_START, _END = "", "~"


def _logged(
    connection: Connection, who: str | None, before: int | None
) -> tuple[list[LogEntry], list[LoggedJudgement], list[str]]:
    """A page of the log, what was decided about statements in the same time, and everybody who wrote in either."""
    entries = claim_history.latest(connection, who, before)
    since = entries[-1].review.at if len(entries) == claim_history.PAGE else _START
    until = claim_history.moment(connection, before) if before else None
    judged = statement_judgements.logged(connection, since, until or _END, who)
    people = {*claim_history.people(connection), *statement_judgements.judges(connection)}
    return entries, judged, sorted(people)


def _by_time(entries: Sequence[LogEntry], judged: Sequence[LoggedJudgement]) -> list[LogEntry | LoggedJudgement]:
    """The latest first; those of one moment stay in their order."""

    def moment(one: LogEntry | LoggedJudgement) -> str:
        return one.review.at if isinstance(one, LogEntry) else one.at

    return sorted([*entries, *judged], key=moment, reverse=True)


async def history_page(datasette: Datasette, request: Request) -> Response:
    """What the machine said of a claim, and who changed what, when and why."""
    database = await layout.allow(datasette, request, layout.database_of(datasette, request))
    person = require_reviewer(datasette, request)
    try:
        found = await databases.read(datasette, lambda c: claim_history.read_history(c, request.url_vars["key"]))
    except RefusedError as error:
        raise NotFound(str(error)) from error
    context = {
        **shared_context(datasette), "history": found, "rows": found.entries,
        "may_undo": lambda entry: _undoable(person, entry), "token": request.scope["csrftoken"](),
    }  # fmt: skip
    return layout.render(datasette, "extract_log.html", database, context)
