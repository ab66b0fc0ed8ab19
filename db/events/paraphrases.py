"""Whether two claims of similar articles say the same in other words, so that they are one statement.

A test of two claims alone, the same from both sides. It asks for more than one event does: one argument must agree,
none may differ, and nothing may speak against it: time, number, polarity, a habit.
"""

from __future__ import annotations

from db.events.occurrences import GENERAL, Occurrence, Part, is_possible

#: So many participants must be in common, where no person is named in the same part.
MIN_SHARED = 2


def says_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether two claims of similar articles say the same."""
    if one.is_open or other.is_open:
        return False
    shared = len(one.participants & other.participants)
    if not shared or not is_possible(one, other) or not _is_compatible(one, other) or _denies_less(one, other):
        return False
    parts = ((one.agent, other.agent), (one.patient, other.patient))
    agreeing = [_agree(*two) for two in parts]
    if False in agreeing or True not in agreeing:
        return False
    if agreeing[1] is None and one.patient and other.patient and _hang_apart(one, other):
        return False
    both = agreeing == [True, True]
    if not both and (one.kind in GENERAL or one.certainty != other.certainty):
        return False
    if one.kind in GENERAL and one.tail != other.tail:  # "is of Ohio" is not "is the senator of Ohio"
        return False
    person = any(_is_one_person(*two) for two in parts)
    if one.kind != other.kind:
        return (both and shared >= MIN_SHARED) or person
    return shared >= MIN_SHARED or person


def _hang_apart(one: Occurrence, other: Occurrence) -> bool:
    """Whether the objects hang on other prepositions: "ran for mayor" is not "ran out of money"."""
    return one.tail != other.tail and not {"", "by"} & {one.tail, other.tail}


def _agree(one: Part | None, other: Part | None) -> bool | None:
    """Whether two arguments may be the same; None where one is left out, or called by a name and by a description."""
    if one is None or other is None:
        return None
    both = ((one, other), (other, one))
    if one.name and other.name:
        return not one.name.isdisjoint(other.name)
    if any(named.name and not named.is_plural and not many.name and many.is_plural for named, many in both):
        return False  # "the veterans" are not Jon Peel
    if one.head == other.head or one.head in other.name or other.head in one.name:
        return True
    if len(one.words & other.words) >= MIN_SHARED:
        return True
    return None if one.name or other.name else False


def _denies_less(one: Occurrence, other: Occurrence) -> bool:
    """Whether what one denies is not what the other affirms: who has no federal experience may have some, who never
    served in a war may have served as a clerk, or have served."""
    if one.is_negative == other.is_negative:
        return False
    if one.tail != other.tail:
        return True
    if one.kind == "be":
        return True  # "is the best known singer" is no denial of "is the first"
    denied, affirmed = (one, other) if one.is_negative else (other, one)
    parts = ((denied.agent, affirmed.agent), (denied.patient, affirmed.patient))
    return any(no and (yes is None or not (no.name or no.words <= yes.words)) for no, yes in parts)


def _is_one_person(one: Part | None, other: Part | None) -> bool:
    """A person's name tells an occurrence from others; a place's does not: many things happen there."""
    return bool(one and other and one.is_person and other.is_person and one.name & other.name)


def _is_compatible(one: Occurrence, other: Occurrence) -> bool:
    if one.mood != other.mood and "generic" in (one.mood, other.mood):
        return False
    if one.certainty != other.certainty and one.kind != other.kind:
        return False
    for mine in one.amounts:
        for theirs in other.amounts:
            (low, high), (least, most) = mine.reach(), theirs.reach()
            if mine.unit == theirs.unit and (high < least or most < low):
                return False
    return True
