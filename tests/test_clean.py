"""The canonical text: what goes, what stays, and that it is canonical once and for all."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.clean import clean, removed

#: Any code point, lone surrogates among them, with the troublesome ones often.
CHARACTERS = st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from("\r\n\x00\x0b\x0c\x1c\x85\u2028\u2029\ufeff\u200b\u00ad\u202e\ud800\u0301\u0323e\u00a0“”"),
)
TEXT = st.text(CHARACTERS, max_size=80)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam\r\nburst.\rIt rained.", "The dam\nburst.\nIt rained."),
        ("one\x0btwo\x0cthree\x85four\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("NUL\x00 and bell\x07", "NUL and bell"),
        ("\ufeffThe council", "The council"),
        ("the \u202emayor\u202c said", "the mayor said"),
        ("co\u00adope\u200brate", "cooperate"),
        ("half a pair \ud83d here", "half a pair  here"),
        ("hidden\U000e0041\U000e0042 words", "hidden words"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_what_readers_cannot_see_goes(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“We were warned,” the mayor’s aide said – twice…",
        "10\u00a0000 crowns",
        "tab\tstays",
        "👩\u200d🚒 family",
        "نمی\u200cدانم",
        "« Nous n’avons pas attendu »",
        "\n\n  indented, with empty lines \n\n",
    ],
)
def test_what_readers_see_stays(text: str) -> None:
    assert clean(text) == text


@given(TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXT)
def test_clean_text_can_be_stored_and_split_at_newlines_alone(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "\x00" not in cleaned
    assert cleaned.splitlines() == cleaned.removesuffix("\n").split("\n") or not cleaned


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.just("\n"), max_size=80))
def test_plain_ascii_is_canonical_already(text: str) -> None:
    assert clean(text) == text
    assert removed(text) == ()


def test_what_was_taken_out_is_told() -> None:
    assert removed("a\x00\x07b\u202ec\ud800") == (
        "took out 1 lone surrogate",
        "took out 2 control characters",
        "took out 1 direction control",
    )


def test_a_million_accents_on_one_letter_take_no_quadratic_time() -> None:
    started = time.process_time()
    assert len(clean("a" + "\u0301\u0323" * 500_000)) < 40
    assert time.process_time() - started < 5
