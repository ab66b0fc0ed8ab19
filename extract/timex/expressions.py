"""A time expression in an article: its place, its value, and the days it covers."""

from __future__ import annotations

from datetime import date, timedelta

from extract.model import Precision
from extract.syntax.tree import Word
from extract.syntax.words import NOUN_MODIFIERS
from extract.timex.anchor import Reading, TimexType
from extract.timex.calendar import extent, part
from extract.timex.grammar import Match
from extract.values import value

#: What a preposition makes of the date it governs.
_BOUNDS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "from": "from",
    "through": "until",
    "to": "until",
}


@value
class TimeExpression:
    """A time expression with its value.

    `start`/`end` are code points of the article, half-open. `value` is the TIMEX3 value; `earliest` and
    `latest` are ISO dates, None where open or unknown. `modifier` is TIMEX3's mod (START, MID, END,
    APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS; BEFORE and AFTER for "earlier this year"
    and "later this year"), FISCAL for a fiscal year whose months are not known, or, where a preposition
    bounds the date, that bound: since, until, by, before, after, from. `relative` marks an expression
    that hangs on a date the article does not give: earliest and latest are then None.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    type: TimexType
    value: str
    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None
    modifier: str | None = None
    relative: bool = False

    @property
    def head(self) -> Word:
        """The word of the expression that the rest of the sentence governs."""
        inside = set(self.words)
        return next((w for w in self.words if w.head is w or w.head not in inside), self.words[0])


def expression(match: Match, reading: Reading) -> TimeExpression:
    words = match.words
    bound = _bound(match)
    hour = reading.type is TimexType.TIME and bound in {"after", "before"}  # after 6 a.m. on Sunday: on Sunday
    earliest, latest, precision = _bounds(reading, None if hour else _edge(match, bound))
    return TimeExpression(
        words[0].start,
        words[-1].end,
        tuple(words),
        reading.type,
        reading.value,
        earliest.isoformat() if earliest else None,
        latest.isoformat() if latest else None,
        precision,
        bound or reading.modifier,
        reading.relative,
    )


def _bound(match: Match) -> str | None:
    before, top = match.before(), match.top
    if before is None or top.dep in NOUN_MODIFIERS:
        return None  # "after the 1999 fire" is after the fire, and the fire was in 1999
    if before.lower in {"early", "late", "mid", "the", "about", "around"}:
        before = match.before(2)
    elif before.lower == "least":  # "since at least 2011"
        before = match.before(3)
    second = match.before(2)
    if before is not None and before.lower == "to" and second is not None:
        if second.lower == "prior":
            return "before"
        if second.lemma == "date" or (second.lower == "back" and second.head.lemma == "date"):
            return None  # "dates back to 1935": it is of that year
    return _BOUNDS.get(before.lower) if before is not None else None


def _edge(match: Match, bound: str | None) -> str | None:
    """ "before the end of 2030": by its last day, and not before its last months."""
    return "by" if bound == "before" and match.has("end") else bound


def _bounds(reading: Reading, bound: str | None) -> tuple[date | None, date | None, Precision | None]:
    if reading.relative:
        return None, None, None
    known = extent(reading.value)
    if known is None:
        first, last = reading.bounds or (None, None)
        return first, last, None
    whole, precision = known
    if reading.bounds is not None:
        return (*reading.bounds, precision)
    if reading.modifier in {"START", "MID", "END"}:
        whole = part(whole, reading.modifier)
    if "/" in reading.value:
        return (*whole, precision)  # "from 2001-2009" has both ends
    return (*_bounded(whole[0], whole[1], bound), precision)


_DAY = timedelta(1)


def _bounded(first: date, last: date, bound: str | None) -> tuple[date | None, date | None]:
    """ "since 2012" has no end, "by Friday" no beginning, "before May" ends the day before."""
    if bound in {"since", "from"}:
        return first, None
    if bound in {"until", "by"}:
        return None, last
    if bound == "before":
        return None, first - _DAY if first > date.min else first
    if bound == "after":
        return (last + _DAY if last < date.max else last), None
    return first, last
