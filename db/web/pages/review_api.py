"""The JSON of the review page: next claims, decisions, similar claims. Each request is one short transaction."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from datasette.utils.asgi import Request

from db.events import withdrawing
from db.reviews import deciding, log, queue
from db.reviews.alike import By
from db.reviews.alike import alike as claims_alike
from db.reviews.decisions import RefusedError, Status
from db.reviews.item import blank, blinded, find_entities, item, preview
from db.reviews.progress import pace, progress
from db.sqlite import Connection
from db.web import databases, later_work
from db.web.auth.identity import Person
from db.web.http import requests
from db.web.http.asgi import Datasette
from db.web.http.responses import OtherUserError, json_route
from db.web.review_keys import key_name


@json_route
async def next_items(datasette: Datasette, request: Request, who: Person) -> Any:
    """GET: the next claims of a queue, leased to who asks: `count` of them, without those named in `after`. `log` is
    the number of its newest entry; where none is left, `held` says how many are on other people's screens."""
    query = requests.parse_query(request)
    after = tuple(request.args.getlist("after"))[: requests.MAX_EXCLUDED]
    count = requests.parse_count(request, "count", 2, 20)
    leases = databases.of(datasette).leases

    def take(connection: Connection) -> Any:
        if _is_read_only(query, who):
            keys = queue.look(connection, who.name, query, count, after)
        else:
            keys = queue.take(connection, leases, who.name, query, count, after)
        found = (item(connection, key) for key in keys)
        return {
            "items": [blinded(one) if query.second else one for one in found],
            "held": 0 if keys else queue.held(connection, leases, who.name, query, after),
            "log": next((entry.id for entry in log.latest(connection, limit=1)), 0),
        }

    return await databases.read(datasette, take)


def _is_read_only(query: queue.Query, who: Person) -> bool:
    """Who may not end a dispute does not keep it from the administrator either."""
    return query.status == Status.DISPUTED and not query.second and not who.role.settles


