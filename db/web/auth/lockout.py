"""A limit on wrong passwords: after some for one name, further attempts have to wait."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

#: So many wrong passwords for one name within so many seconds, and no further one is tried.
MAX_TRIES, WINDOW_SECONDS = 5, 300.0
#: Names that nobody has and that are remembered all the same, so that nobody can tell them from those of users. More
#: come from somebody who tries names, and the oldest are let go; those of users never are.
MAX_NAMES = 10_000

_Tried = dict[str, deque[float]]


@dataclass(slots=True)
class Lockout:
    """Counts by name, in memory, wherever a request says it comes from. `clock` gives seconds."""

    clock: Callable[[], float] = time.monotonic
    _users: _Tried = field(default_factory=dict)
    _others: _Tried = field(default_factory=dict)

    def wait(self, name: str) -> int:
        """Seconds until a password for this name is looked at again; 0: now."""
        key = _key(name)
        tried = self._users.get(key) or self._others.get(key)
        if not tried:
            return 0
        now = self.clock()
        while tried and now - tried[0] > WINDOW_SECONDS:
            tried.popleft()
        return max(1, int(WINDOW_SECONDS - (now - tried[0]))) if len(tried) >= MAX_TRIES else 0

    def note(self, name: str, right: bool, known: bool = False) -> None:
        """What became of a try; `known`: there is such a user."""
        key = _key(name)
        if right:
            self._users.pop(key, None)
            self._others.pop(key, None)
            return
        names = self._users if known else self._others
        while not known and key not in names and len(names) >= MAX_NAMES:
            names.pop(next(iter(names)))
        names.setdefault(key, deque(maxlen=MAX_TRIES)).append(self.clock())

    def take_back(self, name: str, known: bool = False) -> None:
        """Forgets the newest try for a name, whose password nobody looked at."""
        if tried := (self._users if known else self._others).get(_key(name)):
            tried.pop()


def _key(name: str) -> str:
    return name.casefold()[:64]
