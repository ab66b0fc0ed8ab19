"""Order does not matter: statements are a function of the set of current claims, whatever came and went before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.reviews import deciding
from db.reviews.decisions import Correction, Seen
from db.store import RunInfo, Store
from db.tracking import relink
from extract.extractor import Extractor, plain_article
from extract.model import Extraction
from extract.readers import load, read
from tests.conftest import ROOT
from tests.review_history import decide
from tests.statement_pairs import extracted, pairs
from tests.statements_state import state

SEEDS = sorted(p for p in (ROOT / "seeds").iterdir() if not p.name.startswith(("15", "16")))
RUN = RunInfo("1.0", "model", "3.8.0")


@pytest.fixture(scope="module")
def seeds(extractor: Extractor) -> list[tuple[Extraction, Extraction]]:
    """Each seed as it is, and as it was in an earlier revision: without its last paragraph."""
    articles = [read(str(path), load(str(path))) for path in SEEDS]
    found = list(extractor.extract_all(articles))
    shorter = list(extractor.extract_all([_shorter(article) for article in articles]))
    return list(zip(found, shorter, strict=True))


def _shorter(article):  # type: ignore[no-untyped-def]
    from tests.records import digest

    text = article.text.rpartition("\n")[0].strip()
    return replace(article, text=text, text_hash=digest(text), raw_hash=digest(text), blocks=())


@pytest.fixture(scope="module")
def sentences(extractor: Extractor) -> list[Extraction]:
    """Short articles that have much to do with each other: those of the gold pairs."""
    found = extracted(extractor, pairs("seen"))
    return [extraction for both in found.values() for extraction in both]


def stored(path: Path, extractions: list[Extraction]) -> dict[str, list[str]]:
    with Store.open(path) as store:
        store.begin_run(RUN)
        for extraction in extractions:
            store.add(extraction)
        return state(store.connection)


def rebuilt(store: Store) -> dict[str, list[str]]:
    with store.transaction():
        relink(store.connection)
    return state(store.connection)


def test_all_seeds_one_by_one_give_what_a_rebuild_gives(
    tmp_path: Path, seeds: list[tuple[Extraction, Extraction]]
) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction, _ in seeds:
            store.add(extraction)
        assert state(store.connection) == rebuilt(store)
        assert len(state(store.connection)["contradictions"]) >= 3


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_seeds_in_any_order_give_the_same(
    tmp_path_factory: pytest.TempPathFactory, seeds: list[tuple[Extraction, Extraction]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(seeds))))
    folder = tmp_path_factory.mktemp("order")
    expected = stored(folder / "sorted.db", [seeds[n][0] for n in range(len(seeds))])
    assert stored(folder / "mixed.db", [seeds[n][0] for n in order]) == expected


@pytest.mark.parametrize("luck", range(12))
def test_seeds_added_revised_and_forgotten_give_what_is_left(
    tmp_path: Path, seeds: list[tuple[Extraction, Extraction]], luck: int
) -> None:
    chance = Random(luck)
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for _ in range(chance.randrange(26)):
            number, step = chance.randrange(len(seeds)), chance.choice("asf")
            if step == "f":
                _forget(store, seeds[number][0].article.source)
            else:
                store.add(seeds[number][step == "s"])
        assert state(store.connection) == rebuilt(store)


@pytest.mark.parametrize("luck", range(3))
def test_what_people_decide_gives_what_a_rebuild_gives(
    tmp_path: Path, seeds: list[tuple[Extraction, Extraction]], luck: int
) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction, _ in seeds:
            store.add(extraction)
        assert decide(store.connection, Random(luck), 60).total() == 60
        assert state(store.connection) == rebuilt(store)


def test_the_same_words_of_nobody_in_particular_name_nobody_in_their_statement(
    tmp_path: Path, seeds: list[tuple[Extraction, Extraction]]
) -> None:
    """A part of which a person says that it is nobody's is so, though it has the words of before."""
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction, _ in seeds:
            store.add(extraction)
        named = (
            "SELECT c.key, c.version FROM claims c JOIN statements f ON f.best = c.id "
            "WHERE f.claims = 1 AND f.subject_who IS NOT NULL ORDER BY c.key LIMIT 20"
        )
        for key, version in store.connection.execute(named).fetchall():
            deciding.edit(store.connection, Seen(key, version), Correction(subject_who=""), "ada")
        assert state(store.connection) == rebuilt(store)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_statement_without_its_number_beside_one_with_it(
    tmp_path: Path, extractor: Extractor, order: tuple[int, int]
) -> None:
    texts = {
        "2024-03-12": "Shares of Holt Motors dropped.",
        "2024-03-14": "Shares of Holt Motors dropped by 3 percent.",
    }
    articles = [replace(plain_article(text, day), source=day) for day, text in texts.items()]
    found = list(extractor.extract_all([articles[number] for number in order]))
    with Store.open(tmp_path / "claims.db") as store:
        store.begin_run(RUN)
        for extraction in found:
            store.add(extraction)
        [normal] = {row for (row,) in store.connection.execute("SELECT object_normal FROM statements")}
    assert normal == "percent"


def _forget(store: Store, source: str) -> None:
    found = store.connection.execute("SELECT id FROM articles WHERE source = ? LIMIT 1", (source,)).fetchone()
    if found:
        store.forget(found[0])
        store.begin_run(RUN)


@pytest.mark.parametrize("seed", range(24))
def test_short_articles_in_any_order_with_some_taken_back_give_the_same(
    tmp_path: Path, sentences: list[Extraction], seed: int
) -> None:
    chance = Random(seed)
    order = chance.sample(range(len(sentences)), chance.randint(2, 14))
    gone = set(chance.sample(order, min(len(order), chance.randint(0, 4))))
    expected = stored(tmp_path / "kept.db", [sentences[n] for n in sorted(set(order) - gone)])
    with Store.open(tmp_path / "all.db") as store:
        store.begin_run(RUN)
        for n in order:
            store.add(sentences[n])
        for n in sorted(gone):
            _forget(store, sentences[n].article.source)
        assert state(store.connection) == expected
        assert rebuilt(store) == expected
