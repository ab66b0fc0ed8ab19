"""A claim's qualifiers, as a person corrects them: all of them at once, each its role and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from db.reviews.decisions import Correction, RefusedError, Values
from db.reviews.span_checks import Place, checked
from db.rows import spans_json
from extract.model import Role, Spans, slice_spans

#: Claims have this many qualifiers at the most: a longer list is a mistake.
_MOST_FURTHER = 40


def further(place: Place, now: Values, change: Correction) -> Values:
    """All qualifiers; where none are given, those that have become words of a part are left out."""
    known: list[list[Any]] = now.get("further") or []
    if change.further is None:
        taken = [s for s in (change.subject, change.relation, change.object) if s]
        left = [entry for entry in known if not any(_covers(spans, entry[2]) for spans in taken)]
    elif len(change.further) > _MOST_FURTHER:
        raise RefusedError(f"A claim has at most {_MOST_FURTHER} qualifiers.")
    else:
        left = [_qualifier(place, known, role, spans) for role, spans in change.further]
    if left == known:
        return {}
    return {"further": left, **_condition(known, left)}


def _covers(spans: Spans, inner: Iterable[Sequence[int]]) -> bool:
    return all(any(start <= a and b <= end for start, end in spans) for a, b in inner)


def _qualifier(place: Place, known: list[list[Any]], role: str, spans: Spans) -> list[Any]:
    """[role, text, spans, value]; one that was there keeps its value."""
    if role not in list(Role):
        raise RefusedError(f"Unknown role {role!r}. Use one of: {', '.join(Role)}.")
    if not spans:
        raise RefusedError(f"A qualifier needs words: choose those of the {role}, or remove it.")
    places = [list(span) for span in checked(place, spans)]
    same = next((entry for entry in known if entry[2] == places and entry[0] == role), None)
    return same or [role, slice_spans(place.text, spans), places, None]


def _condition(known: list[list[Any]], left: list[list[Any]]) -> Values:
    """The condition follows the qualifier that states it."""
    before, after = ([entry for entry in entries if entry[0] == Role.CONDITION] for entries in (known, left))
    if before == after:
        return {}
    first = after[0] if after else None
    spans = spans_json(tuple((start, end) for start, end in first[2])) if first else None
    return {"condition": first[1] if first else None, "condition_spans": spans}
