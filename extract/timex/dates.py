"""Rules for days, months and years, written out or hanging on the publication date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from extract.lexicon import entries
from extract.numerals import number
from extract.timex.anchor import Anchor, Reading, TimexType, nearest
from extract.timex.calendar import UNKNOWN, feast
from extract.timex.grammar import Match, rule
from extract.timex.lexicon import shape_of
from extract.timex.tense import FUTURE, PAST

DATE = TimexType.DATE
_ORDER = ("PAST", "THIS", "NEXT")


def dated(value: str | None, unit: str, modifier: str | None = None, **more: object) -> Reading:
    """A date by its value, or, without one, a relative date of that unit."""
    known = value is not None
    return Reading(DATE, value if value is not None else UNKNOWN[unit], modifier, relative=not known, **more)  # type: ignore[arg-type]


def phase(match: Match) -> str | None:
    """START, MID or END for "early", "mid-", "the end of"."""
    return match.value("PHASE")


def explicit_year(match: Match) -> int | None:
    """The year that the expression itself gives, in figures or as last / this / next year."""
    word = match.first("YEAR")
    if word is not None:
        return int(word.text)
    spoken = spoken_year(match.lowers)
    if spoken is not None:
        return spoken
    if match.has("year") and match.anchor.year:
        return match.anchor.year + _step(match)
    return None


def spoken_year(lowers: Sequence[str]) -> int | None:
    """The year in "May nineteen ninety-seven", or None."""
    for at, lower in enumerate(lowers):
        if lower in {"eighteen", "nineteen", "twenty", "two"}:
            value = number(lowers[at:])
            return int(value) if value is not None and 1800 <= value < 2100 else None
    return None


def _step(match: Match) -> int:
    if match.first("PAST") or match.has("ago"):
        return -1
    return 1 if match.first("NEXT") else 0


def _day_number(match: Match) -> int | None:
    """The last number of the expression that can be one ("5 p.m. on May 3")."""
    days = match.find("DAY")
    if days:
        return int(days[-1 if match.first("AMPM") else 0].text)
    value = match.value("ORDINAL")
    return int(value) if value else None


@rule("YEAR HYPHEN MONTHNUM HYPHEN DAY")
def iso_day(match: Match) -> Reading | None:
    """ "2019-03-21", one word to the eye."""
    if match.words[0].start + 10 != match.words[-1].end:
        return None
    return _checked(int(match.lowers[0]), int(match.lowers[2]), int(match.lowers[4]))


@rule("YEARS", "YEAR HYPHEN(?:YEAR|TWO|DAY)")
def years(match: Match) -> Reading | None:
    """ "1914-18", "1998–2004"."""
    written = "".join(match.lowers)
    if len(written) != match.words[-1].end - match.words[0].start or len(written) not in {7, 9}:
        return None
    first, last = written[:4], written[5:]
    last = last if len(last) == 4 else first[:2] + last
    return Reading(DATE, f"{first}/{last}") if last > first else None


@rule("SLASHED")
def slashed_day(match: Match) -> Reading | None:
    """ "3/21/2019", month first, unless only the other order makes a date."""
    parts = [int(p) for p in match.lowers[0].replace(".", "/").split("/")]
    if parts[0] > 31:
        return _checked(*parts)
    first, second, year = parts
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if "." in match.lowers[0] or first > 12:
        first, second = second, first
    return _checked(year, first, second)


def _checked(year: int, month: int, day: int) -> Reading | None:
    try:
        return Reading(DATE, date(year, month, day).isoformat())
    except ValueError:
        return None


@rule(
    "(?:WEEKDAY COMMA?)?(?:PAST|NEXT|THIS)?MONTH the?(?:DAY|ORDINAL)(?:HYPHEN DAY)?"
    "(?:COMMA? YEAR|COMMA? of?(?:PAST|THIS|NEXT)year|(?:SAME|the following)year)?",
    "(?:WEEKDAY COMMA?)?the?(?:DAY HYPHEN)?(?:DAY|ORDINAL)of?(?:PAST|NEXT|THIS)?MONTH"
    "(?:COMMA? YEAR|COMMA? of?(?:PAST|THIS|NEXT)year)?",
)
def day_of_month(match: Match) -> Reading | None:
    """ "Sunday, May 5, 2019", "the 5th of May", "last Oct. 23", "5-8 May"."""
    month, day = int(match.value("MONTH") or 0), _day_number(match)
    if not day or _counts_something(match):
        return None
    days = [int(w.text) for w in match.find("DAY")]
    year = explicit_year(match) or _year_further_on(match) or _year_of(match, month, day)
    if year is None:
        return Reading(DATE, f"XXXX-{month:02}-{day:02}", relative=True)
    first = _checked(year, month, day)
    if first is not None and len(days) == 2 and match.has("-", "–", "—"):
        last = _checked(year, month, days[1])
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


def _year_further_on(match: Match) -> int | None:
    """The year a range gives at its end: "from May 3 to June 5, 2018"."""
    rest = match.sentence[match.end : match.end + 7]
    if not rest or rest[0].lower not in {"to", "through", "until", "and", "-", "–", "till", "or"}:
        return None
    for at, word in enumerate(rest[1:], start=1):
        if word.text.isdigit() and len(word.text) == 4 and at >= 2:
            return int(word.text)
        if word.pos == "VERB":
            return None
    return None


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


@rule(
    "<phase>?MONTH(?:COMMA|of)?(?:YEAR|<spoken>)",
    "<phase>?MONTH(?:of)?(?:the)?(?:PAST|THIS|NEXT|SAME)year",
    "<phase>?(?:PAST|NEXT|THIS)MONTH",
    "<phase>?MONTH",
)
def month(match: Match) -> Reading | None:
    """ "early May 2019", "June last year", "last April", "in mid-July"."""
    which = int(match.value("MONTH") or 0)
    if match.lowers[-1] == "march" and match.words[-1].text == "march":
        return None
    if len(match.words) == 1 and not _is_month(match):
        return None
    year = explicit_year(match) or _year_further_on(match) or _year_of_month(match, which)
    if year is None:
        return Reading(DATE, f"XXXX-{which:02}", phase(match), relative=True)
    return Reading(DATE, f"{year:04}-{which:02}", phase(match))


def _is_month(match: Match) -> bool:
    """Whether a month's name by itself is one: not the "March for Jobs", not a woman called April."""
    word = match.words[0]
    if word.text.islower():
        return False
    if word.lower not in {"march", "may", "april", "june", "august"}:
        return True
    after = match.after()
    if word.dep in {"nsubj", "appos"} or (word.lower == "march" and after is not None and after.tag == "IN"):
        return _follows(match, "in", "since", "until", "by", "of", "from")
    return word.entity == "DATE" or _follows(match, "in", "since", "until", "by", "of", "last", "next", "through", "to")


