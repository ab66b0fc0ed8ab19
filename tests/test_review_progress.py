"""How far reviewing is and how well readers agree: counted by hand, also after undos, splits, additions, disputes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from db.check import check
from db.connection import writer
from db.reviews import deciding, log
from db.reviews.decisions import Correction, Reason, RefusedError, Seen, Status
from db.reviews.disputes import disputes
from db.reviews.item import item
from db.reviews.progress import Agreement, agreements, kappa, progress, workers
from db.sqlite import Connection
from db.store import RunInfo, Store
from db.turns import immediate
from tests.records import HARBOUR, harbour, spans


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as opened:
        opened.begin_run(RunInfo("1.0", "model", "3.8.0"))
        for number in range(4):
            opened.add(harbour(f"{number}.txt", HARBOUR + f"It rained {number} times.\n"))
        opened.finish_run()
        yield opened


def claims(connection: Connection) -> list[Seen]:
    """Twelve, in a fixed order."""
    return [Seen(*row) for row in connection.execute("SELECT key, version FROM claims ORDER BY id")]


def votes(both: int, only_one: int, only_other: int, neither: int) -> list[tuple[bool, bool]]:
    kinds = ((True, True), (True, False), (False, True), (False, False))
    return [kind for kind, n in zip(kinds, (both, only_one, only_other, neither), strict=True) for _ in range(n)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((20, 5, 10, 15), 0.4),  # agreed .7, by chance .5 * .6 + .5 * .4 = .5
        ((45, 15, 25, 15), 6 / 46),  # agreed .6, by chance .6 * .7 + .4 * .3 = .54
        ((25, 35, 5, 35), 14 / 54),  # agreed .6, by chance .6 * .3 + .4 * .7 = .46
        ((10, 0, 0, 10), 1.0),
        ((0, 10, 10, 0), -1.0),
        ((25, 25, 25, 25), 0.0),
        ((9, 1, 0, 0), 0.0),  # one of them accepts everything: no more than chance
        ((0, 1, 0, 0), 0.0),
    ],
)
def test_kappa_is_what_it_is_by_hand(counts: tuple[int, int, int, int], expected: float) -> None:
    found = kappa(votes(*counts))
    assert found == pytest.approx(expected, abs=1e-12)
    one, other = counts[1], counts[2]
    assert kappa(votes(counts[0], other, one, counts[3])) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("counts", [(0, 0, 0, 0), (7, 0, 0, 0), (0, 0, 0, 3)])
def test_kappa_is_unknown_where_chance_would_always_agree(counts: tuple[int, int, int, int]) -> None:
    assert kappa(votes(*counts)) is None


def test_agreement_is_that_of_the_log(store: Store) -> None:
    connection = store.connection
    one, two, three, four, five, *_ = claims(connection)
    deciding.accept(connection, [one, two, three], "ben")
    deciding.reject(connection, [four, five], "ben", Reason.OBJECT)
    for seen, status in ((one, Status.ACCEPTED), (two, Status.ACCEPTED), (three, Status.REJECTED),
                         (four, Status.REJECTED)):  # fmt: skip
        deciding.opinion(connection, seen.claim, status, "ada")
    last = deciding.opinion(connection, five.claim, Status.ACCEPTED, "ada")
    # agreed 3 of 5; ada yes 3/5, ben yes 3/5: by chance .52
    assert agreements(connection) == [Agreement("ada", "ben", 5, 3, pytest.approx((0.6 - 0.52) / 0.48), 2, 2, 1.0)]
    deciding.undo(connection, last, "ada")
    # agreed 3 of 4; ada yes 2/4, ben yes 3/4: by chance .5
    assert agreements(connection) == [Agreement("ada", "ben", 4, 3, pytest.approx(0.5), 2, 2, 1.0)]
    assert check(store.path) == []


def test_a_first_reader_who_took_it_back_is_not_the_first(store: Store) -> None:
    connection = store.connection
    one, *_ = claims(connection)
    deciding.undo(connection, deciding.reject(connection, [one], "cleo"), "cleo")
    deciding.accept(connection, [claims(connection)[0]], "ben")
    deciding.opinion(connection, one.claim, Status.ACCEPTED, "ada")
    assert [(a.one, a.other, a.alike) for a in agreements(connection)] == [("ada", "ben", 1)]


def test_a_dispute_is_settled_and_the_settlement_taken_back(store: Store) -> None:
    connection = store.connection
    one, *_ = claims(connection)
    deciding.accept(connection, [one], "ben")
    disputed = deciding.opinion(connection, one.claim, Status.REJECTED, "ada", Reason.SUBJECT)
    (before,) = disputes(connection)
    seen = before.opinions[0].item
    assert (seen.standing, seen.marks) == marked(connection, one.claim)
    assert [(o.who, o.status, o.reason) for o in before.opinions] == [
        ("ben", "accepted", None), ("ada", "rejected", "wrong subject"),
    ]  # fmt: skip
    settled = deciding.settle(connection, Seen(one.claim, before.version), Status.REJECTED, "root")
    assert disputes(connection) == []
    assert progress(connection).rejected == 1
    with pytest.raises(RefusedError, match="Undo that one first"):
        deciding.undo(connection, disputed, "ada")
    deciding.undo(connection, settled, "root")
    (again,) = disputes(connection)
    assert again.claim == before.claim
    assert [o.status for o in again.opinions] == [o.status for o in before.opinions]
    assert agreements(connection)[0].alike == 0
    deciding.undo(connection, disputed, "ada")
    assert disputes(connection) == []
    assert agreements(connection) == []
    assert progress(connection).accepted == 1
    assert check(store.path) == []


def marked(connection: Connection, claim: str) -> tuple[str, tuple[str, ...]]:
    """As the queue shows the claim."""
    found = item(connection, claim)
    return found.standing, found.marks


def test_a_dispute_shows_the_marks_that_it_may_be_about(store: Store) -> None:
    connection = store.connection
    (port,) = connection.execute("SELECT key FROM claims WHERE subject = 'port' LIMIT 1").fetchone()
    deciding.accept(connection, [Seen(port, 0)], "ben")
    deciding.opinion(connection, port, Status.REJECTED, "ada", Reason.MARKS)
    (dispute,) = disputes(connection)
    shown = dispute.opinions[0].item
    assert (shown.standing, shown.marks) == marked(connection, port)
    assert shown.standing == "negated"
    assert {"said by Ada Lind (“the mayor”)", "in March 2021"} <= set(shown.marks)


def test_a_second_reader_corrects_and_the_correction_is_taken(store: Store) -> None:
    connection = store.connection
    (port, version) = connection.execute("SELECT key, version FROM claims WHERE subject = 'port' LIMIT 1").fetchone()
    deciding.accept(connection, [Seen(port, version)], "ben")
    change = Correction(object=spans(HARBOUR, "ships"))
    deciding.opinion(connection, port, Status.ACCEPTED, "ada", None, change)
    (dispute,) = disputes(connection)
    first, second = dispute.opinions
    assert (first.item.object and first.item.object.text, first.status) == ("about 40 ships", "accepted")
    assert (second.item.object and second.item.object.text, second.status) == ("ships", "edited")
    assert "object" in second.differs
    assert "subject" not in second.differs
    (agreed,) = agreements(connection)
    assert (agreed.approved, agreed.same) == (1, 0)
    assert agreed.overlap is not None
    assert 0.5 < agreed.overlap < 1
    with pytest.raises(RefusedError, match="Nothing was changed"):
        deciding.opinion(connection, accepted(connection), Status.ACCEPTED, "ada", None, Correction())
    number = deciding.settle(connection, Seen(port, dispute.version), Status.ACCEPTED, "root", second=True)
    now = item(connection, port)
    assert (now.object and now.object.text, now.status) == ("ships", "edited")
    assert check(store.path) == []
    deciding.undo(connection, number, "root")
    assert item(connection, port).status == "disputed"
    assert check(store.path) == []


def accepted(connection: Connection) -> str:
    """Another claim that somebody has accepted."""
    seen = next(one for one in claims(connection) if one.version == 0)
    deciding.accept(connection, [seen], "ben")
    return seen.claim


def test_second_readings_and_settlements_count_by_themselves(store: Store) -> None:
    connection = store.connection
    one, two, three, *_ = claims(connection)
    deciding.accept(connection, [one, two], "ben")
    deciding.reject(connection, [three], "ben")
    for seen, status in ((one, Status.ACCEPTED), (two, Status.REJECTED), (three, Status.REJECTED)):
        deciding.opinion(connection, seen.claim, status, "ada", Reason.MARKS)
    (open_,) = disputes(connection)
    settled = deciding.settle(connection, Seen(open_.claim, open_.version), Status.REJECTED, "root")
    counted = {w.who: (w.accepted, w.rejected, w.again, w.settled) for w in workers(connection)}
    assert counted == {"ada": (0, 0, 3, 0), "ben": (2, 1, 0, 0), "root": (0, 0, 0, 1)}
    deciding.undo(connection, settled, "root")
    assert "root" not in {w.who for w in workers(connection)}


def test_progress_by_person_and_in_all_after_splits_additions_and_undos(store: Store) -> None:
    connection = store.connection
    keys = claims(connection)
    deciding.accept(connection, keys[:3], "ada")
    rejected = deciding.reject(connection, keys[3:5], "ada")
    deciding.edit(connection, keys[5], Correction(polarity="negative", modality="possible"), "ben")
    one = {name: spans(HARBOUR, words) for name, words in (("subject", "She"), ("object", "the council"))}
    parts = [Correction(object=one["object"]), Correction(subject=one["subject"], object=())]
    split = deciding.split(connection, keys[8], parts, "ben")
    added = deciding.add(
        connection, 1, Correction(subject=spans(HARBOUR, "the mayor"), relation=spans(HARBOUR, "told")), "cleo"
    )
    counted = {w.who: (w.accepted, w.rejected, w.edited, w.added) for w in workers(connection)}
    assert counted == {"ada": (3, 2, 0, 0), "ben": (0, 0, 2, 0), "cleo": (0, 0, 0, 1)}
    now = progress(connection)
    assert (now.accepted, now.rejected, now.edited, now.disputed) == (6, 3, 1, 0)
    assert (now.total, now.unreviewed) == (15, 5)
    for number in (added, split, rejected):
        deciding.undo(connection, number, "root")
    counted = {w.who: (w.accepted, w.rejected, w.edited, w.added) for w in workers(connection)}
    assert counted == {"ada": (3, 0, 0, 0), "ben": (0, 0, 1, 0)}
    now = progress(connection)
    assert (now.accepted, now.rejected, now.edited, now.total) == (3, 0, 1, 12)
    assert len(log.latest(connection)) == 8
    assert check(store.path) == []


def test_counts_hold_while_an_ingest_and_two_reviewers_write(store: Store) -> None:
    begun = threading.Barrier(3)

    def review(decide: Callable[[Connection, list[Seen], str], int], place: int) -> None:
        with closing(writer(store.path)) as own:
            mine = claims(own)[place::2]
            begun.wait()
            for seen in mine:
                with immediate(own, urgent=store.path):
                    decide(own, [seen], f"reviewer {place}")

    with ThreadPoolExecutor() as pool:
        done = [pool.submit(review, *given) for given in ((deciding.accept, 0), (deciding.reject, 1))]
        store.begin_run(RunInfo("1.0", "model", "3.8.0"))
        begun.wait()
        for number in range(4, 12):
            store.add(harbour(f"{number}.txt", HARBOUR + f"It rained {number} times.\n"))
        for one in done:
            one.result()
    store.finish_run()
    now = progress(store.connection)
    assert (now.accepted, now.rejected, now.unreviewed) == (6, 6, 24)
    assert check(store.path) == []
