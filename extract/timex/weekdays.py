"""Rules for days by their distance from publication: weekdays, weekends, yesterday, tonight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from extract.timex.anchor import Anchor, Reading, TimexType
from extract.timex.calendar import UNKNOWN, containing, moved
from extract.timex.grammar import Match, Rules
from extract.timex.parts import count_of, dated, follows, is_name, is_titled, phase, step, unit_of
from extract.timex.tense import FUTURE, PAST

RULES = Rules()
DATE = TimexType.DATE


@RULES(
    "THIS?(?:PAST|NEXT|THIS|SAME)?(?:early|late|earlier|later)?WEEKDAY(?:HYPHEN?PART)?(?:(?:of)?(?:PAST|THIS|NEXT)week)?"
)
def weekday(match: Match) -> Reading | None:
    """ "said Tuesday", "will meet on Tuesday", "last Friday", "Monday night", "Tuesday of next week"."""
    which = int(match.value("WEEKDAY") or 0)
    part = match.value("PART")
    before = match.before()
    if match.lowers[0] == "following" and (before is None or before.tag not in {"DT", "PRP$"}):
        reading = weekday(match.between(match.start + 1, match.end))
        return replace(reading, skip=1) if reading is not None else None  # "spoke following Tuesday's vote"
    if (part and match.words[-1].tag == "NNS") or (before is not None and before.tag == "NNP" and is_name(match)):
        return None  # "on Monday nights"; a club or bank called Monday
    kind, tail = (TimexType.TIME, f"T{part}") if part else (DATE, "")
    if before is not None and before.lower in _NAMED and len(match.words) == 1:
        return None
    if before is not None and before.lower == "a" and before.head is match.words[-1]:
        return Reading(kind, f"XXXX-WXX-{which}{tail}", relative=True)  # "It began on a Monday"
    known = match.anchor.weekdays
    day = known.get(which) if _is_of_noun(match) else None
    day = day or _weekday(match, which)
    if day is None:
        return Reading(kind, f"XXXX-WXX-{which}{tail}", relative=True)
    known[which] = day
    return Reading(kind, day.isoformat() + tail)


#: "Black Friday" and "Super Tuesday" are days of their own.
_NAMED = frozenset({"black", "cyber", "super", "good", "palm", "easter", "ash", "holy", "maundy", "bloody", "whit"})


def _is_of_noun(match: Match) -> bool:
    """ "Friday's meeting" is that of the Friday that was spoken of, whatever the tense around it."""
    bare = not (match.has("week") or match.first("PAST") or match.first("NEXT") or match.first("THIS"))
    return bare and match.top.dep in {"poss", "compound", "nmod", "nummod"}


def _weekday(match: Match, which: int) -> date | None:
    today = match.anchor.day
    if today is None:
        return None
    if match.has("week"):
        return today + timedelta(which - today.isoweekday() + 7 * step(match))
    begun = _range_begun(match)
    if begun is not None:
        return begun + timedelta((which - begun.isoweekday()) % 7)
    back = (today.isoweekday() - which) % 7
    if match.first("PAST"):
        return today - timedelta(back or 7)
    if match.first("NEXT"):
        return today + timedelta(7 - back)
    ahead = match.direction == FUTURE or (match.first("THIS") is not None and match.direction != PAST)
    if not ahead:
        return today - timedelta(back)
    coming = today + timedelta((7 - back) % 7)
    before = _coming_before(match)
    return coming + timedelta(7) if before is not None and before > coming else coming


def _coming_before(match: Match) -> date | None:
    """ "The fair opens Monday and ends Friday", written on a Friday: it ends on the Friday after that Monday."""
    verb = next((w for w in match.top.ancestors() if w.pos in {"VERB", "AUX"}), match.top)
    if verb.dep != "conj":
        return None
    days = {w: n for n, w in enumerate(_WEEKDAYS, start=1)}
    own = {w for c in verb.head.children if c is not verb for w in c.subtree() if c.dep in {"npadvmod", "prep", "tmod"}}
    known = [match.anchor.weekdays.get(days[w.lower]) for w in own if w.lower in days]
    return known[-1] if known else None


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@RULES("<edge>day on?WEEKDAY")
def edge_of_weekday(match: Match) -> Reading | None:
    """ "by the end of the day Saturday"."""
    which = int(match.value("WEEKDAY") or 0)
    day = _weekday(match, which)
    value = day.isoformat() if day is not None else f"XXXX-WXX-{which}"
    return Reading(DATE, value, phase(match), relative=day is None)


@RULES("the day(?:before|after)(?:PAST|NEXT)?WEEKDAY")
def beside_weekday(match: Match) -> Reading | None:
    """ "the day before last Monday's vote"."""
    day = _weekday(match, int(match.value("WEEKDAY") or 0))
    return dated((day + timedelta(-1 if match.has("before") else 1)).isoformat() if day else None, "day")


def _range_begun(match: Match) -> date | None:
    """The first day of "from Monday to Friday", seen from its last."""
    if match.start < 2 or not follows(match, "to", "through", "until", "-", "–"):
        return None
    before = match.between(match.start - 2, match.start - 1)
    return _weekday(before, int(before.value("WEEKDAY") or 0)) if before.first("WEEKDAY") else None


@RULES("<n>WEEKDAYS(?:ago|from now)")
def weekdays_away(match: Match) -> Reading | None:
    """ "two Sundays ago": the one before the last."""
    count, which, today = count_of(match), int(match.value("WEEKDAYS") or 0), match.anchor.day
    if count is None or count < 1:
        return None
    if today is None:
        return Reading(DATE, f"XXXX-WXX-{which}", relative=True)
    back = match.has("ago")
    next_one = (today.isoweekday() - which) % 7 or 7 if back else (which - today.isoweekday()) % 7 or 7
    return dated(match.anchor.away("day", (next_one + 7 * (count - 1)) * (-1 if back else 1)), "day")


@RULES("<count>(?:week|weeks|day|days)(?:from|after|before)(?:PAST|NEXT)?(?:WEEKDAY|DEICTIC)")
def counted_from_a_day(match: Match) -> Reading | None:
    """ "a week from Monday", "two weeks from today"."""
    count, unit = count_of(match), unit_of(match)
    if count is None or not match.has("from") or follows(match, "for"):
        return None  # "closed for three weeks from Monday"
    which, today = match.value("WEEKDAY"), match.anchor.day
    if today is None or match.has("tonight"):
        return dated(None, "day")
    ahead = (int(which) - today.isoweekday()) % 7 or 7 if which else int(match.value("DEICTIC") or 0)
    return dated(match.anchor.away("day", ahead + (7 if unit == "week" else 1) * count), "day")


@RULES("on?WEEKDAYS", "WEEKDAY(?:mornings|afternoons|evenings|nights)")
def weekdays(match: Match) -> Reading | None:
    """ "on Mondays", "Tuesday nights"."""
    if match.first("PART"):
        return Reading(TimexType.SET, f"XXXX-WXX-{match.value('WEEKDAY')}T{match.value('PART')}")
    skip = 1 if match.lowers[0] == "on" else 0
    return Reading(TimexType.SET, f"XXXX-WXX-{match.value('WEEKDAYS')}", skip=skip)


@RULES("the day(?:before|after)DEICTIC", "(?:early|late|earlier|later)?DEICTIC(?:PART)?")
def deictic(match: Match) -> Reading | None:
    """ "yesterday", "late today", "tomorrow morning", "the day after tomorrow"."""
    step = match.value("DEICTIC")
    if is_titled(match):
        return None
    before = match.before(2)
    if step == "1" and follows(match, "of") and before is not None and before.tag == "NNS":
        return Reading(DATE, "FUTURE_REF")  # "the leaders of tomorrow"
    if step == "tonight":
        return _at_part(match.anchor, 0, "NI")
    days = int(step or 0) + {"before": -1, "after": 1}.get(match.lowers[2] if len(match.lowers) > 2 else "", 0)
    part = match.value("PART")
    return _at_part(match.anchor, days, part) if part else dated(match.anchor.away("day", days), "day")


@RULES("(?:early|late)?(?:this|PAST)(?:early|late)?PART")
def this_part(match: Match) -> Reading | None:
    """ "this morning", "last night"."""
    if is_titled(match):
        return None
    return _at_part(match.anchor, -1 if match.first("PAST") else 0, match.value("PART") or "")


@RULES("(?:(?:early|late|later|earlier)?(?:the)?SAME|the?(?:NEXT|PAST))(?:early|late)?PART")
def part_of_the_narrative(match: Match) -> Reading | None:
    """ "that night", "the next morning", "the same evening": by the day that was last spoken of."""
    if match.words[-1].tag == "NNS" or match.has("last", "past", "prior", "coming", "upcoming"):
        return None
    step = 1 if match.first("NEXT") else -1 if match.first("PAST") else 0
    part, day = match.value("PART") or "", match.anchor.away_from_said("day", step)
    if day is None and not match.first("SAME"):
        return None
    return Reading(TimexType.TIME, f"{day or UNKNOWN['day']}T{part}", relative=day is None)


@RULES("(?:the)(?:early|late)?PART of(?:DEICTIC|(?:PAST|THIS|NEXT)?WEEKDAY)")
def part_of_weekday(match: Match) -> Reading | None:
    """ "on the night of Monday"; "on the afternoon of March 3" is read with the days of a calendar."""
    part, which = match.value("PART"), int(match.value("WEEKDAY") or 0)
    if match.first("DEICTIC"):
        return None if match.has("tonight") else _at_part(match.anchor, int(match.value("DEICTIC") or 0), part or "")
    day = _weekday(match, which)
    value = day.isoformat() if day is not None else f"XXXX-WXX-{which}"
    return Reading(TimexType.TIME, f"{value}T{part}", relative=day is None)


def _at_part(anchor: Anchor, days: int, part: str) -> Reading:
    value = anchor.away("day", days)
    return Reading(TimexType.TIME, f"{value or UNKNOWN['day']}T{part}", relative=value is None)


@RULES("(?:the|this|over the|for the)?weekend")
def weekend(match: Match) -> Reading | None:
    """ "over the weekend": the one before publication, or the one ahead."""
    anchor = match.anchor
    skip = next(n for n, w in enumerate(match.lowers) if w in {"the", "this", "weekend"})
    after = match.after()
    if after is not None and after.lower == "of":
        return None  # the date that follows says which
    if anchor.day is None:
        return dated(None, "weekend", skip=skip)
    step = 0 if match.direction > 0 or anchor.day.isoweekday() > 5 else -1
    return dated(containing(moved(anchor.day, "week", step) or anchor.day, "weekend"), "weekend", skip=skip)
