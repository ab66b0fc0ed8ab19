"""Two numbers of one measure: at one time a contradiction, one after the other a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from db.statements.comparison import FIGURES, SAME_TIME, STATES, Finding, Kind, Position, View, finding
from db.statements.kinds import compare, register
from db.statements.meaning import VOTE
from db.statements.normal_form import Side
from extract.english.forms import Amount, Course
from extract.english.vocabulary import has_term

NUMBER = register(Kind("number"))
FIGURE = register(Kind("figure", is_change=True))

#: Units of who is counted, in any words: their number grows with the news.
_PEOPLE = ("", "people")
_TOLLS = ("dead", "hurt", "missing", VOTE)
#: Tolls that grow: a lower one told later is another's, and no news.
_ONLY_RISE = ("dead", "hurt")
#: Numbers farther apart than this many times contradict nothing.
_FARTHEST = 5


@compare("bucket")
def two_numbers(views: Sequence[View]) -> Iterator[Finding]:
    """Figures of one measure: at one time a contradiction, one after the other a change."""
    ordered = sorted(
        (item for item in map(_figure, views) if item),
        key=lambda f: (f.position.first, f.told, f.open, f.amount.text, f.view.key),
    )
    for place, one in enumerate(ordered):
        followed = False
        for other in ordered[place + 1 :]:
            if one.view.where != other.view.where:
                continue
            if _at_once(one, other):
                if _differ(one, other) and not (_are_meant(one, other) or _are_far(one, other)):
                    why = f"{one.amount.text} and {other.amount.text} {one.amount.unit}".strip()
                    yield finding(NUMBER, "two numbers at one time", why, one.side, other.side)
            elif not followed and _moved(one, other):
                followed = True
                why = f"from {one.amount.text} to {other.amount.text} {one.amount.unit}".strip()
                yield finding(FIGURE, "figure changed", why, one.side, other.side)


@compare("theme")
def one_names_the_agent(views: Sequence[View]) -> Iterator[Finding]:
    """The same of prices and sentences where only one names who did it: "was sentenced to 22 years"."""
    figures = [figure for figure in map(_figure, views) if figure and has_term(figure.view.relation, figure.amount)]
    for one, other in permutations(figures, 2):
        if one.view.agent or not other.view.agent or not _at_once(one, other):
            continue
        if _exclude(one.amount, other.amount) and not _are_meant(one, other):
            why = f"{one.amount.text} and {other.amount.text} {one.amount.unit}"
            yield finding(NUMBER, "two numbers at one time", why, one.side, other.side)


def _are_meant(one: _Figure, other: _Figure) -> bool:
    """Whether a number is still to come. What is agreed has its price: "agreed to buy Ovell for $3.2 billion"."""
    if one.planned and other.planned and _is_term(one, other):
        return abs(one.position.first - other.position.first) > SAME_TIME
    return one.planned or other.planned


def _is_once(one: _Figure, other: _Figure) -> bool:
    """Whether it happens once, whatever day articles give: "was sentenced to six years on Monday", "on Tuesday"."""
    return one.view.course is other.view.course is Course.ONCE


def _is_term(one: _Figure, other: _Figure) -> bool:
    return has_term(one.view.relation, one.amount) and has_term(other.view.relation, other.amount)


class _Figure(NamedTuple):
    view: View
    position: Position
    amount: Amount
    planned: bool

    @property
    def open(self) -> bool:
        return self.amount.low is None or self.amount.high is None

    @property
    def told(self) -> int:
        """The day of the news: of what happened a few days ago, that of publication."""
        first, seen = self.position.first, self.position.seen
        return seen if first <= seen <= first + SAME_TIME else first

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
    if one.view.relation.startswith(_TOLLS) or (one.amount.unit in _PEOPLE and one.view.course is not Course.STATE):
        return _is_seen_at_once(one, other)
    if one.view.course is Course.STATE:
        return apart < FIGURES
    if _is_term(one, other):
        return apart <= STATES and (_may_be_of_one_day(one, other) or (_is_once(one, other) and apart <= SAME_TIME))
    if one.view.relation == "pay" and one.view.where:
        return apart <= STATES
    if _stated(one) is None:
        return apart < 1 and _stated(other) is None
    return _stated(one) == _stated(other)


def _is_seen_at_once(one: _Figure, other: _Figure) -> bool:
    """Whether both numbers are of one day, and were published on one: of people, more are counted in the days after
    it happened."""
    if not _may_be_of_one_day(one, other):
        return False
    return one.told == other.told


def _may_be_of_one_day(one: _Figure, other: _Figure) -> bool:
    return None in (_stated(one), _stated(other)) or _stated(one) == _stated(other)


def _has_grown(one: _Figure, other: _Figure) -> bool:
    """Whether more people are counted a day or two later: "60 were hurt", "71 were injured on Tuesday"."""
    if one.amount.unit not in _PEOPLE or one.planned or other.planned or not _may_be_of_one_day(one, other):
        return False
    days, (low, _) = other.told - one.told, other.amount.reach()
    return 0 < days <= SAME_TIME and _exclude(one.amount, other.amount) and low > one.amount.reach()[1]


def _stated(one: _Figure) -> tuple[str, str] | None:
    return (one.view.since, one.view.until or "") if one.view.since else None


def _exclude(one: Amount, other: Amount) -> bool:
    if one.unit != other.unit and one.unit and other.unit:
        return False
    return one.excludes(other)


def _differ(one: _Figure, other: _Figure) -> bool:
    return _exclude(one.amount, other.amount) and not _are_rounded(one, other)


def _are_rounded(one: _Figure, other: _Figure) -> bool:
    """Whether one share of votes is the other with fewer digits: "53 percent", "53.1 percent"."""
    mine, theirs = one.amount.low, other.amount.low
    is_vote = one.view.relation == VOTE or (one.amount.unit == "percent" and _is_term(one, other))
    if not is_vote or mine is None or theirs is None or (mine % 1 and theirs % 1):
        return False
    return abs(mine - theirs) <= _ROUNDED


#: Half of the last digit of a share in whole percents.
_ROUNDED = 0.5


def _are_far(one: _Figure, other: _Figure) -> bool:
    """Whether two numbers of what happens again are too different to be of one thing: cars sold in a country and in a
    town. A toll may be told in any number, and so may a measure."""
    is_staff = one.view.relation == "employ"  # of the whole firm, of a mill
    if not is_staff and (one.view.course is Course.STATE or one.amount.unit == "people"):
        return False
    (low, high), (least, most) = one.amount.reach(), other.amount.reach()
    return min(low, least) > 0 and (least > _FARTHEST * high or low > _FARTHEST * most)


def _moved(one: _Figure, other: _Figure) -> bool:
    """Whether the later number is news: it excludes the first, or is above what was its least."""
    if _is_term(one, other):
        return False
    if one.view.course is not Course.STATE:
        return _has_grown(one, other)
    if one.planned and other.planned and other.position.first - one.position.first < FIGURES:
        return False
    if other.planned and not one.planned:
        return False
    if one.view.relation in _ONLY_RISE and other.amount.reach()[1] < one.amount.reach()[0]:
        return False
    if _differ(one, other):
        return True
    return one.amount.high is None and other.amount.low is not None and other.amount.low > (one.amount.low or 0)
