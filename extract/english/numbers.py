"""Finding the numbers in a row of words: figures, number words, fractions, open counts, ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.english.numerals import LETTER_SCALES, NUMBER_WORDS, SCALE_WORDS, SCALES, digits, number
from extract.english.wordlists import entries

#: Plural scales count an open number: "dozens" is at least two dozen.
PLURALS = {
    "tens": 20.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
}
FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
FRACTIONS |= {f"{word}s": parts for word, parts in FRACTIONS.items() if word != "half"}
VAGUE = {"several": 3.0, "few": 3.0, "couple": 2.0}
#: Words that a number is made of, or that stand for one.
NUMBER_LIKE = NUMBER_WORDS | SCALE_WORDS | PLURALS.keys() | FRACTIONS.keys() | VAGUE.keys()
HYPHENS = frozenset("-–—")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_ONE = frozenset({"a", "an"})
_BEFORE_FRACTION = frozenset({"a", "one", "nearly", "almost", "about", "over", "than", "roughly"})
#: What may follow a fraction; a noun would make it an ordinal ("a third man").
_AFTER_FRACTION = frozenset({"of", "", ",", ".", ";", ":", ")", "and", "or", "in", "from", "to", "since"})
_PART_OF_SEQUENCE = frozenset({"first", "second", "last", "other", "latter", "top", "bottom"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the words `first` to `last` (half-open). An open end is None; `share` marks a fraction of one.

    `scaled` says that it carries a scale of its own ("7 million" in "5 to 7 million" lends it to the 5).
    """

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool = False
    scaled: bool = False
    share: bool = False


def is_score(word: str) -> bool:
    """Whether a word is the result of a match or set: "6-4"."""
    return _SCORE.fullmatch(word) is not None


def number_at(lowers: Sequence[str], at: int) -> Number | None:
    """The number that begins at word `at`, without range or comparison; None where there is none."""
    lower = lowers[at]
    if lower in PLURALS:
        return _open(lowers, at)
    if lower in FRACTIONS:
        return _fraction(lowers, at)
    if lower in VAGUE:
        return _vague(lowers, at)
    start = at + 1 if lower in _ONE and at + 1 < len(lowers) and lowers[at + 1] in SCALE_WORDS else at
    if digits(lowers[start]) is None and lowers[start] not in NUMBER_WORDS and lowers[start] not in SCALE_WORDS:
        return None
    return _plain(lowers, at, start)


def _plain(lowers: Sequence[str], at: int, start: int) -> Number | None:
    end = _run(lowers, start)
    run = lowers[start:end]
    value = number(run)
    if value is None:
        return None
    if lowers[end : end + 3] == ["and", "a", "half"]:
        return Number(at, end + 3, value + 0.5, value + 0.5, scaled=True)
    parts = _parts_after(lowers, end)
    if parts is not None:
        share = value / FRACTIONS[lowers[parts]]
        return Number(at, parts + 1, share, share, share=True)
    whole = _whole_after(lowers, end, value)
    if whole is not None:
        return Number(at, whole[0], value / whole[1], value / whole[1], share=True)
    return Number(at, end, value, value, scaled=any(w in SCALES for w in run))


def _run(lowers: Sequence[str], at: int) -> int:
    """Where the number that begins at `at` ends: "two hundred and five", "twenty-four", "1.65 billion"."""
    end = at + 1
    while end < len(lowers):
        lower, figures = lowers[end], digits(lowers[end - 1]) is not None
        if lower in SCALE_WORDS or (figures and lower in LETTER_SCALES) or (not figures and lower in NUMBER_WORDS):
            end += 1
        elif _joins(lowers, end):
            end += 2
        else:
            break
    return end


def _joins(lowers: Sequence[str], at: int) -> bool:
    """The "and" of "two hundred and five", the hyphen of "twenty-four"."""
    if at + 1 >= len(lowers) or lowers[at + 1] not in NUMBER_WORDS:
        return False
    before = lowers[at - 1]
    return before in SCALE_WORDS if lowers[at] == "and" else lowers[at] in HYPHENS and before.endswith("ty")


def _parts_after(lowers: Sequence[str], end: int) -> int | None:
    """Where the plural fraction stands in "two thirds", "three-quarters"."""
    at = end + 1 if end < len(lowers) and lowers[end] in HYPHENS else end
    return at if at < len(lowers) and lowers[at] in FRACTIONS and lowers[at].endswith("s") else None


def _whole_after(lowers: Sequence[str], end: int, value: float) -> tuple[int, float] | None:
    """The end and the whole of "one in five", "eight out of 10"."""
    at = end + 2 if lowers[end : end + 2] == ["out", "of"] else end + 1 if lowers[end : end + 1] == ["in"] else 0
    if not at or at >= len(lowers):
        return None
    whole = number([lowers[at]])
    return (at + 1, whole) if whole is not None and value < whole <= 1000 else None


def _open(lowers: Sequence[str], at: int) -> Number | None:
    """ "dozens", "hundreds of thousands": from twice the scale up, without an end."""
    low, end = PLURALS[lowers[at]], at + 1
    if lowers[end : end + 1] == ["of"] and len(lowers) > end + 1 and lowers[end + 1] in PLURALS:
        low, end = low * PLURALS[lowers[end + 1]] / 2, end + 2
    elif lowers[at] == "tens" or (lowers[at] == "scores" and lowers[end : end + 1] != ["of"]):
        return None
    return Number(at, end, low, None, approximate=True, scaled=True)


