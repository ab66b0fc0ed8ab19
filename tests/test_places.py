"""Where a claim happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.claims.propose import propose
from extract.measures.places import place
from extract.model import Block, BlockKind, slice_spans
from extract.syntax.parsing import parse

if TYPE_CHECKING:
    from spacy.language import Language

PLACES = [
    ("The ministers met in Geneva on Tuesday.", "in Geneva"),
    ("The ministers met at a hotel in Geneva.", "at a hotel in Geneva"),
    ("In Paris, the president signed the law.", "In Paris"),
    ("A bomb killed three people near Kabul.", "near Kabul"),
    ("Police arrested two men in Berlin.", "in Berlin"),
    ("The ministers met in secret.", None),
    ("The ministers met on Tuesday.", None),
    ("The president of France signed the law.", None),
    ("The president relied on Germany.", None),
    ("The crash happened on a road by the sea.", None),
    ("The plot failed on the day that rebels fell in Kabul.", None),
    ("Police found the car in a garage.", "in a garage"),
]


@pytest.mark.parametrize(("text", "words"), PLACES)
def test_place_of_the_first_claim(nlp: Language, text: str, words: str | None) -> None:
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    proposals = propose(tree)
    verbal = [p for p in proposals if p.predicate.pos == "VERB"]
    found = place(verbal[0], text)
    assert (found.text if found else None) == words
    if found is not None:
        assert slice_spans(text, found.spans) == found.text
