"""Pages answer again from what was found before, until the database changes."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

from db import server
from db.connection import transaction
from db.web import kept_answers
from db.web.kept_answers import KeptAnswers, state_of
from db.web.pages import entity_pages
from tests.browsing import get, make, served


def test_an_answer_holds_until_the_files_change(tmp_path: Path) -> None:
    path, answers = tmp_path / "a.db", KeptAnswers()
    path.write_text("one")
    answers.keep("how many?", path, state_of(path), 3)
    found = answers.find("how many?", path, state_of(path))
    assert found is not None
    assert found.found == 3
    path.write_text("one and two")
    assert answers.find("how many?", path, state_of(path)) is None


def test_an_answer_may_hold_for_some_seconds_whatever_is_written(tmp_path: Path) -> None:
    answers = KeptAnswers()
    answers.keep("many", tmp_path, (), True, seconds=60)
    answers.keep("few", tmp_path, (), True, seconds=-1)
    assert answers.find("many", tmp_path, ("other",)) is not None
    assert answers.find("few", tmp_path, ("other",)) is None


def test_what_was_asked_for_longest_ago_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_answers, "_MOST", 2)
    answers = KeptAnswers()
    for question in ("first", "second"):
        answers.keep(question, tmp_path, (), question)
    assert answers.find("first", tmp_path, ()) is not None
    answers.keep("third", tmp_path, (), "third")
    assert [answers.find(q, tmp_path, ()) is not None for q in ("first", "second", "third")] == [True, False, True]


def test_rows_are_counted_again_when_one_has_changed(tmp_path: Path) -> None:
    path = make(tmp_path / "floods.db")
    with served(path) as site:
        before = get(site, "/floods/claims?status=unreviewed").text
        with transaction(path) as connection:
            connection.execute("UPDATE claims SET status = 'accepted' WHERE id = (SELECT MIN(id) FROM claims)")
        after = get(site, "/floods/claims?status=unreviewed").text
    assert _rows(after) == _rows(before) - 1


def test_a_saved_query_is_answered_again_when_something_has_changed(tmp_path: Path) -> None:
    path = make(tmp_path / "floods.db")
    with served(path) as site:
        before = get(site, "/floods/coverage_by_article.json?_shape=array").json()
        assert get(site, "/floods/coverage_by_article.json?_shape=array").json() == before
        with transaction(path) as connection:
            connection.execute("UPDATE sentences SET outcome = 'not prose' WHERE outcome = 'claims'")
        after = get(site, "/floods/coverage_by_article.json?_shape=array").json()
    assert sum(row["with_claims"] for row in before) > 0
    assert sum(row["with_claims"] for row in after) == 0


def test_a_page_about_a_name_that_takes_long_follows_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entity_pages, "_LONG", 0)
    path = make(tmp_path / "floods.db")
    with served(path) as site:
        with transaction(path) as connection:
            (key, outlet) = connection.execute(
                "SELECT e.key, a.outlet FROM entities AS e JOIN mentions AS m ON m.who = e.id "
                "JOIN articles AS a ON a.id = m.article WHERE m.kind = 'name' AND a.outlet IS NOT NULL LIMIT 1"
            ).fetchone()
        assert "The Ovell Bell" not in get(site, f"/-/entity/{key}").text
        with transaction(path) as connection:
            connection.execute("UPDATE articles SET outlet = 'The Ovell Bell' WHERE outlet = ?", (outlet,))
        assert "The Ovell Bell" in get(site, f"/-/entity/{key}").text


def _rows(page: str) -> int:
    return int(page.partition("<title>")[2].partition(" rows")[0].split()[-1])


def test_cells_of_another_plugin_are_shown(tmp_path: Path) -> None:
    from datasette import hookimpl
    from datasette.plugins import pm

    class Other:
        @hookimpl(tryfirst=True)
        def render_cell(self, column: str) -> Any:
            return "said elsewhere" if column == "subject" else None

    with served(make(tmp_path / "floods.db")) as site:
        assert "said elsewhere" not in get(site, "/floods/claims").text
        pm.register(other := Other())
        try:
            assert "said elsewhere" in get(site, "/floods/claims").text
        finally:
            pm.unregister(other)


def test_garbage_is_looked_for_between_pages_once_there_is_some(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: done.append("collect"))
    monkeypatch.setattr(gc, "freeze", lambda: done.append("freeze"))
    monkeypatch.setattr(gc, "get_count", lambda: (9, server._ENOUGH - 1, 0))
    server.collect_between()
    assert not done
    monkeypatch.setattr(gc, "get_count", lambda: (9, server._ENOUGH, 0))
    server.collect_between()
    monkeypatch.setattr(server, "_LONG", -1)
    server.collect_between()
    assert done == ["collect", "collect", "freeze"]
