"""Whether two articles tell the same: a test of the two alone, the same from both sides.

A copy cut to a third is still a copy, so what counts is how much of either one's own words stands in the other
(containment, Broder 1997), by words that lie in shared shingles: one word changed costs one word, not five shingles.
Two reports of one event in different words share quotations and names, below the bar; so does an article that quotes
a paragraph of another.

What both end with does not count: there papers print what they print under everything ("Subscribers read it first").
A copy shares what comes before that as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.copies.sketch import WIDTH, Head, Sketch

#: So much of one article must stand in the other ...
ENOUGH = 0.5
#: ... and so much of the other in the one: a digest of six reports is a copy of none.
LEAST = 0.22
#: Fewer shared words than this are a set phrase.
FEWEST_WORDS = 12
#: ... and so is fewer shared fingerprints.
FEWEST_FINGERPRINTS = 3
#: An article's end is this many words, or this part of a short one.
END_WORDS, END_PART = 80, 0.75


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


def comparable(left: Head, right: Head) -> bool:
    """Whether two articles may be alike at all. Two fingerprints in common are a set phrase or a trailer."""
    return (
        left.smallest == right.smallest
        or len(frozenset(left.smallest).intersection(right.smallest)) >= FEWEST_FINGERPRINTS
        or _same_address(left, right)
    )


def likeness(left: Sketch, right: Sketch) -> Likeness | None:
    """What two comparable articles are to each other; None if they are independent."""
    if left.words and left.words == right.words and left.shingles == right.shingles:
        return Likeness(1.0, 1.0, Kind.EXACT)
    shared = left.distinct & right.distinct
    revised = _same_address(left.head, right.head)
    if not revised and not _near(left, right, shared):
        return None
    kind = Kind.REVISION if revised else Kind.NEAR
    return Likeness(_share(left, shared), _share(right, shared), kind)


def _same_address(left: Head, right: Head) -> bool:
    return left.address is not None and left.address == right.address


def _near(left: Sketch, right: Sketch, shared: frozenset[int]) -> bool:
    if len(shared) <= FEWEST_WORDS - WIDTH:
        return False
    both = [(sketch, covered(sketch, shared)) for sketch in (left, right)]
    if any(words < LEAST * sketch.words for sketch, words in both):
        return False
    if all(words < ENOUGH * sketch.words for sketch, words in both):
        return False  # nor without the ends, which count among both
    ends = _end(left) & _end(right)
    counted = [(sketch.words - end, words - end) for sketch, words in both for end in (covered(sketch, ends),)]
    if any(words < FEWEST_WORDS for _, words in counted):
        return False
    return any(words >= ENOUGH * own for own, words in counted)


def _end(sketch: Sketch) -> frozenset[int]:
    """The shingles of an article's last words."""
    return frozenset(sketch.shingles[sketch.words - min(END_WORDS, int(END_PART * sketch.words)) :])


def _share(sketch: Sketch, shared: frozenset[int]) -> float:
    return round(covered(sketch, shared) / sketch.words, 4) if sketch.words else 0.0


def covered(sketch: Sketch, shared: frozenset[int]) -> int:
    """How many words of a sketch lie in shared shingles."""
    return shared_words(sketch, shared).bit_count()


def shared_words(sketch: Sketch, shared: frozenset[int]) -> int:
    """The words of a sketch that lie in shared shingles, as bits: of the last word the eighth bit from below and so
    on, one bit a byte. (Counting them one by one takes ten times as long.)"""
    begin = int.from_bytes(bytes(map(shared.__contains__, sketch.shingles)), "big") << 8 * (_width(sketch) - 1)
    found = begin
    for _ in range(_width(sketch) - 1):
        begin >>= 8
        found |= begin
    return found


def _width(sketch: Sketch) -> int:
    return min(WIDTH, sketch.words)
