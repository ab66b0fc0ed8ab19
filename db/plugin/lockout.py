"""Against guessing passwords: after some wrong ones for a name, that name has to wait."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs

#: So many wrong passwords for one name within so many seconds, and no further one is tried.
TRIES, WINDOW = 5, 300.0
#: Names that are remembered: more come from somebody who tries names, and the oldest are let go.
_NAMES = 10_000


@dataclass(slots=True)
class Lockout:
    """Counts by name, in memory. `clock` gives seconds."""

    clock: Callable[[], float] = time.monotonic
    _wrong: dict[str, deque[float]] = field(default_factory=dict)

    def wait(self, name: str) -> int:
        """Seconds until a password for this name is looked at again; 0: now."""
        tried = self._wrong.get(name)
        if not tried:
            return 0
        now = self.clock()
        while tried and now - tried[0] > WINDOW:
            tried.popleft()
        return max(1, int(WINDOW - (now - tried[0]))) if len(tried) >= TRIES else 0

    def note(self, name: str, right: bool) -> None:
        """What became of a try."""
        if right:
            self._wrong.pop(name, None)
            return
        while len(self._wrong) >= _NAMES:
            self._wrong.pop(next(iter(self._wrong)))
        self._wrong.setdefault(name, deque(maxlen=TRIES)).append(self.clock())


def name_in(form: bytes) -> str:
    """The name in a sign-in form's body."""
    return (parse_qs(form.decode("utf-8", "replace")).get("username") or [""])[0].casefold()[:64]
