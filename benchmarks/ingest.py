"""Times `extract ingest` against a bare spaCy parse of the same text, in one run.

    python benchmarks/ingest.py [--words 60000] [--rounds 3] [--folder FOLDER]

Each round parses the text with a bare `nlp.pipe` (the same pipeline, the same paragraphs, sentence
boundaries read, nothing kept), ingests it with one worker and ingests it with two, in turn. Ratios of the
medians are printed: machines differ and are noisy, ratios hold. The text is that of seeds/ (or of the .txt
files under --folder), repeated with running numbers in each paragraph, so that no two are the same: what
comes again is parsed once. Repeated articles are copies of one text all the same; a --folder with texts enough
is nearer to what people have.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
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


def bare(folder: Path) -> float:
    """Seconds that a bare parse takes in a process of its own, the model's loading left out."""
    nlp = load()
    lines = list(paragraphs(folder))
    start = time.perf_counter()
    with nlp.memory_zone():
        for doc in nlp.pipe(lines):
            sum(1 for _ in doc.sents)
    return time.perf_counter() - start


def ingest(folder: Path, workers: int) -> float:
    """Seconds that the command takes as a user runs it, start and model's loading included."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "extract", "ingest", str(folder), "--db", f"{place}/claims.db"]
        start = time.perf_counter()
        subprocess.run([*command, "--workers", str(workers), "--quiet"], check=True, cwd=ROOT)
        return time.perf_counter() - start


def start_up(folder: Path) -> float:
    """Seconds for a run over one tiny article: what starting and loading cost, whatever the corpus."""
    tiny = folder.parent / "tiny"
    tiny.mkdir(exist_ok=True)
    (tiny / "one.txt").write_text("It rained.\n", encoding="utf-8")
    return ingest(tiny, 1)


def rounds(steps: dict[str, Callable[[], float]], count: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in steps}
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
        steps: dict[str, Callable[[], float]] = {
            "start-up": lambda: start_up(folder),
            "bare parse": lambda: bare(folder),
            "ingest, 1 worker": lambda: ingest(folder, 1),
            "ingest, 2 workers": lambda: ingest(folder, 2),
        }
        report(words, rounds(steps, options.rounds))


def report(words: int, taken: dict[str, list[float]]) -> None:
    """Prints words a second and the two ratios; start-up is taken off, since a bare parse has none here."""
    middle = {name: statistics.median(values) for name, values in taken.items()}
    start = middle.pop("start-up")
    parse = middle.pop("bare parse")
    print(f"{words:,} words; start-up and loading {start:.1f} s (taken off below)")
    print(f"{'bare parse':18} {words / parse:8,.0f} words/s")
    for name, seconds in middle.items():
        print(f"{name:18} {words / (seconds - start):8,.0f} words/s")
    one, two = (middle[f"ingest, {n}"] - start for n in ("1 worker", "2 workers"))
    print(f"one worker / bare parse   {parse / one:.2f}  (target 0.80)")
    print(f"two workers / one worker  {one / two:.2f}  (target 1.60)")


if __name__ == "__main__":
    main()
