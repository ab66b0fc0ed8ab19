"""Types and helpers for ASGI requests and responses (https://asgi.readthedocs.io)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datasette.app import Datasette as Datasette
else:
    Datasette = Any  #: (Its module loads this plugin while it is being loaded itself.)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]


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


def is_local_path(path: str) -> bool:
    """Whether an address is a page of this server, and cannot be read as another site's."""
    plain = path.isascii() and path.isprintable() and not set(path) & set('\\;" ')
    return plain and path.startswith("/") and not path.startswith("//") and len(path) < 2000


def is_plain_path(scope: MutableMapping[str, Any]) -> bool:
    """Datasette answers `/\\host/` with a redirect to `/\\host`, which browsers read as another site; what it does
    not know with a % it redirects to with a ~."""
    return not any(path.startswith(b"//") or b"\\" in path for path in (raw_path(scope), scope["path"].encode()))


def raw_path(scope: MutableMapping[str, Any]) -> bytes:
    """The path as Datasette's router reads it: with whatever is encoded in it."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return raw.partition(b"?")[0]
