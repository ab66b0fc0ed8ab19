"""Lemmas of verbs' forms that the model shortens by an "e" too many."""

from __future__ import annotations

import pytest

from extract.syntax.verbs import lemma_of


@pytest.mark.parametrize(
    ("form", "lemma", "found"),
    [
        ("hoped", "hop", "hope"),
        ("hoping", "hop", "hope"),
        ("hopes", "hop", "hope"),
        ("rated", "rat", "rate"),
        ("hopped", "hop", "hop"),
        ("hops", "hop", "hop"),
        ("planned", "plan", "plan"),
        ("added", "add", "add"),
        ("fixed", "fix", "fix"),
        ("visited", "visit", "visit"),
        ("buses", "bus", "bus"),
        ("played", "play", "play"),
    ],
)
def test_a_short_verb_doubles_its_last_letter(form: str, lemma: str, found: str) -> None:
    assert lemma_of(form, lemma) == found
