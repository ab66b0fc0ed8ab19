"""Which blocks of a page are in the text that a library took out of it: by whole lines, else by runs of five words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.readers.page import Found
from extract.text.blocks import folded

_RUN = 5  # words
_FEWEST_COVERED = 0.5


def in_library(blocks: Sequence[Found], library: Sequence[Found]) -> list[bool]:
    """For each block whether the library has it.

    A line that the page has more often than the library counts where the library's other lines are.
    """
    lines = [[folded(line) for line in block.text.split("\n")] for block in blocks]
    wanted = Counter(folded(line) for block in library for line in block.text.split("\n"))
    there = Counter(line for of_block in lines for line in of_block)
    sure = [i for i, of_block in enumerate(lines) if any(there[line] <= wanted[line] for line in of_block)]
    inside = range(sure[0], sure[-1] + 1) if sure else range(len(blocks))
    runs = {run for line in wanted for run in _runs(line)}
    left = dict(wanted)
    found = [False] * len(blocks)
    for i in sorted(range(len(blocks)), key=lambda i: i not in inside):  # stable: in order
        covered = sum(len(line) for line in lines[i] if _covered(line, left, wanted, runs))
        found[i] = covered > _FEWEST_COVERED * sum(map(len, lines[i]))
    return found


def _covered(line: str, left: dict[str, int], wanted: Counter[str], runs: set[tuple[str, ...]]) -> bool:
    if line in wanted:
        left[line] -= 1
        return left[line] >= 0
    own = list(_runs(line))
    return sum(run in runs for run in own) > _FEWEST_COVERED * len(own)


def _runs(line: str) -> Iterator[tuple[str, ...]]:
    words = line.split()
    return (tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
