"""From words to kinds: each word of a sentence becomes one character, so that rules are regular expressions.

All words that no rule can tell apart share a character, so a sentence becomes a string as long as it
has words, in which "." stands for whatever no rule asks about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from extract.english.numerals import NUMBER_WORDS, digits
from extract.english.wordlists import lines
from extract.syntax.tree import Word

Signature = frozenset[str]
OTHER = "."
_FIRST_CODE = 0xE000  # private use: no character of a pattern's own syntax
#: Words that name a time only as a noun or name: "may" the month, not the modal; "March", "fall", "second".
_NEED_NOUN = frozenset({"may", "march", "fall", "spring"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_NAMES = frozenset({"april", "may", "june", "august", "march", "jan", "summer"})
_AMBIGUOUS = _NEED_NOUN | _NAMES
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(am|pm|a\.m\.|p\.m\.|hrs?)?")
_GLUED = re.compile(r"(1[0-2]|[1-9])(am|pm|a\.m\.?|p\.m\.?)")
_DECADE = re.compile(r"(?:(early|mid|late)-)?['’]?(\d{3}0|\d0)['’]?s")
_PHASE_YEAR = re.compile(r"(early|mid|late|end|pre|post)-(1\d{3}|20\d\d)")
_SHORT_YEAR = re.compile(r"['’](\d\d)")
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}/\d{2}/\d{2}|\d{1,2}\.\d{1,2}\.\d{4}")
_YEARS = re.compile(r"(1\d{3}|20\d\d)[-–/](\d{4}|\d\d)")
_QUARTER = re.compile(r"q([1-4])|([1-4])q")
_HALF = re.compile(r"h([12])")
_FISCAL = re.compile(r"fy['’]?(\d{4}|\d\d)")
_SHAPES = (
    (_CLOCK, "CLOCK"),
    (_GLUED, "GLUED"),
    (_DECADE, "DECADE"),
    (_SLASHED, "SLASHED"),
    (_PHASE_YEAR, "PHASEYEAR"),
    (_SHORT_YEAR, "SHORTYEAR"),
    (_YEARS, "YEARS"),
    (_QUARTER, "QUARTER"),
    (_HALF, "HALF"),
    (_FISCAL, "FISCALYEAR"),
)
#: One number of each sort that the rules tell apart.
_SAMPLES = (*map(str, range(101)), *(f"{n:02}" for n in range(10)), "1984")
_HYPHENS = frozenset("-–—")


@cache
def words() -> dict[str, dict[str, str]]:
    """The lexicon: word -> kind -> value. Number words are of the kind NUMWORD."""
    table: dict[str, dict[str, str]] = {}
    for entry in map(str.split, lines("timex")):
        table.setdefault(entry[0], {})[entry[1]] = entry[2] if len(entry) > 2 else ""
    for word in NUMBER_WORDS:
        table.setdefault(word, {})["NUMWORD"] = ""
    for mark in _HYPHENS:
        table.setdefault(mark, {})["HYPHEN"] = ""
    table.setdefault(",", {})["COMMA"] = ""
    for mark in "'’":
        table.setdefault(mark, {})["APOS"] = ""
    return table


class Coder:
    """Turns words into characters, given the literal words that the rules name."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals = frozenset(literals)
        self._codes: dict[Signature, str] = {}
        listed = {word: self._signature(word) for word in {*words(), *self._literals}}
        for signature in listed.values():
            self._code(signature)
        for number in _SAMPLES:
            self._code(_number_kinds(number))
        for _, kind in _SHAPES:
            self._code(frozenset({kind}))
        self._listed = {word: self._codes[signature] for word, signature in listed.items()}
        self.of = lru_cache(maxsize=1 << 16)(self._of)

    def members(self, kind: str) -> str:
        """The characters of all words of a kind (upper case) or of one literal word (lower case)."""
        return "".join(code for signature, code in self._codes.items() if kind in signature)

    def encode(self, sentence: Sequence[Word]) -> str:
        of, lowers = self.of, [w.lower for w in sentence]
        if _AMBIGUOUS.isdisjoint(lowers):
            return "".join(map(of, lowers))
        return "".join([OTHER if w.lower in _AMBIGUOUS and not _names_time(w) else of(w.lower) for w in sentence])

    def _of(self, lower: str) -> str:
        if lower[0].isdigit() or lower[-1].isdigit() or (lower[-1] == "s" and not lower[-2:-1].isalpha()):
            kinds = _shape(lower)
            if kinds is not None:
                return self._codes[kinds]
        return self._listed.get(lower, OTHER)

    def _signature(self, word: str) -> Signature:
        kinds = frozenset(words().get(word, ()))
        return kinds | {word} if word in self._literals else kinds

    def _code(self, signature: Signature) -> None:
        if signature:
            self._codes.setdefault(signature, chr(_FIRST_CODE + len(self._codes)))


def _shape(lower: str) -> Signature | None:
    """The kinds of a token by its digits, or None for one that is no number, date or time."""
    if lower.isascii() and lower.isdigit():
        return _number_kinds(lower)
    for shape, kind in _SHAPES:
        if shape.fullmatch(lower):
            return frozenset({kind})
    return frozenset({"NUM"}) if digits(lower) is not None else None


def _number_kinds(text: str) -> Signature:
    value, two = int(text), len(text) == 2
    kinds = {"NUM"}
    if len(text) == 4 and 1000 <= value < 2200:
        kinds.add("YEAR")
    if two and (text[0] == "0" or value > 31):
        kinds.add("TWO")
    if 0 < value <= 31 and len(text) < 3:
        kinds.add("DAY")
    if value <= 24 and len(text) < 3 and "DAY" in kinds:
        kinds.add("HOUR")
    if 0 < value <= 12 and len(text) < 3:
        kinds.add("MONTHNUM")
    return frozenset(kinds)


def _names_time(word: Word) -> bool:
    if word.lower in _NEED_NOUN and word.tag not in _NOUN_TAGS:
        return False
    return not (word.lower in _NAMES and word.entity == "PERSON")


def shape_of(kind: str, lower: str) -> re.Match[str]:
    """The match of a token that is of a shape's kind."""
    match = next(shape for shape, name in _SHAPES if name == kind).fullmatch(lower)
    if match is None:
        raise ValueError(f"{lower!r} is not a {kind}")
    return match
