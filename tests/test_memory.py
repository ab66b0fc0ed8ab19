"""Blocks that come again are parsed once, and nothing but time shows it."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.extractor import Extractor, plain_article
from extract.model import Article, Extraction
from extract.syntax.memory import Annotation, Memory, Parsed, Usage

WIRE = (
    "The ferry Alma left Vessna at dawn. Its captain, Ada Lind, had asked for a second engineer.",
    '"We were told to wait," she said on Tuesday, but the harbour office denied that.',
    "Two tugs will search the strait if the wind drops.",
)
OWN = "Our correspondent in Ostrand adds that 14 passengers were from the town."


def articles() -> list[Article]:
    """A report and copies of it: cut, reordered, with a paragraph of their own."""
    texts = [WIRE, WIRE[:2], (WIRE[1], OWN, WIRE[0]), (OWN,), WIRE]
    return [plain_article("\n\n".join(each), "2024-05-02") for each in texts]


@pytest.fixture(scope="module")
def forgetful() -> list[Extraction]:
    """What is found with nothing remembered from one article to the next."""
    extractor = Extractor()
    found = []
    for each in articles():
        extractor.memory = Memory(0)
        found.append(extractor.extract(each))
    return found


def test_articles_are_the_same_with_and_without_memory(forgetful: Sequence[Extraction]) -> None:
    extractor = Extractor()
    assert list(extractor.extract_all(articles())) == forgetful, "in one stream"
    assert [extractor.extract(each) for each in articles()] == forgetful, "from memory alone"
    shuffled = list(zip(articles(), forgetful, strict=True))
    random.Random(4).shuffle(shuffled)
    assert [extractor.extract(each) for each, _ in shuffled] == [found for _, found in shuffled], "in another order"


def test_each_block_is_parsed_once(forgetful: Sequence[Extraction], monkeypatch: pytest.MonkeyPatch) -> None:
    extractor = Extractor()
    parsed: list[str] = []
    annotate = extractor._annotate

    def noted(docs: Sequence[Doc]) -> list[Annotation]:
        parsed.extend(doc.text for doc in docs)
        return annotate(docs)

    monkeypatch.setattr(extractor, "_annotate", noted)
    list(extractor.extract_all(articles()))
    list(extractor.extract_all(articles()))
    assert len(parsed) == len({*WIRE, OWN})
    asked = 2 * sum(len(each.blocks) for each in forgetful)
    assert extractor.memory.usage == Usage(asked, asked - len(parsed))


def test_what_is_forgotten_on_the_way_is_parsed_again(forgetful: Sequence[Extraction]) -> None:
    """Room for a block or two: the third copy of the first block comes when it is no longer there."""
    extractor = Extractor(memory=Memory(1500))
    assert list(extractor.extract_all(articles())) == forgetful
    assert list(extractor.extract_all(articles())) == forgetful


def sentences(words: Sequence[str]) -> list[Parsed]:
    return [(tuple((w, w, "X", "FW", "dep", "", 0) for w in words), tuple((n, n + 1) for n in range(len(words))))]


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=4), max_size=12))
def test_what_is_recalled_is_what_was_kept(kept: list[list[str]]) -> None:
    memory = Memory()
    for words in kept:
        memory.keep(" ".join(words), sentences(words))
    last = {" ".join(words): words for words in kept}
    assert {text: memory.recall(text) for text in last} == {text: sentences(words) for text, words in last.items()}


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    memory = Memory(400)
    for text in ("one", "two"):
        memory.keep(text, sentences([text]))
    while memory.recall("one") and memory.holds("two"):
        text = f"more {memory.usage.asked}"
        memory.keep(text, sentences([text]))
    assert memory.holds("one")
    assert not memory.holds("two")


def test_a_block_larger_than_the_room_is_not_kept() -> None:
    memory = Memory(100)
    memory.keep("small", sentences(["a"]))
    memory.keep("large", sentences(["word"] * 500))
    assert not memory.holds("large")
    assert memory.holds("small")
