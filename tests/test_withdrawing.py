"""Rejected claims leave their events and paraphrases: the same as if all of these were made again."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from benchmarks.madeup import make
from db.check import check
from db.claim_judgements import ClaimJudgement
from db.connection import writer
from db.events import corrections, joining
from db.reviews import deciding
from db.reviews.decisions import Reason, Seen
from db.sqlite import Connection, sqlite3
from db.turns import immediate

_STATE = (
    "SELECT key, article, event FROM claims ORDER BY id",
    "SELECT claim, leader, leads FROM paraphrases ORDER BY claim",
    "SELECT article, other, closely FROM similar_articles ORDER BY 1, 2",
    "SELECT article, words, people, names, main FROM article_topics ORDER BY 1",
)
_OF_EVENTS = "SELECT key, version FROM claims WHERE current = 1 AND status = 'unreviewed' AND event IS NOT NULL"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.db"
    make(path, 4_000)
    return path


@contextmanager
def copied(made: Path, folder: Path) -> Iterator[Connection]:
    with closing(writer(shutil.copy(made, folder / "claims.db"), create=False)) as connection:
        yield connection


def state(connection: Connection) -> list[list[Any]]:
    return [[tuple(row) for row in connection.execute(query)] for query in _STATE]


def rebuilt(connection: Connection) -> list[list[Any]]:
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        connection.backup(copy)
        joining.rebuild(copy)
        return state(copy)


def reject(connection: Connection, rows: list[Any]) -> int:
    with immediate(connection):
        return deciding.reject(connection, [Seen(*row) for row in rows], "ada", Reason.SUBJECT)


@pytest.mark.parametrize("luck", range(3))
def test_what_is_left_is_what_a_fresh_start_gives(luck: int, made: Path, tmp_path: Path) -> None:
    chance = random.Random(luck)
    with copied(made, tmp_path) as connection:
        events = {event for (event,) in connection.execute("SELECT event FROM claims WHERE event IS NOT NULL")}
        for turn in range(16):
            rows = connection.execute(f"{_OF_EVENTS} ORDER BY id").fetchall()
            number = reject(connection, chance.sample(rows, chance.choice((1, 1, 3))))
            if turn % 4 == 3:  # with judgements of people and decisions taken back between
                with immediate(connection):
                    one, other = chance.sample(rows, 2)
                    kind = chance.choice((ClaimJudgement.JOIN, ClaimJudgement.SPLIT))
                    corrections.judge(connection, kind, [one[0], other[0]], "ada")
                    deciding.undo(connection, number, "ada")
                assert state(connection) == rebuilt(connection)
        assert state(connection) == rebuilt(connection)
        left = {event for (event,) in connection.execute("SELECT event FROM claims WHERE event IS NOT NULL")}
        assert left - events  # some go by another key now
    assert check(tmp_path / "claims.db") == []


def test_an_event_of_one_claim_is_none(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as connection:
        of_two = (
            "SELECT event FROM claims WHERE event IS NOT NULL GROUP BY event HAVING COUNT(*) = 2 ORDER BY 1 LIMIT 1"
        )
        (event,) = connection.execute(of_two).fetchone()
        one = connection.execute(f"{_OF_EVENTS} AND event = ? ORDER BY id LIMIT 1", (event,)).fetchall()
        reject(connection, one)
        assert connection.execute("SELECT COUNT(*) FROM claims WHERE event = ?", (event,)).fetchone() == (0,)
        assert state(connection) == rebuilt(connection)


def test_each_claim_of_an_event_may_leave(made: Path, tmp_path: Path) -> None:
    """The last first, then that by whose key the event goes."""
    with copied(made, tmp_path) as connection:
        large = "SELECT event FROM claims WHERE event IS NOT NULL GROUP BY event ORDER BY COUNT(*) DESC, 1 LIMIT 1"
        (event,) = connection.execute(large).fetchone()
        keys = [k for (k,) in connection.execute("SELECT key FROM claims WHERE event = ? ORDER BY id DESC", (event,))]
        assert len(keys) > 3
        for key in keys:
            row = connection.execute("SELECT key, version FROM claims WHERE key = ?", (key,)).fetchall()
            reject(connection, row)
            assert state(connection) == rebuilt(connection)
