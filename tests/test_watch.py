"""What runs in Python is ended when it takes too much time or memory."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from extract.errors import TooLargeError
from extract.readers.watch import Limits, bounded


def test_a_reader_that_goes_in_circles_is_ended() -> None:
    def circle() -> None:
        while True:
            with contextlib.suppress(Exception):  # as libraries do that mend what is broken
                sum(range(100))

    with pytest.raises(TooLargeError, match=r"takes more than 0\.2 seconds"):
        bounded("a.pdf", circle, Limits(seconds=0.2))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not tell how much memory is in use")
def test_a_reader_that_fills_the_memory_is_ended() -> None:
    def fill() -> list[bytes]:
        held: list[bytes] = []
        while True:
            held.append(b"x" * 100_000)

    with pytest.raises(TooLargeError, match="takes more than 50 MB of memory"):
        bounded("a.pdf", fill, Limits(megabytes=50))
    assert bounded("a.pdf", lambda: 3) == 3


def test_a_watch_inside_another_leaves_the_outer_one_its_say() -> None:
    def inner() -> None:
        bounded("b.html", circle, Limits(seconds=30))

    def circle() -> None:
        while True:
            sum(range(100))

    with pytest.raises(TooLargeError, match=r"a\.eml takes more than 0\.2 seconds"):
        bounded("a.eml", inner, Limits(seconds=0.2))


def test_errors_of_the_reader_go_through() -> None:
    with pytest.raises(KeyError):
        bounded("a.pdf", lambda: {}["x"])
