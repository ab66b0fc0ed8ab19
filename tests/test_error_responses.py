"""What goes wrong with the file or its disk while it is served: said in words that name no path; nothing is lost."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db import serving
from db.check import check
from db.sqlite import sqlite3
from db.store import Store
from db.user_accounts import Role, add
from db.web import databases, served_files
from db.web.http import error_responses
from extract import errors
from tests.browsing import RUN, make, served
from tests.doors import WRITING, Client, look, post, token
from tests.records import harbour
from tests.run import started

if TYPE_CHECKING:
    from datasette.app import Datasette

DECIDE = "/-/review/decide.json"
PAGES = ("/", "/-/review", "/-/review/next.json", "/floods/claims", "/-/article/1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "floods.db")


@pytest.fixture
def site(path: Path) -> Iterator[Datasette]:
    with served(path) as datasette:
        yield datasette


def accept(site: Datasette) -> dict[str, Any]:
    item = look(site, "/-/review/next.json?count=1").json()["items"][0]
    return {"action": "accept", "claims": [{"claim": item["key"], "version": item["version"]}]}


def deleted(path: Path) -> None:
    for file in path.parent.glob("floods.db*"):
        file.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replaced(path: Path) -> None:
    other = Path(shutil.copy(path, path.with_name("other.db")))
    other.replace(path)


def beside_deleted(path: Path, *endings: str) -> None:
    for ending in endings:
        path.with_name(path.name + ending).unlink()


def beside_replaced(path: Path, *endings: str) -> None:
    for ending in endings:
        replaced(path.with_name(path.name + ending))


def also(happens: Callable[..., None], *endings: str) -> Callable[[Path], None]:
    """Of files beside the database, under a name that says which."""

    def done(path: Path) -> None:
        happens(path, *endings)

    done.__name__ = happens.__name__ + "".join(endings)
    return done


BESIDE = [also(happens, *endings) for happens in (beside_deleted, beside_replaced) for endings in
          (("-wal",), ("-shm",), ("-wal", "-shm"))]  # fmt: skip


@pytest.mark.parametrize("happens", [deleted, moved, replaced, *BESIDE], ids=lambda happens: happens.__name__)
def test_nothing_is_decided_in_a_file_that_is_no_longer_there(
    happens: Callable[[Path], None], site: Datasette, path: Path
) -> None:
    sent, held = accept(site), token(site)
    assert post(site, DECIDE, sent, held=held).status_code == 200
    sent = accept(site)
    happens(path)
    left = sorted(path.parent.iterdir())
    for route, content in {**WRITING, DECIDE: sent}.items():
        answer = post(site, route, content, held=held)
        assert (answer.status_code, answer.json()["error"]) == (503, served_files.MOVED)
    for page in PAGES:
        answer = look(site, page)
        assert answer.status_code == 503
        assert "start" in answer.text
    assert sorted(path.parent.iterdir()) == left


@contextmanager
def before(work: Any, happens: Callable[[], None]) -> Iterator[None]:
    happens()
    with work:
        yield


@contextmanager
def after(work: Any, happens: Callable[[], None]) -> Iterator[None]:
    with work:
        yield
    happens()


@pytest.mark.parametrize("when", [before, after])
@pytest.mark.parametrize("happens", [replaced, *BESIDE], ids=lambda happens: happens.__name__)
def test_a_file_that_goes_while_a_decision_is_stored_takes_it_along(
    happens: Callable[[Path], None], when: Any, site: Datasette, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = accept(site)
    work: Callable[..., Any] = databases.immediate
    monkeypatch.setattr(
        databases, "immediate", lambda *given, **named: when(work(*given, **named), lambda: happens(path))
    )
    answer = post(site, DECIDE, sent)
    assert (answer.status_code, answer.json()["error"]) == (503, served_files.MOVED)


def reviews(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM reviews").fetchone()[0])


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("happens", BESIDE, ids=lambda happens: happens.__name__)
def test_what_a_server_said_it_stored_is_there_when_its_log_was_taken_away(
    happens: Callable[[Path], None], end: signal.Signals, path: Path
) -> None:
    with started(path) as (url, process):
        people = Client(url)
        assert [people.accept() for _ in range(3)] == [200] * 3
        happens(path)
        assert [people.accept() for _ in range(3)] == [503] * 3
        assert reviews(path) == 3, "another program sees them as well"
        process.send_signal(end)
        process.wait(timeout=20)
    assert reviews(path) == 3
    assert check(path) == []


def test_a_server_that_ends_saves_what_it_stored_though_nobody_asked_since(path: Path) -> None:
    with started(path) as (url, process):
        assert Client(url).accept() == 200
        beside_deleted(path, "-wal", "-shm")
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
    assert reviews(path) == 1
    assert check(path) == []


def test_a_log_that_another_program_began_is_left_alone(path: Path) -> None:
    with started(path) as (url, process):
        people = Client(url)
        assert people.accept() == 200
        beside_deleted(path, "-wal", "-shm")
        with Store.open(path) as store:
            store.begin_run(RUN)
            store.add(harbour("later.txt"))
            assert people.accept() == 503
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)
    assert check(path) == []


def test_who_has_not_signed_in_is_not_told(path: Path) -> None:
    add(path, "ada", Role.ADMINISTRATOR, "correct horse battery")
    with served(path) as site:
        look(site, "/")
        moved(path)
        assert look(site, "/-/review").status_code == 403
        assert look(site, "/-/login").status_code == 200
        assert look(site, "/-/review", "ada").status_code == 503


def on_writing(site: Datasette, statement: str) -> None:
    async def done() -> None:
        await site.invoke_startup()
        await databases.database(site).execute_write_fn(lambda connection: connection.execute(statement).fetchall())

    asyncio.run(done())


@pytest.mark.parametrize(
    ("statement", "undo", "status", "words"),
    [
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", 507, "The disk is full"),
        ("PRAGMA query_only = 1", "PRAGMA query_only = 0", 503, "is read-only"),
    ],
)
def test_a_decision_that_cannot_be_stored_says_why_and_is_taken_later(
    statement: str, undo: str, status: int, words: str, site: Datasette, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sent = {**accept(site), "note": "n" * 1900}
    on_writing(site, statement)
    refused = next(
        answer for _ in range(200) if (answer := post(site, DECIDE, {**sent, "action": "note"})).status_code != 200
    )
    assert refused.status_code == status
    assert words in refused.json()["error"]
    assert str(path) not in refused.text
    assert "extract: The d" in caplog.text
    on_writing(site, undo)
    assert post(site, DECIDE, sent).status_code == 200
    assert check(path) == []


def test_a_database_on_a_medium_that_cannot_be_written_to_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "as_it_lies", lambda _: True)
    with served(path) as site:
        answer = post(site, DECIDE, accept(site))
        assert answer.status_code == 503
        assert "is read-only" in answer.json()["error"]
        assert str(path) not in answer.text


def test_a_file_that_is_damaged_while_it_is_served_is_named_as_damaged(site: Datasette, path: Path) -> None:
    sent = accept(site)
    on_writing(site, "PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    answer = post(site, DECIDE, sent)
    assert answer.status_code == 503
    assert "damaged" in answer.json()["error"]


CODES = [
    (5, 503),
    (6, 503),
    (8, 503),
    (14, 503),
    (13, 507),
    (10, 503),
    (778, 507),
    (4874, 507),
    (11, 503),
    (26, 503),
    (1, 500),
]


@pytest.mark.parametrize(("code", "status"), CODES)
def test_each_error_of_a_disk_has_its_answer(code: int, status: int, tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    found = error_responses.for_database_error(error_responses.explain(error, tmp_path))
    assert found.status == status
    assert str(tmp_path) not in found.words


def test_no_kind_of_error_is_without_an_answer() -> None:
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.DatabaseError)
    ]
    for kind in kinds:
        assert error_responses.for_database_error(kind("/somewhere/claims.db")).status in (503, 507)
