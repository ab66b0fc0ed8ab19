"""The file in the hands of somebody with the `sqlite-utils` command: read, queried, changed, and opened again."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlite_utils.cli import cli

from db.check import check
from db.connection import reader, transaction, writer
from db.export import export_jsonl
from db.sqlite import Connection, sqlite3
from db.store import RunInfo, Store
from db.tracking import relink
from tests.records import HARBOUR, harbour

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with an article, and a claim of it that somebody accepted."""
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour())
        store.finish_run()
    return tmp_path / "claims.db"


def run(command: str, path: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, [command, str(path), *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def rows(command: str, path: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(command, path, *arguments))
    return found


def exported(path: Path) -> bytes:
    out = path.with_suffix(".jsonl")
    export_jsonl(path, out, version="1.0")
    return out.read_bytes()


def test_tables_rows_and_references_are_found(path: Path) -> None:
    counts = {row["table"]: row["count"] for row in rows("tables", path, "--counts")}
    assert counts["claims"] == 3
    assert [row["claim"] for row in rows("rows", path, "claims", "--limit", "1")] == [
        "Vessna · will deepen · its harbour"
    ]
    asked = "select key from asserted where factuality = 'CT+'"
    assert rows("query", path, asked) == []
    assert {row["name"] for row in rows("indexes", path, "claims")} >= {"subject", "factuality", "article"}
    assert "REFERENCES sentences (id)" in run("schema", path, "claims")


def test_search_finds_words_by_their_stem(path: Path) -> None:
    assert [row["subject"] for row in rows("search", path, "claims", "harbours", "-c", "subject")] == ["Vessna"]
    assert [row["text"] for row in rows("search", path, "sentences", "agreeing", "-c", "text")] == [
        HARBOUR.splitlines()[2]
    ]


def test_a_column_and_a_table_of_ones_own_stay(path: Path) -> None:
    before = exported(path)
    run("add-column", path, "claims", "my_note", "text")
    run("query", path, "update claims set my_note = 'look at this' where id = 1")
    run("create-table", path, "my_table", "id", "integer", "name", "text")
    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        other = harbour("other.txt", HARBOUR + "It rained.\n")
        store.add(replace(other, article=replace(other.article, published="2031-04-02")))  # another event
    assert rows("query", path, "select my_note from claims where id = 1") == [{"my_note": "look at this"}]
    assert exported(path).startswith(before)
    assert check(path) == []


@pytest.mark.parametrize(
    "change",
    [
        ("claims", "--default", "tense", "past"),
        ("claims", "--column-order", "subject"),
        ("articles", "--not-null", "title"),
        ("qualifiers", "--default", "value", ""),
        ("sentences", "--default", "kind", "paragraph"),
        ("reviews", "--default", "note", ""),
    ],
)
def test_a_table_that_was_transformed_is_whole_when_extract_opens_it(path: Path, change: tuple[str, ...]) -> None:
    before = exported(path)
    triggers = {row["name"] for row in rows("query", path, TRIGGERS)}
    run("transform", path, *change)
    run("query", path, "update claims set subject = 'Ostrand' where id = 1")  # while nothing follows it
    run("query", path, "update claims set subject = 'Vessna' where id = 1")
    with closing(writer(path)) as connection:
        assert {row[0] for row in connection.execute(TRIGGERS)} == triggers
    assert exported(path) == before
    assert check(path) == []
    with closing(writer(path)) as connection:
        connection.execute("UPDATE claims SET qualifiers = 'by boat' WHERE id = 1")
    with closing(reader(path)) as connection:
        found = connection.execute("SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'boat'").fetchall()
        assert found == [(1,)]


def test_claims_are_counted_again_where_nothing_followed_them(path: Path) -> None:
    run("query", path, "drop trigger claim_counts_update")
    run("query", path, "update claims set rule = 'apposition' where id = 1")
    writer(path).close()
    with closing(reader(path)) as connection:
        query = "SELECT claims FROM claim_counts WHERE rule = 'apposition'"
        assert connection.execute(query).fetchall() == [(1,)]
    assert check(path) == []


def test_claims_are_counted_again_where_their_counts_were_dropped(path: Path) -> None:
    run("drop-table", path, "claim_counts")
    with closing(writer(path)) as connection:
        connection.execute("UPDATE claims SET rule = 'apposition' WHERE id = 1")
        query = "SELECT rule, claims FROM claim_counts WHERE claims > 0 ORDER BY rule"
        assert connection.execute(query).fetchall() == [("apposition", 1), ("verb", 2)]


def test_claims_are_counted_again_where_what_is_stated_as_fact_was_not(path: Path) -> None:
    def counted(connection: Connection) -> tuple[int, int]:
        return connection.execute("SELECT SUM(claims), SUM(claims * stated) FROM claim_counts").fetchone()

    with closing(sqlite3.connect(path)) as connection, connection:
        before = counted(connection)
        connection.execute("DROP TABLE claim_counts")
        connection.execute("CREATE TABLE claim_counts (status, rule, claims, PRIMARY KEY (status, rule))")
    with closing(writer(path)) as connection:
        assert counted(connection) == before == (3, 0)
        connection.execute("UPDATE claims SET attribution = NULL, factuality = 'CT+' WHERE id < 3")
        assert counted(connection) == (3, 2)
        connection.execute("UPDATE claims SET factuality = 'PS+' WHERE id = 1")
        assert counted(connection) == (3, 1)
        connection.execute("UPDATE claims SET current = 0 WHERE id = 2")
        assert counted(connection) == (2, 0)


def test_triggers_of_an_earlier_version_are_replaced(path: Path) -> None:
    former = "BEGIN INSERT INTO claim_counts VALUES (new.status, new.rule, 1); END"
    run("query", path, "drop trigger claim_counts_insert")
    run("query", path, f"create trigger claim_counts_insert AFTER INSERT ON claims {former}")
    with closing(writer(path)) as connection:
        row = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    assert "claim_counts VALUES (new.status, new.rule, new.factuality" in row["claim_counts_insert"]
    assert check(path) == []


def test_claims_that_a_tool_replaced_are_counted_again_by_relink(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(claims)")]
        values = ", ".join("'apposition'" if name == "rule" else f'"{name}"' for name in names)
        names = ", ".join(f'"{name}"' for name in names)
        connection.execute(f"INSERT OR REPLACE INTO claims ({names}) SELECT {values} FROM claims WHERE id = 1")
    problems = [problem for problem in check(path) if problem.where.startswith("claim_counts")]
    assert problems
    assert all("`extract relink` counts them again" in problem.what for problem in problems)
    with transaction(path) as connection:
        relink(connection)
    assert not [problem for problem in check(path) if problem.where.startswith("claim_counts")]


def test_nothing_is_counted_where_nothing_changes(path: Path) -> None:
    with closing(writer(path)) as connection:
        before = connection.total_changes  # with those of triggers
        connection.execute("UPDATE claims SET status = status, rule = rule WHERE id = 1")
        assert connection.total_changes == before + 1
        connection.execute("UPDATE claims SET rule = 'apposition' WHERE id = 1")
        assert connection.total_changes == before + 4


def test_what_extract_relies_on_is_not_taken_away_unawares(path: Path) -> None:
    """A column with an index over some rows only is refused; nothing is changed."""
    result = CliRunner().invoke(cli, ["transform", str(path), "claims", "--rename", "status", "state"])
    assert result.exit_code != 0
    assert check(path) == []
