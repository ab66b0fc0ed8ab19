"""What each part of context costs, as a share of the parse, and each part of storing, as a share of `Store.add`.

    python -m benchmarks.context_cost [--folder FOLDER] [--rounds 5]

Each round parses the articles with a bare `nlp.pipe`, then makes claims of them and stores these, in turn. All is
processor time, which other work on the machine changes little, and medians of the rounds. A part's time is its own:
what it calls of another part counts there. The articles are those of seeds/, or the .txt files under --folder.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from benchmarks.ingest import texts
from db import contents
from db.copies import clusters
from db.entities import directory
from db.statements import maintenance
from db.store import RunInfo, Store
from extract import assembly, extractor, sentence_rules
from extract.attribution import attributions
from extract.attribution.reports import Reports
from extract.coreference.resolution import Coreference
from extract.extractor import Extractor, plain_article
from extract.factuality.commitment import Commitments
from extract.model import Article, Extraction
from extract.syntax.memory import Memory
from extract.timex.times import TimeReader

#: Where the parts are entered: a module or class, and the name that is called there.
Entry = tuple[ModuleType | type, str]

CONTEXT: dict[str, tuple[Entry, ...]] = {
    "who says it": (
        (assembly, "Attributions"),
        (attributions.Attributions, "of"),
        (Reports, "read"),
        (Reports, "keep"),
        (Reports, "all"),
        (assembly, "authorship"),
    ),
    "whether it is so": ((Commitments, "__init__"), (Commitments, "of")),
    "who is meant": ((Coreference, "__init__"), (Coreference, "resolve"), (Coreference, "at")),
    "when": ((assembly, "TimeReader"), (TimeReader, "read"), (assembly, "valid_time")),
    "where": ((assembly, "place"),),
    "how much": ((assembly, "quantities"), (assembly, "normal_form")),
}
OTHERS: dict[str, tuple[Entry, ...]] = {
    "blocks and quotations": ((Extractor, "_prepare"), (extractor, "_quotes")),
    "repairs": ((sentence_rules, "mend"),),
    "clauses": ((sentence_rules, "propose"),),
    "confidence": ((assembly, "weighed"), (assembly, "probability")),
    "the record": ((Extractor, "_assemble"),),
}
STORING: dict[str, tuple[Entry, ...]] = {
    "sketch": ((contents, "sketch"),),
    "copy_clusters": ((clusters, "enter"),),
    "entities": ((directory, "enter"), (directory, "count"), (contents, "settle_names")),
    "statements": ((maintenance, "add"),),
    "reviews": ((contents, "reattach"),),
    "confidence": ((contents, "numbers"), (contents, "packed")),
    "sentences and claims": ((contents, "_insert_sentences"),),
    "the article, and committing": ((Store, "add"),),
}


class Stopwatch:
    """Processor time of parts that call each other: each one's own, without what the clock itself takes."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._part = ""
        self._since = time.process_time()
        self._each = 0.0
        self._each = self._cost() / 2  # half of it falls on the part, half on what called it
        self.reset()

    def reset(self) -> None:
        self.seconds.clear()
        self._since = time.process_time()

    @contextmanager
    def watching(self, parts: dict[str, tuple[Entry, ...]]) -> Iterator[None]:
        with ExitStack() as stack:
            for part, entries in parts.items():
                for owner, name in entries:
                    stack.enter_context(patch.object(owner, name, self._timed(part, getattr(owner, name))))
            self.reset()
            yield

    def _timed(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            before = self._turn(part)
            try:
                return work(*arguments, **named)
            finally:
                self._turn(before)

        return call

    def _turn(self, part: str) -> str:
        before, now = self._part, time.process_time()
        self.seconds[before] += now - self._since - self._each
        self._part, self._since = part, now
        return before

    def _cost(self) -> float:
        """Seconds for entering and leaving a part."""
        took = []
        for work in (_nothing, self._timed("", _nothing)):
            began = time.process_time()
            for _ in range(_CALLS):
                work()
            took.append((time.process_time() - began) / _CALLS)
        return took[1] - took[0]


_CALLS = 50_000


def _nothing() -> None:
    pass


def parse(reader: Extractor, articles: Sequence[Article]) -> None:
    """A bare parse of the same paragraphs."""
    with reader.nlp.memory_zone():
        for doc in reader.nlp.pipe(line for a in articles for line in a.text.splitlines() if line.strip()):
            sum(1 for _ in doc.sents)


def store(folder: Path, extractions: Sequence[Extraction]) -> None:
    with Store.open(folder / "claims.db") as opened:
        opened.begin_run(RunInfo("0", "made up", "0"))
        for extraction in extractions:
            opened.add(extraction)


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds of a bare parse, of making claims as a whole and in parts, of storing in parts."""

    parse: float
    extract: float
    parts: defaultdict[str, float]
    stored: defaultdict[str, float]


def one_round(reader: Extractor, articles: Sequence[Article], watch: Stopwatch) -> Round:
    parsed = _seconds(lambda: parse(reader, articles))
    reader.memory = Memory()  # else what was parsed in the round before would be known
    found: list[Extraction] = []
    whole = _seconds(lambda: found.extend(reader.extract_all(articles)))
    with watch.watching({**CONTEXT, **OTHERS}):  # a second time: watching takes time as well
        deque(reader.extract_all(articles), maxlen=0)  # none is kept, as in a worker
    parts = watch.seconds.copy()
    with tempfile.TemporaryDirectory() as folder, watch.watching(STORING):
        store(Path(folder), found)
    return Round(parsed, whole, parts, watch.seconds.copy())


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def report(rounds: Sequence[Round], articles: int, claims: int) -> None:
    print(f"{articles} articles, {claims} claims; medians of {len(rounds)} rounds, processor time")
    print("\nshare of a bare parse")
    context = _shares(rounds, CONTEXT)
    print(f"{'all of context':<28}{context:>7.1%}  (target 15 %)\n")
    _shares(rounds, OTHERS)
    whole = statistics.median(r.parse / r.extract for r in rounds)
    print(f"{'a bare parse against extracting, parse and all':<48}{whole:>5.2f}\n")
    print("storing             ms an article   share")
    every = {part: statistics.median(r.stored[part] for r in rounds) for part in STORING}
    for part, seconds in every.items():
        print(f"{part:<28}{1000 * seconds / articles:>5.2f}{seconds / sum(every.values()):>8.0%}")
    print(f"{'all':<28}{1000 * sum(every.values()) / articles:>5.2f}")


def _shares(rounds: Sequence[Round], parts: Iterable[str]) -> float:
    """Prints the share of the parse that each of some parts takes; returns that of all of them."""
    for part in parts:
        print(f"{part:<28}{statistics.median(r.parts[part] / r.parse for r in rounds):>7.1%}")
    return statistics.median(sum(r.parts[part] for part in parts) / r.parse for r in rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    articles = [replace(plain_article(text), source=f"{n}.txt") for n, text in enumerate(texts(options.folder))]
    reader, watch = Extractor(), Stopwatch()
    claims = sum(len(e.claims) for e in reader.extract_all(articles))  # word lists are read, patterns compiled
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)  # as a worker does
    report([one_round(reader, articles, watch) for _ in range(options.rounds)], len(articles), claims)


if __name__ == "__main__":
    main()