def _year_of_month(match: Match, which: int) -> int | None:
    anchor = match.anchor
    if anchor.year is None or anchor.month is None:
        return None
    ahead = which - anchor.month
    if match.first("PAST"):
        return anchor.year - (ahead >= 0)
    if match.first("NEXT"):
        return anchor.year + (ahead <= 0)
    if match.first("THIS"):
        return anchor.year
    if match.direction == PAST:
        return anchor.year - (ahead > 0)
    if match.direction == FUTURE:
        return anchor.year + (ahead < -1)
    return anchor.year + (ahead < -6) - (ahead > 5)


@rule("(?:PAST|NEXT|THIS|SAME)?(?:early|late|PHASE)?WEEKDAY HYPHEN?PART?(?:(?:of)?(?:PAST|THIS|NEXT)week)?")
def weekday(match: Match) -> Reading | None:
    """ "said Tuesday", "will meet on Tuesday", "last Friday", "Monday night", "Tuesday of next week"."""
    which = int(match.value("WEEKDAY") or 0)
    part = match.value("PART")
    kind, tail = (TimexType.TIME, f"T{part}") if part else (DATE, "")
    day = _weekday(match, which)
    if day is None:
        return Reading(kind, f"XXXX-WXX-{which}{tail}", relative=True)
    return Reading(kind, day.isoformat() + tail)


def _weekday(match: Match, which: int) -> date | None:
    today = match.anchor.day
    if today is None:
        return None
    if match.has("week"):
        return today + timedelta(which - today.isoweekday() + 7 * _step(match))
    back = (today.isoweekday() - which) % 7
    if match.first("PAST"):
        return today - timedelta(back or 7)
    if match.first("NEXT"):
        return today + timedelta(7 - back)
    ahead = match.direction == FUTURE or (match.first("THIS") is not None and match.direction != PAST)
    return today + timedelta((7 - back) % 7) if ahead else today - timedelta(back)


@rule("on?WEEKDAYS", "WEEKDAY(?:mornings|afternoons|evenings|nights)")
def weekdays(match: Match) -> Reading | None:
    """ "on Mondays", "Tuesday nights"."""
    if match.first("PART"):
        return Reading(TimexType.SET, f"XXXX-WXX-{match.value('WEEKDAY')}T{match.value('PART')}")
    skip = 1 if match.lowers[0] == "on" else 0
    return Reading(TimexType.SET, f"XXXX-WXX-{match.value('WEEKDAYS')}", skip=skip)


def is_name(match: Match) -> bool:
    """Whether the words are (part of) a name: a paper or programme called Today, Daily, This Week."""
    word = match.words[-1]
    return word.text[0].isupper() and (word.text.isupper() or word.i > 0) and word.entity in _NAMES


_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "PERSON"})


