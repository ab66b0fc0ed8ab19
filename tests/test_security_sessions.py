"""Nobody gets in: who one is comes from the session alone, what writes comes from a page of ours, guessing ends."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from itsdangerous import URLSafeSerializer

from db import user_accounts
from db.reviews import deciding
from db.reviews.applying import claim_row
from db.reviews.decisions import Reason, Seen, Status
from db.store import Store
from db.user_accounts import Role
from db.web.auth import sessions
from db.web.auth.lockout import MAX_TRIES
from tests.browsing import make, served
from tests.doors import JSON, PASSWORD, WRITING, look, may, post, send, session, token, written
from tests.test_security import PEOPLE, invited, sign_in

if TYPE_CHECKING:
    from datasette.app import Datasette


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invited(make(tmp_path_factory.mktemp("made") / "floods.db"))


@pytest.fixture
def path(tmp_path: Path, made: Path) -> Path:
    shutil.copy(user_accounts.file_of(made), tmp_path)
    return Path(shutil.copy(made, tmp_path / "floods.db"))


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


@pytest.fixture
def open_site(tmp_path: Path, made: Path) -> Iterator[Datasette]:
    """One without users, as somebody has on their own machine."""
    with served(Path(shutil.copy(made, tmp_path / "alone.db"))) as datasette:
        yield datasette


# Forged


def forgeries(held: str, other: str) -> list[tuple[str, dict[str, str], dict[str, str]]]:
    """What it is, its cookies, its headers: all but one thing as our pages send it."""
    cookie, right = {"ds_csrftoken": held}, {"x-csrftoken": held, "content-type": JSON}
    return [
        ("no token", cookie, {"content-type": JSON}),
        ("a wrong token", cookie, {**right, "x-csrftoken": "wrong"}),
        ("an empty token", cookie, {**right, "x-csrftoken": ""}),
        ("a token that is no ASCII", cookie, {**right, "x-csrftoken": "t\xf6ken"}),
        ("another session's token", cookie, {**right, "x-csrftoken": other}),
        ("another session's cookie", {"ds_csrftoken": other}, right),
        ("a cookie not signed here", {"ds_csrftoken": "mine"}, {**right, "x-csrftoken": "mine"}),
        ("no cookie", {}, right),
        ("no cookie, no token", {}, {"content-type": JSON}),
        ("no cookie, a bearer", {}, {"content-type": JSON, "authorization": "Bearer x"}),
        ("a bearer", cookie, {"content-type": JSON, "authorization": "Bearer x"}),
        ("plain text", cookie, {**right, "content-type": "text/plain"}),
        ("a form", cookie, {"content-type": "application/x-www-form-urlencoded"}),
        ("a form in parts", cookie, {**right, "content-type": "multipart/form-data"}),
        ("no type", cookie, {"x-csrftoken": held}),
        ("from another site", cookie, {**right, "sec-fetch-site": "cross-site"}),
        ("from another port", cookie, {**right, "sec-fetch-site": "same-site"}),
        ("from elsewhere", cookie, {**right, "origin": "https://example.org"}),
        ("from a frame", cookie, {**right, "origin": "null"}),
        ("from a name that begins alike", cookie, {**right, "origin": "http://localhost.example.org"}),
    ]


@pytest.mark.parametrize("route", WRITING)
def test_what_no_page_of_ours_sent_is_refused_and_writes_nothing(route: str, site: Datasette, path: Path) -> None:
    before = written(path)
    mine = {"ds_actor": session(site, "ada")}
    for what, cookies, headers in forgeries(token(site), token(site)):
        content = json.dumps(WRITING[route]).encode()
        encoded = {name: value.encode("latin-1") for name, value in headers.items()}
        answer = send(site, "POST", route, cookies={**mine, **cookies}, content=content, headers=encoded)  # type: ignore[arg-type]
        assert answer.status_code in (403, 415), (what, answer.status_code, answer.text)
    assert written(path) == before
    assert post(site, route, WRITING[route], "ada").status_code in (200, 422)


@pytest.mark.parametrize("route", WRITING)
def test_another_site_decides_for_nobody_without_users_either(route: str, open_site: Datasette) -> None:
    for what, cookies, headers in forgeries(token(open_site), token(open_site)):
        content = json.dumps(WRITING[route]).encode()
        encoded = {name: value.encode("latin-1") for name, value in headers.items()}
        answer = send(open_site, "POST", route, cookies=cookies, content=content, headers=encoded)  # type: ignore[arg-type]
        assert answer.status_code in (403, 415), (what, answer.status_code, answer.text)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("route", WRITING)
def test_only_a_post_decides(method: str, route: str, site: Datasette, path: Path) -> None:
    before, held = written(path), token(site)
    answer = send(
        site, method, route, cookies={"ds_csrftoken": held, "ds_actor": session(site, "ada")},
        content=json.dumps(WRITING[route]).encode(), headers={"x-csrftoken": held, "content-type": JSON},
    )  # fmt: skip
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]
    assert written(path) == before


@pytest.mark.parametrize(
    "page", ["/", "/-/article/1", "/-/review", "/-/statements", "/-/entities", "/-/review/next.json"]
)
def test_a_page_takes_no_post(page: str, site: Datasette) -> None:
    assert post(site, page, {}, "ada").status_code == 405


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_whoever_may_look_needs_no_token(method: str, site: Datasette) -> None:
    cookies = {"ds_actor": session(site, "ada")}
    assert send(site, method, "/-/review/counts.json", cookies=cookies).status_code == 200


# Who one is


def test_a_name_in_a_request_is_nobody(site: Datasette, path: Path) -> None:
    names = {"x-remote-user": "ada", "x-forwarded-user": "ada", "remote-user": "ada", "authorization": "Bearer ada"}
    for page in ("/?actor=ada&who=ada&_actor=ada", "/-/review?who=ada", "/-/actor.json?id=ada"):
        assert look(site, page, **names).status_code == 403
    item = look(site, "/-/review/next.json?count=1&who=ada", "ben").json()["items"][0]
    sent = {
        "action": "accept", "claims": [{"claim": item["key"], "version": item["version"]}], "who": "ada", "role":
        "administrator", "actor": {"id": "ada"},
    }  # fmt: skip
    answer = post(site, "/-/review/decide.json?who=ada", sent, "ben")
    assert answer.json()["review"]["who"] == "ben"


def cookies(site: Datasette) -> Iterator[str]:
    """Sessions that are none."""
    mine, role = session(site, "cem"), {"id": "ada", "role": "administrator"}
    yield from ("", "ada", '{"a": {"id": "ada"}}', mine[:-1], mine + "x", mine.swapcase(), "." * 3000)
    yield site.sign({"a": role}, "actor")  # as Datasette would: without a password's mark and an end
    yield site.sign({"a": {"id": "ada", "of": "0" * 16}, "e": "zzzzzz"}, "actor")
    yield site.sign({"a": {**role, "of": None}, "e": "zzzzzz"}, "actor")
    yield site.sign([role], "actor")
    yield site.sign(site.unsign(mine, "actor"), "messages")  # of another kind
    yield URLSafeSerializer("somebody else's secret").dumps(site.unsign(mine, "actor"), "actor")
    yield URLSafeSerializer("").dumps({"a": role}, "actor")


def test_a_session_that_was_not_given_here_is_none(site: Datasette) -> None:
    for cookie in cookies(site):
        answer = send(site, "GET", "/floods/claims", cookies={"ds_actor": cookie})
        assert answer.status_code == 403, cookie
        assert "harbour" not in answer.text


def test_a_session_ends(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = session(site, "ben")
    monkeypatch.setattr(sessions, "SESSION_SECONDS", -1)
    late = session(site, "ben")
    assert send(site, "GET", "/", cookies={"ds_actor": cookie}).status_code == 200
    assert send(site, "GET", "/", cookies={"ds_actor": late}).status_code == 403


def test_nobody_called_none_is_let_in_by_having_no_name(path: Path) -> None:
    user_accounts.add(path, "None", Role.ADMINISTRATOR, PASSWORD)
    with served(path) as site:
        assert look(site, "/-/review/counts.json").status_code == 403
        assert post(site, "/-/review/release.json", {}).status_code == 403


def test_who_is_taken_out_or_made_less_is_so_at_once(site: Datasette, path: Path) -> None:
    ben, ada = session(site, "ben"), session(site, "ada")

    def seen(cookie: str, page: str) -> int:
        return send(site, "GET", page, cookies={"ds_actor": cookie}).status_code

    assert (seen(ben, "/-/review"), seen(ada, "/-/metadata")) == (200, 200)
    user_accounts.change(path, "ben", role=Role.READER)
    assert (seen(ben, "/-/review"), seen(ben, "/")) == (403, 200)
    user_accounts.change(path, "ada", role=Role.REVIEWER)
    assert (seen(ada, "/-/metadata"), seen(ada, "/floods?sql=select+1"), seen(ada, "/-/review")) == (403, 403, 200)
    user_accounts.remove(path, "ben")
    assert seen(ben, "/") == 403
    user_accounts.add(path, "ben", Role.REVIEWER, PASSWORD)  # somebody else of that name
    assert seen(ben, "/") == 403


def test_another_password_ends_the_sessions_there_were(site: Datasette, path: Path) -> None:
    before = session(site, "ben")
    user_accounts.change(path, "ben", password="another long password")
    assert send(site, "GET", "/", cookies={"ds_actor": before}).status_code == 403
    assert sign_in(site, "ben", PASSWORD).status_code == 200  # the form again
    assert sign_in(site, "ben", "another long password").status_code == 302


def test_taking_out_the_last_user_or_damaging_the_file_opens_nothing(site: Datasette, path: Path) -> None:
    for name in PEOPLE:
        user_accounts.remove(path, name)
    assert look(site, "/").status_code == 403
    user_accounts.file_of(path).write_text("{")
    assert look(site, "/").status_code == 403
    user_accounts.file_of(path).unlink()
    assert look(site, "/floods/claims.json").status_code == 403
    assert post(site, "/-/review/release.json", {}).status_code == 403


def test_the_first_user_closes_a_server_that_runs(tmp_path: Path) -> None:
    path = make(tmp_path / "floods.db")
    with served(path) as site:
        assert look(site, "/").status_code == 200
        user_accounts.add(path, "ada", Role.ADMINISTRATOR, PASSWORD)
        assert look(site, "/").status_code == 403


# Roles


@pytest.mark.parametrize("route", WRITING)
@pytest.mark.parametrize("who", [*PEOPLE, None])
def test_each_role_may_what_it_may(who: str | None, route: str, site: Datasette, path: Path) -> None:
    before = written(path)
    status = post(site, route, WRITING[route], who).status_code
    assert (status in (200, 422)) if may(PEOPLE.get(who or ""), route) else (status == 403)
    assert written(path) == before


@pytest.mark.parametrize("who", ["ben", "cem", None])
def test_only_an_administrator_settles(who: str | None, site: Datasette, path: Path) -> None:
    item = look(site, "/-/review/next.json?count=1", "ada").json()["items"][0]
    seen = [{"claim": item["key"], "version": item["version"]}]
    before = written(path)
    sent = {"action": "settle", "claims": seen, "status": "accepted"}
    assert post(site, "/-/review/decide.json", sent, who).status_code in (403, 422)
    assert written(path) == before


@pytest.mark.parametrize("action", ["accept", "reject", "edit", "split"])
def test_who_differs_does_not_end_the_dispute_by_deciding_anew(action: str, site: Datasette, path: Path) -> None:
    item = look(site, "/-/review/next.json?count=1", "ada").json()["items"][0]
    seen = Seen(item["key"], item["version"])
    with Store.open(path) as store:
        deciding.accept(store.connection, [seen], "ben")
        deciding.opinion(store.connection, seen.claim, Status.REJECTED, "ada", Reason.OBJECT)
        now = claim_row(store.connection, seen.claim)
    assert now["status"] == "disputed"
    before = written(path)
    changes = {"correction": {"polarity": "negative"}, "parts": [{}, {"polarity": "negative"}], "reason": "other"}
    sent = {"action": action, "claims": [{"claim": seen.claim, "version": now["version"]}], **changes}
    answer = post(site, "/-/review/decide.json", sent, "ben")
    assert (answer.status_code, answer.json()["error"].split(".")[0]) == (
        422,
        "Two reviewers disagree about this claim",
    )
    assert written(path) == before
    assert "Two readers" not in post(site, "/-/review/decide.json", sent, "ada").text


@pytest.mark.parametrize("action", ["accept", "reject", "edit", "split"])
def test_who_differed_does_not_overturn_how_it_was_settled(action: str, site: Datasette, path: Path) -> None:
    item = look(site, "/-/review/next.json?count=1", "ada").json()["items"][0]
    seen = Seen(item["key"], item["version"])
    with Store.open(path) as store:
        deciding.accept(store.connection, [seen], "ben")
        deciding.opinion(store.connection, seen.claim, Status.REJECTED, "cem", Reason.OBJECT)
        settled = Seen(seen.claim, claim_row(store.connection, seen.claim)["version"])
        deciding.settle(store.connection, settled, Status.ACCEPTED, "ada")
        now = claim_row(store.connection, seen.claim)
    before = written(path)
    changes = {"correction": {"polarity": "negative"}, "parts": [{}, {"polarity": "negative"}], "reason": "other"}
    sent = {"action": action, "claims": [{"claim": seen.claim, "version": now["version"]}], **changes}
    answer = post(site, "/-/review/decide.json", sent, "ben")
    assert (answer.status_code, answer.json()["error"].split(".")[0]) == (422, "An administrator settled this claim")
    assert written(path) == before
    assert "settled" not in post(site, "/-/review/decide.json", sent, "ada").text


def test_nobody_can_be_called_as_datasette_s_own_administrator(path: Path) -> None:
    from extract.errors import UsageError

    with pytest.raises(UsageError, match="root"):
        user_accounts.add(path, "root", Role.READER, PASSWORD)


# Signing in and out


def test_signing_in_gives_a_session_of_its_own(site: Datasette) -> None:
    planted = session(site, "cem")
    answer = sign_in(site, "ada", PASSWORD, cookies={"ds_actor": planted})
    given = answer.cookies["ds_actor"].strip('"')
    assert given != planted
    assert site.unsign(given, "actor")["a"]["id"] == "ada"


def test_nobody_is_signed_in_or_out_by_another_site(site: Datasette) -> None:
    form = str(httpx.QueryParams({"username": "ada", "password": PASSWORD})).encode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    for route in ("/-/login", "/-/logout"):
        for given in ({}, {"ds_actor": session(site, "ben")}):
            answer = send(site, "POST", route, cookies=given, content=form, headers=headers)
            assert answer.status_code == 403
            assert "set-cookie" not in answer.headers
    assert "ds_actor" not in look(site, "/-/logout", "ben").headers.get("set-cookie", "")
    held = token(site)
    out = send(
        site, "POST", "/-/logout", cookies={"ds_actor": session(site, "ben"), "ds_csrftoken": held},
        content=f"csrftoken={held}".encode(), headers=headers,
    )  # fmt: skip
    assert 'ds_actor="";' in out.headers["set-cookie"]


@pytest.mark.parametrize("name", ["ada", "nobody-of-this-name"])
def test_guessing_ends_wherever_it_comes_from_and_for_names_there_are_not(name: str, site: Datasette) -> None:
    for number in range(MAX_TRIES):
        headers = {"x-forwarded-for": f"10.0.0.{number}", "x-real-ip": f"10.0.1.{number}"}
        assert sign_in(site, name, f"wrong password {number}", headers=headers).status_code == 200
    late = sign_in(site, name.upper(), PASSWORD, headers={"x-forwarded-for": "10.9.9.9"})
    assert late.status_code == 429
    assert int(late.headers["retry-after"]) > 0


def test_guesses_that_come_at_once_are_counted_too(site: Datasette) -> None:
    held = token(site)
    form = str(httpx.QueryParams({"username": "ada", "password": "wrong", "csrftoken": held})).encode()

    async def together() -> list[int]:
        await site.invoke_startup()
        headers = {"content-type": "application/x-www-form-urlencoded"}
        tries = [
            site.client.post("/-/login", content=form, cookies={"ds_csrftoken": held}, headers=headers)
            for _ in range(3 * MAX_TRIES)
        ]
        return sorted(answer.status_code for answer in await asyncio.gather(*tries))

    assert asyncio.run(together()) == [200] * MAX_TRIES + [429] * 2 * MAX_TRIES


def test_the_password_tool_is_not_there(site: Datasette) -> None:
    for who in (*PEOPLE, None):
        assert look(site, "/-/password-tool", who).status_code in (403, 404)
        assert post(site, "/-/password-tool", {"password": "x"}, who).status_code in (403, 404)


@pytest.mark.parametrize(
    "cookie", ["a:b=1", "=", ";;;", "ds_csrftoken", "\xff\xfe=1", 'x="', "ds_actor=\x01", "a=" + "b" * 9000]
)
def test_cookies_of_other_programs_do_no_harm(cookie: str, open_site: Datasette) -> None:
    headers: Any = {"cookie": cookie.encode("latin-1")}
    assert send(open_site, "GET", "/", headers=headers).status_code == 200
