"""A second quake, another model, other firms' shares: what comes after or beside an occurrence is another event."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.events.event_figures import figures
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article

PAIRS = [
    (
        "A strong quake hit the island of Velm on Sunday. Houses in Sorrel fell.",
        "A second quake hit the island of Velm. Houses in Sorrel fell again.",
        "hit",
        False,
    ),
    (
        "A strong quake hit the island of Velm on Sunday. Houses in Sorrel fell.",
        "The quake hit the island of Velm on Sunday. Houses in Sorrel fell.",
        "hit",
        True,
    ),
    (
        "Kelmara unveiled the Lumo 2 in San Tremo. A crowd in San Tremo cheered Kelmara.",
        "Kelmara unveiled the Lumo 3 in San Tremo. A crowd in San Tremo cheered Kelmara.",
        "unveiled",
        False,
    ),
    (
        "Tarn Steel's shares fell on Monday. Brokers in Halden watched Tarn Steel and Carrick Mills.",
        "Shares in Carrick Mills fell on Monday. Brokers in Halden watched Tarn Steel and Carrick Mills.",
        "fell",
        False,
    ),
    (
        "Carrick Mills dropped its plan for Tarn Steel on Monday. Analysts in Halden praised Carrick Mills.",
        "Carrick Mills' shares dropped on Monday. Analysts in Halden praised Carrick Mills.",
        "dropped",
        False,
    ),
]


def _store(path: Path, articles: dict[str, tuple[str, str]]) -> Store:
    store = Store.open(path)
    store.begin_run(RunInfo("1.0", "model", "3.8.0"))
    made = [replace(plain_article(text, day), source=name, outlet=name) for name, (day, text) in articles.items()]
    for extraction in Extractor().extract_all(made):
        store.add(extraction)
    store.finish_run()
    return store


@pytest.mark.parametrize(("first", "later", "verb", "is_same"), PAIRS)
def test_what_comes_after_is_another_event(tmp_path: Path, first: str, later: str, verb: str, is_same: bool) -> None:
    with _store(tmp_path / "claims.db", {"a": ("2024-03-12", first), "b": ("2024-03-13", later)}) as store:
        query = "SELECT COUNT(*) FROM claims WHERE event <> '' AND relation LIKE ? || '%'"
        assert store.connection.execute(query, (verb,)).fetchone() == (2 if is_same else 0,)


DEAD = {
    "Gazette": ("2024-03-12", "The ferry Osprey hit rocks off Port Marrow, killing four passengers. Divers searched."),
    "Herald": (
        "2024-03-13",
        "Six people were killed when the ferry Osprey hit rocks off Port Marrow. Divers searched.",
    ),
    "Echo": ("2024-03-14", "The ferry Osprey hit rocks off Port Marrow, killing seven people. Divers searched."),
}


def test_the_dead_are_one_series_in_any_words(tmp_path: Path) -> None:
    with _store(tmp_path / "claims.db", DEAD) as store:
        found = [(one.number, one.source, str(one.course)) for one in figures(store.connection)]
    assert found == [("4", "Gazette", "first"), ("6", "Herald", "update"), ("7", "Echo", "update")]


def test_a_fair_opens_every_year(tmp_path: Path) -> None:
    text = "The Harvest Fair opened in Brackwater on Saturday."
    with _store(tmp_path / "claims.db", {"a": ("2025-09-14", text), "b": ("2026-09-13", text)}) as store:
        query = (
            "SELECT COUNT(*) FROM statements WHERE object_normal = 'harvest fair' OR subject_normal = 'harvest fair'"
        )
        assert store.connection.execute(query).fetchone() == (2,)
        assert store.connection.execute("SELECT COUNT(*) FROM contradictions").fetchone() == (0,)


ACCUSED = "Piet Solm accused Lena Marchant of lying about her taxes."


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Lena Marchant denied lying about her taxes.", 1),
        ("Marchant has repeatedly denied hiding the taxes.", 1),
        ("Lena Marchant denied beating her horse.", 0),
        ("Lena Marchant never beat her horse.", 0),
    ],
)
def test_who_denied_doing_it_denies_the_accusation(tmp_path: Path, answer: str, found: int) -> None:
    articles = {"a": ("2026-05-18", ACCUSED), "b": ("2026-05-19", f"Lena Marchant spoke in Tarn. {answer}")}
    with _store(tmp_path / "claims.db", articles) as store:
        query = "SELECT COUNT(*) FROM contradictions WHERE kind = 'accusation'"
        assert store.connection.execute(query).fetchone() == (found,)
