"""Work of minutes in a large database says how far it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import tracking
from db.connection import transaction
from db.migrations import _AFTERWARDS, _follow_the_program, topic_names
from db.steps import told_to
from db.store import RunInfo, Store
from extract.cli import updating
from tests.records import harbour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        store.add(harbour())
        store.finish_run()
    return tmp_path / "claims.db"


def test_a_rebuild_tells_how_far_it_is(path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with transaction(path) as connection, told_to(lambda *step: told.append(step)):
        tracking.relink(connection)
    assert told == [("Counts of claims", 0, 3), ("Statements", 0, 1)]


def test_a_step_that_changes_no_names_leaves_copies_and_names_alone(path: Path) -> None:
    asked: list[str] = []
    with transaction(path) as connection:
        connection.set_trace_callback(asked.append)
        _follow_the_program(connection, _AFTERWARDS[topic_names])
        connection.set_trace_callback(None)
    assert any("DELETE FROM statements" in query for query in asked)
    assert not any("sketches" in query or "UPDATE entities" in query for query in asked)


def test_only_long_work_is_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    for done in range(0, 500, 100):
        updating.show("Statements", done, 500)
        now[0] += 6
    assert capsys.readouterr().err == "Working on statements: 200 of 500\n"
