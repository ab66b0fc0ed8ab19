"""Quantities: a number with its unit, its range and how near it is, for comparing figures across articles.

Normal form (`normal_form`, for a qualifier's value): the number, a space, the unit; `~` before an
approximate number, `>=` or `<=` before an open range, `..` between the ends of a closed one:
"2000 people", "~2000 people", ">=24 house", "5..7 percent", "1650000000 USD". Shares ("a third of
voters") are fractions of one with the unit "share". Nouns are in the singular, as lemmas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.lexicon import entries
from extract.model import Quantity, slice_spans
from extract.numerals import NUMBER_WORDS, SCALE_WORDS, SCALES, digits, number
from extract.tree import Word, spans_of

#: Plural scales count an open number: "dozens" is at least two dozen.
_PLURALS = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "tens": 20.0,
}
_FRACTIONS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}  # fmt: skip
_VAGUE = {"several": 3.0, "few": 3.0, "couple": 2.0}
_HYPHENS = frozenset("-–—")
_LEAST = (("more", "than"), ("at", "least"), ("over",), ("above",), ("no", "fewer", "than"), ("no", "less", "than"), ("not", "less", "than"), ("exceeding",), ("upwards", "of"), ("well", "over"), ("minimum", "of"))  # fmt: skip
_MOST = (("less", "than"), ("fewer", "than"), ("at", "most"), ("up", "to"), ("under",), ("below",), ("no", "more", "than"), ("not", "more", "than"), ("as", "many", "as"), ("as", "much", "as"), ("maximum", "of"), ("as", "high", "as"))  # fmt: skip
_ABOUT = (("about",), ("around",), ("roughly",), ("approximately",), ("some",), ("nearly",), ("almost",), ("close", "to"), ("an", "estimated"), ("estimated",), ("circa",), ("near",), ("just", "over"), ("just", "under"))  # fmt: skip
_TRIGGERS = frozenset(_PLURALS) | frozenset(_FRACTIONS) | frozenset(_VAGUE) | SCALE_WORDS | NUMBER_WORDS
_CLOCK_TYPES = frozenset({"DATE", "TIME", "ORDINAL"})


@dataclass(slots=True)
class _Found:
    """A number while its surroundings are read: words `first` to `last` (half-open) of the phrase."""

    first: int
    last: int
    low: float | None
    high: float | None
    unit: str | None = None
    approximate: bool = False
    scaled: bool = False
    share: bool = False


@cache
def _units() -> dict[str, str]:
    pairs = (line.split(None, 1) for line in entries("units"))
    return {pair[0]: pair[1] for pair in pairs}


def quantities(words: Sequence[Word], source: str) -> tuple[Quantity, ...]:
    """The quantities among the words of an argument or qualifier, in order. `source` is the article's text.

    Dates, ordinals, names that contain a number and results ("2-1") are no quantities.
    """
    if not any(w.tag == "CD" or w.lower in _TRIGGERS for w in words):
        return ()
    lowers = [w.lower for w in words]
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        number = _number_at(words, lowers, at)
        if number is None:
            at += 1
            continue
        at = number.last
        quantity = _complete(words, lowers, number, source)
        if quantity is not None:
            found.append(quantity)
            at = max(at, number.last)
    return tuple(found)


def normal_form(quantity: Quantity) -> str:
    """The quantity as one string to compare by (see the module's docstring)."""
    low, high = quantity.low, quantity.high
    about = "~" if quantity.approximate else ""
    if low is not None and high is not None:
        figure = f"{about}{low:.12g}" if low == high else f"{about}{low:.12g}..{high:.12g}"
    else:
        figure = f">={low:.12g}" if low is not None else f"<={high:.12g}"
    return f"{figure} {quantity.unit}" if quantity.unit else figure


def _number_at(words: Sequence[Word], lowers: Sequence[str], at: int) -> _Found | None:
    lower = lowers[at]
    if lower in _PLURALS:
        return _open_number(lowers, at)
    if lower in _FRACTIONS:
        return _fraction(words, lowers, at)
    if lower in _VAGUE:
        return _vague(lowers, at)
    if digits(lower) is None and lower not in NUMBER_WORDS and not _counts_as_one(words, lowers, at):
        return None
    if lower == "one" and words[at].tag != "CD":
        return None
    end = _run(lowers, at + 1 if lower in {"a", "an"} else at)
    run = lowers[at + 1 : end] if lower in {"a", "an"} else lowers[at:end]
    value = number(run)
    if value is None:
        return None
    if end < len(words) and lowers[end] in _FRACTIONS and lowers[end] != "half" and words[end].lower.endswith("s"):
        share = value / _FRACTIONS[lowers[end]]
        return _Found(at, end + 1, share, share, "share", share=True)
    return _Found(at, end, value, value, scaled=any(w in SCALES for w in run))


def _counts_as_one(words: Sequence[Word], lowers: Sequence[str], at: int) -> bool:
    """ "a dozen", "a million": the article counts one."""
    if lowers[at] in {"a", "an"}:
        return at + 1 < len(words) and lowers[at + 1] in SCALE_WORDS
    return lowers[at] in SCALE_WORDS


def _run(lowers: Sequence[str], at: int) -> int:
    """Where the number that begins at `at` ends: "two hundred and five", "twenty-four", "1.65 billion"."""
    end = at + 1
    while end < len(lowers):
        lower = lowers[end]
        if lower in NUMBER_WORDS or lower in SCALE_WORDS:
            if digits(lowers[end - 1]) is not None and lower in NUMBER_WORDS:
                break
            end += 1
        elif lower in {"m", "bn", "mn", "tn", "k"} and digits(lowers[end - 1]) is not None:
            end += 1
        elif lower in {"and", "-"} and end + 1 < len(lowers) and _joins(lowers, end):
            end += 2
        else:
            break
    return end


def _joins(lowers: Sequence[str], at: int) -> bool:
    before, after = lowers[at - 1], lowers[at + 1]
    if after not in NUMBER_WORDS:
        return False
    return before in SCALE_WORDS if lowers[at] == "and" else before.endswith("ty")


def _open_number(lowers: Sequence[str], at: int) -> _Found | None:
    """ "hundreds of thousands": from twice the scale up, without an end."""
    low, end = _PLURALS[lowers[at]], at + 1
    if lowers[end : end + 1] == ["of"] and len(lowers) > end + 1 and lowers[end + 1] in _PLURALS:
        low, end = low / (2 if lowers[at] == "hundreds" else 1) * _PLURALS[lowers[end + 1]] / 2 * (2 if lowers[at] == "hundreds" else 1), end + 2  # fmt: skip
    elif lowers[at] in {"tens", "scores"} and lowers[end : end + 1] != ["of"]:
        return None
    return _Found(at, end, low, None, approximate=True, scaled=True)


def _fraction(words: Sequence[Word], lowers: Sequence[str], at: int) -> _Found | None:
    """ "a third of voters", "half", "one quarter"; not "the third quarter", "the first half"."""
    before = lowers[at - 1] if at else ""
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if lowers[at] == "half" and following in {"a", "an"} and at + 2 < len(lowers) and lowers[at + 2] in SCALE_WORDS:
        value = SCALES[lowers[at + 2]] / 2
        return _Found(at, at + 3, value, value, scaled=True)
    if before not in {"a", "one", "-", "nearly", "almost", "about", "over", "than"} and not (
        lowers[at] == "half" and following in {"of", "the"} and before not in {"first", "second", "last", "other"}
    ):
        return None
    if following not in {"of", "the", ""} and lowers[at] != "half":
        return None
    first = at - 1 if before in {"a", "one"} else at
    value = 1 / _FRACTIONS[lowers[at]]
    return _Found(first, at + 1, value, value, "share", share=True)


def _vague(lowers: Sequence[str], at: int) -> _Found | None:
    """ "several hundred people", "a few", "a couple of": near the number it names, open above."""
    low, end = _VAGUE[lowers[at]], at + 1
    first = at - 1 if at and lowers[at - 1] == "a" else at
    if lowers[at] == "few" and first == at:
        return None
    if end < len(lowers) and lowers[end] in SCALE_WORDS:
        low, end = low * SCALES[lowers[end]], end + 1
        return _Found(first, end, low, None, approximate=True, scaled=True)
    high = low if lowers[at] == "couple" else None
    return _Found(first, end, low, high, approximate=True)


def _complete(words: Sequence[Word], lowers: Sequence[str], found: _Found, source: str) -> Quantity | None:
    """The quantity with its range, comparison and unit; None for a date, ordinal or part of a name."""
    if not _range(words, lowers, found) or _no_quantity(words, lowers, found):
        return None
    _currency(lowers, found)
    _compare(lowers, found)
    unit = _unit_words(words, lowers, found)
    if found.unit is None and not unit and _is_bare_name(words, found):
        return None
    members = [*words[found.first : found.last], *unit]
    spans = spans_of(members)
    return Quantity(slice_spans(source, spans), spans, found.low, found.high, found.unit, found.approximate)


def _range(words: Sequence[Word], lowers: Sequence[str], found: _Found) -> bool:
    """Joins "5 to 7", "5-7", "between 5 and 7"; False for "2-1", which is a result."""
    at = found.last
    if at + 1 >= len(words) or found.high is None:
        return True
    joint = lowers[at]
    between = found.first > 0 and lowers[found.first - 1] == "between"
    if not (joint in _HYPHENS or joint == "to" or (joint == "and" and _between(lowers, found))):
        return True
    start = at + 2 if lowers[at + 1] in _units() and len(words) > at + 2 else at + 1
    other = _number_at(words, lowers, start)
    if other is None or other.low is None:
        return True
    low = found.low or 0.0
    if other.scaled and not found.scaled and low < 1000:
        low *= _scale_of(lowers[start : other.last])
    if low >= other.low:
        return joint not in _HYPHENS
    found.low, found.high, found.last = low, other.low, other.last
    found.first -= between
    return True


def _between(lowers: Sequence[str], found: _Found) -> bool:
    before = lowers[max(0, found.first - 2) : found.first]
    return "between" in before


def _scale_of(run: Sequence[str]) -> float:
    scale = 1.0
    for lower in run:
        scale *= SCALES.get(lower, 1.0)
    return scale


def _no_quantity(words: Sequence[Word], lowers: Sequence[str], found: _Found) -> bool:
    """Dates and times of day, ordinals, and numbers that name: "No. 5", "Article 5", "Flight 103"."""
    first, last = words[found.first], words[found.last - 1]
    if first.entity in _CLOCK_TYPES or last.entity in _CLOCK_TYPES:
        following = lowers[found.last] if found.last < len(words) else ""
        return following.rstrip("s") not in {"year", "month", "week", "day", "hour", "minute", "second", "decade", "-"}
    before = words[found.first - 1] if found.first else None
    return before is not None and (
        before.lower in {"no.", "number", "#"}
        or (
            before.tag == "NNP"
            and last.head is not before
            and last.dep in {"nummod", "appos"}
            and last.head.tag == "NNP"
        )
    )


def _is_bare_name(words: Sequence[Word], found: _Found) -> bool:
    word = words[found.last - 1]
    return (
        word.dep in {"compound", "nmod"}
        or word.tag in {"NNP", "NNPS"}
        or (word.lower == "one" and word.dep != "nummod")
    )


def _currency(lowers: Sequence[str], found: _Found) -> None:
    if found.first and not found.share:
        sign = lowers[found.first - 1]
        unit = _units().get(sign)
        if (
            unit is not None
            and (not sign.isalpha() or sign in {"usd", "eur", "gbp", "rs", "cny", "rmb", "jpy"})
            and sign != "%"
        ):
            found.unit, found.first = unit, found.first - 1


def _compare(lowers: Sequence[str], found: _Found) -> None:
    for phrases, act in ((_LEAST, _at_least), (_MOST, _at_most), (_ABOUT, _about)):
        for phrase in phrases:
            start = found.first - len(phrase)
            if start >= 0 and tuple(lowers[start : found.first]) == phrase:
                found.first = start
                act(found)
                return
    rest = tuple(lowers[found.last : found.last + 2])
    if rest == ("or", "more"):
        _at_least(found)
        found.last += 2
    elif rest in {("or", "less"), ("or", "fewer")}:
        _at_most(found)
        found.last += 2
    elif rest == ("or", "so"):
        found.approximate = True
        found.last += 2


def _at_least(found: _Found) -> None:
    found.high = None


def _at_most(found: _Found) -> None:
    found.low, found.high = None, found.high if found.high is not None else found.low


def _about(found: _Found) -> None:
    found.approximate = True


def _unit_words(words: Sequence[Word], lowers: Sequence[str], found: _Found) -> list[Word]:
    """The words that say what is counted; sets the unit."""
    at = found.last
    if found.share or found.unit is not None:
        return []
    if at < len(words) and lowers[at] in _HYPHENS and at + 1 < len(words):
        at += 1
    if at >= len(words):
        return []
    if lowers[at : at + 2] == ["per", "cent"]:
        found.unit = "percent"
        return list(words[at : at + 2])
    if lowers[at] in {"percentage", "basis"} and len(words) > at + 1 and lowers[at + 1].startswith("point"):
        found.unit = f"{lowers[at]} point"
        return list(words[at : at + 2])
    unit = _units().get(lowers[at])
    if unit is not None:
        found.unit = unit
        return [words[at]]
    counted = _counted(words, lowers, found, at)
    if counted is None:
        return []
    found.unit = counted.lemma.lower()
    return [counted]


def _counted(words: Sequence[Word], lowers: Sequence[str], found: _Found, at: int) -> Word | None:
    """The noun that is counted: the number's head, or the noun behind "of"."""
    if lowers[at] == "of" and found.low is not None and (found.high is None or found.approximate or found.scaled):
        return next((w for w in words[at + 1 :] if w.tag in {"NNS", "NNPS", "NN"} and w.dep != "compound"), None)
    for word in words[found.first : found.last]:
        head = word.head
        if head.i > words[found.last - 1].i and head.tag in {"NN", "NNS", "NNP", "NNPS"} and head in words:
            return head
    if words[at].tag in {"NN", "NNS"}:
        return words[at]
    return None
