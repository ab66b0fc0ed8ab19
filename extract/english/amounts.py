"""The number that plain words begin with: "at least 11 people", "40-50", "half a million", "US$334 million", "nobody".

Numbers are found as `numbers` finds them in a parsed sentence; what is counted is told by the words alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, takewhile

from extract.english.forms import Amount
from extract.english.numbers import (
    HYPHENS,
    NUMBER_LIKE,
    Number,
    compared,
    lower_at,
    number_at,
    ranged,
    units,
    with_currency,
)
from extract.english.wordlists import word_class

#: Signs with the letters before them, figures with the letters behind them, words, hyphens: as a parser cuts them.
_TOKEN = re.compile(
    r"[A-Za-z]{0,3}[$€£¥₹₩₪₽]|\d{1,3}(?:,\d{3})+(?:\.\d+)?[A-Za-z]{0,2}(?![\w])|\d+(?:\.\d+)?[A-Za-z]{0,2}(?![\w])"
    r"|km/h|[^\W_]+(?:['’.][^\W_]+)*|[^\s\w]"
)
#: What only leads up to a number.
_LEADING = (("only",), ("just",), ("all",), ("a", "total", "of"), ("a", "record"), ("exactly",))
#: "Another 30" is beside a number that somebody gave before.
_MORE = ("another", "a further", "further", "additional", "an additional")
#: Words that stand for nobody: none of the people counted.
_NOBODY = (("nobody",), ("none",), ("no", "one"), ("no", "-", "one"))
#: How many words may stand before the number that a phrase begins with ("no fewer than US$ 5").
_MAX_LEAD = 6
#: How many words are looked at: a number, its range and what is counted. A clause as an object has many more.
_MAX_WORDS = 30
#: Words for people of an event or a firm in general. Children, women, soldiers are a part of them.
_PEOPLE = word_class("people")
_STOPS = word_class("prepositions") | frozenset(",;:()") | {"who", "which", "that", "and", "or", "as", "than"}
_DETERMINERS = word_class("definite words")
_JOINS, _SINGLE = ("and", "or"), ("one", "1")


#: What a number has among its first words. (Most phrases have none, and cutting them into tokens costs ten times more.)
_HINT = re.compile(rf"\d|\b(?:no|{'|'.join(sorted(NUMBER_LIKE))})")
#: A unit that is written together with its number; "60m" at the end is metres, else millions.
_JOINED = re.compile(r"(?<![$€£¥\w.,])(\d[\d,.]*)(ft|km|kg|mph|cm|mm)\b")
_METRES = re.compile(r"(?<![$€£¥\w.,])(?<![A-Z] )(\d{1,4})m$")
#: No number begins further behind: `_MAX_LEAD` words of a comparison, and those that only lead up to it.
_MAX_HINT = 100


@lru_cache(maxsize=50_000)
def amount(text: str) -> tuple[Amount, str] | None:
    """The number that `text` begins with, and the words behind it; None if it begins with none.

    Years ("the 2008 campaign"), results ("2-1") and what only measures a noun ("10-year lease") are none.
    """
    if not _HINT.search(text[:_MAX_HINT].lower()):
        return None
    text = _METRES.sub(r"\1 metres", _JOINED.sub(r"\1 \2", text))
    found = list(islice(_TOKEN.finditer(text), _MAX_WORDS))
    lowers = [match[0].lower() for match in found]
    if nobody := next((words for words in _NOBODY if tuple(lowers[: len(words)]) == words), None):
        return Amount(0.0, 0.0, "people"), text[found[len(nobody) - 1].end() :].strip()
    if lowers[:1] == ["no"] and _singular_of(lower_at(lowers, 1)):
        return Amount(0.0, 0.0, _unit(lowers, 1)), text[found[0].end() :].strip()
    number, sign = _number(lowers)
    if number is None or _is_no_count(lowers, found, number, sign):
        return None
    last, unit = _measured(lowers, number, sign)
    behind = text[found[last - 1].end() :].strip()
    return Amount(number.low, number.high, unit, number.approximate), behind


def _number(lowers: Sequence[str]) -> tuple[Number | None, str | None]:
    """The number that the words begin with, with its range and comparison, and its currency."""
    start = next((len(words) for words in _LEADING if tuple(lowers[: len(words)]) == words), 0)
    if " ".join(lowers[:2]) in _MORE or lower_at(lowers, 0) in _MORE:
        return None, None
    for at in range(start, min(start + _MAX_LEAD, len(lowers))):
        number = number_at(lowers, at)
        if number is not None:
            joined = ranged(lowers, number)
            if joined is None:
                return None, None
            whole, sign = with_currency(lowers, joined)
            whole = compared(lowers, whole)
            return (whole, sign) if whole.first == start else (None, None)
    return None, None


def _is_no_count(lowers: Sequence[str], found: Sequence[re.Match[str]], number: Number, sign: str | None) -> bool:
    """Years, and numbers that a hyphen or a colon joins to what follows: "10-year", "10:35"."""
    following = lower_at(lowers, number.last)
    if following == ":" or (following in HYPHENS and number.last < len(found) and _touches(found, number.last)):
        return True
    figure = lower_at(lowers, number.last - 1)
    is_year = number.last - number.first == 1 and len(figure) == 4 and figure.isdecimal() and "19" <= figure[:2] <= "20"
    return is_year and sign is None and not _singular_of(following) and following not in units()


def _touches(found: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a hyphen has no space before it."""
    return found[at].start() == found[at - 1].end()


def _measured(lowers: Sequence[str], number: Number, sign: str | None) -> tuple[int, str]:
    """The end of the number with a unit that is a sign, and what is counted or measured."""
    at = number.last
    if sign:
        return at, sign
    if lower_at(lowers, at) in ("%", "percent", "pct"):
        return at + 1, "percent"
    if (lower_at(lowers, at), lower_at(lowers, at + 1)) == ("per", "cent"):
        return at + 2, "percent"
    if lower_at(lowers, at) in ("percentage", "basis") and lower_at(lowers, at + 1).startswith("point"):
        return at + 2, f"{lowers[at]} point"
    return at, "share" if number.share else _unit(lowers, at)


def _unit(lowers: Sequence[str], at: int) -> str:
    """What is counted from `at` on: a unit of measure, else the first plural noun, else the first word at all."""
    if lower_at(lowers, at) in units():
        return units()[lowers[at]]
    at += lower_at(lowers, at) == "of"
    at += lower_at(lowers, at) in _DETERMINERS
    words = _before_stop(lowers[at:])
    end = at + len(words)
    if words and not any(map(_is_plural, words)) and lower_at(lowers, end) in _JOINS and lowers[at - 1] not in _SINGLE:
        more = [] if number_at(lowers, end + 1) else _before_stop(lowers[end + 1 :])
        words += (
            more if any(map(_is_plural, more)) else []
        )  # "23 Lenish and Farrish sailors", not "12 dead and 30 hurt"
    counted = next(filter(_is_plural, words), words[0] if words else "")
    return "people" if counted in _PEOPLE else units().get(counted, singular(counted))


def _before_stop(words: Sequence[str]) -> list[str]:
    return list(takewhile(lambda word: word not in _STOPS, words))


def _is_plural(word: str) -> bool:
    return word in _PEOPLE or _singular_of(word) is not None


def _singular_of(word: str) -> str | None:
    """The singular of a noun that looks like a plural."""
    one = singular(word)
    return one if one != word or word in ("people", "police") else None


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
