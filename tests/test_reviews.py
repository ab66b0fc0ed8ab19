"""Reviews: an append-only log, claims that follow from it, conflicts told, everything to be undone."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.check import check
from db.reviews import claim_history, deciding, log, queue
from db.reviews.applying import claim_row
from db.reviews.decisions import ConflictError, Correction, Reason, RefusedError, Seen, Status
from db.reviews.leases import Leases
from db.reviews.progress import agreements, kappa, progress, workers
from db.reviews.queue import Order, Query
from db.sqlite import Connection, sqlite3
from db.store import RunInfo, Store
from extract.model import Spans
from tests.records import HARBOUR, argument, harbour, spans

RUN = RunInfo("1.0", "model", "3.8.0")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.begin_run(RUN)
        opened.add(harbour())
        yield opened


def seen(connection: Connection, subject: str = "port") -> Seen:
    row = connection.execute("SELECT key, version FROM claims WHERE subject = ?", (subject,)).fetchone()
    return Seen(*row)


def state(connection: Connection, claim: str) -> dict[str, Any]:
    row = claim_row(connection, claim)
    return {name: row[name] for name in row if name not in {"id", "version", "article", "run", "sentence"}}


def place(*words: str) -> Spans:
    return spans(HARBOUR, *words)


def test_a_decision_is_in_the_claim_and_in_the_log(store: Store) -> None:
    claim = seen(store.connection)
    deciding.accept(store.connection, [claim], "ada")
    assert claim_row(store.connection, claim.claim)["status"] == "accepted"
    (entry,) = log.history(store.connection, claim.claim)
    assert (entry.action, entry.who, entry.claims, entry.undone) == ("accept", "ada", 1, False)


def test_a_rejection_says_why(store: Store) -> None:
    claim = seen(store.connection)
    deciding.reject(store.connection, [claim], "ada", Reason.SOURCE, "the mayor did not say so")
    (entry,) = log.history(store.connection, claim.claim)
    assert (entry.reason, entry.note) == ("wrong source", "the mayor did not say so")
    assert claim_row(store.connection, claim.claim)["status"] == "rejected"


def test_who_decides_on_an_old_version_is_told_who_was_first(store: Store) -> None:
    claim = seen(store.connection)
    deciding.accept(store.connection, [claim], "ada")
    with pytest.raises(ConflictError, match="changed by ada") as caught:
        deciding.reject(store.connection, [claim], "ben", Reason.OBJECT)
    assert caught.value.review is not None
    assert claim_row(store.connection, claim.claim)["status"] == "accepted"


def test_a_corrected_part_points_at_the_source_and_the_machine_s_is_kept(store: Store) -> None:
    claim = seen(store.connection)
    deciding.edit(store.connection, claim, Correction(object=place("ships"), polarity="positive"), "ada")
    row = claim_row(store.connection, claim.claim)
    assert (row["status"], row["object"], row["polarity"], row["factuality"]) == ("edited", "ships", "positive", "CT+")
    assert json.loads(row["object_spans"]) == [list(place("ships")[0])]
    assert log.items(store.connection, 1)[0].before == {
        "object": "about 40 ships", "object_spans": row_spans("about 40 ships"), "object_head": "about 40 ships",
        "object_head_spans": row_spans("about 40 ships"), "object_full": "about 40 ships",
        "object_full_spans": row_spans("about 40 ships"), "polarity": "negative", "factuality": "CT-",
        "hedge": "not", "status": "unreviewed",
    }  # fmt: skip
    assert check(store.path) == []


def row_spans(words: str) -> str:
    return json.dumps([list(place(words)[0])])


def test_a_part_may_be_in_pieces(store: Store) -> None:
    claim = seen(store.connection)
    deciding.edit(store.connection, claim, Correction(relation=(*place("did"), *place("lose"))), "ada")
    assert claim_row(store.connection, claim.claim)["relation"] == "did lose"
    assert check(store.path) == []


def test_who_means_nobody_known_stands_for_nothing_until_that_is_undone(store: Store) -> None:
    claim = seen(store.connection, "She")
    before = state(store.connection, claim.claim)
    assert before["subject_resolved"] == "the mayor"
    deciding.edit(store.connection, claim, Correction(subject_who=""), "ada")
    row = claim_row(store.connection, claim.claim)
    assert (row["status"], row["subject_resolved"], row["subject_resolved_spans"]) == ("edited", None, None)
    assert check(store.path) == []
    deciding.undo(store.connection, 1, "ada")
    after = state(store.connection, claim.claim)
    assert {name: after[name] for name in after if name != "statement"} == {
        n: before[n] for n in before if n != "statement"
    }


def test_the_source_can_be_set_and_taken_away(store: Store) -> None:
    claim = seen(store.connection, "She")
    deciding.edit(store.connection, claim, Correction(source=place("the mayor"), cue=place("told")), "ada")
    assert claim_row(store.connection, claim.claim)["attributed_to"] == "the mayor"
    assert check(store.path) == []
    deciding.edit(store.connection, seen(store.connection, "She"), Correction(source=()), "ada")
    assert claim_row(store.connection, claim.claim)["attribution"] is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Correction(object=((0, 6),)), "in the sentence of the claim"),
        (Correction(object=((40, 40),)), "in the sentence of the claim"),
        (Correction(relation=()), "needs a relation"),
        (Correction(object=((60, 70), (65, 75))), "overlap"),
        (Correction(polarity="perhaps"), "Unknown polarity"),
        (Correction(valid_from="soon"), "not a date"),
        (Correction(subject_who="e0"), "No entity"),
        (Correction(), "Nothing was changed"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(change: Correction, words: str, store: Store) -> None:
    claim = seen(store.connection)
    before = state(store.connection, claim.claim)
    with pytest.raises(RefusedError, match=words):
        deciding.edit(store.connection, claim, change, "ada")
    assert state(store.connection, claim.claim) == before
    assert log.latest(store.connection) == []


def test_a_claim_is_split_in_two_and_stays_in_the_log(store: Store) -> None:
    claim = seen(store.connection)
    parts = [Correction(object=place("about 40")), Correction(object=place("ships"))]
    deciding.split(store.connection, claim, parts, "ada")
    assert claim_row(store.connection, claim.claim)["status"] == "rejected"
    new = store.connection.execute("SELECT object, origin, status FROM claims WHERE origin = 'person' ORDER BY id")
    assert new.fetchall() == [("about 40", "person", "accepted"), ("ships", "person", "accepted")]
    assert check(store.path) == []
    deciding.undo(store.connection, 1, "ada")
    assert claim_row(store.connection, claim.claim)["status"] == "unreviewed"
    assert store.connection.execute("SELECT COUNT(*) FROM claims WHERE origin = 'person'").fetchone() == (0,)


def test_a_claim_that_was_missed_is_added_by_its_words(store: Store) -> None:
    change = Correction(subject=place("the mayor"), relation=place("told"), object=place("Radio Ostrand"))
    deciding.add(store.connection, 1, change, "ada")
    row = claim_row(store.connection, log.items(store.connection, 1)[0].claim)
    assert (row["subject"], row["relation"], row["object"], row["status"]) == (
        "the mayor", "told", "Radio Ostrand", "accepted",
    )  # fmt: skip
    assert check(store.path) == []
    with pytest.raises(RefusedError, match="already exists"):
        deciding.add(store.connection, 1, change, "ada")


@pytest.mark.parametrize("change", [Correction(subject=place("the mayor")), Correction(relation=place("told"))])
def test_an_added_claim_has_a_subject_and_a_relation(change: Correction, store: Store) -> None:
    with pytest.raises(RefusedError, match="needs a subject and a relation"):
        deciding.add(store.connection, 1, change, "ada")


def test_many_at_once_are_one_entry_and_one_undo(store: Store) -> None:
    claims = [Seen(*row) for row in store.connection.execute("SELECT key, version FROM claims ORDER BY id")]
    deciding.accept(store.connection, claims, "ada")
    assert [entry.claims for entry in log.latest(store.connection)] == [3]
    deciding.undo(store.connection, 1, "ada")
    assert progress(store.connection).unreviewed == 3


def test_one_that_changed_keeps_all_of_many_from_being_decided(store: Store) -> None:
    claims = [Seen(*row) for row in store.connection.execute("SELECT key, version FROM claims ORDER BY id")]
    deciding.accept(store.connection, claims[2:], "ben")
    with pytest.raises(ConflictError):
        deciding.accept(store.connection, claims, "ada")
    assert progress(store.connection).accepted == 1


def test_an_undo_waits_for_what_was_built_on(store: Store) -> None:
    connection = store.connection
    deciding.edit(connection, seen(connection), Correction(object=place("ships")), "ada")
    deciding.reject(connection, [seen(connection)], "ben", Reason.OTHER)
    with pytest.raises(RefusedError, match="Undo that one first"):
        deciding.undo(connection, 1, "ada")
    deciding.undo(connection, 2, "ben")
    deciding.undo(connection, 1, "ada")
    with pytest.raises(RefusedError, match="already undone"):
        deciding.undo(connection, 1, "ada")


def test_the_last_to_undo_is_one_that_nothing_rests_on(store: Store) -> None:
    """What others built on cannot be undone, and must not hide what can."""
    connection = store.connection
    free = deciding.accept(connection, [seen(connection, "Vessna")], "ben")
    held = deciding.accept(connection, [seen(connection)], "ben")
    again = deciding.reject(connection, [seen(connection)], "cyd", Reason.OTHER)
    assert log.last_undoable(connection, "ben") == free
    words = f"“port · did not lose · about 40 ships” was changed again by cyd (entry {again})"
    with pytest.raises(RefusedError, match=re.escape(words)):
        deciding.undo(connection, held, "ben")
    deciding.undo(connection, free, "ben")
    assert log.last_undoable(connection, "ben") is None
    deciding.undo(connection, again, "cyd")
    assert log.last_undoable(connection, "ben") == held


def test_of_one_s_own_entries_about_a_claim_the_newest_is_undone_first(store: Store) -> None:
    connection = store.connection
    numbers = [deciding.accept(connection, [seen(connection)], "ben")]
    numbers.append(deciding.edit(connection, seen(connection), Correction(object=place("ships")), "ben"))
    deciding.note(connection, seen(connection), "which ships?", "cyd")
    for number in reversed(numbers):
        assert log.last_undoable(connection, "ben") == number
        deciding.undo(connection, number, "ben")


def test_an_entry_of_many_is_passed_over_when_one_of_them_was_built_on(store: Store) -> None:
    connection = store.connection
    many = deciding.accept(connection, [seen(connection), seen(connection, "She")], "ben")
    deciding.reject(connection, [seen(connection, "She")], "cyd")
    assert log.last_undoable(connection, "ben") is None
    built = log.built_on(connection, many)
    assert built is not None
    assert (built.who, built.claim) == ("cyd", seen(connection, "She").claim)


def test_a_conflict_names_the_claim_in_words() -> None:
    assert "c0123456789abcdef" not in str(ConflictError("c0123456789abcdef", None))
    assert str(ConflictError("c0123456789abcdef", None, "a · b · c")).startswith("“a · b · c” was changed")


def test_a_dispute_is_one_entry_about_one_claim(store: Store) -> None:
    connection = store.connection
    claim = seen(connection).claim
    deciding.accept(connection, [seen(connection)], "ben")
    disputed = deciding.opinion(connection, claim, Status.REJECTED, "ada", Reason.OBJECT)
    deciding.undo(connection, disputed, "ada")
    assert [(entry.id, entry.claims) for entry in log.history(connection, claim)] == [(1, 1), (2, 1), (3, 1)]
    assert [entry.claims for entry in log.latest(connection)] == [1, 1, 1]
    told = claim_history.read_history(connection, claim).entries
    changes = [[(c.what, c.before, c.after) for c in entry.changes] for entry in told]
    assert changes[1:] == [
        [("opinion", "accepted", "rejected"), ("status", "accepted", "disputed")],
        [("opinion", "rejected", "accepted"), ("status", "disputed", "accepted")],
    ]
    assert [entry.changes for entry in claim_history.latest(connection)] == [entry.changes for entry in reversed(told)]


@pytest.mark.parametrize("table", ["reviews", "review_items"])
@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM {}",
        "UPDATE {} SET id = id + 10",
        "UPDATE OR REPLACE {} SET id = id",
        "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
        "REPLACE INTO {0} SELECT * FROM {0}",
    ],
)
def test_the_log_cannot_be_changed(table: str, change: str, store: Store) -> None:
    deciding.accept(store.connection, [seen(store.connection)], "ada")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.connection.execute(change.format(table))


def test_a_note_changes_nothing_and_is_read_by_the_next(store: Store) -> None:
    claim = seen(store.connection)
    deciding.note(store.connection, claim, "which port?", "ada")
    assert seen(store.connection) == claim
    assert log.history(store.connection, claim.claim)[0].note == "which port?"


ACTIONS = st.sampled_from(["accept", "reject", "edit", "split", "add", "note", "undo"])


@settings(max_examples=40, deadline=None)
@given(actions=st.lists(st.tuples(ACTIONS, st.integers(0, 7)), max_size=12))
@example(actions=[("add", 1), ("edit", 1)])  # what stays of a bucket makes a statement of its own
@example(actions=[("add", 0), ("edit", 1)])
def test_claims_are_what_the_log_says_and_all_of_it_can_be_undone(
    actions: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("log") / "claims.db"
    with Store.open(path) as store:
        store.begin_run(RUN)
        store.add(harbour())
        connection = store.connection
        first = dump(connection)
        for action, number in actions:
            act(connection, action, number)
        after = dump(connection)
        states = log.states(connection, connection.execute("SELECT text_hash FROM articles").fetchone()[0])
        for claim, values in states.items():
            row = connection.execute("SELECT * FROM claims WHERE key = ?", (claim,)).fetchone()
            assert (row is None) == (values is None)
        assert after == dump(connection)
        for review in log.latest(connection, limit=100):
            if review.action != "undo" and not log.review(connection, review.id).undone:
                deciding.undo(connection, review.id, "ada")
        assert dump(connection) == first
        assert check(path) == []


def act(connection: Connection, action: str, number: int) -> None:
    keys = [row[0] for row in connection.execute("SELECT key FROM claims ORDER BY id")]
    row = claim_row(connection, keys[number % len(keys)])
    now = Seen(row["key"], row["version"])
    objects = [place("ships"), place("about 40"), place("40 ships")]
    try:
        match action:
            case "accept":
                deciding.accept(connection, [now], "ada")
            case "reject":
                deciding.reject(connection, [now], "ada", Reason.OTHER)
            case "edit":
                deciding.edit(connection, now, Correction(object=objects[number % 3]), "ada")
            case "split":
                deciding.split(connection, now, [Correction(object=o) for o in objects[:2]], "ada")
            case "add":
                change = Correction(subject=place("The port"), relation=place("lose"), object=objects[number % 3])
                deciding.add(connection, 1, change, "ada")
            case "note":
                deciding.note(connection, now, "hm", "ada")
            case "undo":
                deciding.undo(connection, number, "ada")
    except RefusedError:
        pass


def dump(connection: Connection) -> list[tuple[object, ...]]:
    """All claims without what counts the reviews, and the row ids that statements happen to have."""
    cursor = connection.execute("SELECT * FROM claims ORDER BY key")
    names = [column[0] for column in cursor.description]
    keep = [n for n, name in enumerate(names) if name not in {"id", "version", "statement"}]
    return [tuple(row[n] for n in keep) for row in cursor]


def test_a_review_holds_for_a_copy_of_the_text_too(store: Store) -> None:
    deciding.accept(store.connection, [seen(store.connection)], "ada")
    deciding.edit(store.connection, seen(store.connection, "She"), Correction(polarity="negative"), "ada")
    store.add(harbour("copy.txt"))
    query = "SELECT key, status, version, polarity FROM claims WHERE article = ? ORDER BY key"
    one, other = (store.connection.execute(query, (n,)).fetchall() for n in (1, 2))
    assert one == other
    deciding.reject(store.connection, [seen(store.connection)], "ben", Reason.MARKS)
    assert [r[1] for r in store.connection.execute(query, (1,))] == [
        r[1] for r in store.connection.execute(query, (2,))
    ]


def test_an_added_claim_comes_back_with_the_text(store: Store) -> None:
    change = Correction(subject=place("the mayor"), relation=place("told"), object=place("Radio Ostrand"))
    deciding.add(store.connection, 1, change, "ada")
    store.add(harbour("copy.txt"))
    query = "SELECT article, claim, origin FROM claims WHERE origin = 'person' ORDER BY article"
    told = "the mayor · told · Radio Ostrand"
    assert store.connection.execute(query).fetchall() == [(1, told, "person"), (2, told, "person")]
    assert check(store.path) == []


def many(path: Path, sentences: int = 40) -> Store:
    store = Store.open(path)
    store.begin_run(RUN)
    for n in range(sentences):
        text = HARBOUR + f"Day {n}.\n"
        found = harbour(f"{n:03}.txt", text)
        claims = tuple(replace(c, confidence=((n * 7 + c.sentence) % 50) / 50) for c in found.claims)
        store.add(replace(found, claims=claims))
    return store


def test_ten_reviewers_at_one_queue_never_meet(tmp_path: Path, leases: Leases) -> None:
    with many(tmp_path / "claims.db") as store:
        handed = [queue.take(store.connection, leases, f"r{n}", Query(), count=3) for n in range(10)]
        flat = [key for keys in handed for key in keys]
        assert len(flat) == len(set(flat)) == 30
        assert queue.take(store.connection, leases, "r0", Query(), count=3) == handed[0]


def test_a_lease_that_is_let_go_or_has_run_out_is_free(tmp_path: Path, leases: Leases) -> None:
    with many(tmp_path / "claims.db") as store:
        first = queue.take(store.connection, leases, "ada", Query(), count=1)
        assert queue.take(store.connection, leases, "ben", Query(), count=1) != first
        leases.release("ada")
        leases.release("ben")
        assert queue.take(store.connection, leases, "cem", Query(), count=1) == first
        leases.clock = lambda: time.monotonic() + 301
        assert queue.take(store.connection, leases, "ben", Query(), count=1) == first


def test_the_least_certain_come_first_and_a_random_order_is_the_same_again(tmp_path: Path, leases: Leases) -> None:
    with many(tmp_path / "claims.db") as store:
        query = "SELECT confidence FROM claims WHERE key = ?"
        keys = queue.take(store.connection, leases, "ada", Query(), count=20)
        sure = [store.connection.execute(query, (key,)).fetchone()[0] for key in keys]
        assert sure == sorted(sure)
        leases.release("ada")
        one = queue.take(store.connection, leases, "ada", Query(order=Order.RANDOM, seed=5), count=20)
        assert one == queue.take(store.connection, leases, "ada", Query(order=Order.RANDOM, seed=5), count=20)
        assert one != queue.take(store.connection, leases, "ada", Query(order=Order.RANDOM, seed=6), count=20)


@pytest.mark.parametrize(
    ("name", "value", "claims"),
    [("rule", "verb", 120), ("rule", "none", 0), ("status", "accepted", 0), ("article", "a0", 0)],
)
def test_a_filter_leaves_out_the_others(name: str, value: str, claims: int, tmp_path: Path, leases: Leases) -> None:
    with many(tmp_path / "claims.db") as store:
        query = replace(Query(), **{name: value})
        assert queue.waiting(store.connection, query) == claims
        assert len(queue.take(store.connection, leases, "ada", query, count=200)) == claims


def test_what_is_on_the_screen_is_not_offered_again(tmp_path: Path, leases: Leases) -> None:
    with many(tmp_path / "claims.db") as store:
        first = queue.take(store.connection, leases, "ada", Query(), count=2)
        assert not set(first) & set(queue.take(store.connection, leases, "ada", Query(), count=2, after=tuple(first)))


def test_progress_counts_what_stands_by_person_and_in_all(store: Store) -> None:
    connection = store.connection
    deciding.accept(connection, [seen(connection)], "ada")
    deciding.reject(connection, [seen(connection, "She")], "ben", Reason.OTHER)
    deciding.undo(connection, 2, "ben")
    assert (progress(connection).reviewed, progress(connection).total) == (1, 3)
    assert [(w.who, w.accepted, w.rejected) for w in workers(connection)] == [("ada", 1, 0)]


def test_a_second_reader_agrees_or_makes_a_dispute_that_is_settled(store: Store) -> None:
    connection = store.connection
    one, other = seen(connection), seen(connection, "She")
    deciding.accept(connection, [one, other], "ada")
    deciding.opinion(connection, one.claim, Status.ACCEPTED, "ben")
    deciding.opinion(connection, other.claim, Status.REJECTED, "ben", Reason.SOURCE)
    assert claim_row(connection, one.claim)["status"] == "accepted"
    assert claim_row(connection, other.claim)["status"] == "disputed"
    (found,) = agreements(connection)
    assert (found.one, found.other, found.claims, found.alike) == ("ada", "ben", 2, 1)
    deciding.settle(connection, Seen(other.claim, 2), Status.REJECTED, "cem")
    assert claim_row(connection, other.claim)["status"] == "rejected"


def test_nobody_is_their_own_second_reader(store: Store) -> None:
    claim = seen(store.connection)
    with pytest.raises(RefusedError, match="No one has reviewed"):
        deciding.opinion(store.connection, claim.claim, Status.ACCEPTED, "ada")
    deciding.accept(store.connection, [claim], "ada")
    with pytest.raises(RefusedError, match="You were the first"):
        deciding.opinion(store.connection, claim.claim, Status.ACCEPTED, "ada")


def test_a_second_reader_is_counted_once(store: Store) -> None:
    claim = seen(store.connection)
    deciding.accept(store.connection, [claim], "ada")
    number = deciding.opinion(store.connection, claim.claim, Status.ACCEPTED, "ben")
    with pytest.raises(RefusedError, match="already"):
        deciding.opinion(store.connection, claim.claim, Status.REJECTED, "ben")
    deciding.undo(store.connection, number, "ben")
    deciding.opinion(store.connection, claim.claim, Status.REJECTED, "ben")
    (found,) = agreements(store.connection)
    assert (found.claims, found.alike) == (1, 0)


@pytest.mark.parametrize(
    ("yes_yes", "yes_no", "no_yes", "no_no", "value"),
    [(20, 5, 10, 15, 0.4), (10, 0, 0, 10, 1.0), (0, 10, 10, 0, -1.0), (10, 0, 0, 0, None), (0, 0, 0, 0, None)],
)
def test_kappa_is_cohen_s(yes_yes: int, yes_no: int, no_yes: int, no_no: int, value: float | None) -> None:
    votes = [(True, True)] * yes_yes + [(True, False)] * yes_no + [(False, True)] * no_yes + [(False, False)] * no_no
    found = kappa(votes)
    assert found == (None if value is None else pytest.approx(value))


def test_a_corrected_claim_is_no_longer_asked_about_its_old_object(store: Store) -> None:
    claim = seen(store.connection)
    deciding.edit(store.connection, claim, Correction(object=()), "ada")
    row = claim_row(store.connection, claim.claim)
    assert (row["object"], row["object_spans"], row["object_who"]) == (None, None, None)
    assert argument(HARBOUR, "ships").text not in row["claim"]


def test_reasons_are_known_by_their_former_names() -> None:
    assert Reason("no whole statement") is Reason.FRAGMENT
    assert Reason("true to the text and no use") is Reason.TRIVIAL
    with pytest.raises(ValueError, match="because"):
        Reason("because")
