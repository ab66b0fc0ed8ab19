"""Nobody gets in: each way that somebody has tried elsewhere, against the server as the command starts it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import pytest

from db import user_accounts
from db.serving import serve
from db.sqlite import sqlite3
from db.user_accounts import Role
from db.web.http.security import STRICT_POLICY
from extract.errors import DatabaseError, UsageError
from tests.browsing import close, make, served
from tests.doors import JSON, PASSWORD, WRITING, Server, look, send, server, session, token

if TYPE_CHECKING:
    from datasette.app import Datasette

PEOPLE = {"ada": Role.ADMINISTRATOR, "ben": Role.REVIEWER, "cem": Role.READER}
OURS = (
    "/", "/-/article/1", "/-/article/2", "/-/review", "/-/review/progress", "/-/review/guide", "/-/review/log",
    "/-/statements", "/-/contradictions", "/-/entities", "/-/login",
)  # fmt: skip
DATASETTE_S = (
    "/floods", "/floods/claims", "/floods/claims/1", "/floods/claims.json", "/floods/claims.csv", "/floods/nothing",
    "/-/review/counts.json", "/-/review/next.json", "/-/metadata", "/-/actor.json", "/-/logout", "/floods?sql=nonsense",
)  # fmt: skip
MACHINERY = (
    "/-/metadata", "/-/metadata.json", "/-/settings", "/-/settings.json", "/-/plugins", "/-/plugins.json",
    "/-/threads", "/-/threads.json", "/-/databases", "/-/databases.json", "/-/versions", "/-/versions.json",
    "/-/permissions", "/-/messages", "/-/allow-debug", "/-/auth-token", "/-/patterns",
)  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with users, that these tests only look at."""
    return invited(make(tmp_path_factory.mktemp("doors") / "floods.db"))


def invited(path: Path) -> Path:
    for name, role in PEOPLE.items():
        user_accounts.add(path, name, role, PASSWORD)
    return path


@pytest.fixture(scope="module")
def site(shared: Path) -> Iterator[Datasette]:
    with served(shared) as datasette:
        yield datasette


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """One with users, to change."""
    return invited(make(tmp_path / "floods.db"))


@pytest.fixture(scope="module")
def real(shared: Path) -> Iterator[Server]:
    with server(shared) as started:
        yield started


# Addresses


