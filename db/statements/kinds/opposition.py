"""Opposites: one after the other is a reversal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from db.statements.comparison import DECISIONS, SAME_TIME, STATES, Finding, Kind, View, finding
from db.statements.kinds import compare, register
from db.statements.normal_form import Side

_VERDICTS = frozenset({"acquit", "convict"})
OPPOSITE = register(Kind("opposite"))
REVERSAL = register(Kind("reversal", is_change=True))


@compare("scale")
def scale(views: Sequence[View]) -> Iterator[Finding]:
    """ "Parliament approved the press law" / "Parliament rejected the press law"."""
    ordered = sorted(((v, t) for v in views if (t := v.side(Side.YES))), key=lambda item: (item[1].first, item[0].key))
    for (one, first), (other, second) in combinations(ordered, 2):
        if one.scale_end == other.scale_end or (one.where and other.where and one.where != other.where):
            continue
        if one.relation in _VERDICTS and one.where != other.where:
            continue  # "acquitted", "convicted of arson": of which charge was the one acquitted?
        if one.scale_rule == "decision" and (one.amount or other.amount) and one.amount != other.amount:
            continue  # a part of the money may be approved
        apart = second.first - first.first
        if _opposed(one, other, apart):
            yield finding(
                OPPOSITE,
                f"opposite {one.scale_rule}",
                f"{one.relation} and {other.relation} exclude each other",
                (one, first),
                (other, second),
            )
        elif one.scale_rule in ("decision", "state") and apart > 0:
            yield finding(
                REVERSAL,
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
