"""What stands in front of Datasette: requests it should not see, and headers it does not set."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from db.plugin.lockout import Lockout, name_in

if TYPE_CHECKING:
    from datasette.app import Datasette

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

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
_ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
}
_OF_A_SITE = {
    b"content-security-policy": _POLICY.encode(),
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}


def wrapper(datasette: Datasette) -> Callable[[App], App]:
    """An ASGI middleware. `hosts` in the plugin's metadata names the only hosts it answers to."""
    settings = datasette.plugin_config(PLUGIN) or {}
    hosts = frozenset(host.casefold() for host in settings.get("hosts") or ())

    def wrap(app: App) -> App:
        return _guarded(datasette, app, hosts)

    return wrap


def _guarded(datasette: Datasette, app: App, hosts: frozenset[str]) -> App:
    from db.plugin import sites

    lockout = Lockout()

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        refusal = _refusal(scope, hosts)
        if refusal:
            await _refuse(send, refusal)
            return
        scope = _without_basic(scope)
        signing = scope["method"] == "POST" and scope["path"].rstrip("/").endswith("/-/login")

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = bool(sites.of(datasette).databases)
                secure = scope.get("scheme") == "https"
                message = {**message, "headers": _headers(message.get("headers", ()), ours, secure)}
            await send(message)

        if signing:
            await _sign_in(app, scope, receive, with_headers, lockout)
        else:
            await app(scope, receive, with_headers)

    return guarded


#: Holds the page that somebody was sent to sign in from.
NEXT = "extract_next"


def is_place(path: str) -> bool:
    """Whether an address is a page of this server, and cannot be read as another site's."""
    plain = path.isascii() and path.isprintable() and not set(path) & set('\\;" ')
    return plain and path.startswith("/") and not path.startswith("//") and len(path) < 2000


def _returned(scope: Scope, message: Message) -> Message:
    """The answer to a right password, on to the page that was asked for before."""
    cookies = next((v for k, v in scope["headers"] if k == b"cookie"), b"").decode("latin-1").split("; ")
    place = next((c.removeprefix(f"{NEXT}=") for c in cookies if c.startswith(f"{NEXT}=")), "")
    place = unquote(place)
    if message["status"] != 302 or not is_place(place):
        return message
    headers = [(k, v) for k, v in message["headers"] if k.lower() != b"location"]
    return {**message, "headers": [*headers, (b"location", place.encode())]}


def _without_basic(scope: Scope) -> Scope:
    """A request without HTTP Basic credentials: each would cost a hash of half a second, and no lock counts them."""
    kept = [
        pair for pair in scope["headers"] if pair[0] != b"authorization" or not pair[1].lower().startswith(b"basic")
    ]
    return {**scope, "headers": kept}


async def _sign_in(app: App, scope: Scope, receive: Receive, send: Send, lockout: Lockout) -> None:
    """Lets a sign-in form through unless its name was tried too often, and counts what comes of it."""
    body = await _body(receive)
    name = name_in(body)
    if wait := lockout.wait(name):
        await _refuse(send, f"Too many wrong passwords for this name. Try again in {wait} seconds.", 429)
        return

    async def again() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def noted(message: Message) -> None:
        if message["type"] == "http.response.start":
            lockout.note(name, message["status"] == 302)
            message = _returned(scope, message)
        await send(message)

    await app(scope, again, noted)


async def _body(receive: Receive, most: int = 10_000) -> bytes:
    """What was sent, as far as a name and a password go."""
    body = b""
    while len(body) < most:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return body[:most]


def _refusal(scope: Scope, hosts: frozenset[str]) -> str | None:
    if not _is_plain_path(scope):
        return "This address is not one of ours: its path begins with // or holds a backslash."
    if hosts and _host(scope) not in hosts:
        return "This server answers on this machine only, under the address it printed when it started."
    return None


def _is_plain_path(scope: Scope) -> bool:
    """Datasette answers `/\\host/` with a redirect to `/\\host`, which browsers read as another site."""
    raw = scope.get("raw_path") or scope["path"].encode()
    return not any(path.startswith(b"//") or b"\\" in path for path in (raw, scope["path"].encode()))


def _host(scope: Scope) -> str:
    """The host a request names, without its port. A page elsewhere whose name was pointed at this machine
    (DNS rebinding) still names its own."""
    named = next((value for key, value in scope["headers"] if key == b"host"), b"").decode("latin-1").casefold()
    host, colon, port = named.rpartition(":")
    return host if colon and port.isdigit() else named


def _headers(given: Iterable[tuple[bytes, bytes]], ours: bool, secure: bool) -> Headers:
    headers = [(key, _cookie(value, secure) if key.lower() == b"set-cookie" else value) for key, value in given]
    present = {key.lower() for key, _ in headers}
    wanted = {**_ALWAYS, **(_OF_A_SITE if ours else {})}
    return [*headers, *((key, value) for key, value in wanted.items() if key not in present)]


def _cookie(value: bytes, secure: bool) -> bytes:
    """No script needs a cookie of ours: forms carry the token against forgery themselves."""
    wanted = (b"HttpOnly", b"Secure") if secure else (b"HttpOnly",)
    present = {part.strip().lower() for part in value.split(b";")}
    return b"; ".join([value, *(name for name in wanted if name.lower() not in present)])


async def _refuse(send: Send, words: str, status: int = 400) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store"), *_ALWAYS.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
