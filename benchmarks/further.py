"""What one further article costs in a large database, against an empty one.

    python -m benchmarks.further --db big.db [--articles 20] [--dense]

`benchmarks.browsing` says how to make a large database. The articles are stored one by one, in turn in a copy of it and
in a new database, and printed is what each took: seconds of processor time, the median and the longest. The first
three are left out: they fill what SQLite keeps in memory. Most of what the articles tell is told once, as in news. With
`--dense` they tell what thousands of claims of `benchmarks.madeup` tell.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import madeup, statements
from db.contents import Contents
from db.store import RunInfo, Store
from extract.model import Extraction

#: Articles that come before those that count.
_WARM = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--dense", action="store_true")
    options = parser.parse_args()
    found = list((dense if options.dense else rare)(options.articles + _WARM))
    with tempfile.TemporaryDirectory() as place:
        large = Path(place) / "large.db"
        shutil.copy(options.db, large)
        taken = [stored(found, path) for path in (large, Path(place) / "empty.db")]
    for name, times in zip(("large database", "empty database"), taken, strict=True):
        print(f"{name}: median {1000 * statistics.median(times):.1f} ms, longest {1000 * max(times):.1f} ms an article")
    print(f"large / empty {statistics.median(taken[0]) / statistics.median(taken[1]):.2f}")


def dense(count: int) -> Iterator[Extraction]:
    chance = random.Random(23)
    return (madeup.extraction(700_000 + number, chance) for number in range(count))


def rare(count: int) -> Iterator[Extraction]:
    chance = random.Random(23)
    return (statements.extraction(700_000 + number, chance) for number in range(count))


def stored(found: Iterable[Extraction], path: Path) -> list[float]:
    """Seconds of processor time for each, without the first."""
    times = []
    with Store.open(path) as store:
        store.begin_run(RunInfo("0", "made up", "0"))
        for one in found:
            contents = Contents.of(one)
            began = time.process_time()
            store.add_all([contents])
            times.append(time.process_time() - began)
    return times[_WARM:]


if __name__ == "__main__":
    main()
