"""What holds for time expressions of any words at all, also nonsense."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.measures.quantities import normal_form, quantities
from extract.model import BlockKind
from extract.syntax.tree import Tree, Word
from extract.timex.lexicon import words
from extract.timex.times import TimeExpression, TimeReader

_FIGURES = [
    "1",
    "2",
    "05",
    "12",
    "29",
    "31",
    "40",
    "99",
    "1998",
    "2024",
    "0800",
    "10:35",
    "1990s",
    "3,000",
    "5/14/2017",
]
_GLUE = [
    "the",
    "of",
    "in",
    "on",
    "a",
    "and",
    "to",
    "-",
    ",",
    "'s",
    "a.m.",
    "GMT",
    "ago",
    "end",
    "half",
    "until",
    "$",
    "%",
]
_TOKENS = st.sampled_from(sorted(words()) + _FIGURES * 8 + _GLUE * 8)
_PUBLISHED = st.sampled_from([None, "2019", "2019-03", "2019-03-14", "2024-02-29", "0001-01-01", "9999-12-31", "soon"])


def tree_of(tokens: list[str]) -> Tree:
    """A flat sentence: every word hangs on the first."""
    at, made = 0, []
    for i, token in enumerate(tokens):
        made.append(Word(i, token, token, "NOUN", "NN", "dep", "", at, at + len(token)))
        at += len(token) + 1
    for word in made[1:]:
        word.attach(made[0], "dep")
    return Tree(made, 0, 0, BlockKind.PARAGRAPH, 0, at, " ".join(tokens))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.lists(_TOKENS, min_size=1, max_size=12), min_size=1, max_size=3), _PUBLISHED)
def test_any_words_give_ordered_expressions_with_ordered_days(
    sentences: list[list[str]], published: str | None
) -> None:
    reader = TimeReader(published)
    for tokens in sentences:
        tree = tree_of(tokens)
        found = reader.read(tree)
        assert all(a.end <= b.start for a, b in pairwise(found))
        for expression in found:
            _holds(expression, tree)


def _holds(expression: TimeExpression, tree: Tree) -> None:
    assert expression.value
    assert 0 <= expression.start < expression.end <= len(tree.source)
    assert expression.head in expression.words
    if expression.relative:
        assert expression.earliest is None
        assert expression.latest is None
    if expression.earliest is not None and expression.latest is not None:
        assert expression.earliest <= expression.latest


@settings(max_examples=400, deadline=None)
@given(st.lists(_TOKENS, min_size=1, max_size=12))
def test_any_words_give_quantities_whose_text_is_in_the_text(tokens: list[str]) -> None:
    tree = tree_of(tokens)
    for found in quantities(tree.words, tree.source):
        assert found.low is not None or found.high is not None
        assert found.low is None or found.high is None or found.low <= found.high
        assert " ".join(tree.source[a:b] for a, b in found.spans) == found.text
        assert normal_form(found)
