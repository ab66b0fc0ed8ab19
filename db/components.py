"""Connected components: what hangs together by pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")


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
