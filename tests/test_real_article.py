"""A real article, full of scare quotes and spurious stops: the claims that must come out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.claims.propose import propose
from extract.model import Block, BlockKind
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.text.quotes import quoted_spans
from tests.test_clauses import line

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

WANTED = [
    "China | has shied away from | formal alliances",
    "the Biden administration | forged | long - standing alliances <time: in its first year>",
    "the Biden administration | put | considerable effort <time: in its first year>",
    "China | has | only one official ally",
    "<time: currently>",
    "the two | share | a defense treaty",
    "China | does not just use | its economic potential",
    "partners | have welcomed | Beijing 's investments",
    "partners | supported | China 's core interests",
    "Biden | has cultivated | relations",
    "Chinese soldiers | take part in | the Victory Parade",
    "<time: on June 24 , 2020>",
    "China | wants to create | its own alliance network",
    "China | is unlikely to abandon | its geo - economic strategy",
    "Beijing | has bet on | economic diplomacy",
    "it | used | its newly acquired power <purpose: to threaten Taiwan , provoke India",
    "Many countries | have made it clear | that they do not want to be exclusively associated",
    "they | have shown | little reluctance",
]


@pytest.fixture(scope="module")
def found(nlp: Language, shared: Path) -> str:
    """All claims of the article, one a line."""
    (path,) = (shared / "real").glob("*.txt")
    text = path.read_text(encoding="utf-8")
    blocks, at = [], 0
    for row in text.splitlines(keepends=True):
        if row.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(row.rstrip())))
        at += len(row)
    trees = parse(nlp, text, blocks, quoted_spans(text))
    for tree in trees:
        mend(tree)
    return "\n".join(line(p) for tree in trees for p in propose(tree))


@pytest.mark.parametrize("claim", WANTED)
def test_the_article_gives(found: str, claim: str) -> None:
    assert claim in found
