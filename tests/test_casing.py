"""Headlines In Title Case go to the parser as prose, with names as the article's own text writes them."""

from __future__ import annotations

import pytest

from extract.extractor import Extractor
from extract.model import Block, BlockKind
from extract.readers import read
from extract.syntax import casing
from extract.syntax.word_forms import common_words, verb_lemmas
from tests.test_read_claims import line

PROSE = (
    "The governor of Tarn said on Monday that Ada Lind asked the State Department to look at the mail. "
    "A long report by the Arbeck Bank, which will close, was read in Tarn. The state pays."
)
CASED = [
    ("Governor Asks State Department To Vet Mail", "Governor asks State Department to vet mail"),
    ("Ada Lind Slams Long Report By Arbeck Bank", "Ada Lind slams long report by Arbeck Bank"),
    ("Arbeck Bank Will Close, FBI Says", "Arbeck Bank will close, FBI says"),
    # a name that only the headline has, unless it is a word like any other
    ("Report: Northville Denies Governor's Plan", "Report: Northville denies governor's plan"),
    # not in title case: nothing is changed
    ("Ada Lind slams report by Arbeck Bank", "Ada Lind slams report by Arbeck Bank"),
    ("ARBECK BANK WILL CLOSE", "ARBECK BANK WILL CLOSE"),
    ("Ada Lind", "Ada Lind"),
]


def _texts(extractor: Extractor, source: str, blocks: list[Block]) -> list[str]:
    nlp = extractor.nlp
    return [one.text for one in casing.inputs(source, blocks, common_words(nlp), verb_lemmas(nlp))]


@pytest.mark.parametrize(("headline", "cased"), CASED)
def test_a_headline_is_cased_as_the_article_writes(extractor: Extractor, headline: str, cased: str) -> None:
    source = f"{headline}\n{PROSE}"
    start = len(headline) + 1
    blocks = [Block(BlockKind.TITLE, 0, len(headline)), Block(BlockKind.PARAGRAPH, start, len(source))]
    assert _texts(extractor, source, blocks) == [cased, PROSE]


def test_a_paragraph_in_title_case_stays_as_it_is(extractor: Extractor) -> None:
    text = "Ada Lind Slams Report By Arbeck Bank"
    blocks = [Block(BlockKind.PARAGRAPH, 0, len(text))]
    assert _texts(extractor, text, blocks) == [text]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Lund Clerk Invokes Old Law At Hearing", "Lund Clerk | Invokes | Old Law"),
        ("Ada Lind Asks State Department To Vet Emails", "Ada Lind | Asks | State Department To Vet Emails"),
        ("Arizona Sheriff Joe Marsh Endorses Ada Lind", "Arizona Sheriff Joe Marsh | Endorses | Ada Lind"),
    ],
)
def test_what_a_headline_says_is_found_with_its_own_letters(extractor: Extractor, headline: str, expected: str) -> None:
    page = f"<html><body><article><h1>{headline}</h1><p>{PROSE}</p></article></body></html>"
    article = read("a.html", page.encode())
    (extraction,) = extractor.extract_all([article])
    titles = {s.position for s in extraction.sentences if s.kind is BlockKind.TITLE}
    assert expected in [line(claim) for claim in extraction.claims if claim.sentence in titles]
