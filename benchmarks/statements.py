"""What statements cost when one more article comes, in databases of growing size.

    python -m benchmarks.statements [--articles 100000] [--filler 30]

Made-up articles of 30 claims about made-up firms and people: most are told of once, some again and again, as in
news. Printed on the way: CPU time an article for statements, for events and paraphrases, and for the rest of storing
it without entities and copy clusters (which `benchmarks.copy_clusters` and others time), over the 200 articles before.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from db import contents
from db.events import joining
from db.statements import maintenance
from db.store import RunInfo, Store
from extract.model import (
    Argument,
    Article,
    Block,
    BlockKind,
    Claim,
    ClauseType,
    Extraction,
    Mention,
    Outcome,
    Polarity,
    Relation,
    Sentence,
)
from tests.records import read_words

P = ParamSpec("P")
T = TypeVar("T")
RUN = RunInfo("0", "made up", "0")
CLAIMS = 30
WINDOW = 200
_SYLLABLES = (
    *("bar", "den", "fol", "gri", "hal", "jor", "kem", "lun", "mar", "nos"),
    *("pel", "rin", "sol", "tav", "ver", "wim", "zan", "quo", "ost", "ird"),
)
_VERBS = ("bought", "sued", "visited", "praised", "rejected", "approved", "closed", "opened", "owns", "supports")
_LEMMAS = ("buy", "sue", "visit", "praise", "reject", "approve", "close", "open", "own", "support")


def name(number: int) -> str:
    """The name of this number, of two words."""
    words = []
    for shift in (0, 1):
        n = (number * 7919 + shift * 104729) % 8000
        words.append("".join(_SYLLABLES[(n // 20**k) % 20] for k in range(3)).capitalize())
    return f"{words[0]} {words[1]}{number}"


def extraction(number: int, chance: random.Random, size: int = CLAIMS) -> Extraction:
    """An article whose claims are about names drawn so that few are frequent and most are rare."""
    lines, claims, mentions, at = [], [], [], 0
    for sentence in range(size):
        subject, thing = name(_rank(chance)), name(_rank(chance))
        verb = chance.randrange(len(_VERBS))
        denied = chance.random() < 0.1
        line = f"{subject} {'never ' if denied else ''}{_VERBS[verb]} {thing}."
        claims.append(_claim(sentence, at, line, subject, thing, _LEMMAS[verb], denied))
        end = at + len(line) - 1
        mentions.append(Mention(at, at + len(subject), subject, "name", "ORG"))
        mentions.append(Mention(end - len(thing), end, thing, "name", "ORG"))
        lines.append(line)
        at += len(line) + 1
    text = "\n".join(lines)
    return _article(number, text, tuple(claims), tuple(mentions), chance)


def _rank(chance: random.Random) -> int:
    """A name's number: Zipf-like, so that the hundred most frequent make up a tenth or so."""
    return int(10 ** (1 + chance.random() * 5))


def _claim(sentence: int, at: int, line: str, subject: str, thing: str, lemma: str, denied: bool) -> Claim:
    end = at + len(line) - 1
    verb = (at + len(subject) + 1, end - len(thing) - 1)
    left, right = (at, at + len(subject)), (end - len(thing), end)
    words = line[verb[0] - at : verb[1] - at]
    return Claim(
        sentence, 0, Argument.plain(subject, (left,), "ORG"), Relation(words, (verb,), lemma),
        Argument.plain(thing, (right,), "ORG"), (), ClauseType.SVO, "clause", verb,
        polarity=Polarity.NEGATIVE if denied else Polarity.POSITIVE, tense="past",
    )  # fmt: skip


def _article(
    number: int, text: str, claims: tuple[Claim, ...], mentions: tuple[Mention, ...], chance: random.Random
) -> Extraction:
    own = sha256(text.encode()).hexdigest()
    published = (date(2015, 1, 1) + timedelta(days=chance.randrange(3650))).isoformat()
    outlet = f"Paper {chance.randrange(40)}"
    article = Article(f"{number}.txt", text, own, own, "text/plain", "made up", outlet=outlet, published=published)
    blocks, sentences, at = [], [], 0
    for place, line in enumerate(text.split("\n")):
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        sentences.append(Sentence(place, at, at + len(line), BlockKind.PARAGRAPH, Outcome.CLAIMS))
        at += len(line) + 1
    return read_words(Extraction(article, tuple(blocks), tuple(sentences), claims, mentions, len(text.split())))


class Clock:
    """CPU time spent in statements, in events, and in the rest of storing, since it was last set back."""

    def __init__(self) -> None:
        self.spent = {"statements": 0.0, "events": 0.0}
        self.rest = 0.0

    def timed(self, what: str, work: Callable[P, T]) -> Callable[P, T]:
        def call(*arguments: P.args, **named: P.kwargs) -> T:
            began = time.process_time()
            try:
                return work(*arguments, **named)
            finally:
                self.spent[what] += time.process_time() - began

        return call

    @property
    def linking(self) -> float:
        return sum(self.spent.values())


def measure(path: Path, articles: int, filler: int) -> None:
    chance, clock = random.Random(7), Clock()
    with (
        patch.object(contents.statements, "add", clock.timed("statements", maintenance.add)),
        patch.object(contents.events, "enter", clock.timed("events", joining.enter)),
        patch.object(contents.clusters, "enter", lambda _, article, *__: [article]),
        Store.open(path) as store,
    ):
        store.connection.execute("PRAGMA synchronous = OFF")
        store.begin_run(RUN)
        print(f"{'articles':>9}{'statements':>12}{'events':>9}{'the rest':>10}   ms an article", flush=True)
        for number in range(1, articles + 1):
            measured = any(step - WINDOW < number <= step for step in _STEPS)
            _step(store, extraction(number, chance, CLAIMS if measured else filler), number, clock)


_STEPS = frozenset({1_000, 3_000, 5_000, 10_000, 30_000, 100_000, 300_000})


def _step(store: Store, made: Extraction, number: int, clock: Clock) -> None:
    if number + WINDOW in _STEPS:
        clock.spent, clock.rest = dict.fromkeys(clock.spent, 0.0), 0.0
    began, before = time.process_time(), clock.linking
    store.add(made)
    clock.rest += time.process_time() - began - (clock.linking - before)
    if number in _STEPS:
        counts = ", ".join(
            f"{store.connection.execute(f'SELECT COUNT(*) FROM {table}').fetchone()[0]} {table}"
            for table in ("statements", "contradictions", "changes")
        )
        times = [1000 * spent / WINDOW for spent in (*clock.spent.values(), clock.rest)]
        print(f"{number:>9}{times[0]:>12.2f}{times[1]:>9.2f}{times[2]:>10.2f}   {counts}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--filler", type=int, default=CLAIMS, help="claims of the articles that are not timed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "big.db", options.articles, options.filler)


if __name__ == "__main__":
    main()
