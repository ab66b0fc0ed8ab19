"""Accused and denied: what one accuses another of, and the other's answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.statements.accusations import BREACH, stem
from db.statements.comparison import DISPUTES, SAME_TIME, Finding, Kind, Position, View, finding
from db.statements.kinds import compare, register
from db.statements.normal_form import Side

ACCUSATION = register(Kind("accusation", of_acts=True))


#: What somebody is accused of, or did as a witness tells.
_ACCUSED = frozenset({"accused", "told"})
#: What is denied where it is not so: "did nothing wrong", "denied rigging the vote".
_DENIABLE = frozenset({"clean", "denied"})
#: What whoever has a part in it does; it need be no wrong.
_TAKING_PART = frozenset({"have", "have to do with", "play", "take", "involve"})
#: Whoever broke no law may still have done what somebody tells, unless it breaks one; who "did nothing wrong" has not.
_BREAKING = frozenset({"break", "commit", "violate"})
#: The day of these is that of the deed, or of a hearing.
_OF_DEEDS = frozenset({"clean", "told"})
#: A statement and the side that claims take of it.
Told = tuple[View, Position]


@compare("dispute")
def accused_and_denied(views: Sequence[View]) -> Iterator[Finding]:
    """ "Marlow accused Trevin of rigging the vote" / "Trevin denied the accusation"."""
    sides = [(view, side) for view in views if (side := view.side(Side.YES))]
    accused = [one for one in sides if one[0].dispute_side in _ACCUSED or _is_wrong(one[0])]
    denied = [one for one in sides if one[0].dispute_side == "denied"]
    denied += [(view, side) for view in views if view.dispute_side in _DENIABLE and (side := _denial(view))]
    for denial in denied:
        near = [one for one in accused if _is_of_it(one, denial)]
        about = [one for one in near if _are_about_one_thing(one[0], denial[0])]
        if not denial[0].about:  # "denied the allegations": those of the day
            about = [one for one in near if _apart(one, denial) <= SAME_TIME and one[0].dispute_side != "told"]
        for one in about:
            yield finding(ACCUSATION, "accused and denied", "one accuses, the other denies it", one, denial)


def _is_of_it(accused: Told, denied: Told) -> bool:
    """Whether a denial may answer an accusation: of the same name, by another, within days."""
    (accusation, _), (denial, _) = accused, denied
    if _is_no_breach(accusation) and denial.dispute_side == "clean" and denial.relation in _BREAKING:
        return False  # "has broken no law" says nothing of false information
    names, others = set(accusation.whom.split()), set(denial.whom.split())
    if not (names <= others or others <= names) or _apart(accused, denied) > DISPUTES:
        return False
    accuser = _accuser(accusation)
    return _is_wrong(accusation) or not accuser or accuser[-1] != denial.whom.split()[-1]


def _is_no_breach(accusation: View) -> bool:
    return accusation.dispute_side == "clean" and BREACH not in accusation.about


def _denial(view: View) -> Position | None:
    """ "Did nothing wrong", "has not broken any law"."""
    return view.side(Side.NO) or view.side(Side.PENDING)


def _is_wrong(view: View) -> bool:
    """Whether it says what wrong somebody did: "Trevin gave false evidence"; who knows of something may do none."""
    return view.dispute_side == "clean" and view.relation not in _TAKING_PART


def _are_about_one_thing(accusation: View, denial: View) -> bool:
    """Whether they have a word in common that is not of the accuser's name."""
    return not (denial.about & accusation.about).issubset(map(stem, _accuser(accusation)))


def _accuser(accusation: View) -> list[str]:
    return accusation.agent.rpartition(":")[2].split()


def _apart(one: Told, other: Told) -> int:
    """Days from one to the other: from the day on which somebody accuses, or says what wrong was done in past years."""
    days = (position.seen if view.dispute_side in _OF_DEEDS else position.first for view, position in (one, other))
    return abs(next(days) - next(days))
