"""No page goes through all claims, mentions, statements or sentences: whatever it asks is found by an index."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from datasette import hookimpl
from datasette.plugins import pm

from benchmarks import madeup
from benchmarks.addresses import addresses
from db import tracking
from db.connection import snapshot, writer
from db.contents import Contents
from db.entities.judgements import Judgement
from db.reviews import item
from db.statements import named_within
from db.store import RunInfo, Store
from db.turns import immediate
from tests import browsing

_LARGE = "claims|mentions|statements|sentences|statement_claims|statement_sides|qualifiers|attributions"
_ALIAS = re.compile(rf"\b({_LARGE})(?:\s+AS)?\s+(\w+)", re.IGNORECASE)
_SCAN = re.compile(r"(?:SCAN|SEARCH) (\w+)(?:$| USING INDEX claims_current )")


class Listener:
    """A plugin that notes every statement of the connections that pages use."""

    __name__ = "listener"

    def __init__(self) -> None:
        self.asked: list[str] = []

    @hookimpl
    def prepare_connection(self, conn: Any) -> None:
        conn.set_trace_callback(self.asked.append)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small database without statistics, as it is while articles go in for the first time."""
    made = tmp_path_factory.mktemp("plans") / "claims.db"
    madeup.make(made, 1_000)
    connection = writer(made)
    connection.execute("DROP TABLE IF EXISTS sqlite_stat1")
    connection.close()
    return made


@pytest.fixture(scope="module")
def asked(path: Path) -> dict[str, list[str]]:
    """The queries of each page of our own, by its address."""
    listener, found = Listener(), dict[str, list[str]]()
    pm.register(listener)
    try:
        with browsing.served(path) as site:
            pages = addresses(path, lambda page: browsing.get(site, page).text)
            for page in (page.replace("/3999.json", "/9.json") for page in pages.values()):
                if page.startswith("/-/") and not page.startswith("/-/administration"):
                    listener.asked.clear()
                    assert browsing.get(site, page).status_code in (200, 302), page
                    found[page] = list(dict.fromkeys(listener.asked))
    finally:
        pm.unregister(listener)
    return found


def scans(connection: Any, sql: str) -> list[str]:
    """The large tables that a query reads row by row from the first, or by an index that nearly all rows are in."""
    tables = {alias: table for table, alias in _ALIAS.findall(sql)}
    steps = (_SCAN.match(step[3]) for step in connection.execute(f"EXPLAIN QUERY PLAN {sql}"))
    names = (tables.get(step[1], step[1]) for step in steps if step)
    return [name for name in names if re.fullmatch(_LARGE, name)]


def test_no_page_goes_through_a_large_table(path: Path, asked: dict[str, list[str]]) -> None:
    queries = {
        sql: page for page, of_page in asked.items() for sql in of_page if re.match(r"\s*(SELECT|WITH)", sql, re.I)
    }
    assert len(queries) > 100
    with snapshot(path) as connection:
        found = [(queries[sql], table, sql) for sql in queries for table in scans(connection, sql)]
        assert scans(connection, "SELECT COUNT(DISTINCT subject_normal) FROM statements AS s") == ["statements"]

    assert not found, found


def test_what_waits_is_counted_without_going_through_it(asked: dict[str, list[str]]) -> None:
    """An index over all claims that wait is as long as they are many: it is for taking the first."""
    counts = [sql for of_page in asked.values() for sql in of_page if "COUNT(" in sql]
    assert len(counts) > 20
    assert not [sql for sql in counts if re.search(r"INDEXED BY claims_(rule_)?waiting", sql)]


def test_what_contradicts_a_claim_is_looked_up(path: Path) -> None:
    with snapshot(path) as connection:
        steps = connection.execute(f"EXPLAIN QUERY PLAN {item._AGAINST}", {"claim": 1, "statement": 1}).fetchall()
        indexes = {step[3].split()[4] for step in steps if step[3].startswith("SEARCH contradictions USING INDEX")}
        assert len(indexes) == 4
        assert not [step for step in steps if step[3].startswith("SCAN contradictions")]


def test_neither_storing_nor_names_go_through_a_large_table(path: Path, tmp_path: Path) -> None:
    """Also to find whose claims a name that is read in another way changes, only claims that name it are read."""
    copied, asked, chance = Path(shutil.copy(path, tmp_path)), list[str](), random.Random(3)
    with Store.open(copied) as store:
        store.begin_run(RunInfo("0", "made up", "0"))
        store.connection.set_trace_callback(asked.append)
        for number in range(2):
            store.add_all([Contents.of(madeup.extraction(900 + number, chance))])
        query = "SELECT key FROM entities WHERE id IN (SELECT subject_who FROM claims) ORDER BY id LIMIT 2"
        one, other = (key for (key,) in store.connection.execute(query))
        with immediate(store.connection):
            assert tracking.judge(store.connection, one, other, Judgement.SAME, "me") > 0
        assert named_within.naming(store.connection, one)
    queries = {sql for sql in asked if re.match(r"\s*(SELECT|WITH)", sql, re.I) and "MAX(id)" not in sql}
    assert len(queries) > 50
    with snapshot(path) as connection:
        assert not [(sql, table) for sql in queries for table in scans(connection, sql)]
