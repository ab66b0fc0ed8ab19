"""Rules for quarters and half-years, as companies report them."""

from __future__ import annotations

from extract.timex.anchor import Reading, TimexType
from extract.timex.grammar import Match, Rules
from extract.timex.lexicon import shape_of
from extract.timex.parts import dated, explicit_year, phase
from extract.timex.tense import FUTURE, PAST

RULES = Rules()
DATE = TimexType.DATE

_YEAR = "(?:COMMA? (?:of|in)?(?:the)?(?:fiscal)?YEAR|COMMA? (?:of|in)?(?:the)?(?:PAST|THIS|NEXT|SAME)year|of the year)"


@RULES(
    f"(?:the)?(?:<phase>)?(?:fiscal)?HYPHEN?(?:(?:PAST|THIS|NEXT)year(?:'s|’s)?)?(?:ORDINAL|PAST)HYPHEN?(?:fiscal)?quarter{_YEAR}?",
    "(?:the)?YEAR ORDINAL HYPHEN?quarter",
    f"QUARTER{_YEAR}?",
)
def quarter(match: Match) -> Reading | None:
    """ "the third quarter of 2018", "fourth-quarter profit", "Q2", "the fiscal first quarter"."""
    which = _which_quarter(match)
    if which is None:
        return None
    year = explicit_year(match)
    if year is None:
        year = _year_of(match, which, 4)
    if year is None:
        return Reading(DATE, f"XXXX-Q{which}", relative=True)
    return Reading(DATE, f"{year:04}-Q{which}", phase(match))


def _which_quarter(match: Match) -> int | None:
    if match.first("QUARTER"):
        shape = shape_of("QUARTER", match.find("QUARTER")[0].lower)
        return int(shape[1] or shape[2])
    value = match.value("ORDINAL")
    if value is None:
        return 4 if match.has("final", "last") and explicit_year(match) else None
    return int(value) if int(value) < 5 else None


def _year_of(match: Match, which: int, parts: int) -> int | None:
    """The year of the n-th quarter or half: results look back, forecasts ahead."""
    anchor = match.anchor
    if anchor.year is None or anchor.month is None:
        return None
    now = (anchor.month - 1) * parts // 12 + 1
    if match.direction == FUTURE:
        return anchor.year + (which < now - 1) - (which == parts and now == 1)
    if match.direction == PAST:
        return anchor.year - (which > now)
    return anchor.year - (which - now > 1) if which > now else anchor.year


@RULES(f"(?:the)?(?:ORDINAL|PAST)HYPHEN?half{_YEAR}", "(?:the)?ORDINAL HYPHEN?half", f"HALF{_YEAR}?")
def half(match: Match) -> Reading | None:
    """ "the first half of 2019", "H1 2019"; without a year only where it is plainly one ("first-half sales")."""
    if match.first("HALF"):
        which = int(shape_of("HALF", match.find("HALF")[0].lower)[1])
    else:
        value = match.value("ORDINAL")
        which = int(value) if value else 2
    if which > 2:
        return None
    year = explicit_year(match)
    if year is None:
        if not (match.has("year") or match.first("HALF") or match.has("-")):
            return None
        year = _year_of(match, which, 2)
    if year is None:
        return Reading(DATE, f"XXXX-H{which}", relative=True)
    return Reading(DATE, f"{year:04}-H{which}")


@RULES("the quarter(?:a|one)year(?:ago|earlier|before)")
def quarter_before(match: Match) -> Reading | None:
    """ "in the quarter a year before"."""
    return year_before(match.anchor.reported) if match.anchor.reported else dated(None, "quarter")


def year_before(reported: str) -> Reading:
    """In a report on a quarter, "a year earlier" is that quarter of the year before."""
    return Reading(DATE, f"{int(reported[:4]) - 1:04}{reported[4:]}")


@RULES(
    "the(?:LATEST|year HYPHEN?(?:ago|earlier)|YEAR|PAST|SAME|THIS)(?:quarter|period|half)",
    "the quarter",
    "year HYPHEN?(?:ago|earlier)(?:quarter|period)",
)
def reporting_period(match: Match) -> Reading | None:
    """ "the quarter", "the latest period", "the year-ago quarter": by the quarter last spoken of."""
    if match.first("THIS"):
        return dated(match.anchor.away("quarter", 0), "quarter") if match.has("quarter") else None
    known = match.anchor.quarter
    latest = match.anchor.away("quarter", -1)
    if match.first("LATEST") and known is not None and latest is not None and known > latest:
        known = latest
    if match.has("period") and known is None and match.first("YEAR") is None:
        return _latest_quarter(match) if match.first("LATEST") else None
    year = match.first("YEAR")
    if known is None:
        if match.has("quarter") and match.first("YEAR") is None and not match.has("half"):
            return _latest_quarter(match)
        return Reading(DATE, year.text) if year is not None and not match.has("half") else None
    if match.has("half"):
        return None
    number = int(known[:4])
    if year is not None:
        number = int(year.text)
    elif match.has("year"):
        number -= 1
    elif match.first("PAST"):
        return None
    return Reading(DATE, f"{number:04}{known[4:]}")


def _latest_quarter(match: Match) -> Reading:
    back = -1 if match.has("latest", "last", "previous", "recent") else 0
    return dated(match.anchor.away("quarter", back), "quarter")
