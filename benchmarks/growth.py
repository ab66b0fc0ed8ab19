"""What `extract merge` takes for an article as the database grows.

    python -m benchmarks.growth [--articles 10000] [--batch 512] [--all-indexes]

Made-up articles of 30 claims (`benchmarks.statements`) are stored as the merge stores them. Printed on the way: seconds
of processor time and kilobytes read and written for an article (Linux), since the line before. Beside it, what a fixed
piece of work takes meanwhile, for on a busy machine everything takes longer. At the end: making the indexes that wait,
bytes a claim, memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from pathlib import Path

from benchmarks.statements import RUN, extraction
from db.connection import writer
from db.contents import Contents
from db.merging import BATCH
from db.store import Store
from extract.workers import collect_rarely

_STEPS = (
    512,
    1_024,
    2_048,
    3_072,
    4_096,
    5_120,
    6_144,
    8_192,
    10_240,
    20_480,
    33_280,
    40_960,
    81_920,
    163_840,
    332_800,
)
#: What the merge keeps of a database in memory by default, in bytes.
_CACHE = 333_000_000


def measure(path: Path, articles: int, batch: int, every_index: bool) -> None:
    chance, done, spent, fixed = random.Random(7), 0, 0.0, 0.0
    stored = since = 0
    before = _io()
    print(f"{'articles':>9}{'ms an article':>15}{'fixed work':>12}{'kB read':>9}{'kB written':>12}")
    with Store.open(path) as store:
        store.cache(_CACHE)
        if not every_index:
            store.expect(articles)
        store.begin_run(RUN)
        while done < articles:
            found = [Contents.of(extraction(done + n, chance)) for n in range(min(batch, articles - done))]
            began = time.process_time()
            store.add_all(found)
            spent += time.process_time() - began
            fixed += _fixed()
            stored += 1
            done += len(found)
            if done in _STEPS or done == articles:
                now = _io()
                count = done - since
                read, written = ((end - start) / count / 1000 for start, end in zip(before, now, strict=True))
                times = f"{1000 * spent / count:>15.2f}{1000 * fixed / stored:>12.1f}"
                print(f"{done:>9,}{times}{read:>9.0f}{written:>12.0f}", flush=True)
                before, since, spent, fixed, stored = now, done, 0.0, 0.0, 0
        store.finish_run()
        (claims,) = store.connection.execute("SELECT COUNT(*) FROM claims").fetchone()
    began = time.process_time()
    writer(path).close()
    print(f"making indexes {time.process_time() - began:.1f} s, {path.stat().st_size / claims:,.0f} bytes a claim")
    print(f"{claims:,} claims, memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _fixed() -> float:
    """Seconds of processor time of the same work each time."""
    began = time.process_time()
    sorted(str(n * 7919 % 100_003) for n in range(100_000))
    return time.process_time() - began


def _io() -> tuple[int, int]:
    """Bytes that this process has read and written."""
    try:
        lines = Path("/proc/self/io").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0, 0
    counts = dict(line.split(": ") for line in lines)
    return int(counts["rchar"]), int(counts["wchar"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=BATCH, help="articles in a transaction")
    parser.add_argument("--all-indexes", action="store_true", help="keep every index up to date on the way")
    options = parser.parse_args()
    collect_rarely()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "claims.db", options.articles, options.batch, options.all_indexes)


if __name__ == "__main__":
    main()
