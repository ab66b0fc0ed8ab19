"""Offices, seats and prizes: two who cannot both hold, be or win it at one time, and who followed whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.statements.comparison import SAME_TIME, STATES, Finding, Kind, View, finding
from db.statements.kinds import compare, register
from db.statements.kinds.event_place import PLACE
from db.statements.normal_form import Side

EXCLUSIVE = register(Kind("exclusive"))
SUCCESSION = register(Kind("succession", is_change=True))


@compare("contest")
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
            kind = PLACE if rule in ("seat", "birthplace") else EXCLUSIVE
            if kind is EXCLUSIVE and one.agent == other.agent:  # who won "with 53 percent", and with 58
                continue
            if _together(rule, apart, first.last - second.first):
                yield finding(
                    kind, f"one {rule} at a time", "only one of the two can be true", (one, first), (other, second)
                )
            elif rule != "prize" and not followed:
                followed = True
                yield finding(SUCCESSION, f"{rule} passed on", "the later one followed", (one, first), (other, second))


def _together(rule: str | None, apart: int, overlap: int) -> bool:
    if rule == "birthplace":
        return True
    if rule == "prize":
        return apart <= 2 * STATES
    return apart <= (SAME_TIME if rule == "office" else STATES) or overlap > STATES
