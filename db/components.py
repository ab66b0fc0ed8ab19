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
        return self.top(one) == self.top(other)

    def join(self, one: T, other: T) -> None:
        self._above[self.top(one)] = self.top(other)

    def top(self, one: T) -> T:
        """What stands for the part that `one` is in."""
        above = self._above
        while (up := above.setdefault(one, one)) != one:
            above[one] = one = above[up]
        return one


def components(keys: Mapping[T, str], pairs: Iterable[tuple[T, T]]) -> dict[T, str]:
    """The smallest key among those that hang together with each of them."""
    parts: Parts[T] = Parts()
    for one, other in pairs:
        first, second = parts.top(one), parts.top(other)
        if keys[second] < keys[first]:
            first, second = second, first
        parts.join(second, first)
    return {one: keys[parts.top(one)] for one in keys}
