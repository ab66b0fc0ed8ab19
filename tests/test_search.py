"""Search takes what people type, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.connection import reader
from db.search import expression, search_claims, search_sentences
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
    assert [hit.words for hit in search_claims(connection, words)] == claims


def test_sentences_are_found_whether_they_gave_claims_or_not(connection: Connection) -> None:
    (hit,) = search_sentences(connection, "minded")
    assert (hit.words, hit.source, hit.key) == ("Nobody minded.", "mill.txt", None)
    assert [hit.words for hit in search_sentences(connection, '"winter-long"')] == [
        "The café closed for the winter-long break."
    ]
    assert search_sentences(connection, "good") == [], "of a revision that was replaced"


def test_no_more_are_given_than_asked_for(connection: Connection) -> None:
    assert len(search_sentences(connection, "the")) > len(search_sentences(connection, "the", limit=1)) == 1


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(['"', "-", "*", "a", " ", "^", "NEAR(", ":", "{", "é", "\0"])).map("".join)
)
def test_nothing_that_is_typed_is_an_error(connection: Connection, words: str) -> None:
    hits = search_claims(connection, words) + search_sentences(connection, words)
    assert hits == [] or expression(words) is not None
