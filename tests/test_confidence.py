"""Confidence is a probability that a reader can take apart, and it tells sure claims from doubtful ones."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from math import exp
from pathlib import Path

import pytest
from spacy.language import Language

from extract import assembly
from extract.assembly import LEAST_CONFIDENCE
from extract.claims.confidence import (
    BIAS,
    OPEN_CONTENT,
    OPEN_OBJECT,
    OPEN_SUBJECT,
    PARSES,
    UNKNOWN_PARSER,
    WEAKER,
    confidence,
    features,
    probability,
    reasons,
    weighed,
)
from extract.claims.proposal import Proposal
from extract.claims.propose import propose
from extract.errors import UnsuitableModelError
from extract.extractor import Extractor
from extract.model import Block, BlockKind
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "extract" / "claims" / "confidence.tsv"


def proposals(nlp: Language, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[tuple[Proposal, Tree]]:
    (tree,) = parse(nlp, text, [Block(kind, 0, len(text))])
    mend(tree)
    return [(p, tree) for p in propose(tree)]


def test_a_plain_clause_is_nearly_sure(nlp: Language) -> None:
    ((proposal, tree),) = proposals(nlp, "The council approved the budget.")
    assert confidence(proposal, tree) > 0.9


CLEARER = [
    ("The council approved the budget.", "By approving the budget, the council angered many."),
    (
        "The army left the base.",
        "The army, which had been accused of looting, and the police left, said Roth, the base.",
    ),
    ("Veltra, a maker of pumps, closed.", "Veltra closed, having sold pumps."),
]


@pytest.mark.parametrize(("clear", "doubtful"), CLEARER)
def test_doubtful_claims_have_less_of_it(nlp: Language, clear: str, doubtful: str) -> None:
    surest = max(confidence(p, t) for p, t in proposals(nlp, clear))
    assert surest > min(confidence(p, t) for p, t in proposals(nlp, doubtful))


def test_the_reasons_add_up_to_the_confidence(nlp: Language) -> None:
    for proposal, tree in proposals(
        nlp, "Asked about the leak, the deputy minister, Ana Ruiz, walked away in silence."
    ):
        total = sum(float(reason.split()[0]) for reason in reasons(weighed(proposal, tree)))
        assert confidence(proposal, tree) == pytest.approx(1 / (1 + exp(-total)), abs=0.02)


def test_reasons_are_sentences_of_the_features_strongest_first(nlp: Language) -> None:
    ((proposal, tree),) = proposals(nlp, "She did not sell it.")
    given = reasons(weighed(proposal, tree))
    assert all(re.fullmatch(r"[+-]\d\.\d\d .+", reason) for reason in given)
    sizes = [abs(float(reason.split()[0])) for reason in given]
    assert sizes == sorted(sizes, reverse=True)
    assert "the verb is negated" in features(proposal, tree)


def test_what_the_parser_doubts_is_less_sure(nlp: Language) -> None:
    for garden, plain in (
        ("Sund port chiefs order halt to night boat runs amid row.", "The horse raced past the barn."),
        ("Police help dog bite victim.", "The police helped the victim."),
    ):
        (doubted, of), (sure, other) = proposals(nlp, garden)[0], proposals(nlp, plain)[0]
        assert sum(w.doubt or 0 for w in of.words) > sum(w.doubt or 0 for w in other.words)
        assert confidence(doubted, of) < confidence(sure, other)


def test_without_the_parsers_scores_confidence_is_in_between(nlp: Language) -> None:
    ((proposal, tree),) = proposals(nlp, "The council approved the budget.")
    known = confidence(proposal, tree)
    for word in tree.words:
        word.doubt = None
    assert UNKNOWN_PARSER in features(proposal, tree)
    assert not [f for f in features(proposal, tree) if f.startswith("the parser is ")]
    assert 0.8 < confidence(proposal, tree) < known


def test_careful_reading_counts_the_parses_that_agree() -> None:
    plain, doubted = "The council approved the budget.", "Lake firm seeks help dog bite victim fund."
    extractor = Extractor(careful=True)
    found = {text: extractor(text) for text in (plain, doubted)}
    counts = [int(f.split()[0]) for text in found for f, _ in found[text][0].features if f.endswith(WEAKER)]
    assert counts[0] == PARSES > counts[1]
    quick = Extractor()
    for text, claims in found.items():
        assert [replace(c, features=(), confidence=0.0) for c in claims] == [
            replace(c, features=(), confidence=0.0) for c in quick(text)
        ]
    assert found[plain][0].confidence > quick(plain)[0].confidence > found[doubted][0].confidence


def test_careful_reading_leaves_out_what_it_makes_too_unlikely(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Police help dog bite victim fights back."
    careful, quick = ({claim.predicate: claim for claim in Extractor(careful=c)(text)} for c in (True, False))
    doubted = next(claim for claim in quick.values() if claim.relation.text == "fights back")
    again = careful[doubted.predicate]
    assert LEAST_CONFIDENCE <= again.confidence < doubted.confidence
    monkeypatch.setattr(assembly, "LEAST_CONFIDENCE", (again.confidence + doubted.confidence) / 2)
    careful, quick = ({claim.predicate for claim in Extractor(careful=c)(text)} for c in (True, False))
    assert quick - careful == {doubted.predicate}


OPEN = [
    ("It closed the mill in Lorne.", OPEN_SUBJECT),
    ("The clerks of the mill burned it.", OPEN_OBJECT),
    ("Ann Berg said it would close the mill in Lorne.", OPEN_CONTENT),
]


@pytest.mark.parametrize(("text", "feature"), OPEN)
def test_a_pronoun_that_stands_for_nothing_known_is_less_sure(text: str, feature: str) -> None:
    (claim,) = (c for c in Extractor()(text) if feature in dict(c.features))
    assert dict(claim.features)[feature] < -0.5
    assert claim.confidence == pytest.approx(probability(claim.features), abs=1e-4)
    known = text.replace(" it ", " Veltra ").replace("It ", "Veltra ").replace("it.", "Veltra.")
    assert all(
        OPEN_SUBJECT != f != OPEN_OBJECT and f != OPEN_CONTENT for c in Extractor()(known) for f, _ in c.features
    )


def test_it_of_the_weather_stands_for_nothing_that_is_missing() -> None:
    assert all(f != OPEN_SUBJECT for c in Extractor()("It rained in Lorne on Monday.") for f, _ in c.features)


def test_careful_reading_needs_a_parser_that_is_known(nlp: Language) -> None:
    with pytest.raises(UnsuitableModelError, match="--careful does not work"):
        Extractor(nlp, careful=True)


def test_no_feature_is_named_twice(nlp: Language) -> None:
    text = "On Friday Ana Ruiz, 54, sold the firm, its plant and her house to Bell, who had long wanted them."
    for proposal, tree in proposals(nlp, text):
        found = features(proposal, tree)
        assert len(found) == len(set(found))


def test_the_weights_are_readable_and_begin_with_the_bias() -> None:
    first, *rows = WEIGHTS.read_text(encoding="utf-8").splitlines()
    assert first.startswith("#")
    weights = {name: float(weight) for weight, name in (row.split("\t") for row in rows)}
    assert next(iter(weights)) == BIAS
    assert len(weights) == len(rows)


def test_the_confidence_is_calibrated() -> None:
    """Expected calibration error by cross-validation, as the script prints it."""
    command = [sys.executable, str(ROOT / "benchmarks" / "confidence.py")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    errors = [float(x) for x in re.findall(r"calibration error.* (\d\.\d+)", printed)]
    assert len(errors) == 2
    assert max(errors) <= 0.05
