"""Times every page and JSON answer of the browser over a large database of made-up claims that people worked with.

    python -m benchmarks.browsing [--claims 100000] [--db big.db] [--rounds 10] [--only WORD] [--afresh]

The database is served as the command does, in a process of its own. Each page is asked for so many times; printed are
the first answer after the start, median and 95th percentile of the others, and how much processor time the server took
for one on average, which a busy machine leaves as it is. Pages whose 95th percentile is over 150 ms (from 500,000
claims on 300 ms), and searches over 200 ms (300 ms), are marked, and then the command fails. `--cpu` marks by processor
time. The database is one of 34,000 claims several times over (`benchmarks.multiplied`). `--afresh`
starts the server anew before each page, so that every first answer is that of a server that has answered nothing. A
database that is already there is used as it is (it has to have the claims, reviews and names that the pages are about);
`--only` times the pages whose name holds a word.
"""

from __future__ import annotations

import argparse
import os
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
from benchmarks.lived_in import LONG, NEW_NAMES, live_in
from benchmarks.madeup import make
from benchmarks.multiplied import multiply
from benchmarks.served import started
from db.connection import snapshot

#: The 95th percentile of no page, and of no search, may be longer (milliseconds), and of none of a large database.
MOST, MOST_OF_SEARCH, MOST_OF_LARGE = 150, 200, 300
#: Claims that are made one by one, those that people's work adds to them, and claims of a large database.
BASE, ADDED, LARGE = 20_000, NEW_NAMES + LONG, 500_000


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of a page, processor time of the server among them, and its size in bytes."""

    first: float
    later: list[float]
    size: int
    cpu: float
    status: int

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.later, n=20, method="inclusive")[-1] if len(self.later) > 1 else self.later[0]

    def is_slow(self, most: float, by_cpu: bool) -> bool:
        return self.status not in (200, 302) or (self.cpu if by_cpu else self.p95) > most


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--only", default="")
    parser.add_argument("--afresh", action="store_true")
    parser.add_argument("--cpu", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.db"
        if options.db:
            shutil.copy(options.db, path)
        else:
            build(path, options.claims)
        sys.exit(min(measure(path, options.only, options.rounds, options.afresh, options.cpu), 1))


def build(path: Path, claims: int) -> None:
    """A database of about so many claims that people worked with."""
    times = round(claims / (BASE + ADDED))
    make(path, BASE if times > 1 else claims)
    live_in(path)
    if times > 1:
        multiply(path, times)


def measure(path: Path, only: str, rounds: int, afresh: bool, by_cpu: bool) -> int:
    """Prints the table; the number of pages that are too slow."""
    with snapshot(path) as connection:
        is_large = connection.execute("SELECT COUNT(*) FROM claims").fetchone()[0] >= LARGE
    most, of_search = (MOST_OF_LARGE, MOST_OF_LARGE) if is_large else (MOST, MOST_OF_SEARCH)
    print(f"{'page':<40}{'first ms':>9}{'median':>8}{'p95':>7}{'cpu':>7}{'kB':>7}")
    slow, found = 0, []
    for name, times in (_each_afresh if afresh else _one_by_one)(path, only, rounds):
        over = times.is_slow(of_search if name.startswith("search") else most, by_cpu)
        row = f"{name:<40}{times.first:>9.0f}{statistics.median(times.later):>8.0f}{times.p95:>7.0f}{times.cpu:>7.0f}"
        marks = f"{'  <-- over' if over else ''}{f' ({times.status})' if times.status > 302 else ''}"
        print(f"{row}{times.size / 1000:>7.0f}{marks}", flush=True)
        slow += over
        found.append(times.cpu if by_cpu else times.p95)
    if found:
        kind = "processor time" if by_cpu else "p95"
        print(f"{kind} of {len(found)} pages: median {statistics.median(found):.0f} ms, slowest {max(found):.0f} ms")
    print(f"{slow} pages over {most} ms (searches: {of_search} ms)")
    return slow


def _one_by_one(path: Path, only: str, rounds: int) -> Iterator[tuple[str, Times]]:
    with started(path) as (url, server), httpx.Client(base_url=url, timeout=60) as client:
        for name, page in _pages(path, client, only).items():
            yield name, _timed(client, page, rounds, server.pid)


def _each_afresh(path: Path, only: str, rounds: int) -> Iterator[tuple[str, Times]]:
    with started(path) as (url, _), httpx.Client(base_url=url, timeout=60) as client:
        pages = _pages(path, client, only)
    for name, page in pages.items():
        with started(path) as (url, server), httpx.Client(base_url=url, timeout=60) as client:
            yield name, _timed(client, page, rounds, server.pid)


def _pages(path: Path, client: httpx.Client, only: str) -> dict[str, str]:
    found = addresses(path, lambda page: client.get(page).text)
    return {name: page for name, page in found.items() if only in name}


def _cpu(pid: int) -> float:
    """Milliseconds of processor time that a process took; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _timed(client: httpx.Client, page: str, rounds: int, pid: int) -> Times:
    taken, size, before_later, status = [], 0, 0.0, 200
    *before, page = page.split(" ")
    for other in before:
        client.get(other)
    for _ in range(rounds + 1):
        began = time.perf_counter()
        answer = client.get(page)
        taken.append(1000 * (time.perf_counter() - began))
        size = len(answer.content)
        if len(taken) == 1:
            before_later = _cpu(pid)
        status = max(status, answer.status_code)
    return Times(taken[0], taken[1:], size, (_cpu(pid) - before_later) / rounds, status)


if __name__ == "__main__":
    main()
