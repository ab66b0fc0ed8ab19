"""Rules for stretches of time that hang on another date: "last week", "three years ago", "the following day"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extract.numerals import number
from extract.timex.anchor import Anchor, Reading, TimexType
from extract.timex.calendar import containing, duration, extent, moved
from extract.timex.dates import dated, day_of_month, is_name, phase
from extract.timex.grammar import Match, rule
from extract.timex.lexicon import words
from extract.timex.periods import year_before

DATE, DURATION = TimexType.DATE, TimexType.DURATION
_BELOW_A_DAY = frozenset({"second", "minute", "hour"})
_WITHIN = {"earlier": "BEFORE", "later": "AFTER"}


def unit_of(match: Match) -> str:
    """The singular of the matched unit."""
    return match.value("UNIT") or match.value("UNITS") or ""


def count_of(match: Match) -> float | None:
    """How many units: "three" 3, "a" 1, "a couple of" 2, "two to three" 2, "half a" .5; None for "several"."""
    vague = match.value("VAGUE")
    if vague is not None:
        return float(vague) if vague.isdigit() else None
    half = 0.5 if match.has("half") else 0.0
    numerals = match.find("NUM") + match.find("NUMWORD")
    if not numerals:
        return 1.0 + half if match.has("and") else half or 1.0
    run: list[str] = []
    for word in match.words:
        if run and (word.lower in {"to", "or"} or (word.lower == "-" and run[-1].isdigit())):
            break
        if word in numerals or (word.lower in {"hundred", "thousand", "and"} and run):
            run.append(word.lower)
    while run and run[-1] == "and":
        run.pop()
    value = number(run)
    return None if value is None else value + half


def hedge(match: Match) -> str | None:
    """TIMEX3's modifier for "about", "more than", "less than", "at least", "nearly", "up to"."""
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


def _edge(match: Match) -> str | None:
    """START, MID, END by a phase; BEFORE, AFTER publication for "earlier this year", "later this week"."""
    return _WITHIN.get(match.lowers[0]) or phase(match)


@rule(
    "(?:earlier|later|<phase>)?THIS UNIT",
    "(?:earlier|later|<phase>)?(?:PAST|NEXT)UNIT",
    "<phase>the?THIS UNIT",
    "(?:the)?(?:current)UNIT",
)
def this_unit(match: Match) -> Reading | None:
    """ "last week", "this year", "next month", "earlier this month", "the end of this week"."""
    unit = unit_of(match)
    if unit in _BELOW_A_DAY or match.lowers[0] in {"past", "present", "prior"} or is_name(match):
        return None
    if match.lowers[-2] in {"previous", "preceding", "prior", "following", "ensuing"}:
        return _from_said(match, unit)
    step = -1 if match.first("PAST") else 1 if match.first("NEXT") else 0
    if unit == "weekend" and step == 0:
        return weekend(match)
    value, edge = match.anchor.away(unit, step), _edge(match)
    bounds = _side_of_publication(match.anchor, value, edge) if edge in {"BEFORE", "AFTER"} else None
    return dated(value, unit, edge, bounds=bounds)


def _side_of_publication(anchor: Anchor, value: str | None, edge: str) -> tuple[date | None, date | None] | None:
    whole = extent(value) if value else None
    if whole is None or anchor.day is None or not whole[0][0] <= anchor.day <= whole[0][1]:
        return None
    return (whole[0][0], anchor.day) if edge == "BEFORE" else (anchor.day, whole[0][1])


def _from_said(match: Match, unit: str) -> Reading:
    step = -1 if match.first("PAST") or match.has("before", "earlier", "previous") else 1
    return dated(match.anchor.away_from_said(unit, step), unit)


@rule("<phase>(?:the)?(?:PAST|NEXT)UNIT", "the(?:PAST|NEXT)UNIT")
def the_last_unit(match: Match) -> Reading | None:
    """ "over the past year" lasts; "the following day", "the previous year" hang on the narrative."""
    unit = unit_of(match)
    if match.has("following", "previous", "preceding", "ensuing", "prior", "next"):
        before = match.before()
        if match.has("next") and before is not None and before.lower in {"over", "in", "within", "for", "during"}:
            return _stretch(match, unit, 1.0)
        return _from_said(match, unit)
    if unit in {"weekend"}:
        return dated(match.anchor.away(unit, -1 if match.first("PAST") else 1), unit)
    if match.has("coming", "upcoming"):
        return dated(match.anchor.away(unit, 1), unit)
    return _stretch(match, unit, 1.0)


