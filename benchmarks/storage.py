"""Times storing, exporting and checking a large database of made-up claims, in CPU seconds.

    python -m benchmarks.storage [--claims 100000]

Printed beside each is how many claims a second that is; storing and `state` are also given an article.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.madeup import CLAIMS_AN_ARTICLE, extractions
from db.check import check
from db.export import Dialect, export_csv, export_jsonl
from db.store import RunInfo, State, Store
from extract.model import Extraction

RUN = RunInfo("0", "made up", "0")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "big.db", options.claims)


def measure(path: Path, claims: int) -> None:
    articles = claims // CLAIMS_AN_ARTICLE
    out = path.with_suffix(".out")
    made = list(extractions(articles))
    timed("store", claims, lambda: store(path, made), articles)
    print(f"{'':<16}{path.stat().st_size / claims:>10.0f} bytes a claim")
    timed("look all up", claims, lambda: look_up(path, made), articles)
    timed("CSV for people", claims, lambda: export_csv(path, out, dialect=Dialect.PEOPLE, version="0"))
    timed("CSV for machines", claims, lambda: export_csv(path, out, dialect=Dialect.MACHINE, version="0"))
    timed("JSON lines", claims, lambda: export_jsonl(path, out, version="0"))
    timed("check", claims, lambda: check(path))


def timed(name: str, claims: int, work: Callable[[], object], articles: int | None = None) -> None:
    began = time.process_time()
    work()
    took = time.process_time() - began
    each = f"{1000 * took / articles:>10.2f} ms an article" if articles else ""
    print(f"{name:<16}{took:>10.2f} s{claims / took:>12,.0f} claims a second{each}")


def store(path: Path, made: list[Extraction]) -> None:
    with Store.open(path) as opened:
        opened.begin_run(RUN)
        for extraction in made:
            opened.add(extraction)
        opened.finish_run()


def look_up(path: Path, made: list[Extraction]) -> None:
    with Store.open(path) as opened:
        for extraction in made:
            known = opened.state(extraction.article.source, extraction.article.raw_hash)
            assert known is State.UNCHANGED


if __name__ == "__main__":
    main()
