"""What holds for time expressions of any words at all, also nonsense."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.measures.quantities import normal_form, quantities
from extract.model import BlockKind, ValidTime
from extract.syntax.tree import Tree, Word
from extract.timex.lexicon import words
from extract.timex.times import TimeExpression, TimeReader, valid_time

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
    assert tree.source[expression.start : expression.end] == " ".join(w.text for w in expression.words)
    if expression.relative:
        assert expression.earliest is None
        assert expression.latest is None
    if expression.earliest is not None and expression.latest is not None:
        assert expression.earliest <= expression.latest


_TAGS = st.sampled_from(
    ["NN", "NNS", "NNP", "VBD", "VBZ", "VBN", "VBG", "VB", "MD", "IN", "TO", "CD", "JJ", "RB", "DT"]
)
_DEPS = st.sampled_from([
    "nsubj", "dobj", "pobj", "prep", "npadvmod", "advmod", "aux", "auxpass", "relcl", "advcl", "acl", "xcomp", "ccomp",
    "conj", "compound", "amod", "nummod", "poss", "attr", "mark", "dep",
])  # fmt: skip
_POS = {"N": "NOUN", "V": "VERB", "M": "AUX", "I": "ADP", "T": "PART", "C": "NUM", "J": "ADJ", "R": "ADV", "D": "DET"}


@st.composite
def parsed(draw: st.DrawFn) -> Tree:
    """Any words under any labels: word n hangs on one before it, or on one after it if that one hangs on none."""
    tokens = draw(st.lists(_TOKENS, min_size=1, max_size=10))
    at, words = 0, []
    for i, token in enumerate(tokens):
        tag = draw(_TAGS)
        words.append(Word(i, token, token, _POS[tag[0]], tag, "dep", "", at, at + len(token)))
        at += len(token) + 1
    root = draw(st.integers(0, len(words) - 1))
    order = [words[root], *(w for w in words if w.i != root)]
    for n, word in enumerate(order[1:], start=1):
        word.attach(order[draw(st.integers(0, n - 1))], draw(_DEPS))
    words[root].dep = "ROOT"
    return Tree(words, 0, 0, BlockKind.PARAGRAPH, 0, at, " ".join(tokens))


@settings(max_examples=400, deadline=None)
@given(st.lists(parsed(), min_size=1, max_size=3), _PUBLISHED)
def test_any_sentences_date_their_verbs_with_ordered_days_and_words_of_their_own(
    trees: list[Tree], published: str | None
) -> None:
    reader = TimeReader(published)
    for tree in trees:
        found = reader.read(tree)
        for expression in found:
            _holds(expression, tree)
        for word in tree.words:
            _dates_in_order(valid_time(found, word, tree), tree)


def _dates_in_order(valid: ValidTime | None, tree: Tree) -> None:
    if valid is None:
        return
    assert valid.text in tree.source
    if valid.earliest is not None and valid.latest is not None:
        assert valid.earliest <= valid.latest
    if valid.relative:
        assert valid.value


@settings(max_examples=400, deadline=None)
@given(st.lists(_TOKENS, min_size=1, max_size=12))
def test_any_words_give_quantities_whose_text_is_in_the_text(tokens: list[str]) -> None:
    tree = tree_of(tokens)
    for found in quantities(tree.words, tree.source):
        assert found.low is not None or found.high is not None
        assert found.low is None or found.high is None or found.low <= found.high
        assert " ".join(tree.source[a:b] for a, b in found.spans) == found.text
        assert normal_form(found)
