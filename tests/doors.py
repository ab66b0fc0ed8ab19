"""Requests as anybody may send them: by a session, by none, forged, raw; in process and to a server of its own."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError

from db import user_accounts
from db.sqlite import sqlite3
from db.user_accounts import Role
from db.web.auth import accounts, sessions
from tests.browsing import served
from tests.run import started

if TYPE_CHECKING:
    import httpx
    from datasette.app import Datasette

PASSWORD = "correct horse battery"
#: Every route of ours that writes, with something it would take.
WRITING: dict[str, Any] = {
    "/-/review/decide.json": {"action": "note", "claims": [], "note": "forged"},
    "/-/review/release.json": {},
    "/-/review/assign.json": {"quotas": {}},
    "/-/review/unassign.json": {"person": ""},
    "/-/review/share.json": {"percent": 101},
    "/-/administration/users.json": {"action": "remove", "name": "nobody"},
    "/-/administration/calibrate.json": {"preview": True},
    "/-/administration/reextract.json": {"model": "--no"},
    "/-/administration/backup.json": {"name": "elsewhere"},
    "/-/account/password.json": {"current": "x", "password": "short"},
    "/-/cases/change.json": {"action": "create", "name": ""},
    "/-/contradictions/decide.json": {"contradiction": "x", "verdict": "real"},
    "/-/entities/judge.json": {"one": "Ada Lind", "other": "Radio Ostrand", "judgement": "same"},
    "/-/entities/split.json": {"entity": "Ada Lind", "articles": ["a"]},
    "/-/entities/undo.json": {"number": 1},
    "/-/statements/join.json": {"statement": "f1", "other": "f2"},
    "/-/statements/split.json": {"statement": "f1", "claims": ["c1"]},
    "/-/statements/undo.json": {"number": 1},
}
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
EVERYBODY = frozenset({None, *Role})
SIGNED_IN = frozenset(Role)
REVIEWERS = frozenset({Role.REVIEWER, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
#: Who may what, as docs/security.md says it; None is somebody who has not signed in. The first pattern that an address
#: begins with holds.
RIGHTS: tuple[tuple[str, frozenset[Role | None]], ...] = (
    (r"/-/login$|/-/extract/[0-9a-f]+/[a-z_.]+$|/favicon\.ico$", EVERYBODY),
    (r"/[^/]+\.db(\.|/*$)|/-/auth-token(\.json)?/*$", frozenset()),
    (r"/-/(metadata|versions|plugins|settings|config|threads|databases|permissions|allow-debug|messages|patterns)(\.json)?/*$",
     ADMINISTRATORS),
    (r".*[?&](sql|_where)=", ADMINISTRATORS),
    (r"/-/review/guide$", SIGNED_IN),
    (r"/-/review/(assign|unassign|share)\.json$|/-/administration(/|$)", ADMINISTRATORS),
    (r"/-/review(/|$)|/-/(contradictions|entities|statements|cases)/[a-z]+\.json$|/-/cases\.json$", REVIEWERS),
    (r"/", SIGNED_IN),
)  # fmt: skip


def may(role: Role | None, address: str) -> bool:
    """Whether somebody of this role may have or do what is at an address; its query counts where it asks for SQL."""
    path = address.partition("?")[0]
    return role in next(those for pattern, those in RIGHTS if re.match(pattern, address if "[?&]" in pattern else path))


def written(path: Path) -> list[Any]:
    """All that a decision of any kind leaves behind."""
    connection = sqlite3.connect(path)
    tables = (
        "reviews",
        "review_items",
        "entity_judgements",
        "statement_judgements",
        "contradiction_reviews",
        "review_plan",
        "case_entries",
        "audit_entries",
    )
    known = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables if table in known]
    connection.close()
    return found


def session(site: Datasette, name: str) -> str:
    """The cookie of somebody who has signed in."""
    known = accounts.of(site)
    assert known is not None
    return sessions.make_session(site, known.users[name])


def send(
    site: Datasette, method: str, path: str, *, cookies: dict[str, str] | None = None, content: bytes | None = None,
    headers: dict[str, str] | None = None,
) -> httpx.Response:  # fmt: skip
    """One request, with nothing added to it."""

    async def asked() -> httpx.Response:
        await site.invoke_startup()
        answer: httpx.Response = await site.client.request(
            method, path, cookies=cookies or {}, content=content, headers=headers or {}
        )
        return answer

    return asyncio.run(asked())


def token(site: Datasette) -> str:
    """The token against forgery that a page of this server holds, also as a cookie."""
    if accounts.of(site) is not None and site_is_closed(site):
        return str(send(site, "GET", "/-/login").cookies["ds_csrftoken"])
    return str(send(site, "GET", "/-/review/counts.json").cookies["ds_csrftoken"])


def site_is_closed(site: Datasette) -> bool:
    known = accounts.of(site)
    return known is not None and known.requires_login


def post(site: Datasette, path: str, content: Any, who: str | None = None, held: str | None = None) -> httpx.Response:
    """JSON, as a page of ours sends it; `held`: the token that it has already."""
    held = held or token(site)
    cookies = {"ds_csrftoken": held, **({"ds_actor": session(site, who)} if who else {})}
    sent = content if isinstance(content, bytes) else json.dumps(content).encode()
    return send(site, "POST", path, cookies=cookies, content=sent, headers={"x-csrftoken": held, "content-type": JSON})


def look(site: Datasette, path: str, who: str | None = None, **headers: str) -> httpx.Response:
    return send(site, "GET", path, cookies={"ds_actor": session(site, who)} if who else {}, headers=headers)


@dataclass(slots=True)
class Server:
    """A process of its own; `said` holds what it printed as errors."""

    port: int
    said: Path
    pid: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def token(self) -> str:
        """Against forgery; where nobody has to sign in."""
        with urllib.request.urlopen(f"{self.url}/-/review/counts.json", timeout=20) as answer:
            return str(json.load(answer)["token"])

    def raw(self, request: bytes) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the answer to these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            found = bytearray()
            with suppress(OSError):  # it may have been answered, and closed, before its end
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
            with suppress(ConnectionError):  # what was not read resets the connection behind the answer
                while part := connection.recv(65536):
                    found += part
        head, _, body = bytes(found).partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return int(first.split()[1]), headers, body


class Client:
    """Somebody who reviews at a server that nobody has to sign in to."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._token = str(self._ask("/-/review/counts.json")[1]["token"])

    def accept(self) -> int:
        """Accepts the next claim; the status of the answer."""
        status, found = self._ask("/-/review/next.json?count=1")
        if status != 200:
            return status
        item = found["items"][0]
        decision = {"action": "accept", "claims": [{"claim": item["key"], "version": item["version"]}]}
        return self._ask("/-/review/decide.json", json.dumps(decision).encode())[0]

    def _ask(self, path: str, content: bytes | None = None) -> tuple[int, Any]:
        headers = {"content-type": JSON}
        if content is not None:
            headers |= {"x-csrftoken": self._token, "cookie": f"ds_csrftoken={self._token}"}
        try:
            request = urllib.request.Request(self._url + path, content, headers)
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, json.load(answer)
        except HTTPError as error:
            with error:
                return error.code, json.load(error)


@contextmanager
def server(database: Path, before: str = "") -> Iterator[Server]:
    """`extract serve`, as the command starts it; `before` is Python that its process runs first."""
    said = database.with_name("errors.txt")
    with said.open("w") as errors, started(database, errors=errors, before=before) as (address, process):
        yield Server(int(address.rpartition(":")[2]), said, process.pid)


#: One person of each role.
PEOPLE = {"ada": Role.ADMINISTRATOR, "ben": Role.REVIEWER, "cem": Role.READER}


@contextmanager
def staffed(path: Path) -> Iterator[Datasette]:
    """A database that is served to `PEOPLE`."""
    for name, role in PEOPLE.items():
        user_accounts.add(path, name, role, PASSWORD)
    with served(path) as datasette:
        yield datasette
