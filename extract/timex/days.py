"""Rules for days of a calendar: written out, in figures, and feasts."""

from __future__ import annotations

from datetime import date, timedelta

from extract.english.wordlists import entries
from extract.timex.anchor import Reading, TimexType, nearest
from extract.timex.calendar import containing, extent
from extract.timex.feasts import feast, nth_day
from extract.timex.grammar import Match, Rules
from extract.timex.months import month
from extract.timex.parts import checked, dated, day_number, explicit_year, year_further_on
from extract.timex.tense import FUTURE, PAST

RULES = Rules()
DATE = TimexType.DATE


@RULES("YEAR HYPHEN MONTHNUM HYPHEN DAY")
def iso_day(match: Match) -> Reading | None:
    """ "2019-03-21", one word to the eye."""
    if match.words[0].start + 10 != match.words[-1].end:
        return None
    return checked(int(match.lowers[0]), int(match.lowers[2]), int(match.lowers[4]))


@RULES("NAMEDDAY")
def named_day(match: Match) -> Reading | None:
    """ "9/11"."""
    return dated(match.value("NAMEDDAY"), "day")


@RULES("SLASHED")
def slashed_day(match: Match) -> Reading | None:
    """ "3/21/2019", month first, unless only the other order makes a date."""
    parts = [int(p) for p in match.lowers[0].replace(".", "/").split("/")]
    if parts[0] > 31:
        return checked(*parts)
    first, second, year = parts
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if "." in match.lowers[0] or first > 12:
        first, second = second, first
    return checked(year, first, second)


@RULES(
    "(?:WEEKDAY COMMA?)?(?:PAST|NEXT|THIS)?MONTH the?(?:DAY|ORDINAL)(?:HYPHEN DAY)?"
    "(?:COMMA? YEAR|COMMA? of?(?:PAST|THIS|NEXT)year|(?:SAME|the following)year)?",
    "(?:WEEKDAY COMMA?)?the?(?:DAY HYPHEN)?(?:DAY|ORDINAL)of?(?:PAST|NEXT|THIS)?MONTH"
    "(?:COMMA? YEAR|COMMA? of?(?:PAST|THIS|NEXT)year)?",
)
def day_of_month(match: Match) -> Reading | None:
    """ "Sunday, May 5, 2019", "the 5th of May", "last Oct. 23", "5-8 May"."""
    number, day = int(match.value("MONTH") or 0), day_number(match)
    if not day:
        return None
    days = [int(w.text) for w in match.find("DAY")]
    year = explicit_year(match) or year_further_on(match)
    if year is None and named_after(match):
        year = _year_of_event(match.anchor.day, number, day)
    elif year is None:
        year = _year_of(match, number, day)
    if year is None:
        return Reading(DATE, f"XXXX-{number:02}-{day:02}", relative=True)
    first = checked(year, number, day)
    if first is not None and len(days) == 2 and match.has("-", "–", "—"):
        last = checked(year, number, days[1])
        return Reading(DATE, f"{first.value}/{last.value}") if last and last.value > first.value else None
    return first


@RULES("the(?:early|late)?PART of <dayof>")
def part_of_a_day(match: Match) -> Reading | None:
    """ "on the afternoon of March 3"."""
    day = day_of_month(match)
    if day is None or "/" in day.value:
        return None
    return Reading(TimexType.TIME, f"{day.value}T{match.value('PART')}", relative=day.relative)


_ATROCITIES = frozenset(
    {"attack", "bombing", "massacre", "atrocity", "terrorist", "hijacker", "hijacking", "terrorism", "terror"}
)


def named_after(match: Match) -> bool:
    """ "the July 7 bombings": a day that names what happened on it, maybe years ago."""
    after = match.sentence[match.end : match.end + 2]
    if not after or after[0].pos in {"VERB", "ADP", "PUNCT", "DET"}:
        return False
    return any(w.lemma.lower() in _ATROCITIES and w.pos in {"NOUN", "PROPN", "ADJ"} for w in after)


#: The attacks that are known by their day all over the world; other days are taken for those of the last months.
_KNOWN_EVENTS = {(9, 11): 2001}
_RECENT = timedelta(180)


def _year_of_event(today: date | None, month: int, day: int) -> int | None:
    if today is None:
        return None
    known = _KNOWN_EVENTS.get((month, day))
    if known is not None and known <= today.year:
        return known
    past = [d for year in (-1, 0) if (d := _day_in(today.year + year, month, day)) and d <= today]
    return past[-1].year if past and today - past[-1] < _RECENT else None


