"""Rules for what recurs: TIMEX3's sets."""

from __future__ import annotations

from extract.timex.anchor import Reading, TimexType
from extract.timex.calendar import duration
from extract.timex.grammar import Match, Rules
from extract.timex.parts import count_of, is_name, unit_of

RULES = Rules()
SET = TimexType.SET


@RULES("OFTEN")
def often(match: Match) -> Reading | None:
    """ "annually", "meets daily"; not what only sorts a noun ("the annual meeting") or is a paper ("a daily")."""
    word, value = match.words[0], match.value("OFTEN")
    if value is None or word.pos == "NOUN" or is_name(match):
        return None
    sorts = word.dep in {"amod", "compound", "nmod"}
    if sorts and (word.lower in {"annual", "quarterly"} or word.head.pos == "PROPN"):
        return None
    return Reading(SET, value)


@RULES(
    "(?:every|each)(?:other|single|ORDINAL|few|<n>)?(?:UNIT|UNITS)",
    "(?:every|each)(?:other)?(?:WEEKDAY|MONTH|SEASON|PART)",
    "(?:at|on)weekends",
    "(?:once|twice|times|time)(?:a|an|per|each)UNIT",
)
def repeated(match: Match) -> Reading | None:
    """ "every Friday", "each year", "twice a week"."""
    if match.lowers[-1] == "weekends":
        return Reading(SET, "XXXX-WXX-WE", skip=1)
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


@RULES("<hedge>?<n><unit>(?:a|an|per|each|every)UNIT")
def so_often(match: Match) -> Reading | None:
    """ "three days a week": within each week."""
    if match.value("UNIT") == match.value("UNITS") or match.words[-1].lower == match.words[-3].lower:
        return None
    inner = match.between(match.end - 1, match.end)
    return Reading(SET, duration(1, unit_of(inner)))


@RULES("(?:a|an|per)UNIT")
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
