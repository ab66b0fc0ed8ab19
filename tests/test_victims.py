"""The dead of two accidents: told apart by all that their articles tell of them, whatever one claim says."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from db.check import check
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article

RUN = RunInfo("1.0", "model", "3.8.0")
FIRST = (
    "A 36-year-old climber died on Mount Carrick on Saturday after falling 300 metres. "
    "Police named the man as Jon Tavener. Tavener was killed when a rope broke near the summit."
)
SECOND = "A climber died after a fall on Mount Carrick. Rescuers reached the summit. {} The man fell 400 metres."


@pytest.mark.parametrize(
    ("more", "is_one"),
    [
        ("Peter Holm, 51, was killed when he slipped near the summit.", False),
        ("The 51-year-old climber was killed when a rope broke near the summit.", False),
        ("The woman was killed when a rope broke near the summit.", False),
        ("Jon Tavener, 36, was killed when a rope broke near the summit.", True),
        ("Jon Tavener, 37, was killed when a rope broke near the summit.", True),
        ("The man was killed when a rope broke near the summit.", True),
    ],
)
def test_another_name_age_or_sex_of_the_dead_is_another_accident(tmp_path: Path, more: str, is_one: bool) -> None:
    articles = (("2024-03-10", FIRST), ("2024-03-14", SECOND.format(more)))
    made = [replace(plain_article(text, day), source=day) for day, text in articles]
    extractions = list(Extractor().extract_all(made))
    for order in permutations(extractions):
        path = tmp_path / f"{order[0].article.source}.db"
        with Store.open(path) as store:
            store.begin_run(RUN)
            for extraction in order:
                store.add(extraction)
            store.finish_run()
            shared = "SELECT event FROM claims WHERE event <> '' GROUP BY event HAVING COUNT(DISTINCT article) > 1"
            assert bool(store.connection.execute(shared).fetchall()) == is_one
        assert check(path) == []
