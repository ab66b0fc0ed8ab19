"""Rules for the week, month or year that lies at, before or after publication or the narrative."""

from __future__ import annotations

from datetime import date

from extract.syntax.words import NOUNS
from extract.timex.anchor import Anchor, Reading, TimexType
from extract.timex.calendar import duration, extent
from extract.timex.distances import stands_alone, stretch
from extract.timex.grammar import Match, Rules
from extract.timex.parts import BELOW_A_DAY, WITHIN, dated, follows, is_titled, phase, unit_of
from extract.timex.periods import last_day, up_to
from extract.timex.weekdays import weekend

RULES = Rules()
DURATION = TimexType.DURATION


@RULES(
    "(?:earlier|later|<phase>)?THIS UNIT",
    "(?:earlier|later|<phase>)?(?:PAST|NEXT)UNIT",
    "<phase>the?THIS UNIT",
    "(?:the)?(?:current)UNIT",
)
def this_unit(match: Match) -> Reading | None:
    """ "last week", "this year", "next month", "earlier this month", "the end of this week"; "came to an end last
    week"."""
    unit, before = unit_of(match), match.before()
    if unit in BELOW_A_DAY or match.lowers[0] in {"past", "present", "prior"} or is_titled(match):
        return None
    if match.lowers[-2] in {"previous", "preceding", "prior", "following", "ensuing"}:
        return from_said(match, unit)
    step = -1 if match.first("PAST") else 1 if match.first("NEXT") else 0
    if unit == "weekend" and step == 0:
        return weekend(match)
    value, edge = match.anchor.away(unit, step), _edge(match)
    if edge is not None and before is not None and before.lower in {"a", "an"}:
        return dated(value, unit, skip=1)
    bounds = _side_of_publication(match.anchor, value, edge) if edge in {"BEFORE", "AFTER"} else None
    return dated(value, unit, edge, bounds=bounds)


def _edge(match: Match) -> str | None:
    """START, MID, END by a phase; BEFORE, AFTER publication for "earlier this year", "later this week"."""
    return WITHIN.get(match.lowers[0]) or phase(match)


def _side_of_publication(anchor: Anchor, value: str | None, edge: str) -> tuple[date | None, date | None] | None:
    whole = extent(value) if value else None
    if whole is None or anchor.day is None or not whole[0][0] <= anchor.day <= whole[0][1]:
        return None
    return (whole[0][0], anchor.day) if edge == "BEFORE" else (anchor.day, whole[0][1])


def from_said(match: Match, unit: str) -> Reading:
    step = -1 if match.first("PAST") or match.has("before", "earlier", "previous") else 1
    return dated(match.anchor.away_from_said(unit, step), unit)


@RULES("<phase>(?:the)?(?:PAST|NEXT)UNIT", "the(?:PAST|NEXT)UNIT")
def the_last_unit(match: Match) -> Reading | None:
    """ "over the past year" lasts; "the following day", "the previous year" hang on the narrative."""
    unit = unit_of(match)
    if match.has("following", "previous", "preceding", "ensuing", "prior", "next"):
        before = match.before()
        if match.has("next") and before is not None and before.lower in {"over", "in", "within", "for", "during"}:
            return stretch(match, unit, 1.0)
        return from_said(match, unit) if unit not in BELOW_A_DAY else Reading(DURATION, duration(1, unit))
    if unit in {"weekend"}:
        return dated(match.anchor.away(unit, -1 if match.first("PAST") else 1), unit)
    if match.has("coming", "upcoming") and unit not in BELOW_A_DAY:
        return dated(match.anchor.away(unit, 1), unit)
    after = match.after()
    if after is not None and after.lower == "of":
        return Reading(DURATION, duration(1, unit))  # "the last week of the campaign"
    return stretch(match, unit, 1.0)


@RULES(
    "(?:later|earlier)?(?:the)?SAME(?:UNIT)",
    "the?same UNIT",
    "the(?:day|week|month|year|night|morning)(?:before|after)",
)
def same_unit(match: Match) -> Reading | None:
    """ "later that year", "the same day", "the day after": by the date the narrative last spoke of."""
    unit = unit_of(match) or "day"
    if match.lowers[-1] in {"before", "after"}:
        if not stands_alone(match):
            return None
        return dated(match.anchor.away_from_said(unit, -1 if match.lowers[-1] == "before" else 1), unit)
    if unit in BELOW_A_DAY:
        return None
    return dated(match.anchor.away_from_said(unit, 0), unit)


@RULES("the UNIT(?:before last|after next)")
def unit_before_last(match: Match) -> Reading | None:
    """ "the year before last", "the week after next"."""
    unit, after = unit_of(match), match.after()
    if unit in BELOW_A_DAY or (after is not None and after.pos in NOUNS):
        return None  # "the day before last Monday's vote"
    return dated(match.anchor.away(unit, -2 if match.has("last") else 2), unit)


