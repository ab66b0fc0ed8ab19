"""A page of claims counts what its rows hold in an index, and finds the rows themselves in their order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.madeup import make
from db.connection import reader
from db.sqlite import Connection

#: (Rare values have a shorter way in a database as small as this one.)
FACETS = ("factuality", "polarity", "modality", "mood", "relation_lemma", "status")
FILTERS = ("", " AND polarity = 'positive'", " AND status = 'unreviewed'")


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path = tmp_path_factory.mktemp("plans") / "plans.db"
    make(path, 100)
    connection = reader(path)
    yield connection
    connection.close()


def _plan(connection: Connection, query: str) -> str:
    return " / ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}"))


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_reads_an_index_alone(connection: Connection, facet: str, filters: str) -> None:
    plan = _plan(
        connection,
        f"SELECT {facet} AS value, COUNT(*) AS count FROM (SELECT * FROM claims WHERE current = 1{filters}) "
        f"WHERE {facet} IS NOT NULL GROUP BY {facet} ORDER BY count DESC, value LIMIT 11",
    )
    assert "COVERING INDEX" in plan


@pytest.mark.parametrize("filters", FILTERS)
def test_rows_are_read_in_their_order(connection: Connection, filters: str) -> None:
    plan = _plan(connection, f"SELECT * FROM claims WHERE current = 1{filters} ORDER BY id LIMIT 51")
    assert "TEMP B-TREE" not in plan
    assert "claims_facets" not in plan
