"""Writers that take turns: a short one is let in while a long one works, and the long one loses nothing."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.check import check
from db.connection import writer
from db.sqlite import INTERRUPT, Connection, primary_code, sqlite3
from db.store import RunInfo, Store
from db.turns import GivingWay, immediate
from tests.records import HARBOUR, harbour

RUN = RunInfo("0", "made up", "0")
#: Long enough to be met at any machine's speed: it ends when it is told to.
ENDLESS = (
    "INSERT INTO numbers WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 30000000) "
    "SELECT i FROM n WHERE i < 3"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "claims.db"
    connection = writer(place)
    connection.execute("CREATE TABLE numbers (i)")
    connection.close()
    return place


@pytest.fixture
def other(path: Path) -> Iterator[Connection]:
    connection = writer(path)
    yield connection
    connection.close()


def numbers(path: Path) -> list[int]:
    connection = writer(path)
    found = [row[0] for row in connection.execute("SELECT i FROM numbers ORDER BY rowid")]
    connection.close()
    return found


def in_thread(path: Path, began: threading.Event, rounds: list[int]) -> threading.Thread:
    """A long transaction in a thread: its first round would take half a minute, a further one writes 7."""

    def work(connection: Connection, turns: GivingWay) -> None:
        rounds.append(len(rounds))
        with turns.transaction():
            connection.execute("INSERT INTO numbers VALUES (7)")
            if len(rounds) == 1:
                began.set()
                connection.execute(ENDLESS)

    def run() -> None:
        connection = writer(path)
        turns = GivingWay(connection, path)
        turns.do(lambda: work(connection, turns))
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_who_waits_is_let_in_and_the_long_work_is_done_again(path: Path, other: Connection) -> None:
    began, rounds = threading.Event(), list[int]()
    thread = in_thread(path, began, rounds)
    assert began.wait(10)
    with immediate(other, urgent=path):
        other.execute("INSERT INTO numbers VALUES (1)")
    thread.join()
    assert rounds == [0, 1]
    assert numbers(path) == [1, 7]
    assert not path.with_name("claims.db-waiting").exists()


def test_by_whatever_link_the_file_is_opened(path: Path, other: Connection) -> None:
    link = path.with_name("link.db")
    link.symlink_to(path)
    began, rounds = threading.Event(), list[int]()
    thread = in_thread(path, began, rounds)
    assert began.wait(10)
    with immediate(other, urgent=link):
        other.execute("INSERT INTO numbers VALUES (1)")
    thread.join()
    assert rounds == [0, 1]


@pytest.mark.parametrize("ahead", [-2.0, 3600.0], ids=["long ago", "by a clock that went wrong"])
def test_a_mark_that_a_killed_program_left_stops_nobody(path: Path, other: Connection, ahead: float) -> None:
    mark = path.with_name("claims.db-waiting")
    mark.touch()
    os.utime(mark, (time.time() + ahead,) * 2)
    rounds: list[int] = []
    turns = GivingWay(other, path)

    def work() -> None:
        rounds.append(1)
        with turns.transaction():
            other.execute(ENDLESS.replace("30000000", "300000"))

    turns.do(work)
    assert rounds == [1]
    assert numbers(path) == [1, 2]
    assert not mark.exists()


def test_a_crowd_does_not_hold_an_article_up_for_good(path: Path, other: Connection) -> None:
    mark, rounds, stop = path.with_name("claims.db-waiting"), list[int](), threading.Event()

    def crowd() -> None:
        while not stop.is_set():
            mark.touch()
            time.sleep(0.01)

    turns = GivingWay(other, path)

    def work() -> None:
        rounds.append(1)
        with turns.transaction():
            other.execute(ENDLESS.replace("30000000", "100000"))

    thread = threading.Thread(target=crowd)
    thread.start()
    time.sleep(0.05)
    turns.do(work)
    stop.set()
    thread.join()
    assert len(rounds) == 13
    assert numbers(path) == [1, 2]


def test_another_error_is_raised_at_once(path: Path, other: Connection) -> None:
    rounds: list[int] = []

    def work() -> None:
        rounds.append(1)
        other.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        GivingWay(other, path).do(work)
    assert rounds == [1]


@pytest.mark.parametrize("at", range(1, 60, 4))
def test_an_article_that_is_stopped_anywhere_is_whole_afterwards(tmp_path: Path, at: int) -> None:
    """Somebody asks for the lock at one of the looks that storing an article takes."""
    place = tmp_path / "claims.db"
    with Store.open(place) as store:
        store.begin_run(RUN)
        store.add(harbour("000.txt", HARBOUR))
        looks: list[bool] = []
        stopped: list[int] = []

        class Watched(GivingWay):
            def _wait(self) -> None:
                stopped.append(at)

        def asks() -> bool:
            looks.append(len(looks) == at)
            return looks[-1]

        turns = Watched(store.connection, place)
        turns.steps = 50
        turns._somebody_asks = asks
        store._turns = turns
        store.add(harbour("001.txt", HARBOUR + "Day 1.\n"))
        store.finish_run()
        assert stopped == [at], "the article was never stopped"
        assert store.counts.new == 2
    assert check(place) == []


def test_neither_the_beginning_nor_the_end_of_a_transaction_is_stopped(path: Path, other: Connection) -> None:
    """SQLite counts the steps of a statement over all its runs: sooner or later a look would fall on each BEGIN and
    COMMIT, which is carried out and called interrupted."""
    rounds: list[int] = []
    turns = GivingWay(other, path)
    turns._somebody_asks = lambda: True
    turns._wait = lambda: None  # type: ignore[method-assign]

    def work() -> None:
        rounds.append(1)
        with turns.transaction():
            pass

    for steps in range(1, 12):
        turns.steps = steps
        for _ in range(20):
            turns.do(work)
    assert len(rounds) == 11 * 20
    assert not other.in_transaction


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "the end that a system asks for"])
def test_who_ends_the_program_in_a_long_statement_ends_it(path: Path, other: Connection, number: int) -> None:
    turns = GivingWay(other, path)

    def ended(*_: object) -> None:
        raise KeyboardInterrupt

    def work() -> None:
        with turns.transaction():
            other.execute(ENDLESS.replace("30000000", "3000000"))

    before = signal.signal(number, ended)
    threading.Timer(0.1, lambda: os.kill(os.getpid(), number)).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            turns.do(work)
    finally:
        signal.signal(number, before)
    assert numbers(path) == []


def test_who_can_leave_no_mark_waits_without(path: Path, other: Connection) -> None:
    path.with_name("claims.db-waiting").mkdir()  # neither written to nor taken away as a file
    holder = writer(path)
    holder.execute("BEGIN IMMEDIATE")
    other.execute("PRAGMA busy_timeout = 100")
    with pytest.raises(sqlite3.OperationalError, match="locked"), immediate(other, urgent=path):
        pass
    holder.execute("ROLLBACK")
    holder.close()
    with immediate(other, urgent=path):
        other.execute("INSERT INTO numbers VALUES (1)")
    assert other.execute("PRAGMA busy_timeout").fetchone() == (100,)
    assert numbers(path) == [1]


def test_a_stopped_statement_takes_the_whole_transaction_back(path: Path, other: Connection) -> None:
    """What `GivingWay` rests on: SQLite's own rollback, not only of the statement."""
    other.set_progress_handler(lambda: 1, 1000)
    with pytest.raises(sqlite3.OperationalError) as stopped, immediate(other):  # noqa: PT012
        other.execute("INSERT INTO numbers VALUES (1)")
        other.execute(ENDLESS)
    other.set_progress_handler(None, 0)
    assert primary_code(stopped.value) == INTERRUPT
    assert numbers(path) == []


def test_a_check_waits_for_who_writes(path: Path, other: Connection) -> None:
    """It asks the full-text tables by writing to them, and these read first: SQLite itself would not wait."""
    began = threading.Event()

    def hold() -> None:
        holder = writer(path)
        with immediate(holder):
            began.set()
            time.sleep(1.5)
        holder.close()

    other.execute("DROP TABLE numbers")
    thread = threading.Thread(target=hold)
    thread.start()
    assert began.wait(10)
    before = time.monotonic()
    assert check(path) == []
    assert time.monotonic() - before > 1
    thread.join()