@RULES("<edge>UNIT", "UNIT(?:HYPHEN|'s|’s)?end", "mid HYPHEN?UNIT")
def edge_of_unit(match: Match) -> Reading | None:
    """ "by the end of the year", "at year-end": the current one, or the one just past or spoken of."""
    unit = unit_of(match)
    if follows(match, "its", "their", "our", "a"):
        return None  # "31 March as its year-end": any year's
    if unit in BELOW_A_DAY or match.lowers[0] in {"early", "late", "earlier", "later"} or unit == "century":
        return None
    return dated(match.anchor.away(unit, 0), unit, phase(match) or "END")


#: What follows tells which unit is meant, and it is not the one at hand: "the year before", "the week ended May 3".
_SPECIFYING = frozenset({"of", "that", "when"})
NARROWING = frozenset({"of", "before", "after", "since", "that", "when", "to", "ended", "ending", "-", "ahead"})


@RULES("(?:earlier|later|early|late)in the UNIT", "(?:for|during|in|through)the(?:full|entire|whole)?UNIT")
def unit_at_hand(match: Match) -> Reading | None:
    """ "later in the day", "for the week", "sales for the year": the one the narrative or the article lies in."""
    unit, after = unit_of(match), match.after()
    if unit in BELOW_A_DAY or unit in {"decade", "century", "weekend", "quarter"}:
        return None
    inner = match.lowers[0] in {"earlier", "later", "early", "late"}
    if after is not None and after.lower in (_SPECIFYING if inner else NARROWING):
        return None
    bare = len(match.words) == 3 and not inner
    if bare and unit != "year" and match.lowers[0] != "for":
        return None
    value = match.anchor.away_from_said(unit, 0) if inner else None
    if match.has("full", "entire", "whole") and match.anchor.reported and unit == "year":
        value = match.anchor.reported[:4]
    skip = 0 if inner else 1
    return dated(value or match.anchor.away(unit, 0), unit, WITHIN.get(match.lowers[0]), skip=skip)


_PARTS = ("rest", "remainder", "most", "months", "half", "part", "weeks", "days")


@RULES("of the UNIT")
def rest_of_unit(match: Match) -> Reading | None:
    """ "in the first nine months of the year", "the rest of the week"."""
    if not follows(match, *_PARTS):
        return None
    unit, after = unit_of(match), match.after()
    if unit in BELOW_A_DAY or unit in {"decade", "century"} or (after is not None and after.lower in NARROWING):
        return None
    return dated(match.anchor.away(unit, 0), unit, skip=1)


@RULES("(?:the|its)(?:fiscal)?UNIT(?:ended|ending)", "the UNIT(?:to|through)MONTH")
def reported_unit(match: Match) -> Reading | None:
    """ "profit in the year ended March 31": as long as a year; the date says which. "In the year to June"."""
    if match.has("quarter"):
        return None
    skip, unit = int(match.has("its")), unit_of(match)
    period = match.between(match.start + skip, match.end - (2 if match.first("MONTH") else 1))
    last = last_day(period)
    bounds = up_to(last, unit, 1) if last is not None else None
    return Reading(DURATION, duration(1, unit), bounds=bounds, skip=skip, words=len(period.words))


@RULES("(?:the)?(?:PAST|NEXT)fiscal year(?!YEAR)")
def fiscal_year_beside(match: Match) -> Reading | None:
    """ "the next fiscal year": counted from the calendar year, its months are the company's own."""
    value = match.anchor.away("year", -1 if match.first("PAST") else 1)
    return dated(value, "year", "FISCAL", bounds=(None, None))


@RULES("the(?:full|entire|whole|LATEST?fiscal)year(?!YEAR)")
def whole_year(match: Match) -> Reading | None:
    """ "for the full year", "the fiscal year", "the latest fiscal year"."""
    fiscal = match.has("fiscal")
    reported = match.anchor.reported
    value = reported[:4] if reported else match.anchor.away("year", -1 if match.first("LATEST") else 0)
    return dated(value, "year", "FISCAL" if fiscal else None, bounds=(None, None) if fiscal else None)


_ENDING = ("end", "ends", "ended", "ending", "finish", "finished", "close", "closed", "closing")


@RULES("the day")
def the_day(match: Match) -> Reading | None:
    """ "The index ended the day at a record": the day of the news."""
    if not follows(match, *_ENDING):
        return None
    anchor = match.anchor
    return dated(anchor.away_from_said("day", 0) or anchor.recent_day() or anchor.away("day", 0), "day")