def _fraction(lowers: Sequence[str], at: int) -> Number | None:
    """ "a third of voters", "half", "half a dozen"; not "the third quarter", "the first half"."""
    before = lowers[at - 1] if at else ""
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    half = lowers[at] == "half"
    if half and following in _ONE and at + 2 < len(lowers) and lowers[at + 2] in SCALE_WORDS:
        value = SCALES[lowers[at + 2]] / 2
        return Number(at, at + 3, value, value, scaled=True)
    if before in _PART_OF_SEQUENCE or following not in (_AFTER_FRACTION | {"the"} if half else _AFTER_FRACTION):
        return None
    if before not in _BEFORE_FRACTION and not half:
        return None
    value = 1 / FRACTIONS[lowers[at]]
    return Number(at - 1 if before in {"a", "one"} else at, at + 1, value, value, share=True)


def _vague(lowers: Sequence[str], at: int) -> Number | None:
    """ "several hundred people", "a few", "a couple of": near the number it names, open above."""
    low, end = VAGUE[lowers[at]], at + 1
    named = at > 0 and lowers[at - 1] == "a"
    following = lowers[end] if end < len(lowers) else ""
    if (lowers[at] == "few" and not named) or (lowers[at] == "couple" and following not in {"of", "hundred"}):
        return None
    first = at - 1 if named else at
    if following in SCALE_WORDS:
        return Number(first, end + 1, low * SCALES[following], None, approximate=True, scaled=True)
    return Number(first, end, low, low if lowers[at] == "couple" else None, approximate=True)


#: What may stand behind a number and say how near it is.
_BEHIND = {("or", "more"): "LEAST", ("or", "less"): "MOST", ("or", "fewer"): "MOST", ("or", "so"): "ABOUT"}
_CODES = frozenset({"usd", "eur", "gbp", "jpy", "cny", "rmb", "rs"})


@cache
def units() -> dict[str, str]:
    """Each spelling of a unit of measure or currency, with the unit it stands for."""
    rows = (line.split(None, 1) for line in entries("units"))
    return {row[0]: row[1] for row in rows}


@cache
def _phrases() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """(bound, words) of what may come before a number, the longest first, by their last word."""
    rows = (line.split(None, 1) for line in entries("number_phrases"))
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for bound, words in sorted(((bound, tuple(words.split())) for bound, words in rows), key=lambda p: -len(p[1])):
        found.setdefault(words[-1], []).append((bound, words))
    return found


def lower_at(lowers: Sequence[str], at: int) -> str:
    """The word there, or "" beyond either end."""
    return lowers[at] if 0 <= at < len(lowers) else ""


def ranged(lowers: Sequence[str], number: Number) -> Number | None:
    """Joins "5 to 7", "5-7", "between 5 and 7"; None for "2-1", which is a result."""
    joint = lower_at(lowers, number.last)
    if number.high is None or number.share or not _is_joint(lowers, number, joint):
        return number
    start = number.last + (2 if lower_at(lowers, number.last + 1) in units() else 1)
    other = number_at(lowers, start) if start < len(lowers) else None
    if other is None or other.low is None or other.share:
        return number
    low = (number.low or 0.0) * (_scale(lowers[start : other.last]) if other.scaled and not number.scaled else 1)
    if low >= other.low:
        return None if joint in HYPHENS else number
    first = number.first - (lower_at(lowers, number.first - 1) in {"between", "from"} and joint not in HYPHENS)
    return replace(number, first=first, last=other.last, low=low, high=other.low, scaled=True)


def _is_joint(lowers: Sequence[str], number: Number, joint: str) -> bool:
    if joint == "and":
        return "between" in (lower_at(lowers, number.first - 1), lower_at(lowers, number.first - 2))
    return joint in HYPHENS or joint in {"to", "or"}


def _scale(run: Sequence[str]) -> float:
    scale = 1.0
    for lower in run:
        scale *= SCALES.get(lower, 1.0)
    return scale


def with_currency(lowers: Sequence[str], number: Number) -> tuple[Number, str | None]:
    """A sign or code before the number: "$5", "US$6 million", "EUR 3m"."""
    sign = lower_at(lowers, number.first - 1)
    unit = units().get(sign)
    if unit is None or number.share or sign == "%" or (sign.isalpha() and sign not in _CODES):
        return number, None
    return replace(number, first=number.first - 1), unit


def compared(lowers: Sequence[str], number: Number) -> Number:
    """Takes in "more than", "up to", "about" before the number, "or more", "or so" behind it."""
    for bound, phrase in _phrases().get(lower_at(lowers, number.first - 1), ()):
        start = number.first - len(phrase)
        if start >= 0 and tuple(lowers[start : number.first]) == phrase:
            return _bounded(replace(number, first=start), bound)
    behind = _BEHIND.get((lower_at(lowers, number.last), lower_at(lowers, number.last + 1)))
    return _bounded(replace(number, last=number.last + 2), behind) if behind else number


def _bounded(number: Number, bound: str) -> Number:
    if bound == "LEAST":
        return replace(number, high=None)
    if bound == "MOST":
        return replace(number, low=None, high=number.high if number.high is not None else number.low)
    return replace(number, approximate=True)
