"""docs/database.md names every table, view and law there is, and its queries run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.check import Law
from db.connection import reader, transaction
from db.reviews import deciding
from db.reviews.decisions import Seen
from db.sqlite import Connection
from db.store import RunInfo, Store
from tests.conftest import ROOT
from tests.records import HARBOUR, harbour

PAGE = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.S)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour())
        store.add(harbour(text=HARBOUR + "It rained.\n"))
    with transaction(tmp_path / "claims.db") as reviewer:
        claim = reviewer.execute("SELECT key, version FROM claims WHERE current = 1").fetchone()
        deciding.accept(reviewer, [Seen(*claim)], "ada")
    with closing(reader(tmp_path / "claims.db")) as opened:
        yield opened


def named(header: str) -> set[str]:
    """The names in the first column of the table under `header`."""
    table = PAGE.split(f"| {header} |")[1].split("\n\n")[0]
    return set(re.findall(r"^\| `(\w+)`", table, re.M))


@pytest.mark.parametrize("kind", ["table", "view"])
def test_every_table_and_view_is_described(connection: Connection, kind: str) -> None:
    query = "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE '%fts%' AND name NOT LIKE 'sqlite_%'"
    assert named(kind) == {name for (name,) in connection.execute(query, (kind,))}


def test_every_law_is_described() -> None:
    assert named("law") == {law.value for law in Law}


@pytest.mark.parametrize("query", QUERIES)
def test_its_queries_run(connection: Connection, query: str) -> None:
    rows = connection.execute(query).fetchall()
    assert rows or "MATCH" in query
    if "its_words" in query:
        assert all(subject == words for subject, words in rows)
