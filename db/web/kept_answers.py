"""Answers that stay until the database changes: a page that is asked for again counts nothing twice."""

from __future__ import annotations

import time
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

#: Answers that are kept; of more, those that were asked for longest ago are forgotten.
_MOST = 500

#: What an answer depends on: mostly the files' times and sizes (`state_of`).
State = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in which state; it stays until then, whatever is written."""

    state: State
    found: Any
    until: float


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


def state_of(path: Path) -> State:
    """The state of a database: modification time in nanoseconds and size, of its file and of the log beside it."""
    return _file_state(path), _file_state(path.with_name(f"{path.name}-wal"))


def _file_state(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
