"""The commands that take claims out and put others in, killed and run beside others: no review is lost by it."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from db.check import check
from db.connection import reader, transaction
from db.reviews import deciding
from db.reviews.decisions import Seen
from db.store import Store
from tests import review_history, seeded
from tests.conftest import ROOT
from tests.run import COMMAND, extract
from tests.test_reextraction import FIRST, SECOND, others, seeded_extractions, through


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds as the default model reads them, with decisions of all kinds."""
    path = seeded.make(tmp_path_factory.mktemp("reviewed") / "claims.db")
    with Store.open(path) as store:
        through(store, seeded_extractions(), FIRST)
        store.forget(len(seeded_extractions()))  # made by hand: the command reads it otherwise
        review_history.decide(store.connection, Random(5), 150)
    return path


@pytest.fixture
def path(reviewed: Path, tmp_path: Path) -> Path:
    return shutil.copy(reviewed, tmp_path / "claims.db")


def decided(path: Path) -> dict[tuple[str, str], dict[str, object]]:
    """All claims but for the run that wrote them."""
    with closing(reader(path)) as connection:
        return {key: {**row, "model": None} for key, row in review_history.state(connection).items()}


def logged(path: Path) -> str:
    with closing(reader(path)) as connection:
        return review_history.log_as_it_is(connection)


def count(path: Path, query: str) -> int:
    with closing(reader(path)) as connection:
        return int(connection.execute(query).fetchone()[0])


@contextmanager
def running(path: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [*COMMAND, *arguments, "--db", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def until(process: subprocess.Popen[bytes], path: Path, query: str, more: int) -> None:
    """Waits until a count differs from what it is now by so many, or the process is at its end."""
    with closing(reader(path)) as connection:
        before = connection.execute(query).fetchone()[0]
        while process.poll() is None and abs(connection.execute(query).fetchone()[0] - before) < more:
            time.sleep(0.005)


WRITTEN = "SELECT COALESCE(SUM(run = (SELECT MAX(id) FROM runs)), 0) + 1000 * MAX(run) FROM claims"


def test_reextract_killed_again_and_again_loses_nothing(path: Path) -> None:
    before, log_before = decided(path), logged(path)
    luck = Random(3)
    with Store.open(path) as store:
        through(store, {number: others(found, luck) for number, found in seeded_extractions().items()}, SECOND)
    kills = 0
    for _ in range(4):
        with running(path, "reextract", "--quiet") as process:
            until(process, path, WRITTEN, luck.choice((1, 1, 1001, 1100)))
            time.sleep(luck.uniform(0, 0.02))
            kills += process.poll() is None
        assert check(path) == []
        assert logged(path) == log_before
    assert kills > 0
    assert extract("reextract", "--db", path).code == 0
    assert decided(path) == before
    assert logged(path) == log_before
    assert check(path) == []


def test_forget_killed_again_and_again_forgets_whole_articles_and_no_review(path: Path) -> None:
    before, log_before = decided(path), logged(path)
    names = [row[0] for row in connection_rows(path, "SELECT key FROM articles ORDER BY id")]
    for more in (1, 2, 3):
        there = [name for name in names if count(path, f"SELECT COUNT(*) FROM articles WHERE key = '{name}'")]
        with running(path, "forget", "--yes", *there) as process:
            until(process, path, "SELECT COUNT(*) FROM articles", more)
        assert check(path) == []
        assert logged(path) == log_before
    there = [name for name in names if count(path, f"SELECT COUNT(*) FROM articles WHERE key = '{name}'")]
    assert not there or extract("forget", "--yes", *there, "--db", path).code == 0
    assert count(path, "SELECT COUNT(*) FROM claims") == 0
    with Store.open(path) as store:
        store.begin_run(FIRST)
        for found in [*seeded_extractions().values()][:-1]:
            store.add(found)
    after = decided(path)
    assert {key: row["status"] for key, row in after.items()} == {key: row["status"] for key, row in before.items()}
    assert {key: row["version"] for key, row in after.items()} == {key: row["version"] for key, row in before.items()}
    assert check(path) == []


def connection_rows(path: Path, query: str) -> list[tuple[str]]:
    with closing(reader(path)) as connection:
        return connection.execute(query).fetchall()


def test_an_import_killed_in_the_middle_is_ended_by_the_same_table(path: Path, tmp_path: Path) -> None:
    assert (
        extract(
            "export", "csv", "--for-review", "--status", "unreviewed", "-o", "r.csv", "--db", path, cwd=tmp_path
        ).code
        == 0
    )
    table = (tmp_path / "r.csv").read_text(encoding="utf-8").replace('"unreviewed"', '"accepted"')
    (tmp_path / "r.csv").write_text(table, encoding="utf-8")
    waiting = count(path, "SELECT COUNT(*) FROM claims WHERE status = 'unreviewed'")
    assert waiting > 250, "more than one transaction"
    with running(path, "import", str(tmp_path / "r.csv")) as process:
        until(process, path, "SELECT COUNT(*) FROM reviews", 1)
    assert check(path) == []
    before = count(path, "SELECT COUNT(*) FROM reviews")
    left = count(path, "SELECT COUNT(*) FROM claims WHERE status = 'unreviewed'")
    ran = extract("import", tmp_path / "r.csv", "--db", path)
    assert ran.code == 0, ran.err
    assert f"accepted   {left}" in ran.out
    assert count(path, "SELECT COUNT(*) FROM reviews") == before + left
    assert count(path, "SELECT COUNT(*) FROM claims WHERE status = 'unreviewed'") == 0
    assert check(path) == []


def test_people_decide_and_an_ingest_runs_while_a_model_reads_again(path: Path, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(f"The council of Vessna approved plan {number}. It closed the port.")
    files = [str(tmp_path / f"{number}.txt") for number in range(12)]
    done: dict[str, str] = {}
    with running(path, "reextract", "--quiet") as again, running(path, "ingest", *files, "--quiet") as ingest:
        while again.poll() is None or ingest.poll() is None or not done:
            with transaction(path) as connection:
                query = "SELECT key, version FROM claims WHERE status = 'unreviewed' ORDER BY key LIMIT 1"
                row = connection.execute(query).fetchone()
                if row:
                    deciding.accept(connection, [Seen(*row)], "ada")
                    done[row[0]] = "accepted"
            time.sleep(0.01)
        assert (again.wait(), ingest.wait()) == (0, 0), (again.stderr.read(), ingest.stderr.read())  # type: ignore[union-attr]
    after = {row["key"]: row["status"] for row in decided(path).values()}
    assert {key: after.get(key) for key in done} == done
    assert count(path, "SELECT COUNT(*) FROM articles WHERE text LIKE 'The council of Vessna approved plan%'") == 12
    assert check(path) == []
