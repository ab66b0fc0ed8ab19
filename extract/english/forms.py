"""What words say, as plain data: the forms in which claims are stored beside their words and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from extract.english.propernames import EntityType, Name

#: The least of "dozens", "hundreds", "thousands" and so on, and how many times of it these still are.
_SEVERAL = frozenset({24, *(2 * 10**n for n in range(2, 10))})
_VAGUE = 5
#: From this number on "more than" is said of what is up to so many times as much: "more than a thousand", "1,400".
_ROUND, _ROUGH = 100, 1.5


class Amount(NamedTuple):
    """How many: closed, or open at one end (None). `unit` is what is counted, in the singular, or "".

    `approximate` is said of "about 20", "dozens".
    """

    low: float | None
    high: float | None
    unit: str
    approximate: bool = False

    @property
    def text(self) -> str:
        """The same for the same number: "12", "12..", "..500"."""
        low, high = (None if n is None else f"{n:.10g}" for n in (self.low, self.high))
        return low if low is not None and low == high else f"{low or ''}..{high or ''}"

    def reach(self) -> tuple[float, float]:
        """The numbers that this one may stand for, by how roundly it is said."""
        low = float("-inf") if self.low is None else self.low - self._slack(self.low)
        high = float("inf") if self.high is None else self.high + self._slack(self.high)
        return low, high

    def excludes(self, other: Amount) -> bool:
        """Whether no number lies within both ranges, whatever the unit. Two with the same decimal places are two: "3.5
        billion", "3.6 billion"."""
        (low, high), (least, most) = self.reach(), other.reach()
        return high < least or most < low or self._is_as_exact(other)

    def _is_as_exact(self, other: Amount) -> bool:
        ends = {end for amount in (self, other) for end in amount[:2] if not amount.approximate}
        if len(ends) != 2 or None in ends or 0 in ends or self.low != self.high or other.low != other.high:
            return False
        return len({_last_digit(end) for end in ends if end}) == 1

    def agrees(self, other: Amount) -> bool:
        """Whether two numbers may be one, told more or less roundly: "over a million", "1.2 million"; "dozens", "60".

        Not so small numbers of which one is a least: "at least 12", "30".
        """
        if self.excludes(other):
            return False
        least, greater = sorted((a.low or a.high or 0, a.low is not None and a.high is None) for a in (self, other))
        if not (least[1] or greater[1]):
            return True
        most = _VAGUE if least[1] and least[0] in _SEVERAL else _ROUGH if least[0] >= _ROUND else 1
        return greater[0] <= most * least[0]

    def _slack(self, n: float) -> float:
        """Half of the last digit said: 2.9 billion is 2.85 to 2.95. Small counts are counted. What is about so many is
        at most one of that digit more or less: about 141 is 140 to 142."""
        if self.approximate:
            return abs(n) * 0.03 if abs(n) < 100 else min(abs(n) * 0.03, _last_digit(n))
        if abs(n) < 100 or self.unit == "percent":
            return 0.0 if n == int(n) else 0.05
        digits = len(f"{n:.10g}".rstrip("0").replace(".", "")) if n == int(n) else 12
        return 0.5 * 10 ** max(len(str(int(abs(n)))) - max(digits, 2), 0) if n % 10 == 0 else 0.0


def _last_digit(n: float) -> float:
    """What one of the last digit of a number that is not 0 is worth: 100 in 6,200."""
    digits = f"{abs(n):.10g}"
    if n != int(n) or "e" in digits:
        return float(10 ** (len(str(int(abs(n)))) - len(digits.partition("e")[0].replace(".", "").rstrip("0"))))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


class Identity(StrEnum):
    """What tells a thing from others of its kind, as far as its words say."""

    NAME = "name"  # a name
    ANCHORED = "anchored"  # a nominal with the name of what it belongs to: "the hospital in Tarn"
    GROUP = "group"  # a body or force that only its object tells: "police", "a fire"
    LOOSE = "loose"  # a nominal of one article
    NOTHING = "nothing"  # a pronoun


#: What a phrase measures that says how long, how old or for how much something is.
TERM = "term"


class NounPhrase(NamedTuple):
    """What the words of an argument or qualifier say: `normal` is the same for other words of the same meaning.

    `name` is a name that the whole is; else `head` is the noun, in the singular, `words` it with what stands before it,
    and `anchors` the names that tell which one is meant ("the hospital in Tarn", "Farrow's mayor"). `measure` is what
    it measures ("the cost of X"; `TERM` is a time, age or price: "for 22 years"), `quality` the words of a predicate
    without degrees, `preposition` what stood before
    it, `complement` what stands behind a preposition after it, where the verb needs that.
    """

    head: str
    normal: str
    identity: Identity
    words: tuple[str, ...]
    name: str | None = None
    anchors: tuple[str, ...] = ()
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    owned: bool = False
    amount: Amount | None = None
    measure: str = ""
    quality: str = ""
    preposition: str = ""
    complement: NounPhrase | None = None


class Course(StrEnum):
    """How what a relation says stands in time."""

    ONCE = "once"  # happens to its arguments one time: died, was founded, burst
    STATE = "state"  # lasts until it ends: owns, is mayor of
    EVENT = "event"  # may come again: visited, rose


class VerbPhrase(NamedTuple):
    """What the words of a relation say. `normal` goes for all synonyms, whatever voice and negation.

    `tail` is the preposition that its object hangs on, if one is left over; `light` the verb that a light verb and its
    noun stand for ("paid a visit"). `ended` is "no longer", `never` "never".
    """

    normal: str
    course: Course
    passive: bool = False
    tail: str = ""
    ended: bool = False
    never: bool = False
    light: str = ""


class ClaimPhrases(NamedTuple):
    """What each part of a claim says; None for an object that is a time, and a qualifier that is not compared."""

    subject: NounPhrase
    relation: VerbPhrase
    object: NounPhrase | None
    qualifiers: tuple[NounPhrase | None, ...]


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a mention names. `bound`: in this article only; `metonym`: a place that stands for its government."""

    name: Name
    type: EntityType
    bound: bool = False
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """Bearers of an article's mentions, in their order, and of each claim's subject and object, by the claim's sentence
    and position."""

    mentions: tuple[Bearer | None, ...] = ()
    claims: Mapping[tuple[int, int], tuple[Bearer | None, Bearer | None]] = field(default_factory=dict)
