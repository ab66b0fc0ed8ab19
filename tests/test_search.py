"""Search takes what people type, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.connection import reader
from db.search import expression
from db.sqlite import Connection
from db.store import RunInfo, Store
from tests.records import article, claim, extraction, harbour


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path = tmp_path_factory.mktemp("search") / "claims.db"
    fill(path)
    with closing(reader(path)) as opened:
        yield opened


def fill(path: Path) -> None:
    first, now = "The mill closed for good.", "The café closed for the winter-long break.\nNobody minded."
    with Store.open(path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour())
        store.add(extraction(article(first, "mill.txt"), [claim(first, "mill", "closed")]))
        store.add(extraction(article(now, "mill.txt"), [claim(now, "café", "closed", "break")]))


def found(connection: Connection, table: str, column: str, words: str) -> list[str]:
    """What the full-text table of `table` finds in current articles, best match first."""
    query = (
        f"SELECT found.{column} FROM {table}_fts JOIN {table} AS found ON found.id = {table}_fts.rowid "
        f"JOIN articles ON articles.id = found.article WHERE {table}_fts MATCH ? AND articles.current "
        f"ORDER BY {table}_fts.rank, found.id"
    )
    match = expression(words)
    return [row[0] for row in connection.execute(query, (match,))] if match is not None else []


FOUND = [
    ("harbour", ["Vessna · will deepen · its harbour"]),
    ("deepening harbours", ["Vessna · will deepen · its harbour"]),
    ('"will deepen"', ["Vessna · will deepen · its harbour"]),
    ('"deepen will"', []),
    ("deep", []),
    ("ves* deep*", ["Vessna · will deepen · its harbour"]),
    ("cafe", ["café · closed · break"]),
    ("closed -break", []),
    ("closed -harbour", ["café · closed · break"]),
    ("mill", []),
    ("March 2021", ["port · did not lose · about 40 ships"]),
    ("Ada Lind", ["port · did not lose · about 40 ships"]),
    ("the mayor", ["She · approved · the plan"]),
    ("NOT AND", []),
    ("OR cafe OR", ["café · closed · break"]),
    ("closed harbour OR break", ["café · closed · break"]),
    ('port OR "the plan" -approved', ["port · did not lose · about 40 ships"]),
    ("", []),
    ('"', []),
    ("-closed", []),
    ("subject:mill", []),
]


@pytest.mark.parametrize(("words", "claims"), FOUND)
def test_claims_are_found_by_their_words(connection: Connection, words: str, claims: list[str]) -> None:
    assert found(connection, "claims", "claim", words) == claims


def test_sentences_are_found_whether_they_gave_claims_or_not(connection: Connection) -> None:
    assert found(connection, "sentences", "text", "minded") == ["Nobody minded."]
    assert found(connection, "sentences", "text", '"winter-long"') == ["The café closed for the winter-long break."]
    assert found(connection, "sentences", "text", "good") == [], "of a revision that was replaced"


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(['"', "-", "*", "a", " ", "^", "NEAR(", ":", "{", "é", "\0"])).map("".join)
)
def test_nothing_that_is_typed_is_an_error(connection: Connection, words: str) -> None:
    for table, column in (("claims", "claim"), ("sentences", "text")):
        assert len(found(connection, table, column, words)) <= 6
