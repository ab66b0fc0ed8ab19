"""Quantities: number, unit, range, approximation, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.english.numerals import digits, number
from extract.measures.quantities import normal_form, quantities
from extract.model import Block, BlockKind, Quantity, slice_spans
from extract.syntax.parsing import parse

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: Language, text: str) -> list[Quantity]:
    trees = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    return [q for tree in trees for q in quantities(tree.words, text)]


NORMAL_FORMS = [
    # figures, words, scales
    ("They sold 2,000 cars.", ["2000 car"]),
    ("They sold twenty-four cars.", ["24 car"]),
    ("They sold two hundred and five cars.", ["205 car"]),
    ("They sold 1.5 million cars.", ["1500000 car"]),
    ("They sold a dozen cars.", ["12 car"]),
    ("They sold half a dozen cars.", ["6 car"]),
    ("They sold one car.", ["1 car"]),
    ("They waited six and a half years.", ["6.5 year"]),
    # currencies
    ("The firm paid $1.65 billion.", ["1650000000 USD"]),
    ("The firm paid US$6 million.", ["6000000 USD"]),
    ("The firm paid €3m.", ["3000000 EUR"]),
    ("The firm paid 40 million pounds.", ["40000000 GBP"]),
    ("The firm lost 1 trillion yen.", ["1000000000000 JPY"]),
    ("The firm lost billions of dollars.", [">=2000000000 USD"]),
    # units
    ("Output rose 5.4%.", ["5.4 percent"]),
    ("Output rose 5 per cent.", ["5 percent"]),
    ("Support rose by 3 percentage points.", ["3 percentage point"]),
    ("The pipe is 12 km long.", ["12 kilometre"]),
    ("They signed a 10-year lease.", ["10 year"]),
    # near, above, below
    ("About 2,000 people fled.", ["~2000 people"]),
    ("Nearly 300 houses burned.", ["~300 house"]),
    ("More than 300 houses burned.", [">=300 house"]),
    ("At least 300 houses burned.", [">=300 house"]),
    ("Up to 300 houses burned.", ["<=300 house"]),
    ("Fewer than 300 houses burned.", ["<=300 house"]),
    ("Some 300 houses burned.", ["~300 house"]),
    ("The aid reached 300 or more houses.", [">=300 house"]),
    # ranges
    ("The tax rose to between 5 and 7 percent.", ["5..7 percent"]),
    ("The tour takes 5 to 7 hours.", ["5..7 hour"]),
    ("The road is 5-7 km long.", ["5..7 kilometre"]),
    ("They need 10 to 20 million barrels.", ["10000000..20000000 barrel"]),
    ("They need $5 million to $7 million.", ["5000000..7000000 USD"]),
    ("It takes two or three hours.", ["2..3 hour"]),
    ("Between 12 and 15 ships sank, or up to 20 boats.", ["12..15 ship", "<=20 boat"]),
    ("At least 12 and up to 15 ships sank.", [">=12 ship", "<=15 ship"]),
    # open counts
    ("Dozens of homes burned.", [">=24 home"]),
    ("Hundreds of thousands of refugees fled.", [">=200000 refugee"]),
    ("Several hundred cars burned.", [">=300 car"]),
    ("A few hundred officers came.", [">=300 officer"]),
    # shares
    ("A third of voters stayed away.", ["0.333333 share"]),
    ("Two-thirds of voters stayed away.", ["0.666667 share"]),
    ("Half of the voters stayed away.", ["0.5 share"]),
    ("About a third, or 33 percent, stayed away.", ["~0.333333 share", "33 percent"]),
    ("One in five voters stayed away.", ["0.2 share"]),
    # none
    ("The team won 2-1.", []),
    ("He came in May 2017.", []),
    ("The third man fled.", []),
    ("Flight 103 crashed.", []),
    ("He lives at 10 Castle Street.", []),
    ("That is an estimate at 2018 prices.", []),
    ("The gate shut at 12.30 am.", []),
    ("An F-16 jet crashed.", []),
    ("The 2008 campaign cost him the seat.", []),
    ("The bomb went off at 10:35.", []),
]


@pytest.mark.parametrize(("text", "forms"), NORMAL_FORMS)
def test_normal_form_of_every_quantity(nlp: Language, text: str, forms: list[str]) -> None:
    assert [normal_form(q) for q in read(nlp, text)] == forms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About 2,000 heavily armed soldiers came.", "About 2,000 soldiers"),
        ("They signed a 10-year lease.", "10-year"),
        ("Dozens of homes burned.", "Dozens of homes"),
        ("It cost “$1.65  billion” in all.", "$1.65  billion"),
    ],
)
def test_text_is_what_the_spans_select(nlp: Language, text: str, words: str) -> None:
    (found,) = read(nlp, text)
    assert found.text == words == slice_spans(text, found.spans)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_figures_are_the_number_they_group(value: int) -> None:
    assert digits(f"{value:,}") == value


@pytest.mark.parametrize(
    ("tokens", "value"),
    [
        ("nineteen ninety - eight", 1998),
        ("two thousand and four", 2004),
        ("one hundred thousand", 100_000),
        ("three million two hundred thousand", 3_200_000),
        ("about five", None),
        ("and", None),
    ],
)
def test_number_words(tokens: str, value: float | None) -> None:
    assert number(tokens.split()) == value
