"""Reviewing with a confidence that learns: how many errors are found how early.

    python -m benchmarks.learning [--ways 10] [--every 100]

The claims that the extractor finds in our gold (tests/gold) are dealt out in two halves by sentence. One half makes
the weights that are shipped; the other is what a reviewer has to read, and its verdicts are what the reviewer decides.
Three orders: at random; by the shipped weights, least certain first; and the same with a calibration after every
hundred reviews, as `extract calibrate` does it. Nothing is judged by weights that saw it: a calibration knows the
claims that were read before, and orders those that are left. Printed: the share of all errors found after so much of
the reading, the middle of so many ways to deal (and the worst and best).
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from benchmarks.confidence import examples
from db.learning import Example, Weights, cross_validated, fit, probability, quality
from extract.gold import read_gold

ROOT = Path(__file__).resolve().parent.parent
SHARES = (0.1, 0.2, 0.3, 0.5)
#: As `benchmarks.confidence` fits what is shipped, and `db.calibration` what is learned.
SHIPPED_PENALTY, PENALTIES = 5.0, (1.0, 3.0, 10.0, 30.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ways", type=int, default=10)
    parser.add_argument("--every", type=int, default=100)
    options = parser.parse_args()
    data = list(examples(list(read_gold([ROOT / "tests" / "gold"]))))
    print(f"{len(data)} claims, {sum(not e.right for e in data)} wrong; {options.ways} ways to deal them out")
    found = [dealt(data, random.Random(way), options.every) for way in range(options.ways)]
    for order in found[0]:
        print(f"{order:24}", *(shown([way[order][at] for way in found]) for at in range(len(SHARES))), sep="  ")


def shown(shares: Sequence[float]) -> str:
    return f"{statistics.median(shares):6.1%} ({min(shares):.0%}-{max(shares):.0%})"


def dealt(data: Sequence[Example], luck: random.Random, every: int) -> dict[str, list[float]]:
    """The share of errors found after each of SHARES of the reading, by order."""
    groups = sorted({e.group for e in data})
    luck.shuffle(groups)
    theirs = set(groups[: len(groups) // 2])
    shipped = fit([e for e in data if e.group in theirs], {}, SHIPPED_PENALTY)
    left = [e for e in data if e.group not in theirs]
    luck.shuffle(left)
    return {
        "after this much": [*SHARES],
        "at random": found(left),
        "least certain first": found(sorted(left, key=certain(shipped))),
        f"learning every {every}": found(worked(left, shipped, every)),
    }


def certain(weights: Weights) -> Callable[[Example], float]:
    return lambda example: probability(example.features, weights)


def worked(left: Sequence[Example], shipped: dict[str, float], every: int) -> list[Example]:
    """The order in which a reviewer meets claims who takes the least certain, and calibrates every so many."""
    read: list[Example] = []
    weights: Weights = shipped
    rest = list(left)
    while rest:
        rest.sort(key=certain(weights))
        read, rest = read + rest[:every], rest[every:]
        wrong = sum(not e.right for e in read)
        if min(wrong, len(read) - wrong) >= 5:
            weights = fit(read, shipped, best_penalty(read, shipped))
    return read


def best_penalty(read: Sequence[Example], shipped: Weights) -> float:
    tried = {penalty: quality(cross_validated(read, shipped, penalty), read).brier for penalty in PENALTIES}
    return min(tried, key=tried.__getitem__)


def found(order: Sequence[Example]) -> list[float]:
    wrong = [0, *accumulate(int(not e.right) for e in order)]
    return [wrong[round(share * len(order))] / wrong[-1] for share in SHARES]


if __name__ == "__main__":
    main()
