"""Floors on the development sets, which lie beside the checkout: skipped where they are absent."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

Scores = dict[str, object]

#: task, set, keys of the scorer's answer, floor. A floor only goes up.
FLOORS = [
    ("attribution", "attribution_polnear", "f1", 0.79),
    ("attribution", "attribution_polnear", "f1_clausal", 0.88),
    ("attribution", "attribution_polnear", "precision", 0.90),
    ("attribution", "attribution_polnear", "by_quote/indirect/overall", 0.61),
    ("factuality", "timeml", "accuracy", 0.84),
    ("factuality", "timeml", "macro_f1", 0.53),
    ("factuality", "timeml", "pearson", 0.83),
    ("negation", "timeml", "f1", 0.915),
    ("negation", "negation_qasrl", "f1", 0.80),
    ("time", "timeml", "all/value/F1", 0.825),
    ("time", "timeml", "DATE/value/F1", 0.843),
    ("time", "timeml", "calendar/value/F1", 0.902),
    ("time", "gum_news", "DATE/value/F1", 0.70),
    ("time", "meantime", "all/value/F1", 0.82),
]


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Scores]:
    sys.path.insert(0, str(ROOT))
    predict = importlib.import_module("benchmarks.context").predict
    known: dict[tuple[str, str], Scores] = {}

    def of(task: str, name: str) -> Scores:
        if (task, name) not in known:
            place = shared / "context"
            folder = place / "dev" / name
            out = tmp_path_factory.mktemp(task) / "predictions.jsonl"
            predict(task, folder, out)
            command = [sys.executable, f"score_{task}.py", f"{folder}/gold_{task}.jsonl", str(out), "--json"]
            done = subprocess.run(command, cwd=place, check=True, capture_output=True, text=True)
            known[task, name] = json.loads(done.stdout)
        return known[task, name]

    return of


@pytest.mark.parametrize(("task", "name", "path", "floor"), FLOORS)
def test_floor_on_a_development_set(
    scores: Callable[[str, str], Scores], task: str, name: str, path: str, floor: float
) -> None:
    value: object = scores(task, name)
    for key in path.split("/"):
        assert isinstance(value, dict)
        value = value[key]
    assert isinstance(value, float)
    assert value >= floor
