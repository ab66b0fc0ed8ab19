"""The queue reads along indexes in every order, and the log is told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.reviews import claim_history, deciding, log, queue
from db.reviews.decisions import Correction, Reason, RefusedError, Seen
from db.reviews.item import item
from db.reviews.leases import MOST, Leases
from db.reviews.progress import progress
from db.reviews.queue import Order, Query
from db.sqlite import Connection
from db.store import RunInfo, Store
from tests.records import HARBOUR, harbour, spans

RUN = RunInfo("1.0", "model", "3.8.0")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Twelve articles of three claims, two of which are said to contradict each other."""
    with Store.open(tmp_path / "claims.db") as opened:
        opened.begin_run(RUN)
        for n in range(12):
            opened.add(harbour(f"port{n:02}.txt", HARBOUR + f"Day {n}.\n"))
        opened.connection.execute(
            "INSERT INTO contradictions (key, kind, rule, why, between_sources, left_claim, right_claim, "
            "left_statement, right_statement, question) SELECT "
            "'x1', 'negation', 'r', 'w', 0, a.id, b.id, a.statement, b.statement, 'q' "
            "FROM claims a, claims b WHERE a.id = 1 AND b.statement <> a.statement LIMIT 1"
        )
        yield opened


def seen(connection: Connection, key: str) -> Seen:
    (version,) = connection.execute("SELECT version FROM claims WHERE key = ?", (key,)).fetchone()
    return Seen(key, version)


@pytest.mark.parametrize("order", list(Order))
def test_no_order_sorts_all_that_waits(order: Order, store: Store, leases: Leases) -> None:
    connection, statements = store.connection, list[str]()
    connection.set_trace_callback(statements.append)
    assert queue.take(connection, leases, "ada", Query(order=order), 6)
    queue.waiting(connection, Query(), "ada")
    progress(connection)
    connection.set_trace_callback(None)
    for statement in statements:
        if statement.startswith("SELECT claims.key") or "COUNT" in statement:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
            assert not [step for step in plan if "TEMP B-TREE" in step or step == "SCAN claims"], plan


@pytest.mark.parametrize(("query", "left"), [(Query(), 36), (Query(rule="verb"), 36), (Query(rule="copula"), 0)])
def test_claims_of_a_rule_are_not_gone_through_to_count_them(query: Query, left: int, store: Store) -> None:
    statements: list[str] = []
    store.connection.set_trace_callback(statements.append)
    assert queue.waiting(store.connection, query, "ada") == left
    store.connection.set_trace_callback(None)
    assert not [statement for statement in statements if "FROM claims WHERE rule" in statement]


def test_a_random_sample_is_random_whole_and_the_same_again(store: Store, leases: Leases) -> None:
    everything = {row[0] for row in store.connection.execute("SELECT key FROM claims WHERE current = 1")}
    orders = []
    for seed in (1, 2, 1):
        orders.append(queue.take(store.connection, leases, "ada", Query(order=Order.RANDOM, seed=seed), 400))
    assert set(orders[0]) == everything
    assert orders[0] == orders[2] != orders[1]


def test_hundreds_that_were_skipped_do_not_end_the_queue(store: Store, leases: Leases) -> None:
    first = queue.take(store.connection, leases, "ada", Query(), 30)
    rest = queue.take(store.connection, leases, "ada", Query(), 30, tuple(first))
    assert rest
    assert not set(first) & set(rest)


def test_nobody_holds_a_whole_queue(leases: Leases) -> None:
    everything = [f"c{n}" for n in range(2 * MOST)]
    assert leases.grant("cy", everything, len(everything)) == everything
    held = leases.of_others("ben")
    assert held == everything[-MOST:]  # the newest, which are on a screen
    leases.grant("cy", [held[0], "c0"], 2)  # asked for anew
    assert {held[0], "c0"} < set(leases.of_others("ben"))
    assert len(leases.of_others("ben")) == MOST


def test_a_status_that_is_none_reaches_no_statement(store: Store, leases: Leases) -> None:
    with pytest.raises(ValueError, match="is not a valid Status"):
        queue.take(store.connection, leases, "ada", Query(status="x' OR 1 --"), 1)


def test_a_history_tells_the_machine_s_words_and_each_change_before_and_after(store: Store) -> None:
    connection = store.connection
    key = connection.execute("SELECT key FROM claims WHERE subject = 'port' LIMIT 1").fetchone()[0]
    change = Correction(object=spans(HARBOUR, "ships"), polarity="positive")
    deciding.edit(connection, seen(connection, key), change, "ada")
    deciding.reject(connection, [seen(connection, key)], "ben", Reason.OBJECT, "not ships")
    told = claim_history.read_history(connection, key)
    assert dict(told.machine)["object"] == "about 40 ships"
    assert dict(told.machine)["polarity"] == "negative"
    edited, rejected = told.entries
    assert {(c.what, c.before, c.after) for c in edited.changes} >= {
        ("object", "about 40 ships", "ships"),
        ("status", "unreviewed", "edited"),
    }
    assert [(c.what, c.before, c.after) for c in rejected.changes] == [("status", "edited", "rejected")]
    assert (rejected.review.who, rejected.review.note) == ("ben", "not ships")


