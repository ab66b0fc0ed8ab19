"""Confidence learns from reviews: little from few, the right thing from many, and for every claim at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from db import calibration, learning
from db.calibration import calibrate, reasons, reset
from db.learning import BIAS, Example, NoRestError, cross_validated, fit, probability, quality
from db.reviews import deciding
from db.reviews.decisions import Correction, Reason, Seen, Status
from db.reviews.item import item
from db.sqlite import Connection
from db.store import RunInfo, Store
from extract.cli import cli
from extract.errors import UsageError
from tests.records import article, claim, extraction
from tests.run import extract

RUN = RunInfo("1.0", "model", "3.8.0")
GOOD, BAD, ODD = "the subject is a name", "the subject is far from the verb", "the verb is negated"
SHIPPED = {BIAS: 2.0, GOOD: 0.2, BAD: -0.1, ODD: 0.0}


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred claims, every fourth with a feature that is worse than the program thinks."""
    path = tmp_path_factory.mktemp("ports") / "claims.db"
    with Store.open(path) as opened:
        opened.begin_run(RUN)
        for n in range(200):
            opened.add(port(n))
        opened.finish_run()
    return path


@pytest.fixture
def store(ports: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of them, with a run under way."""
    with Store.open(shutil.copy(ports, tmp_path / "claims.db")) as opened:
        opened.begin_run(RUN)
        yield opened


def port(number: int) -> object:
    text = f"Port {number} closed."
    names = (BIAS, *((BAD,) if number % 4 == 0 else (GOOD,)), *((ODD,) if number % 3 == 0 else ()))
    features = tuple((name, SHIPPED[name]) for name in names)
    sure = round(probability(names, SHIPPED), 4)
    found = replace(claim(text, f"Port {number}", "closed"), features=features, confidence=sure)
    return extraction(article(text, f"{number:03}.txt"), [found])


def review(connection: Connection, count: int) -> None:
    rows = connection.execute("SELECT key, version, subject FROM claims ORDER BY id LIMIT ?", (count,)).fetchall()
    luck = Random(1)
    for key, version, subject in rows:
        number = int(subject.split()[1])
        wrong = luck.random() < (0.6 if number % 4 == 0 else 0.05)
        seen = [Seen(key, version)]
        deciding.reject(connection, seen, "ada", Reason.OTHER) if wrong else deciding.accept(connection, seen, "ada")


def test_claims_say_what_their_confidence_rests_on(store: Store) -> None:
    key, features = store.connection.execute("SELECT key, features FROM claims WHERE subject = 'Port 0'").fetchone()
    assert reasons(store.connection, features) == (f"− {BAD}",)
    assert item(store.connection, key).reasons == (f"− {BAD}",)


def test_of_two_limits_that_a_claim_is_below_the_stronger_is_said(store: Store) -> None:
    limits = [f"the parser is less than {share}% sure of some word of it" for share in (40, 25)]
    query = "SELECT id FROM features WHERE words IN (?, ?)"
    store.connection.executemany(
        "INSERT OR IGNORE INTO features (words, shipped, weight) VALUES (?, 0, ?)",
        [(limits[0], -0.4), (limits[1], -0.5)],
    )
    ids = " ".join(str(row[0]) for row in store.connection.execute(query, limits))
    assert reasons(store.connection, ids) == (f"− {limits[1]}",)


def test_what_reviews_show_to_be_wrong_weighs_less(store: Store) -> None:
    review(store.connection, 160)
    found = calibrate(store.connection, "ada")
    assert found.after.brier < found.before.brier
    assert found.after.calibration < found.before.calibration
    assert found.claims == 200
    weights = dict(store.connection.execute("SELECT words, weight FROM features"))
    assert weights[BAD] < SHIPPED[BAD] - 0.5
    confident = dict(store.connection.execute("SELECT subject, confidence FROM claims"))
    assert confident["Port 196"] < 0.7 < confident["Port 197"]


def test_claims_of_later_articles_get_the_learned_weights(store: Store) -> None:
    review(store.connection, 160)
    calibrate(store.connection, "ada")
    store.begin_run(RUN)
    store.add(port(400))
    confident = dict(store.connection.execute("SELECT subject, confidence FROM claims"))
    assert confident["Port 400"] == pytest.approx(confident["Port 196"], abs=0.1)


def weights(store: Store) -> dict[str, float]:
    return dict(store.connection.execute("SELECT words, weight FROM features"))


def test_the_same_reviews_give_the_same_weights_however_often(store: Store) -> None:
    review(store.connection, 160)
    first = calibrate(store.connection, "ada")
    learned, sure = weights(store), store.connection.execute("SELECT id, confidence FROM claims").fetchall()
    second = calibrate(store.connection, "ada")
    assert weights(store) == learned
    assert store.connection.execute("SELECT id, confidence FROM claims").fetchall() == sure
    assert (second.shipped, second.after, second.moved) == (first.shipped, first.after, ())
    assert first.before == first.shipped
    assert second.before.brier < first.before.brier


def test_what_was_undone_or_is_disputed_does_not_count(store: Store) -> None:
    review(store.connection, 160)
    before = calibrate(store.connection, "ada", rehearse=True)
    rows = store.connection.execute("SELECT key, version FROM claims ORDER BY id DESC LIMIT 20").fetchall()
    for key, version in rows:
        deciding.undo(store.connection, deciding.reject(store.connection, [Seen(key, version)], "ada"), "ada")
    accepted = "SELECT key FROM claims WHERE status = 'accepted' ORDER BY id LIMIT 10"
    for (key,) in store.connection.execute(accepted).fetchall():
        deciding.opinion(store.connection, key, Status.REJECTED, "ben")
    after = calibrate(store.connection, "ada", rehearse=True)
    assert (after.reviews, after.wrong) == (before.reviews - 10, before.wrong)


def test_edited_claims_were_wrong(store: Store) -> None:
    review(store.connection, 160)
    before = calibrate(store.connection, "ada", rehearse=True)
    row = store.connection.execute("SELECT key, version FROM claims WHERE status = 'accepted' ORDER BY id").fetchone()
    deciding.edit(store.connection, Seen(*row), Correction(polarity="negative"), "ada")
    after = calibrate(store.connection, "ada", rehearse=True)
    assert (after.reviews, after.wrong) == (before.reviews, before.wrong + 1)


def test_copies_of_an_article_count_once(store: Store) -> None:
    review(store.connection, 160)
    before = calibrate(store.connection, "ada", rehearse=True)
    store.begin_run(RUN)
    for number in range(0, 100, 2):
        of = port(number)
        store.add(replace(of, article=replace(of.article, source=f"copy{number}.txt")))  # type: ignore[attr-defined, type-var]
    assert calibrate(store.connection, "ada", rehearse=True) == before


def test_who_accepts_everything_teaches_nothing(store: Store) -> None:
    rows = store.connection.execute("SELECT key, version FROM claims").fetchall()
    deciding.accept(store.connection, [Seen(*row) for row in rows], "ada")
    with pytest.raises(UsageError, match=r"200 reviewed claims, 0 of them wrong.*at least 5 right and 5 wrong"):
        calibrate(store.connection, "ada")


def test_claims_that_nobody_read_yet_come_in_a_better_order(store: Store) -> None:
    review(store.connection, 120)
    calibrate(store.connection, "ada")
    rows = store.connection.execute("SELECT subject, confidence FROM claims WHERE status = 'unreviewed'").fetchall()
    rest = [Example(n, (), int(subject.split()[1]) % 4 != 0) for n, (subject, _) in enumerate(rows)]
    assert quality([confidence for _, confidence in rows], rest).found > 0.75  # a fifth of all: of a quarter, 4 in 5


def test_a_rehearsal_changes_nothing(store: Store) -> None:
    review(store.connection, 160)
    before = store.connection.execute("SELECT id, confidence FROM claims").fetchall()
    calibrate(store.connection, "ada", rehearse=True)
    assert store.connection.execute("SELECT id, confidence FROM claims").fetchall() == before
    assert store.connection.execute("SELECT COUNT(*) FROM calibrations").fetchone() == (0,)


@pytest.mark.parametrize("count", [0, 20])
def test_too_few_reviews_are_refused_in_words(count: int, store: Store) -> None:
    review(store.connection, count)
    with pytest.raises(UsageError, match=rf"{count} reviewed claims.*Review more claims"):
        calibrate(store.connection, "ada")


def examples(count: int) -> list[Example]:
    luck = Random(7)
    return [
        Example(n, (BIAS, BAD) if n % 4 == 0 else (BIAS, GOOD), luck.random() > (0.5 if n % 4 == 0 else 0.05))
        for n in range(count)
    ]


def test_few_examples_move_little_and_many_move_much() -> None:
    few, many = (fit(examples(n), SHIPPED, 10.0)[BAD] for n in (40, 2000))
    assert many < few < SHIPPED[BAD]


@pytest.mark.parametrize("seed", [1, 9, 28])
def test_weights_come_to_rest_where_nearly_all_that_few_read_was_right(seed: int) -> None:
    """Newton's steps alone went to 45 million here, with an overflow on the way."""
    luck = Random(seed)
    few = [
        Example(n, (BIAS, *(name for name in "abcdefgh" if luck.random() < 0.5)), luck.random() > 0.15)
        for n in range(60)
    ]
    assert max(map(abs, fit(few, {BIAS: 3.0}, 1.0).values())) < 5


@pytest.mark.parametrize(("weight", "sure"), [(-1000.0, 0.0), (1000.0, 1.0), (0.0, 0.5)])
def test_no_weight_is_too_large_to_make_a_probability_of(weight: float, sure: float) -> None:
    assert probability([BIAS], {BIAS: weight}) == sure


def test_a_feature_that_is_not_met_keeps_its_weight() -> None:
    assert fit(examples(400), SHIPPED, 3.0)[ODD] == SHIPPED[ODD]


def test_no_example_is_judged_by_weights_that_saw_it() -> None:
    luck = Random(3)
    noise = [Example(n, (BIAS, f"only {n % 8}"), luck.random() > 0.5) for n in range(400)]
    predicted = cross_validated(noise, {BIAS: 0.0}, 1.0)
    assert quality(predicted, noise).brier > 0.24


def test_perfect_probabilities_are_found_to_be_perfect() -> None:
    data = [Example(n, (), n >= 20) for n in range(100)]
    best = quality([float(n >= 20) for n in range(100)], data)
    assert (best.brier, best.calibration, best.found) == (0.0, 0.0, 1.0)
    assert quality([0.8] * 100, data).calibration == pytest.approx(0.32)


def test_the_command_reports_before_and_after(store: Store, tmp_path: Path) -> None:
    review(store.connection, 160)
    ran = extract("calibrate", "--by", "ada", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert "Brier score" in ran.out
    assert BAD in ran.out
    assert "160 reviewed claims" in ran.err


def mixed(connection: Connection) -> None:
    """Every other claim wrong, whatever it is like: there is nothing to learn but that much is wrong."""
    luck = Random(5)
    for key, version in connection.execute("SELECT key, version FROM claims ORDER BY id").fetchall():
        seen = [Seen(key, version)]
        if luck.random() < 0.5:
            deciding.reject(connection, seen, "ada", Reason.OTHER)
        else:
            deciding.accept(connection, seen, "ada")


def test_half_wrong_makes_claims_half_sure(store: Store) -> None:
    mixed(store.connection)
    found = calibrate(store.connection, "ada")
    assert found.after is not None
    assert found.after.brier < found.shipped.brier
    sure = [confidence for (confidence,) in store.connection.execute("SELECT confidence FROM claims")]
    assert 0.2 < min(sure) <= max(sure) < 0.8


@pytest.mark.parametrize("rest", [True, False], ids=["worse", "no rest"])
def test_weights_that_are_no_better_are_not_taken_over(
    rest: bool, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worse(examples: list[Example], *_: object) -> list[float]:
        if rest:
            return [0.0] * len(examples)
        raise NoRestError

    review(store.connection, 160)
    before = weights(store), store.connection.execute("SELECT id, confidence FROM claims").fetchall()
    monkeypatch.setattr(calibration, "cross_validated", worse)
    ran = CliRunner().invoke(cli, ["calibrate", "--db", str(tmp_path / "claims.db"), "--by", "ada"])
    assert ran.exit_code == 1
    assert ("the new weights are worse than those shipped" if rest else "did not converge") in ran.stderr
    assert "Brier score" in ran.stdout
    assert (weights(store), store.connection.execute("SELECT id, confidence FROM claims").fetchall()) == before
    assert store.connection.execute("SELECT COUNT(*) FROM calibrations").fetchone() == (0,)


def test_steps_that_do_not_end_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "_STEPS", 1)
    with pytest.raises(NoRestError):
        fit(examples(400), SHIPPED, 3.0)


def test_there_is_a_way_back_to_the_shipped_weights(store: Store, tmp_path: Path) -> None:
    confident = "SELECT id, confidence FROM claims"
    before = store.connection.execute(confident).fetchall()
    review(store.connection, 160)
    calibrate(store.connection, "ada")
    assert store.connection.execute(confident).fetchall() != before
    rehearsed = extract("calibrate", "--reset", "--dry-run", cwd=tmp_path)
    assert (rehearsed.code, "not changed (--dry-run)" in rehearsed.err) == (0, True)
    assert store.connection.execute(confident).fetchall() != before
    ran = extract("calibrate", "--reset", "--by", "ada", cwd=tmp_path)
    assert (ran.code, "confidence of 200 claims updated" in ran.err) == (0, True), ran.err
    assert store.connection.execute(confident).fetchall() == before
    assert weights(store) == SHIPPED
    records = store.connection.execute("SELECT who, reviews FROM calibrations ORDER BY id").fetchall()
    assert records == [("ada", 160), ("ada", 0)]


def test_the_way_back_needs_no_reviews(store: Store) -> None:
    assert reset(store.connection, "ada").before is None
    assert store.connection.execute("SELECT before FROM calibrations").fetchone() == ("null",)
