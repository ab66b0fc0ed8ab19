"""Rejected claims leave their events and paraphrases: the same as if all of these were made again."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.check import check
from db.claim_judgements import ClaimJudgement
from db.connection import reader, writer
from db.events import corrections, joining, withdrawing
from db.reviews import deciding
from db.reviews.decisions import Reason, Seen
from db.sqlite import Connection, sqlite3
from db.store import RunInfo, Store
from db.turns import immediate
from extract.extractor import Extractor, plain_article
from extract.model import Extraction
from tests.records import HARBOUR, harbour

_STATE = (
    "SELECT key, article, event FROM claims ORDER BY id",
    "SELECT claim, leader, leads FROM paraphrases ORDER BY claim",
    "SELECT article, other, closely FROM similar_articles ORDER BY 1, 2",
    "SELECT article, words, people, names, main FROM article_topics ORDER BY 1",
)
_OF_EVENTS = "SELECT key, version FROM claims WHERE current = 1 AND status = 'unreviewed' AND event IS NOT NULL"
_OPEN = "SELECT key, version FROM claims WHERE current = 1 AND status = 'unreviewed' ORDER BY article % 8, id LIMIT 60"


PEOPLE = ("Ada Lind", "Hugo Reis", "Jane Doran", "Viktor Lenz", "Ines Kort", "Otto Peel", "Mara Quill", "Ben Sarn")
VERBS = ("closed", "bought", "sold", "burned", "opened")
THINGS = ("bridge", "mill", "quarry", "harbour", "jetty", "canal", "depot", "ferry Osprey", "sluice", "tannery")
PLACES = ("Valna", "Port Marrow", "Kestria", "Ludham", "Tarn")


def text(chance: random.Random) -> str:
    """Sentences about a few occurrences, in which one part or another is left out."""
    return " ".join(sentence(chance) for _ in range(8))


def sentence(chance: random.Random) -> str:
    who, verb, thing, place = map(chance.choice, (PEOPLE, VERBS, THINGS, PLACES))
    day = chance.choice(("", "", " on Monday", " on Tuesday"))
    return chance.choice(
        (
            f"{who} {verb} the {thing} in {place}{day}.",
            f"The {thing} of {place} was {verb}{day}.",
            f"{who} {verb} the {thing}{day}.",
            f"The {thing} was {verb} by {who}.",
            f"{who.split()[1]} {verb} the {thing} of {place}.",
        )
    )


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    chance = random.Random(3)
    articles = [replace(plain_article(text(chance), f"2024-03-{11 + n % 4}"), source=f"{n:02}") for n in range(44)]
    return list(Extractor().extract_all(articles))


def store_all(path: Path, extractions: list[Extraction]) -> None:
    with Store(writer(path, settled=False), path) as store:
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for found in extractions:
            store.add(found)
        store.finish_run()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, extractions: list[Extraction]) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.db"
    store_all(path, extractions[:36])
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


@pytest.mark.parametrize("luck", range(2))
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


@pytest.mark.parametrize("luck", range(2))
def test_what_waits_may_hang_together(luck: int, made: Path, tmp_path: Path) -> None:
    """Claims of one event in several articles are rejected, and leave it afterwards one article after the other."""
    chance = random.Random(luck)
    with copied(made, tmp_path) as connection:
        sizes = "SELECT event FROM claims WHERE event IS NOT NULL GROUP BY event HAVING COUNT(*) > 3 ORDER BY 1"
        for _ in range(4):
            (event,) = chance.choice(connection.execute(sizes).fetchall())
            rows = connection.execute(f"{_OF_EVENTS} AND event = ? ORDER BY id", (event,)).fetchall()
            chosen = chance.sample(rows, max(2, len(rows) // 2))
            with withdrawing.later():
                for row in chosen:
                    reject(connection, [row])
            keys = [key for key, _ in chosen]
            shown = f"SELECT COUNT(*) FROM claims WHERE (event <> '' OR statement <> '') AND key IN ({_marks(keys)})"
            assert connection.execute(shown, keys).fetchone() == (0,)
            assert withdrawing.is_waiting(connection)
            with immediate(connection):
                withdrawing.settle(connection)
            assert state(connection) == rebuilt(connection)
    assert check(tmp_path / "claims.db") == []


def _marks(keys: list[str]) -> str:
    return ", ".join("?" * len(keys))


def test_whoever_opens_the_database_next_sees_to_what_waits(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as connection:
        rows = connection.execute(f"{_OF_EVENTS} ORDER BY event, id LIMIT 3").fetchall()
        with withdrawing.later():
            reject(connection, rows)
        assert withdrawing.is_waiting(connection)
    with closing(reader(tmp_path / "claims.db")) as connection:
        assert not withdrawing.is_waiting(connection)
        assert state(connection) == rebuilt(connection)
    assert check(tmp_path / "claims.db") == []


def test_what_is_done_to_events_comes_after_what_waits(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as connection:
        rows = connection.execute(f"{_OF_EVENTS} ORDER BY event, id LIMIT 8").fetchall()
        with withdrawing.later():
            number = reject(connection, rows[:3])
            with immediate(connection):
                deciding.undo(connection, number, "ada")
            reject(connection, rows[3:5])
        with immediate(connection):
            corrections.judge(connection, ClaimJudgement.JOIN, [rows[6][0], rows[7][0]], "ada")
        assert not withdrawing.is_waiting(connection)
        assert state(connection) == rebuilt(connection)


@pytest.mark.parametrize("luck", range(2))
def test_articles_may_come_meanwhile(luck: int, made: Path, tmp_path: Path, extractions: list[Extraction]) -> None:
    chance = random.Random(luck)
    with copied(made, tmp_path) as connection:
        rows = chance.sample(connection.execute(f"{_OF_EVENTS} ORDER BY id").fetchall(), 30)
        with withdrawing.later():
            for row in rows[:20]:
                reject(connection, [row])
            store_all(tmp_path / "claims.db", extractions[36:40])
            for row in rows[20:]:
                reject(connection, [row])
            store_all(tmp_path / "claims.db", extractions[40:])
        assert withdrawing.is_waiting(connection)
        with immediate(connection):
            withdrawing.settle(connection)
        assert state(connection) == rebuilt(connection)
    assert check(tmp_path / "claims.db") == []


@pytest.mark.parametrize("luck", range(3))
def test_what_comes_back_waits_as_what_leaves_does(
    luck: int, made: Path, tmp_path: Path, extractions: list[Extraction]
) -> None:
    """Claims are rejected, heard again and rejected again, while articles come and what waits is put right."""
    chance = random.Random(luck)
    with copied(made, tmp_path) as connection, withdrawing.later():
        open_ones = list[int]()
        for turn in range(24):
            if open_ones and chance.random() < 0.5:
                with immediate(connection):
                    deciding.undo(connection, open_ones.pop(chance.randrange(len(open_ones))), "ada")
            else:
                rows = connection.execute(_OPEN).fetchall()
                open_ones.append(reject(connection, chance.sample(rows, chance.choice((1, 1, 4)))))
            if turn in (8, 16):
                store_all(tmp_path / "claims.db", extractions[28 + turn : 32 + turn])
            if chance.random() < 0.2:
                with immediate(connection):
                    withdrawing.settle_next(connection)
            if chance.random() < 0.15:
                with immediate(connection):
                    withdrawing.settle(connection)
                assert state(connection) == rebuilt(connection)
        with immediate(connection):
            withdrawing.settle(connection)
        assert state(connection) == rebuilt(connection)
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
        several = (
            "SELECT event FROM claims GROUP BY event HAVING event IS NOT NULL AND COUNT(*) > 5 ORDER BY COUNT(*), 1"
        )
        (event,) = connection.execute(several).fetchone()
        keys = [k for (k,) in connection.execute("SELECT key FROM claims WHERE event = ? ORDER BY id DESC", (event,))]
        assert len(keys) > 5
        for key in keys:
            row = connection.execute("SELECT key, version FROM claims WHERE key = ?", (key,)).fetchall()
            reject(connection, row)
            assert state(connection) == rebuilt(connection)


def steps_to_reject(path: Path, copies: int) -> int:
    """Hundreds of steps of SQLite's machine that it takes to reject all claims of so many copies at once."""
    same = HARBOUR + " ".join(f"word{n}" for n in range(80))
    store_all(path, [harbour(f"{n}.txt", f"{same}\nDay {n}.\n", published="2021-04-02") for n in range(copies)])
    steps = [0]

    def step() -> int:
        steps[0] += 1
        return 0

    with closing(writer(path, create=False)) as connection:
        rows = connection.execute(f"{_OF_EVENTS} ORDER BY id").fetchall()
        assert len(rows) == 3 * copies
        connection.set_progress_handler(step, 100)
        reject(connection, rows)
        assert not withdrawing.is_waiting(connection)
    return steps[0]


def test_a_claim_of_many_that_are_alike_costs_what_one_of_few_does(tmp_path: Path) -> None:
    few, many = (steps_to_reject(tmp_path / f"{copies}.db", copies) for copies in (16, 48))
    assert many < 4 * few  # of three times as many claims
