"""Occurrences that look alike in similar articles stay apart, and those that are one are joined."""

from __future__ import annotations

import pytest

from tests.look_alike_occurrences import score

#: What the rules reach, rounded down. Floors are only raised.
FLOORS = {"seen": (0.95, 0.73), "held": (0.99, 0.65)}


@pytest.mark.parametrize("name", FLOORS)
def test_look_alikes(name: str) -> None:
    precision, recall = FLOORS[name]
    found = score(name)
    assert found.precision >= precision, found
    assert found.recall >= recall, found
