"""Two readings of the same claim: minimal triples, and one tuple of whole extents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.rendering import Reading, core, full
from extract.claims.propose import propose
from tests.test_clauses import mended

if TYPE_CHECKING:
    from spacy.language import Language

CORE = [
    (
        "Norway signed a pact with Chad in May.",
        ["Norway | signed | a pact", "Norway | signed a pact with | Chad", "Norway | signed a pact in | May"],
    ),
    (
        "The firm was founded in Oslo in 1870.",
        ["The firm | was founded in | Oslo", "The firm | was founded in | 1870"],
    ),
    (
        "She moved to Oslo in 1870.",
        ["She | moved to | Oslo", "She | moved to Oslo in | 1870"],
    ),
    (
        "He became a fellow of the Royal Society of Norway.",
        ["He | became | a fellow", "He | became a fellow of | the Royal Society of Norway"],
    ),
    (
        "The club used its land to plant trees.",
        ["The club | used | its land", "The club | used its land to plant | trees"],
    ),
    ("The paper regards the plan as a threat.", ["The paper | regards the plan as | a threat"]),
    ("The mayor resigned.", []),
    ("Officials met on Monday and left quickly.", ["Officials | met on | Monday", "Officials | left | quickly"]),
    ('He is "kind to the poor".', ["He | is kind to | the poor"]),
]
FULL = [
    (
        "The city of Oslo signed a pact with Chad in May.",
        ["The city of Oslo | signed | a pact | with Chad | in May"],
    ),
    ("The mayor resigned.", ["The mayor | resigned"]),
    ("The ship sank, killing six sailors.", ["The ship | sank", "The ship | killing | six sailors"]),
    ('He has a "new vision" of trade.', ['He | has | a "new vision" of trade']),
]


def shown(nlp: Language, text: str, profile: str) -> list[str]:
    (tree,) = mended(nlp, text)
    readings: list[Reading] = []
    for proposal in propose(tree):
        readings.extend(core(proposal) if profile == "core" else [full(proposal)])
    return [" | ".join(reading.texts(text)) for reading in readings]


@pytest.mark.parametrize(("text", "expected"), CORE)
def test_core_readings_are_minimal_triples(nlp: Language, text: str, expected: list[str]) -> None:
    assert shown(nlp, text, "core") == expected


@pytest.mark.parametrize(("text", "expected"), FULL)
def test_full_readings_are_tuples_of_whole_extents(nlp: Language, text: str, expected: list[str]) -> None:
    assert shown(nlp, text, "full") == expected


def test_an_implied_relation_is_shown(nlp: Language) -> None:
    assert shown(nlp, "Veltra, a maker of pumps, closed.", "full")[0] == "Veltra | is | a maker of pumps"
