"""Time expressions and what they are worth: TIMEX3 values with their earliest and latest day.

The rules are in `extract.timex`. A `TimeReader` reads an article's sentences in order; `valid_time` says
when a claim holds.
"""

from __future__ import annotations

from dataclasses import replace

from extract.syntax.tree import Tree
from extract.timex import (
    days,
    distances,
    durations,
    eras,
    months,
    quarters,
    repeats,
    times_of_day,
    units,
    vague,
    weekdays,
)
from extract.timex.anchor import Anchor, Reading, TimexType
from extract.timex.calendar import UNKNOWN, extent
from extract.timex.dating import valid_time
from extract.timex.expressions import TimeExpression, expression
from extract.timex.grammar import Grammar, Match
from extract.timex.periods import last_day
from extract.timex.quarters import lies_ahead
from extract.timex.tense import FUTURE, PAST

__all__ = ["TimeExpression", "TimeReader", "TimexType", "valid_time"]

#: Stretches that figures are reported for beside the quarter: "a year earlier" is then no quarter.
_PARTS_OF_A_YEAR = frozenset({"P6M", "P9M", "P12M", "P39W", "P26W"})

#: All rules, in the order in which they are tried at a word: what is more specific comes first.
_GRAMMAR = Grammar(
    module.RULES
    for module in (days, weekdays, months, quarters, eras, units, distances, times_of_day, vague, repeats, durations)
)


#: Words that place an expression by themselves.
_CALENDAR = ("MONTH", "YEAR", "WEEKDAY", "DEICTIC", "DAY")


class TimeReader:
    """Reads an article's sentences in order: later ones may hang on what earlier ones said.

    `published` is an ISO 8601 date, possibly shortened to year or month, or None.
    """

    def __init__(self, published: str | None) -> None:
        self._anchor = Anchor.of(published)

    def read(self, tree: Tree) -> list[TimeExpression]:
        """The time expressions of the article's next sentence, left to right, none overlapping."""
        found = []
        self._anchor.age += 1
        for match, told in _GRAMMAR.read(tree.words, self._anchor):
            reading = told if not self._is_misplaced(match, told) else _unplaced(told)
            found.append(expression(match, reading))
            self._remember(match, reading)
        return found

    def _is_misplaced(self, match: Match, reading: Reading) -> bool:
        """ "The trial is set for June 28. Later in the day she pleaded guilty": not on that day, which is to come.

        What names neither a day nor a month was counted from the day that was spoken of last.
        """
        today, said = self._anchor.day, self._anchor.said
        if today is None or said is None or reading.relative or match.direction != PAST:
            return False
        known = extent(reading.value)
        ahead = known is not None and known[0][0] > today
        counted = match.first("NEXT") is not None and match.first("UNIT") is not None  # next week
        return ahead and not counted and not any(match.first(kind) for kind in _CALENDAR)

    def _remember(self, match: Match, reading: Reading) -> None:
        anchor = self._anchor
        if reading.value in _PARTS_OF_A_YEAR and anchor.reported is not None:
            anchor.reported, anchor.stretch = anchor.reported[:4], reading.value
        known = extent(reading.value)
        if reading.relative or known is None:
            return
        if "Q" in reading.value and (match.first("ORDINAL") or match.first("QUARTER") or last_day(match)):
            self._remember_quarter(match, reading.value)
        anchor.said, anchor.age = reading.value, 0
        if known[0][0] == known[0][1]:
            anchor.last_day = known[0][0]

    def _remember_quarter(self, match: Match, value: str) -> None:
        """The quarter that figures are of: one that is over, not the forecast's or the one compared with."""
        anchor = self._anchor
        fiscal = match.has("fiscal") or (anchor.fiscal and value == anchor.quarter)
        ahead = match.direction == FUTURE if fiscal else lies_ahead(value, anchor.day, match.direction == FUTURE)
        compared = match.first("YEAR") is not None and anchor.quarter is not None and value < anchor.quarter
        if not (ahead or compared):
            anchor.quarter = anchor.reported = value
            anchor.stretch, anchor.fiscal = None, fiscal


def _unplaced(reading: Reading) -> Reading:
    """The same on no day that is known."""
    _, clock, hour = reading.value.partition("T")
    return replace(reading, value=f"{UNKNOWN['day']}{clock}{hour}", relative=True)
