"""Subjects that are something only together, objects of gaps and quotations, and clauses that say nothing alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import Extractor
from tests.test_clauses import claims
from tests.test_complete import triple

if TYPE_CHECKING:
    from spacy.language import Language

TOGETHER = [
    ("Quist and Berg met in Tarn on Monday.", ["Quist and Berg | met in | Tarn <time: on Monday>"]),
    ("Ada Quist and Olof Berg were married in 1990.", ["Ada Quist and Olof Berg | were married | - <time: in 1990>"]),
    ("The mayor and the governor differ on taxes.", ["The mayor and the governor | differ on | taxes"]),
    ("Norland and Sudria are not allies.", ["Norland and Sudria | are not | allies"]),
]
ONE_BY_ONE = [
    ("Quist and Berg are allies of the mayor.", ["Quist | are | allies", "Berg | are | allies"]),
    ("Quist and Berg met the mayor.", ["Quist | met | the mayor", "Berg | met | the mayor"]),
    ("Quist and Berg met with divers.", ["Quist | met with | divers", "Berg | met with | divers"]),
    ("Quist and Berg are divers.", ["Quist | are | divers", "Berg | are | divers"]),
]


@pytest.mark.parametrize(("text", "expected"), [*TOGETHER, *ONE_BY_ONE])
def test_what_several_are_only_to_each_other_is_one_claim(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected


MENDED = [
    ("Another guard lost the letters I sent her.", "I | sent | the letters <recipient: her>"),
    ("He kept the ring that she gave him.", "she | gave | the ring <recipient: him>"),
    ("The town was saved thanks to its dam.", "The town | was saved | - <reason: thanks to its dam>"),
    ("Many families live paycheck to paycheck.", "Many families | live | - <measure: paycheck to paycheck>"),
    ("You lock and open the door.", "You | lock | the door"),
    ("He should never have been here in the first place.", "He | should never have been | here"),
    ("She spoke to the police, divers, and members of the public.", "She | spoke to | divers"),
    ("The move is seen as either the past or the present.", "The move | is seen | as either the past or the present"),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_an_object_is_what_the_verb_asks_for(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


QUOTED = [
    ('The mayor\'s "cut and run" policy failed.', 'The mayor\'s "cut and run" policy'),
    ('A "phase one" trade deal would help the port.', 'A "phase one" trade deal'),
    ('The "buy local" campaign began.', 'The "buy local" campaign'),
]


@pytest.mark.parametrize(("text", "subject"), QUOTED)
def test_a_quotation_before_its_noun_names_no_other_thing(text: str, subject: str) -> None:
    assert [claim.subject.text for claim in Extractor()(text)] == [subject]


def test_a_rule_in_quotation_marks_is_what_was_passed() -> None:
    shown = [triple(claim) for claim in Extractor()('The council passed a "use it or lose it" rule for taxis.')]
    assert shown == [("The council", "passed", 'a "use it or lose it" rule for taxis')]


LEFT_OUT = [
    ("The debt was cut by closing two mills.", "closing |"),
    ("It is possible by closing two mills.", "| closing |"),
    ("The gains may include helping mend roads, building dams and cutting costs.", "helping mend |"),
    ("My life is pretty much as it was before.", "it | was"),
    ("Divers know how the pier looks.", "the pier | looks"),
    ("The union asked where the sailors live.", "the sailors | live"),
    ("The more noise he makes, the more votes he wins.", "|"),
    ("The more he shouts, the less they listen.", "|"),
    ("They chanted for hours.", "|"),
    ("Low demand given crowding out by banks is a risk.", "given |"),
    ("Low demand given crowding out by banks is a risk.", "crowding out by |"),
    ("Coming back to the market, experts say prices will rise.", "| Coming back"),
    ('"The issue here is, you know, is the tax fair?" he asked.', "you | know"),
    ("You name it, they sell it.", "name"),
    ("As the report makes clear, the picture is complicated.", "the report | makes"),
    ("If you are not, because it was dull, leave.", "you | are not"),
    ("But whatever the issue, Quist, also a painter, wraps his appeal as a hymn.", "Quist | is"),
]


@pytest.mark.parametrize(("sentence", "words"), LEFT_OUT)
def test_what_says_nothing_alone_is_left_out(nlp: Language, sentence: str, words: str) -> None:
    assert [claim for claim in claims(nlp, sentence) if words in claim] == []


SOUND = [
    ("Quist won by cutting prices.", "Quist | cutting | prices"),
    ("He got started by selling boats.", "He | selling | boats"),
    ("It may not be over yet.", "It | may not be over | - <time: yet>"),
    ("They chanted outside the court.", "They | chanted outside | the court"),
    ("You know that the dam is safe.", "You | know | that the dam is safe"),
    ("The firm paid him thanks.", "The firm | paid | thanks <recipient: him>"),
]


@pytest.mark.parametrize(("text", "expected"), SOUND)
def test_what_is_sound_stays(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


def test_what_several_nouns_share_needs_no_comma() -> None:
    shown = [triple(claim)[2] for claim in Extractor()("He praised the purchase, storage and sale of arms.")]
    assert shown == ["the purchase of arms", "storage of arms", "sale of arms"]
