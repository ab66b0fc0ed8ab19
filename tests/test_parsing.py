"""From text to trees: typography must not change how a sentence is read, nor where its words lie."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from extract.extractor import Extractor, plain_article
from extract.model import Block, BlockKind, slice_spans
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree

CURLY = [
    "She really doesn’t own any fishing boats.",
    "They’re the party’s best hope, and it won’t last.",
    "The workers’ pay hasn’t risen since Veltra’s founder left.",
]


@cache
def _extractor() -> Extractor:
    return Extractor()


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


def test_no_sentence_begins_in_a_nickname(nlp: Language) -> None:
    text = 'Mob boss Viktor "The Knee" Lenz, the feared man who avoided jail for decades, died Monday, officials said.'
    assert tree(nlp, text).end == len(text)


def test_no_sentence_begins_in_lower_case_after_an_abbreviation(nlp: Language) -> None:
    text = "We wish Veltra Inc. all the best."
    assert tree(nlp, text).end == len(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway 🇳🇴 won the race in Ostrand.", ("Norway", "won", "the race in Ostrand")),
        ("🇳🇴 Norway beat Sweden 🇸🇪 by two goals.", ("Norway", "beat", "Sweden")),
        ("The mayor 👩‍💼 opened the bridge 🌉 on Monday.", ("The mayor", "opened", "the bridge")),
        ("Zoe praised the crew 👩🏽‍🚒 for its work ❤️.", ("Zoe", "praised", "the crew")),
        ("The crew opened the old 🏛️ museum.", ("The crew", "opened", "the old 🏛️ museum")),
    ],
)
def test_pictures_are_no_words(text: str, told: tuple[str, str, str]) -> None:
    (one,) = _extractor()(text)
    assert (one.subject.text, one.relation.text, one.object and one.object.text) == told
    for part in (one.subject, one.relation, *([one.object] if one.object else []), *one.qualifiers):
        assert slice_spans(text, part.spans) == part.text
    assert all(q.text.isascii() for q in one.qualifiers)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We saw it before.@ada_lund left.", ["We saw it before.", "@ada_lund left."]),
        ("The mill was sold .It was old .", ["The mill was sold .", "It was old ."]),
        ("She shared it.#mill", ["She shared it.", "#mill"]),
    ],
)
def test_a_stop_without_a_space_ends_a_sentence(nlp: Language, text: str, sentences: list[str]) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    assert [tree.text.strip() for tree in parse(nlp, text, blocks)] == sentences


@pytest.mark.parametrize("text", ["🚢🚢", '""', "❤️", "“”\n\n🇳🇴"])
def test_a_text_without_words_has_no_claims(text: str) -> None:
    assert list(_extractor()(text)) == []


NO_WORDS = {
    "hyphens": "-" * 210,
    "hyphens with spaces": "- " * 210,
    "underscores": "_" * 210,
    "an address": "https://port.example/?q=" + "a1b2&c3=" * 200,
    "encoded data": "QWxwaW5h/3o+" * 300,
}


@pytest.mark.parametrize("run", NO_WORDS.values(), ids=NO_WORDS)
def test_what_is_no_words_leaves_the_sentences_around_it(run: str) -> None:
    text = f"The dam failed on Monday. {run.strip()} The ministry denied that it was old."
    extraction = _extractor().extract(plain_article(text))
    assert [(s.outcome.value, text[s.start : s.end]) for s in extraction.sentences] == [
        ("claims", "The dam failed on Monday."),
        ("not prose", run.strip()),
        ("claims", "The ministry denied that it was old."),
    ]


def test_what_is_no_words_is_no_part_of_a_claim() -> None:
    text = f"Berg denied that the report {'QWxwaW5h' * 200} was old."
    claims = _extractor()(text)
    assert [c.object.text for c in claims if c.object] == ["that the report was old", "old"]
