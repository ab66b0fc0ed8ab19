"""Names: where they begin and end in a sentence, what they name, and which name the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.coreference.mentions import find
from extract.coreference.names import acronyms, country, government
from extract.coreference.references import Candidate, Kind
from extract.english.persons import Gender, Sort, given_name, person_noun
from extract.model import Block, BlockKind
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from tests.coref_gold import linked

if TYPE_CHECKING:
    from spacy.language import Language


def _names(nlp: Language, text: str) -> list[Candidate]:
    (tree,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    mend(tree)
    return [c for c in find(tree) if c.kind is Kind.NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Karin Lund spoke.", "Karin Lund"),
        ("Dr Karin Lund spoke.", "Karin Lund"),
        ("The actress Karin Lund spoke.", "Karin Lund"),
        ("The Bank of England raised rates.", "Bank of England"),
        ("General Motors cut jobs.", "General Motors"),
        ("The Justice Department sued.", "Justice Department"),
    ],
)
def test_a_name_has_neither_title_nor_article(nlp: Language, text: str, name: str) -> None:
    assert [text[c.start : c.end] for c in _names(nlp, text)] == [name]


@pytest.mark.parametrize(
    ("text", "sort", "gender"),
    [
        ("Mrs Lund spoke.", Sort.PERSON, Gender.FEMALE),
        ("Leslie Lund spoke.", Sort.PERSON, Gender.FEMALE),
        ("Anna Lund spoke.", Sort.PERSON, Gender.FEMALE),
        ("Paul Lund spoke.", Sort.PERSON, Gender.MALE),
        ("The actress Kim Lund spoke.", Sort.PERSON, Gender.FEMALE),
        ("Sweden voted.", Sort.PLACE, Gender.OPEN),
        ("The Tay Street Bridge fell.", Sort.THING, Gender.OPEN),
        ("The Northern Times lost money.", Sort.BODY, Gender.OPEN),
        ("The insurer Allvara lost money.", Sort.BODY, Gender.OPEN),
    ],
)
def test_a_name_shows_what_it_stands_for(nlp: Language, text: str, sort: Sort, gender: Gender) -> None:
    (name,) = _names(nlp, text)
    assert (name.sort, name.gender) == (sort, gender)


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Anna Hale resigned. Hale had led the party for years.", "Hale", "Anna Hale"),
        ("Anna Hale resigned. Mrs Hale had led the party for years.", "Hale", "Anna Hale"),
        ("Mr Paul Berg and Anna Berg voted. Mrs Berg left early.", "Berg", "Anna Berg"),
        ("The World Trade Forum met in Oslo. The WTF has 20 members.", "WTF", "World Trade Forum"),
        ("The Northern Rail Authority raised fares. The NRA blamed costs.", "NRA", "Northern Rail Authority"),
        ("Norwood Airlines lost money. Norwood will close two routes.", "Norwood", "Norwood Airlines"),
        ("The Bank of Norland raised rates. The Bank gave no reason.", "Bank", "Bank of Norland"),
        ("The United States protested. The US has 50 states.", "US", "United States"),
        ("The United Kingdom voted. Britain will pay.", "Britain", "United Kingdom"),
        ("Tom Graves owns a shop. Graves sells shoes.", "Graves", "Tom Graves"),
    ],
)
def test_a_short_name_stands_for_the_full_one(nlp: Language, text: str, short: str, full: str) -> None:
    (link,) = [m for m in linked(nlp, text).mentions if m.text == short]
    assert (link.resolved, link.kind, link.rule) == (full, "name", "short name")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Paul Berg voted. Mrs Berg left early.", "Berg"),  # another Berg
        ("New Zealand voted. The New Zealand Times praised New Zealand.", "New Zealand"),
        ("Infotec World Conference began. Infotec paid.", "Infotec"),  # the firm is not its conference
        ("Paul Berg lives in Oslo. Oslo is large.", "Oslo"),
        ("Norway is rich. Smoke has choked Oslo.", "Oslo"),
        ("Georgia Hale moved. She lives in Georgia.", "Georgia"),
    ],
)
def test_a_name_of_something_else_is_left_alone(nlp: Language, text: str, name: str) -> None:
    assert [m for m in linked(nlp, text).mentions if m.text == name and m.resolved is not None] == []


def test_countries_go_by_their_usual_name() -> None:
    assert [country(n) for n in ("US", "the UK", "DPRK", "Atlantis")] == [
        "united states", "united kingdom", "north korea", None,
    ]  # fmt: skip
    assert [government(n) for n in ("Beijing", "Geneva")] == ["china", None]


def test_acronyms_leave_small_words_out_or_in() -> None:
    assert acronyms(("bank", "of", "norland")) == {"bon", "bn"}


@pytest.mark.parametrize(
    ("word", "gender"),
    [("spokeswoman", Gender.FEMALE), ("nephew", Gender.MALE), ("toymaker", Gender.OPEN), ("table", None)],
)
def test_nouns_for_persons_have_a_gender(word: str, gender: Gender | None) -> None:
    assert person_noun(word) is gender


def test_given_names_are_as_many_for_women_as_for_men() -> None:
    """Neither gender may be the better known one: it would be resolved more often."""
    from extract.english.persons import _pairs

    listed = [value.rstrip("?") for value in _pairs("given_names").values()]
    assert 0.8 < listed.count("f") / listed.count("m") < 1.25
    assert given_name("leslie") is not None
