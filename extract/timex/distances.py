"""Rules for what lies so many units back or ahead: "the past two decades", "three years ago", "a week later"."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from extract.timex.anchor import Reading, TimexType
from extract.timex.calendar import duration, moved
from extract.timex.grammar import Match, Rules
from extract.timex.lexicon import words
from extract.timex.parts import BELOW_A_DAY, count_of, dated, hedge, unit_of
from extract.timex.quarters import year_before

RULES = Rules()
DATE, DURATION = TimexType.DATE, TimexType.DURATION
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ?")


@RULES(
    "(?:the|these|those)?<hedge>?(?:the)?(?:PAST|NEXT|LATEST)<count><unit>",
    "(?:the)?(?:PAST|NEXT)UNIT and a half",
    "<hedge>?the<count><unit>(?:ahead|to come)",
)
def the_last_units(match: Match) -> Reading | None:
    """ "the past two decades", "the next few months", "at least the last 18 months"."""
    lasting = stretch(match, unit_of(match), count_of(match))
    if match.lowers[0] in {"over", "around"} and match.lowers[1] == "the":
        lasting = replace(lasting, modifier=None, skip=1)  # "over" is the preposition here
    after = match.after()
    return replace(lasting, bounds=None) if after is not None and after.lower == "of" else lasting


@RULES("(?:the)?(?:PAST|NEXT|LATEST)UNITS(?:(?:and|or)UNITS)?", "the UNITS(?:ahead|to come)")
def recent_units(match: Match) -> Reading | None:
    """ "in recent weeks", "in coming months": the vague past and future."""
    lasting = stretch(match, unit_of(match), None)
    if match.first("NEXT") is not None or match.has("ahead", "come"):
        return lasting
    return Reading(DATE, "PAST_REF", relative=lasting.relative, bounds=lasting.bounds)


def stretch(match: Match, unit: str, count: float | None) -> Reading:
    """A duration that ends or begins at publication."""
    ahead = match.first("NEXT") is not None or match.has("ahead", "come")
    value = duration(count, unit)
    today = match.anchor.day
    if today is None or (count is None and not ahead):
        return Reading(DURATION, value, hedge(match), relative=today is None, bounds=(None, today))
    other = moved(today, unit, (count or 0) * (1 if ahead else -1)) if count is not None else None
    bounds = (today, other) if ahead else (other, today)
    return Reading(DURATION, value, hedge(match), bounds=bounds)


@RULES("future UNITS")
def future_units(_: Match) -> Reading | None:
    """ "in future quarters"."""
    return Reading(DATE, "FUTURE_REF")


@RULES(
    "<hedge>?(?:a|an)?<count><unit>(?:and(?:a)half)?HYPHEN?(?:BEFORE|AFTER|from now)",
    "UNITS(?:ago|earlier|later)",
    "UNIT HYPHEN(?:ago|earlier)",
    "(?:not)?long ago",
)
def ago(match: Match) -> Reading | None:
    """ "three years ago", "a week later", "six months from now", "years ago"."""
    if match.has("long"):
        return Reading(DATE, "PAST_REF")
    last = match.lowers[-1]
    if last in {"before", "after", "previously"} and not stands_alone(match):
        return None
    after = match.after()
    if last in {"earlier", "later"} and after is not None and after.lower == "than":
        return None  # "six months earlier than it had foreseen"
    unit, count = unit_of(match), count_of(match)
    had = any(w.lower == "had" for w in match.sentence[match.end : match.end + 4])
    opens = last == "ago" and match.start == 0 and had  # "A year ago, Lund had called it dull": no quarter
    if unit == "year" and count == 1 and last in {"ago", "earlier"} and not opens and match.anchor.reported is not None:
        return year_before(match.anchor)
    if len(match.lowers) == 2 and match.first("UNITS"):
        count = None
    if last in {"ago", "now", "hence"}:
        return _from_publication(match, unit, count, -1 if last == "ago" else 1)
    return _from_narrative(match, unit, count, last)


def stands_alone(match: Match) -> bool:
    """ "two days before" as an adverb, not "two days before the vote"."""
    after, last = match.after(), match.words[-1]
    return after is None or after.pos in {"PUNCT", "CCONJ"} or after.tag in {"VBD", "VBZ", "MD"} or last.tag == "RB"


def _from_publication(match: Match, unit: str, count: float | None, sign: int) -> Reading:
    if count is None or unit in BELOW_A_DAY:
        return _vaguely(match, sign, (count or 0) * _SECONDS.get(unit, 0))
    grain = _grain(unit, count)
    value = match.anchor.away(grain, sign * count * _GRAINS_IN.get((unit, grain), 1))
    bounds = _about(match, round(count * 12)) if unit == grain == "year" and sign < 0 else None
    return dated(value, grain, hedge(match), bounds=bounds)


#: How many months "nearly two years ago" and "about a year ago" may be off.
_OFF = 4


def _about(match: Match, months: int) -> tuple[date | None, date | None] | None:
    """The days of "nearly a year ago", which in December is in January; None where nothing says how near."""
    today, kind = match.anchor.day, hedge(match)
    if today is None or kind not in {"LESS_THAN", "MORE_THAN", "APPROX"}:
        return None
    further = 12 if kind == "MORE_THAN" else _OFF if kind == "APPROX" else 0
    nearer = 0 if kind == "MORE_THAN" else _OFF
    if match.lowers[0] in {"less", "under"}:
        nearer = months
    return moved(today, "month", -(months + further)), moved(today, "month", nearer - months)


def _vaguely(match: Match, sign: int, seconds: float) -> Reading:
    """ "years ago", "five hours ago": before or after publication; by so many hours, the days are known."""
    today, value = match.anchor.day, "PAST_REF" if sign < 0 else "FUTURE_REF"
    if not seconds or today is None:
        return Reading(DATE, value, hedge(match))
    there = moved(today, "day", sign * math.ceil(seconds / 86400))
    return Reading(DATE, value, hedge(match), bounds=(there, today) if sign < 0 else (today, there))


_GRAINS_IN = {("decade", "year"): 10, ("century", "decade"): 10, ("year", "month"): 12, ("fortnight", "week"): 2}


def _grain(unit: str, count: float) -> str:
    """What "three years ago" is exact to: a single decade back is a year, half a year back a month."""
    if unit == "century" and count % 1:
        return "decade"
    if unit in {"decade", "century"} and count == 1:
        return "year" if unit == "decade" else "decade"
    if unit == "year" and count % 1:
        return "month"
    return "week" if unit == "fortnight" else unit


def _from_narrative(match: Match, unit: str, count: float | None, word: str) -> Reading:
    sign = 1 if words()[word].get("AFTER") is not None else -1
    if count is None or unit in BELOW_A_DAY:
        return _clock_moved(match, unit, sign * (count or 0)) or Reading(DURATION, duration(count, unit), hedge(match))
    anchor = match.anchor
    value = anchor.away_from_said(unit, sign * count)
    if value is not None and sign > 0 and unit == "year" and anchor.year is not None and int(value[:4]) > anchor.year:
        value = None  # "this morning, 40 years later": later than something else
    if value is None and sign < 0:
        value = anchor.away(unit, -count)
    return dated(value, unit, hedge(match))


_SECONDS = {"second": 1, "minute": 60, "hour": 3600}


def _clock_moved(match: Match, unit: str, count: float) -> Reading | None:
    """ "An hour later" after "at 3 p.m. on Tuesday"; None where the narrative gave no time of day."""
    said = match.anchor.at_hand or ""
    if not count or unit not in _SECONDS or not _CLOCK.fullmatch(said):
        return None
    zulu = "Z" if said.endswith("Z") else ""
    try:
        begun = datetime.fromisoformat(said.removesuffix("Z"))
        there = begun + timedelta(seconds=_SECONDS[unit] * count)
    except (ValueError, OverflowError):
        return None
    return Reading(TimexType.TIME, f"{there:%Y-%m-%dT%H:%M}{zulu}", hedge(match))
