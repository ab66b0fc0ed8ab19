"""Signing in while others guess: overload is nobody's wrong password, and made-up names are in nobody's way."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from db import user_accounts
from db.user_accounts import Role
from db.web.auth import accounts, login
from db.web.auth.lockout import MAX_TRIES, Lockout
from tests.browsing import make, served
from tests.doors import PASSWORD, look, token
from tests.test_security import sign_in

if TYPE_CHECKING:
    from datasette.app import Datasette

#: More people than passwords may wait.
MANY = accounts.MAX_WAITING + 10
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make(tmp_path_factory.mktemp("made") / "floods.db")
    user_accounts.add(path, "p0", Role.ADMINISTRATOR, PASSWORD)
    first = user_accounts.users(path)["p0"]
    everybody = {
        f"p{n}": user_accounts.User(f"p{n}", Role.REVIEWER, first.password, first.added) for n in range(1, MANY)
    }
    with user_accounts._alone(path):
        user_accounts._write(path, {"p0": first, **everybody})
    return path


@pytest.fixture
def path(tmp_path: Path, made: Path) -> Path:
    for suffix in (".users", ".users-lock"):
        shutil.copy(f"{made}{suffix}", tmp_path)
    return Path(shutil.copy(made, tmp_path / "floods.db"))


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


def together(site: Datasette, tries: Sequence[tuple[str, str]]) -> list[tuple[httpx.Response, float]]:
    """The answers to all of these names and passwords at once, and the seconds that each took."""
    held = token(site)

    async def one(name: str, password: str) -> tuple[httpx.Response, float]:
        began = time.monotonic()
        form = str(httpx.QueryParams({"username": name, "password": password, "csrftoken": held})).encode()
        answer = await site.client.post("/-/login", content=form, cookies={"ds_csrftoken": held}, headers=FORM)
        return answer, time.monotonic() - began

    async def everybody() -> list[tuple[httpx.Response, float]]:
        await site.invoke_startup()
        return await asyncio.gather(*(one(name, password) for name, password in tries))

    return asyncio.run(everybody())


def test_overload_is_no_wrong_password_and_locks_nobody(site: Datasette) -> None:
    known = accounts.of(site)
    assert known is not None
    for _ in range(MAX_TRIES + 1):
        known._waiting = accounts.MAX_WAITING
        answer = sign_in(site, "p0", PASSWORD)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
        assert login.BUSY in answer.text
    known._waiting = 0
    assert sign_in(site, "p0", PASSWORD).status_code == 302


def test_of_more_than_can_be_looked_at_the_rest_are_told_to_try_again_and_get_in(site: Datasette) -> None:
    everybody = [(f"p{n}", PASSWORD) for n in range(MANY)]
    found = [answer.status_code for answer, _ in together(site, everybody)]
    assert found.count(302) == accounts.MAX_WAITING
    assert found.count(503) == MANY - accounts.MAX_WAITING
    late = [one for one, status in zip(everybody, found, strict=True) if status == 503]
    assert {answer.status_code for answer, _ in together(site, late)} == {302}


def test_hundreds_of_made_up_names_keep_nobody_from_signing_in(site: Datasette) -> None:
    sign_in(site, "nobody", "wrong")
    tries = [*((f"nobody{n}", "wrong password") for n in range(300)), ("p0", PASSWORD)]
    *others, (answer, _) = together(site, tries)
    assert answer.status_code == 302
    assert {other.status_code for other, _ in others} == {200}
    assert all(login.NO_MATCH in other.text for other, _ in others)
    known = accounts.of(site)
    assert known is not None
    assert known._waiting == 0


def test_how_long_it_takes_does_not_tell_whether_there_is_such_a_name(site: Datasette) -> None:
    together(site, [("p0", "a wrong password")])
    for _ in range(3):  # a busy machine now and then answers a step later
        taken: dict[str, list[float]] = {
            kind: [together(site, [(f"{kind}{n}", "a wrong password")])[0][1] for n in range(1, 5)]
            for kind in ("p", "q")
        }
        there, made_up = (statistics.median(found) for found in taken.values())
        if abs(there - made_up) < 0.1:
            break
    assert abs(there - made_up) < 0.1, taken
    assert min(there, made_up) >= accounts.ANSWER_STEP_SECONDS


def test_a_try_that_nobody_looked_at_is_taken_back_for_its_own_name_only() -> None:
    lockout = Lockout(clock=lambda: 0.0)
    for name, known in (("ada", True), ("ADA", False), ("ben", True)):
        for _ in range(MAX_TRIES):
            lockout.note(name, right=False, known=known)
    lockout.take_back("ada", known=True)
    lockout.take_back("nobody")
    assert (lockout.wait("ada"), lockout.wait("ben") > 0) == (0, True)


# The list of users


def unreadable(file: Path) -> None:
    file.unlink()
    file.mkdir()


def damaged(file: Path) -> None:
    file.write_text('{"users": [')


def empty(file: Path) -> None:
    file.write_text("")


LOST = [Path.unlink, unreadable, damaged, empty]


@pytest.mark.parametrize("lose", LOST)
def test_a_list_of_users_that_is_lost_lets_nobody_in_and_is_no_wrong_password(lose: object, path: Path) -> None:
    assert callable(lose)
    file = user_accounts.file_of(path)
    kept = file.read_text()
    with served(path) as site:
        assert look(site, "/", "p0").status_code == 200
        lose(file)
        for place in ("/", "/-/review", "/floods/claims.json", "/-/metadata", "/floods?sql=select+1"):
            assert look(site, place).status_code == 403, place
        for _ in range(MAX_TRIES + 1):
            answer = sign_in(site, "p0", PASSWORD)
            assert (answer.status_code, login.NO_USERS in answer.text) == (503, True)
        if file.is_dir():
            file.rmdir()
        file.write_text(kept)
        file.chmod(0o600)
        assert sign_in(site, "p0", PASSWORD).status_code == 302


@pytest.mark.parametrize("lose", LOST)
def test_nor_does_a_server_that_is_started_then(lose: object, path: Path) -> None:
    from db.serving import serve
    from extract.errors import DatabaseError

    assert callable(lose)
    lose(user_accounts.file_of(path))
    with pytest.raises(DatabaseError, match=r"floods\.db\.users (is missing|cannot be read)"):
        serve(path, port=0)
    if not user_accounts.file_of(path).exists():
        with served(path) as site:  # whatever starts it
            assert look(site, "/").status_code == 403
