"""Rules for quarters and half-years, as companies report them."""

from __future__ import annotations

from datetime import date, timedelta

from extract.timex.anchor import Anchor, Reading, TimexType
from extract.timex.calendar import containing, extent
from extract.timex.grammar import Match, Rules
from extract.timex.lexicon import shape_of
from extract.timex.parts import dated, explicit_year, phase
from extract.timex.periods import last_day, up_to
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
    if which is None or _is_played(match):
        return None
    year = explicit_year(match)
    if year is None:
        year = _year_of(match, which, 4)
    if year is None:
        return Reading(DATE, f"XXXX-Q{which}", relative=True)
    last = last_day(match)
    if last is not None:
        return Reading(DATE, f"{year:04}-Q{which}", bounds=up_to(last, "quarter", 1))
    fiscal = match.has("fiscal")
    return Reading(DATE, f"{year:04}-Q{which}", "FISCAL" if fiscal else phase(match), bounds=_NONE if fiscal else None)


#: What there is in games that have quarters, and in no report on business.
_GAMES = frozenset(
    {"buzzer", "dunk", "foul", "fumble", "half-time", "halftime", "interception", "kickoff", "layup", "overtime"}
    | {"punt", "quarterback", "rebound", "three-pointer", "touchdown", "yard"}
)
_MATCHES = frozenset({"championship", "final", "game", "match", "playoff", "semi-final", "semifinal"})


def _is_played(match: Match) -> bool:
    """Whether a quarter is one of a game: "scored 14 points in the fourth quarter", "the third quarter of a final"."""
    if any(w.lemma.lower() in _GAMES or w.lower.removesuffix("s") in _GAMES for w in match.sentence):
        return True
    of = match.after()
    noun = of.child("pobj") if of is not None and of.lower == "of" else None
    points = any(w.lemma in {"basket", "goal", "point", "try"} and w.head.lemma == "score" for w in match.sentence)
    return points or (noun is not None and noun.lemma in _MATCHES)


#: Only the company knows the months of its fiscal quarters.
_NONE = (None, None)


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


@RULES("(?:the)?MONTH HYPHEN?quarter(?:of)?(?:YEAR|(?:PAST|THIS|NEXT)year)?")
def quarter_of_a_month(match: Match) -> Reading | None:
    """ "the March quarter": the three months that end with it."""
    month = int(match.value("MONTH") or 0)
    if month % 3:
        return None
    year = explicit_year(match) or _year_of(match, month // 3, 4)
    if year is None:
        return Reading(DATE, f"XXXX-Q{month // 3}", relative=True)
    return Reading(DATE, f"{year:04}-Q{month // 3}")


@RULES("(?:the)?(?:first|last|PAST)(?:NUMWORD|NUM)quarters of(?:the)?(?:YEAR|(?:PAST|THIS|NEXT)year)")
def two_quarters(match: Match) -> Reading | None:
    """ "the first two quarters of 2019": the half of that year."""
    year = explicit_year(match.between(match.end - 2, match.end))
    if year is None or not match.has("two", "2"):
        return None
    return Reading(DATE, f"{year:04}-H{1 if match.has('first') else 2}")


@RULES("the quarter(?:a|one)year(?:ago|earlier|before)")
def quarter_before(match: Match) -> Reading | None:
    """ "in the quarter a year before"."""
    return year_before(match.anchor) or dated(None, "quarter")


def year_before(anchor: Anchor) -> Reading | None:
    """In a report on a quarter, "a year earlier" is that quarter of the year before."""
    if anchor.reported is None:
        return None
    value = f"{int(anchor.reported[:4]) - 1:04}{anchor.reported[4:]}"
    return Reading(DATE, value, bounds=_NONE if anchor.fiscal else None)


def lies_ahead(value: str, today: date | None, forecast: bool) -> bool:
    """Whether a quarter begins after today or, where it is spoken of in the future, ends after today."""
    known = extent(value)
    if known is None or today is None:
        return forecast
    return known[0][1 if forecast else 0] > today


@RULES(
    "the(?:LATEST|year HYPHEN?(?:ago|earlier)|YEAR|PAST|SAME|THIS)(?:quarter|period|half)",
    "the quarter",
    "year HYPHEN?(?:ago|earlier)(?:quarter|period)",
)
def reporting_period(match: Match) -> Reading | None:
    """ "the quarter", "the latest period", "the year-ago quarter": by the quarter last spoken of."""
    anchor = match.anchor
    if match.first("THIS"):
        return dated(anchor.away("quarter", 0), "quarter") if match.has("quarter") else None
    if match.has("half") or match.first("PAST"):
        return None
    last = last_day(match)
    if last is not None and len(match.words) == 2:
        return _ended(last, anchor)
    if match.has("period") and anchor.stretch is not None:
        return _other_stretch(match, anchor.stretch)
    if anchor.quarter is None:
        return _without_quarter(match)
    value = f"{_its_year(match, anchor.quarter):04}{anchor.quarter[4:]}"
    return Reading(DATE, value, bounds=_NONE if anchor.fiscal else None)


def _ended(last: date, anchor: Anchor) -> Reading:
    """ "the quarter ended Sept. 30": by its middle, as many end a few days into the next month."""
    value = anchor.quarter if anchor.fiscal and anchor.quarter else containing(last - timedelta(45), "quarter")
    return Reading(DATE, value, bounds=up_to(last, "quarter", 1))


def _its_year(match: Match, quarter: str) -> int:
    year = match.first("YEAR")
    return int(year.text) if year is not None else int(quarter[:4]) - match.has("year")


def _without_quarter(match: Match) -> Reading | None:
    """What the words give by themselves when no quarter was spoken of."""
    year = match.first("YEAR")
    if match.has("quarter") and year is None:
        return _latest_quarter(match)
    if match.has("period") and match.first("LATEST"):
        return _latest_quarter(match)
    return Reading(DATE, year.text) if year is not None else None


def _other_stretch(match: Match, stretch: str) -> Reading | None:
    """After "the first nine months", "the 1988 period" is in that year, "the year-earlier period" as long."""
    year, reported = match.first("YEAR"), match.anchor.reported
    if year is not None:
        return Reading(DATE, year.text)
    if not match.has("year") or reported is None:
        return None
    before = int(reported[:4]) - 1
    return Reading(TimexType.DURATION, stretch, bounds=(date(before, 1, 1), date(before, 12, 31)))


def _latest_quarter(match: Match) -> Reading:
    back = -1 if match.has("latest", "last", "previous", "recent") else 0
    return dated(match.anchor.away("quarter", back), "quarter")
