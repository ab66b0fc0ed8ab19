"""A merge into a new database does without the indexes that storing does not read, and makes them at the end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import madeup
from db import deferring, migrations
from db.connection import reader
from db.contents import Contents
from db.sqlite import Connection
from db.store import RunInfo, Store
from tests.records import harbour

RUN = RunInfo("0", "made up", "0")
_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
_LARGE = re.compile(r"SCAN (claims|c|w|p|l|q|mentions|m|statements|f|sentences|s|qualifiers|attributions)$")


def schema(path: Path) -> tuple[list[tuple[str, str]], list[tuple[str]]]:
    with Store.open(path) as store:
        return store.connection.execute(_INDEXES).fetchall(), store.connection.execute(_TABLES).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


def test_whoever_opens_the_database_next_makes_what_waits(path: Path) -> None:
    before = schema(path)
    with Store.open(path) as store:
        assert store.expect(1)
        fewer = store.connection.execute(_INDEXES).fetchall()
        assert deferring.is_deferred(store.connection)
        store.begin_run(RUN)
        store.add(harbour())
        store.finish_run()
    assert len(fewer) < len(before[0]) - 30
    connection = reader(path)  # as pages do: they are slow for a while, and right
    assert connection.execute("SELECT COUNT(*) FROM claims WHERE polarity = 'positive'").fetchone() != (0,)
    connection.close()
    after = schema(path)
    assert after[0] == before[0]
    assert set(after[1]) - set(before[1]) <= {("sqlite_stat1",), ("sqlite_stat4",)}


def test_an_index_that_has_changed_does_not_wait_as_it_was(path: Path) -> None:
    before = schema(path)
    with Store.open(path) as store:
        store.expect(1)
        change = "UPDATE deferred_indexes SET sql = ? WHERE name = 'statements_last_seen'"
        store.connection.execute(change, ("CREATE INDEX statements_last_seen ON statements (last_seen)",))
        store.connection.execute("ALTER TABLE waiting_claims DROP COLUMN joined")  # which a later step adds
        store.connection.execute(f"PRAGMA user_version = {migrations.STEPS.index(migrations.days_of_statements)}")
    assert schema(path)[0] == before[0]


def test_what_was_made_is_not_made_again(path: Path) -> None:
    before = schema(path)
    with Store.open(path) as store:
        store.expect(1)
        for _ in range(5):
            deferring._make_next(store.connection)
    assert schema(path)[0] == before[0]


def test_a_database_that_holds_more_than_comes_keeps_its_indexes(path: Path) -> None:
    with Store.open(path) as store:
        store.begin_run(RUN)
        store.add(harbour())
        assert not store.expect(0)
        assert store.expect(1)


class Noting:
    """A connection that notes its statements, each with the first values that it is given."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.asked: dict[str, object] = {}

    def execute(self, query: str, given: object = ()) -> object:
        self.asked.setdefault(query, given)
        return self._connection.execute(query, given)

    def executemany(self, query: str, given: object) -> object:
        rows = list(given)  # type: ignore[call-overload]
        if rows:
            self.asked.setdefault(query, rows[0])
        return self._connection.executemany(query, rows)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


def test_storing_goes_through_no_large_table_without_them(path: Path) -> None:
    found = [Contents.of(one) for one in madeup.extractions(8)]
    with Store.open(path) as store:
        store.expect(8)
        plain = store.connection
        noting = store.connection = Noting(plain)  # type: ignore[assignment]
        store.begin_run(RUN)
        store.add_all(found[:4])
        store.add_all(found[2:])
        store.finish_run()
        plans = {
            (query, row[3])
            for query, given in noting.asked.items()
            if query.lstrip().startswith(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE"))
            for row in plain.execute(f"EXPLAIN QUERY PLAN {query}", given)
        }
    assert len(plans) > 50
    assert [one for one in plans if _LARGE.match(one[1])] == []
