"""The outermost middleware: host check, security headers, and a response whatever happens."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from db.web import databases
from db.web.auth import access, accounts
from db.web.http.asgi import App, Datasette, Headers, Message, Receive, Scope, Send, host_of, is_plain_path, refuse

_log = logging.getLogger("extract.server")
#: Under this name metadata holds the settings of this plugin.
PLUGIN = "extract-claims"

#: For pages of our own: nothing inline, nothing from elsewhere.
STRICT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
#: Datasette's own pages have scripts and styles in them. They too load nothing from elsewhere and send nothing there.
_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
#: What is no page, and opened as one: JSON, CSV, styles, plain words.
_NO_PAGE_POLICY = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
}
_SITE_HEADERS = {
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}


def middleware(datasette: Datasette) -> Callable[[App], App]:
    """An ASGI middleware. `hosts` in the plugin's metadata names the only hosts it answers to."""
    settings = datasette.plugin_config(PLUGIN) or {}
    hosts = frozenset(host.casefold() for host in settings.get("hosts") or ())

    def wrap(app: App) -> App:
        return _secured(datasette, app, hosts)

    return wrap


def _secured(datasette: Datasette, app: App, hosts: frozenset[str]) -> App:
    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = bool(databases.of(datasette).names)
                secure = scope.get("scheme") == "https"
                message = {**message, "headers": _with_headers(message.get("headers", ()), ours, secure)}
            await send(message)

        refusal = _find_refusal(scope, hosts)
        known = accounts.of(datasette)
        if refusal:
            await refuse(with_headers, refusal)
        elif known is None:
            await app(scope, receive, with_headers)
        else:
            await _always_answer(access.AccessControl(datasette, known, hosts, app), scope, receive, with_headers)

    return guarded


async def _always_answer(gate: App, scope: Scope, receive: Receive, send: Send) -> None:
    """An answer whatever happens; the server's own would come without headers."""
    begun = False

    async def note_start(message: Message) -> None:
        nonlocal begun
        begun = True
        await send(message)

    try:
        await gate(scope, receive, note_start)
    except asyncio.CancelledError:  # only a server that ends does that, to what it cannot wait for (`db.server`)
        if not begun:
            await refuse(send, "The server is shutting down.", 503, extra=[(b"connection", b"close")])
    except Exception:  # whatever it is: without local variables, where cookies and passwords are
        _log.exception("Unexpected error:")
        if not begun:
            await refuse(send, "An unexpected error occurred. The server printed the details.", 500)


def _find_refusal(scope: Scope, hosts: frozenset[str]) -> str | None:
    if not is_plain_path(scope):
        return "This address is not valid: its path begins with // or contains a backslash."
    if hosts and not _is_host(scope, hosts):
        return "This server answers only at the address that it printed when it started."
    return None


def _is_host(scope: Scope, hosts: frozenset[str]) -> bool:
    """Whether a request names one of these, once. A page elsewhere whose name was pointed at this machine (DNS
    rebinding) still names its own."""
    named = [value.decode("latin-1") for key, value in scope["headers"] if key == b"host"]
    return len(named) == 1 and host_of(named[0]) in hosts


def _with_headers(given: Iterable[tuple[bytes, bytes]], ours: bool, secure: bool) -> Headers:
    headers = [(key, _with_flags(value, secure) if key.lower() == b"set-cookie" else value) for key, value in given]
    present = {key.lower() for key, _ in headers}
    kind = next((value for key, value in headers if key.lower() == b"content-type"), b"")
    policy = _POLICY if kind.startswith(b"text/html") else _NO_PAGE_POLICY
    site = {**_SITE_HEADERS, b"content-security-policy": policy.encode()} if ours else {}
    return [*headers, *((key, value) for key, value in {**_HEADERS, **site}.items() if key not in present)]


def _with_flags(value: bytes, secure: bool) -> bytes:
    """No script needs a cookie of ours: forms carry the token against forgery themselves."""
    wanted = (b"HttpOnly", b"Secure") if secure else (b"HttpOnly",)
    present = {part.strip().lower() for part in value.split(b";")}
    return b"; ".join([value, *(name for name in wanted if name.lower() not in present)])
