"""Statements on the seeds, on gold pairs with floors that only go up, and through people's judgements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db import tracking
from db.connection import reader
from db.entities.judgements import Judgement
from db.sqlite import Connection
from db.statements import queries, verdicts
from db.statements.maintenance import rebuild
from db.statements.queries import Filters, Link
from db.statements.verdicts import decide
from db.store import RunInfo, Store
from extract.errors import UsageError
from extract.extractor import Extractor, plain_article
from extract.model import Extraction
from extract.readers import load, read
from tests.conftest import ROOT
from tests.statement_pairs import Pair, Score, Verdict, digest, extracted, judged, pairs, score

RUN = RunInfo("1.0", "model", "3.8.0")
#: The hash of each part of the gold, and floors for same-statement precision and recall, contradictions' precision and
#: recall, and the share of contradictions and changes told apart. `held` was written before any rule was tried.
FLOORS = {
    "held": ("451792e5efd424d278c0e7a93491e26ec731dc536a81fdaf2e3107942caef2ef", 0.95, 0.84, 0.95, 0.95, 1.0),
    "seen": ("14e27233ecffebf076fb29d0057eadbd8df916ce2f1734dfd8461eebc5858db1", 0.97, 0.93, 0.97, 0.93, 0.98),
}
FAILING = {
    "married",  # the parser takes "wed" for no verb
    "population",  # "Farrow" at the beginning of a sentence is taken for no name
    "inhabitants",  # the same
    "fine",  # "Trivex 3 million crowns" is parsed as one object
}


@pytest.fixture(scope="module")
def told(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path = tmp_path_factory.mktemp("seeds") / "claims.db"
    sources = sorted(p for p in (ROOT / "seeds").iterdir() if not p.name.startswith("16"))
    with Store.open(path) as store:
        store.begin_run(RUN)
        for extraction in extractor.extract_all([read(str(p), load(str(p))) for p in sources]):
            store.add(extraction)
    with closing(reader(path)) as connection:
        yield connection


def one(connection: Connection, **wanted: str) -> queries.Statement:
    """The statement with these normal forms."""
    where = " AND ".join(f"{column} = :{column}" for column in wanted)
    keys = connection.execute(f"SELECT key FROM statements WHERE {where}", wanted).fetchall()
    assert len(keys) == 1, keys
    found = queries.statement(connection, keys[0][0])
    assert found is not None
    return found


def ends(link: Link) -> tuple[str, str]:
    return link.left.words, link.right.words


# --- the seeds ---------------------------------------------------------------------------------------------------


def test_the_dam_collapse_is_one_statement_with_its_independent_sources(told: Connection) -> None:
    burst = one(told, relation_normal="burst", object_normal="halvik dam")
    assert (burst.articles, burst.copy_clusters, burst.outlets) == (5, 4, 3), "the syndicated copy counts once"
    assert (burst.first_seen, burst.last_seen) == ("2024-03-12", "2024-03-15")
    assert burst.words == "the Halvik dam burst"
    by_cluster = list(queries.by_copy_cluster(told, burst.key))
    assert len(by_cluster) == 4
    assert max(len({voice.outlet for voice in cluster.voices}) for cluster in by_cluster) == 2


def test_whether_the_reservoir_was_lowered_is_contradicted(told: Connection) -> None:
    [link] = [x for x in queries.contradictions(told, kind="negation") if "reservoir" in x.left.words]
    assert ends(link) == ("Norhydra · lowered · the reservoir", "Norhydra · did not lower · the reservoir")
    assert (link.left.attributed_to, link.right.attributed_to) == ("Norhydra", "two engineers")
    assert (link.between_sources, link.status, link.left_statement) == (True, "open", link.right_statement)


def test_the_dead_rise_and_that_is_change(told: Connection) -> None:
    steps = {x.why for x in queries.changes(told, kind="figure") if "people" in x.why}
    assert {"from 11.. to 19 people", "from 19 to 27 people"} <= steps
    first = one(told, relation_normal="dead", amount="11..")
    assert first.standing == "superseded"
    assert first.superseded_by == one(told, relation_normal="dead", amount="19").key


def test_another_number_on_the_same_day_is_a_contradiction(told: Connection) -> None:
    [link] = queries.contradictions(told, kind="number")
    assert ends(link) == (
        "The Interior Ministry · gave · a figure of eleven",
        "The hospital in Tarn · received · twelve bodies",
    )
    assert link.why == "11 and 12.. people"


def test_at_least_eleven_does_not_contradict_twelve(told: Connection) -> None:
    at_least = one(told, relation_normal="dead", amount="11..")
    assert queries.contradictions(told, statement=at_least.key) == []


def test_the_operator_s_denial_is_on_the_statement(told: Connection) -> None:
    ignored = one(told, subject_normal="norhydra", relation_normal="ignore", object_normal="halvik dam warning")
    assert (ignored.asserted, ignored.reported, ignored.denied) == (0, 0, 2)
    assert ignored.standing == "denied"


def test_two_governments_accounts_are_a_is_between_sources(told: Connection) -> None:
    [link] = [x for x in queries.contradictions(told, between_sources=True) if x.left.words.startswith("Ruvenia")]
    assert ends(link) == ("Ruvenia · sent · 60 rescuers", "Ruvenia · did not send · rescuers to Brennick")
    assert link.left.attributed_to == "Foreign Minister Clara Novik"


def test_the_tunnel_s_cost_changes_and_the_plan_comes_true(told: Connection) -> None:
    costs = [x.why for x in reversed(queries.changes(told, kind="figure")) if "crown" in x.why]
    assert costs == ["from 1800000000 to 2600000000 crown", "from 2600000000 to 2900000000 crown"]
    true = [x for x in queries.changes(told, kind="outcome") if x.rule == "plan come true"]
    assert {x.left.words for x in true} == {"Calder Tunnel · will open"}
    assert "President Ilona Maresh · opened · the Calder Tunnel" in {x.right.words for x in true}


def test_nothing_else_of_the_seeds_contradicts(told: Connection) -> None:
    assert len(queries.contradictions(told)) == 4


def test_the_seeds_have_an_accusation_that_is_denied(told: Connection) -> None:
    (found,) = queries.contradictions(told, kind="accusation")
    assert (found.left.outlet, found.right.outlet) == ("Northern Courier", "Velmar Herald")


def test_acts_of_saying_are_no_statements(told: Connection) -> None:
    """What is said is a claim of its own; only where none came of it is the saying counted."""
    of_saying = "SELECT COUNT(*), COUNT(statement) FROM claims WHERE relation_lemma IN ('say', 'tell') AND current = 1"
    said, counted = told.execute(of_saying).fetchone()
    assert said > 40
    assert counted < said / 8


def test_whom_nobody_knows_is_no_subject_of_a_statement(told: Connection) -> None:
    unresolved = (
        "SELECT COUNT(statement) FROM claims WHERE subject IN ('We', 'They', 'I', 'You') AND subject_resolved IS NULL"
    )
    assert told.execute(unresolved).fetchone()[0] == 0


def test_an_entity_s_timeline_is_in_order(told: Connection) -> None:
    (key,) = told.execute("SELECT key FROM entities WHERE name = 'Sofia Lindqvist'").fetchone()
    days = [day for day, _ in queries.timeline(told, Filters(entity=key))]
    assert days == sorted(days, key=lambda day: day or "")
    assert len(days) >= 4


def test_lists_are_filtered(told: Connection) -> None:
    assert all(f.copy_clusters >= 2 for f in queries.statements(told, Filters(copy_clusters=2)))
    assert {f.standing for f in queries.statements(told, Filters(standing="superseded"))} == {"superseded"}
    late = queries.statements(told, Filters(since="2025-01-01"))
    assert late
    assert all((f.last_seen or "") >= "2025-01-01" for f in late)
    assert queries.statements(told, Filters(entity="none")) == []


# --- people ------------------------------------------------------------------------------------------------------


def _short(extractor: Extractor, *texts: str) -> list[Extraction]:
    from tests.statement_pairs import Report, article

    told = [Report(f"2023-02-{10 + n}", f"Paper {n}", text, 0, 0) for n, text in enumerate(texts)]
    return list(extractor.extract_all([article(t, f"{n}.txt") for n, t in enumerate(told)]))


@pytest.fixture
def two_names(extractor: Extractor, tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction in _short(
            extractor, "Castella Mills bought the printer Ovell.", "Castella Group did not buy Ovell, its lawyer said."
        ):
            store.add(extraction)
        yield store


def test_joined_entities_have_one_statement_and_parted_ones_two_again(two_names: Store) -> None:
    connection = two_names.connection
    keys = [k for (k,) in connection.execute("SELECT key FROM entities WHERE name LIKE 'Castella%' ORDER BY name")]
    assert len(keys) == 2
    assert queries.contradictions(connection) == []
    with two_names.transaction():
        tracking.judge(connection, *keys, Judgement.SAME, "ada")
    [found] = queries.contradictions(connection)
    assert found.kind == "negation"
    with two_names.transaction():
        tracking.undo(connection, 1, "ada")
    assert queries.contradictions(connection) == []


@pytest.mark.parametrize("short", ["Castella", "Dorvel", "Norvik", "Trivex"])
def test_a_short_name_and_the_full_one_make_one_statement(extractor: Extractor, tmp_path: Path, short: str) -> None:
    """Whichever of the two stands for both."""
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction in _short(extractor, f"{short} bought Dorf Bank.", f"Bank of {short} bought Dorf Bank."):
            store.add(extraction)
        connection = store.connection
        query = f"SELECT key FROM entities WHERE name LIKE '%{short}'"
        keys = [key for (key,) in connection.execute(query)]
        bought = "SELECT articles FROM statements WHERE relation = 'bought' AND claims > 0"
        assert connection.execute(bought).fetchall() == [(1,), (1,)]
        with store.transaction():
            tracking.judge(connection, *keys, Judgement.SAME, "ada")
        assert connection.execute(bought).fetchall() == [(2,)]


def test_what_people_say_of_a_contradiction_holds_when_it_comes_back(extractor: Extractor, tmp_path: Path) -> None:
    texts = ("Trivex bribed officials in Farrow.", "Trivex did not bribe officials in Farrow.")
    first, second = _short(extractor, *texts)
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add(first)
        store.add(second)
        connection = store.connection
        [found] = queries.contradictions(connection)
        with store.transaction():
            decide(connection, found.key, verdicts.Verdict.REAL, "ada", "both were there")
        with store.transaction():
            rebuild(connection)
        assert [x.status for x in queries.contradictions(connection)] == ["real"]
        store.forget(connection.execute("SELECT id FROM articles WHERE source LIKE '%1.txt'").fetchone()[0])
        assert queries.contradictions(connection) == []
        store.begin_run(RUN)
        store.add(second)
        assert [x.status for x in queries.contradictions(connection, status="real")] == ["real"]
        with store.transaction(), pytest.raises(UsageError, match="No contradiction has the key x0"):
            decide(connection, "x0", verdicts.Verdict.REAL, "ada")


def test_a_rejected_claim_counts_for_nothing(two_names: Store) -> None:
    from db.reviews import deciding
    from db.reviews.decisions import Reason, Seen

    connection = two_names.connection
    claim, version = connection.execute("SELECT key, version FROM claims WHERE claim LIKE '%bought%'").fetchone()
    before = connection.execute("SELECT COUNT(*) FROM statements").fetchone()[0]
    deciding.reject(connection, [Seen(claim, version)], "ada", next(iter(Reason)))
    assert connection.execute("SELECT COUNT(*) FROM statements").fetchone()[0] == before - 1
    deciding.undo(connection, 1, "ada")
    assert connection.execute("SELECT COUNT(*) FROM statements").fetchone()[0] == before


def _undated(found: Extraction, source: str) -> Extraction:
    return replace(found, article=replace(found.article, published=None, source=source))


def test_without_any_day_a_denial_is_a_contradiction_and_beside_dated_ones_it_is_left_out(
    extractor: Extractor, tmp_path: Path
) -> None:
    texts = ("Trivex owns Ovell.", "Trivex does not own Ovell.", "Trivex owns the mill Ovell.")
    yes, no, later = _short(extractor, *texts)
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add(_undated(yes, "a.txt"))
        store.add(_undated(no, "b.txt"))
        assert [x.kind for x in queries.contradictions(store.connection)] == ["negation"]
        store.add(later)
        assert queries.contradictions(store.connection) == []


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Ada Lund takes office as mayor of Tarn on 1 November 2024.", "planned"),
        ("The Tarn council meets on 3 November 2024.", "planned"),
        ("Ada Lund took office as mayor of Tarn on 1 September 2024.", "current"),
    ],
)
def test_what_is_still_to_come_is_planned(extractor: Extractor, tmp_path: Path, text: str, standing: str) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add(extractor.extract(plain_article(text, "2024-10-09")))
        found = store.connection.execute("SELECT standing FROM statements WHERE since IS NOT NULL").fetchall()
    assert [one for (one,) in found] == [standing]


def test_who_somebody_is_said_to_be_tells_statements_apart(extractor: Extractor, tmp_path: Path) -> None:
    """Though his rival and his neighbour are Ada Lind."""
    made = _short(
        extractor,
        "Jon Peel spoke in Tarn. Peel thanked his rival, Ada Lind.",
        "Jon Peel spoke in Farrow. Peel thanked his neighbour, Ada Lind.",
    )
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction in made:
            store.add(extraction)
        query = "SELECT object_normal FROM statements WHERE relation_normal = 'be' ORDER BY 1"
        found = store.connection.execute(query).fetchall()
    assert [one for (one,) in found] == ["his neighbour", "his rival"]


@pytest.mark.parametrize("deed", ["spoke in Tarn", "opened a hall in Tarn", "met farmers in Tarn"])
def test_a_statement_is_shown_by_words_that_name_who_it_is(extractor: Extractor, tmp_path: Path, deed: str) -> None:
    said = "The Peel plan would end Carefund, said Ada Lind."
    made = _short(
        extractor, f"{said} The Lind campaign {deed}.", f"The Lind campaign was there. {said} The campaign {deed}."
    )
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction in made:
            store.add(extraction)
        store.finish_run()
        query = "SELECT subject, articles FROM statements WHERE relation LIKE ? AND claims > 0"
        assert store.connection.execute(query, (f"{deed.split()[0]}%",)).fetchall() == [("The Lind campaign", 2)]


@pytest.mark.parametrize(("other", "count"), [("Red Lantern rescue officials", 0), ("a nurse in Tarn", 1)])
def test_one_article_is_contradicted_by_others_alone(
    other: str, count: int, extractor: Extractor, tmp_path: Path
) -> None:
    """ "Officials" may be those of the Red Lantern."""
    toll = "Storm Vilma killed {} people on 6 February 2023, {} said."
    text = f"{toll.format(40, 'officials')} Rain fell. Trees fell. Roofs fell. {toll.format(52, other)}"
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        store.add(extractor.extract(plain_article(text, "2023-02-07")))
        store.finish_run()
        assert len(queries.contradictions(store.connection)) == count


def test_one_storm_with_three_tolls_of_one_day_is_contradicted_in_number(extractor: Extractor, tmp_path: Path) -> None:
    tolls = ("40-50 people", "half a million people", "12 people")
    texts = [f"Storm Vilma killed {toll} on 6 February 2023." for toll in tolls]
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction in _short(extractor, *texts):
            store.add(extraction)
        found = {link.why for link in queries.contradictions(store.connection, kind="number")}
    assert found == {"12 and 40..50 people", "12 and 500000 people", "40..50 and 500000 people"}


# --- gold ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pair_verdicts(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[Pair, Verdict]]:
    folder = tmp_path_factory.mktemp("pairs")
    found = {}
    for part in FLOORS:
        both = extracted(extractor, pairs(part))
        found[part] = {p: judged(folder / f"{part}{n}.db", p, e) for n, (p, e) in enumerate(both.items())}
    return found


@pytest.fixture(scope="module")
def scores(pair_verdicts: dict[str, dict[Pair, Verdict]]) -> dict[str, Score]:
    return {part: score(found) for part, found in pair_verdicts.items()}


def _seen() -> list[object]:
    return [
        pytest.param(p, id=f"{p.label} {p.kind} {p.name}", marks=[pytest.mark.xfail(strict=True)] * (p.name in FAILING))
        for p in pairs("seen")
    ]


@pytest.mark.parametrize("pair", _seen())
def test_each_rule_holds_for_its_sentences(pair_verdicts: dict[str, dict[Pair, Verdict]], pair: Pair) -> None:
    found = pair_verdicts["seen"][pair]
    assert (found.label, found.kind) == (pair.label, pair.kind)


@pytest.mark.parametrize("part", FLOORS)
def test_the_floors_belong_to_this_gold(part: str) -> None:
    assert digest(part) == FLOORS[part][0], "the gold has changed: measure again and raise the floors"


def test_the_gold_is_large_and_a_third_of_it_is_held_out() -> None:
    held, seen = len(pairs("held")), len(pairs("seen"))
    assert held + seen >= 200
    assert held >= 80


@pytest.mark.parametrize("part", FLOORS)
def test_statements_stay_above_their_floors(scores: dict[str, Score], part: str) -> None:
    found, (_, *floors) = scores[part], FLOORS[part]
    measured = (
        found.precision["same"], found.recall["same"], found.precision["contradiction"], found.recall["contradiction"],
        found.told_apart,
    )  # fmt: skip
    assert all(m >= f for m, f in zip(measured, floors, strict=True)), (measured, found.wrong)


def test_kinds_are_the_right_ones(scores: dict[str, Score]) -> None:
    assert min(found.kinds for found in scores.values()) >= 0.95
