"""Every route, with every method, as everybody: what docs/security.md says, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import user_accounts
from db.cases import folders
from db.connection import transaction
from db.sqlite import sqlite3
from db.user_accounts import Role
from db.web import register_routes
from tests.browsing import make, served
from tests.doors import JSON, PASSWORD, WRITING, may, send, session, token, written

if TYPE_CHECKING:
    import httpx
    from datasette.app import Datasette

PEOPLE: dict[str | None, Role | None] = {
    "ada": Role.ADMINISTRATOR, "ben": Role.REVIEWER, "cem": Role.READER, None: None,
}  # fmt: skip
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND")
#: An address of each route; {claim}, {statement}, {entity} stand for keys. A route without a line fails the first test.
ROUTES = (
    "/floods/claims.csv", "/-/login", "/", "/-/extract/0/pages.css", "/favicon.ico", "/-/article/1",
    "/-/article/floods/1",
    "/-/review", "/-/review/progress", "/-/review/guide", "/-/review/log", "/-/review/history/{claim}",
    "/-/review/assignments", "/-/review/disputes",
    "/-/review/entities.json?q=a", "/-/review/sentence/1/0.json", "/-/review/next.json", "/-/review/counts.json",
    "/-/review/preview.json", "/-/review/claim/{claim}.json", "/-/review/alike/{claim}.json", "/-/statements",
    "/-/facts",
    "/-/fact/1",
    "/-/contradictions", "/-/statement/{statement}", "/-/statement/1", "/-/statement/floods/{statement}", "/-/entities",
    "/-/entities/suggested.json", "/-/entity/{entity}", "/-/entity/floods/{entity}",
    "/-/search?text=jetty", "/-/export/claims.csv", "/-/timeline", "/-/changes", "/-/coverage",
    "/-/event/v0000000000000000", "/-/event/floods/v0000000000000000",
    "/-/plot/000000000000000000000000.svg",
    "/-/administration", "/-/administration/job.json", "/-/account",
    "/-/cases", "/-/cases.json?kind=claim&item={claim}", "/-/case/{case}", "/-/case/{case}.csv", "/-/case/{case}.jsonl",
    "/-/claim/{claim}", "/-/claim/floods/{claim}", *WRITING,
)  # fmt: skip
#: Pages of Datasette.
OTHERS = (
    "/floods", "/floods.json", "/floods/claims", "/floods/claims.json", "/floods/claims/1", "/floods/claims_fts",
    "/floods/claims_fts_data", "/floods/stated_as_fact", "/floods/stated_as_fact.csv", "/floods/claims_readable.json",
    "/floods?sql=select+1", "/floods.json?sql=select+1", "/floods.csv?sql=select+1", "/floods/claims?_where=1",
    "/floods/claims.csv?_where=1", "/floods/claims.json?_where=1", "/floods.db", "/-/metadata", "/-/metadata.json",
    "/-/settings.json", "/-/plugins", "/-/threads.json", "/-/databases", "/-/versions", "/-/permissions",
    "/-/messages", "/-/allow-debug", "/-/patterns", "/-/auth-token", "/-/actor.json", "/-/logout",
)  # fmt: skip
#: What POST changes, or would have changed: everything else only shows.
POSTED = frozenset({"/-/login", "/-/logout", "/-/messages", "/-/review/preview.json", *WRITING})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Datasette]:
    path = make(tmp_path_factory.mktemp("matrix") / "floods.db")
    with transaction(path) as connection:
        folders.create(connection, "The harbour", "ada")
    for name, role in PEOPLE.items():
        if name and role:
            user_accounts.add(path, name, role, PASSWORD)
    with served(path) as datasette:
        yield datasette


@pytest.fixture(scope="module")
def keys(site: Datasette) -> dict[str, str]:
    connection = sqlite3.connect(Path(str(site.get_database("floods").path)))
    named = {"claim": "claims", "statement": "statements", "entity": "entities"}
    found = {
        name: connection.execute(f"SELECT key FROM {table} ORDER BY id LIMIT 1").fetchone()[0]
        for name, table in named.items()
    }
    (found["case"],) = connection.execute("SELECT folder FROM case_entries LIMIT 1").fetchone()
    connection.close()
    return found


def test_every_route_has_an_address_here(keys: dict[str, str]) -> None:
    paths = [address.format(**keys).partition("?")[0] for address in ROUTES]
    for pattern, _ in register_routes():
        assert any(re.match(pattern, path) for path in paths), pattern


def ask(site: Datasette, who: str | None, method: str, address: str, held: str) -> httpx.Response:
    """As a page of ours would, with a session and the token."""
    cookies = {"ds_csrftoken": held, **({"ds_actor": session(site, who)} if who else {})}
    sent = json.dumps(WRITING.get(address.partition("?")[0], {})).encode()
    headers = {"x-csrftoken": held, "content-type": JSON}
    return send(
        site, method, address, cookies=cookies, content=None if method in ("GET", "HEAD") else sent, headers=headers
    )


@pytest.mark.parametrize("who", PEOPLE, ids=str)
@pytest.mark.parametrize("address", [*ROUTES, *OTHERS])
def test_every_role_with_every_method(address: str, who: str | None, site: Datasette, keys: dict[str, str]) -> None:
    path, held = Path(str(site.get_database("floods").path)), token(site)
    address = address.format(**keys)
    before, allowed = written(path), may(PEOPLE[who], address)
    for method in METHODS:
        status = ask(site, who, method, address, held).status_code
        assert status in expected(method, address, allowed), (method, status)
    assert written(path) == before  # what is sent names nothing that is there


def expected(method: str, address: str, allowed: bool) -> set[int]:
    """The statuses that an answer may have."""
    if method not in ("GET", "HEAD", "POST"):
        return {405}
    path = address.partition("?")[0]
    writes = path in WRITING or path == "/-/review/preview.json"
    if not allowed:
        return {403, 405} if writes or method == "POST" else {403}
    if method == "POST":
        return {200, 302, 400, 403, 415, 422} if path in POSTED else {403, 404, 405}
    if writes:
        return {405}
    if path.startswith("/-/fact"):
        return {301}
    return {404} if "/-/plot/" in path or "/-/event/" in path else {200, 302}


def test_without_users_this_machine_may_all_and_nobody_else_anything(
    site: Datasette, tmp_path: Path, keys: dict[str, str]
) -> None:
    path = Path(shutil.copy(str(site.get_database("floods").path), tmp_path / "floods.db"))
    with served(path) as alone:
        held = token(alone)
        for address in (*ROUTES, *OTHERS):
            there = address.format(**keys)
            status = ask(alone, None, "GET", there, held).status_code
            assert status in expected("GET", there, may(Role.ADMINISTRATOR, there)) | {200, 302, 403}, there
            elsewhere = send(alone, "GET", there, headers={"host": "rebound.example"})
            assert elsewhere.status_code == 400, there
