"""A bound on the time and memory that one file may take in a library that has none of its own.

A document can be small and still keep a reader busy for days (a page that draws itself a thousand times, a
thousand times over) or fill the memory. A watcher looks at the reading thread twenty times a second and
raises an exception in it when it has had enough. That works between two steps of Python code, so what runs
in C (decompression, the XML parser) must be bounded by sizes besides.
"""

from __future__ import annotations

import ctypes
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import TypeVar

from extract.errors import TooLargeError
from extract.readers.draft import Draft, Input

_T = TypeVar("_T")
_EVERY = 0.05  # seconds
_STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: seconds of processor time, and megabytes of memory on top of what is in use.

    Honest documents stay far below: 75 pages in two columns, 58,000 words, take 2 seconds and 30 MB.
    """

    seconds: float = 60
    megabytes: float = 1000


class _Exceeded(BaseException):
    """No Exception: libraries that mend broken files catch those and go on."""


def bounded(source: str, read: Callable[[], _T], limits: Limits | None = None) -> _T:
    """What `read` returns; raises TooLargeError if it takes more than `limits`."""
    watch = _Watch(limits or Limits())
    try:
        watch.start()
        try:
            return read()
        finally:
            watch.stop()
    except _Exceeded:
        if not watch.exceeded:  # a watch around this one
            raise
    raise TooLargeError(
        f"{source} takes more than {watch.exceeded} to read. It may be damaged or malicious. "
        "Print it to a new file, or save its text as .txt."
    )


def watched(read: Callable[[Input], Draft]) -> Callable[[Input], Draft]:
    """A reader that raises TooLargeError for a file that takes too much."""

    @wraps(read)
    def reader(file: Input) -> Draft:
        return bounded(file.source, partial(read, file))

    return reader


class _Watch:
    """Watches the thread that makes it."""

    def __init__(self, limits: Limits) -> None:
        self.exceeded = ""
        self._limits = limits
        self._thread = threading.get_ident()
        self._clock = _clock(self._thread)
        self._started, self._resident = self._clock(), _resident()
        self._lock, self._done = threading.Lock(), threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """After this nothing is raised any more, except what was raised already."""
        with self._lock:
            self._done.set()
        if self.exceeded:
            _raise_in(self._thread, None)
            raise _Exceeded

    def _run(self) -> None:
        while not self._done.wait(_EVERY):
            if what := self._excess():
                with self._lock:
                    if not self._done.is_set():
                        self.exceeded = what
                        _raise_in(self._thread, _Exceeded)
                return

    def _excess(self) -> str:
        if self._clock() - self._started > self._limits.seconds:
            return f"{self._limits.seconds:g} seconds"
        if _resident() - self._resident > self._limits.megabytes * 1e6:
            return f"{self._limits.megabytes:g} MB of memory"
        return ""


def _raise_in(thread: int, exception: type[BaseException] | None) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), exception and ctypes.py_object(exception))


def _clock(thread: int) -> Callable[[], float]:
    """The thread's own processor time where the system tells it: a busy machine makes no file unreadable."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.monotonic
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _resident() -> int:
    """Bytes of memory that this process holds; 0 where the system does not tell."""
    try:
        return int(_STATM.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
