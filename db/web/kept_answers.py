"""Answers that stay until the database changes: a page that is asked for again counts nothing twice."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

#: Answers that are kept; of more, those that were asked for longest ago are forgotten.
_MOST = 500

#: Seconds of looking that are long, and how many times as long what was found then stays.
_LONG, _LAG = 0.1, 20

#: What an answer depends on: mostly the files' times and sizes (`state_of`).
State = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in which state; it stays until then, whatever is written."""

    state: State
    found: Any
    until: float


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was found just now. `lasts`: until the database changes; `seconds`: so long in any case."""

    found: Any
    seconds: float = 0
    lasts: bool = True


@dataclass(slots=True)
class KeptAnswers:
    """Answers by question and database."""

    _kept: dict[tuple[Hashable, Path], Answer] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def find(self, question: Hashable, path: Path, state: State) -> Answer | None:
        """The answer that holds in this state."""
        with self._lock:
            kept = self._kept.pop((question, path), None)
            if kept is None or (kept.state != state and time.monotonic() >= kept.until):
                return None
            self._kept[question, path] = kept  # asked for last
            return kept

    def keep(self, question: Hashable, path: Path, state: State, found: Any, seconds: float = 0) -> None:
        """`state`: before anything was read. So many seconds it holds whatever is written."""
        with self._lock:
            self._kept[question, path] = Answer(state, found, time.monotonic() + seconds)
            if len(self._kept) > _MOST:
                del self._kept[next(iter(self._kept))]

    async def answer(self, question: Hashable, path: Path, look: Callable[[], Awaitable[Fresh]]) -> Any:
        """What is known, or what `look` finds: it is known from then on."""
        state = state_of(path)  # before anything is read
        if (known := self.find(question, path, state)) is not None:
            return known.found
        fresh = await look()
        self.keep(question, path, state if fresh.lasts else (), fresh.found, fresh.seconds)
        return fresh.found


def lag(taken: float) -> float:
    """Seconds that what took so many to find stays, whatever is written: looked for at each change, it would slow all
    pages."""
    return _LAG * taken if taken > _LONG else 0


def state_of(path: Path) -> State:
    """The state of a database: modification time in nanoseconds and size, of its file and of the log beside it."""
    return _file_state(path), _file_state(path.with_name(f"{path.name}-wal"))


def _file_state(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
