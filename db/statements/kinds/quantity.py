"""Two numbers of one measure: at one time a contradiction, one after the other a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db.statements.comparison import FIGURES, STATES, Finding, Kind, Position, View, finding
from db.statements.kinds import compare, register
from db.statements.normal_form import Side
from extract.english.forms import Amount, Course

NUMBER = register(Kind("number"))
FIGURE = register(Kind("figure", is_change=True))

_TOLLS = ("dead", "hurt", "missing")
#: Numbers farther apart than this many times contradict nothing.
_FARTHEST = 5


@compare("bucket")
def two_numbers(views: Sequence[View]) -> Iterator[Finding]:
    """Figures of one measure: at one time a contradiction, one after the other a change."""
    ordered = sorted(
        (item for item in map(_figure, views) if item),
        key=lambda f: (f.position.first, f.open, f.amount.text, f.view.key),
    )
    for place, one in enumerate(ordered):
        followed = False
        for other in ordered[place + 1 :]:
            if one.view.where != other.view.where:
                continue
            if _at_once(one, other):
                if _exclude(one.amount, other.amount) and not (one.planned or other.planned or _are_far(one, other)):
                    why = f"{one.amount.text} and {other.amount.text} {one.amount.unit}".strip()
                    yield finding(NUMBER, "two numbers at one time", why, one.side, other.side)
            elif not followed and _moved(one, other):
                followed = True
                why = f"from {one.amount.text} to {other.amount.text} {one.amount.unit}".strip()
                yield finding(FIGURE, "figure changed", why, one.side, other.side)


class _Figure(NamedTuple):
    view: View
    position: Position
    amount: Amount
    planned: bool

    @property
    def open(self) -> bool:
        return self.amount.low is None or self.amount.high is None

    @property
    def side(self) -> tuple[View, Position]:
        return self.view, self.position


def _figure(view: View) -> _Figure | None:
    position, planned = view.side(Side.YES), False
    if position is None:
        position, planned = view.side(Side.PLAN), True
    return _Figure(view, position, view.amount, planned) if position and view.amount else None


def _at_once(one: _Figure, other: _Figure) -> bool:
    """Whether both numbers are of one time: a toll of the day, a figure of the week, sales of one stated time."""
    apart = abs(one.position.first - other.position.first)
    if one.view.course is Course.STATE:
        return apart < (1 if one.view.relation.startswith(_TOLLS) else FIGURES)
    if one.view.relation == "pay" and one.view.where:
        return apart <= STATES
    return one.view.since is not None and (one.view.since, one.view.until) == (other.view.since, other.view.until)


def _exclude(one: Amount, other: Amount) -> bool:
    if one.unit != other.unit and one.unit and other.unit:
        return False
    return one.excludes(other)


def _are_far(one: _Figure, other: _Figure) -> bool:
    """Whether two numbers of what happens again are too different to be of one thing: cars sold in a country and in a
    town. A toll may be told in any number, and so may a measure."""
    if one.view.course is Course.STATE or one.amount.unit == "people":
        return False
    (low, high), (least, most) = one.amount.reach(), other.amount.reach()
    return min(low, least) > 0 and (least > _FARTHEST * high or low > _FARTHEST * most)


def _moved(one: _Figure, other: _Figure) -> bool:
    """Whether the later number is news: it excludes the first, or is above what was its least."""
    if one.view.course is not Course.STATE or (
        one.planned and other.planned and other.position.first - one.position.first < FIGURES
    ):
        return False
    if other.planned and not one.planned:
        return False
    if _exclude(one.amount, other.amount):
        return True
    return one.amount.high is None and other.amount.low is not None and other.amount.low > (one.amount.low or 0)
