"""Rules for days of a calendar: written out, in figures, and feasts."""

from __future__ import annotations

from datetime import date, timedelta

from extract.timex.anchor import Reading, TimexType, nearest
from extract.timex.calendar import UNKNOWN, containing, extent
from extract.timex.feasts import feast
from extract.timex.grammar import Match, Rules
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
    month, day = int(match.value("MONTH") or 0), day_number(match)
    if not day or _counts_something(match):
        return None
    days = [int(w.text) for w in match.find("DAY")]
    year = explicit_year(match) or year_further_on(match) or _year_of(match, month, day)
    if year is None:
        return Reading(DATE, f"XXXX-{month:02}-{day:02}", relative=True)
    first = checked(year, month, day)
    if first is not None and len(days) == 2 and match.has("-", "–", "—"):
        last = checked(year, month, days[1])
        return Reading(DATE, f"{first.value}/{last.value}") if last and last.value > first.value else None
    return first


def _counts_something(match: Match) -> bool:
    """ "In October 12 people died": the figure counts what follows it."""
    last, after = match.words[-1], match.after()
    return (
        after is not None
        and match.first("YEAR") is None
        and last.dep == "nummod"
        and last.head.i > last.i
        and after.tag in {"NNS", "CD"}
    )


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
    close = nearest(candidates, anchor.day)
    if match.direction == PAST and close > anchor.day + timedelta(60):
        return close.year - 1
    if match.direction == FUTURE and close < anchor.day - timedelta(60):
        return close.year + 1
    return close.year


def _day_in(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@RULES("the week of(?:the)?MONTH(?:DAY|ORDINAL)")
def week_of(match: Match) -> Reading | None:
    """ "in the week of March 6"."""
    day = day_of_month(match)
    known = extent(day.value) if day is not None else None
    if known is None:
        return dated(None, "week")
    return dated(containing(known[0][0], "week"), "week")


@RULES(
    "(?:christmas|boxing|thanksgiving|independence|memorial|labor|labour|veterans|bastille|election)(?:day|eve)?",
    "may day",
    "new year (?:'s|’s)(?:day|eve)?",
    "valentine(?:'s|’s)day",
    "good friday",
    "easter(?:sunday|monday)?",
    "halloween",
)
def holiday(match: Match) -> Reading | None:
    """ "on Christmas Eve", "last Easter": the year by the tense."""
    name = "".join(w if w in {"'s", "’s"} else f" {w}" for w in match.lowers).strip().replace("’", "'")
    today = match.anchor.day
    if feast(name, 2000) is None or match.words[0].text.islower() or match.words[-1].dep == "compound":
        return None
    if today is None:
        return Reading(DATE, UNKNOWN["day"], relative=True)
    days = [d for d in (feast(name, today.year + n) for n in (-1, 0, 1)) if d]
    if match.direction == PAST:
        days = [d for d in days if d <= today]
    elif match.direction == FUTURE:
        days = [d for d in days if d >= today]
    return Reading(DATE, nearest(days, today).isoformat())
