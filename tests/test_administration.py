"""Administration in the browser: users, passwords, calibration, tasks and the audit log, for those who may."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import audit, user_accounts
from db.check import check
from db.connection import snapshot
from db.reviews.decisions import RefusedError
from db.user_accounts import Role
from db.web import jobs
from tests.browsing import make, served
from tests.doors import PASSWORD, PEOPLE, look, post, staffed

if TYPE_CHECKING:
    from datasette.app import Datasette

USERS = "/-/administration/users.json"
OWN = "/-/account/password.json"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "floods.db")


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with staffed(path) as datasette:
        yield datasette


def audited(path: Path) -> list[tuple[str, str | None, str]]:
    with snapshot(path) as connection:
        return [(one.action, one.details, one.who) for one in reversed(audit.latest(connection))]


def test_an_administrator_manages_users_and_each_act_is_in_the_audit_log(site: Datasette, path: Path) -> None:
    new = {"action": "add", "name": "dora", "role": "reviewer", "password": "another long password"}
    assert post(site, USERS, new, "ben").status_code == 403
    assert post(site, USERS, new, "ada").status_code == 200
    assert "already" in post(site, USERS, new, "ada").json()["error"]
    assert look(site, "/-/review", "dora").status_code == 200
    assert post(site, USERS, {"action": "role", "name": "dora", "role": "reader"}, "ada").status_code == 200
    assert look(site, "/-/review", "dora").status_code == 403  # at once
    short = post(site, USERS, {"action": "password", "name": "dora", "password": "short"}, "ada")
    assert (short.status_code, "at least 10" in short.json()["error"]) == (422, True)
    assert post(site, USERS, {"action": "password", "name": "dora", "password": PASSWORD}, "ada").status_code == 200
    assert post(site, USERS, {"action": "remove", "name": "dora"}, "ada").status_code == 200
    assert set(user_accounts.users(path)) == set(PEOPLE)
    assert audited(path) == [
        ("add user", "dora as reviewer", "ada"), ("change role", "dora: reader", "ada"),
        ("reset password", "dora", "ada"), ("remove user", "dora", "ada"),
    ]  # fmt: skip
    page = look(site, "/-/administration", "ada").text
    assert "dora as reviewer" in page
    assert PASSWORD not in page
    assert check(path) == []


@pytest.mark.parametrize(
    "content", [{"action": "remove", "name": "ada"}, {"action": "role", "name": "ada", "role": "reader"}]
)
def test_the_last_administrator_stays(site: Datasette, path: Path, content: dict[str, str]) -> None:
    assert "only administrator" in post(site, USERS, {"name": "ada", **content}, "ada").json()["error"]
    assert user_accounts.users(path)["ada"].role is Role.ADMINISTRATOR
    assert audited(path) == []


def test_the_first_user_is_an_administrator(path: Path) -> None:
    with served(path) as site:
        content = {"action": "add", "name": "ben", "role": "reviewer", "password": PASSWORD}
        assert "must be an administrator" in post(site, USERS, content).json()["error"]
        assert post(site, USERS, content | {"role": "administrator"}).status_code == 200
        assert look(site, "/-/administration").status_code == 403
        assert look(site, "/-/administration", "ben").status_code == 200


def test_everybody_changes_their_own_password_and_other_sessions_end(site: Datasette, path: Path) -> None:
    wrong = post(site, OWN, {"current": "not this one", "password": "a new long password"}, "cem")
    assert wrong.json()["error"] == "The current password is wrong."
    assert "at least 10" in post(site, OWN, {"current": PASSWORD, "password": "short"}, "cem").json()["error"]
    before = user_accounts.users(path)["cem"].password
    done = post(site, OWN, {"current": PASSWORD, "password": "a new long password"}, "cem")
    assert done.status_code == 200
    assert done.cookies["ds_actor"]
    assert user_accounts.users(path)["cem"].password != before
    assert audited(path) == [("change own password", "cem", "cem")]
    assert "cem" in look(site, "/-/account", "cem").text


def test_guessing_one_s_password_is_locked_like_signing_in(site: Datasette) -> None:
    for _ in range(5):
        post(site, OWN, {"current": "wrong", "password": "a new long password"}, "ben")
    locked = post(site, OWN, {"current": PASSWORD, "password": "a new long password"}, "ben")
    assert "Too many wrong passwords" in locked.json()["error"]


def test_calibration_is_refused_in_words_without_reviews(site: Datasette, path: Path) -> None:
    for content in ({"preview": True}, {}):
        answer = post(site, "/-/administration/calibrate.json", content, "ada")
        assert (answer.status_code, "Review more claims" in answer.json()["error"]) == (422, True)
    back = post(site, "/-/administration/calibrate.json", {"reset": True, "preview": True}, "ada").json()
    assert back["better"]
    assert audited(path) == []


@pytest.mark.parametrize("model", ["--no", "a b", "../x", "-"])
def test_a_model_is_no_option(site: Datasette, model: str) -> None:
    answer = post(site, "/-/administration/reextract.json", {"model": model, "preview": True}, "ada")
    assert answer.status_code == 422
    assert jobs.current(site) is None


def test_a_backup_is_a_task_one_at_a_time_and_a_sound_copy(site: Datasette, path: Path) -> None:
    copy = path.with_name("copy.db")

    async def run() -> jobs.Job:
        await site.invoke_startup()
        job = await jobs.start(site, "backup copy.db", ["backup", str(copy), "--db", str(path)], "ada")
        with pytest.raises(RefusedError, match="still running"):
            await jobs.start(site, "another", ["--help"], "ada")
        assert job.task
        await job.task
        return job

    job = asyncio.run(run())
    assert (job.code, bool(job.ended)) == (0, True), job.output
    assert check(copy) == []
    assert audited(path) == [("begin", "backup copy.db", "ada"), ("end", "backup copy.db: done", "ada")]
