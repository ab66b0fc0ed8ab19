"""The characters that a pattern's matches begin with, against `re` itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.timex.beginnings import beginnings

_PIECES = st.recursive(
    st.sampled_from(["a", "b", "c", "[ab]", "[cd]"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda found: f"(?:{'|'.join(found)})"),
        inner.map(lambda piece: f"(?:{piece})?"),
        inner.map(lambda piece: f"(?:{piece})*"),
        inner.map(lambda piece: f"(?!{piece})"),
    ),
    max_leaves=8,
)


@given(_PIECES, st.text("abcd", min_size=1, max_size=5))
def test_every_match_begins_with_one_of_them(pattern: str, text: str) -> None:
    pattern += "d"  # so that it cannot match nothing
    if re.match(pattern, text):
        assert text[0] in beginnings(pattern)


def test_no_more_than_can_begin_it() -> None:
    assert beginnings("(?:a|[bc])?d*(?!x)e") == set("abcde")
    assert beginnings("(?:ab|c)d") == set("ac")


def test_a_pattern_that_may_match_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        beginnings("(?:a|b)?")
