"""The logs of what people decided are only added to: what another program does to them all the same is found."""

from __future__ import annotations

import json
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from db import chain, migrations
from db.check import Law, check
from db.connection import reader, transaction, writer
from db.entities import judgements
from db.entities.judgements import Judgement
from db.migrations import LATEST, migrate
from db.sqlite import Connection, sqlite3
from db.store import RunInfo, Store
from tests import review_history
from tests.browsing import make
from tests.records import harbour

LOGS = ("reviews", "review_items", "entity_judgements", "contradiction_reviews", "calibrations", "log_hashes")
REPLACING = ("INSERT OR REPLACE INTO {0} SELECT * FROM {0} WHERE id = 1", "REPLACE INTO {0} SELECT * FROM {0}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with entries in every log: thirty reviews, a judgement that holds and one that is undone."""
    path = make(tmp_path / "claims.db")
    with Store.open(path) as store:
        review_history.decide(store.connection, Random(3), 30)
    with transaction(path) as connection:
        judgements.judge(connection, "e1", "e2", Judgement.SAME, "ada")
        judgements.judge(connection, "e2", "e3", Judgement.UNSURE, "ben", "which one?")
        judgements.undo(connection, 1, "ben", "no")
        for log, statement in (
            (chain.Log.AUDIT, "INSERT INTO audit_entries VALUES (1, 'calibrate', NULL, 'ada', '2024')"),
            (chain.Log.CASES, "INSERT INTO case_entries VALUES (1, 'k', 'name', NULL, NULL, 'x', 'ada', '2024', NULL)"),
            (chain.Log.PLAN, "INSERT INTO review_plan VALUES (1, 'share', NULL, NULL, 20, 'ada', '2024')"),
            (
                chain.Log.CONTRADICTIONS,
                "INSERT INTO contradiction_reviews VALUES (1, 'x', 'real', 'ada', '2024', NULL)",
            ),
            (chain.Log.CALIBRATIONS, "INSERT INTO calibrations VALUES (1, '2024', 'ada', 0, 'null', 'null', '{}')"),
        ):
            connection.execute(statement)
            chain.append(connection, log, 1)
    return path


def spoil(path: Path, *statements: str) -> None:
    """As somebody does who switches off whatever is in the way."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


def found(path: Path) -> list[tuple[str, str]]:
    return [(problem.where, problem.what) for problem in check(path) if problem.law is Law.LOG]


def test_what_was_only_added_to_is_whole(path: Path) -> None:
    assert check(path) == []
    with closing(reader(path)) as connection:
        logs = dict(connection.execute("SELECT log, COUNT(*) FROM log_hashes GROUP BY log"))
        assert logs == {log.value: logs["reviews"] if log is chain.Log.REVIEWS else n for log, n in zip(
            chain.Log, (0, 1, 2, 1, 1, 1, 1, 1), strict=False)}  # fmt: skip
        assert logs["reviews"] == connection.execute("SELECT COUNT(*) FROM reviews").fetchone()[0] >= 30


@pytest.mark.parametrize("table", LOGS)
@pytest.mark.parametrize(
    "statement", [*REPLACING, "DELETE FROM {}", "UPDATE {} SET id = id + 100", "UPDATE OR REPLACE {} SET id = 1"]
)
def test_no_log_is_changed_by_another_program(path: Path, table: str, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement.format(table))
    assert check(path) == []


def test_a_review_is_undone_once(path: Path) -> None:
    replace = (
        "INSERT OR REPLACE INTO reviews (action, who, at, undoes, claims) "
        "SELECT 'undo', 'eve', '2024', undoes, 1 FROM reviews WHERE undoes IS NOT NULL LIMIT 1"
    )
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(replace)


@pytest.mark.parametrize(
    "change", ["who = 'eve'", "undone_at = NULL", "undone_why = 'yes'", "judgement = 'different', undone_at = '2024'"]
)
@pytest.mark.parametrize("entry", [1, 2])
def test_of_a_judgement_nothing_changes_but_that_it_is_undone(path: Path, change: str, entry: int) -> None:
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(f"UPDATE entity_judgements SET {change} WHERE id = {entry}")


CHANGED = [
    ("UPDATE reviews SET who = 'eve' WHERE id = 7", "reviews 7"),
    ("UPDATE reviews SET note = 'later' WHERE id = 30", "reviews 30"),
    ("UPDATE review_items SET after = '{}' WHERE review = 9", "reviews 9"),
    ("DELETE FROM review_items WHERE review = 9", "reviews 9"),
    ("REPLACE INTO reviews SELECT id, 'accept', 'eve', at, NULL, NULL, NULL, claims FROM reviews WHERE id = 5",
     "reviews 5"),
    ("UPDATE entity_judgements SET judgement = 'different' WHERE id = 2", "entity_judgements 2"),
    ("UPDATE entity_judgements SET undone_by = 'eve' WHERE id = 1", "undone entity_judgements 1"),
    ("UPDATE contradiction_reviews SET status = 'apparent'", "contradiction_reviews 1"),
    ("UPDATE calibrations SET who = 'eve'", "calibrations 1"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "where"), CHANGED)
def test_a_changed_entry_is_named(path: Path, statement: str, where: str) -> None:
    spoil(path, statement)
    assert found(path) == [(where, "this entry is not what was written: it does not fit its hash")]


GONE = [
    ("DELETE FROM reviews WHERE id = 7", "reviews 7"),
    (
        "UPDATE entity_judgements SET undone_by = NULL, undone_at = NULL, undone_why = NULL",
        "undone entity_judgements 1",
    ),
    ("DELETE FROM contradiction_reviews", "contradiction_reviews 1"),
]


@pytest.mark.parametrize(("statement", "where"), GONE)
def test_an_entry_that_was_taken_out_is_named(path: Path, statement: str, where: str) -> None:
    spoil(path, statement)
    assert found(path) == [(where, "this entry is missing")]


def test_the_end_of_a_log_that_was_cut_off_with_its_hashes_is_missed(path: Path) -> None:
    spoil(path, "DELETE FROM calibrations", "DELETE FROM log_hashes WHERE log = 'calibrations'")
    ((where, what),) = found(path)
    assert where.startswith("log_hashes ")
    assert what == "1 hash is missing at the end, and entries of the log may be missing too"


def test_an_entry_and_its_hash_taken_out_together_are_missed(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT id FROM log_hashes WHERE log = 'reviews' AND entry = 7"
        (link,) = connection.execute(query).fetchone()
    spoil(path, "DELETE FROM reviews WHERE id = 7", f"DELETE FROM log_hashes WHERE id = {link}")
    assert found(path) == [(f"log_hashes {link}", "1 hash is missing")]


def test_a_whole_chain_that_was_taken_out_is_missed(path: Path) -> None:
    spoil(path, "DELETE FROM log_hashes", "DELETE FROM sqlite_sequence")
    with closing(writer(path)):
        pass  # no hash is made anew for what has lost its own
    named = dict(found(path))
    assert (
        named["reviews 1"] == named["undone entity_judgements 1"] == "another program wrote this entry: it has no hash"
    )


def test_an_entry_by_another_program_is_named(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO contradiction_reviews VALUES (2, 'x', 'settled', 'eve', '2024', NULL)")
    assert found(path) == [("contradiction_reviews 2", "another program wrote this entry: it has no hash")]


def test_an_older_database_gets_its_chain_when_it_is_opened(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        migrate(connection, to=migrations.STEPS.index(migrations.log_hashes))
        connection.execute("ATTACH ? AS new", (str(path),))
        connection.execute("PRAGMA foreign_keys = OFF")
        for table in LOGS[:-1]:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM new.{table}")
    with closing(writer(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (LATEST,)
        assert list(chain.broken(connection)) == []
        later = {(log, 1) for log in ("review_plan", "case_entries", "audit_entries")}  # there were none of these
        assert entries(connection) == entries_of(path) - later


def entries(connection: Connection) -> set[tuple[str, int]]:
    return set(connection.execute("SELECT log, entry FROM log_hashes"))


def entries_of(path: Path) -> set[tuple[str, int]]:
    with closing(reader(path)) as connection:
        return entries(connection)


def test_forgetting_and_reading_again_leave_the_chain_as_it_is(path: Path) -> None:
    before = entries_of(path)
    with Store.open(path) as store:
        store.forget(1)
        store.begin_run(RunInfo("2.0", "model", "3.8.0"))
        store.add(harbour())
        store.finish_run()
    assert check(path) == []
    assert entries_of(path) == before


def test_a_hash_is_what_the_documentation_says(path: Path) -> None:
    with closing(reader(path)) as connection:
        review = connection.execute("SELECT id, action, who, at, reason, note, undoes, claims FROM reviews").fetchone()
        parts = connection.execute(
            "SELECT id, claim, text_hash, opinion, before, after FROM review_items WHERE review = 1 ORDER BY id"
        ).fetchall()
        text = json.dumps(["", "reviews", [review, parts]], separators=(",", ":"))
        assert connection.execute("SELECT hash FROM log_hashes WHERE id = 1").fetchone() == (
            sha256(text.encode("ascii")).hexdigest(),
        )
