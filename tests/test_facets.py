"""Facets are counted in one pass, and are what Datasette itself counts column by column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.connection import snapshot, transaction
from db.reviews.deciding import accept
from db.reviews.decisions import Seen
from db.web.tables import facets
from tests.browsing import get, make, served

if TYPE_CHECKING:
    from datasette.app import Datasette

FILTERS = (
    "",
    "_facet=rule&_facet_size=max",
    "current=1",
    "factuality=CT%2B",
    "polarity=negative",
    "_search=jetty",
    "subject__contains=e",
    "current=1&_facet=rule&_facet=article",
    "current=1&_facet_size=1",
    "current=1&_facet_size=max&_facet=confidence",
    "status=unreviewed&mood=statement",
    "current=1&relation_lemma=no+such",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Datasette]:
    with served(make(tmp_path_factory.mktemp("counting") / "floods.db")) as datasette:
        yield datasette


def facet_results(site: Datasette, filters: str) -> object:
    return get(site, f"/floods/claims.json?{filters}").json()["facet_results"]


@pytest.mark.parametrize("filters", FILTERS)
def test_counts_are_those_that_are_made_column_by_column(
    filters: str, site: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datasette.facets import ColumnFacet

    found = facet_results(site, filters)
    assert found
    monkeypatch.setattr(ColumnFacet, "facet_results", ColumnFacet.facet_results.__wrapped__)
    assert facet_results(site, filters) == found


def test_all_columns_are_asked_for_at_once(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = facets._counts

    async def noted(facet, columns):  # type: ignore[no-untyped-def]
        asked.append(" ".join(columns))
        return await real(facet, columns)

    monkeypatch.setattr(facets, "_counts", noted)
    facet_results(site, "current=1")
    facet_results(site, "")  # each column's own index answers
    assert asked == ["relation_lemma polarity modality factuality attributed_to status mood"]


def test_what_takes_too_long_is_told_and_the_page_shows(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    async def late(*_: object) -> None:
        return None

    monkeypatch.setattr(facets, "_counts", late)
    assert facet_results(site, "current=1") == {}
    page = get(site, "/floods/claims?current=1")
    assert "timed out: relation_lemma, polarity, modality, factuality, attributed_to, status, mood" in page.text


def test_a_page_waits_no_longer_for_a_count_than_that_and_json_counts_all(
    site: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "MAX_COUNTED", 3)
    whole = get(site, "/floods/claims.json?current=1").json()["filtered_table_rows_count"]
    assert f"{whole} rows" in get(site, "/floods/claims?current=1").text
    assert "More than 3 rows" in get(site, "/floods/claims?_search=the").text
    monkeypatch.setattr(facets, "_COUNTING_MS", 1e-6)
    assert f"{whole} rows" in get(site, "/floods/claims?current=1").text, "what was counted is told until rows change"
    page = get(site, "/floods/claims?current=1&mood=statement").text
    assert "more than 3 rows" in page.partition("</title>")[0]
    assert ">More than 3 rows" in page
    assert get(site, "/floods/claims.json?current=1").json()["filtered_table_rows_count"] == whole > 3


def test_counting_is_set_up_once(tmp_path: Path) -> None:
    from datasette.facets import ColumnFacet

    with served(make(tmp_path / "again.db")):
        wrapped = ColumnFacet.facet_results
        facets.count_in_one_pass()
        assert ColumnFacet.facet_results is wrapped
        assert not hasattr(wrapped.__wrapped__, "__wrapped__")


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries that pages make, as they are bounded."""
    made: list[str] = []
    real = facets._bounded

    def noted(sql: str, values: object) -> str:
        made.append(real(sql, values))
        return made[-1]

    monkeypatch.setattr(facets, "_bounded", noted)
    return made


def shown(site: Datasette, filters: str, table: str = "claims") -> tuple[int, int]:
    """How many rows a page says and how many JSON has."""
    page = get(site, f"/floods/{table}?{filters}").text
    (told,) = re.findall(r"<title>[^<]*: ([\d,]+) rows?", page)
    return int(told.replace(",", "")), get(site, f"/floods/{table}.json?{filters}").json()["filtered_table_rows_count"]


def test_decided_claims_that_are_current_are_found(site: Datasette) -> None:
    number = get(site, "/floods/claims.json?_size=1&current=1").json()["rows"][0][1]
    with transaction(Path(site.get_database("floods").path)) as connection:
        accept(connection, [Seen(number, 0)], "ada")
    assert shown(site, "current=1&status=accepted") == (1, 1)


def test_sorted_rows_are_read_along_the_index_of_the_column(site: Datasette, plans: list[str]) -> None:
    count = shown(site, "current=1")
    assert shown(site, "current=1&_sort_desc=confidence") == count
    query = next(sql for sql in plans if " order by confidence desc" in sql)
    with snapshot(Path(site.get_database("floods").path)) as connection:
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", {"p0": "1"})]
    assert steps == ["SCAN claims USING INDEX claims_confidence"]


@pytest.mark.parametrize("table", ["claims_readable", "asserted"])
def test_a_search_of_a_view_finds_one_row_after_the_other(site: Datasette, plans: list[str], table: str) -> None:
    told, whole = shown(site, "_search=jetty", table)
    assert told == whole > 0
    assert any(f"cross join {table}" in sql for sql in plans)


def test_tables_are_counted_once_until_the_database_changes(site: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    get(site, "/floods")
    counted: list[str] = []
    real = facets._count
    monkeypatch.setattr(facets, "_count", lambda connection, table: counted.append(table) or real(connection, table))
    assert re.search(r"\b[2-9]\d* rows", get(site, "/floods").text)
    assert not counted
