"""Two days of what happens once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from db.statements.comparison import (
    DECISIONS,
    SAME_TIME,
    Finding,
    Kind,
    Position,
    View,
    finding,
    with_and_without_agent,
)
from db.statements.kinds import compare, register
from db.statements.profile_groups import day
from extract.english.forms import Course
from extract.english.vocabulary import unique
from extract.english.wordlists import entries

_MONTH = 31
DATE = register(Kind("date", repeats=True))
SCHEDULE = register(Kind("schedule", is_change=True, repeats=True))


@compare("bucket")
def two_dates(views: Sequence[View]) -> Iterator[Finding]:
    """ "The dyke broke on Monday" / "The dyke broke on Wednesday"."""
    for view in views:
        yield from _dates(view, view)


@compare("bucket")
def two_plans(views: Sequence[View]) -> Iterator[Finding]:
    """ "Will open on 12 May" / "on 19 May", told on one day; told later, or "will now open", it was put off."""
    for view in views:
        for one, other in pairwise(sorted(_days_of_plans(view))):
            if other.told == "moved" or "for" not in (one.told, other.told):
                yield from _two_days((view, one), (view, other))
    again = [(view, plan) for view in views for plan in _days_of_plans(view) if plan.told == "for"]
    for (view, one), (another, other) in combinations(again, 2):
        if view.id != another.id and view.where == another.where and _are_near(one, other):
            yield from _two_days(*sorted(((view, one), (another, other)), key=lambda told: told[1].seen))


def _days_of_plans(view: View) -> list[_Planned]:
    return [
        _Planned(position.first, mark.partition(" ")[0], mark.partition(" ")[2], position)
        for mark, position in view.marks.items()
        if mark.startswith(_PLANS)
    ]


def _are_near(one: _Planned, other: _Planned) -> bool:
    """Whether what may come again is planned for two days so near each other that it is one: "will visit Tarn on
    Wednesday", "on Thursday"."""
    first, then = (day(plan.days.partition("/")[0]) for plan in (one, other))
    return abs(first - then) < DECISIONS and abs(one.seen - other.seen) <= SAME_TIME


def _two_days(before: tuple[View, _Planned], after: tuple[View, _Planned]) -> Iterator[Finding]:
    (view, one), (another, other) = before, after
    first, then = (plan.days.partition("/")[0] for plan in (one, other))
    sides = (view, one.position), (another, other.position)
    if not _disjoint(one.days, other.days):
        return
    if one.seen == other.seen and one.told == other.told:
        yield finding(DATE, "two days of one plan", f"{first} and {then}", *sides)
    elif other.seen <= day(one.days.partition("/")[2]) + SAME_TIME:
        yield finding(SCHEDULE, "plan moved", f"from {first} to {then}", *sides)


class _Planned(NamedTuple):
    """Days of a plan: "due", "for" what may come again, or "moved" to them; these are last of one day's."""

    seen: int
    told: str
    days: str
    position: Position


#: Marks of days that are planned, in their order.
_PLANS = ("due ", "for ", "moved ")


@compare("theme")
def one_names_the_agent(views: Sequence[View]) -> Iterator[Finding]:
    """The same where only one of the two names who did it."""
    for one, other in with_and_without_agent(views):
        yield from _dates(one, other)


def _dates(one: View, other: View) -> Iterator[Finding]:
    if one.course is not Course.ONCE or one.relation in _TOLD_AGAIN:
        return
    given = [(one, position, mark[5:]) for mark, position in one.marks.items() if mark.startswith("date ")]
    more = given if one.id == other.id else [(other, t, m[5:]) for m, t in other.marks.items() if m.startswith("date ")]
    pairs = (
        combinations(sorted(given, key=lambda g: g[2]), 2)
        if one.id == other.id
        else ((a, b) for a in given for b in more)
    )
    for (left, first, when), (right, second, then) in pairs:
        if _disjoint(when, then) and (one.relation in unique() or _are_neighbours(when, then)):
            why = f"{when.partition('/')[0]} and {then.partition('/')[0]} are different days"
            yield finding(DATE, "two times of one event", why, (left, first), (right, second))


#: What is said on one day may be said again on the next.
_TOLD_AGAIN = entries("anything_verbs")


def _are_neighbours(one: str, other: str) -> bool:
    """Whether these are two days of one week: "signed the bill on Monday", "on Tuesday"."""
    days = [plan.split("/") for plan in (one, other)]
    return all(since == until for since, until in days) and abs(day(days[0][0]) - day(days[1][0])) <= SAME_TIME


def _disjoint(one: str, other: str) -> bool:
    """Whether two days, weeks or months are apart; a year or decade beside one is hardly the time of the same."""
    since, _, until = one.partition("/")
    then, _, end = other.partition("/")
    if not (until < then or end < since):
        return False
    return (day(until) - day(since) < _MONTH) == (day(end) - day(then) < _MONTH)
