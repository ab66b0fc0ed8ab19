"""Whoever writes for long gives way to whoever writes shortly, also while it works in Python."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from db import turns
from db.components import Parts
from db.sqlite import sqlite3
from db.turns import GivingWay, OutrunError
from db.web import later_work
from extract.errors import LockedDatabaseError


def test_work_between_two_statements_is_taken_back_for_who_waits(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (n INTEGER)")
        giving_way = GivingWay(connection, path)

        def work() -> None:
            with giving_way.transaction():
                connection.execute("INSERT INTO t VALUES (1)")
                turns.look_up()  # nobody waits yet
                turns._mark(path).touch()
                turns.look_up()

        with pytest.raises(OutrunError):
            giving_way.attempt(work)
        assert connection.execute("SELECT COUNT(*) FROM t").fetchone() == (0,)
        turns._mark(path).touch()
        turns.look_up()  # outside of such work nothing is stopped


def test_parts_hang_together_by_pairs() -> None:
    parts = Parts[int]()
    for one, other in ((1, 2), (3, 4), (4, 5)):
        parts.join(one, other)
    assert parts.are_one(3, 5)
    assert not parts.are_one(2, 3)
    parts.join(1, 5)
    assert parts.are_one(2, 3)


def test_what_decisions_leave_is_tried_again_where_the_database_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def do(_: object, path: Path) -> None:
        tried.append(path)
        if len(tried) == 1:
            raise LockedDatabaseError("another program is writing")

    monkeypatch.setattr(later_work, "_do", do)
    monkeypatch.setattr(later_work, "QUIET", 0.01)
    work = later_work._Work()
    later_work._follow(work, tmp_path)
    assert len(tried) == 2
    assert work.done.is_set()
