"""Numbers in an argument's words, as intervals: "at least 11 people", "about 2.87 billion crowns", "nobody".

Subjects have no row in `quantities`, and facts compare numbers of both sides alike, so both are read here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.english.wordlists import word_class


class Amount(NamedTuple):
    """A number as said: closed, or open at one end (None). `exact` is false for "about"."""

    low: float | None
    high: float | None
    unit: str
    exact: bool = True

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

    def _slack(self, n: float) -> float:
        """Half of the last digit said: 2.9 billion is 2.85 to 2.95. Small counts are counted."""
        if not self.exact:
            return abs(n) * 0.03
        if abs(n) < 100 or self.unit == "percent":
            return 0.0 if n == int(n) else 0.05
        digits = len(f"{n:.10g}".rstrip("0").replace(".", "")) if n == int(n) else 12
        return 0.5 * 10 ** max(len(str(int(abs(n)))) - max(digits, 2), 0) if n % 10 == 0 else 0.0


_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL = {word: float(n) for n, word in enumerate((_UNITS + " seventeen eighteen nineteen").split())}
_TENS = {
    w: 10.0 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "m": 1e6}
_DOZENS = {"dozen": 12.0}
_BEFORE = (
    ("at least", "low"), ("more than", "low"), ("over", "low"), ("no fewer than", "low"), ("no less than", "low"),
    ("up to", "high"), ("at most", "high"), ("fewer than", "high"), ("less than", "high"), ("under", "high"),
    ("no more than", "high"), ("below", "high"), ("nearly", "about"), ("almost", "about"), ("about", "about"),
    ("around", "about"), ("some", "about"), ("roughly", "about"), ("approximately", "about"), ("an estimated", "about"),
    ("just over", "about"), ("just under", "about"), ("close to", "about"), ("only", ""), ("just", ""), ("all", ""),
    ("a total of", ""), ("a record", ""), ("exactly", ""), ("another", "more"), ("a further", "more"),
)  # fmt: skip
_NUMBER = r"[$€£¥]?\d[\d,]*(?:\.\d+)?%?"
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_WORD = re.compile(r"[$€£¥]?\d[\d,]*(?:\.\d+)?|%|[^\W\d]+(?:[-'’][^\W\d]+)*")
#: Words for people of an event or a firm in general. Children, women, soldiers are a part of them.
_PEOPLE = word_class("people")


def amount(text: str) -> tuple[Amount, str] | None:
    """The number that `text` begins with, and the words behind it; None if it begins with none.

    "between 10 and 12 million crowns" is one number with two ends.
    """
    found = list(_WORD.finditer(text))
    words = [match[0] for match in found]
    lowered = [word.lower() for word in words]
    if lowered[:1] in (["nobody"], ["none"]):
        return Amount(0.0, 0.0, "people"), ""
    kind, at = _modifier(lowered)
    if lowered[at : at + 1] == ["between"] and "and" in lowered:
        both = _between(lowered, at + 1)
        return (both[0], text[found[both[1] - 1].end() :]) if both else None
    read = _number(lowered, at)
    if read is None or kind == "more":
        return None
    value, end = read
    unit = _SIGNS.get(words[at][0]) or _unit(lowered[end:])
    low, high = (value if kind != "high" else None), (value if kind != "low" else None)
    return Amount(low, high, unit, kind != "about"), text[found[end - 1].end() :].strip()


def _between(lowered: list[str], at: int) -> tuple[Amount, int] | None:
    """Both ends of a range, and the word behind them."""
    first = _number(lowered, at)
    second = _number(lowered, first[1] + 1) if first else None
    if not first or not second:
        return None
    low, high = first[0], second[0]
    while low * 1000 <= high:  # "between 350 and 400 million" counts millions in both
        low *= 1000
    return Amount(min(low, high), max(low, high), _unit(lowered[second[1] :])), second[1]


def _modifier(words: list[str]) -> tuple[str, int]:
    """What stands before the number, and where it ends: ("low", 2) for "at least 11"."""
    for phrase, kind in _BEFORE:
        parts = phrase.split()
        if words[: len(parts)] == parts and len(words) > len(parts):
            return kind, len(parts)
    return "", 0


def _number(words: list[str], at: int) -> tuple[float, int] | None:
    """A number that begins at a word, and the word behind it: "2.9 billion", "twenty-one", "three dozen"."""
    if at >= len(words):
        return None
    value = _plain(words[at])
    if value is None and words[at] == "a" and words[at + 1 : at + 2] and words[at + 1] in (_SCALES | _DOZENS):
        value = 1.0
    if value is None:
        return None
    end = at + 1
    while end < len(words) and words[end] in _SCALES | _DOZENS:
        value *= (_SCALES | _DOZENS)[words[end]]
        end += 1
    return value, end


def _plain(word: str) -> float | None:
    if word[:1].isdecimal() or word[1:2].isdecimal():
        return float(word.lstrip("$€£¥").replace(",", ""))
    tens, _, ones = word.partition("-")
    if ones:
        return _TENS[tens] + _SMALL[ones] if tens in _TENS and ones in _SMALL else None
    return _SMALL.get(word, _TENS.get(word))


def _unit(words: list[str]) -> str:
    """What is counted: the first noun behind the number, in the singular; people of all kinds are people."""
    if not words:
        return ""
    if words[0] in ("%", "percent") or words[:2] == ["per", "cent"] or words[0] == "percentage":
        return "percent"
    return "people" if words[0] in _PEOPLE else singular(words[0])


_IRREGULAR = {"people": "people", "men": "man", "women": "woman", "children": "child", "bodies": "body"}


def singular(noun: str) -> str:
    """A noun in the singular, by its ending; what looks like one already stays."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if len(noun) < 4 or noun.endswith(("ss", "us", "is", "news", "series")) or not noun.endswith("s"):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("ches", "shes", "sses", "xes")) else noun[:-1]
