"""Who is looking at which claim, so that ten people at one queue hardly ever meet on one.

A lease is a courtesy of one server and lives in its memory: it is asked for at every claim that is handed out, and
a row in the database would wait for whoever is writing there. Where two meet all the same (another server, another
start of it), the version that each decision carries tells them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Lock

#: How long an item is one person's (seconds): longer than anybody thinks about one, shorter than a meal.
LEASE = 300.0
#: Claims that one person holds at the most, whatever asks for them: several tabs of the page, and no more.
MOST = 50


@dataclass(slots=True)
class Leases:
    """Claims by key, each with whose it is and until when. May be asked from several threads.

    `clock` gives seconds that never go back.
    """

    clock: Callable[[], float] = time.monotonic
    _held: dict[str, tuple[str, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def of_others(self, who: str) -> list[str]:
        """The claims that somebody else is looking at. What has run out is forgotten."""
        with self._lock:
            now = self.clock()
            for claim in [claim for claim, (_, until) in self._held.items() if until <= now]:
                del self._held[claim]
            return [claim for claim, (holder, _) in self._held.items() if holder != who]

    def grant(self, who: str, claims: Iterable[str], most: int) -> list[str]:
        """The first of these claims that nobody else holds, at most so many: they are this person's from now on."""
        with self._lock:
            now = self.clock()
            free = [claim for claim in claims if self._is_free(claim, who, now)][:most]
            for claim in free:
                self._held.pop(claim, None)  # the newest come last
                self._held[claim] = (who, now + LEASE)
            for claim in [claim for claim, (holder, _) in self._held.items() if holder == who][:-MOST]:
                del self._held[claim]
            return free

    def _is_free(self, claim: str, who: str, now: float) -> bool:
        holder, until = self._held.get(claim, (who, now))
        return holder == who or until <= now

    def release(self, who: str, claims: Iterable[str] | None = None) -> None:
        """Gives claims back that this person holds; without `claims` all of them."""
        with self._lock:
            for claim in list(self._held) if claims is None else claims:
                if self._held.get(claim, ("", 0.0))[0] == who:
                    del self._held[claim]
