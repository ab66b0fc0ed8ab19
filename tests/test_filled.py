"""Words with names for their pronouns, and whose something is that a possessive opens."""

from __future__ import annotations

import pytest

from extract import Extractor
from extract.english.filled import filled, is_filled, is_filled_with, owned, with_names

SHOWN = [
    ("Ada Lund left on Monday. Her husband sold the mill.", "Her husband", "Ada Lund’s husband"),
    ("Veltra, whose head was fined, shut the mill.", "whose head", "Veltra’s head"),
    ("She was a professor whose job had been cut.", "whose job", "a professor’s job"),
    ('"My sister is wrong," said Mary Holt.', "My sister", "Mary Holt’s sister"),
    ("Ada Lund and Karl Holt left. Their lawyer sold the mill.", "Their lawyer", "Ada Lund and Karl Holt’s lawyer"),
    ("Ada Lund said 1,200 teachers and their pupils left.", "their pupils", "1,200 teachers’ pupils"),
    ("The nurses stayed at home while the storm damaged their clinic.", "their clinic", "The nurses’ clinic"),
    ("Jack Lund, the head of yRook, said on Monday that his firm fell.", "his firm", "Jack Lund’s firm"),
    ("They praised the Tarn Court itself and its calm.", "its calm", "Tarn Court’s calm"),
    (
        "The Tarn board met on Monday. A few of its members wept.",
        "A few of its members",
        "A few of The Tarn board’s members",
    ),
    ("The council fined firms whose pipes leaked oil.", "whose pipes", "firms’ pipes"),
]


@pytest.mark.parametrize(("text", "shown", "stands_for"), SHOWN)
def test_a_noun_behind_a_possessive_says_whose(extractor: Extractor, text: str, shown: str, stands_for: str) -> None:
    arguments = [a for c in extractor(text) for a in (c.subject, c.object) if a is not None]
    assert {a.resolved for a in arguments if a.text == shown} == {stands_for}


def test_what_the_subject_owns_is_its_own(extractor: Extractor) -> None:
    claims = extractor("Mr Lund resigned. Then Mr Lund sold his mill and praised his team.")
    assert [c.object.resolved for c in claims if c.object is not None and c.object.text.startswith("his")] == [None] * 2


def test_the_same_words_without_more_are_not_told(extractor: Extractor) -> None:
    claims = extractor("The dam failed a test in March. That test lasted an hour.")
    assert [c.subject.resolved for c in claims if c.subject.text == "That test"] == [None]


def test_an_owner_of_many_words_is_not_read_before_what_it_owns(extractor: Extractor) -> None:
    claims = extractor("The mayor of Lund left. His wife stayed.")
    assert [c.subject.resolved for c in claims if c.subject.text == "His wife"] == [None]


def test_a_source_behind_a_possessive_says_whose(extractor: Extractor) -> None:
    claims = extractor("Ada Lund was hurt on Monday. Her lawyer said the road was icy.")
    assert [step.resolved for c in claims for step in c.attribution] == ["Ada Lund’s lawyer"]


INSIDE = [
    ("Paul Holt fell. Ada Lund said he had left the dam.", "he had left the dam", "Paul Holt had left the dam"),
    (
        "Paul Holt was jailed. The court heard that his mill burned.",
        "that his mill burned",
        "that Paul Holt’s mill burned",
    ),
    ("Ada Lund left. The board saw no sign of her.", "no sign of her", "no sign of Ada Lund"),
]


@pytest.mark.parametrize(("text", "shown", "stands_for"), INSIDE)
def test_pronouns_inside_an_argument_are_told(extractor: Extractor, text: str, shown: str, stands_for: str) -> None:
    [argument] = [c.object for c in extractor(text) if c.object is not None and c.object.text == shown]
    assert argument.resolved == stands_for
    assert is_filled_with(shown, stands_for, [text[start:end] for start, end in argument.resolved_spans])
    assert is_filled(shown, stands_for)  # and so is no name to compare by


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund said she had sold her mill.",
        "Per Holt told Ada Lund that she had sold her mill.",
        "The board heard that Ada Lund had sold her mill.",
    ],
)
def test_what_the_words_tell_themselves_is_not_told_again(extractor: Extractor, text: str) -> None:
    objects = [
        c.object for c in extractor(text) if c.object is not None and c.relation.lemma in {"say", "tell", "hear"}
    ]
    assert [o.resolved for o in objects] == [None]


