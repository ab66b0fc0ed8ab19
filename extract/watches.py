"""Bounds on the processor time that one article may take.

Processor time, because a busy machine makes no article unreadable. It is the process's own, threads and libraries
included.
"""

from __future__ import annotations

import math
import signal
import threading
from contextlib import AbstractContextManager, nullcontext
from types import FrameType, TracebackType

from extract.errors import TimedOutError

#: A watch is entered anew for each article.
Watch = AbstractContextManager[object, bool | None]
UNWATCHED: Watch = nullcontext()
#: Seconds after which an alarm that was not heard rings again.
_AGAIN = 1.0


class OutOfTimeError(BaseException):
    """An article took too much time. No Exception: libraries that mend broken files catch those and go on."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def timed_out(source: str, seconds: float) -> TimedOutError:
    return TimedOutError(
        f"{source} takes more than {seconds:g} seconds of processor time. Check what is in it, or try again with "
        "a higher --timeout and --retry-failed."
    )


class Guillotine:
    """Ends this process by SIGPROF, whatever it is at: a regular expression that runs for ever, or a loop in C, lets no
    other thread of Python run and hears no signal. Does nothing on Windows."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._works = math.isfinite(seconds) and hasattr(signal, "setitimer")

    def __enter__(self) -> None:
        if self._works:
            signal.setitimer(signal.ITIMER_PROF, self._seconds, _AGAIN)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._works:
            signal.setitimer(signal.ITIMER_PROF, 0)


class Alarm(Guillotine):
    """Raises OutOfTimeError instead, in the main thread of this process. Does nothing in other threads."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self._works = self._works and threading.current_thread() is threading.main_thread()
        self._on = False
        if self._works:
            signal.signal(signal.SIGPROF, self._ring)

    def __enter__(self) -> None:
        self._on = True
        super().__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._on = False
        super().__exit__(kind, error, trace)

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        if self._on:
            raise OutOfTimeError(self._seconds)
