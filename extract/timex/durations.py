"""Rules for how long something lasts."""

from __future__ import annotations

from datetime import date

from extract.timex.anchor import Reading, TimexType
from extract.timex.calendar import duration, extent, moved
from extract.timex.grammar import Match, Rules
from extract.timex.parts import BELOW_A_DAY, count_of, follows, hedge, leading_preposition, unit_of
from extract.timex.tense import FUTURE, is_present_perfect

RULES = Rules()
DURATION = TimexType.DURATION


@RULES(
    "<hedge>?(?:the)?<count>HYPHEN?<unit>and(?:a half|<n>UNITS)",
    "<hedge>?<n>and(?:a)half UNITS",
    "<hedge>?<count>HYPHEN?<unit>(?:HYPHEN?(?:long|old))?",
    "UNITS HYPHEN(?:long|old)",
    "UNIT HYPHEN?long",
)
def lasting(match: Match) -> Reading | None:
    """ "three months", "a 10-year deal", "nearly two years", "a week and a half", "months-long"."""
    if match.has("old") or _is_age(match) or _is_share(match) or _is_ordinal(match) or _is_label(match):
        return None
    count = (
        count_of(match)
        if (len(match.words) > 1 and not match.has("long")) or match.first("NUM") or match.first("NUMWORD")
        else None
    )
    if match.first("UNIT") and match.has("long") and count is None:
        count = 1.0
    return Reading(
        DURATION,
        duration(count, unit_of(match)),
        hedge(match),
        bounds=_bounds(match, count),
        skip=leading_preposition(match),
    )


def _bounds(match: Match, count: float | None) -> tuple[date | None, date | None] | None:
    """ "will retire in two weeks": the week that lies so far ahead; "has worked here for 22 years": since then."""
    unit, today = unit_of(match), match.anchor.day
    if count is None or unit in BELOW_A_DAY:
        return None
    if follows(match, "for") and today is not None and is_present_perfect(match.words[-1]):
        return moved(today, unit, -count), today
    if not follows(match, "in"):
        return None
    value = match.anchor.away(unit, count) if match.direction == FUTURE else None
    known = extent(value) if value else None
    return known[0] if known else None


def _is_share(match: Match) -> bool:
    """ "three quarters of its value", "save a quarter"."""
    after = match.after()
    if unit_of(match) != "quarter":
        return False
    return match.lowers[-2:-1] == ["a"] or (after is not None and after.lower == "of")


def _is_ordinal(match: Match) -> bool:
    """ "a second goal", "the thirty-second album"."""
    numeral, after = match.words[0].lower, match.after()
    if numeral.endswith("ty") and match.lowers[-2:] == ["-", "second"]:
        return after is None or after.pos not in {"NOUN", "PROPN"}
    return unit_of(match) == "second" and match.words[-1].tag == "JJ"


def _is_label(match: Match) -> bool:
    """ "the 2018 day five results": a number over a hundred before a singular unit counts nothing."""
    numeral = match.first("YEAR")
    return numeral is not None and match.first("UNIT") is not None and not match.has("-", "–")


def _is_age(match: Match) -> bool:
    after, further = match.after(), match.after(1)
    return after is not None and (
        after.lower == "old" or (after.lower == "-" and further is not None and further.lower == "old")
    )


@RULES("UNITS(?:(?:or|and)UNITS)?")
def units(match: Match) -> Reading | None:
    """ "for months", "centuries"."""
    before = match.before()
    if _is_share(match):
        return None
    after = match.after()
    if (before is not None and before.lower in {"of", "on", "by"}) or (
        after is not None and after.lower in {"apart", "when"}
    ):
        return None  # "a matter of days", "on days when", "minutes apart"
    if before is not None and before.tag in {"DT", "PRP$", "JJ", "NN", "POS", "CD"}:
        return None
    return Reading(DURATION, duration(None, unit_of(match)))


@RULES("(?:over|through)the UNITS")
def over_the_units(match: Match) -> Reading | None:
    """ "over the years"."""
    return Reading(DURATION, duration(None, unit_of(match)), skip=1)
