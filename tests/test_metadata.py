"""metadata.yml says something of every table and every column, and nothing of what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from db.connection import reader
from db.sqlite import Connection
from db.web.databases import FILED_UNDER, METADATA, metadata_for
from tests.browsing import make
from tests.conftest import ROOT


class _Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in a mapping, of which YAML's own loader takes the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key stands twice{node.start_mark}"
        return super().construct_mapping(node, deep)


FILED: dict[str, Any] = yaml.load(METADATA.read_text(encoding="utf-8"), _Strict)["databases"][FILED_UNDER]
#: Tables with words for people; SQLite's own are only hidden.
TABLES: dict[str, Any] = {name: table for name, table in FILED["tables"].items() if not name.startswith("sqlite_")}
QUERIES: dict[str, Any] = FILED["queries"]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    opened = reader(make(tmp_path_factory.mktemp("metadata") / "claims.db"))
    yield opened
    opened.close()


def _named(connection: Connection, kind: str) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))
    return {name for (name,) in rows if "_fts" not in name and not name.startswith("sqlite_")}


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'PRAGMA table_xinfo("{table}")')]


def test_the_file_beside_the_packages_is_the_one_in_the_wheel() -> None:
    assert (ROOT / "metadata.yml").read_bytes() == METADATA.read_bytes()
    assert METADATA == ROOT / "db" / "metadata.yml"


def test_every_table_and_view_is_described_and_no_other(connection: Connection) -> None:
    assert set(TABLES) == _named(connection, "table") | _named(connection, "view")
    assert all(table["title"] and table["description"] for table in TABLES.values())


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described_and_no_other(connection: Connection, table: str) -> None:
    assert sorted(TABLES[table]["columns"]) == sorted(_columns(connection, table))
    assert all(isinstance(words, str) and words.strip() for words in TABLES[table]["columns"].values())


@pytest.mark.parametrize("table", TABLES)
def test_labels_facets_and_search_name_what_is_there(connection: Connection, table: str) -> None:
    entry, columns = TABLES[table], _columns(connection, table)
    named = [*entry.get("facets", ()), *([entry["label_column"]] if "label_column" in entry else ())]
    assert set(named) <= set(columns)
    if "fts_table" in entry:
        assert entry["fts_pk"] in columns
        assert connection.execute(f"SELECT COUNT(*) FROM {entry['fts_table']}").fetchone()[0] > 0


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_sorted_downwards_to_begin_with(table: str) -> None:
    """Datasette's CSV of a page sorted downwards loses rows between pages and repeats others."""
    assert "sort_desc" not in TABLES[table]


def test_facets_of_tables_are_indexed(connection: Connection) -> None:
    tables = _named(connection, "table")
    small = {"runs", "failures", "articles"}
    indexed = {
        (table, connection.execute(f'PRAGMA index_info("{row[1]}")').fetchone()[2])
        for table in tables
        for row in connection.execute(f'PRAGMA index_list("{table}")').fetchall()
    }
    wanted = {(table, facet) for table in tables - small for facet in TABLES[table].get("facets", ())}
    assert wanted - indexed <= {("quantities", "approximate")}  # two values: an index would not be used


def test_the_columns_one_filters_claims_by_are_facets() -> None:
    wanted = {"factuality", "attributed_to", "polarity", "modality", "mood", "status", "relation_lemma"}
    assert wanted <= set(TABLES["claims"]["facets"])
    assert "outlet" in TABLES["articles"]["facets"]


@pytest.mark.parametrize("name", QUERIES)
def test_saved_queries_run_and_say_what_they_are(connection: Connection, name: str) -> None:
    query = QUERIES[name]
    assert query["title"]
    assert query["description"]
    parameters = re.findall(r":(\w+)", query["sql"])
    assert parameters == query.get("params", [])
    connection.create_function("escape_fts", 1, lambda words: f'"{words}"' if words else "")
    for value in ("mayor", ""):
        connection.execute(query["sql"], dict.fromkeys(parameters, value)).fetchall()
    assert "LIMIT" in query["sql"]


def test_saved_queries_do_not_hide_tables(connection: Connection) -> None:
    """Datasette shows a query in place of a table of the same name."""
    assert not set(QUERIES) & (_named(connection, "table") | _named(connection, "view"))


@pytest.mark.parametrize(
    ("query", "values", "found"),
    [
        ("stated_as_fact", {}, {"closed"}),
        ("who_says_what", {"source": "lind"}, {"did not lose"}),
        ("negated", {}, {"did not lose", "ended"}),
        ("not_certain", {}, {"will deepen", "approved"}),
    ],
)
def test_saved_queries_find_what_they_promise(
    connection: Connection, query: str, values: dict[str, str], found: set[str]
) -> None:
    cursor = connection.execute(QUERIES[query]["sql"], values)
    column = [name for name, *_ in cursor.description].index("relation")
    relations = {row[column] for row in cursor}
    assert found <= relations
    assert not relations & ({"will deepen", "did not lose"} - found)


def test_a_database_of_any_name_gets_the_words() -> None:
    filed = metadata_for(["votes", "floods"])["databases"]
    assert set(filed) == {"votes", "floods"}
    assert filed["votes"]["tables"]["claims"] == TABLES["claims"]
    assert filed["votes"]["tables"] is not filed["floods"]["tables"]


def test_nothing_in_it_names_a_place_outside() -> None:
    assert "http" not in Path(METADATA).read_text(encoding="utf-8")
