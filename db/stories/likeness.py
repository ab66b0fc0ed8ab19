"""Whether two articles tell the same: a test of the two alone, the same from both sides.

A copy cut to a third is still a copy, so what counts is how much of either one's own words stands in the other
(containment, Broder 1997), by words that lie in shared shingles: one word changed costs one word, not five shingles.
Two reports of one event in different words share quotations and names, far below the bar; so does an article that
quotes a paragraph of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from db.stories.sketch import WIDTH, Sketch

#: So much of one article must stand in the other ...
ENOUGH = 0.5
#: ... and so much of the other in the one: a digest of ten stories tells none of them.
LEAST = 0.2
#: Fewer shared words than this are a trailer or a set phrase.
FEWEST_WORDS = 25


class Kind(StrEnum):
    """Why two articles count as one."""

    EXACT = "exact copy"
    NEAR = "near copy"
    REVISION = "revision"  # another text at the same address


@dataclass(frozen=True, slots=True)
class Likeness:
    """Which share of each one's own words stands in the other, from 0 to 1, and what that makes them."""

    left: float
    right: float
    kind: Kind


def likeness(left: Sketch, right: Sketch) -> Likeness | None:
    """What two articles are to each other; None if they are independent."""
    if left.words and left.words == right.words and left.shingles == right.shingles:
        return Likeness(1.0, 1.0, Kind.EXACT)
    revised = left.address is not None and left.address == right.address
    shared = left.distinct & right.distinct
    if len(shared) <= FEWEST_WORDS - WIDTH and not revised:
        return None
    words = covered(left, shared), covered(right, shared)
    shares = tuple(round(n / sketch.words, 4) if n else 0.0 for n, sketch in zip(words, (left, right), strict=True))
    if revised:
        return Likeness(*shares, Kind.REVISION)
    near = max(shares) >= ENOUGH and min(shares) >= LEAST and min(words) >= FEWEST_WORDS
    return Likeness(*shares, Kind.NEAR) if near else None


def covered(sketch: Sketch, shared: frozenset[int]) -> int:
    """How many words of a sketch lie in shared shingles."""
    return sum(end - start for start, end in runs(sketch, shared))


def runs(sketch: Sketch, shared: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The runs of words (counted from 0, half-open) that lie in shared shingles, apart and in order."""
    width = min(WIDTH, sketch.words)
    start = end = 0
    for at in [n for n, shingle in enumerate(sketch.shingles) if shingle in shared]:
        if at > end:
            if end:
                yield start, end
            start = at
        end = at + width
    if end:
        yield start, end
