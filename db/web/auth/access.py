"""Access control: session, role, request method, sender and size are checked before Datasette sees a request.

Datasette's own checks let some pages through to anyone, and do not check requests without cookies for forgery.
"""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from db.user_accounts import Role, User
from db.web import served_files
from db.web.auth import accounts, sessions
from db.web.http.asgi import (
    App,
    Datasette,
    Headers,
    Message,
    Receive,
    Scope,
    Send,
    host_of,
    is_local_path,
    raw_path,
    refuse,
)
from db.web.review_keys import key_name
from extract.errors import MovedDatabaseError

#: Bytes of a request: a list of five thousand keys, and room for spans; a form has a name, a password and a place.
MAX_JSON_BYTES, MAX_FORM_BYTES = 1_000_000, 20_000
#: Facets that an address may ask for, and links to other tables: Datasette counts each in queries of its own.
MAX_FACETS = 30
#: Seconds until a request has to be there whole.
BODY_SECONDS = 30.0
#: All that is shown to somebody who has not signed in.
_PUBLIC = re.compile(rb"/-/login|/-/extract/[0-9a-f]+/[a-z_.]+|/favicon\.ico")
#: Pages of Datasette about itself: files, settings, threads, and tools that cost time.
_ADMIN_PAGES = re.compile(
    rb"/-/(metadata|versions|plugins|settings|config|threads|databases|permissions|allow-debug|messages|patterns"
    rb"|auth-token|password-tool)(\.json)?/*"
)
_COOKIES = ("ds_csrftoken", "ds_messages")
_SESSION_COOKIE, _TOKEN_COOKIE = "ds_actor", "ds_csrftoken"
#: Said to whoever has not signed in.
_SIGN_IN_FIRST = "Sign in first."
#: Said to a page that holds a token of another server, or of this one before it was started again.
_OLD_PAGE = f"This page is older than the server. Try again ({key_name('retry')}) or reload the page."
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"


class RefusalError(Exception):
    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


@dataclass(frozen=True, slots=True)
class AccessControl:
    datasette: Datasette
    known: accounts.Accounts
    hosts: frozenset[str]
    app: App

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.known.refresh()
        cookies = _cookies(scope)
        user = sessions.find_user(self.datasette, self.known, cookies.get(_SESSION_COOKIE, ""))
        try:
            _check_method(scope)
            _check_facets(scope)
            self._check_entry(scope, user)
            await self._check_file(scope)
            body = None
            if scope["method"] == "POST":
                _check_sender(scope, cookies, self.hosts)
                self._check_token(scope, cookies)
                body = await _read_body(scope, receive)
        except RefusalError as refused:
            if refused.words == _SIGN_IN_FIRST and scope["method"] == "GET" and not raw_path(scope).endswith(b".json"):
                await self._ask_in(scope, cookies, receive, send)
            else:
                await _refuse(scope, send, refused)
            return
        await self.app(_with_session(scope, cookies, user), receive if body is None else _replay(body, receive), send)

    def _check_entry(self, scope: Scope, user: User | None) -> None:
        path = raw_path(scope)
        if self.known.requires_login and user is None and not _PUBLIC.fullmatch(path):
            raise RefusalError(403, _SIGN_IN_FIRST)
        if (
            self.known.requires_login
            and _ADMIN_PAGES.fullmatch(path)
            and (user is None or user.role is not Role.ADMINISTRATOR)
        ):
            raise RefusalError(403, "This page is for administrators.")
        if path.rstrip(b"/") == b"/-/password-tool":
            raise RefusalError(404, "Use `extract users` to set passwords.")

    async def _check_file(self, scope: Scope) -> None:
        if not _PUBLIC.fullmatch(raw_path(scope)):
            try:
                served_files.check(self.datasette)
            except MovedDatabaseError as error:
                await served_files.save_before_move(self.datasette)
                raise RefusalError(503, served_files.MOVED) from error

    def _check_token(self, scope: Scope, cookies: dict[str, str]) -> None:
        """Of what comes as JSON: Datasette would say only that it does not know this type. Without users each server
        has a secret of its own, so that a page is older than one that was started again; the page fetches another
        token. (A form's is in its body, and Datasette looks there.)"""
        held = cookies[_TOKEN_COOKIE]
        if _content_type(scope) == _JSON and not (_header(scope, b"x-csrftoken") == held and self._is_signed(held)):
            raise RefusalError(403, _OLD_PAGE)

    def _is_signed(self, token: str) -> bool:
        from itsdangerous import BadSignature

        try:
            self.datasette.unsign(token, "csrftoken")
        except BadSignature:
            return False
        return True

    async def _ask_in(self, scope: Scope, cookies: dict[str, str], receive: Receive, send: Send) -> None:
        """The form to sign in by, in the place of the page that was asked for; from there it leads back to that."""

        async def forbidden(message: Message) -> None:
            await send({**message, "status": 403} if message.get("status") == 200 else message)

        query = urlencode({"next": _return_address(scope)}).encode()
        form = {**scope, "path": "/-/login", "raw_path": b"/-/login", "query_string": query}
        await self.app(_with_session(form, cookies, None), receive, forbidden)


