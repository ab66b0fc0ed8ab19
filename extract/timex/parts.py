"""What the words of a match give: years, days, numbers, units, hedges; the building blocks of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extract.english.numerals import number
from extract.timex.anchor import Reading, TimexType
from extract.timex.calendar import UNKNOWN
from extract.timex.grammar import Match
from extract.timex.lexicon import words

DATE = TimexType.DATE


def dated(value: str | None, unit: str, modifier: str | None = None, **more: object) -> Reading:
    """A date by its value, or, without one, a relative date of that unit."""
    known = value is not None
    return Reading(DATE, value if value is not None else UNKNOWN[unit], modifier, relative=not known, **more)  # type: ignore[arg-type]


def phase(match: Match) -> str | None:
    """START, MID or END for "early", "mid-", "the end of"."""
    return match.value("PHASE")


def explicit_year(match: Match) -> int | None:
    """The year that the expression itself gives, in figures or as last / this / next year."""
    word = match.first("YEAR")
    if word is not None:
        return int(word.text)
    spoken = spoken_year(match.lowers)
    if spoken is not None:
        return spoken
    if match.has("year") and match.first("SAME"):
        said = (match.anchor.said or "")[:4]
        return int(said) if len(said) == 4 and said.isdigit() else None
    if match.has("year") and match.anchor.year:
        return match.anchor.year + step(match)
    return None


def spoken_year(lowers: Sequence[str]) -> int | None:
    """The year in "May nineteen ninety-seven", or None."""
    for at, lower in enumerate(lowers):
        if lower in {"eighteen", "nineteen", "twenty", "two"}:
            value = number(lowers[at:])
            return int(value) if value is not None and 1800 <= value < 2100 else None
    return None


def step(match: Match) -> int:
    if match.first("PAST") or match.has("ago"):
        return -1
    return 1 if match.first("NEXT") else 0


def day_number(match: Match) -> int | None:
    """The last number of the expression that can be one ("5 p.m. on May 3")."""
    days = match.find("DAY")
    if days:
        return int(days[-1 if match.first("AMPM") else 0].text)
    value = match.value("ORDINAL")
    return int(value) if value else None


def year_further_on(match: Match) -> int | None:
    """The year a range gives at its end: "from May 3 to June 5, 2018"."""
    rest = match.sentence[match.end : match.end + 7]
    if not rest or rest[0].lower not in {"to", "through", "until", "and", "-", "–", "till", "or"}:
        return None
    for at, word in enumerate(rest[1:], start=1):
        if word.text.isdigit() and len(word.text) == 4 and at >= 2:
            return int(word.text)
        if word.pos == "VERB":
            return None
    return None


def follows(match: Match, *lowers: str) -> bool:
    before = match.before()
    return before is not None and before.lower in lowers


NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "PERSON"})


def is_name(match: Match) -> bool:
    """Whether the words are (part of) a name: a paper or programme called Today, Daily, This Week."""
    word = match.words[-1]
    return word.text[0].isupper() and (word.text.isupper() or word.i > 0) and word.entity in NAMES


def is_titled(match: Match) -> bool:
    """Whether words that are no names by themselves are written as one: "a Narod Today reporter", "ABC's This Week"."""
    before, after = match.before(), match.after()
    if is_name(match):
        return True
    if before is None or not all(w.text[0].isupper() for w in match.words):
        return False
    if before.tag == "POS":
        return after is None or not after.text[0].isupper()
    return before.tag == "NNP" and before.text[0].isupper() and after is not None and after.text.islower()


def checked(year: int, month: int, day: int) -> Reading | None:
    try:
        return Reading(DATE, date(year, month, day).isoformat())
    except ValueError:
        return None


BELOW_A_DAY = frozenset({"second", "minute", "hour"})


WITHIN = {"earlier": "BEFORE", "later": "AFTER"}


#: Years before our era have no value here.
BEFORE_CHRIST = frozenset({"bc", "b.c.", "bce", "b.c.e."})


def unit_of(match: Match) -> str:
    """The singular of the matched unit."""
    return match.value("UNIT") or match.value("UNITS") or ""


def count_of(match: Match) -> float | None:
    """How many units: "three" 3, "a" 1, "a couple of" 2, "two to three" 2, "half a" .5; None for "several"."""
    numerals = match.find("NUM") + match.find("NUMWORD")
    vague = match.value("VAGUE") if not numerals else None
    if vague is not None:
        return float(vague) if vague.isdigit() else None
    half = 0.5 if match.has("half") else 0.0
    if not numerals and not match.has("hundred", "thousand", "dozen"):
        return 1.0 + half if match.has("and") else half or 1.0
    run: list[str] = []
    for word in match.words:
        if run and (word.lower in {"to", "or"} or (word.lower == "-" and run[-1].isdigit())):
            break
        if word in numerals or (word.lower in {"hundred", "thousand", "and"} and run):
            run.append(word.lower)
    if not run and match.has("hundred", "thousand", "dozen"):
        run = [w for w in match.lowers if w in {"hundred", "thousand", "dozen"}]
    while run and run[-1] == "and":
        run.pop()
    value = number(run)
    return None if value is None else value + half


def leading_preposition(match: Match) -> int:
    """1 where the match begins with a preposition that only looks like a hedge: "evolved over several years"."""
    word = match.words[0]
    return int(word.lower in {"over", "around", "about", "under"} and word.dep == "prep")


def hedge(match: Match) -> str | None:
    """TIMEX3's modifier for "about", "more than", "less than", "at least", "nearly", "up to"."""
    if leading_preposition(match):
        return None
    for phrase, modifier in (
        (("more", "than"), "MORE_THAN"),
        (("less", "than"), "LESS_THAN"),
        (("fewer", "than"), "LESS_THAN"),
        (("at", "least"), "EQUAL_OR_MORE"),
        (("at", "most"), "EQUAL_OR_LESS"),
        (("up", "to"), "EQUAL_OR_LESS"),
    ):
        if tuple(match.lowers[:2]) == phrase:
            return modifier
    return match.value("HEDGE")


def is_time_of_day(match: Match) -> bool:
    """ "at 1353 (1023 GMT)", "1353 GMT", "1353 local time": figures that look like a year."""
    after, zone = match.after(), match.after(2)
    if after is None or len(match.words) > 1:
        return False
    local = after.lower == "local" and (match.after(1) or after).lower == "time"
    again = after.text == "(" and zone is not None and "ZONE" in words().get(zone.lower, {})
    return local or again or "ZONE" in words().get(after.lower, {})
