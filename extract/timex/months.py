"""Rules for months and years."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.timex.anchor import Reading, TimexType
from extract.timex.grammar import Match, Rules
from extract.timex.lexicon import shape_of
from extract.timex.parts import (
    BEFORE_CHRIST,
    NAMES,
    explicit_year,
    follows,
    is_time_of_day,
    phase,
    spoken_year,
    year_further_on,
)
from extract.timex.tense import FUTURE, PAST

RULES = Rules()
DATE = TimexType.DATE


@RULES("YEARS", "YEAR HYPHEN(?:YEAR|TWO|DAY)")
def years(match: Match) -> Reading | None:
    """ "1914-18", "1998–2004"."""
    written = "".join(match.lowers)
    if len(written) != match.words[-1].end - match.words[0].start or len(written) not in {7, 9}:
        return None
    first, last = written[:4], written[5:]
    last = last if len(last) == 4 else first[:2] + last
    return Reading(DATE, f"{first}/{last}") if last > first else None


@RULES(
    "<phase>?MONTH(?:COMMA|of)?(?:YEAR|<spoken>)",
    "<phase>?MONTH(?:of)?(?:the)?(?:PAST|THIS|NEXT|SAME)year",
    "<phase>?(?:PAST|NEXT|THIS)MONTH",
    "<phase>?MONTH",
)
def month(match: Match) -> Reading | None:
    """ "early May 2019", "June last year", "last April", "in mid-July"."""
    which = int(match.value("MONTH") or 0)
    if match.lowers[-1] == "march" and match.words[-1].text == "march":
        return None
    if len(match.words) == 1 and not _is_month(match):
        return None
    year = explicit_year(match) or year_further_on(match) or _year_of_month(match, which)
    if year is None:
        return Reading(DATE, f"XXXX-{which:02}", phase(match), relative=True)
    return Reading(DATE, f"{year:04}-{which:02}", phase(match))


def _is_month(match: Match) -> bool:
    """Whether a month's name by itself is one: not the "March for Jobs", not a woman called April."""
    word = match.words[0]
    if word.text.islower():
        return False
    if word.lower not in {"march", "may", "april", "june", "august"}:
        return True
    after = match.after()
    if after is not None and after.text == "Day":
        return False
    if word.dep in {"nsubj", "appos"} or (word.lower == "march" and after is not None and after.tag == "IN"):
        return follows(match, "in", "since", "until", "by", "of", "from")
    return word.entity == "DATE" or follows(match, "in", "since", "until", "by", "of", "last", "next", "through", "to")


def _year_of_month(match: Match, which: int) -> int | None:
    anchor = match.anchor
    if anchor.year is None or anchor.month is None:
        return None
    ahead = which - anchor.month
    if match.first("PAST"):
        return anchor.year - (ahead >= 0)
    if match.first("NEXT"):
        return anchor.year + (ahead <= 0)
    if match.first("THIS"):
        return anchor.year
    before, said = match.before(), anchor.said or ""
    if before is not None and before.lower == "that" and before.head in match.words and said[:4].isdigit():
        return int(said[:4])  # "It closed in 2019. That June its owner died"
    begun = _begun(match)
    if begun is not None:
        return begun[0] + (which < begun[1])
    if match.direction == PAST:
        return anchor.year - (ahead > 0)
    if match.direction == FUTURE:
        return anchor.year + (ahead < -1)
    return anchor.year + (ahead < -6) - (ahead > 5)


def _begun(match: Match) -> tuple[int, int] | None:
    """Year and month of the first month of "from May to September", seen from its last."""
    if match.start < 2 or not follows(match, "to", "through", "until", "and", "-", "–"):
        return None
    first = match.between(match.start - 2, match.start - 1)
    which = first.value("MONTH")
    year = _year_of_month(first, int(which)) if which is not None else None
    return (year, int(which or 0)) if year is not None else None


_BEFORE_YEAR = frozenset(
    {"about", "after", "and", "around", "before", "between", "by", "circa", "during", "early", "for", "from", "in"}
    | {"late", "mid", "of", "or", "since", "than", "the", "through", "till", "to", "until", ",", "(", "-", "–"}
)


