"""Where the time of `extract ingest` goes: seconds of processor time for each stage, in one process.

    python benchmarks/stages.py [--folder FOLDER]

The articles (those of seeds/, or the .txt files under --folder) are parsed by spaCy's own code, component by component,
then ingested by the same steps as a worker and the process that stores take. A stage's time is its own, without that of
the stages inside it. The first article is read twice, so that what is loaded only once does not count.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pickle
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from db.contents import Contents  # noqa: E402
from db.store import RunInfo, Store  # noqa: E402
from extract.errors import ReadError  # noqa: E402
from extract.extractor import Extractor  # noqa: E402
from extract.model import Article, Extraction  # noqa: E402
from extract.readers import ReadHints, read  # noqa: E402
from extract.readers.sidecar import described  # noqa: E402
from extract.syntax.models import load  # noqa: E402
from extract.workers import collect_rarely  # noqa: E402

#: So many articles are stored together: those of up to four tasks of a worker.
TASK = 20
#: Stage, module, function: in the order of the table.
STAGES = (
    ("blocks, quotations, outcomes", "extract.extractor", "Extractor._prepare"),
    ("tokens", "extract.syntax.parsing", "_prepare"),
    ("networks of words in context", "extract.syntax.network", "Encoder.__call__"),
    ("tagger, parser, rows", "extract.syntax.pipeline", "Pipeline.__call__"),
    ("parts of speech, lemmas", "extract.syntax.word_forms", "WordForms.read"),
    ("named entities", "extract.syntax.entity_tags", "EntityTags.__call__"),
    ("trees of words", "extract.syntax.parsing", "words_of"),
    ("repairs", "extract.sentence_rules", "mend"),
    ("claims", "extract.sentence_rules", "propose"),
    ("sources, coreference", "extract.sentence_rules", "Assembler"),
    ("phrases of claims", "extract.assembly", "read_claim"),
    ("times", "extract.timex.times", "TimeReader.read"),
    ("confidence", "extract.assembly", "weighed"),
    ("context, assembly", "extract.extractor", "apply_rules"),
    ("bearers of names", "extract.extractor", "link"),
    ("extraction, the rest", "extract.extractor", "Extractor.extract_all"),
    ("rows for the database", "db.contents", "Contents.of"),
    ("names", "db.entities.directory", "enter"),
    ("names", "db.contents", "settle_names"),
    ("inserting, search index", "db.contents", "write"),
    ("copies", "db.copies.clusters", "enter"),
    ("events", "db.events.joining", "enter"),
    ("statements", "db.statements.maintenance", "add"),
    ("transactions", "db.store", "Store.add_all"),
)


class Clock:
    """Adds up what stages take, each without those that it calls."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inside: list[float] = []

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def measured(*given: Any, **named: Any) -> Any:
            self._inside.append(0.0)
            start = time.process_time()
            try:
                return function(*given, **named)
            finally:
                taken = time.process_time() - start
                self.seconds[stage] += taken - self._inside.pop()
                if self._inside:
                    self._inside[-1] += taken

        return measured

    def watch(self, stage: str, module: str, name: str) -> None:
        *parts, last = name.split(".")
        owner: Any = importlib.import_module(module)
        for part in parts:
            owner = getattr(owner, part)
        function = getattr(owner, last)
        if isinstance(function, type):  # a class: what making one takes
            function.__init__ = self.timed(stage, function.__init__)  # type: ignore[misc]
        else:
            setattr(owner, last, self.timed(stage, function))


def articles(folder: Path, clock: Clock) -> list[Article]:
    found = []
    reader = clock.timed("reading", read)
    for path in sorted(folder.glob("*.txt")):
        try:
            found.append(reader(path.name, path.read_bytes(), described(ReadHints(), str(path))))
        except ReadError:  # the broken seed
            continue
    return found


def bare(texts: list[str]) -> Counter[str]:
    """Seconds of each component of spaCy's own code."""
    nlp = load()
    clock = Clock()
    with nlp.memory_zone():
        docs = clock.timed("tokenizer", lambda: list(nlp.tokenizer.pipe(texts)))()
        for name, pipe in nlp.pipeline:
            docs = clock.timed(name, lambda pipe=pipe, docs=docs: list(pipe.pipe(docs, batch_size=256)))()
    return clock.seconds


def ingest(extractor: Extractor, found: list[Article], clock: Clock) -> None:
    extract = clock.timed("extraction, the rest", lambda: list(extractor.extract_all(found)))
    results: list[Extraction] = extract()
    transport = clock.timed("transport between processes", lambda result: pickle.loads(pickle.dumps(result)))
    sent = [transport(Contents.of(result)) for result in results]
    with tempfile.TemporaryDirectory() as place, Store.open(Path(place) / "claims.db") as store:
        store.begin_run(RunInfo("0", "model", "0"))
        for start in range(0, len(sent), TASK):
            store.add_all(sent[start : start + TASK])
        store.finish_run()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ROOT / "seeds")
    options = parser.parse_args()
    clock = Clock()
    articles(options.folder, clock)
    clock.seconds.clear()
    found = articles(options.folder, clock)
    paragraphs = [line for article in found for line in article.text.splitlines() if line.strip()]
    components = bare(paragraphs)
    extractor = Extractor()
    extractor.extract(found[0])
    collect_rarely()
    for stage, module, name in STAGES:
        if name != "Extractor.extract_all":  # a generator: `ingest` measures it
            clock.watch(stage, module, name)
    ingest(extractor, found, clock)
    tokens = sum(len(text.split()) for text in paragraphs)
    print(f"{len(found)} articles, {tokens:,} words\n")
    report("spaCy's own code", components, list(components), components.total())
    order = ["reading", *dict.fromkeys(stage for stage, _, _ in STAGES)]
    order.insert(order.index("rows for the database") + 1, "transport between processes")
    report("extract ingest", clock.seconds, order, components.total())
    split = order.index("transport between processes")
    half = clock.seconds[order[split]] / 2
    worker = half + sum(clock.seconds[stage] for stage in order[:split])
    storing = half + sum(clock.seconds[stage] for stage in order[split + 1 :])
    print(f"a worker {worker:.2f} s, the process that stores {storing:.2f} s, half of the transport in each")
    print(f"bare parse / worker {components.total() / worker:.2f}")
    print(f"two workers / one, on two cores, at best {min(2.0, 2 * worker / (worker + storing)):.2f}")


def report(title: str, seconds: Counter[str], order: list[str], whole: float) -> None:
    print(f"{title:32} {'seconds':>8} {'of a bare parse':>16}")
    for stage in order:
        print(f"{stage:32} {seconds[stage]:8.2f} {seconds[stage] / whole:16.1%}")
    print(f"{'in all':32} {seconds.total():8.2f} {seconds.total() / whole:16.1%}\n")


if __name__ == "__main__":
    main()
