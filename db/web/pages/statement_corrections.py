"""Decisions about which claims say the same: statements joined, claims split off, and undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from datasette.utils.asgi import Request

from db.claim_judgements import ClaimJudgement
from db.reviews.decisions import RefusedError
from db.sqlite import Connection
from db.statements import statement_judgements
from db.web import databases
from db.web.auth.identity import Person
from db.web.http import requests, responses
from db.web.http.asgi import Datasette
from extract.errors import ExtractError


@responses.json_route
async def join(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {statement, other, why}: two statements, by key, say the same. `other` may be the address of its page."""
    given = await requests.read_body(request, "statement", "other", "why")
    one, other, why = (requests.parse_text(given, name) for name in ("statement", "other", "why"))
    if not one or not other:
        raise RefusedError("Name two statements by key.")
    names = [one, other.rstrip("/").rpartition("/")[2]]
    return await _apply(
        datasette, lambda connection: _judge(connection, ClaimJudgement.JOIN, names, who.name, why, one)
    )


@responses.json_route
async def split(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {statement, claims, why}: these claims, by key, say something else than the others of the statement."""
    given = await requests.read_body(request, "statement", "claims", "why")
    statement, why = requests.parse_text(given, "statement"), requests.parse_text(given, "why")
    claims = requests.parse_keys(given, "claims")
    if not claims:
        raise RefusedError("Select the claims that say something else.")
    return await _apply(
        datasette, lambda connection: _judge(connection, ClaimJudgement.SPLIT, claims, who.name, why, statement)
    )


@responses.json_route
async def undo(datasette: Datasette, request: Request, who: Person) -> Any:
    """POST: {statement, number, why}: takes a decision back; an administrator takes back what is anybody's."""
    given = await requests.read_body(request, "statement", "number", "why")
    number, why = requests.parse_number(given, "number"), requests.parse_text(given, "why")
    statement = requests.parse_text(given, "statement")

    def work(connection: Connection) -> dict[str, Any]:
        who.check_own(statement_judgements.find(connection, number).who, "judged")
        statement_judgements.undo(connection, number, who.name, why)
        return _shown(connection, number, statement)

    return await _apply(datasette, work)


def _judge(
    connection: Connection, judgement: ClaimJudgement, names: list[str], who: str, why: str | None, at: str | None
) -> dict[str, Any]:
    return _shown(connection, statement_judgements.judge(connection, judgement, names, who, why), at)


def _shown(connection: Connection, number: int, at: str | None) -> dict[str, Any]:
    """The number, and the statement to show next: that of the page, or one with its claims if that is no longer there
    or does not list the decision, so that it can be undone from there."""
    if at and any(one.id == number for one in statement_judgements.judgements(connection, at)):
        return {"number": number, "statement": at}
    found = statement_judgements.statements_of(connection, number)
    return {"number": number, "statement": found[0] if found else None}


async def _apply(datasette: Datasette, work: Callable[[Connection], dict[str, Any]]) -> dict[str, Any]:
    """What may not be is refused in its own words."""

    def refusing(connection: Connection) -> dict[str, Any]:
        try:
            return work(connection)
        except ExtractError as error:
            raise RefusedError(str(error)) from error

    answer: dict[str, Any] = await databases.write(datasette, refusing)
    return answer
