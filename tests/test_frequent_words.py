"""Lists by words that very many claims have show the same as others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.madeup import make
from db import frequent_words, matches
from db.connection import snapshot
from db.export.filters import Filters as Searched
from db.statements import queries
from db.statements.queries import Filters, Order


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("frequent") / "claims.db"
    make(made, 500)
    return made


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("words", ["council", "harbour", "council -harbour", "harbour Valna", "nowhere"])
def test_frequent_words_find_the_same(path: Path, words: str, order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    few = "SELECT COUNT(*) FROM (SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT 1)"
    with snapshot(path) as connection:
        rows, total = queries.page(connection, Filters(text=words), 20, 10, order)
        links = queries.contradictions(connection, text=words, limit=30)
        monkeypatch.setattr(frequent_words, "_MOST", 1)
        monkeypatch.setattr(frequent_words, "_FOUND", few)
        found, counted = queries.page(connection, Filters(text=words), 20, 10, order)
        assert found == rows
        assert counted == (None if total else 0)
        assert queries.contradictions(connection, text=words, limit=30) == links
    assert words == "nowhere" or total


@pytest.mark.parametrize("wanted", [Searched(outlet="The Valna Post"), Searched(standing="attributed")])
def test_words_that_nearly_all_claims_have_find_the_same(
    path: Path, wanted: Searched, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched = replace(wanted, text="council")
    with snapshot(path) as connection:
        monkeypatch.setattr(matches, "MAX_ROWS", 1)  # or they would be ranked, being so few
        gathered = matches.claims(connection, searched, 3_000)
        monkeypatch.setattr(matches, "are_everywhere", lambda *_: True)
        assert matches.claims(connection, searched, 3_000) == gathered
    assert gathered


def test_words_that_nearly_all_sentences_have_find_the_same_articles(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with snapshot(path) as connection:
        monkeypatch.setattr(matches, "MAX_ROWS", 1)
        searched = Searched(since="2000-01-01", text="council")
        gathered = matches.articles(connection, searched, (), 3_000)
        monkeypatch.setattr(matches, "are_everywhere", lambda *_: True)
        assert matches.articles(connection, searched, (), 3_000) == gathered
    assert gathered


def test_words_are_everywhere_where_few_claims_stand_between(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with snapshot(path) as connection:
        monkeypatch.setattr(frequent_words, "_MOST", 10)
        assert frequent_words.are_everywhere(connection, "council")
        assert frequent_words.are_everywhere(connection, "council", "sentences_fts")
        assert not frequent_words.are_everywhere(connection, "harbour")
        assert not frequent_words.are_everywhere(connection, "nowhere")
