"""Scores factuality and attribution on this project's own gold: sentences and short articles in the manner of news."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from extract.attribution.attributions import Attributions
from extract.extractor import plain_article
from extract.factuality.commitment import Commitments
from extract.model import SILENT_KINDS, factuality
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree, Word
from extract.text.blocks import blocks
from extract.text.quotes import quoted_spans

if TYPE_CHECKING:
    from spacy.language import Language

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a predicate's value, mood and sources (outermost first, None for an impersonal one) should be.

    `nth` counts from 1 where a word occurs more than once in its text.
    """

    text: str
    word: str
    nth: int
    value: str
    mood: str
    sources: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Found:
    value: str
    mood: str
    sources: tuple[str | None, ...]


def expected(name: str) -> Iterator[Expected]:
    """The gold of `gold/NAME.jsonl`: a text a line, with its predicates."""
    with (GOLD / f"{name}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            for gold in row["predicates"]:
                sources = tuple(gold["sources"])
                yield Expected(row["text"], gold["word"], gold.get("nth", 1), gold["value"], gold["mood"], sources)


def digest(name: str) -> str:
    return sha256((GOLD / f"{name}.jsonl").read_bytes()).hexdigest()


class Reader:
    """Parses texts as articles, each once."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._known: dict[str, tuple[list[Tree], Attributions]] = {}

    def found(self, gold: Expected) -> Found:
        """What the rules say of a gold predicate. Raises LookupError where the word is not in the text."""
        trees, attributions = self.read(gold.text)
        tree, word = _find(trees, gold)
        commitment = Commitments(tree).of(word)
        steps = attributions.of(tree, word)
        return Found(
            factuality(commitment.polarity, commitment.modality).value,
            commitment.mood.value,
            tuple(step.source.text if step.source else None for step in steps),
        )

    def read(self, text: str) -> tuple[list[Tree], Attributions]:
        if text not in self._known:
            found = blocks(plain_article(text, clean_text=False))
            quotes = quoted_spans(text, [(b.start, b.end) for b in found])
            trees = parse(self._nlp, text, [b for b in found if b.kind not in SILENT_KINDS], quotes)
            for tree in trees:
                mend(tree)
            self._known[text] = (trees, Attributions(trees, text, quotes))
        return self._known[text]


def _find(trees: list[Tree], gold: Expected) -> tuple[Tree, Word]:
    places = [(tree, word) for tree in trees for word in tree.words if word.text == gold.word]
    if len(places) < gold.nth:
        raise LookupError(f"{gold.word!r} is not in {gold.text[:60]!r}")
    return places[gold.nth - 1]


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of predicates whose value, mood and chain of sources are right."""

    value: float
    mood: float
    sources: float
    errors: tuple[str, ...]


def score(reader: Reader, name: str) -> Score:
    rows = [(gold, reader.found(gold)) for gold in expected(name)]
    errors = tuple(
        f"{gold.word} {gold.value} {gold.mood} {gold.sources}, "
        f"not {got.value} {got.mood} {got.sources}: {gold.text[:80]}"
        for gold, got in rows
        if (gold.value, gold.mood, gold.sources) != (got.value, got.mood, got.sources)
    )
    return Score(
        sum(g.value == f.value for g, f in rows) / len(rows),
        sum(g.mood == f.mood for g, f in rows) / len(rows),
        sum(g.sources == f.sources for g, f in rows) / len(rows),
        errors,
    )