def _year_of(match: Match, month: int, day: int) -> int | None:
    """The year of a day without one: the side of publication that the tense looks to."""
    anchor = match.anchor
    if anchor.day is None:
        return None
    candidates = [d for year in (-1, 0, 1) if (d := _day_in(anchor.day.year + year, month, day))]
    if not candidates:
        return None
    if match.first("PAST"):
        return max((d for d in candidates if d < anchor.day), default=candidates[0]).year
    close = nearest(_on_weekday(match, candidates), anchor.day)
    if match.first("WEEKDAY"):
        return close.year
    if match.direction == PAST and close > anchor.day + (timedelta(0) if _dates_past_verb(match) else timedelta(60)):
        return close.year - 1
    if match.direction == FUTURE and close < anchor.day - timedelta(60):
        return close.year + 1
    return close.year


def _on_weekday(match: Match, days: list[date]) -> list[date]:
    """Those of the days that are the weekday that the expression gives: "Monday, Oct. 26"."""
    which = match.value("WEEKDAY")
    return [d for d in days if which is not None and d.isoweekday() == int(which)] or days


def _dates_past_verb(match: Match) -> bool:
    """ "The trial began Nov. 4", "was held on Nov. 4": nothing told so is still to come, but what was planned is."""
    word = match.top.head
    if word.lower == "on" and word.pos == "ADP":
        word = word.head
    done = word.tag == "VBN" and any(w.tag == "VBD" and w.dep == "auxpass" for w in word.left)
    past = word.tag == "VBD" or (done and word.lemma not in entries("timetabled") | entries("awaiting"))
    return past and match.top.dep in {"npadvmod", "tmod", "pobj"} and word.pos == "VERB"


def _day_in(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_NTH = "the?(?:very)?(?:ORDINAL|final|last|closing|opening)"


@RULES(f"{_NTH}(?:WEEKDAY|UNIT)(?:of|in)MONTH(?:COMMA?YEAR|(?:of)?(?:PAST|THIS|NEXT)year)?")
def nth_of_month(match: Match) -> Reading | None:
    """ "the first Monday in May", "the last week of June 2018", "the third day of July"."""
    unit, nth = match.value("UNIT"), _nth(match)
    if unit not in {None, "day", "week", "weekend"} or nth is None:
        return None
    at = next(n for n, w in enumerate(match.lowers) if w in {"of", "in"})
    whole = month(match.between(match.start + at + 1, match.end))
    known = extent(whole.value) if whole is not None else None
    if known is None:
        return None
    day = nth_day(known[0], unit or "weekday", nth, int(match.value("WEEKDAY") or 0))
    if not known[0][0] <= day <= known[0][1]:
        return None
    week = (day - timedelta(3), day + timedelta(3)) if unit == "week" else None
    return dated(containing(day, unit or "day"), unit or "day", bounds=week)


def _nth(match: Match) -> int | None:
    value = match.value("ORDINAL")
    if value is not None:
        return int(value)
    return 1 if match.has("opening") else -1


@RULES("the week of(?:the)?MONTH(?:DAY|ORDINAL)")
def week_of(match: Match) -> Reading | None:
    """ "in the week of March 6"."""
    day = day_of_month(match)
    known = extent(day.value) if day is not None else None
    if known is None:
        return dated(None, "week")
    return dated(containing(known[0][0], "week"), "week")


@RULES(
    "(?:christmas|boxing|thanksgiving|independence|memorial|labor|labour|veterans|bastille|election|columbus)"
    "(?:day|eve)?weekend?",
    "martin luther king jr.? day",
    "(?:presidents|mother|father)(?:'|’|'s|’s)?day",
    "may day",
    "new year (?:'s|’s)(?:day|eve)?",
    "valentine(?:'s|’s)day",
    "good friday",
    "easter(?:sunday|monday)?",
    "halloween",
)
def holiday(match: Match) -> Reading | None:
    """ "on Christmas Eve", "last Easter": the year by the tense."""
    weekend = match.has("weekend")
    lowers = match.lowers[:-1] if weekend else match.lowers
    name = "".join(w if w in {"'", "’", "'s", "’s"} else f" {w}" for w in lowers).strip().replace("’", "'")
    today = match.anchor.day
    if feast(name, 2000) is None or match.words[0].text.islower() or match.words[-1].dep == "compound":
        return None
    if today is None:
        return dated(None, "weekend" if weekend else "day")
    days = [d for d in (feast(name, today.year + n) for n in (-1, 0, 1)) if d]
    if match.direction == PAST:
        days = [d for d in days if d <= today]
    elif match.direction == FUTURE:
        days = [d for d in days if d >= today]
    day = nearest(days, today)
    if weekend:
        return dated(containing(day - timedelta(day.isoweekday() == 1), "weekend"), "weekend")
    return Reading(DATE, day.isoformat())