@json_route
async def claim(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: one claim as it is now."""
    key = request.url_vars["key"]
    found = await databases.read(datasette, lambda connection: item(connection, key))
    return {"item": blinded(found) if request.args.get("second") else found}


@json_route
async def counts(datasette: Datasette, request: Request, who: Person) -> Any:
    """GET: how many are left in this queue, how far all of it is, and the token that decisions are sent with.
    `midnight` (UTC) is when the day of who asks began: from there today's decisions count."""
    query, token = requests.parse_query(request), request.scope["csrftoken"]()
    midnight = requests.parse_time(request, "midnight")

    def look(connection: Connection) -> Any:
        found = progress(connection)
        return {
            "waiting": queue.waiting(connection, query, who.name), "reviewed": found.reviewed, "total": found.total,
            "who": who.name, "token": token, "last": log.last_undoable(connection, who.name),
            "pace": pace(connection, who.name, midnight),
            "assigned": queue.waiting(connection, queue.Query(assigned=who.name), who.name),
            "flagged": queue.waiting(connection, queue.Query(flagged="1"), who.name),
        }  # fmt: skip

    return await databases.read(datasette, look)


@json_route
async def decide(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {action, claims: [{claim, version}], reason, note, correction, parts, article, review, by, again}.

    Who decides is whose session it is. `by` is whom the page was made for; `again`: it was sent before.
    """
    given = await requests.read_body(request)
    by = requests.parse_text(given, "by")
    if by and by != who.name:
        raise OtherUserError(f"You are now signed in as {who.name}, but {by} decided this. Sign in as {by}.")

    def work(connection: Connection) -> Any:
        with withdrawing.later():
            number = _decide(connection, given, who)
        keys = dict.fromkeys(done.claim for done in log.items(connection, number))
        found = {"review": log.review(connection, number), "claims": [_state(connection, key) for key in keys]}
        return found, withdrawing.is_waiting(connection)

    done, has_left_work = await databases.write(datasette, work)
    databases.of(datasette).leases.release(who.name, [claim["key"] for claim in done["claims"]])
    if has_left_work:
        later_work.wake(datasette)
    return done


def _state(connection: Connection, key: str) -> dict[str, Any]:
    row = connection.execute("SELECT status, version FROM claims WHERE key = ? LIMIT 1", (key,)).fetchone()
    return {"key": key, "status": row[0] if row else None, "version": row[1] if row else None}


def _decide(connection: Connection, given: dict[str, Any], who: Person) -> int:
    action = str(given.get("action"))
    if action not in _ACTIONS:
        raise RefusedError(f"Unknown action {action!r}.")
    note = requests.parse_text(given, "note")
    if action in _ENDS_DISPUTE and not who.role.settles:
        _refuse_disputed(connection, [one.claim for one in requests.parse_claims(given)])
    before = _find_earlier(connection, given, who, note) if given.get("again") and action in _UNVERSIONED else None
    return before or _ACTIONS[action](connection, given, who, note)


#: What would end a dispute just as settling it does, by one of the two who differ; or undo how it was settled.
_ENDS_DISPUTE = frozenset({"accept", "reject", "edit", "split"})
_DISPUTED = "SELECT 1 FROM claims WHERE key IN (SELECT value FROM json_each(?)) AND status = 'disputed' LIMIT 1"


_SETTLED = f"""
SELECT 1 FROM review_items i JOIN reviews r ON r.id = i.review
WHERE i.claim IN (SELECT value FROM json_each(?)) AND r.action = 'settle'
  AND {log.IN_FORCE} LIMIT 1
"""  # noqa: S608


_LEAVE_A_NOTE = f"To comment, write a note ({key_name('note')})."


def _refuse_disputed(connection: Connection, claims: list[str]) -> None:
    keys = (json.dumps(claims),)
    if connection.execute(_DISPUTED, keys).fetchone():
        raise RefusedError(f"Two reviewers disagree about this claim. An administrator settles it. {_LEAVE_A_NOTE}")
    if connection.execute(_SETTLED, keys).fetchone():
        raise RefusedError(f"An administrator settled this claim. {_LEAVE_A_NOTE}")


#: What leaves a claim's version as it was: sent again because its answer was lost, it would be there twice.
_UNVERSIONED = {"note": ("note",), "flag": ("flag",), "opinion": ("accept", "reject", "dispute")}


def _find_earlier(connection: Connection, given: dict[str, Any], who: Person, note: str | None) -> int | None:
    """The entry that this very decision made when it was sent before."""
    alike, words = _UNVERSIONED[given["action"]], note.strip() if note else None
    done = (r for r in reversed(log.history(connection, requests.parse_claim(given).claim)) if r.who == who.name)
    last = next((r for r in done if r.action in alike), None)
    return last.id if last and not last.undone and last.note == words else None


def _undo(connection: Connection, number: int, who: Person, note: str | None) -> int:
    who.check_own(log.review(connection, number).who, "decided")
    return deciding.undo(connection, number, who.name, note)


def _settle(connection: Connection, given: dict[str, Any], who: Person, note: str | None) -> int:
    if not who.role.settles:
        raise RefusedError("Only an administrator can settle disputes.")
    second = given.get("second") is True
    return deciding.settle(
        connection, requests.parse_claim(given), requests.parse_status(given), who.name, note, second=second
    )


def _opinion(connection: Connection, given: dict[str, Any], who: Person) -> int:
    change = requests.parse_correction(given["correction"]) if given.get("correction") else None
    return deciding.opinion(
        connection, requests.parse_claim(given).claim, requests.parse_status(given), who.name,
        requests.parse_reason(given), change,
    )  # fmt: skip


Action = Callable[[Connection, dict[str, Any], Person, str | None], int]
_ACTIONS: dict[str, Action] = {
    "accept": lambda c, given, who, note: deciding.accept(c, requests.parse_claims(given), who.name, note),
    "reject": lambda c, given, who, note: deciding.reject(
        c, requests.parse_claims(given), who.name, requests.parse_reason(given), note
    ),
    "edit": lambda c, given, who, note: deciding.edit(
        c, requests.parse_claim(given), requests.parse_correction(given.get("correction")), who.name, note
    ),
    "split": lambda c, given, who, note: deciding.split(
        c, requests.parse_claim(given), requests.parse_parts(given), who.name, note
    ),
    "add": lambda c, given, who, note: deciding.add(
        c, requests.parse_number(given, "article"), requests.parse_correction(given.get("correction")), who.name, note
    ),
    "note": lambda c, given, who, note: deciding.note(c, requests.parse_claim(given), note or "", who.name),
    "undo": lambda c, given, who, note: _undo(c, requests.parse_number(given, "review"), who, note),
    "flag": lambda c, given, who, note: deciding.flag(c, requests.parse_claim(given), who.name, note),
    "opinion": lambda c, given, who, _: _opinion(c, given, who),
    "settle": _settle,
}


@json_route
async def preview_correction(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """POST {claims: [{claim, version}], correction}: the claim as it would be. Nothing is written."""
    given = await requests.read_body(request)
    seen, change = requests.parse_claim(given), requests.parse_correction(given.get("correction"))
    return {"item": await databases.read(datasette, lambda connection: preview(connection, seen, change))}


@json_route
async def entities(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: entities whose names begin with, or hold, what was typed."""
    text = (request.args.get("q") or "")[:100]
    return {"entities": await databases.read(datasette, lambda connection: find_entities(connection, text))}


@json_route
async def alike(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: the claims that wait and are alike to one by statement, copies or rule in an article, and how many."""
    key, given = request.url_vars["key"], request.args.get("by") or By.STATEMENT.value
    if given not in list(By):
        raise RefusedError(f"Unknown value of `by`. Use one of: {', '.join(By)}.")
    return await databases.read(datasette, lambda connection: claims_alike(connection, key, By(given)))


@json_route
async def sentence(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """GET: a sentence to make a claim of."""
    article, position = int(request.url_vars["article"]), int(request.url_vars["position"])
    return {"item": await databases.read(datasette, lambda connection: blank(connection, article, position))}


@json_route
async def release(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {claims} were passed over, or waited on a page that is left: they are free. {}: all that somebody holds."""
    given = await requests.read_body(request)
    databases.of(datasette).leases.release(who.name, requests.parse_keys(given, "claims") if given else None)
    return {}
