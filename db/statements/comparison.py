"""What rules on statements compare: statements as the rules see them, and what they find.

A contradiction needs one time: what was so and is so no longer is a change. See docs/statements.md for each rule
with its sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from db.statements.normal_form import Side
from db.statements.profile_groups import day
from extract.english.forms import Amount, Course


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of contradiction or change. `repeats`: two statements may have several, told apart by their reasons.

    `of_acts`: between what two do ("accuses", "denies"), so that either statement is true.
    """

    name: str
    is_change: bool = False
    repeats: bool = False
    of_acts: bool = False

    def __str__(self) -> str:
        return self.name


class Position(NamedTuple):
    """A side that claims take: from its first day to its last, and the claim that is first."""

    first: int
    last: int
    claim: int
    at: str
    seen: int
    attributed: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A statement as the rules see it. `marks` are sides taken, days and places given."""

    id: int
    key: str
    relation: str
    agent: str
    course: Course
    amount: Amount | None
    where: str
    since: str | None
    until: str | None
    bucket: str
    contest_rule: str | None
    scale_end: str | None
    scale_rule: str | None
    marks: dict[str, Position]
    dispute_side: str | None = None
    whom: str = ""
    about: frozenset[str] = frozenset()

    def side(self, side: Side) -> Position | None:
        return self.marks.get(side)


class Finding(NamedTuple):
    """A contradiction or change between two statements (or within one), with the first claim of each side."""

    kind: Kind
    rule: str
    why: str
    left: View
    right: View
    left_claim: int
    right_claim: int
    at: str


#: Compares the statements that answer one question.
Rule = Callable[[Sequence[View]], Iterator[Finding]]

#: Days within which two answers are of one time.
SAME_TIME = 3
FIGURES = 7
STATES = 30
DECISIONS = 7
DISPUTES = 10


def finding(kind: Kind, rule: str, why: str, left: tuple[View, Position], right: tuple[View, Position]) -> Finding:
    (one, first), (other, second) = left, right
    at = max((side.at for side in (first, second) if side.first), default="")
    return Finding(kind, rule, why, one, other, first.claim, second.claim, at)


def is_compatible(one: View, other: View) -> bool:
    """Whether a denial of one is a denial of the other: it leaves out number and place, or gives the same."""
    if one.where and other.where and one.where != other.where:
        return False
    if one.amount and other.amount:
        return False
    return one.course is not Course.EVENT or _is_near(one, other)


def with_and_without_agent(views: Sequence[View]) -> Iterator[tuple[View, View]]:
    """The compatible pairs of which only the second names who did it."""
    for one in views:
        if not one.agent:
            yield from ((one, other) for other in views if other.agent and is_compatible(one, other))


def _is_near(one: View, other: View) -> bool:
    """Events of one occasion (their keys agree in time), or a plan and an event that may be its outcome."""
    return (
        True
        if one.since is None or other.since is None
        else one.since <= (other.until or "") and other.since <= (one.until or "")
    )


def position(first: str, last: str, claim: int, seen: str, attributed: int = 0) -> Position:
    """A side from its row."""
    return Position(day(first), day(last), claim, first, day(seen), bool(attributed))
