"""Opposites: one after the other is a reversal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from db.statements.comparison import DECISIONS, SAME_TIME, STATES, Finding, Kind, Position, View, finding
from db.statements.kinds import compare, register
from db.statements.normal_form import Side

_VERDICTS = frozenset({"acquit", "convict"})
OPPOSITE = register(Kind("opposite"))
REVERSAL = register(Kind("reversal", is_change=True))


@compare("scale")
def scale(views: Sequence[View]) -> Iterator[Finding]:
    """ "Parliament approved the press law" / "Parliament rejected the press law"."""
    yield from _planned(views)
    ordered = _ordered(views, Side.YES)
    for (one, first), (other, second) in combinations(ordered, 2):
        if one.scale_end == other.scale_end or not _are_of_one_thing(one, other):
            continue
        if one.scale_rule == "decision" and (one.amount or other.amount) and one.amount != other.amount:
            continue  # a part of the money may be approved
        apart = second.first - first.first
        if _opposed(one, other, apart):
            yield finding(
                OPPOSITE,
                f"opposite {one.scale_rule}",
                _why(one, other),
                (one, first),
                (other, second),
            )
        elif one.scale_rule in ("decision", "state", "turn") and apart > 0:
            yield finding(
                REVERSAL,
                f"{one.scale_rule} reversed",
                f"{one.relation}, then {other.relation}"
                if "be" not in (one.relation, other.relation)
                else "the opposite was stated later",
                (one, first),
                (other, second),
            )


def _why(one: View, other: View) -> str:
    if one.relation == other.relation:  # "be alive", "be dead"
        return "only one of the two can be true"
    return f"{one.relation} and {other.relation} exclude each other"


def _are_of_one_thing(one: View, other: View) -> bool:
    """Whether no other place is given, and of verdicts one charge: "acquitted of fraud", "guilty of fraud and theft".
    Of "acquitted" and "convicted of arson" nobody knows."""
    mine, theirs = sorted((one.where.lstrip("~"), other.where.lstrip("~")), key=len)
    if one.relation in _VERDICTS:
        return mine == theirs or (bool(mine) and mine in theirs)
    return not (mine and theirs) or mine == theirs


def _ordered(views: Sequence[View], side: Side) -> list[tuple[View, Position]]:
    """The statements that claims take this side of, by the day."""
    return sorted(((v, t) for v in views if (t := v.side(side))), key=lambda item: (item[1].first, item[0].key))


def _planned(views: Sequence[View]) -> Iterator[Finding]:
    """ "Peel will sign the bill" / "Peel will veto the bill", told within a week; "plans to sign", then "vetoed"."""
    plans = _ordered(views, Side.PLAN)
    for (one, first), (other, second) in combinations(plans, 2):
        if _are_opposite(one, other) and second.first - first.first <= DECISIONS:
            why = f"plans to {one.relation} and to {other.relation} exclude each other"
            yield finding(OPPOSITE, "opposite plans", why, (one, first), (other, second))
    for (one, first), (other, second) in product(plans, _ordered(views, Side.YES)):
        if _are_opposite(one, other) and 0 < second.first - first.last <= STATES and one.scale_rule == "decision":
            why = f"planned to {one.relation}, then {other.relation}"
            yield finding(REVERSAL, "plan reversed", why, (one, first), (other, second))


def _are_opposite(one: View, other: View) -> bool:
    if one.scale_end == other.scale_end or not _are_of_one_thing(one, other):
        return False
    days = [_planned_days(view) for view in (one, other)]
    if all(days) and days[0].isdisjoint(days[1]):  # "will open the fair on Monday and close it on Friday"
        return False
    return not (one.amount or other.amount) or one.amount == other.amount


def _planned_days(view: View) -> set[str]:
    """The days that a plan is for, as its marks have them."""
    return {mark.partition(" ")[2] for mark in view.marks if mark.startswith(("due ", "for ", "moved "))}


def _overlap(one: View, other: View) -> bool:
    return (one.since or "") <= (other.until or "") and (other.since or "") <= (one.until or "")


def _opposed(one: View, other: View, apart: int) -> bool:
    stated = bool(one.since and other.since)
    same = stated and _overlap(one, other)
    if one.scale_rule == "move":
        return (one.since, one.until) == (other.since, other.until) and stated
    if one.scale_rule == "turn":
        return same if stated else apart < 1
    if one.scale_rule == "day":
        return same if stated else apart <= SAME_TIME
    if one.scale_rule == "decision":
        return same if stated else apart <= DECISIONS
    return apart <= STATES
