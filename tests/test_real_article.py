"""A real article, full of scare quotes and spurious stops: the claims that must come out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.claims.propose import propose
from extract.contract import records
from extract.extractor import Extractor
from extract.model import Article, Block, BlockKind
from extract.readers import read
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.text.blocks import blocks, copies
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


#: Each block in order, as a reader of the page would name it; its own words are not part of this repository.
KINDS = (
    *("title", "paragraph", "paragraph", "paragraph", "paragraph"),
    *("heading", "title", "credit", "caption"),
    *("paragraph", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph"),
    *("title", "credit", "caption", "credit", "paragraph", "paragraph", "paragraph"),
    *("heading", "caption", "caption"),
    *("paragraph", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph"),
    *("heading", "paragraph", "paragraph", "paragraph", "paragraph"),
    *("boilerplate", "boilerplate"),
)


@pytest.fixture(scope="module")
def article(shared: Path) -> Article:
    (path,) = (shared / "real").glob("*.txt")
    return read(path.name, path.read_bytes())


def test_every_block_has_the_kind_a_reader_would_give_it(article: Article) -> None:
    assert tuple(block.kind.value for block in blocks(article)) == KINDS


def test_the_copies_of_title_and_caption_are_not_read_again(article: Article) -> None:
    everything = blocks(article)
    repeated = [everything[i].kind.value for i in sorted(copies(article.text, everything))]
    assert repeated == ["title", "title", "caption"]


def test_every_visible_character_is_in_a_block_or_is_a_dash_between_two(article: Article) -> None:
    left, at = "", 0
    for block in blocks(article):
        left, at = left + article.text[at : block.start], block.end
    left += article.text[at:]
    assert not left.strip(" \n\u00a0-–")


def test_its_metadata_are_what_it_says_and_no_more(article: Article) -> None:
    assert article.title is not None
    assert article.text.startswith(article.title)
    assert (article.byline, article.outlet, article.published, article.url) == (None, None, None, None)
    assert (article.language, article.notes) == ("en", ())


def test_claims_of_its_headline_and_captions_say_so(article: Article) -> None:
    found_claims = records(Extractor().extract(article))
    assert {claim["block"] for claim in found_claims} == {"title", "heading", "caption", "paragraph"}
    for claim in found_claims:
        (block,) = [b for b in blocks(article) if b.start <= claim["sentence_start"] < b.end]
        assert block.kind.value == claim["block"]


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
