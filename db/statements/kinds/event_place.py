"""Two places of what happens once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from db.statements.comparison import Finding, Kind, View, finding
from db.statements.kinds import compare, register
from extract.english.forms import Course
from extract.english.vocabulary import city_of

PLACE = register(Kind("place", repeats=True))


@compare("bucket")
def two_places(views: Sequence[View]) -> Iterator[Finding]:
    """ "Jon Peel was born in Farrow" / "Jon Peel was born in Halden"."""
    for view in views:
        yield from _places(view)


def _places(view: View) -> Iterator[Finding]:
    if view.relation not in ("bear", "die") or view.course is not Course.ONCE:
        return
    given = sorted((mark[6:], position) for mark, position in view.marks.items() if mark.startswith("place "))
    for (one, first), (other, second) in combinations(given, 2):
        if not set(one.split()) & set(other.split()) and not (_is_part_of(one, other) or _is_part_of(other, one)):
            yield finding(PLACE, "two places of one event", f"{one} and {other}", (view, first), (view, second))


def _is_part_of(place: str, city: str) -> bool:
    """Whether a place is a part of a city: "the Bronx", "New York City"."""
    whole = city_of(place.removeprefix("the "))
    return whole is not None and f"{city} ".startswith(f"{whole} ")