@rule(
    "(?:the|these|those)?<hedge>?(?:the)?(?:PAST|NEXT|LATEST)<count><unit>", "<hedge>?the<count><unit>(?:ahead|to come)"
)
def the_last_units(match: Match) -> Reading | None:
    """ "the past two decades", "the next few months", "at least the last 18 months"."""
    stretch = _stretch(match, unit_of(match), count_of(match))
    if match.lowers[0] in {"over", "around"} and match.lowers[1] == "the":
        return replace(stretch, modifier=None, skip=1)  # "over" is the preposition here
    return stretch


@rule("(?:the)?(?:PAST|NEXT|LATEST)UNITS(?:(?:and|or)UNITS)?", "the UNITS(?:ahead|to come)")
def recent_units(match: Match) -> Reading | None:
    """ "in recent weeks", "in coming months": the vague past and future."""
    stretch = _stretch(match, unit_of(match), None)
    ahead = match.first("NEXT") is not None or match.has("ahead", "come")
    return Reading(DATE, "FUTURE_REF" if ahead else "PAST_REF", relative=stretch.relative, bounds=stretch.bounds)


def _stretch(match: Match, unit: str, count: float | None) -> Reading:
    """A duration that ends or begins at publication."""
    ahead = match.first("NEXT") is not None or match.has("ahead", "come")
    value = duration(count, unit)
    today = match.anchor.day
    if today is None or (count is None and not ahead):
        return Reading(DURATION, value, hedge(match), relative=today is None, bounds=(None, today))
    other = moved(today, unit, (count or 0) * (1 if ahead else -1)) if count is not None else None
    bounds = (today, other) if ahead else (other, today)
    return Reading(DURATION, value, hedge(match), bounds=bounds)


_AGO = "(?:ago|earlier|later|before|afterwards?|previously|hence|from now|from today|on)".replace("s?", "")


