"""The laws on text as it comes: sentences, spans, dates and order, on articles that are damaged, dated or not."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from db.check import check
from db.store import RunInfo, Store
from extract.extractor import Extractor, plain_article
from extract.model import Article, Extraction
from extract.readers import read
from tests.fuzz.articles import prove, rounds

RUN = RunInfo("1.0", "model", "3.8.0")
#: What once gave sentences that overlap, spans out of order or outside of their sentence, or text that none holds.
TEXTS = {
    "no space after a quotation": 'He said the dam was safe."The ministry denied it," she said.',
    "no space before a quotation": "He said the dam was safe.“The ministry denied it,” she said.",
    "a mark between footnote and word": 'The dam was "safe."[37] Engineers inspected it."[38]The ministry did not.',
    "marks in a row": 'He called it "safe.""We left," she said."\'"The dam held.',
    "half of which": "The farmer lost 100 sheep, half of which drowned.",
    "each of whom": "The Academy consists of 40 members, each of whom is elected for life by the others.",
    "details of which": "The plan, details of which were leaked on Sunday, would close 14 hospitals.",
    "a numbered list": "The ministry has a plan.\n\n1. The dam is closed.\n2. Engineers left.\n3. 🙂\n4. All left.",
    "a numbered list in brackets": "1) The dam is closed.\n2) Engineers inspect the wall.",
    "no space after a score": "The council voted and the measure failed, 5-4.@a",
    "no space before a score": "The measure failed, @5-4 and Sudria won 3-1.x",
    "numbers in circles": "❶ The dam is closed. ❷ Engineers inspect the wall ❸",
}


def stored(path: Path, extractions: list[Extraction]) -> list[str]:
    """What `check` finds in a database of these."""
    with Store.open(path) as store:
        store.begin_run(RUN)
        for extraction in extractions:
            store.add(extraction)
        store.finish_run()
    return [f"{problem.law}: {problem.where}: {problem.what}" for problem in check(path)]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_odd_typography_breaks_no_law(tmp_path: Path, extractor: Extractor, text: str) -> None:
    extraction = extractor.extract(plain_article(text))
    assert extraction.claims
    assert stored(tmp_path / "claims.db", [extraction]) == []


def test_a_mark_between_two_sentences_belongs_to_one(extractor: Extractor) -> None:
    for text, first in (
        ('"We will win."She left the room.', '"We will win."'),
        ("The dam was safe.“The ministry denied it,” he said.", "The dam was safe."),
    ):
        sentences = extractor.extract(plain_article(text)).sentences
        assert [text[s.start : s.end] for s in sentences] == [first, text[len(first) :]]


def test_a_part_is_told_with_its_whole_in_text_order(extractor: Extractor) -> None:
    [subject] = [c.subject.text for c in extractor(TEXTS["half of which"]) if c.relation.text == "drowned"]
    assert subject == "100 sheep, half of which"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_an_article_without_a_date_leaves_the_days_of_others(
    tmp_path: Path, extractor: Extractor, order: tuple[int, ...]
) -> None:
    made = [
        replace(plain_article("Alpina bought Dorf Bank." + " It rained." * n, published), source=f"{n}.txt")
        for n, published in enumerate((None, "2024-03-12", "2024-03-10"))
    ]
    path = tmp_path / "claims.db"
    assert stored(path, [extractor.extract(made[n]) for n in order]) == []
    with Store.open(path) as store:
        query = "SELECT first_seen, last_seen, articles FROM statements WHERE subject = 'Alpina'"
        assert store.connection.execute(query).fetchall() == [("2024-03-10", "2024-03-12", 3)]


def test_damaged_articles_break_no_law_in_any_order(extractor: Extractor) -> None:
    """The beginning of what `python -m tests.fuzz.articles` goes on with."""
    wrong = [problem for _, problems in rounds(extractor, seed=20240312, many=3) for problem in problems]
    assert wrong == []


def _some(shared: Path) -> Iterator[Article]:
    """Articles of each kind, dated and not."""
    for pattern in ("news/*.txt", "tracking/dev/*/*.txt", "context/dev/*/docs/*.txt", "pages/html/*.gz"):
        for path in Random(pattern).sample(sorted(shared.glob(pattern)), 4):
            raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            yield read(str(path).removesuffix(".gz"), raw)


def test_real_articles_break_no_law_in_any_order(tmp_path: Path, extractor: Extractor, shared: Path) -> None:
    assert prove(extractor, list(_some(shared)), tmp_path, Random(1)) == []
