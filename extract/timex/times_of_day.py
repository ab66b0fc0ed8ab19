"""Rules for times of day."""

from __future__ import annotations

from extract.english.numerals import number
from extract.timex.anchor import Reading, TimexType
from extract.timex.calendar import UNKNOWN
from extract.timex.days import day_of_month
from extract.timex.grammar import Match, Rules
from extract.timex.lexicon import shape_of
from extract.timex.parts import follows, hedge, is_time_of_day
from extract.timex.tense import FUTURE, PAST
from extract.timex.weekdays import weekday

RULES = Rules()
TIME = TimexType.TIME

_HALVES = {"MO": "am", "AF": "pm", "EV": "pm"}


@RULES(
    "(?:CLOCK|HOUR)(?:AMPM)?(?:ZONE|local time)?(?:(?:this|that|the same)PART|tonight|on?(?:WEEKDAY|DEICTIC)PART)",
    "(?:CLOCK|HOUR)AMPM(?:ZONE|local time)?<onday>?",
    "(?:GLUED|CLOCK(?:ZONE|local time))(?:ZONE|local time)?<onday>?",
    "(?:HOUR|NUMWORD)o'clock",
    "CLOCK",
    "(?:NUM|YEAR)(?:ZONE|local time)",
    "(?:HOUR|NUMWORD)in the PART",
)
def clock(match: Match) -> Reading | None:
    """ "10:35 a.m.", "5pm", "16:08 UTC", "9 a.m. EST Tuesday"."""
    before = match.before(2)
    again = follows(match, "(") and before is not None and before.tag in {"NN", "RB"} and match.first("ZONE")
    if again and match.first("WEEKDAY") is None:
        return None  # "9:20 a.m. (0620 GMT)": the same time again
    parsed = _hour_and_minute(match)
    if parsed is None:
        return None
    if _recurs(match):
        return Reading(TIME, f"{UNKNOWN['day']}T{parsed}", hedge(match), relative=True)
    zone = match.first("ZONE")
    tail = f"T{parsed}" + ("Z" if zone is not None and zone.lower in {"gmt", "utc"} else "")
    day = _day_of(match)
    return Reading(TIME, (day or UNKNOWN["day"]) + tail, hedge(match), relative=day is None)


@RULES("YEAR")
def clock_without_marks(match: Match) -> Reading | None:
    """ "at 1353 (1023 GMT)"."""
    return clock(match) if is_time_of_day(match) else None


@RULES("(?:noon|midday|midnight)(?:on)?(?:DEICTIC|WEEKDAY)")
def named_hour_of_a_day(match: Match) -> Reading | None:
    """ "noon Tuesday"."""
    return _named(match, 0)


@RULES("(?:at|by|until|before|after|around|since)(?:noon|midday|midnight)(?:on)?(?:DEICTIC|WEEKDAY)?")
def named_hour(match: Match) -> Reading | None:
    """ "at noon", "by midnight on Saturday"."""
    return _named(match, 1)


def _named(match: Match, skip: int) -> Reading:
    hour = "24:00" if match.has("midnight") else "12:00"
    day = _day_of(match)
    return Reading(TIME, f"{day or UNKNOWN['day']}T{hour}", relative=day is None, skip=skip)


def _hour_and_minute(match: Match) -> str | None:
    """The time in 24 hours, as HH:MM; None where the figures are no time of day."""
    figures = _figures(match)
    if figures is None:
        return None
    hour, minute, half = figures
    night = "pm" if hour > 4 else "am"  # "at 11 that night", "at 2 that night"
    part = "EV" if match.has("tonight") else match.value("PART")
    half = match.value("AMPM") or half or (night if part == "NI" else _HALVES.get(part or "", ""))
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def _figures(match: Match) -> tuple[int, int, str] | None:
    """Hour, minute and the am or pm that is written together with them ("10am")."""
    clock, glued, bare = match.first("CLOCK"), match.first("GLUED"), match.words[0].lower
    if clock is not None:
        shape = shape_of("CLOCK", clock.lower)
        half = (shape[3] or "").replace(".", "")
        if "." in shape[0] and not (half or match.first("AMPM")):
            return None  # "10.35" may be any number
        return int(shape[1]), int(shape[2]), half
    if glued is not None:
        shape = shape_of("GLUED", glued.lower)
        return int(shape[1]), 0, shape[2].replace(".", "")
    if len(bare) == 4 and bare.isdigit():
        return int(bare[:2]), int(bare[2:]), ""  # "0800 UTC"
    hour = number([(match.first("HOUR") or match.words[0]).lower])
    return (int(hour), 0, "") if hour is not None and hour <= 24 else None


def _recurs(match: Match) -> bool:
    """ "every morning at 8 a.m.", "daily at 8 a.m.": on no day in particular."""
    before = match.between(max(0, match.start - 4), match.start)
    return any(before.first(kind) for kind in ("EVERY", "OFTEN", "WEEKDAYS")) or before.has("weekdays", "weekends")


def _weekday(match: Match) -> str | None:
    reading = weekday(match)
    return reading.value.partition("T")[0] if reading is not None and not reading.relative else None


def _after_bracket(match: Match) -> Match | None:
    """The weekday behind the same time in another zone: "at 9:20 a.m. (0620 GMT) Friday"."""
    rest = [w.lower for w in match.sentence[match.end : match.end + 6]]
    if rest[:1] != ["("] or ")" not in rest:
        return None
    at = match.end + rest.index(")") + 1
    at += at < len(match.sentence) and match.sentence[at].lower == "on"
    further = match.between(at, at + 1) if at < len(match.sentence) else None
    return further if further is not None and further.first("WEEKDAY") is not None else None


def _day_of(match: Match) -> str | None:
    if match.first("MONTH") is not None:
        reading = day_of_month(match)
        return reading.value if reading is not None and not reading.relative else None
    if match.first("WEEKDAY") is not None:
        return _weekday(match)
    further = _after_bracket(match)
    if further is not None:
        return _weekday(further)
    said = match.anchor.at_hand
    bare = said is None or len(said.partition("T")[0]) != 10
    told = bare and match.direction == PAST and match.anchor.last_day is not None
    if told and match.first("DEICTIC") is None and not (match.has("this") or match.has("tonight")):
        return match.anchor.recent_day()  # "It broke out on Friday. ... They were called at 9:40 p.m."
    if match.first("DEICTIC") is not None or said is None or bare:
        step = int(match.value("DEICTIC") or 0) if match.value("DEICTIC") != "tonight" else 0
        return match.anchor.away("day", step)
    day = match.anchor.day
    if day is not None and match.direction == FUTURE and said.partition("T")[0] < day.isoformat():
        return day.isoformat()  # "A warning was issued on Tuesday. He is due to speak at noon."
    return said.partition("T")[0]
