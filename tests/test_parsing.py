"""From text to trees: typography must not change how a sentence is read, nor where its words lie."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract.model import Block, BlockKind
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree

CURLY = [
    "She really doesn’t own any fishing boats.",
    "They’re the party’s best hope, and it won’t last.",
    "The workers’ pay hasn’t risen since Veltra’s founder left.",
]


def tree(nlp: Language, text: str) -> Tree:
    (only,) = parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    return only


@pytest.mark.parametrize("text", CURLY)
def test_curly_apostrophes_are_read_as_straight_ones(nlp: Language, text: str) -> None:
    curly, straight = tree(nlp, text), tree(nlp, text.replace("’", "'"))
    assert [(w.tag, w.dep, w.head.i) for w in curly.words] == [(w.tag, w.dep, w.head.i) for w in straight.words]


@pytest.mark.parametrize("text", CURLY)
def test_words_keep_the_places_of_the_text_as_it_stands(nlp: Language, text: str) -> None:
    for word in tree(nlp, text).words:
        assert text[word.start : word.end].replace("’", "'") == word.text


def test_every_contracted_not_negates(nlp: Language) -> None:
    words = tree(nlp, "He doesn’t smoke and she wouldn’t dance.").words
    assert [w.dep for w in words if w.text == "n't"] == ["neg", "neg"]


@pytest.mark.parametrize(
    "text", ["Harbour spokesman Capt. Jan Holm said so.", "Gen. Otto Lenk and Sgt. Ida Roth left."]
)
def test_a_rank_ends_no_sentence(nlp: Language, text: str) -> None:
    assert tree(nlp, text).end == len(text)


def test_no_sentence_begins_in_lower_case_after_an_abbreviation(nlp: Language) -> None:
    text = "We wish Veltra Inc. all the best."
    assert tree(nlp, text).end == len(text)