@rule(
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
    if last in {"before", "after", "previously"} and not _stands_alone(match):
        return None
    unit, count = unit_of(match), count_of(match)
    if unit == "year" and count == 1 and last in {"ago", "earlier"} and match.anchor.reported is not None:
        return year_before(match.anchor.reported)
    if len(match.lowers) == 2 and match.first("UNITS"):
        count = None
    if last in {"ago", "now", "hence"}:
        return _from_publication(match, unit, count, -1 if last == "ago" else 1)
    return _from_narrative(match, unit, count, last)


def _stands_alone(match: Match) -> bool:
    """ "two days before" as an adverb, not "two days before the vote"."""
    after, last = match.after(), match.words[-1]
    return after is None or after.pos in {"PUNCT", "CCONJ"} or after.tag in {"VBD", "VBZ", "MD"} or last.tag == "RB"


def _from_publication(match: Match, unit: str, count: float | None, sign: int) -> Reading:
    if count is None or unit in _BELOW_A_DAY:
        return Reading(DATE, "PAST_REF" if sign < 0 else "FUTURE_REF", hedge(match))
    grain = _grain(unit, count)
    value = match.anchor.away(grain, sign * count * (10 if unit == "decade" and grain == "year" else 1))
    return dated(value, grain, hedge(match))


def _grain(unit: str, count: float) -> str:
    """What "three years ago" is exact to: a single decade back is a year, half a year back a month."""
    if unit == "decade" and count == 1:
        return "year"
    if unit == "year" and count % 1:
        return "month"
    return "week" if unit == "fortnight" else unit


def _from_narrative(match: Match, unit: str, count: float | None, word: str) -> Reading:
    sign = 1 if words()[word].get("AFTER") is not None else -1
    if count is None:
        return Reading(DATE, "FUTURE_REF" if sign > 0 else "PAST_REF", hedge(match))
    anchor = match.anchor
    value = anchor.away_from_said(unit, sign * count) if unit not in _BELOW_A_DAY else None
    if value is None and sign < 0:
        value = anchor.away(unit, -count)
    return dated(value, unit if unit not in _BELOW_A_DAY else "day", hedge(match))


@rule(
    "(?:later|earlier)?(?:the)?SAME(?:UNIT)",
    "the?same UNIT",
    "the(?:day|week|month|year|night|morning)(?:before|after)",
)
def same_unit(match: Match) -> Reading | None:
    """ "later that year", "the same day", "the day after": by the date the narrative last spoke of."""
    unit = unit_of(match) or "day"
    if match.lowers[-1] in {"before", "after"}:
        if not _stands_alone(match):
            return None
        return dated(match.anchor.away_from_said(unit, -1 if match.lowers[-1] == "before" else 1), unit)
    if unit in _BELOW_A_DAY:
        return None
    return dated(match.anchor.away_from_said(unit, 0), unit)


@rule("<edge>UNIT", "UNIT(?:HYPHEN|'s|’s)?end", "mid HYPHEN?UNIT")
def edge_of_unit(match: Match) -> Reading | None:
    """ "by the end of the year", "at year-end": the current one, or the one just past or spoken of."""
    unit = unit_of(match)
    if unit in _BELOW_A_DAY or match.lowers[0] in {"early", "late", "earlier", "later"} or unit == "century":
        return None
    return dated(match.anchor.away(unit, 0), unit, phase(match) or "END")


#: What follows tells which unit is meant, and it is not the one at hand: "the year before", "the week ended May 3".
_NARROWING = frozenset({"of", "before", "after", "since", "that", "when", "to", "ended", "ending", "-", "ahead"})


@rule("(?:earlier|later|early|late)in the UNIT", "(?:for|during|in|through)the(?:full|entire|whole)?UNIT")
def unit_at_hand(match: Match) -> Reading | None:
    """ "later in the day", "for the week", "sales for the year": the one the narrative or the article lies in."""
    unit, after = unit_of(match), match.after()
    if unit in _BELOW_A_DAY or unit in {"decade", "century", "weekend", "quarter"}:
        return None
    inner = match.lowers[0] in {"earlier", "later", "early", "late"}
    if after is not None and after.lower in _NARROWING:
        return None
    bare = len(match.words) == 3 and not inner
    if bare and unit != "year" and match.lowers[0] != "for":
        return None
    value = match.anchor.away_from_said(unit, 0) if inner else None
    if match.has("full", "entire", "whole") and match.anchor.reported and unit == "year":
        value = match.anchor.reported[:4]
    skip = 0 if inner else 1
    return dated(value or match.anchor.away(unit, 0), unit, _WITHIN.get(match.lowers[0]), skip=skip)


@rule("(?:rest|remainder|most|months|half|part)of the UNIT")
def rest_of_unit(match: Match) -> Reading | None:
    """ "in the first nine months of the year", "the rest of the week"."""
    unit, after = unit_of(match), match.after()
    if unit in _BELOW_A_DAY or unit in {"decade", "century"} or (after is not None and after.lower in _NARROWING):
        return None
    return dated(match.anchor.away(unit, 0), unit, skip=2)


@rule("(?:the|its)(?:fiscal)?UNIT(?:ended|ending)")
def reported_unit(match: Match) -> Reading | None:
    """ "sales for the year ended March 31": as long as a year; the date says which."""
    if match.has("quarter"):
        return None
    skip = int(match.has("its"))
    return Reading(DURATION, duration(1, unit_of(match)), skip=skip, words=len(match.words) - 1 - skip)


@rule("the(?:full|entire|whole|fiscal)year(?!YEAR)")
def whole_year(match: Match) -> Reading | None:
    """ "for the full year", "the fiscal year"."""
    fiscal = match.has("fiscal")
    reported = match.anchor.reported
    value = reported[:4] if reported else match.anchor.away("year", 0)
    return dated(value, "year", "FISCAL" if fiscal else None, bounds=(None, None) if fiscal else None)


@rule("(?:over|through)the UNITS")
def over_the_units(match: Match) -> Reading | None:
    """ "over the years"."""
    return Reading(DURATION, duration(None, unit_of(match)), skip=1)


@rule("(?:end|ends|ended|ending|finish|finished|close|closed)the day")
def the_day(match: Match) -> Reading | None:
    """ "The index ended the day at a record": the day of the news."""
    said = match.anchor.away_from_said("day", 0)
    return dated(said or match.anchor.away("day", 0), "day", skip=1)


@rule("future UNITS")
def future_units(match: Match) -> Reading | None:
    """ "in future quarters"."""
    return Reading(DATE, "FUTURE_REF")


@rule("the week of(?:the)?MONTH(?:DAY|ORDINAL)")
def week_of(match: Match) -> Reading | None:
    """ "in the week of March 6"."""
    day = day_of_month(match)
    known = extent(day.value) if day is not None else None
    if known is None:
        return dated(None, "week")
    return dated(containing(known[0][0], "week"), "week")


@rule("(?:the|this|over the|for the)?weekend")
def weekend(match: Match) -> Reading | None:
    """ "over the weekend": the one before publication, or the one ahead."""
    anchor = match.anchor
    skip = next(n for n, w in enumerate(match.lowers) if w in {"the", "this", "weekend"})
    if anchor.day is None:
        return dated(None, "weekend", skip=skip)
    step = 0 if match.direction > 0 or anchor.day.isoweekday() > 5 else -1
    return dated(containing(moved(anchor.day, "week", step) or anchor.day, "weekend"), "weekend", skip=skip)
