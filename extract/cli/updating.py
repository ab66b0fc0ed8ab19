"""How far work in the database is that takes minutes, such as bringing a large one up to date."""

from __future__ import annotations

import sys
import time

#: Seconds of work before anybody wonders, and between two lines.
_PATIENCE = 10.0
_since: dict[str, float] = {}
_printed: set[str] = set()


def show(what: str, done: int, total: int) -> None:
    """Prints how far a step is, to standard error: every few seconds on a terminal, and once elsewhere."""
    now = time.monotonic()
    if done == 0 or what not in _since:
        _since[what] = now
        _printed.discard(what)
    elif now - _since[what] >= _PATIENCE and (what not in _printed or sys.stderr.isatty()):
        _since[what] = now
        _printed.add(what)
        sys.stderr.write(f"Working on {what.lower()}: {done:,} of {total:,}\n")
