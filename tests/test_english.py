"""What plain words say: numbers, noun phrases, verbs, without a parser."""

from __future__ import annotations

import pytest

from extract.english.amounts import amount
from extract.english.forms import Identity
from extract.english.nounphrases import noun_phrase
from extract.english.verbphrases import verb_phrase

AMOUNTS = [
    ("at least 11 people", 11, None, "people"),
    ("twelve bodies", 12, 12, "body"),
    ("about 2.87 billion crowns", 2.87e9, 2.87e9, "crown"),
    ("between 350 and 400 million crowns", 350e6, 400e6, "crown"),
    ("up to 500 jobs", None, 500, "job"),
    ("20%", 20, 20, "percent"),
    ("$3 million", 3e6, 3e6, "USD"),
    ("twenty-one ships", 21, 21, "ship"),
    ("nobody", 0, 0, "people"),
    ("no one", 0, 0, "people"),
    ("no deaths", 0, 0, "death"),
    ("40-50", 40, 50, ""),
    ("40–50 people", 40, 50, "people"),
    ("5 to 7 hours", 5, 7, "hour"),
    ("half a million", 5e5, 5e5, ""),
    ("half a million people", 5e5, 5e5, "people"),
    ("a dozen or so houses", 12, 12, "house"),
    ("two-thirds of voters", 2 / 3, 2 / 3, "share"),
    ("nearly 3,000 people", 3000, 3000, "people"),
    ("1.2m tonnes", 1.2e6, 1.2e6, "tonne"),
    ("$4bn", 4e9, 4e9, "USD"),
    ("US$334 million", 334e6, 334e6, "USD"),
    ("one in five voters", 0.2, 0.2, "share"),
    ("hundreds of people", 200, None, "people"),
    ("tens of thousands of homes", 2e4, None, "home"),
    ("several people", 3, None, "people"),
    ("20 or more houses", 20, None, "house"),
    ("12 heavily armed soldiers", 12, 12, "soldier"),
    ("12 heavily armed Lenish and Farrish soldiers", 12, 12, "soldier"),
    ("3,000 active and retired officers", 3000, 3000, "officer"),
    ("one officer and two drivers", 1, 1, "officer"),
    ("12 dead and 30 injured passengers", 12, 12, "people"),
    ("9,000 of the 17,000 homes", 9000, 9000, "home"),
    ("6 per cent stake", 6, 6, "percent"),
    ("two hundred and five cars", 205, 205, "car"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), AMOUNTS)
def test_numbers_are_read_with_their_ends(text: str, low: float | None, high: float | None, unit: str) -> None:
    found = amount(text)
    assert found is not None
    assert found[0][:3] == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "the harbour",
        "another 30 residents",
        "safe",
        "",
        "¹ street",
        "2-1",
        "10-year lease",
        "2008 campaign",
        "12th man",
        "no plan",
    ],
)
def test_what_begins_with_no_number_has_none(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize("text", ["2008 campaign", "12th man", "10:35"])
def test_years_and_ordinals_count_nothing(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize("text", ["nearly 3,000 people", "a dozen or so", "about 20", "hundreds of people"])
def test_what_is_said_roughly_is_marked(text: str) -> None:
    found = amount(text)
    assert found is not None
    assert found[0].approximate


TERMS = [
    ("the smuggler Rik Aldo", Identity.NAME, "rik aldo"),
    ("Chief Executive Uwe Lamm", Identity.NAME, "uwe lamm"),
    ("the ruined Halvik dam", Identity.NAME, "halvik dam"),
    ("Halvik dam disaster", Identity.NAME, "halvik dam"),
    ("the flooded town of Brennick", Identity.NAME, "brennick"),
    ("the hospital in Tarn", Identity.ANCHORED, "tarn hospital"),
    ("Farrow's mayor", Identity.ANCHORED, "farrow mayor"),
    ("the mayor of Farrow", Identity.ANCHORED, "farrow mayor"),
    ("residents of Farrow", Identity.LOOSE, "farrow resident"),
    ("Kestrian officials", Identity.LOOSE, "kestrian kestrian official"),
    ("the company", Identity.GROUP, "company"),
    ("officials", Identity.LOOSE, "official"),
    ("a fire", Identity.GROUP, "fire"),
    ("they", Identity.NOTHING, ""),
    ("nobody in Velmar", Identity.LOOSE, "velmar people"),
    ("16 new trains", Identity.LOOSE, "train"),
    ("80 percent of the track", Identity.LOOSE, "percent of track"),
    ("half of the sheep", Identity.LOOSE, "share of sheep"),
    ("85 million euros", Identity.LOOSE, "EUR"),
    ("a $43,350 gold watch", Identity.LOOSE, "$43,350 gold watch"),
]


@pytest.mark.parametrize(("text", "identity", "key"), TERMS)
def test_whom_words_mean_and_how_surely(text: str, identity: Identity, key: str) -> None:
    found = noun_phrase(text)
    assert (found.identity, found.normal) == (identity, key)


VERBS = [
    ("was not bought by", "buy", "acquire", True, "by"),
    ("has taken over", "take", "acquire", False, ""),
    ("stepped down", "step", "resign", False, ""),
    ("is based in", "base", "locate", False, ""),
    ("no longer works for", "work", "work", False, ""),
    ("agreed with", "agree", "agree", False, "with"),
]


@pytest.mark.parametrize(("words", "lemma", "name", "passive", "tail"), VERBS)
def test_verbs_go_by_one_name(words: str, lemma: str, name: str, passive: bool, tail: str) -> None:
    found = verb_phrase(words, lemma, "clause", "past", lemma not in ("step",))
    assert (found.normal, found.passive, found.tail) == (name, passive, tail)


@pytest.mark.parametrize("words", ["way", "way way", "between"])
def test_a_relation_may_be_a_word_that_is_left_out_of_others(words: str) -> None:
    """A person may choose any words of a sentence."""
    assert verb_phrase(words, words, "clause", None, True).normal


PARTS = [
    ('a "war of choice"', "a war of choice"),
    ("the “radical” plan", "the radical plan"),
    ("that damned wall", "that wall"),
    ("212 missing children, most of whom", "most of 212 missing children"),
    ("The plan, details of which", "details of The plan"),
    ("the sheep half of which", "half of the sheep"),
    ("Veltra whose shares", "Veltra's shares"),
    ("the company, whose chief executive", "the company's chief executive"),
]


@pytest.mark.parametrize(("text", "plain"), PARTS)
def test_a_part_is_not_its_whole_and_quoted_words_are_plain(text: str, plain: str) -> None:
    assert noun_phrase(text) == noun_phrase(plain)
    assert noun_phrase(text).normal not in ("child", "plan", "sheep", "veltra", "company")
