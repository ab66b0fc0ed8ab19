"""Said and denied, planned and done: negations, outcomes and what is no longer so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, permutations

from db.statements.comparison import (
    FIGURES,
    SAME_TIME,
    STATES,
    Finding,
    Kind,
    Position,
    View,
    finding,
    is_compatible,
    with_and_without_agent,
)
from db.statements.kinds import compare, register
from db.statements.normal_form import Side
from extract.english.forms import Course

NEGATION = register(Kind("negation"))
OUTCOME = register(Kind("outcome", is_change=True))
ENDED = register(Kind("ended", is_change=True))


@compare("bucket")
def said_and_denied(views: Sequence[View]) -> Iterator[Finding]:
    """What one statement affirms, plans or rules out, and it or another denies, ends or does."""
    for view in views:
        yield from _sides(view, view)
    for one, other in combinations(views, 2):
        if is_compatible(one, other):
            yield from _sides(one, other)
            yield from _sides(other, one)


@compare("theme")
def one_names_the_agent(views: Sequence[View]) -> Iterator[Finding]:
    """One names who did it and the other does not: "The tunnel will open" / "The queen opened the tunnel"."""
    for one, other in with_and_without_agent(views):
        yield from _sides(one, other)
        yield from _sides(other, one)


@compare("dispute")
def only_one_and_not(views: Sequence[View]) -> Iterator[Finding]:
    """ "Halden is the only town with a lift" / "Halden is not the only town to have a lift"."""
    sole = [view for view in views if view.dispute_side == "sole"]
    for yes, no in permutations(sole, 2):
        left, right = yes.side(Side.YES), no.side(Side.NO)
        if left and right and not yes.about.isdisjoint(no.about) and abs(left.first - right.first) <= STATES:
            why = "it is said to be the only one and not to be"
            yield finding(NEGATION, "the only one or not", why, (yes, left), (no, right))


def _sides(yes: View, no: View) -> Iterator[Finding]:
    """Rules on what `yes` affirms or plans, and `no` denies, ends or does."""
    for affirmed, answers in _RULES.items():
        if (left := yes.side(affirmed)) is None:
            continue
        for answered, rule in answers:
            right = no.side(answered)
            if right is not None and (found := rule(yes, left, no, right)) is not None:
                yield found


SideRule = Callable[[View, Position, View, Position], Finding | None]


def _denied(yes: View, left: Position, no: View, right: Position) -> Finding | None:
    """ "Trivex bribed officials" / "Trivex did not bribe officials"."""
    if yes.course is Course.STATE:
        return _state_denied(yes, left, no, right)
    if yes.course is Course.EVENT and yes.id != no.id and _elsewhen(left, no, right):
        return None
    if left.first - right.last > STATES:
        return finding(OUTCOME, "denied, then done", "it was not so, and later it was", (no, right), (yes, left))
    return finding(NEGATION, "said and denied", "it is said to be so and not to be so", (yes, left), (no, right))


def _elsewhen(left: Position, no: View, right: Position) -> bool:
    """Whether a denial is of another occasion: it states its time, or is told at another time."""
    apart = abs(left.first - right.first)
    return apart > STATES and (no.since is not None or abs(left.seen - right.seen) > STATES)


def _state_denied(yes: View, left: Position, no: View, right: Position) -> Finding | None:
    """ "Halmer owns the airport" / "Halmer does not own the airport"."""
    if right.first - left.last > STATES:
        return finding(ENDED, "no longer", "it was so, and later it was not", (yes, left), (no, right))
    if left.first - right.last > STATES:
        return finding(OUTCOME, "denied, then so", "it was not so, and later it was", (no, right), (yes, left))
    return finding(NEGATION, "said and denied", "it is said to be so and not to be so", (yes, left), (no, right))


def _ended(yes: View, left: Position, no: View, right: Position) -> Finding | None:
    """ "Karn works for Trivex" / "Karn no longer works for Trivex"."""
    if left.first > right.first:
        return None
    return finding(ENDED, "no longer", "it was so and is no longer", (yes, left), (no, right))


def _pending(yes: View, left: Position, no: View, right: Position) -> Finding | None:
    """ "The tunnel has not opened yet" / "The tunnel opened on Monday"."""
    if yes.course is Course.STATE:
        return _state_denied(yes, left, no, right)
    if left.first > right.first:
        return finding(OUTCOME, "not yet, then done", "it had not happened, and later it did", (no, right), (yes, left))
    if yes.course is Course.EVENT and right.first - left.last > STATES:
        return None
    return finding(NEGATION, "said and denied", "it is said to have happened and not to", (yes, left), (no, right))


def _came_true(plan: View, left: Position, done: View, right: Position) -> Finding | None:
    """ "The tunnel will open in 2023" / "Queen Ysolde opened the tunnel on Thursday"."""
    if right.last < left.first or (plan.amount and plan.course is Course.STATE):
        return None
    if right.first <= left.first and (plan.course is not Course.ONCE or left.first - right.first > SAME_TIME):
        return None
    if plan.course is Course.EVENT and plan.id != done.id and right.first - left.last > 120:
        return None
    return finding(OUTCOME, "plan come true", "it was planned, and later it was done", (plan, left), (done, right))


def _dropped(plan: View, left: Position, no: View, right: Position) -> Finding | None:
    """ "Castella will buy Ovell" / "Castella did not buy Ovell"."""
    if right.first - left.last < FIGURES or plan.course is Course.STATE:
        return None
    return finding(OUTCOME, "plan dropped", "it was planned, and it was not done", (plan, left), (no, right))


def _withdrawn(plan: View, left: Position, no: View, right: Position) -> Finding | None:
    """ "Castella plans to buy Ovell" / "Castella will not buy Ovell"; "will not open on 12 May" and was put off."""
    if any(mark.startswith("off ") for mark in no.marks) and left.first <= right.first:
        return finding(OUTCOME, "plan put off", "it was planned, and later put off", (plan, left), (no, right))
    if right.first - left.first > FIGURES:
        return finding(OUTCOME, "plan dropped", "it was planned, and later given up", (plan, left), (no, right))
    if left.first - right.first > FIGURES:
        return finding(OUTCOME, "plan made after all", "it was ruled out, and later planned", (no, right), (plan, left))
    return finding(
        NEGATION,
        "forecast both ways",
        "it is said that it will be so and that it will not",
        (plan, left),
        (no, right),
    )


def _after_all(no: View, left: Position, done: View, right: Position) -> Finding | None:
    """ "Lamm will not resign" / "Lamm resigned on Thursday"."""
    if right.first <= left.first or (done.course is Course.EVENT and right.first - left.last > 120):
        return None
    return finding(OUTCOME, "done after all", "it was ruled out, and later it was done", (no, left), (done, right))


#: By the side that one takes: the sides that answer it, and what comes of it.
_RULES: dict[Side, tuple[tuple[Side, SideRule], ...]] = {
    Side.YES: ((Side.NO, _denied), (Side.PENDING, _pending), (Side.ENDED, _ended)),
    Side.PLAN: ((Side.YES, _came_true), (Side.NO, _dropped), (Side.DROP, _withdrawn)),
    Side.DROP: ((Side.YES, _after_all),),
}
