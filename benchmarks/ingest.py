"""Times `extract ingest` against a bare spaCy parse of the same text, in one run.

    python benchmarks/ingest.py [--words 60000] [--rounds 3] [--folder FOLDER]

Each round parses the text with a bare `nlp.pipe` (the same pipeline, the same paragraphs, sentence
boundaries read, nothing kept), parses it in two processes at once, ingests it with one worker and ingests it with
two, in turn. Ratios of the
medians are printed: machines differ and are noisy, ratios hold. The text is that of seeds/ (or of the .txt
files under --folder), repeated with running numbers in each paragraph, so that no two are the same: what
comes again is parsed once. Repeated articles are copies of one text all the same; a --folder with texts enough
is nearer to what people have.

Times are by the clock, and in brackets of the processor, of all processes together. Workers stand back for other
programs: on a machine that has other work, start all with `nice -n 19`, or the parse is favoured.
`benchmarks/stages.py` shows where the time goes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from extract.syntax.models import load  # noqa: E402


def texts(folder: Path | None) -> list[str]:
    """The texts to repeat: paragraphs of English articles."""
    if folder:
        return [p.read_text(encoding="utf-8") for p in sorted(folder.glob("**/*.txt"))]
    from extract.extractor import Extractor  # noqa: F401 - the readers need no model, but the import is timed nowhere
    from extract.readers import ReadHints, read

    found = []
    for path in sorted((ROOT / "seeds").iterdir()):
        try:
            article = read(path.name, path.read_bytes(), ReadHints())
        except Exception:  # the broken seed
            continue
        if article.language in (None, "en"):
            found.append(article.text)
    return found


def write_corpus(folder: Path, words: int, sources: list[str]) -> int:
    """Writes articles of about `words` words in all; returns how many words they hold."""
    total = 0
    for number, text in enumerate(cycle(sources)):
        if total >= words:
            return total
        lines = [line for line in text.splitlines() if line.strip()]
        told = (
            "\n\n".join(f"{line} ({number}.{at})" for at, line in enumerate(lines)) if number >= len(sources) else text
        )
        body = f"Report {number} of the day.\n\n{told}\n"
        (folder / f"{number:05}.txt").write_text(body, encoding="utf-8")
        total += len(body.split())
    return total


def paragraphs(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        yield from (line for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor."""

    clock: float
    processor: float


def bare(folder: Path) -> Taken:
    """What a bare parse takes, the model's loading left out."""
    nlp = load()
    lines = list(paragraphs(folder))
    start, processor = time.perf_counter(), time.process_time()
    with nlp.memory_zone():
        for doc in nlp.pipe(lines):
            sum(1 for _ in doc.sents)
    return Taken(time.perf_counter() - start, time.process_time() - processor)


def two_bare(folder: Path) -> Taken:
    """What two bare parses of all of it take in two processes at once: as much as the machine's cores give together."""
    context = multiprocessing.get_context("spawn")
    ready, told = context.Barrier(2), context.SimpleQueue()
    both = [context.Process(target=_tell_bare, args=(folder, ready, told)) for _ in range(2)]
    for one in both:
        one.start()
    taken = [Taken(*told.get()) for _ in both]
    for one in both:
        one.join()
    return Taken(max(t.clock for t in taken), sum(t.processor for t in taken))


def _tell_bare(folder: Path, ready: Barrier, told: SimpleQueue[tuple[float, float]]) -> None:
    load()
    ready.wait()
    taken = bare(folder)
    told.put((taken.clock, taken.processor))


def ingest(folder: Path, workers: int) -> Taken:
    """What the command takes as a user runs it, start and model's loading included."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "extract", "ingest", str(folder), "--db", f"{place}/claims.db"]
        start, processor = time.perf_counter(), _of_children()
        subprocess.run([*command, "--workers", str(workers), "--quiet"], check=True, cwd=ROOT)
        return Taken(time.perf_counter() - start, _of_children() - processor)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start_up(folder: Path) -> Taken:
    """What a run takes over one tiny article: what starting and loading cost, whatever the corpus."""
    tiny = folder.parent / "tiny"
    tiny.mkdir(exist_ok=True)
    (tiny / "one.txt").write_text("It rained.\n", encoding="utf-8")
    return ingest(tiny, 1)


def rounds(steps: dict[str, Callable[[], Taken]], count: int) -> dict[str, list[Taken]]:
    taken: dict[str, list[Taken]] = {name: [] for name in steps}
    for _ in range(count):
        for name, step in steps.items():
            taken[name].append(step())
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "corpus"
        folder.mkdir()
        words = write_corpus(folder, options.words, texts(options.folder))
        steps: dict[str, Callable[[], Taken]] = {
            "start-up": lambda: start_up(folder),
            "bare parse": lambda: bare(folder),
            "two bare parses": lambda: two_bare(folder),
            "ingest, 1 worker": lambda: ingest(folder, 1),
            "ingest, 2 workers": lambda: ingest(folder, 2),
        }
        report(words, rounds(steps, options.rounds))


def report(words: int, taken: dict[str, list[Taken]]) -> None:
    """Prints words a second and the two ratios; start-up is taken off, since a bare parse has none here."""
    middle = {
        name: Taken(statistics.median(t.clock for t in values), statistics.median(t.processor for t in values))
        for name, values in taken.items()
    }
    start = middle.pop("start-up")
    print(f"{words:,} words; start-up and loading {start.clock:.1f} s [{start.processor:.1f} s] (taken off below)")
    own = {
        name: t if "bare" in name else Taken(t.clock - start.clock, t.processor - start.processor)
        for name, t in middle.items()
    }
    for name, t in own.items():
        times = 2 if name == "two bare parses" else 1
        print(f"{name:18} {times * words / t.clock:8,.0f} words/s  {t.clock:6.1f} s [{t.processor:.1f} s]")
    parse, one, two = own["bare parse"], own["ingest, 1 worker"], own["ingest, 2 workers"]
    print(f"one worker / bare parse   {parse.clock / one.clock:.2f}  (target 0.90)")
    print(f"two workers / one worker  {one.clock / two.clock:.2f}  (target 1.80)")
    both = 2 * parse.clock / own["two bare parses"].clock
    print(f"two bare parses / one     {both:.2f}  (what two cores give together)")


if __name__ == "__main__":
    main()
