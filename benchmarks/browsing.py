"""Times every page and JSON answer of the browser over a large database of made-up claims that people worked with.

    python -m benchmarks.browsing [--claims 100000] [--db big.db] [--rounds 10] [--only WORD] [--afresh]

The database is served as the command does, in a process of its own. Each page is asked for so many times; printed are
the first answer after the start, and median and 95th percentile of the others. Pages whose 95th percentile is over
150 ms, and searches over 200 ms, are marked, and then the command fails. `--afresh` starts the server anew before each
page, so that every first answer is that of a server that has answered nothing. A database that is already there is used
as it is (it has to have the claims, reviews and names that the pages are about); `--only` times the pages whose name
holds a word.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.addresses import addresses
from benchmarks.lived_in import live_in
from benchmarks.madeup import make
from benchmarks.served import serving

#: The 95th percentile of no page, and of no search, may be longer (milliseconds).
MOST, MOST_OF_SEARCH = 150, 200


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of a page, and its size in bytes."""

    first: float
    later: list[float]
    size: int

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.later, n=20, method="inclusive")[-1] if len(self.later) > 1 else self.later[0]

    def is_slow(self, page: str) -> bool:
        return self.p95 > (MOST_OF_SEARCH if page.startswith("search") else MOST)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--only", default="")
    parser.add_argument("--afresh", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.db"
        if options.db:
            shutil.copy(options.db, path)
        else:
            make(path, options.claims)
            live_in(path)
        sys.exit(measure(path, options.only, options.rounds, options.afresh))


def measure(path: Path, only: str, rounds: int, afresh: bool) -> int:
    """Prints the table; the number of pages that are too slow."""
    print(f"{'page':<40}{'first ms':>9}{'median':>8}{'p95':>7}{'kB':>7}")
    slow, found = 0, []
    for name, times in (_each_afresh if afresh else _one_by_one)(path, only, rounds):
        row = f"{name:<40}{times.first:>9.0f}{statistics.median(times.later):>8.0f}{times.p95:>7.0f}"
        print(f"{row}{times.size / 1000:>7.0f}{'  <-- over' if times.is_slow(name) else ''}", flush=True)
        slow += times.is_slow(name)
        found.append(times.p95)
    if found:
        print(f"p95 of {len(found)} pages: median {statistics.median(found):.0f} ms, slowest {max(found):.0f} ms")
    print(f"{slow} pages over {MOST} ms (searches: {MOST_OF_SEARCH} ms)")
    return slow


def _one_by_one(path: Path, only: str, rounds: int) -> Iterator[tuple[str, Times]]:
    pages = _pages(path, only)
    with serving(path) as url, httpx.Client(base_url=url, timeout=60) as client:
        for name, page in pages.items():
            yield name, _timed(client, page, rounds)


def _each_afresh(path: Path, only: str, rounds: int) -> Iterator[tuple[str, Times]]:
    for name, page in _pages(path, only).items():
        with serving(path) as url, httpx.Client(base_url=url, timeout=60) as client:
            yield name, _timed(client, page, rounds)


def _pages(path: Path, only: str) -> dict[str, str]:
    with serving(path) as url, httpx.Client(base_url=url, timeout=60) as client:
        found = addresses(path, lambda page: client.get(page).text)
    return {name: page for name, page in found.items() if only in name}


def _timed(client: httpx.Client, page: str, rounds: int) -> Times:
    taken, size = [], 0
    *before, page = page.split(" ")
    for other in before:
        client.get(other)
    for _ in range(rounds + 1):
        began = time.perf_counter()
        answer = client.get(page)
        taken.append(1000 * (time.perf_counter() - began))
        size = len(answer.content)
        if answer.status_code not in (200, 302):
            raise SystemExit(f"{page} answered {answer.status_code}: {answer.text[:200]}")
    return Times(taken[0], taken[1:], size)


if __name__ == "__main__":
    main()
