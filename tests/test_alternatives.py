"""What a sentence sets aside is no claim of it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract.claims.propose import propose
from extract.model import Block, BlockKind
from extract.repairs.mend import mend
from extract.syntax.parsing import parse

PASSED_OVER = [
    ("The club sold him rather than pay the fine.", {"sold"}),
    ("Rather than wait for the courts, the mayor closed the camp.", {"closed"}),
    ("They would rather see the plan fail than see him succeed.", {"see", "fail"}),
    ("Prices more than doubled.", {"doubled"}),
]


@pytest.mark.parametrize(("text", "verbs"), PASSED_OVER)
def test_what_is_compared_with_is_not_asserted(nlp: Language, text: str, verbs: set[str]) -> None:
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    mend(tree)
    assert {p.predicate.text for p in propose(tree)} == verbs