@RULES(
    "<phase>?(?:the)?(?:fiscal|calendar|fy)(?:year)?YEAR",
    "<phase>?(?:the year)?YEAR",
    "(?:the year)?<spoken>",
    "PHASEYEAR",
    "SHORTYEAR",
    "APOS TWO",
)
def year(match: Match) -> Reading | None:
    """ "in 1998", "early 1991", "fiscal 1988", "the 1978 treaty", "nineteen ninety-eight"."""
    word = match.first("YEAR")
    if word is None:
        return _shaped_year(match)
    if not (len(match.words) > 1 or _is_year(match)) or is_time_of_day(match):
        return None
    fiscal = match.has("fiscal", "fy")
    return Reading(DATE, word.text, "FISCAL" if fiscal else phase(match), bounds=(None, None) if fiscal else None)


def _shaped_year(match: Match) -> Reading | None:
    """ "mid-1996", "post-1990", "'82", "nineteen ninety-eight"."""
    lower = match.lowers[0]
    if match.first("PHASEYEAR"):
        shape = shape_of("PHASEYEAR", lower)
        return Reading(DATE, shape[2], _PREFIXES[shape[1]])
    if match.first("SHORTYEAR"):
        figures = shape_of("SHORTYEAR", lower)[1]
        return Reading(DATE, f"{19 if int(figures) > 49 else 20}{figures}")
    if match.first("APOS"):
        century = 19 if int(match.lowers[1]) > 49 else 20
        return Reading(DATE, f"{century}{match.lowers[1]}") if follows(match, "since", "in", "of", "until") else None
    value = spoken_year(match.lowers)
    if value is None or not (match.has("year") or match.words[0].entity == "DATE" or follows(match, "in", "since")):
        return None
    return Reading(DATE, str(value))


_PREFIXES = {"early": "START", "mid": "MID", "late": "END", "end": "END", "pre": "BEFORE", "post": "AFTER"}


def _dates_noun(word: Word) -> bool:
    """ "a 2021 count": a number of this size before a noun in the singular counts nothing."""
    measured = word.head.lower in entries("time_nouns") or word.head.lower in _MEASURES
    return word.dep == "nummod" and word.head.tag == "NN" and 1900 <= int(word.text) < 2100 and not measured


#: "the Rowan 2000 index": the number of shares that it holds.
_INDICES = frozenset({"index", "indices", "composite"})
_MEASURES = frozenset({"metre", "meter", "km", "mile", "kilogram", "kg", "ton", "tonne", "litre", "liter", "square"})


def _is_year(match: Match) -> bool:
    """Whether a bare four-digit number is a year: not an amount, a count or a house number."""
    before, after, word = match.before(), match.after(), match.words[0]
    if before is not None and (before.tag == "$" or before.text in {"#", "€", "£", "No.", "x"}):
        return False
    if before is not None and before.lower in entries("numbered"):
        return False
    if after is not None and after.lower in _INDICES:
        return False
    if after is not None and after.lower in {"%", "percent", "of", "year", "years", *BEFORE_CHRIST}:
        return False
    if after is not None and _may_be_counted(after, word):
        return word.entity == "DATE" and not _is_count(before, word, after)
    if before is not None and before.tag in {"PRP$", "POS"} and word.head.tag == "NNP" and word.head.entity in NAMES:
        return False  # a model: "her 1987 Tatra"
    if word.entity in {"DATE", "EVENT"} or _dates_noun(word):
        return True
    if word.entity in {"CARDINAL", "QUANTITY", "MONEY", "PERCENT"}:
        return False
    return 1500 <= int(word.text) < 2100 and (before is None or before.lower in _BEFORE_YEAR or word.dep == "nummod")


def _may_be_counted(after: Word, word: Word) -> bool:
    plural = after.tag == "NNS" and (word.head is after or word.dep == "nummod") and after.entity != "EVENT"
    return plural or after.lower in {"people", "members"}


def _is_count(before: Word | None, number: Word, after: Word) -> bool:
    """ "a survey of 1709 pupils": people are counted, and without "the" so is what an early year would date."""
    if before is not None and before.tag in {"DT", "PRP$", "POS"}:
        return False
    people = after.lemma.lower() in entries("person_nouns") or after.lower == "people"
    return people or int(number.text) < 1900


@RULES("FISCALYEAR")
def fiscal_year(match: Match) -> Reading | None:
    """ "FY2019": a year whose months only the company knows."""
    figures = shape_of("FISCALYEAR", match.lowers[0])[1]
    return Reading(DATE, figures if len(figures) == 4 else f"20{figures}", "FISCAL", bounds=(None, None))
