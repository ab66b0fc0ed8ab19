"""Two days of what happens once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from db.statements.comparison import SAME_TIME, Finding, Kind, View, finding, with_and_without_agent
from db.statements.kinds import compare, register
from db.statements.profile_groups import day
from extract.english.forms import Course
from extract.english.vocabulary import unique

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
    """ "Will open on 12 May" / "on 19 May", told on one day; told later, it was put off."""
    for view in views:
        due = [(position, mark[4:]) for mark, position in view.marks.items() if mark.startswith("due ")]
        ordered = sorted(due, key=lambda one: (one[0].first, one[1]))
        for (first, when), (second, then) in pairwise(ordered):
            if not _disjoint(when, then):
                continue
            one, other = (days.partition("/")[0] for days in (when, then))
            if first.first == second.first:
                yield finding(DATE, "two days of one plan", f"{one} and {other}", (view, first), (view, second))
            elif second.first <= day(when.partition("/")[2]) + SAME_TIME:
                yield finding(SCHEDULE, "plan moved", f"from {one} to {other}", (view, first), (view, second))


@compare("theme")
def one_names_the_agent(views: Sequence[View]) -> Iterator[Finding]:
    """The same where only one of the two names who did it."""
    for one, other in with_and_without_agent(views):
        yield from _dates(one, other)


def _dates(one: View, other: View) -> Iterator[Finding]:
    if one.relation not in unique() or one.course is not Course.ONCE:
        return
    given = [(one, position, mark[5:]) for mark, position in one.marks.items() if mark.startswith("date ")]
    more = given if one.id == other.id else [(other, t, m[5:]) for m, t in other.marks.items() if m.startswith("date ")]
    pairs = (
        combinations(sorted(given, key=lambda g: g[2]), 2)
        if one.id == other.id
        else ((a, b) for a in given for b in more)
    )
    for (left, first, when), (right, second, then) in pairs:
        if _disjoint(when, then):
            why = f"{when.partition('/')[0]} and {then.partition('/')[0]} are different days"
            yield finding(DATE, "two times of one event", why, (left, first), (right, second))


def _disjoint(one: str, other: str) -> bool:
    """Whether two days, weeks or months are apart; a year or decade beside one is hardly the time of the same."""
    since, _, until = one.partition("/")
    then, _, end = other.partition("/")
    if not (until < then or end < since):
        return False
    return (day(until) - day(since) < _MONTH) == (day(end) - day(then) < _MONTH)
