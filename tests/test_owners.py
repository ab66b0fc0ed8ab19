"""Whose something is that a possessive opens."""

from __future__ import annotations

import pytest

from extract import Extractor
from extract.english.owners import owned

SHOWN = [
    ("Ada Lund left on Monday. Her husband sold the mill.", "Her husband", "Ada Lund’s husband"),
    ("Veltra, whose head was fined, shut the mill.", "whose head", "Veltra’s head"),
    ("She was a professor whose job had been cut.", "whose job", "a professor’s job"),
    ('"My sister is wrong," said Mary Holt.', "My sister", "Mary Holt’s sister"),
    ("The council fined firms whose pipes leaked oil.", "whose pipes", "firms’ pipes"),
]


@pytest.mark.parametrize(("text", "shown", "stands_for"), SHOWN)
def test_a_noun_behind_a_possessive_says_whose(extractor: Extractor, text: str, shown: str, stands_for: str) -> None:
    arguments = [a for c in extractor(text) for a in (c.subject, c.object) if a is not None]
    assert {a.resolved for a in arguments if a.text == shown} == {stands_for}


def test_what_the_subject_owns_is_its_own(extractor: Extractor) -> None:
    claims = extractor("Mr Lund resigned. Then Mr Lund sold his mill and praised his team.")
    assert [c.object.resolved for c in claims if c.object is not None and c.object.text.startswith("his")] == [None] * 2


def test_an_owner_of_many_words_is_not_read_before_what_it_owns(extractor: Extractor) -> None:
    claims = extractor("The mayor of Lund left. His wife stayed.")
    assert [c.subject.resolved for c in claims if c.subject.text == "His wife"] == [None]


def test_a_source_behind_a_possessive_says_whose(extractor: Extractor) -> None:
    claims = extractor("Ada Lund was hurt on Monday. Her lawyer said the road was icy.")
    assert [step.resolved for c in claims for step in c.attribution] == ["Ada Lund’s lawyer"]


def test_nothing_is_owned_without_a_possessive() -> None:
    assert owned("The dam", "Lund") is None


def test_himself_is_the_subject_and_nobody_else(extractor: Extractor) -> None:
    claims = extractor("Paul Holt criticised Tom Lund for recusing himself.")
    assert [c.object.resolved for c in claims if c.object is not None and c.object.text == "himself"] == [None]
