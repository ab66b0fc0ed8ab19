"""A corpus with its truth: which articles are copies of one text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.syndication.copies import Paper, bulletin, digest, following, paper, printed, quoting, syndicated
from benchmarks.syndication.grammar import Event, Report, event, place, report


@dataclass(frozen=True, slots=True)
class Syndicated:
    """A report and the number of its copy cluster. `kind` is how it came about."""

    report: Report
    copy_cluster: int
    kind: str


def corpus(size: int, seed: int) -> list[Syndicated]:
    """So many reports in random order. Two fifths or more are copies of others; many look like copies and are none."""
    rng = random.Random(seed)
    told: list[Syndicated] = []
    for group in _groups(rng):
        told += group
        if len(told) >= size:
            break
    told = told[:size]
    rng.shuffle(told)
    return told


def _groups(rng: random.Random) -> Iterator[list[Syndicated]]:
    papers = [paper(rng) for _ in range(40)]
    towns = [place(rng) for _ in range(6)]
    copy_cluster = 0
    while True:
        group = [
            Syndicated(each.report, copy_cluster + each.copy_cluster, each.kind) for each in _group(rng, papers, towns)
        ]
        yield group
        copy_cluster = 1 + max(each.copy_cluster for each in group)


def _group(rng: random.Random, papers: list[Paper], towns: list[str]) -> Iterator[Syndicated]:
    """What comes of one event: reports in words of their own, copies of one of them, and what only looks like one."""
    happened = event(rng)
    base = report(happened, rng, aside=rng.choice((0, 2, 5, 8, 12, 18)))
    yield Syndicated(printed(base, rng.choice(papers), rng), 0, "report")
    for _ in range(_copies(rng)):
        yield Syndicated(syndicated(base, rng.choice(papers), rng), 0, "copy")
    for number, (kind, other) in enumerate(_others(happened, base, rng, towns), 1):
        yield Syndicated(printed(other, rng.choice(papers), rng), number, kind)


def _copies(rng: random.Random) -> int:
    """None of most reports, a few of some, dozens of a few."""
    chance = rng.random()
    return 0 if chance < 0.6 else rng.randint(1, 3) if chance < 0.9 else rng.randint(4, 9) if chance < 0.99 else 40


def _others(happened: Event, base: Report, rng: random.Random, towns: list[str]) -> Iterator[tuple[str, Report]]:
    if rng.random() < 0.3:
        yield "same event", report(happened, rng, voice=1, aside=rng.choice((0, 2, 5, 8, 12)))
    if rng.random() < 0.1:
        yield "quotation", quoting(base, rng)
    if rng.random() < 0.1:
        yield "next day", following(base, rng)
    if rng.random() < 0.05:
        yield "bulletin", bulletin(rng, rng.choice(towns))
    if rng.random() < 0.03:
        yield "digest", digest([base, *(report(event(rng), rng) for _ in range(5))])
