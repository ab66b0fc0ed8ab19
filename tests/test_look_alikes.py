"""Occurrences that look alike in similar articles stay apart, and those that are one are joined."""

from __future__ import annotations

import pytest

from tests.look_alike_occurrences import score

#: What the rules reach for events and for statements, rounded down. Floors are only raised.
FLOORS = {
    "seen": {"event": (0.95, 0.74), "statement": (0.96, 0.29)},
    "held": {"event": (0.99, 0.68), "statement": (0.99, 0.15)},
    "bare": {"event": (0.91, 0.78), "statement": (0.96, 0.51)},
    "one_day": {"event": (0.77, 0.50), "statement": (0.74, 0.12)},
    "same_words": {"event": (0.91, 0.76), "statement": (0.99, 0.64)},
}


@pytest.mark.parametrize("name", FLOORS)
def test_look_alikes(name: str) -> None:
    found = score(name)
    for level, (precision, recall) in FLOORS[name].items():
        assert found[level].precision >= precision, (level, found)
        assert found[level].recall >= recall, (level, found)
