"""A slot never ends up with half a pair of quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.model import Block, BlockKind, slice_spans
from extract.syntax.extents import slot_spans
from extract.syntax.parsing import parse

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    # text, first and last word of the slot, what it reads
    ('He has a "new vision" of trade.', "a", "vision", 'a "new vision"'),
    ('He has a "new vision" of trade.', "vision", "trade", "vision of trade"),
    ('He has a "new vision" of trade.', "new", "trade", '"new vision" of trade'),
    ("Oslo is “not an ally” of Bern.", "Oslo", "not", "Oslo is not"),
    ("Oslo is “not an ally” of Bern.", "is", "ally", "is “not an ally”"),
    ("Oslo wants a “new pact” of “equal partners” soon.", "pact", "partners", "pact of “equal partners”"),
    ("Oslo wants a pact soon.", "a", "pact", "a pact"),
    ('Oslo wants a "new [pact soon" now.', "wants", "soon", 'wants a "new pact soon"'),
]


@pytest.mark.parametrize(("text", "first", "last", "expected"), CASES)
def test_quotation_marks_come_in_pairs(nlp: Language, text: str, first: str, last: str, expected: str) -> None:
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    texts = [w.text for w in tree.words]
    words = tree.words[texts.index(first) : texts.index(last) + 1]
    assert slice_spans(text, slot_spans(words, text)) == expected


def test_spans_are_in_text_order(nlp: Language) -> None:
    text = "The refugees, some of whom had walked for weeks, rested."
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    words = [*tree.words[3:5], *tree.words[0:2]]
    assert slice_spans(text, slot_spans(words, text)) == "The refugees some of"


def test_spans_stay_within_their_sentence(nlp: Language) -> None:
    text = 'They spoke of a "dam".'
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    words = tree.words[3:5]
    assert slice_spans(text, slot_spans(words, text, (0, len(text)))) == 'a "dam"'
    assert slice_spans(text, slot_spans(words, text, (0, words[-1].end))) == "a dam"
