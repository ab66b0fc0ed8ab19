"""Killed at any moment: no half article, and the next run finishes the work (law 4)."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from db.check import check
from db.connection import reader, transaction
from db.export import export_jsonl
from db.reviews import deciding
from db.reviews.decisions import Seen
from db.sqlite import sqlite3
from db.store import RunInfo, State, Store
from extract.errors import EmptyInputError, MissingPathError
from tests.conftest import ROOT
from tests.records import HARBOUR, harbour

RUN = RunInfo("1.0", "model", "3.8.0")
ARTICLES = 12

#: An ingest that kills itself after so many of SQLite's instructions; with 0 it notes how many it took.
COUNTED = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from benchmarks.trials.counted import arm
from tests.test_crash import ingest
arm(int(sys.argv[3]), Path(sys.argv[4]))
ingest(Path(sys.argv[2]))
"""
INGEST = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.test_crash import ingest
print("ready", flush=True)
ingest(Path(sys.argv[2]))
"""


def ingest(path: Path, articles: int = ARTICLES) -> None:
    """Stores what is not there yet: each article as it was at first, then as it is now."""
    with Store.open(path) as store:
        store.begin_run(RUN)
        for number in range(articles):
            first, now = (harbour(f"{number}.txt", text) for text in (HARBOUR, HARBOUR + "It rained.\n"))
            if store.state(first.article.source, first.article.raw_hash) is State.NEW:
                store.add(first)
            store.add(now)
        store.finish_run()


def exported(path: Path) -> bytes:
    export_jsonl(path, path.with_suffix(".jsonl"), version="1.0")
    return path.with_suffix(".jsonl").read_bytes()


@pytest.fixture(scope="module")
def unharmed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The export of an ingest that nobody disturbed."""
    path = tmp_path_factory.mktemp("unharmed") / "claims.db"
    ingest(path)
    return exported(path)


def assert_whole(path: Path) -> int:
    """How many articles there are, all of them whole."""
    assert check(path) == []
    with closing(reader(path)) as connection:
        halves = connection.execute(
            "SELECT id FROM articles WHERE (SELECT COUNT(*) FROM claims WHERE article = articles.id) <> 3"
            " OR (SELECT COUNT(*) FROM mentions WHERE article = articles.id) <> 3"
        ).fetchall()
        assert halves == []
        return int(connection.execute("SELECT COUNT(*) FROM articles").fetchone()[0])


def counted(path: Path, instructions: int) -> int:
    """The exit code of an ingest that is killed after so many instructions."""
    note = path.with_suffix(".count")
    command = [sys.executable, "-c", COUNTED, ROOT, path, str(instructions), note]
    return subprocess.run(command, timeout=60).returncode


@pytest.fixture(scope="module")
def instructions(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many of SQLite's instructions the ingest takes."""
    path = tmp_path_factory.mktemp("counted") / "claims.db"
    assert counted(path, 0) == 0
    return int(path.with_suffix(".count").read_text())


# The first two end in the making of the schema (two fifths), the last near the end of all.
@pytest.mark.parametrize("share", [0.0001, 0.3, 0.4, 0.6, 0.8, 0.99])
def test_killed_within_a_statement(tmp_path: Path, unharmed: bytes, instructions: int, share: float) -> None:
    path = tmp_path / "claims.db"
    assert counted(path, int(share * instructions)) == -signal.SIGKILL
    assert _begun(path) == (share >= 0.4)
    ingest(path)
    assert assert_whole(path) == 2 * ARTICLES
    assert exported(path) == unharmed


def test_killed_again_and_again_at_random(tmp_path: Path, unharmed: bytes) -> None:
    path = tmp_path / "claims.db"
    chance = random.Random(7)
    before = 0
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-c", INGEST, ROOT, path], stdout=subprocess.PIPE)
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.02, 0.15))
            process.kill()
        after = assert_whole(path) if _begun(path) else 0
        assert after >= before, "what was stored stays"
        before = after
    ingest(path)
    assert assert_whole(path) == 2 * ARTICLES
    assert exported(path) == unharmed


def _begun(path: Path) -> bool:
    """Whether there is a database: killed in the making of the schema, it leaves an empty one."""
    try:
        reader(path).close()
    except (EmptyInputError, MissingPathError):
        return False
    return True


def test_two_ingests_of_the_same_articles_at_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    processes = [subprocess.Popen([sys.executable, "-c", INGEST, ROOT, path], stdout=subprocess.DEVNULL) for _ in "ab"]
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    assert_whole(path)


def test_people_review_while_articles_go_in(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    ingest(path, articles=1)
    with subprocess.Popen([sys.executable, "-c", INGEST, ROOT, path], stdout=subprocess.DEVNULL) as process:
        decisions = 0
        while process.poll() is None or decisions == 0:
            with transaction(path) as reviewer:
                seen = Seen(*reviewer.execute("SELECT key, version FROM claims WHERE id = 2").fetchone())
                deciding.accept(reviewer, [seen], "ada")
            decisions += 1
            time.sleep(0.002)
    assert process.returncode == 0
    assert decisions > 1
    assert_whole(path)


def test_an_error_in_the_middle_of_a_run_keeps_what_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store.open(path) as store:
        store.begin_run(RUN)
        store.add(harbour("a.txt"))
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.execute("INSERT INTO sentences (text) VALUES ('half')")
    with Store.open(path) as store:
        assert store.state("a.txt", harbour("a.txt").article.raw_hash) is State.UNCHANGED
    assert_whole(path)
