"""The reader's scores on benchmarks/pages may rise and not fall; they are measured on exactly these files."""

from __future__ import annotations

import hashlib
import importlib
import sys
from functools import cache
from statistics import mean
from typing import Any

import pytest

from tests.conftest import ROOT

CORPUS = "8643f1fd323cf0f2"
#: half -> least precision, recall, F1, share of right block kinds
FLOORS = {
    "development": (0.99, 0.99, 0.99, 0.98),
    "held-out": (0.99, 0.98, 0.98, 0.93),
}
FIELDS = {
    "development": {"title": 1.0, "byline": 1.0, "outlet": 1.0, "published": 1.0, "language": 1.0, "url": 1.0},
    "held-out": {"title": 1.0, "byline": 0.92, "outlet": 1.0, "published": 1.0, "language": 1.0, "url": 1.0},
}


@pytest.fixture(scope="module")
def benchmark() -> Any:
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    return importlib.import_module("benchmarks.reading")


@pytest.fixture(scope="module")
def scores(benchmark: Any) -> dict[str, list[Any]]:
    """Of each page of each half: ours, and trafilatura's under "alone"."""
    found: dict[str, list[Any]] = {}
    for page in benchmark.pages():
        found.setdefault(page.half, []).append(benchmark.score(page, benchmark.ours(page)))
        found.setdefault("alone " + page.half, []).append(benchmark.score(page, benchmark.trafilatura_alone(page)))
    return found


@cache
def corpus_hash() -> str:
    digest = hashlib.sha256()
    for path in sorted((ROOT / "benchmarks" / "pages").iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def test_the_corpus_is_the_one_that_the_floors_were_measured_on(scores: dict[str, list[Any]]) -> None:
    assert corpus_hash() == CORPUS
    assert [len(scores[half]) for half in FLOORS] == [15, 14]


@pytest.mark.parametrize("half", FLOORS)
def test_main_text_and_kinds_keep_their_level(half: str, scores: dict[str, list[Any]]) -> None:
    precision, recall, f1, kinds = FLOORS[half]
    some = scores[half]
    assert mean(s.precision for s in some) >= precision
    assert mean(s.recall for s in some) >= recall
    assert mean(s.f1 for s in some) >= f1
    assert sum(s.kinds[0] for s in some) / sum(s.kinds[1] for s in some) >= kinds


@pytest.mark.parametrize("half", FLOORS)
def test_it_is_better_than_trafilatura_alone(half: str, scores: dict[str, list[Any]]) -> None:
    assert mean(s.f1 for s in scores[half]) > mean(s.f1 for s in scores["alone " + half])


@pytest.mark.parametrize(("half", "field"), [(half, field) for half, fields in FIELDS.items() for field in fields])
def test_metadata_keep_their_level(half: str, field: str, scores: dict[str, list[Any]]) -> None:
    some = scores[half]
    assert sum(field in s.fields for s in some) / len(some) >= FIELDS[half][field]


def test_the_score_of_a_reading_that_is_wrong_is_lower(benchmark: Any) -> None:
    """The measure itself: what is left out costs recall, what is added costs precision, order counts."""
    page = benchmark.Page(
        "a", b"", "development", dict.fromkeys(benchmark.FIELDS, ""),
        (("title", "Mill sold"), ("paragraph", "The council sold the mill."), ("caption", "A mill by a river.")),
    )  # fmt: skip
    told = [("title", "Mill sold"), ("paragraph", "The council sold the mill."), ("caption", "A mill by a river.")]

    def of(*blocks: tuple[str, str]) -> Any:
        return benchmark.score(page, benchmark.Reading(page.metadata, blocks))

    assert (of(*told).precision, of(*told).recall, of(*told).kinds) == (1.0, 1.0, (2, 2))
    assert of(*told[1:]).f1 == 1.0, "a title may be metadata alone"
    assert of(*told[:2]).recall == pytest.approx(0.5)
    assert of(*told, ("paragraph", "Subscribe to our letter now and here.")).precision == pytest.approx(10 / 17)
    assert of(told[2], told[1]).f1 < 1.0
    assert of(told[1], ("paragraph", "A mill by a river.")).kinds == (1, 2)