@rule("the day(?:before|after)DEICTIC", "(?:early|late|earlier|later)?DEICTIC(?:PART)?")
def deictic(match: Match) -> Reading | None:
    """ "yesterday", "late today", "tomorrow morning", "the day after tomorrow"."""
    step = match.value("DEICTIC")
    if is_name(match):
        return None
    if step == "tonight":
        return _at_part(match.anchor, 0, "NI")
    days = int(step or 0) + {"before": -1, "after": 1}.get(match.lowers[2] if len(match.lowers) > 2 else "", 0)
    part = match.value("PART")
    return _at_part(match.anchor, days, part) if part else dated(match.anchor.away("day", days), "day")


@rule("(?:early|late)?(?:this|PAST)(?:early|late)?PART")
def this_part(match: Match) -> Reading | None:
    """ "this morning", "last night"."""
    return _at_part(match.anchor, -1 if match.first("PAST") else 0, match.value("PART") or "")


def _at_part(anchor: Anchor, days: int, part: str) -> Reading:
    value = anchor.away("day", days)
    return Reading(TimexType.TIME, f"{value or UNKNOWN['day']}T{part}", relative=value is None)


_BEFORE_YEAR = frozenset(
    [
        "in",
        "since",
        "by",
        "of",
        "from",
        "until",
        "till",
        "during",
        "for",
        "to",
        "through",
        "after",
        "before",
        "around",
        "and",
        "or",
        "between",
        "through",
        "early",
        "late",
        "mid",
        "about",
        "than",
        "circa",
        ",",
        "(",
        "-",
        "–",
        "the",
    ]
)


@rule(
    "<phase>?(?:the)?(?:fiscal|calendar)(?:year)?YEAR",
    "<phase>?(?:the year)?YEAR",
    "(?:the year)?<spoken>",
    "PHASEYEAR",
    "SHORTYEAR",
    "APOS TWO",
)
def year(match: Match) -> Reading | None:
    """ "in 1998", "early 1991", "fiscal 1988", "the 1978 treaty", "nineteen ninety-eight"."""
    word = match.first("YEAR")
    if word is None:
        return _shaped_year(match)
    if not (len(match.words) > 1 or _is_year(match)):
        return None
    fiscal = match.has("fiscal")
    return Reading(DATE, word.text, "FISCAL" if fiscal else phase(match), bounds=(None, None) if fiscal else None)


def _shaped_year(match: Match) -> Reading | None:
    """ "mid-1996", "post-1990", "'82", "nineteen ninety-eight"."""
    lower = match.lowers[0]
    if match.first("PHASEYEAR"):
        shape = shape_of("PHASEYEAR", lower)
        return Reading(DATE, shape[2], _PREFIXES[shape[1]])
    if match.first("SHORTYEAR"):
        figures = shape_of("SHORTYEAR", lower)[1]
        return Reading(DATE, f"{19 if int(figures) > 49 else 20}{figures}")
    if match.first("APOS"):
        century = 19 if int(match.lowers[1]) > 49 else 20
        return Reading(DATE, f"{century}{match.lowers[1]}") if _follows(match, "since", "in", "of", "until") else None
    value = spoken_year(match.lowers)
    if value is None or not (match.has("year") or match.words[0].entity == "DATE" or _follows(match, "in", "since")):
        return None
    return Reading(DATE, str(value))


_PREFIXES = {"early": "START", "mid": "MID", "late": "END", "pre": "BEFORE", "post": "AFTER"}


def _follows(match: Match, *lowers: str) -> bool:
    before = match.before()
    return before is not None and before.lower in lowers


def _is_year(match: Match) -> bool:
    """Whether a bare four-digit number is a year: not an amount, a count or a house number."""
    before, after, word = match.before(), match.after(), match.words[0]
    if before is not None and (before.tag == "$" or before.text in {"#", "€", "£", "No.", "x"}):
        return False
    if before is not None and before.lower in entries("numbered"):
        return False
    if after is not None and after.lower in {"%", "percent", "of"}:
        return False
    if after is not None and (
        after.lower in {"people", "members"} or (after.tag == "NNS" and word.head is after and after.entity != "EVENT")
    ):
        return word.entity == "DATE"
    if word.dep == "nummod" and word.head.tag in {"NNP", "NNPS"} and word.head.entity in _NAMES:
        return False  # a model or a name: "her 1987 Tatra 613"
    if word.entity in {"DATE", "EVENT"}:
        return True
    if word.entity in {"CARDINAL", "QUANTITY", "MONEY", "PERCENT"}:
        return False
    return 1500 <= int(word.text) < 2100 and (before is None or before.lower in _BEFORE_YEAR or word.dep == "nummod")


@rule(
    "(?:christmas|boxing|thanksgiving|independence|memorial|labor|veterans|bastille|election)(?:day|eve)?",
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
