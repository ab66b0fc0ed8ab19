"""Which statements cannot both be, and which one became another. Pure functions over the statements of one question.

A contradiction needs one time: what was so and is so no longer is a change. See docs/statements.md for each rule
with its sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from db.statements.normal_form import Side
from db.statements.profile_groups import day
from extract.english.forms import Amount, Course
from extract.english.vocabulary import unique


class Kind(StrEnum):
    """Kinds of contradictions, then kinds of changes."""

    NEGATION = "negation"
    OPPOSITE = "opposite"
    NUMBER = "number"
    EXCLUSIVE = "exclusive"
    DATE = "date"
    PLACE = "place"
    SUCCESSION = "succession"
    FIGURE = "figure"
    OUTCOME = "outcome"
    ENDED = "ended"
    REVERSAL = "reversal"

    @property
    def is_change(self) -> bool:
        return self in _CHANGES


_CHANGES = frozenset({Kind.SUCCESSION, Kind.FIGURE, Kind.OUTCOME, Kind.ENDED, Kind.REVERSAL})


class Taken(NamedTuple):
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
    marks: dict[str, Taken]

    def side(self, side: Side) -> Taken | None:
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


Rule = Callable[[Sequence[View]], Iterator[Finding]]

#: Days within which two answers are of one time.
SAME_TIME = 3
FIGURES = 7
STATES = 30
DECISIONS = 7


def _found(kind: Kind, rule: str, why: str, left: tuple[View, Taken], right: tuple[View, Taken]) -> Finding:
    (one, first), (other, second) = left, right
    at = max((side.at for side in (first, second) if side.first), default="")
    return Finding(kind, rule, why, one, other, first.claim, second.claim, at)


# --- one subject, relation and object --------------------------------------------------------------------


def bucket(views: Sequence[View]) -> Iterator[Finding]:
    """Said and denied, planned and done, one number and another, one day and another."""
    for view in views:
        yield from _sides(view, view)
        yield from dates(view, view)
        yield from _places(view)
    for one, other in combinations(views, 2):
        if _compatible(one, other):
            yield from _sides(one, other)
            yield from _sides(other, one)
    yield from _numbers(views)


def _compatible(one: View, other: View) -> bool:
    """Whether a denial of one is a denial of the other: it leaves out number and place, or gives the same."""
    if one.where and other.where and one.where != other.where:
        return False
    if one.amount and other.amount:
        return False
    return one.course is not Course.EVENT or _near(one, other)


def _near(one: View, other: View) -> bool:
    """Events of one occasion (their keys agree in time), or a plan and an event that may be its outcome."""
    return (
        True
        if one.since is None or other.since is None
        else one.since <= (other.until or "") and other.since <= (one.until or "")
    )


def _sides(yes: View, no: View) -> Iterator[Finding]:
    """Rules on what `yes` affirms or plans, and `no` denies, ends or does."""
    for affirmed in (Side.YES, Side.PLAN, Side.DROP):
        for answered in (Side.YES, Side.NO, Side.PENDING, Side.ENDED, Side.DROP):
            left, right = yes.side(affirmed), no.side(answered)
            rule = _RULES.get((affirmed, answered))
            if left and right and rule:
                finding = rule(yes, left, no, right)
                if finding:
                    yield finding


SideRule = Callable[[View, Taken, View, Taken], Finding | None]


def _denied(yes: View, left: Taken, no: View, right: Taken) -> Finding | None:
    """ "Trivex bribed officials" / "Trivex did not bribe officials"."""
    if yes.course is Course.STATE:
        return _state_denied(yes, left, no, right)
    if yes.course is Course.EVENT and yes.id != no.id and _elsewhen(left, no, right):
        return None
    if left.first - right.last > STATES:
        return _found(Kind.OUTCOME, "denied, then done", "it was not so, and later it was", (no, right), (yes, left))
    return _found(Kind.NEGATION, "said and denied", "it is said to be so and not to be so", (yes, left), (no, right))


def _elsewhen(left: Taken, no: View, right: Taken) -> bool:
    """Whether a denial is of another occasion: it states its time, or is told at another time."""
    apart = abs(left.first - right.first)
    return apart > STATES and (no.since is not None or abs(left.seen - right.seen) > STATES)


def _state_denied(yes: View, left: Taken, no: View, right: Taken) -> Finding | None:
    """ "Halmer owns the airport" / "Halmer does not own the airport"."""
    if right.first - left.last > STATES:
        return _found(Kind.ENDED, "no longer", "it was so, and later it was not", (yes, left), (no, right))
    if left.first - right.last > STATES:
        return _found(Kind.OUTCOME, "denied, then so", "it was not so, and later it was", (no, right), (yes, left))
    return _found(Kind.NEGATION, "said and denied", "it is said to be so and not to be so", (yes, left), (no, right))


def _ended(yes: View, left: Taken, no: View, right: Taken) -> Finding | None:
    """ "Karn works for Trivex" / "Karn no longer works for Trivex"."""
    if left.first > right.first:
        return None
    return _found(Kind.ENDED, "no longer", "it was so and is no longer", (yes, left), (no, right))


def _pending(yes: View, left: Taken, no: View, right: Taken) -> Finding | None:
    """ "The tunnel has not opened yet" / "The tunnel opened on Monday"."""
    if yes.course is Course.STATE:
        return _state_denied(yes, left, no, right)
    if left.first > right.first:
        return _found(
            Kind.OUTCOME, "not yet, then done", "it had not happened, and later it did", (no, right), (yes, left)
        )
    if yes.course is Course.EVENT and right.first - left.last > STATES:
        return None
    return _found(Kind.NEGATION, "said and denied", "it is said to have happened and not to", (yes, left), (no, right))


def _came_true(plan: View, left: Taken, done: View, right: Taken) -> Finding | None:
    """ "The tunnel will open in 2023" / "Queen Ysolde opened the tunnel on Thursday"."""
    if right.last < left.first or (plan.amount and plan.course is Course.STATE):
        return None
    if right.first <= left.first and plan.course is not Course.ONCE:
        return None
    if plan.course is Course.EVENT and plan.id != done.id and right.first - left.last > 120:
        return None
    return _found(Kind.OUTCOME, "plan come true", "it was planned, and later it was done", (plan, left), (done, right))


def _dropped(plan: View, left: Taken, no: View, right: Taken) -> Finding | None:
    """ "Castella will buy Ovell" / "Castella did not buy Ovell"."""
    if right.first - left.last < FIGURES or plan.course is Course.STATE:
        return None
    return _found(Kind.OUTCOME, "plan dropped", "it was planned, and it was not done", (plan, left), (no, right))


def _withdrawn(plan: View, left: Taken, no: View, right: Taken) -> Finding | None:
    """ "Castella plans to buy Ovell" / "Castella will not buy Ovell"."""
    if right.first - left.first > FIGURES:
        return _found(Kind.OUTCOME, "plan dropped", "it was planned, and later given up", (plan, left), (no, right))
    if left.first - right.first > FIGURES:
        return _found(
            Kind.OUTCOME, "plan made after all", "it was ruled out, and later planned", (no, right), (plan, left)
        )
    return _found(
        Kind.NEGATION,
        "forecast both ways",
        "it is said that it will be so and that it will not",
        (plan, left),
        (no, right),
    )


def _after_all(no: View, left: Taken, done: View, right: Taken) -> Finding | None:
    """ "Lamm will not resign" / "Lamm resigned on Thursday"."""
    if right.first <= left.first or (done.course is Course.EVENT and right.first - left.last > 120):
        return None
    return _found(Kind.OUTCOME, "done after all", "it was ruled out, and later it was done", (no, left), (done, right))


_RULES: dict[tuple[Side, Side], SideRule] = {
    (Side.YES, Side.NO): _denied,
    (Side.YES, Side.ENDED): _ended,
    (Side.YES, Side.PENDING): _pending,
    (Side.PLAN, Side.YES): _came_true,
    (Side.PLAN, Side.NO): _dropped,
    (Side.PLAN, Side.DROP): _withdrawn,
    (Side.DROP, Side.YES): _after_all,
}


# --- days and places -------------------------------------------------------------------------------------


def dates(one: View, other: View) -> Iterator[Finding]:
    """ "The dyke broke on Monday" / "The dyke broke on Wednesday"."""
    if one.relation not in unique() or one.course is not Course.ONCE:
        return
    given = [(one, taken, mark[5:]) for mark, taken in one.marks.items() if mark.startswith("date ")]
    more = given if one.id == other.id else [(other, t, m[5:]) for m, t in other.marks.items() if m.startswith("date ")]
    pairs = (
        combinations(sorted(given, key=lambda g: g[2]), 2)
        if one.id == other.id
        else ((a, b) for a in given for b in more)
    )
    for (left, first, when), (right, second, then) in pairs:
        if _disjoint(when, then):
            why = f"{when.partition('/')[0]} and {then.partition('/')[0]} are different days"
            yield _found(Kind.DATE, "two times of one event", why, (left, first), (right, second))


def _disjoint(one: str, other: str) -> bool:
    since, _, until = one.partition("/")
    then, _, end = other.partition("/")
    return until < then or end < since


def _places(view: View) -> Iterator[Finding]:
    """ "Jon Peel was born in Farrow" / "Jon Peel was born in Halden"."""
    if view.relation not in ("bear", "die") or view.course is not Course.ONCE:
        return
    given = sorted((mark[6:], taken) for mark, taken in view.marks.items() if mark.startswith("place "))
    for (one, first), (other, second) in combinations(given, 2):
        if not set(one.split()) & set(other.split()):
            yield _found(Kind.PLACE, "two places of one event", f"{one} and {other}", (view, first), (view, second))


# --- numbers ---------------------------------------------------------------------------------------------

_TOLLS = ("dead", "hurt", "missing")


def _numbers(views: Sequence[View]) -> Iterator[Finding]:
    """Figures of one measure: at one time a contradiction, one after the other a change."""
    ordered = sorted(
        (item for item in map(_figure, views) if item), key=lambda f: (f.taken.first, f.open, f.amount.text, f.view.key)
    )
    for place, one in enumerate(ordered):
        followed = False
        for other in ordered[place + 1 :]:
            if one.view.where != other.view.where:
                continue
            if _at_once(one, other):
                if _exclude(one.amount, other.amount) and not (one.planned or other.planned):
                    why = f"{one.amount.text} and {other.amount.text} {one.amount.unit}".strip()
                    yield _found(Kind.NUMBER, "two numbers at one time", why, one.side, other.side)
            elif not followed and _moved(one, other):
                followed = True
                why = f"from {one.amount.text} to {other.amount.text} {one.amount.unit}".strip()
                yield _found(Kind.FIGURE, "figure changed", why, one.side, other.side)


class _Figure(NamedTuple):
    view: View
    taken: Taken
    amount: Amount
    planned: bool

    @property
    def open(self) -> bool:
        return self.amount.low is None or self.amount.high is None

    @property
    def side(self) -> tuple[View, Taken]:
        return self.view, self.taken


def _figure(view: View) -> _Figure | None:
    taken, planned = view.side(Side.YES), False
    if taken is None:
        taken, planned = view.side(Side.PLAN), True
    return _Figure(view, taken, view.amount, planned) if taken and view.amount else None


def _at_once(one: _Figure, other: _Figure) -> bool:
    """Whether both numbers are of one time: a toll of the day, a figure of the week, sales of one stated time."""
    apart = abs(one.taken.first - other.taken.first)
    if one.view.course is Course.STATE:
        return apart < (1 if one.view.relation.startswith(_TOLLS) else FIGURES)
    if one.view.relation == "pay" and one.view.where:
        return apart <= STATES
    return one.view.since is not None and (one.view.since, one.view.until) == (other.view.since, other.view.until)


def _exclude(one: Amount, other: Amount) -> bool:
    if one.unit != other.unit and one.unit and other.unit:
        return False
    (low, high), (least, most) = one.reach(), other.reach()
    return high < least or most < low


def _moved(one: _Figure, other: _Figure) -> bool:
    """Whether the later number is news: it excludes the first, or is above what was its least."""
    if one.view.course is not Course.STATE or (
        one.planned and other.planned and other.taken.first - one.taken.first < FIGURES
    ):
        return False
    if other.planned and not one.planned:
        return False
    if _exclude(one.amount, other.amount):
        return True
    return one.amount.high is None and other.amount.low is not None and other.amount.low > (one.amount.low or 0)


# --- offices, seats, prizes ------------------------------------------------------------------------------


def contest(views: Sequence[View]) -> Iterator[Finding]:
    """Two who cannot both hold, be or win it at one time."""
    ordered = sorted(
        ((v, t) for v in views if (t := v.side(Side.YES)) and v.contest_rule),
        key=lambda item: (item[1].first, item[0].key),
    )
    for place, (one, first) in enumerate(ordered):
        followed = False
        for other, second in ordered[place + 1 :]:
            rule, apart = one.contest_rule, second.first - first.first
            kind = Kind.PLACE if rule in ("seat", "birthplace") else Kind.EXCLUSIVE
            if _together(rule, apart, first.last - second.first):
                yield _found(
                    kind, f"one {rule} at a time", "only one of the two can be so", (one, first), (other, second)
                )
            elif rule != "prize" and not followed:
                followed = True
                yield _found(
                    Kind.SUCCESSION, f"{rule} passed on", "the later one followed", (one, first), (other, second)
                )


def _together(rule: str | None, apart: int, overlap: int) -> bool:
    if rule == "birthplace":
        return True
    if rule == "prize":
        return apart <= 2 * STATES
    return apart <= (SAME_TIME if rule == "office" else STATES) or overlap > STATES


# --- opposites -------------------------------------------------------------------------------------------


def scale(views: Sequence[View]) -> Iterator[Finding]:
    """ "Parliament approved the press law" / "Parliament rejected the press law"."""
    ordered = sorted(((v, t) for v in views if (t := v.side(Side.YES))), key=lambda item: (item[1].first, item[0].key))
    for (one, first), (other, second) in combinations(ordered, 2):
        if one.scale_end == other.scale_end or (one.where and other.where and one.where != other.where):
            continue
        apart = second.first - first.first
        if _opposed(one, other, apart):
            yield _found(
                Kind.OPPOSITE,
                f"opposite {one.scale_rule}",
                f"{one.relation} and {other.relation} exclude each other",
                (one, first),
                (other, second),
            )
        elif one.scale_rule in ("decision", "state") and apart > 0:
            yield _found(
                Kind.REVERSAL,
                f"{one.scale_rule} reversed",
                f"{one.relation}, then {other.relation}",
                (one, first),
                (other, second),
            )


def _opposed(one: View, other: View, apart: int) -> bool:
    stated = bool(one.since and other.since)
    same = stated and (one.since or "") <= (other.until or "") and (other.since or "") <= (one.until or "")
    if one.scale_rule == "move":
        return (one.since, one.until) == (other.since, other.until) and stated
    if one.scale_rule == "day":
        return same if stated else apart <= SAME_TIME
    if one.scale_rule == "decision":
        return same if stated else apart <= DECISIONS
    return apart <= STATES


# --- what was done, whoever did it -----------------------------------------------------------------------


def theme(views: Sequence[View]) -> Iterator[Finding]:
    """One names who did it and the other does not: "The tunnel will open" / "The queen opened the tunnel"."""
    unnamed = [v for v in views if not v.agent]
    for one in unnamed:
        for other in views:
            if other.agent and _compatible(one, other):
                yield from _sides(one, other)
                yield from _sides(other, one)
                yield from dates(one, other)


def taken(first: str, last: str, claim: int, seen: str, attributed: int = 0) -> Taken:
    """A side from its row."""
    return Taken(day(first), day(last), claim, first, day(seen), bool(attributed))


RULES: dict[str, Rule] = {"bucket": bucket, "contest": contest, "scale": scale, "theme": theme}


def _comparable(views: list[View]) -> list[View]:
    """Sides without any day say nothing of time, and are left out where others have one."""
    if not any(side.first for view in views for side in view.marks.values()):
        return views
    return [replace(view, marks={m: s for m, s in view.marks.items() if s.first}) for view in views]


def judge(question: str, views: Iterable[View]) -> list[Finding]:
    """All findings of a question ("bucket", "contest", "scale" or "theme" and its hash)."""
    ordered = sorted(_comparable(list(views)), key=lambda view: view.key)
    return list(RULES[question.partition(" ")[0]](ordered))
