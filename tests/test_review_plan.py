"""Whole sentences, flags, assignments and shares: what comes in whose queue, and that it is stored as the log is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.check import check
from db.reviews import alike, assignments, deciding, queue
from db.reviews.decisions import Correction, RefusedError, Seen
from db.reviews.item import item
from db.reviews.leases import Leases
from db.reviews.progress import pace
from db.reviews.queue import Query, Unit
from db.sqlite import Connection, sqlite3
from db.store import RunInfo, Store
from tests.records import HARBOUR, harbour


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for number in range(6):
            opened.add(harbour(f"{number}.txt", HARBOUR + f"It rained {number} times.\n"))
        opened.finish_run()
        yield opened


def everything(connection: Connection, query: Query, who: str = "ada") -> list[str]:
    return queue.take(connection, Leases(), who, query, 500)


def sentence(connection: Connection, key: str) -> tuple[int, int]:
    row = connection.execute("SELECT article, sentence FROM claims WHERE key = ?", (key,)).fetchone()
    return int(row[0]), int(row[1])


def test_claims_of_a_sentence_come_together_and_each_once(store: Store) -> None:
    connection = store.connection
    together = everything(connection, Query())
    assert sorted(together) == sorted(everything(connection, Query(unit=Unit.CLAIM)))
    places = [sentence(connection, key) for key in together]
    assert len([n for n, place in enumerate(places) if n == 0 or place != places[n - 1]]) == len(set(places))
    leases = Leases()
    first = queue.take(connection, leases, "ada", Query(), 1)
    assert {sentence(connection, key) for key in first} == {places[0]}
    assert first == [one.key for one in item(connection, first[0]).siblings]
    assert not set(first) & set(queue.take(connection, leases, "ben", Query(), 500))


def test_what_is_flagged_waits_in_a_queue_of_its_own(store: Store) -> None:
    connection = store.connection
    key = everything(connection, Query())[0]
    before = queue.waiting(connection, Query(), "ben")
    number = deciding.flag(connection, Seen(key, 0), "ada")
    assert key not in everything(connection, Query(), "ben")
    assert everything(connection, Query(flagged="1"), "ben") == [key]
    assert queue.waiting(connection, Query(), "ben") == before - 1
    assert [one.key for one in item(connection, key).siblings if one.flagged] == [key]
    deciding.undo(connection, number, "ada")
    assert queue.waiting(connection, Query(), "ben") == before
    deciding.flag(connection, Seen(key, 0), "ada")
    deciding.accept(connection, [Seen(key, 0)], "ben")
    assert everything(connection, Query(flagged="1"), "ben") == []
    with pytest.raises(RefusedError, match="already reviewed"):
        deciding.flag(connection, Seen(key, 1), "ada")
    assert check(store.path) == []


def test_articles_are_dealt_out_to_quotas_and_left_out_of_other_queues(store: Store) -> None:
    connection = store.connection
    claims = len(everything(connection, Query()))
    each = claims // 6
    would = assignments.portions(connection, {"ada": 2 * each, "ben": each})
    assert assignments.assigned(connection) == []
    assert assignments.assign(connection, {"ada": 2 * each, "ben": each}, "root") == would
    assert {one.person: (len(one.articles), one.claims) for one in would} == {"ada": (2, 2 * each), "ben": (1, each)}
    assert len(everything(connection, Query(assigned="ada"))) == 2 * each
    assert len(everything(connection, Query(), "ben")) == claims - 2 * each == queue.waiting(connection, Query(), "ben")
    key = everything(connection, Query(assigned="ada"))[0]
    deciding.accept(connection, [Seen(key, 0)], "ada")
    assert [(a.person, a.waiting, a.quota, a.done) for a in assignments.assigned(connection)] == [
        ("ada", 2 * each - 1, 2 * each, 1), ("ben", each, each, 0),
    ]  # fmt: skip
    assert pace(connection, "ada", "2000-01-01").today == 1
    assert assignments.release(connection, "ada", "root") == 2
    assert assignments.free(connection) == claims - each - 1
    with pytest.raises(sqlite3.DatabaseError, match="append-only"):
        connection.execute("UPDATE review_plan SET person = 'eve'")
    with pytest.raises(RefusedError, match="how many claims"):
        assignments.assign(connection, {"ada": 0}, "root")
    assert check(store.path) == []


def test_the_share_that_is_read_twice_can_be_set(store: Store) -> None:
    connection = store.connection
    keys = everything(connection, Query())
    deciding.accept(connection, [Seen(key, 0) for key in keys], "ben")
    for percent, expected in ((100, len(keys)), (0, 0)):
        assignments.set_share(connection, percent, "root")
        assert len(everything(connection, Query(second="1"))) == expected
    with pytest.raises(RefusedError, match="between 0 and 100"):
        assignments.set_share(connection, 101, "root")


def test_only_claims_that_are_the_same_in_every_word_are_ticked(store: Store) -> None:
    connection = store.connection
    key = everything(connection, Query())[0]
    found = alike.alike(connection, key, alike.By.STATEMENT).claims
    first = found[0]
    assert [one.duplicate for one in found] == [
        (one.text, one.standing, one.marks, one.sentence) == (first.text, first.standing, first.marks, first.sentence)
        for one in found
    ]
    assert sum(one.duplicate for one in found) > 1


def test_who_passes_it_on_stays_when_the_inner_source_is_removed(store: Store) -> None:
    connection = store.connection
    query = "SELECT key FROM claims WHERE json_array_length(attribution) = 2 LIMIT 1"
    (key,) = connection.execute(query).fetchone()
    outer, _ = item(connection, key).sources
    deciding.edit(connection, Seen(key, 0), Correction(source=()), "ada")
    assert item(connection, key).sources == (outer,)
    deciding.edit(connection, Seen(key, 1), Correction(source=()), "ada")
    assert item(connection, key).sources == ()
