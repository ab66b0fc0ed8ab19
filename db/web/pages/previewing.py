"""What a correction would make of a claim, before anybody saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.reviews.item import preview
from db.web.http import requests
from db.web.http.responses import handler, read

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

    from db.web.auth.identity import Person


@handler
async def previewed(datasette: Datasette, request: Request, who: Person) -> Any:  # noqa: ARG001 - a handler's signature
    """POST {claims: [{claim, version}], correction}: the claim as it would be. Nothing is written."""
    given = await requests.body(request)
    seen, change = requests.only(given), requests.correction(given.get("correction"))
    return {"item": await read(datasette, lambda connection: preview(connection, seen, change))}
