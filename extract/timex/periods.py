"""Rules for quarters, halves, seasons, decades and centuries."""

from __future__ import annotations

from extract.timex.anchor import Reading, TimexType
from extract.timex.dates import dated, explicit_year, phase
from extract.timex.grammar import Match, rule
from extract.timex.lexicon import shape_of
from extract.timex.tense import FUTURE, PAST

DATE = TimexType.DATE
_YEAR = "(?:COMMA? (?:of|in)?(?:the)?(?:fiscal)?YEAR|COMMA? (?:of|in)?(?:the)?(?:PAST|THIS|NEXT|SAME)year|of the year)"
_SEASON_ORDER = ("WI", "SP", "SU", "FA")


@rule(
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


@rule(f"(?:the)?(?:ORDINAL|PAST)HYPHEN?half{_YEAR}", "(?:the)?ORDINAL HYPHEN?half", f"HALF{_YEAR}?")
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


@rule("the quarter(?:a|one)year(?:ago|earlier|before)")
def quarter_before(match: Match) -> Reading | None:
    """ "For the quarter a year ago"."""
    return year_before(match.anchor.reported) if match.anchor.reported else dated(None, "quarter")


def year_before(reported: str) -> Reading:
    """In a report on a quarter, "a year earlier" is that quarter of the year before."""
    return Reading(DATE, f"{int(reported[:4]) - 1:04}{reported[4:]}")


@rule(
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


@rule(
    "<phase>?(?:the)?SEASON(?:COMMA|of)?(?:the)?(?:YEAR|<spoken>)",
    "<phase>?(?:the)?(?:PAST|NEXT|THIS|SAME)SEASON",
    "<phase>?SEASON(?:of)?(?:PAST|NEXT|THIS|SAME)year",
    "(?:the)?<phase>SEASON",
    "(?:in|by|until|during|since|over|into)(?:the)?SEASON",
    "SEASON",
)
def season(match: Match) -> Reading | None:
    """ "last fall", "the summer of 2018", "in late spring"."""
    name = match.value("SEASON") or ""
    skip = 0
    if len(match.words) == 1 and not _is_season(match):
        return None
    if match.lowers[0] in {"in", "by", "until", "during", "since", "over", "into"}:
        skip = 1
        after = match.after()
        if after is not None and after.lower == "of":
            return None
    year = explicit_year(match) or _year_of_season(match, name)
    if year is None:
        return Reading(DATE, f"XXXX-{name}", phase(match), relative=True, skip=skip)
    return Reading(DATE, f"{year:04}-{name}", phase(match), skip=skip)


def _is_season(match: Match) -> bool:
    """Whether a season's name by itself is one, and not the verb: "4,000 geese winter on the lake"."""
    before = match.before()
    return match.words[0].entity == "DATE" and (before is None or before.tag not in {"NNS", "NNP"})


def _year_of_season(match: Match, name: str) -> int | None:
    anchor = match.anchor
    if anchor.year is None or anchor.month is None:
        return None
    now, which = (anchor.month % 12) // 3, _SEASON_ORDER.index(name)
    year = anchor.year - (anchor.month < 3)  # January lies in the winter of the year before
    position = which if which else 4
    here = now if now else 4
    if match.first("PAST"):
        return year - (position >= here)
    if match.first("NEXT"):
        return year + (position <= here)
    if match.direction == PAST:
        return year - (position > here)
    if match.direction == FUTURE:
        return year + (position < here)
    return year


@rule(
    "(?:the)?<phase>?APOS?DECADE",
    "(?:the)?<phase>?APOS?(?:YEAR|TWO)(?:'s|’s)",
    "(?:the)?<phase>?nineteen HYPHEN?DECADE",
)
def decade(match: Match) -> Reading | None:
    """ "the 1990s", "the mid-1980s", "the '90s", "the nineties"."""
    word = match.first("DECADE") or match.first("YEAR") or match.first("TWO")
    if word is None:
        return None
    text = word.lower
    if text.isdigit():
        if text[-1] != "0" or match.lowers[0] != "the":
            return None
        figure, edge = text[:-1], None
    elif text[-1] == "s" and any(c.isdigit() for c in text):
        shape = shape_of("DECADE", text)
        figure = shape[2][:-1]
        edge = {"early": "START", "mid": "MID", "late": "END"}.get(shape[1] or "")
    else:
        figure, edge = match.value("DECADE") or "", None
        if match.lowers[0] != "the" and not match.has("nineteen"):
            return None
    if len(figure) == 1:
        before = match.before()
        if before is not None and before.tag == "PRP$":
            return None  # "in her 30s": an age
        figure = ("19" if int(figure) > 1 else "20") + figure
    return Reading(DATE, figure, edge or phase(match))


@rule(
    "(?:the)?<phase>?(?:ORDINAL|NUMWORD HYPHEN?ORDINAL)HYPHEN?century",
    "(?:the)?(?:THIS|PAST|NEXT)century",
    "the turn of the century",
)
def century(match: Match) -> Reading | None:
    """ "the 19th century" is 18 in TIMEX3, "the twenty-first century" 20."""
    value = match.value("ORDINAL")
    if value is None:
        step = -1 if match.first("PAST") else 1 if match.first("NEXT") else 0
        return dated(match.anchor.away("century", step), "century")
    tens = 20 if match.has("twenty") else 0
    number = int(value) + tens - 1
    return Reading(DATE, f"{number:02}", phase(match)) if number >= 1 else None


@rule("FISCALYEAR")
def fiscal_year(match: Match) -> Reading | None:
    """ "FY2019": a year whose months only the company knows."""
    figures = shape_of("FISCALYEAR", match.lowers[0])[1]
    return Reading(DATE, figures if len(figures) == 4 else f"20{figures}", "FISCAL", bounds=(None, None))
