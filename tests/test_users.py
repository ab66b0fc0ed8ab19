"""Who gets in: nobody without a name where there are users, each in their role, and nobody by guessing."""

from __future__ import annotations

import asyncio
import json
import shutil
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import user_accounts
from db.serving import check_loopback
from db.store import Store
from db.user_accounts import Role
from db.web.auth import accounts, sessions
from db.web.auth.lockout import MAX_NAMES, MAX_TRIES, WINDOW_SECONDS, Lockout
from extract.errors import DatabaseError, UsageError
from tests.browsing import make, served
from tests.run import extract

if TYPE_CHECKING:
    import httpx
    from datasette.app import Datasette

PASSWORD = "correct horse battery"
EVERYWHERE = (
    "/", "/-/article/1", "/-/review", "/-/review/progress", "/-/review/guide", "/floods", "/floods/claims",
    "/floods/claims/1", "/floods/claims.json", "/floods/reviews", "/floods?sql=select+1", "/floods/claims_fts",
    "/floods/stated_as_fact", "/-/review/next.json", "/-/claim/c0000000000000000", "/-/metadata.json",
    "/-/settings.json", "/-/plugins.json", "/-/databases.json", "/-/threads.json", "/-/actor.json?x=1",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database and its users."""
    folder = tmp_path_factory.mktemp("users")
    path = make(folder / "floods.db")
    for name, role in (("ada", Role.ADMINISTRATOR), ("ben", Role.REVIEWER), ("cem", Role.READER)):
        user_accounts.add(path, name, role, PASSWORD)
    return folder


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "floods.db"


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


def session(site: Datasette, name: str) -> str:
    """The cookie of somebody who has signed in."""
    known = accounts.of(site)
    assert known is not None
    return sessions.make_session(site, known.users[name])


def ask(site: Datasette, path: str, as_: str | None = None, **sent: object) -> httpx.Response:
    async def asked() -> httpx.Response:
        await site.invoke_startup()
        cookies = {"ds_actor": session(site, as_)} if as_ else {}
        if not sent:
            answer: httpx.Response = await site.client.get(path, cookies=cookies)
            return answer
        token = (await site.client.get("/-/login")).cookies["ds_csrftoken"]
        posted: httpx.Response = await site.client.post(
            path,
            content=json.dumps(sent),
            cookies={**cookies, "ds_csrftoken": token},
            headers={"x-csrftoken": token, "content-type": "application/json"},
        )
        return posted

    return asyncio.run(asked())


@pytest.mark.parametrize("path_", EVERYWHERE)
def test_without_a_name_nothing_is_shown(path_: str, site: Datasette) -> None:
    answer = ask(site, path_)
    assert answer.status_code == 403, answer.text[:200]
    assert "harbour" not in answer.text


@pytest.mark.parametrize("path_", ["/", "/-/article/1", "/floods/claims", "/-/review/guide"])
@pytest.mark.parametrize("who", ["ada", "ben", "cem"])
def test_everybody_with_a_name_may_read(who: str, path_: str, site: Datasette) -> None:
    assert ask(site, path_, who).status_code == 200


def test_a_name_that_was_taken_out_is_nobody(path: Path) -> None:
    with served(path) as site:
        cookie = session(site, "ben")
    user_accounts.remove(path, "ben")
    with served(path) as site:
        assert ask_with(site, cookie).status_code == 403


def ask_with(site: Datasette, cookie: str, path: str = "/") -> httpx.Response:
    async def asked() -> httpx.Response:
        await site.invoke_startup()
        answer: httpx.Response = await site.client.get(path, cookies={"ds_actor": cookie})
        return answer

    return asyncio.run(asked())


@pytest.mark.parametrize(("who", "status"), [("ada", 200), ("ben", 200), ("cem", 403), (None, 403)])
def test_only_reviewers_decide(who: str | None, status: int, site: Datasette) -> None:
    item = ask(site, "/-/review/next.json", "ada").json()["items"][0]
    seen = [{"claim": item["key"], "version": 0}]
    assert ask(site, "/-/review/decide.json", who, action="accept", claims=seen).status_code == status
    assert ask(site, "/-/review", who).status_code == status


def test_who_decided_is_whom_the_session_names_whatever_the_request_says(site: Datasette) -> None:
    item = ask(site, "/-/review/next.json", "ben").json()["items"][0]
    seen = [{"claim": item["key"], "version": 0}]
    sent = {"action": "accept", "claims": seen, "who": "ada", "actor": {"id": "ada"}}
    assert ask(site, "/-/review/decide.json", "ben", **sent).json()["review"]["who"] == "ben"


def test_another_s_decision_is_taken_back_by_an_administrator_only(site: Datasette) -> None:
    item = ask(site, "/-/review/next.json", "ada").json()["items"][0]
    seen = [{"claim": item["key"], "version": 0}]
    number = ask(site, "/-/review/decide.json", "ada", action="accept", claims=seen).json()["review"]["id"]
    assert ask(site, "/-/review/decide.json", "ben", action="undo", review=number).status_code == 422
    assert ask(site, "/-/review/decide.json", "ada", action="undo", review=number).status_code == 200


def test_another_s_judgement_on_names_is_taken_back_by_an_administrator_only(site: Datasette, path: Path) -> None:
    with Store.open(path) as store:
        (one,) = store.connection.execute("SELECT key FROM entities").fetchone()
        other = "e" + "0" * 16
        store.connection.execute(
            "INSERT INTO entities (key, name, type, normal, canonical) "
            "SELECT ?, 'Harbour Board', type, 'harbour board', id + 1 FROM entities",
            (other,),
        )
    for judge, number in (("ada", 1), ("ben", 2)):
        judged = ask(site, "/-/entities/judge.json", judge, one=one, other=other, judgement="same")
        assert judged.status_code == 200
        refused = ask(site, "/-/entities/undo.json", "ben", number=number)
        assert refused.status_code == (422 if judge == "ada" else 200)
        if judge == "ada":
            assert "ada judged this" in refused.json()["error"]
            assert ask(site, "/-/entities/undo.json", "ada", number=number).status_code == 200


@pytest.mark.parametrize("path_", ["/-/metadata.json", "/-/settings.json", "/-/plugins.json?all=1", "/floods.json"])
def test_no_page_tells_a_password_s_hash(path_: str, site: Datasette) -> None:
    assert "pbkdf2" not in ask(site, path_, "cem").text


def sign_in(site: Datasette, name: str, password: str, place: str = "") -> httpx.Response:
    async def asked() -> httpx.Response:
        await site.invoke_startup()
        token = (await site.client.get("/-/login")).cookies["ds_csrftoken"]
        answer: httpx.Response = await site.client.post(
            "/-/login",
            data={"username": name, "password": password, "csrftoken": token, "next": place},
            cookies={"ds_csrftoken": token},
        )
        return answer

    return asyncio.run(asked())


def test_the_right_password_lets_in_and_its_cookie_is_for_no_script(site: Datasette) -> None:
    answer = sign_in(site, "ada", PASSWORD)
    assert answer.status_code == 302
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "ds_actor" in answer.headers["set-cookie"]


def test_a_page_says_who_one_is_and_lets_one_out(site: Datasette) -> None:
    page = ask(site, "/-/review/guide", "ben").text
    assert '<form class="session" method="post" action="/-/logout">' in page
    assert "ben" in page
    assert "Sign out" not in ask(site, "/-/review/guide").text


@pytest.mark.parametrize(
    ("place", "leads"),
    [("/-/review?order=random", "/-/review?order=random"), ("//elsewhere.example", "/"), ("/\\elsewhere", "/")],
)
def test_signing_in_leads_back_to_the_page_that_was_asked_for_and_nowhere_else(
    place: str, leads: str, site: Datasette
) -> None:
    assert '<input type="hidden" name="next" value="/-/review">' in ask(site, "/-/review").text
    assert sign_in(site, "ben", PASSWORD, place).headers["location"] == leads


def test_guessing_is_stopped_and_the_right_password_waits_too(site: Datasette) -> None:
    for _ in range(MAX_TRIES):
        assert sign_in(site, "ada", "wrong").status_code == 200
    late = sign_in(site, "ada", PASSWORD)
    assert late.status_code == 429
    assert "Too many wrong passwords" in late.text
    assert sign_in(site, "ben", PASSWORD).status_code == 302


def test_a_lock_opens_again_and_a_right_password_clears_the_count() -> None:
    now = [0.0]
    lockout = Lockout(clock=lambda: now[0])
    for _ in range(MAX_TRIES):
        lockout.note("ada", right=False)
    assert lockout.wait("ada") > 0
    assert lockout.wait("ben") == 0
    now[0] = WINDOW_SECONDS + 1
    assert lockout.wait("ada") == 0
    lockout.note("ada", right=True)
    assert lockout.wait("ada") == 0


def test_trying_many_names_frees_no_name_of_a_user_and_is_forgotten() -> None:
    lockout = Lockout(clock=lambda: 0.0)
    for _ in range(MAX_TRIES):
        lockout.note("ada", right=False, known=True)
    for number in range(MAX_NAMES + 100):
        lockout.note(f"nobody{number}", right=False)
    assert lockout.wait("Ada") > 0
    assert len(lockout._others) == MAX_NAMES


def test_basic_credentials_are_not_looked_at(site: Datasette) -> None:
    import base64

    async def asked() -> httpx.Response:
        await site.invoke_startup()
        credentials = base64.b64encode(f"ada:{PASSWORD}".encode()).decode()
        answer: httpx.Response = await site.client.get("/", headers={"authorization": f"Basic {credentials}"})
        return answer

    assert asyncio.run(asked()).status_code == 403


def test_the_file_of_users_is_its_owner_s_and_holds_no_password(path: Path) -> None:
    file = user_accounts.file_of(path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert PASSWORD not in file.read_text()
    assert "pbkdf2" in file.read_text()


@pytest.mark.parametrize("name", ["", "a b", "../ada", "a" * 65, "ada\n", "<b>"])
def test_an_odd_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a valid user name"):
        user_accounts.add(tmp_path / "c.db", name, Role.READER, PASSWORD)


def test_who_has_signed_in_stays_so_when_the_server_is_started_again(path: Path) -> None:
    with served(path) as first:
        cookie = first.sign({"a": {"id": "ada"}}, "actor")
    with served(path) as second:
        assert second.unsign(cookie, "actor") == {"a": {"id": "ada"}}


def test_a_short_password_and_a_taken_name_are_refused(path: Path) -> None:
    with pytest.raises(UsageError, match="at least 10"):
        user_accounts.add(path, "dan", Role.READER, "short")
    with pytest.raises(UsageError, match="already"):
        user_accounts.add(path, "ada", Role.READER, PASSWORD)
    with pytest.raises(UsageError, match="There is no user"):
        user_accounts.change(path, "dan", role=Role.READER)


@pytest.mark.parametrize("content", ["", "{", "[1]", "{}", '{"secret": "s", "users": [{"name": "a"}]}'])
def test_a_damaged_file_lets_nobody_in_unasked(content: str, path: Path) -> None:
    user_accounts.file_of(path).write_text(content)
    with pytest.raises(DatabaseError, match="list of users"):
        user_accounts.users(path)


def test_an_address_that_others_reach_needs_users(path: Path) -> None:
    with pytest.raises(UsageError, match="extract users add"):
        check_loopback("0.0.0.0")


def test_the_command_adds_changes_lists_and_removes(tmp_path: Path) -> None:
    assert extract("users", "add", "ada", "--role", "administrator", cwd=tmp_path, stdin=b"long enough\n").code == 0
    assert extract("users", "role", "ada", "--role", "reader", cwd=tmp_path).code == 0
    assert "ada\treader" in extract("users", "list", cwd=tmp_path).out
    short = extract("users", "password", "ada", cwd=tmp_path, stdin=b"short\n")
    assert short.code == 2
    assert "at least 10" in short.err
    assert extract("users", "remove", "ada", cwd=tmp_path).code == 0
    assert extract("users", "list", "--json", cwd=tmp_path).out == ""


def test_changes_at_once_are_all_kept(tmp_path: Path) -> None:
    """As of six people who each add a user at the same moment; the secret that the first made stays."""
    database, secrets = tmp_path / "c.db", set[str | None]()

    def change(number: int) -> None:
        user_accounts.add(database, f"user{number}", Role.REVIEWER, PASSWORD)
        secrets.add(user_accounts.secret(database))
        if number % 3 == 0:
            user_accounts.remove(database, f"user{number}")

    with ThreadPoolExecutor(6) as people:
        list(people.map(change, range(6)))
    assert sorted(user_accounts.users(database)) == ["user1", "user2", "user4", "user5"]
    assert len(secrets) == 1


def test_commands_at_once_are_all_kept(tmp_path: Path) -> None:
    def add(number: int) -> int:
        return extract("users", "add", f"user{number}", cwd=tmp_path, stdin=b"long enough\n").code

    with ThreadPoolExecutor(4) as people:
        assert set(people.map(add, range(4))) == {0}
    assert len(user_accounts.users(tmp_path / "claims.db")) == 4
    assert stat.S_IMODE((tmp_path / "claims.db.users-lock").stat().st_mode) == 0o600


def test_where_nothing_can_be_locked_users_are_added_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: int) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr("fcntl.flock", none)
    assert user_accounts.add(tmp_path / "c.db", "ada", Role.REVIEWER, PASSWORD).name == "ada"
