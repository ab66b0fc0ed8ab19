"""Quantities: a number with its unit, its range and how near it is, for comparing figures across articles.

Normal form (`normal_form`, for a qualifier's value): the number, a space, the unit; `~` before an
approximate number, `>=` or `<=` before an open range, `..` between the ends of a closed one:
"2000 people", "~2000 people", ">=24 house", "5..7 percent", "1650000000 USD". Shares ("a third of
voters") are fractions of one with the unit "share". Currencies are ISO 4217 codes where the sign or word
names one; counted nouns are lemmas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
)  # fmt: skip
from extract.english.wordlists import entries
from extract.model import Quantity, slice_spans
from extract.syntax.tree import Word, spans_of
from extract.syntax.words import NOUN_TAGS

_CALENDAR = frozenset({"DATE", "TIME", "ORDINAL"})
_TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade"})
_PLURAL_NOUNS = frozenset({"NNS", "NNPS"})


#: A scale's letter that has swallowed the sentence's full stop.
_STOPPED = {"m.": "m", "bn.": "bn", "tn.": "tn", "k.": "k"}


@dataclass(frozen=True, slots=True)
class _Row:
    """The words that are searched, with their lower-case forms."""

    words: Sequence[Word]
    lowers: Sequence[str]

    def lower(self, at: int) -> str:
        return lower_at(self.lowers, at)


def quantities(words: Sequence[Word], source: str) -> tuple[Quantity, ...]:
    """The quantities among the words of an argument or qualifier, in order. `source` is the article's text.

    Dates, ordinals, results ("2-1") and numbers that only name ("Flight 103") are no quantities.
    """
    if "CD" not in [w.tag for w in words] and NUMBER_LIKE.isdisjoint([w.lower for w in words]):
        return ()
    row = _Row(words, [_STOPPED.get(w.lower, w.lower) for w in words])
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        number = number_at(row.lowers, at)
        if number is None:
            at += 1
            continue
        at, quantity = _quantity(row, number, source)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def normal_form(quantity: Quantity) -> str:
    """The quantity as one string to compare by (see the module's docstring)."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        about = "~" if quantity.approximate else ""
        figure = about + (_figure(low) if low == high else f"{_figure(low)}..{_figure(high)}")
    else:
        figure = f">={_figure(low)}" if low is not None else f"<={_figure(high or 0.0)}"
    return f"{figure} {quantity.unit}" if quantity.unit else figure


def _figure(value: float) -> str:
    return str(int(value)) if value.is_integer() else f"{value:.6g}"


def _quantity(row: _Row, number: Number, source: str) -> tuple[int, Quantity | None]:
    """Where to go on, and the quantity with its range, comparison and unit, or None."""
    joined = ranged(row.lowers, number)
    if joined is None:
        return number.last + 2, None
    if _only_names(row, joined):
        return joined.last, None
    number, sign = with_currency(row.lowers, joined)
    number = compared(row.lowers, number)
    unit, unit_words = (sign, ()) if sign else _unit(row, number)
    if unit_words and sign is None and _is_in_name(unit_words[-1], row):
        return number.last, None
    if unit is None and _is_pronoun(row, number):
        return number.last, None
    spans = spans_of([*row.words[number.first : number.last], *unit_words])
    text = slice_spans(source, spans)
    return number.last, Quantity(text, spans, number.low, number.high, unit, number.approximate)


def _only_names(row: _Row, number: Number) -> bool:
    """Dates and times of day, years, ordinals, and numbers that name: "No. 5", "Article 5", "Flight 103"."""
    first, last = row.words[number.first], row.words[number.last - 1]
    after = row.lower(number.last)
    after = row.lower(number.last + 1) if after in HYPHENS else after
    if number.share:
        return False
    if (first.entity in _CALENDAR or last.entity in _CALENDAR) and not _counts(row, number):
        return after.rstrip("s") not in _TIME_UNITS and after not in units()
    if _is_year(row, number):
        return True
    if after in {"am", "pm", "a.m.", "p.m."} or (last.tag == "NNP" and last.text.isalpha()):
        return True
    before = row.words[number.first - 1] if number.first else None
    return before is not None and (
        before.lower in {"no.", "number", "#"}
        or before.lower in entries("numbered")
        or (before.tag == "NNP" and last.dep in {"nummod", "appos"} and last.head.tag == "NNP" and after != "%")
    )


def _counts(row: _Row, number: Number) -> bool:
    """Whether a noun in the plural is counted, whatever the entity recogniser took the number for."""
    numeral = next((w for w in row.words[number.first : number.last] if w.tag == "CD"), None)
    if numeral is None or _is_year(row, number):
        return False
    head = numeral.head
    return numeral.dep == "nummod" and head.tag == "NNS" and head.i > numeral.i and not head.entity


def _is_year(row: _Row, number: Number) -> bool:
    """ "the 2008 campaign", "the 2014 survey"."""
    word = row.words[number.first]
    if number.last - number.first != 1 or not (len(word.text) == 4 and word.text.isdigit()):
        return False
    counts = word.head.tag in _PLURAL_NOUNS and word.head.i > word.i and word.entity != "DATE"
    return 1900 <= int(word.text) < 2100 and not counts and row.lower(number.first - 1) not in units()


def _is_pronoun(row: _Row, number: Number) -> bool:
    """ "one" that stands for somebody, and numbers inside a name."""
    word = row.words[number.last - 1]
    return word.tag in {"NNP", "NNPS", "PRP"} or (word.lower == "one" and word.dep != "nummod")


def _is_in_name(counted: Word, row: _Row) -> bool:
    """ "10 Castle Street": a name in the singular is not counted."""
    return counted.tag == "NNP" and counted.lower not in units() and counted.text[0].isupper() and counted in row.words


def _unit(row: _Row, number: Number) -> tuple[str | None, tuple[Word, ...]]:
    """What is counted or measured, and its words: a unit of measure, a currency, or the counted noun."""
    if number.share:
        return "share", ()
    at = number.last + (row.lower(number.last) in HYPHENS)
    lower = row.lower(at)
    if (lower, row.lower(at + 1)) == ("per", "cent"):
        return "percent", tuple(row.words[at : at + 2])
    if lower in {"percentage", "basis"} and row.lower(at + 1).startswith("point"):
        return f"{lower} point", tuple(row.words[at : at + 2])
    if lower in units():
        return units()[lower], tuple(row.words[number.last : at + 1])
    counted = _counted(row, number, at)
    if not counted:
        return None, ()
    noun = counted[-1]
    name = noun.lower.removesuffix("s") if noun.tag == "NNPS" else noun.lemma.lower()  # "60 Democrats"
    return units().get(noun.lower, name), counted


def _counted(row: _Row, number: Number, at: int) -> tuple[Word, ...]:
    """The counted noun with its "of": the next plural noun, the number's head, or what follows "of"."""
    if at >= len(row.words):
        return ()
    if row.lower(at) == "of" and (number.high is None or number.approximate or number.scaled):
        noun = next((w for w in row.words[at + 1 :] if w.tag in NOUN_TAGS and w.dep != "compound"), None)
        return (row.words[at], noun) if noun is not None else ()
    if row.words[at].tag in _PLURAL_NOUNS or row.lower(at) in _TIME_UNITS:
        return tuple(row.words[number.last : at + 1])
    for word in row.words[number.first : number.last]:
        head = word.head.head if word.head.tag == "CD" else word.head
        if head.tag in NOUN_TAGS and head.i > row.words[number.last - 1].i and head in row.words:
            return (head,)
    return (row.words[at],) if row.words[at].tag in NOUN_TAGS else ()
