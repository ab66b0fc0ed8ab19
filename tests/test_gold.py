"""The gate: extraction scored on the gold corpus. Floors can only be raised.

Whoever changes the corpus sets CORPUS to its new hash, and the floors to what is then measured.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from extract.evaluation import Report, evaluate, extracted
from extract.extractor import Extractor
from extract.gold import read_gold

GOLD = Path(__file__).parent / "gold"
CORPUS = "f3677ad9b8c3678dfdfec966a7ebba0e262f30b1db3e22812d74f8d3e9a7067e"
PRECISION, RECALL, F1 = 0.92, 0.885, 0.90


@pytest.fixture(scope="module")
def report() -> Report:
    gold = read_gold([GOLD])
    return evaluate(gold, extracted(Extractor(), gold))


def test_the_floors_belong_to_this_corpus() -> None:
    digest = sha256()
    for file in sorted(GOLD.glob("*.gold")):
        digest.update(file.read_bytes())
    assert digest.hexdigest() == CORPUS


def test_the_corpus_is_large_enough(report: Report) -> None:
    assert report.sentences >= 200


def test_extraction_stays_above_its_floors(report: Report) -> None:
    score = report.score
    measured = f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
    assert (score.precision >= PRECISION, score.recall >= RECALL, score.f1 >= F1) == (True, True, True), measured


def test_a_sentence_has_few_claims(report: Report) -> None:
    assert len(report.judgements) <= 4 * report.sentences
