"""How far work is that takes minutes in a large database, told to whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: What is done, how much of it by now, and of how much.
Tell = Callable[[str, int, int], None]


def silent(what: str, done: int, total: int) -> None:
    """Shows nothing."""


_listener: ContextVar[Tell] = ContextVar("listener", default=silent)


def tell(what: str, done: int, total: int) -> None:
    """Says that so much of a step is done."""
    _listener.get()(what, done, total)


@contextmanager
def told_to(listener: Tell) -> Iterator[None]:
    """From here on, steps are told to `listener`."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
