"""What only looks like a name, or like a longer one, because it is written with capitals."""

from __future__ import annotations

import pytest

from extract.english.capitals import Capitals
from extract.english.propernames import EntityType

TEXT = "Lind (R) put a cover on the harbour. Anna Lind, the Minority Leader, praised Joon Park."
TYPES = {
    "Anna Lind": EntityType.PERSON,
    "Anna Lind Pleads Guilty": EntityType.PERSON,
    "Resist Lind": EntityType.ORGANISATION,
    "Joon Park": EntityType.PLACE,
    "Halden Steel": EntityType.ORGANISATION,
    "Halden Steel Backs": EntityType.ORGANISATION,
}
NO_TYPE = ("R", "D-Tarn", "Cover", "Minority Leader", "Though", "cloud", "Vilmara", "Cover Stories")
TYPES |= dict.fromkeys(NO_TYPE, EntityType.OTHER)


@pytest.mark.parametrize("name", ["R", "D-Tarn", "Cover", "Minority Leader", "Though", "cloud"])
def test_capitals_alone_make_no_name(name: str) -> None:
    assert Capitals(TEXT, TYPES).is_nobody(name)


@pytest.mark.parametrize("name", ["Anna Lind", "Joon Park", "Vilmara", "Cover Stories", "Halden Steel"])
def test_what_the_article_says_otherwise_is_a_name(name: str) -> None:
    assert not Capitals(TEXT, TYPES).is_nobody(name)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Anna Lind Pleads Guilty", "Anna Lind"),
        ("Resist Lind", "Anna Lind"),
        ("Lind Wins Again", "Anna Lind"),
        ("Anna Lind", "Anna Lind"),
        ("Halden Steel Backs", "Halden Steel Backs"),
        ("Grant Lind", "Grant Lind"),
    ],
)
def test_a_headline_says_more_than_the_name(name: str, whole: str) -> None:
    assert Capitals(TEXT, TYPES).without_headline(name) == whole
