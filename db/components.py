"""Connected components: what hangs together by pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Parts(Generic[T]):
    """What hangs together by the pairs that were joined so far."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def are_one(self, one: T, other: T) -> bool:
        return self._top(one) == self._top(other)

    def join(self, one: T, other: T) -> None:
        self._above[self._top(one)] = self._top(other)

    def _top(self, one: T) -> T:
        above = self._above
        while (up := above.setdefault(one, one)) != one:
            above[one] = one = above[up]
        return one


def components(keys: Mapping[T, str], pairs: Iterable[tuple[T, T]]) -> dict[T, str]:
    """The smallest key among those that hang together with each of them."""
    above = {one: one for one in keys}

    def top(one: T) -> T:
        while above[one] != one:
            above[one] = one = above[above[one]]
        return one

    for one, other in pairs:
        first, second = top(one), top(other)
        if keys[second] < keys[first]:
            first, second = second, first
        above[second] = first
    return {one: keys[top(one)] for one in keys}
