"""Routes with the HTTP methods that they accept; all others are refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from inspect import signature
from typing import Any

from datasette.utils.asgi import Request, Response

View = Callable[..., Awaitable[Any]]
Route = tuple[str, View]

READ_METHODS = ("GET", "HEAD")
WRITE_METHODS = ("POST",)


def get_route(pattern: str, view: View) -> Route:
    """A route that changes nothing."""
    return pattern, _only(view, READ_METHODS)


def post_route(pattern: str, view: View) -> Route:
    """A route that writes."""
    return pattern, _only(view, WRITE_METHODS)


def form_route(pattern: str, view: View) -> Route:
    return pattern, _only(view, (*READ_METHODS, *WRITE_METHODS))


def _only(view: View, methods: tuple[str, ...]) -> View:
    wanted = signature(view).parameters

    @wraps(view)
    async def answered(datasette: Any, request: Request) -> Any:
        if request.method in methods:
            given = {"datasette": datasette, "request": request}
            return await view(**{name: given[name] for name in wanted})
        return _refused(request, methods)

    del answered.__wrapped__  # Datasette reads the parameters, and those are ours
    return answered


def _refused(request: Request, methods: tuple[str, ...]) -> Any:
    words = f"This address accepts {' and '.join(methods)} only."
    headers = {"allow": ", ".join(methods), "cache-control": "no-store"}
    if request.path.endswith(".json"):
        return Response.json({"error": words}, status=405, headers=headers)
    return Response.text(words, status=405, headers=headers)