def test_the_log_is_told_newest_first_by_person_and_from_a_number_on(store: Store, leases: Leases) -> None:
    connection = store.connection
    keys = queue.take(connection, leases, "ada", Query(), 4)
    numbers = [
        deciding.accept(connection, [seen(connection, key)], who)
        for key, who in zip(keys, ("ada", "ben", "ada", "ben"), strict=True)
    ]
    assert [one.review.id for one in claim_history.latest(connection)] == numbers[::-1]
    assert [one.review.id for one in claim_history.latest(connection, "ben")] == [numbers[3], numbers[1]]
    assert [one.review.id for one in claim_history.latest(connection, before=numbers[2])] == [numbers[1], numbers[0]]
    assert claim_history.people(connection) == ["ada", "ben"]


def test_the_last_that_may_be_undone_is_one_s_own_and_not_undone(store: Store, leases: Leases) -> None:
    connection = store.connection
    one, two = (seen(connection, key) for key in queue.take(connection, leases, "ada", Query(), 2))
    first = deciding.accept(connection, [one], "ada")
    second = deciding.accept(connection, [two], "ada")
    assert log.last_undoable(connection, "ada") == second
    deciding.undo(connection, second, "ada")
    assert log.last_undoable(connection, "ada") == first
    assert log.last_undoable(connection, "ben") is None


def test_a_claim_that_never_was_has_no_history(store: Store) -> None:
    with pytest.raises(RefusedError):
        claim_history.read_history(store.connection, "c0000000000000000")


def test_contradicted_claims_are_those_of_both_sides_and_no_others(store: Store, leases: Leases) -> None:
    query = Query(order=Order.CONTRADICTED)
    found = queue.take(store.connection, leases, "ada", query, 400)
    asked = (
        "SELECT key FROM claims WHERE statement IN "
        "(SELECT left_statement FROM contradictions UNION SELECT right_statement FROM contradictions)"
    )
    assert set(found) == {row[0] for row in store.connection.execute(asked)}
    assert queue.waiting(store.connection, query) == len(found) > 1


def test_a_second_look_at_what_was_decided_ends_and_an_undo_takes_it_up_again(store: Store, leases: Leases) -> None:
    connection = store.connection
    decided = queue.take(connection, leases, "ada", Query(), 4)
    for key in decided:
        deciding.accept(connection, [seen(connection, key)], "ada")
    since = str(deciding.note(connection, seen(connection, decided[0]), "why?", "ada"))
    query = Query(status="accepted", since=since)
    assert set(queue.take(connection, leases, "ada", query, 9)) == set(decided)
    again = deciding.accept(connection, [seen(connection, decided[1])], "ada")
    deciding.note(connection, seen(connection, decided[2]), "so it is", "ada")
    assert set(queue.take(connection, leases, "ada", query, 9)) == set(decided) - {decided[1]}
    assert (queue.waiting(connection, query, "ada"), queue.waiting(connection, query, "ben")) == (3, 4)
    deciding.undo(connection, again, "ada")
    assert set(queue.take(connection, leases, "ada", query, 9)) == set(decided)


def test_what_is_on_other_people_s_screens_is_counted(store: Store, leases: Leases) -> None:
    connection = store.connection
    ben = queue.take(connection, leases, "ben", Query(), 3)
    cem = queue.take(connection, leases, "cem", Query(), 2)
    assert queue.held(connection, leases, "ada", Query()) == 5
    assert queue.held(connection, leases, "ada", Query(), ben[:1]) == 4
    assert queue.held(connection, leases, "cem", Query()) == 3
    assert queue.held(connection, leases, "ada", Query(status="accepted")) == 0
    deciding.accept(connection, [seen(connection, cem[0])], "cem")
    assert queue.held(connection, leases, "ada", Query()) == 4


def test_who_only_looks_takes_nothing_and_is_kept_from_nothing(store: Store, leases: Leases) -> None:
    connection = store.connection
    looked = queue.look(connection, "ben", Query(), 3)
    assert queue.take(connection, leases, "ada", Query(), 3) == looked
    assert queue.look(connection, "ben", Query(), 3) == looked
    assert not set(queue.look(connection, "ben", Query(), 3, looked)) & set(looked)


def test_a_contradiction_is_explained_as_on_the_page_of_contradictions(store: Store) -> None:
    store.connection.execute("UPDATE contradictions SET why = 'it is said to be so and not to be so'")
    (key,) = store.connection.execute("SELECT key FROM claims WHERE id = 1").fetchone()
    (against,) = item(store.connection, key).contradictions
    assert against.why == "negation: one source says it, another denies it"
