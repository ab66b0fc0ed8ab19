"""Which claims of one subject, relation and object mean the same occasion, number and place.

A pure function of the set of profiles, so that no order of ingest shows. A claim that leaves out the day, the number
or the place goes with those that say it where these agree, and stays by itself where they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from extract.english.forms import Amount

#: How long after the day of it an event is told without one, in days.
FRESH = 10
#: Times of more days than this say "in March", not a day.
PRECISE = 3


class Profile(NamedTuple):
    """When, where and how many, of one or more claims. `seen` counts only where no time is stated."""

    since: str | None
    until: str | None
    seen: str | None
    where: str
    amount: Amount | None


class Group(NamedTuple):
    """Profiles of one statement, and what its key needs: anchors of time, number and place."""

    time: str
    amount: str
    where: str
    profiles: tuple[Profile, ...]


@lru_cache(maxsize=20_000)
def day(text: str) -> int:
    """A date as a number of days; a year or month alone is its first day, no date at all is 0."""
    parts = text[:10].split("-") if text else []
    try:
        year, month, of_month = (int(parts[n]) if n < len(parts) else 1 for n in range(3))
        return date(year, month, of_month).toordinal()
    except ValueError:
        return 0


def groups(profiles: Iterable[Profile]) -> Iterator[Group]:
    """The statements that the profiles of a bucket make."""
    ordered = sorted(profiles, key=_order)
    if len(ordered) == 1:  # as most are
        yield _alone(ordered[0])
        return
    for time, timed in _times(ordered):
        for amount, counted in _apart(timed, _amounts):
            for where, placed in _apart(counted, _places):
                yield Group(time, amount, where, tuple(placed))


def _alone(profile: Profile) -> Group:
    """A group of one, as the rules below would have it."""
    time = _Occasion(profile).anchor if profile.since else f"~{profile.seen or ''}"
    amount = f"{profile.amount.text} {profile.amount.unit}" if profile.amount else ""
    return Group(time, amount, profile.where, (profile,))


def _order(profile: Profile) -> tuple[str, ...]:
    amount = profile.amount
    return (
        profile.since or "", profile.until or "", profile.seen or "", profile.where,
        f"{amount.text} {amount.unit} {not amount.approximate}" if amount else "",
    )  # fmt: skip


def _times(profiles: Sequence[Profile]) -> Iterator[tuple[str, list[Profile]]]:
    """Occasions: days first, then longer times that hold one of them, then what is told without a time."""
    dated = sorted((p for p in profiles if p.since), key=lambda p: (_length(p), _order(p)))
    found: list[_Occasion] = []
    for profile in dated:
        near = [o for o in found if o.meets(profile)]
        alike = [o for o in near if (o.since, o.until) == (day(profile.since or ""), day(profile.until or ""))]
        if len(near) == 1 or (near and _length(profile) <= PRECISE):
            near[0].add(profile)
        elif alike:  # a month that holds two of the days: one occasion, whoever tells of it
            alike[0].add(profile)
        else:
            found.append(_Occasion(profile))
    rest = [p for p in profiles if not p.since and not _settled(p, found)]
    yield from ((o.anchor, o.profiles) for o in found)
    yield from _chains(rest)


class _Occasion:
    """A time and who tells of it. It is as long as its first, the shortest."""

    def __init__(self, first: Profile) -> None:
        self.since, self.until = day(first.since or ""), day(first.until or first.since or "")
        self.anchor = f"{first.since}/{first.until}" if _length(first) > PRECISE else f"{first.since}"
        self.profiles = [first]

    def add(self, profile: Profile) -> None:
        self.profiles.append(profile)

    def meets(self, profile: Profile) -> bool:
        return self.since <= day(profile.until or "") and day(profile.since or "") <= self.until


def _length(profile: Profile) -> int:
    return day(profile.until or "") - day(profile.since or "") + 1


def _settled(profile: Profile, found: list[_Occasion]) -> bool:
    """Whether an occasion shortly before it was published takes it in."""
    seen = day(profile.seen or "")
    near = [o for o in found if o.since <= seen + 1 and seen - FRESH <= o.until]
    if not near:
        return False
    max(near, key=lambda o: (o.since, o.anchor)).add(profile)
    return True


def _chains(profiles: list[Profile]) -> Iterator[tuple[str, list[Profile]]]:
    """What is told without a time, in runs of publications that follow on each other."""
    run: list[Profile] = []
    for profile in sorted(profiles, key=lambda p: (p.seen or "", _order(p))):
        if run and day(profile.seen or "") - day(run[-1].seen or "") > FRESH:
            yield f"~{run[0].seen or ''}", run
            run = []
        run.append(profile)
    if run:
        yield f"~{run[0].seen or ''}", run


Parted = list[tuple[str, list[Profile]]]


def _apart(profiles: list[Profile], split: Callable[[list[Profile]], Parted]) -> Parted:
    """Profiles by what `split` tells apart; those that say nothing go with the others if these agree."""
    parts = split(profiles)
    silent = next((members for name, members in parts if not name), [])
    spoken = [(name, members) for name, members in parts if name]
    if len(spoken) == 1 and silent:
        return [(spoken[0][0], spoken[0][1] + silent)]
    return parts


def _places(profiles: list[Profile]) -> Parted:
    found: dict[str, list[Profile]] = {}
    for profile in profiles:
        found.setdefault(profile.where, []).append(profile)
    return sorted(found.items())


def _amounts(profiles: list[Profile]) -> Parted:
    """Numbers that may be one number said more or less roundly; open ends only go with their like."""
    silent = [p for p in profiles if p.amount is None]
    rest = [(p, p.amount) for p in profiles if p.amount is not None]
    parts: Parted = [("", silent)] if silent else []
    closed = sorted(
        ((a.reach(), p, a) for p, a in rest if a.low is not None and a.high is not None),
        key=lambda c: (c[2].unit, c[0], _order(c[1])),
    )
    run: list[tuple[tuple[float, float], Profile, Amount]] = []
    for item in closed:
        if run and (item[2].unit != run[0][2].unit or item[0][0] > max(r[0][1] for r in run)):
            parts.append(_run(run))
            run = []
        run.append(item)
    if run:
        parts.append(_run(run))
    opened: dict[str, list[Profile]] = {}
    for profile, amount in rest:
        if amount.low is None or amount.high is None:
            opened.setdefault(f"{amount.text} {amount.unit}", []).append(profile)
    return parts + sorted(opened.items())


def _run(run: list[tuple[tuple[float, float], Profile, Amount]]) -> tuple[str, list[Profile]]:
    """Named by the number that is said most exactly."""
    reach, _, amount = min(run, key=lambda r: (r[0][1] - r[0][0], r[0], r[2].text))
    del reach
    return f"{amount.text} {amount.unit}", [profile for _, profile, _ in run]
