"""Rules for how long something lasts."""

from __future__ import annotations

from datetime import date

from extract.syntax.words import NOUNS
from extract.timex.anchor import Reading, TimexType
from extract.timex.calendar import duration, extent, moved
from extract.timex.grammar import Match, Rules
from extract.timex.parts import BELOW_A_DAY, count_of, follows, hedge, leading_preposition, unit_of
from extract.timex.periods import last_day, up_to
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
    if _is_pace(match):
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
    """ "the six months ended June 30", "will retire in two weeks", "has worked here for 22 years"."""
    unit, today = unit_of(match), match.anchor.day
    if count is None or unit in BELOW_A_DAY:
        return None
    last = last_day(match)
    if last is not None:
        return up_to(last, unit, count)
    if follows(match, "for") and today is not None and is_present_perfect(match.words[-1]):
        return moved(today, unit, -count), today
    if not follows(match, "in"):
        return None
    value = match.anchor.away(unit, count) if match.direction == FUTURE else None
    known = extent(value) if value else None
    return known[0] if known else None


def _is_pace(match: Match) -> bool:
    """ "to live one day at a time"."""
    return [w.lower for w in match.sentence[match.end : match.end + 3]] == ["at", "a", "time"]


def _is_share(match: Match) -> bool:
    """ "three quarters of its value", "save a quarter"."""
    after = match.after()
    if unit_of(match) != "quarter":
        return False
    return match.lowers[-2:-1] == ["a"] or (after is not None and after.lower == "of")


def _is_ordinal(match: Match) -> bool:
    """ "a second goal", "a second followed", "the thirty-second album"."""
    numeral, after = match.words[0].lower, match.after()
    if numeral.endswith("ty") and match.lowers[-2:] == ["-", "second"]:
        return after is None or after.pos not in NOUNS
    if unit_of(match) != "second" or match.first("UNITS") or match.first("NUM"):
        return False
    return match.words[-1].tag == "JJ" or not (follows(match, "in", "for", "within", "every") or match.has("half"))


def _is_label(match: Match) -> bool:
    """ "the 2018 day five results": a number over a hundred before a singular unit counts nothing."""
    after, numeral = match.after(), match.first("YEAR")
    if match.words[0].lower in {"a", "an"} and after is not None and after.lower == "when":
        return True  # "There came a day when nobody laughed"
    return numeral is not None and match.first("UNIT") is not None and not match.has("-", "–")


def _is_age(match: Match) -> bool:
    """ "a ten-year-old", "aged 8 to 10 years", "six years of age"."""
    two = [w.lower for w in match.sentence[match.end : match.end + 2]]
    if two[:1] == ["old"] or two in (["-", "old"], ["of", "age"]):
        return True
    before = [w.lower for w in match.sentence[max(0, match.start - 3) : match.start]]
    return "aged" in before or before[-2:] == ["age", "of"]


@RULES("(?:a|the)?quarter(?:HYPHEN|of a)century(?:HYPHEN old)?")
def quarter_century(match: Match) -> Reading | None:
    """ "a quarter-century", "a quarter of a century"."""
    after = match.after()
    if match.has("old") or (after is not None and after.lower == "ago"):
        return None
    return Reading(DURATION, "P25Y")


@RULES("UNITS(?:(?:or|and)UNITS)?")
def units(match: Match) -> Reading | None:
    """ "for months", "centuries"."""
    before = match.before()
    after = match.after()
    if _is_share(match) or (match.words[-1].dep == "compound" and match.words[-1].head is after):
        return None  # "in after hours trading"
    if (before is not None and before.lower in {"of", "on", "by"}) or (
        after is not None and after.lower in {"apart", "when"}
    ):
        return None  # "a matter of days", "on days when", "minutes apart"
    if before is not None and before.text[0].isdigit():
        return None  # "aged 8-10 years", where the figures are one word
    if before is not None and before.tag in {"DT", "PRP$", "JJ", "NN", "POS", "CD"}:
        return None
    return Reading(DURATION, duration(None, unit_of(match)))


@RULES("(?:the)?(?:PAST|NEXT)<n>SEASONS", "<n>(?:straight|consecutive)SEASONS")
def seasons(match: Match) -> Reading | None:
    """ "for the past three summers": as many years."""
    count = count_of(match)
    return Reading(DURATION, duration(count, "year")) if count is not None else None


@RULES("(?:over|through)the UNITS")
def over_the_units(match: Match) -> Reading | None:
    """ "over the years"."""
    return Reading(DURATION, duration(None, unit_of(match)), skip=1)
