"""Bounds on the time that one article may take: an alarm where the work can be interrupted, an end where it cannot."""

from __future__ import annotations

import faulthandler
import math
import os
import signal
import threading
from contextlib import AbstractContextManager, nullcontext
from types import FrameType, TracebackType
from typing import TextIO

from extract.errors import TimedOutError

#: A watch is entered anew for each article.
Watch = AbstractContextManager[object, bool | None]
UNWATCHED: Watch = nullcontext()


def timed_out(source: str, seconds: float) -> TimedOutError:
    return TimedOutError(
        f"{source} takes more than {seconds:g} seconds, as no article does. Look at what is in it, or raise --timeout."
    )


class Alarm:
    """Raises TimedOutError in the main thread of this process, where the system has alarms (not on Windows)."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        main = threading.current_thread() is threading.main_thread()
        self._works = main and hasattr(signal, "setitimer") and math.isfinite(seconds)
        self._before: object = None

    def __enter__(self) -> None:
        if self._works:
            self._before = signal.signal(signal.SIGALRM, self._ring)
            signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._works:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)  # type: ignore[arg-type]

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        raise timed_out("it", self._seconds)


class Guillotine:
    """Ends this process, from a thread that needs no turn of Python's: a regular expression that runs for ever, or
    a loop in C, lets no other thread run and hears no signal."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._works = math.isfinite(seconds)
        self._silence: TextIO | None = None

    def __enter__(self) -> None:
        if self._works:
            self._silence = self._silence or open(os.devnull, "w", encoding="ascii")  # noqa: PTH123
            faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._silence)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._works:
            faulthandler.cancel_dump_traceback_later()