#: What has to stand beside an answer: which requests will do; that the rest of this one is not waited for.
_EXTRA: dict[int, Headers] = {405: [(b"allow", b"GET, HEAD, POST")], 408: [(b"connection", b"close")]}


async def _refuse(scope: Scope, send: Send, refused: RefusalError) -> None:
    extra = _EXTRA.get(refused.status, [])
    if raw_path(scope).endswith(b".json"):
        await refuse(send, json.dumps({"error": refused.words}), refused.status, "application/json", extra)
    else:
        await refuse(send, refused.words, refused.status, extra=extra)


def _return_address(scope: Scope) -> str:
    """The page that was asked for, to lead back to."""
    query = scope.get("query_string") or b""
    place = (raw_path(scope) + (b"?" + query if query else b"")).decode("latin-1")
    return place if is_local_path(place) else ""


def _check_method(scope: Scope) -> None:
    if scope["method"] not in ("GET", "HEAD", "POST"):
        raise RefusalError(405, "This server accepts GET, HEAD and POST only.")


def _check_facets(scope: Scope) -> None:
    query = (scope.get("query_string") or b"").decode("latin-1")
    names = [name for name, _ in parse_qsl(query, keep_blank_values=True)]
    if sum(name.startswith(("_facet", "_through")) for name in names) > MAX_FACETS:
        raise RefusalError(400, f"This address asks for more than {MAX_FACETS} facets. Ask for fewer.")


def _check_sender(scope: Scope, cookies: dict[str, str], hosts: frozenset[str]) -> None:
    """Refuses what a page elsewhere sends in somebody's name. The token itself is checked by Datasette."""
    site, origin, token = (_header(scope, name) for name in (b"sec-fetch-site", b"origin", b"x-csrftoken"))
    elsewhere = site not in ("", "same-origin", "none") or bool(origin and not _is_ours(origin, hosts))
    if elsewhere or not cookies.get(_TOKEN_COOKIE) or not token.isascii():
        raise RefusalError(403, "This request did not come from a page of this server. Reload the page.")


def _is_ours(origin: str, hosts: frozenset[str]) -> bool:
    try:
        return host_of(urlsplit(origin).netloc) in hosts
    except ValueError:
        return False


def _header(scope: Scope, name: bytes) -> str:
    found = [value.decode("latin-1").strip() for key, value in scope["headers"] if key == name]
    return ", ".join(found)


def _cookies(scope: Scope) -> dict[str, str]:
    """Cookies by name. Those of other programs on this machine come along too, and may be anything."""
    given = "; ".join(value.decode("latin-1") for key, value in scope["headers"] if key == b"cookie")
    pairs = (part.strip().partition("=") for part in given.split(";"))
    return {name: value.strip('"') for name, _, value in pairs if value.isascii() and value.isprintable()}


def _with_session(scope: Scope, cookies: dict[str, str], user: User | None) -> Scope:
    """The request as Datasette sees it: with whom the session names and nobody else, and with cookies of ours only.

    Credentials in a header are not looked at: each would cost a hash of half a second, and no lock counts them.
    """
    kept = [pair for pair in scope["headers"] if pair[0] not in (b"authorization", b"cookie")]
    ours = "; ".join(f"{name}={cookies[name]}" for name in _COOKIES if cookies.get(name))
    headers = [*kept, (b"cookie", ours.encode())] if ours else kept
    actor = {"id": user.name, "role": user.role.value} if user else None
    return {**scope, "headers": headers, "actor": actor}


def _content_type(scope: Scope) -> str:
    return _header(scope, b"content-type").partition(";")[0].strip().lower()


async def _read_body(scope: Scope, receive: Receive) -> bytes:
    """All that was sent, if it is JSON or a form that Datasette can read, and not too much."""
    kind = _content_type(scope)
    if kind not in (_JSON, _FORM):
        raise RefusalError(415, "Send JSON (application/json) or a form (application/x-www-form-urlencoded).")
    try:
        async with asyncio.timeout(BODY_SECONDS):
            body = await _read_bytes(receive, MAX_FORM_BYTES if kind == _FORM else MAX_JSON_BYTES)
    except TimeoutError as error:
        raise RefusalError(
            408, f"The request did not arrive in full within {BODY_SECONDS:.0f} seconds. Send it again."
        ) from error
    if kind == _FORM:
        _check_form(body)
    return body


async def _read_bytes(receive: Receive, most: int) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RefusalError(400, "The request is incomplete.")
        body += message.get("body", b"")
        if len(body) > most:
            raise RefusalError(413, f"The request is too large. The limit is {most:,} bytes.")
        if not message.get("more_body"):
            return bytes(body)


def _check_form(body: bytes) -> None:
    try:
        given = dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=100))
    except ValueError as error:
        raise RefusalError(400, "The form is not valid UTF-8.") from error
    if not given.get("csrftoken", "").isascii():
        raise RefusalError(403, "This request did not come from a page of this server. Reload the page.")


def _replay(body: bytes, receive: Receive) -> Receive:
    """What was read already, once more."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return left.pop() if left else await receive()

    return again