NAMED = [
    ("that he had left", "that Lund had left", "that he [Lund] had left"),
    (
        "he told her that it burned",
        "Lund told her that the mill burned",
        "he [Lund] told her that it [the mill] burned",
    ),
    ("a friend of her mother", "a friend of Lund’s mother", "a friend of her [Lund’s] mother"),
    ("that he had left", "that he had left", None),
    ("that he had left", "Lund", None),
    ("he", "Lund", None),
    ("his wife", "Lund’s wife", None),  # shown as "= Lund’s wife"
    ("the dam", "Lund", None),
]


@pytest.mark.parametrize(("text", "resolved", "shown"), NAMED)
def test_names_stand_behind_their_pronouns(text: str, resolved: str, shown: str | None) -> None:
    assert with_names(text, resolved) == shown


@pytest.mark.parametrize(
    ("text", "resolved", "head", "shown"),
    [
        ("Lund to leave the town", "Ada Lund", "Lund", "Lund [Ada Lund] to leave the town"),
        ("the TRS to read it", "Tarn Relief Service", "TRS", "the TRS [Tarn Relief Service] to read it"),
        ("himself in his cell", "Tom Reed", "himself", "himself [Tom Reed] in his cell"),
        ("her to run", "Ada Lund", "her", "her [Ada Lund] to run"),
        ("Lund", "Ada Lund", "Lund", None),
        ("a friend of Lund", "Ada Lund", "Lund", None),
        ("Lunds to leave", "Ada Lund", "Lund", None),
    ],
)
def test_a_name_stands_behind_the_head_that_it_is_of(text: str, resolved: str, head: str, shown: str | None) -> None:
    assert with_names(text, resolved, head) == shown


def test_only_names_may_fill_the_places_of_pronouns() -> None:
    assert is_filled_with("that he sold her mill", "that Lund sold Holt’s mill", ["Lund", "Holt"])
    assert not is_filled_with("that he sold her mill", "that Lund sold Holt’s mill", ["Lund"])
    assert not is_filled_with("that he sold her mill", "that Lund sold her mill", ["Lund", "Holt"])
    assert not is_filled_with("that he sold her mill", "that Lund burned her mill", ["Lund"])
    assert not is_filled_with("the dam", "Lund", ["Lund"])


def test_long_words_full_of_pronouns_are_read_at_once() -> None:
    text = "he saw it and " * 200
    assert with_names(text + "left", text.replace("he", "Lund") + "stayed") is None


def test_words_that_read_badly_are_left() -> None:
    assert filled("that he left", ["the mayor of the town"], [False]) is None
    assert filled("that he left", ["former minister"], [False]) is None
    assert filled("he", ["Lund"], [False]) is None


def test_nothing_is_owned_without_a_possessive() -> None:
    assert owned("The dam", "Lund") is None


def test_himself_is_the_subject_and_nobody_else(extractor: Extractor) -> None:
    claims = extractor("Paul Holt criticised Tom Lund for recusing himself.")
    assert [c.object.resolved for c in claims if c.object is not None and c.object.text == "himself"] == [None]


def test_himself_is_not_what_somebody_owns(extractor: Extractor) -> None:
    claims = extractor("Paul Holt denied it. His habit of shuffling along, muttering to himself, was an act.")
    assert [c.object.resolved for c in claims if c.object is not None and c.object.text == "himself"] == [None]


def test_only_names_that_are_read_have_their_places(extractor: Extractor) -> None:
    text = "Ada Lund fled, but police caught her. They searched her house, Paul Holt said. He said they cuffed her."
    for claim in extractor(text):
        for one in (claim.subject, claim.object):
            names = [text[start:end] for start, end in one.resolved_spans] if one is not None else []
            assert one is None or one.resolved is None or all(name in one.resolved for name in names)


def test_what_the_words_tell_by_another_name_is_not_told_again(extractor: Extractor) -> None:
    claims = extractor("The United States signed the pact. Berg said that Washington should leave its allies.")
    assert [c.object.resolved for c in claims if c.object is not None and c.relation.lemma == "say"] == [None]
