"""Requests and answers as they come in and go out, before Datasette makes objects of them.

The forms are those of ASGI (https://asgi.readthedocs.io).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

#: For pages of our own: nothing inline, nothing from elsewhere.
STRICT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def host_of(named: str) -> str:
    """A host without its port."""
    host, colon, port = named.casefold().rpartition(":")
    return host if colon and port.isascii() and port.isdigit() else named.casefold()


async def refuse(
    send: Send, words: str, status: int = 400, kind: str = "text/plain", extra: Headers | None = None
) -> None:
    headers = [
        (b"content-type", f"{kind}; charset=utf-8".encode()),
        (b"cache-control", b"no-store"),
        *(extra or ()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
