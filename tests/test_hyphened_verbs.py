"""Verbs with a prefix and a hyphen are verbs like others; no repair makes a sentence hang on itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.model import BlockKind
from extract.repairs.torn import hyphenated
from extract.syntax.tree import NotATreeError, Tree, Word
from tests.test_clauses import claims

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCES = [
    ("She was re-elected in May.", ["She | was re-elected | - <time: in May>"]),
    ("She was not re-elected.", ["She | was not re-elected | -"]),
    ("He co-founded the firm in 1990.", ["He | co-founded | the firm <time: in 1990>"]),
    ("They co-wrote the song.", ["They | co-wrote | the song"]),
    ("The mill was co-owned by Lund.", ["The mill | was co-owned by | Lund"]),
    ("The bank un-froze the funds on Monday.", ["The bank | un-froze | the funds <time: on Monday>"]),
    ("Lund pre-approved the loan.", ["Lund | pre-approved | the loan"]),
    ('The board "re-opened" the mine.', ["The board | re-opened | the mine"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_verb_with_a_prefix_is_a_verb(nlp: Language, sentence: str, expected: list[str]) -> None:
    assert claims(nlp, sentence) == expected


def word(i: int, text: str, pos: str, tag: str) -> Word:
    return Word(i, text, text, pos, tag, "ROOT", "", 10 * i, 10 * i + len(text))


def test_a_verb_whose_prefix_hangs_on_the_hyphen_takes_the_hyphens_place() -> None:
    """The songs, which she co-wrote: the parser takes the hyphen for a second noun, and hangs the prefix on it."""
    songs, co, hyphen, wrote = (
        word(0, "songs", "NOUN", "NNS"),
        word(1, "co", "VERB", "VB"),
        word(2, "-", "VERB", "VBD"),
        word(3, "wrote", "VERB", "VBD"),
    )
    hyphen.attach(songs, "conj")
    wrote.attach(songs, "advcl")
    co.attach(hyphen, "relcl")
    hyphenated(co, hyphen, wrote)
    assert [w.text for w in songs.subtree()] == ["songs", "co", "-", "wrote"]


def test_no_word_hangs_on_itself_or_below() -> None:
    first, second, third = word(0, "a", "NOUN", "NN"), word(1, "b", "NOUN", "NN"), word(2, "c", "NOUN", "NN")
    second.attach(first, "conj")
    third.attach(second, "conj")
    for head in (first, second, third):
        with pytest.raises(NotATreeError):
            first.attach(head, "conj")
    assert [w.text for w in first.subtree()] == ["a", "b", "c"]
    assert first.is_root


def test_a_verb_takes_its_words_from_a_noun() -> None:
    """ "Veltra to close mill in May": the parser hangs all of it on the noun."""
    firm, to, close, mill = (
        word(0, "Veltra", "PROPN", "NNP"),
        word(1, "to", "PART", "TO"),
        word(2, "close", "ADJ", "JJ"),
        word(3, "mill", "NOUN", "NN"),
    )
    mill.hang(compound=firm, amod=close)
    mill.adopt([to], "dep")
    close.lead("VB")
    close.adopt(w for w in mill.left if w is not firm)
    close.hang(nsubj=firm, dobj=mill)
    assert (close.is_root, close.tag, close.pos) == (True, "VB", "VERB")
    assert [(w.text, w.dep) for w in close.children] == [("Veltra", "nsubj"), ("to", "dep"), ("mill", "dobj")]
    assert not mill.left


def test_what_is_below_a_word_follows_what_is_moved() -> None:
    words = [Word(i, text, text, "NOUN", "NN", "dep", "", i, i + 1) for i, text in enumerate("abcd")]
    a, b, c, d = words
    for word, head in ((b, a), (c, b), (d, c)):
        word.attach(head, "dep")

    def below() -> list[str]:
        return ["".join(w.text for w in word.subtree()) for word in words]

    tree = Tree(words, 0, 0, BlockKind.PARAGRAPH, 0, 4, "abcd")
    assert below() == ["abcd", "bcd", "cd", "d"]
    before = tree.state()
    d.attach(a, "dep")
    assert below() == ["abcd", "bc", "c", "d"]
    b.lead()
    assert below() == ["ad", "bc", "c", "d"]
    b.subtree().clear()  # a list of whoever asks
    assert below() == ["ad", "bc", "c", "d"]
    tree.restore(before)
    assert below() == ["abcd", "bcd", "cd", "d"]