@pytest.mark.parametrize(
    "path",
    [
        "//example.org/", "//example.org/%2e%2e", "/\\example.org/", "/%5cexample.org/", "/%5Cexample.org/",
        "/%5c%5cexample.org/",
        "/%2f%2fexample.org/", "/%2fexample.org/", "/%2F%5Cexample.org/", "/.%2f/example.org/",
        "/floods/%5c/example.org/",
        "/%09/example.org/", "/%0d%0aLocation:%20//example.org/", "/floods/claims/",
        "/example.org//", "///example.org/",
        "/-/logout//example.org/", "/-/login?next=//example.org", "/-/review/%2e%2e/%2f/example.org/",
    ],
)  # fmt: skip
def test_no_redirect_leads_elsewhere(path: str, real: Server) -> None:
    status, headers, _ = real.raw(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    place = headers.get("location", "/")
    assert place.startswith("/")
    assert not place.startswith(("//", "/\\", "/%5c", "/%5C", "/%2f", "/%2F"))
    assert status in (200, 302, 400, 403, 404)


@pytest.mark.parametrize(
    "place", ["//example.org", "/\\example.org", "https://example.org", "javascript:alert(1)", "/a\nb"]
)
def test_signing_in_leads_nowhere_else(place: str, site: Datasette) -> None:
    page = look(site, f"/-/login?next={quote(place)}").text
    assert 'name="next" value=""' in page
    assert sign_in(site, "ben", PASSWORD, {"next": place}).headers["location"] == "/"


def sign_in(
    site: Datasette, name: str, password: str, others: dict[str, str] | None = None,
    headers: dict[str, str] | None = None, cookies: dict[str, str] | None = None,
) -> httpx.Response:  # fmt: skip
    held = token(site)
    form = httpx.QueryParams({"username": name, "password": password, "csrftoken": held, **(others or {})})
    return send(
        site, "POST", "/-/login", cookies={**(cookies or {}), "ds_csrftoken": held}, content=str(form).encode(),
        headers={"content-type": "application/x-www-form-urlencoded", **(headers or {})},
    )  # fmt: skip


HOSTS = [
    ("Host: localhost", 200), ("Host: LOCALHOST:80", 200), ("Host: 127.0.0.1:{port}", 200), ("Host: [::1]:9", 200),
    ("Host: rebound.example", 400), ("Host: rebound.example:{port}", 400), ("Host: localhost.rebound.example", 400),
    ("Host: localhost@rebound.example", 400), ("Host: localhost:80:80", 400), ("Host: 0x7f000001", 400),
    ("Host: [::ffff:127.0.0.1]", 400), ("Host: ", 400), ("X-Nothing: 1", 400),
    ("Host: localhost\r\nHost: rebound.example", 400), ("Host: rebound.example\r\nX-Forwarded-Host: localhost", 400),
    ("Host: rebound.example\r\nForwarded: host=localhost", 400),
]  # fmt: skip


@pytest.mark.parametrize(("line", "status"), HOSTS, ids=[line for line, _ in HOSTS])
def test_a_request_must_name_this_machine(line: str, status: int, real: Server) -> None:
    version = "1.0" if "Host" not in line else "1.1"
    head = f"GET /-/login HTTP/{version}\r\n{line}\r\nConnection: close\r\n\r\n".replace("{port}", str(real.port))
    assert real.raw(head.encode())[0] == status


def test_an_address_in_the_request_line_counts_for_nothing(real: Server) -> None:
    line = b"GET http://localhost/-/login HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
    assert real.raw(line)[0] == 400
    status, _, body = real.raw(
        b"GET http://rebound.example/floods HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    assert status != 200
    assert b"harbour" not in body


def test_a_socket_that_stays_open_is_refused(real: Server) -> None:
    upgrade = (
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + "A" * 22
        + "=="
    )
    status, _, _ = real.raw(f"GET /floods HTTP/1.1\r\nHost: localhost\r\n{upgrade}\r\n\r\n".encode())
    assert status == 403


# What is told


def test_an_error_prints_no_cookie_no_secret_and_no_password(own: Path) -> None:
    with server(own) as started, httpx.Client(base_url=started.url, timeout=30) as client:
        held = client.get("/-/login").cookies["ds_csrftoken"]
        form = {"username": "ada", "password": PASSWORD, "csrftoken": held}
        assert client.post("/-/login", data=form).status_code == 302
        with sqlite3.connect(own) as connection:
            connection.execute("ALTER TABLE statements RENAME TO statements_elsewhere")
        connection.close()
        page = client.get("/-/statements?text=a-private-search")
        decided = client.post(
            "/-/contradictions/decide.json", json={"contradiction": "x", "verdict": "real", "why": "a-private-note"},
            headers={"x-csrftoken": held},
        )  # fmt: skip
        session_cookie = client.cookies["ds_actor"]
    assert page.status_code == 500
    assert decided.status_code in (422, 500)
    said = started.said.read_text()
    assert "Traceback" in said
    private = (
        PASSWORD,
        session_cookie,
        held,
        user_accounts.secret(own) or "?",
        user_accounts.users(own)["ada"].password,
    )
    for words in (*private, "a-private-search", "a-private-note"):
        assert words not in said
        assert words == held or words not in page.text  # the form to sign out by holds the token
    assert "no such table" not in page.text


def test_no_page_about_the_server_is_for_those_who_only_read_or_review(site: Datasette) -> None:
    for path in MACHINERY:
        assert {who: look(site, path, who).status_code for who in ("ben", "cem", None)} == {
            "ben": 403, "cem": 403, None: 403,
        }, path  # fmt: skip


@pytest.mark.parametrize("path", [*MACHINERY, "/-/actor.json", "/floods.json", "/floods/runs.json"])
def test_no_page_tells_a_secret_even_to_an_administrator(path: str, site: Datasette, shared: Path) -> None:
    text = look(site, path, "ada").text
    secret = user_accounts.secret(shared)
    assert secret
    for private in ("pbkdf2", secret, *(user.password for user in user_accounts.users(shared).values())):
        assert private not in text


@pytest.mark.parametrize(
    "path",
    [
        "/floods.db", "/floods.db.users", "/floods.users", "/-/static/../floods.db.users",
        "/-/static/%2e%2e/floods.db.users",
        "/-/extract/aa/../../floods.db.users", "/-/static-plugins/extract/../../users.py", "/_internal", "/_memory",
    ],
)  # fmt: skip
@pytest.mark.parametrize("who", [*PEOPLE, None])
def test_no_file_is_given_out(path: str, who: str | None, site: Datasette, shared: Path) -> None:
    answer = look(site, path, who)
    assert answer.headers["content-type"].startswith(("text/html", "text/plain"))  # a page, or words
    assert "pbkdf2" not in answer.text
    assert str(user_accounts.secret(shared)) not in answer.text


# Queries


QUERIES = (
    "/floods?sql=select+text+from+articles", "/floods.json?sql=select+text+from+articles", "/floods.csv?sql=select+1",
    "/floods?sql=select+*+from+claims_fts", "/floods?sql=select+zeroblob(900000000)", "/floods/claims?_where=1=1",
    "/floods/claims.json?_where=id+in+(select+1)",
)  # fmt: skip


@pytest.mark.parametrize("path", QUERIES)
def test_queries_of_one_s_own_are_for_administrators(path: str, site: Datasette) -> None:
    for who in ("ben", "cem", None):
        assert look(site, path, who).status_code in (400, 403), who
    assert look(site, path.replace("zeroblob(900000000)", "1"), "ada").status_code == 200


def test_saved_queries_are_for_everybody_with_a_name(site: Datasette) -> None:
    assert look(site, "/floods/stated_as_fact", "cem").status_code == 200
    assert look(site, "/floods/who_says_what.json?source=x&sql=select+1", "cem").status_code == 200
    assert look(site, "/floods/stated_as_fact").status_code == 403


@pytest.mark.parametrize(
    "sql",
    [
        "select zeroblob(900000000)", "select randomblob(900000000)", "select * from pragma_user_version",
        "pragma user_version",
        "attach 'floods.db.users' as u", "delete from reviews", "with x as (select 1) delete from reviews",
        "select load_extension('x')", "select readfile('floods.db.users')", "vacuum", "create table t (x)",
    ],
)  # fmt: skip
def test_no_query_takes_all_memory_writes_or_leaves_the_database(sql: str, site: Datasette, shared: Path) -> None:
    answer = look(site, "/floods?" + str(httpx.QueryParams({"sql": sql})), "ada")
    assert answer.status_code == 400
    assert str(shared.parent) not in answer.text


#: Where the words of a table are too.
ROUND_IT = (
    "/floods/claims_fts", "/floods/claims_readable", "/floods/asserted.json", "/floods/stated_as_fact",
    "/floods/statements",
    "/floods?sql=select+claim+from+claims", "/floods.json?sql=select+text+from+articles", "/floods/entities?_where=1",
)  # fmt: skip


def test_a_table_that_is_closed_closes_our_pages_and_nobody_reviews_beside_the_command(shared: Path) -> None:
    from datasette.app import Datasette as Plain

    for table in ("claims", "sentences", "articles"):
        tables = {table: {"allow": {"id": "ada"}}}
        closed = Plain([str(shared)], metadata={"databases": {"floods": {"tables": tables}}})
        for path in (
            "/",
            "/-/article/1",
            "/-/statements",
            "/-/contradictions",
            "/-/entities",
            "/-/review/guide",
            *ROUND_IT,
        ):
            assert look(closed, path).status_code == 403, (table, path)
        ada = {"ds_actor": closed.sign({"a": {"id": "ada"}}, "actor")}
        assert send(closed, "GET", "/floods/claims_fts", cookies=ada).status_code == 200
        close(closed)
    plain = Plain([str(shared)])
    for path in ("/-/review", "/-/review/progress", "/-/review/log", "/-/review/next.json", "/-/review/counts.json"):
        assert look(plain, path).status_code == 403, path
    held = "x"
    for path, content in WRITING.items():
        sent = json.dumps(content).encode()
        headers = {"x-csrftoken": held, "content-type": JSON}
        assert send(plain, "POST", path, content=sent, headers=headers).status_code == 403, path
    close(plain)


# Headers


@pytest.mark.parametrize("path", [*OURS, *DATASETTE_S, *MACHINERY, "//x", "/-/password-tool"])
@pytest.mark.parametrize("who", ["ada", "cem", None])
def test_every_answer_has_its_headers(path: str, who: str | None, site: Datasette) -> None:
    headers = look(site, path, who).headers
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    if not headers["content-type"].startswith("text/html"):
        assert "unsafe" not in policy
    if who and path in OURS and (who == "ada" or "review" not in path):
        assert policy == STRICT_POLICY


def test_cookies_are_kept_from_scripts_other_sites_and_plain_http(own: Path) -> None:
    with server(own) as started, httpx.Client(base_url=started.url, timeout=30) as client:
        client.headers["x-forwarded-proto"] = "https"  # as a proxy with HTTPS on this machine says
        first = client.get("/-/login")
        held = first.headers["set-cookie"].split("=", 1)[1].split(";")[0]
        form = {"username": "ada", "password": PASSWORD, "csrftoken": held}
        signed = client.post("/-/login", data=form, headers={"cookie": f"ds_csrftoken={held}"})
    cookies = first.headers.get_list("set-cookie") + signed.headers.get_list("set-cookie")
    assert [cookie.split("=")[0] for cookie in cookies] == ["ds_csrftoken", "ds_actor"]
    for cookie in cookies:
        flags = {part.strip().lower() for part in cookie.split(";")}
        assert {"httponly", "samesite=lax", "secure", "path=/"} <= flags


# The machine


def test_other_machines_are_let_in_only_where_there_are_users(tmp_path: Path) -> None:
    path = make(tmp_path / "floods.db")
    for host in ("0.0.0.0", "::", "example.org"):
        with pytest.raises(UsageError, match="add users first"):
            serve(path, host=host, port=0)


def test_a_file_of_users_that_others_may_read_is_not_served(own: Path) -> None:
    user_accounts.file_of(own).chmod(0o644)
    with pytest.raises(DatabaseError, match="chmod 600"), served(own):
        pass
    user_accounts.file_of(own).chmod(0o600)
    user_accounts.change(own, "ben", role=Role.READER)
    assert user_accounts.file_of(own).stat().st_mode & 0o777 == 0o600


def test_sessions_and_tokens_outlive_a_restart(own: Path) -> None:
    with served(own) as site:
        cookie, held = session(site, "ben"), token(site)
    with served(own) as site:
        cookies = {"ds_actor": cookie, "ds_csrftoken": held}
        headers = {"x-csrftoken": held, "content-type": JSON}
        answer = send(site, "POST", "/-/review/release.json", cookies=cookies, content=b"{}", headers=headers)
    assert answer.status_code == 200
