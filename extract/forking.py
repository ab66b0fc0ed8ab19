"""Workers are forked from one process that has loaded the model: it is loaded once, they share its memory and start at
once.

That process (`multiprocessing`'s fork server) is started afresh, has one thread, and has opened neither the database
nor an input. Where there is none (not on Linux), each worker is a fresh process and loads the model by itself.
"""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import TYPE_CHECKING

from extract.syntax import models
from extract.syntax.models import DEFAULT_MODEL

if TYPE_CHECKING:
    from extract.extractor import Extractor

#: Shows every stage a sentence, so that what they load when they first need it is loaded.
_SENTENCE = 'On Monday, the mayor of Orl, Ana Lenz, said: "The council did not approve the 12 bridges." She left.'
#: What a worker runs (it imports this module).
_SERVING = "extract.workers"
#: Bytes that a pipe holds at most, where only an administrator may make it wider.
_PIPE = 1 << 20
#: Extractors that are ready before a worker is forked, by model.
_ready: dict[str, Extractor] = {}
#: Crews that have workers.
_crews: set[int] = set()
_lock = threading.Lock()


def enter(crew: object) -> None:
    """A crew is about to start a worker."""
    with _lock:
        _crews.add(id(crew))


def begin(model: str, finishing: str) -> None:
    """Starts the process that workers are forked from before there is a crew: it loads the model meanwhile."""
    if sys.platform == "linux":
        starting(extractor, model, finishing)
        from multiprocessing import forkserver

        with uninterrupted():
            forkserver.ensure_running()


def starting(make: Callable[..., Extractor], model: str, finishing: str) -> SpawnContext | ForkServerContext:
    """What workers are started by. The module `finishing` is imported once for all of them too."""
    if sys.platform != "linux":  # macOS has libraries that do not survive a fork, Windows has no fork
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    loading = ["extract.preload"] if make is extractor and model == DEFAULT_MODEL else []
    context.set_forkserver_preload([*loading, _SERVING, finishing])
    return context


def leave(crew: object) -> None:
    """Once no crew has workers, the process that they are forked from ends too, and its memory is free again."""
    server = getattr(sys.modules.get("multiprocessing.forkserver"), "_forkserver", None)
    with _lock:
        _crews.discard(id(crew))
        pid = getattr(server, "_forkserver_pid", None)
        if server is not None and pid is not None and not _crews:
            with suppress(AttributeError, OSError):
                os.kill(pid, signal.SIGTERM)  # else it waits for whatever was forked from it
                server._stop()


def widen(pipe: Connection) -> None:
    """Makes a pipe hold the results of a task (some 700 kB), so that a worker goes on before they are read."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # the system allows less
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)


def grip(process: int | None) -> int | None:
    """What a process is ended by, and its end is waited for, when nobody tells: a file descriptor.

    Once the process that workers are forked from was killed, `multiprocessing` takes all of them for dead.
    """
    if sys.platform == "linux" and process is not None:
        with suppress(OSError):  # it has ended, or the system is old
            return os.pidfd_open(process)
    return None


def end(held: int) -> None:
    """Kills what a grip is on."""
    if sys.platform == "linux":
        with suppress(OSError):
            signal.pidfd_send_signal(held, signal.SIGKILL)


def extractor(model: str, *, careful: bool = False) -> Extractor:
    """The one that is ready in this process, or another. Whoever only starts workers imports none of the rules."""
    if model in _ready and not careful:
        return _ready[model]
    from extract.extractor import Extractor

    return Extractor(model, careful=careful)


def load_ahead() -> None:
    """Makes the extractor that most workers use. What fails here fails in the worker again, which can say why."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each worker has a core; NumPy is not loaded yet
    models.looked_at.add(DEFAULT_MODEL)
    with suppress(Exception):
        found = extractor(DEFAULT_MODEL)
        found(_SENTENCE)
        importlib.import_module("multiprocessing.popen_forkserver")
        _ready[DEFAULT_MODEL] = found
    gc.collect()
    gc.freeze()  # looking for garbage would touch the shared memory, and copy it


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C reaches this process afterwards, and processes started inside never, not even before they ignore it.

    Blocked signals are blocked in what is started; here another thread may take them all the same.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield  # Ctrl-C is the main thread's; on Windows nothing can be done
        return
    from multiprocessing import resource_tracker

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it may have been killed as well
        resource_tracker.ensure_running()  # the process that multiprocessing keeps: its start lets Ctrl-C through again
    noted: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: noted.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, handler)
        if noted:
            signal.raise_signal(signal.SIGINT)
