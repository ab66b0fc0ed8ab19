"""News: read some statements at a time it is what all of it begins with, and what is said in passing is told apart."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.madeup import extraction
from db.connection import reader
from db.sqlite import Connection
from db.statements import news, queries
from db.statements.news import What
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Forty articles, each of which begins with one of four sentences."""
    path = tmp_path_factory.mktemp("news") / "told.db"
    chance = random.Random(3)
    with Store.open(path) as store:
        store.begin_run(RunInfo("0", "made up", "0"))
        for number in range(40):
            store.add(extraction(number * 7, chance, 6, opening=random.Random(number % 4)))
        store.finish_run()
    connection = reader(path)
    yield connection
    connection.close()


@pytest.mark.parametrize(("since", "until"), [("2000-01-01", None), ("2016-01-01", None), ("2012-01-01", "2020-01-01")])
@pytest.mark.parametrize("limit", [1, 5, 1000, -1])
def test_the_newest_confirmations_are_those_of_all(
    told: Connection, monkeypatch: pytest.MonkeyPatch, since: str, until: str | None, limit: int
) -> None:
    monkeypatch.setattr(news, "_AT_A_TIME", 1000)
    everything = news.news(told, since, until, What.CONFIRMED, -1)
    assert len(everything) > 10
    monkeypatch.setattr(news, "_AT_A_TIME", 1)
    found = news.news(told, since, until, What.CONFIRMED, limit)
    assert [(one.day, one.statement) for one in found] == [(one.day, one.statement) for one in everything][
        : limit if limit > 0 else None
    ]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ("2024-05-31 2024-04-01", "2024-05-01"),
        ("2024-05-31T08:00:00 9999-12-31", "2024-05-01"),
        ("2024-05 2024-04-30", "2024-04-01"),
        ("2024", "2023-12-02"),
        ("9999-12-31", "0001-01-01"),
        ("", "0001-01-01"),
    ],
)
def test_recent_changes_begin_thirty_days_before_the_newest_article(days: str, first: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE statements (last_seen TEXT)")
    connection.execute("CREATE INDEX statements_last_seen ON statements (last_seen)")
    connection.executemany("INSERT INTO statements VALUES (?)", [(day,) for day in days.split()])
    assert news.recent_day(connection) == first


@contextmanager
def _stored(folder: Path, texts: dict[str, str]) -> Iterator[Store]:
    """A database of one article an outlet, all of one day."""
    articles = [replace(plain_article(text, "2024-03-12"), source=name) for name, text in texts.items()]
    with Store.open(folder / "claims.db") as store:
        store.begin_run(RunInfo("0", "made up", "0"))
        for extraction in Extractor().extract_all(articles):
            store.add(extraction)
        store.finish_run()
        yield store


def test_what_only_a_participle_tells_is_said_in_passing(tmp_path: Path) -> None:
    texts = {
        "gazette": "Voters in Tarn read the report released by Ada Lind. Northville Council closed two schools.",
        "herald": "The mayor quoted from the report released by Ada Lind. Northville Council closed two schools.",
    }
    with _stored(tmp_path, texts) as store:
        found = {one.words: one.in_passing for one in news.news(store.connection, "2024") if one.what is What.NEW}
    assert found["the report · released by · Ada Lind"]
    assert not found["Northville Council · closed · two schools"]


def test_what_somebody_says_is_repeated_and_not_confirmed(tmp_path: Path) -> None:
    told = {
        "gazette": ("2024-03-12", "Ada Lind said the bridge is safe. Northville Council closed two schools."),
        "herald": ("2024-03-13", "The bridge is safe, Ada Lind said. Northville Council closed two schools."),
    }
    articles = [replace(plain_article(text, day), source=name) for name, (day, text) in told.items()]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("0", "made up", "0"))
        for extraction in Extractor().extract_all(articles):
            store.add(extraction)
        store.finish_run()
        found = {one.words: one.what for one in news.news(store.connection, "2024-03-13")}
    assert found == {
        "Ada Lind: the bridge · is · safe": What.REPEATED,
        "Northville Council · closed · two schools": What.CONFIRMED,
    }


def test_words_of_somebody_are_not_shown_as_those_of_an_article(tmp_path: Path) -> None:
    """What an article states itself is shown in its words; who speaks of himself says "I"; of two denials of an
    accusation, the first is shown."""
    told = {
        "gazette": '"Ada Lind invited me on 4 March," Jon Peel said. Paul Berg accused Mara Holt of taking bribes.',
        "herald": "Ada Lind invited Jon Peel on 4 March. Mara Holt denied taking bribes.",
        "post": '"I love the river," Senator Mara Holt said. Holt denied the accusations.',
    }
    with _stored(tmp_path, told) as store:
        found = news.news(store.connection, "2024")
    new = {one.words for one in found if one.what is What.NEW}
    assert {"Ada Lind · invited · Jon Peel", "Senator Mara Holt: I · love · the river"} <= new
    assert not any(words.endswith("invited · me") for words in new)
    assert len([one for one in found if one.what is What.CONTRADICTED]) == 1


def test_of_denials_the_first_counts_and_other_contradictions_each(tmp_path: Path, extractor: Extractor) -> None:
    told = {
        "2024-03-12T07:00": "Paul Berg accused Mara Holt of taking bribes. Veltra owns the pier in Tarn.",
        "2024-03-12T09:00": "Mara Holt denied taking bribes. Ada Lund was born in Tarn.",
        "2024-03-12T08:00": "Holt denied the accusations. Mara Holt was here.",
        "2024-03-12T10:00": "Veltra does not own the pier in Tarn. Ada Lund was born in Varno.",
    }
    articles = [replace(plain_article(text, day), source=day) for day, text in told.items()]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("0", "made up", "0"))
        for extraction in extractor.extract_all(articles):
            store.add(extraction)
        store.finish_run()
        found = {
            limit: news.news(store.connection, "2024", None, What.CONTRADICTED, limit) for limit in (-1, 0, 1, 2, 3, 9)
        }
    denials = [one.against for one in found[-1] if one.words.startswith("Paul Berg")]
    assert (denials, len(found[-1])) == (["Holt · denied · the accusations"], 3)
    assert {limit: len(some) for limit, some in found.items()} == {-1: 3, 0: 0, 1: 1, 2: 2, 3: 3, 9: 3}


def test_contradictions_of_one_statement_with_two_others_are_two() -> None:
    def link(key: str, kind: str, right: str, published: str) -> queries.Link:
        sides = [queries.Voice("", "", "", None, "", "", "", "", day, "", "") for day in ("2024", published)]
        return queries.Link(key, kind, "", "two numbers", None, False, "2024-03-12", *sides, "left", right)

    links = [link("1", "number", "one", "2024"), link("2", "number", "other", "2024")]
    denials = [link("3", "accusation", "one", "2024-03-12T09"), link("4", "accusation", "other", "2024-03-12T08")]
    found = news._of_links(What.CONTRADICTED, [*denials, *links], -1)
    assert [one.other for one in found] == ["other", "one", "other"]
