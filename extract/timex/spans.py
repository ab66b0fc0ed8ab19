"""Rules for times of day, durations, repetitions, and the vague present, past and future."""

from __future__ import annotations

from datetime import date

from extract.numerals import number
from extract.timex.anchor import Reading, TimexType
from extract.timex.calendar import UNKNOWN, duration, extent
from extract.timex.dates import day_of_month, is_name, weekday
from extract.timex.grammar import Match, rule
from extract.timex.lexicon import shape_of
from extract.timex.tense import FUTURE
from extract.timex.relative import count_of, hedge, unit_of

DATE, TIME, DURATION, SET = TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET
_ZULU = frozenset({"gmt", "utc"})


@rule(
    "(?:CLOCK|HOUR)AMPM(?:ZONE)?<onday>?",
    "(?:GLUED|CLOCK ZONE)(?:ZONE)?<onday>?",
    "(?:HOUR|NUMWORD)o'clock",
    "CLOCK",
    "at(?:noon|midday|midnight)(?:on)?(?:DEICTIC|WEEKDAY)?",
)
def clock(match: Match) -> Reading | None:
    """ "10:35 a.m.", "5pm", "16:08 UTC", "9 a.m. EST Tuesday"."""
    named = match.value("PART") is not None
    parsed = {"midnight": "24:00"}.get(match.lowers[1], "12:00") if named else _hour_and_minute(match)
    if parsed is None:
        return None
    zone = match.first("ZONE")
    tail = f"T{parsed}" + ("Z" if zone is not None and zone.lower in _ZULU else "")
    day = _day_of(match)
    return Reading(TIME, (day or UNKNOWN["day"]) + tail, hedge(match), relative=day is None, skip=int(named))


def _hour_and_minute(match: Match) -> str | None:
    shaped = match.first("CLOCK") or match.first("GLUED")
    half = match.value("AMPM")
    minute = "00"
    if shaped is None:
        first = match.first("HOUR") or match.words[0]
        hour = int(number([first.lower]) or 0)
    elif match.first("CLOCK") is not None:
        shape = shape_of("CLOCK", shaped.lower)
        if "." in shape[0] and not (half or shape[3]):
            return None
        hour, minute = int(shape[1]), shape[2]
        half = half or (shape[3] or "")[:2].replace(".", "m")
    else:
        shape = shape_of("GLUED", shaped.lower)
        hour, half = int(shape[1]), shape[2][0] + "m"
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute}" if hour <= 24 else None


def _day_of(match: Match) -> str | None:
    if match.first("MONTH") is not None:
        reading = day_of_month(match)
        return reading.value if reading is not None and not reading.relative else None
    if match.first("WEEKDAY") is not None:
        reading = weekday(match)
        return reading.value.partition("T")[0] if reading is not None and not reading.relative else None
    said = match.anchor.at_hand
    if match.first("DEICTIC") is not None or said is None or len(said.partition("T")[0]) != 10:
        step = int(match.value("DEICTIC") or 0) if match.value("DEICTIC") != "tonight" else 0
        return match.anchor.away("day", step)
    return said.partition("T")[0]


@rule(
    "(?:every|each)(?:other|single|ORDINAL|few|<n>)?(?:UNIT|UNITS)",
    "(?:every|each)(?:other)?(?:WEEKDAY|MONTH|SEASON|PART)",
    "OFTEN",
    "(?:once|twice|times|time)(?:a|an|per|each)UNIT",
)
def repeated(match: Match) -> Reading | None:
    """ "every Friday", "each year", "annually", "twice a week"."""
    often = match.value("OFTEN")
    if often is not None and is_name(match):
        return None
    if often is not None:
        if match.words[0].dep in {"amod", "compound"} and match.lowers[0] in {"annual", "quarterly"}:
            return None  # "the annual meeting": a kind of meeting
        return Reading(SET, often)
    if match.first("WEEKDAY"):
        return Reading(SET, f"XXXX-WXX-{match.value('WEEKDAY')}")
    if match.first("MONTH"):
        return Reading(SET, f"XXXX-{int(match.value('MONTH') or 0):02}")
    if match.first("SEASON"):
        return Reading(SET, f"XXXX-{match.value('SEASON')}")
    if match.first("PART"):
        return Reading(SET, f"XXXX-XX-XXT{match.value('PART')}")
    if match.lowers[0] in {"once", "twice", "times", "time"}:
        return Reading(SET, duration(1, unit_of(match)), skip=1)
    count = (
        2.0 if match.has("other") else 1.0 if not (match.first("NUM") or match.first("NUMWORD")) else count_of(match)
    )
    return Reading(SET, duration(count, unit_of(match)))


@rule("(?:a|an|per)UNIT")
def rate(match: Match) -> Reading | None:
    """ "50,000 a year", "$3 per day"; "a year" elsewhere is a duration."""
    before = match.before()
    if match.lowers[0] == "per" or (
        before is not None
        and (before.tag in {"NNS", "CD"} or before.lower in {"%", "percent", "times", "once", "twice"})
    ):
        after = match.after()
        if (
            match.lowers[0] != "per"
            and after is not None
            and after.lower in {"ago", "earlier", "later", "before", "after", "-"}
        ):
            return None
        return Reading(SET, duration(1, unit_of(match)))
    return None


@rule(
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
    return Reading(DURATION, duration(count, unit_of(match)), hedge(match), bounds=_ahead(match, count))


def _ahead(match: Match, count: float | None) -> tuple[date | None, date | None] | None:
    """ "will retire in two weeks": the week that lies so far ahead."""
    before, unit = match.before(), unit_of(match)
    if count is None or before is None or before.lower != "in" or unit in {"hour", "minute", "second"}:
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
    """ "a second goal"."""
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


@rule("UNITS(?:(?:or|and)UNITS)?")
def units(match: Match) -> Reading | None:
    """ "for months", "centuries"."""
    before = match.before()
    if _is_share(match):
        return None
    after = match.after()
    if (before is not None and before.lower in {"of", "on", "by"}) or (after is not None and after.lower in {"apart", "when"}):
        return None  # "a matter of days", "on days when", "minutes apart"
    if before is not None and before.tag in {"DT", "PRP$", "JJ", "NN", "POS", "CD"}:
        return None
    return Reading(DURATION, duration(None, unit_of(match)))


@rule(
    "(?:right|just|until|till|every)?NOW",
    "at(?:the)?(?:present|moment)",
    "(?:the)present",
    "these days",
)
def present(match: Match) -> Reading | None:
    """ "now", "currently", "at the moment"."""
    if match.lowers[0] == "every":
        return None  # "every now and then"
    skip = 1 if match.lowers[0] in {"until", "till", "at"} and len(match.lowers) > 1 else 0
    return Reading(DATE, "PRESENT_REF", skip=skip)


@rule("RECENTLY", "in the(?:recent|distant)?past")
def past(match: Match) -> Reading | None:
    """ "recently", "in the past"."""
    after = match.after()
    if (
        after is not None
        and match.has("past")
        and (after.tag in {"CD", "NN", "NNS"} or after.lower in {"few", "couple"})
    ):
        return None
    return Reading(DATE, "PAST_REF", skip=int(match.lowers[0] == "in"))


@rule(
    "in(?:the|the near|near|the foreseeable)future",
    "for the foreseeable future",
    "as soon as possible",
    "(?:one|some)day",
)
def future(match: Match) -> Reading | None:
    """ "in the near future", "will one day"."""
    if match.lowers[-1] == "day" and match.direction <= 0:
        return None
    return Reading(DATE, "FUTURE_REF", skip=int(match.lowers[0] in {"in", "for"}))
