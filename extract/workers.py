"""Many inputs, several processes: bytes in, extractions or failures out, as they are done.

Each worker is a process with two pipes that loads the model once and hands back plain data (spaCy's own `n_process`
rebuilds every Doc in the parent). One that dies takes nothing with it but the time that it had spent: another takes its
place, and the inputs that were under way are tried again, each by itself, so that it is known which of them kills.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from extract import forking
from extract.errors import ExtractError, FullDiskError, WorkersError, broken
from extract.model import Article, Extraction, Failure
from extract.readers import ReadHints, read
from extract.syntax.models import DEFAULT_MODEL
from extract.watches import UNWATCHED, Alarm, Guillotine, OutOfTimeError, Watch, timed_out

if TYPE_CHECKING:
    from extract.extractor import Extractor

#: A task holds about this many bytes: enough for the parser's batches, few enough for an even end.
TASK_BYTES = 20_000
#: Less than this is read in the process that asks: the start of another costs more than it saves.
MIN_BYTES = 60_000
TASK_INPUTS = 24
#: Seconds of processor time for one article, to read it and again to extract from it.
TIMEOUT = 60.0
#: Seconds by the clock that a worker may be silent, as a multiple of that and at the least: then it is stuck.
_SILENT, _SILENT_AT_LEAST = 10, 600.0
#: So many tasks a worker has at once: the next is there when one is done, and little is held in memory.
_AHEAD = 2
#: Results of so many tasks are handed over together, for who asks, and so many seconds they are held back for that.
TOGETHER, _HELD_BACK = 4, 2.0
#: A single input is tried so often before it is said to kill workers: somebody else may have killed one or two.
_TRIES = 3
#: So many processes may die in a row, for each worker, before they have loaded the model.
_STARTS = 12
#: How a process ends that `Guillotine` has ended.
_OUT_OF_TIME = -getattr(signal, "SIGPROF", 1000)

Result = Extraction | Failure
T = TypeVar("T")
#: What a worker makes of an extraction before it hands it over.
Finish = Callable[[Extraction], T]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to extract from: its name in the database, its bytes, what the user said about it."""

    source: str
    raw: bytes
    raw_hash: str
    hints: ReadHints


Task = tuple[Input, ...]


#: How far workers stand back for who waits at a screen: a machine that has nothing else to do gives them all of it.
NICE = 19


def collect_rarely() -> None:
    """Looks for garbage seldom from now on, and never in what is loaded: the model, the program.

    Most of what extracting and storing make is freed when its last use ends. Looking through it again and again takes
    a tenth of the time.
    """
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def default_workers() -> int:
    """The cores this process may use."""
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on macOS
        return os.cpu_count() or 1


def extract_all(
    inputs: Iterable[Input], *, workers: int, model: str = DEFAULT_MODEL, timeout: float = TIMEOUT
) -> Iterator[Result]:
    """The results of all inputs, in the order they are done. `inputs` is read no faster than needed.

    An input that takes more than `timeout` seconds of processor time is a Failure. Also a single worker is a process
    of its own: it parses while this one reads and writes, and it can be ended whatever it is at.
    Raises ModelError, or WorkersError where no worker process can start.
    """
    yield from chain.from_iterable(
        extract_batches(inputs, workers=workers, model=model, timeout=timeout, finish=as_found)
    )


def extract_batches(
    inputs: Iterable[Input],
    *,
    workers: int,
    finish: Finish[T],
    model: str = DEFAULT_MODEL,
    timeout: float = TIMEOUT,
    careful: bool = False,
    together: int = 1,
) -> Iterator[list[T | Failure]]:
    """As `extract_all`, the results of several inputs at a time, each as `finish` makes it in its worker.

    Those of up to so many tasks `together`, for whom they cost less so, as long as there are further tasks.
    """
    tasks = _tasks(inputs)
    ahead = list(islice(tasks, -(-MIN_BYTES // TASK_BYTES)))
    every = chain(ahead, tasks)
    first = [item for task in ahead for item in task]
    if len(first) <= TASK_INPUTS and sum(len(item.raw) for item in first) < MIN_BYTES:
        yield from _here(every, model, timeout, finish, careful)
    else:
        with Crew(workers, model, timeout, finish, careful) as crew:
            yield from crew.batches(every, together)


def as_found(extraction: Extraction) -> Extraction:
    """For who takes extractions as they are."""
    return extraction


def _here(
    tasks: Iterable[Task], model: str, timeout: float, finish: Finish[T], careful: bool
) -> Iterator[list[T | Failure]]:
    extractor: Extractor | None = None
    for task in tasks:
        extractor = extractor or forking.extractor(model, careful=careful)
        yield run(extractor, task, finish, Alarm(timeout))


def _tasks(inputs: Iterable[Input]) -> Iterator[Task]:
    batch: list[Input] = []
    size = 0
    for item in inputs:
        batch.append(item)
        size += len(item.raw)
        if size >= TASK_BYTES or len(batch) >= TASK_INPUTS:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def run(extractor: Extractor, task: Task, finish: Finish[T], watch: Watch = UNWATCHED) -> list[T | Failure]:
    """Reads and extracts one task's inputs. What cannot be read, or breaks the rules, becomes a Failure.

    Raises FullDiskError: that is no fault of an input, and the next one would meet it too.
    """
    results: list[T | Failure] = []
    articles: list[Article] = []
    for item in task:
        try:
            with watch:
                articles.append(read(item.source, item.raw, item.hints))
        except FullDiskError:
            raise
        except (Exception, OutOfTimeError) as error:
            results.append(failure(item.source, item.raw_hash, error))
    try:
        found: list[T | Failure] = []
        for result in _each_watched(map(finish, extractor.extract_all(articles)), watch):
            found.append(result)
    except (Exception, OutOfTimeError):
        found = list(_one_by_one(extractor, articles, finish, watch))
    return results + found


def _each_watched(results: Iterator[T], watch: Watch) -> Iterator[T]:
    while True:
        with watch:
            result = next(results, None)
        if result is None:
            return
        yield result


def _one_by_one(
    extractor: Extractor, articles: Iterable[Article], finish: Finish[T], watch: Watch
) -> Iterator[T | Failure]:
    for article in articles:
        try:
            with watch:
                result = finish(extractor.extract(article))
            yield result
        except (Exception, OutOfTimeError) as error:
            yield failure(article.source, article.raw_hash, error)


def failure(source: str, raw_hash: str | None, error: BaseException) -> Failure:
    """A failure as a row: a deliberate error's own words, or what broke and where."""
    if isinstance(error, OutOfTimeError):
        error = timed_out(source, error.seconds)
    if isinstance(error, ExtractError):
        words = str(error)
        return Failure(source, raw_hash, type(error).__name__, words if source in words else f"{source}: {words}")
    return Failure(source, raw_hash, "InternalError", f"{source}: {broken(error)}")


#: What makes a worker's extractor from the model's name.
_make: Callable[..., Extractor] = forking.extractor


def _serve(
    tasks: Connection,
    answers: Connection,
    make: Callable[..., Extractor],
    model: str,
    timeout: float,
    finish: Finish[object],
) -> None:
    """A worker's life: says that it is ready (or why it cannot be), then answers each task with its results."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    if hasattr(os, "nice"):
        os.nice(NICE)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each worker has a core; NumPy is loaded already if forked
    threading.Thread(target=_die_with_parent, daemon=True).start()
    watch = Guillotine(timeout)
    with suppress(EOFError, OSError, MemoryError):  # the parent has ended, or finds that this has
        try:
            ready = make(model)
        except ExtractError as error:
            answers.send(error)
            return
        except Exception as error:
            answers.send(WorkersError(f"The language model {model} cannot be loaded: {broken(error)}"))
            return
        collect_rarely()
        answers.send(None)
        while True:
            answers.send(_answer(ready, tasks.recv(), finish, watch))


def _answer(
    extractor: Extractor, task: Task, finish: Finish[object], watch: Watch
) -> list[object | Failure] | FullDiskError:
    """A task's results, or why there can be none: then the parent ends the run."""
    try:
        return run(extractor, task, finish, watch)
    except FullDiskError as error:
        return error


def _die_with_parent() -> None:
    """A parent that was killed cannot end its workers, and these would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@dataclass(frozen=True, slots=True)
class _Job:
    """A task, and how often its single input has killed a worker."""

    task: Task
    killed: int = 0


class _Worker:
    """A process, what it is to do, and how it does.

    The first of `jobs` is under way. `heard` is when it was last heard of, or when it got something to do.
    """

    def __init__(self, model: str, timeout: float, finish: Finish[object], careful: bool) -> None:
        make = partial(_make, careful=True) if careful else _make
        context = forking.starting(make, model, getattr(finish, "__module__", None) or __name__)
        taken, self._sent = context.Pipe(duplex=False)
        self.answers, given = context.Pipe(duplex=False)
        forking.widen(given)
        self.process: BaseProcess = context.Process(
            target=_serve, args=(taken, given, make, model, timeout, finish), daemon=True
        )
        self.jobs: deque[_Job] = deque()
        self.ready = self.stuck = False
        self.heard = time.monotonic()
        self._outbox: SimpleQueue[Task | None] = SimpleQueue()
        with suppress(OSError, EOFError):  # killed already: it will be found to be dead
            self.process.start()
        self._grip = forking.grip(self.process.pid)
        taken.close()
        given.close()
        threading.Thread(target=self._post, daemon=True).start()

    def give(self, job: _Job) -> None:
        if not self.jobs:
            self.heard = time.monotonic()
        self.jobs.append(job)
        self._outbox.put(job.task)

    def _post(self) -> None:
        """Sends in a thread of its own: a pipe takes no more than its reader does, who may be sending himself."""
        with suppress(OSError, ValueError):
            while (task := self._outbox.get()) is not None:
                self._sent.send(task)

    def kill(self) -> None:
        if self.process.pid is not None:
            self.process.kill()
        if self._grip is not None:
            forking.end(self._grip)

    def end(self) -> int | None:
        """Ends the process at once, and what is under way with it; its exit code."""
        self._outbox.put(None)
        self.kill()
        if self._grip is not None:
            wait_for([self._grip])
            os.close(self._grip)
            self._grip = None
        if self.process.pid is None:
            return None
        self.process.join()
        return self.process.exitcode


class Crew(Generic[T]):
    """At most so many workers, and what is to be done. They start when there is something to do, and stay for more."""

    def __init__(self, workers: int, model: str, timeout: float, finish: Finish[T], careful: bool = False) -> None:
        self._tasks: Iterator[Task] = iter(())
        self._most = workers
        self._model = model
        self._timeout = timeout
        self._finish = finish
        self._careful = careful
        self._workers: list[_Worker] = []
        self._again: deque[_Job] = deque()
        self._stillborn = 0
        self._has_more = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the workers, and what is under way with them."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._again.clear()
        forking.leave(self)

    def extract(self, inputs: Iterable[Input]) -> Iterator[T | Failure]:
        """As `extract_all`, with these workers."""
        return chain.from_iterable(self.batches(_tasks(inputs)))

    def batches(self, tasks: Iterator[Task], together: int = 1) -> Iterator[list[T | Failure]]:
        """The same for inputs that are in tasks already, the results of so many tasks `together`. One that is not read
        to its end closes the crew."""
        self._tasks = tasks
        self._has_more = True
        try:
            held: list[list[T | Failure]] = []
            until = math.inf
            while self._hand_out():
                held += filter(None, map(self._hear, self._speaking(until)))
                until = min(until, time.monotonic() + _HELD_BACK) if held else math.inf
                if held and (len(held) >= together or not self._has_more or until <= time.monotonic()):
                    yield [*chain.from_iterable(held)]
                    held, until = [], math.inf
            if held:
                yield [*chain.from_iterable(held)]
        except BaseException:
            self.close()
            raise

    def _hand_out(self) -> bool:
        """Gives each worker enough to do; whether anything is under way."""
        while self._has_room() and (job := self._next()) is not None:
            self._freest().give(job)
        return any(worker.jobs for worker in self._workers)

    def _has_room(self) -> bool:
        return len(self._workers) < self._most or any(len(worker.jobs) < _AHEAD for worker in self._workers)

    def _next(self) -> _Job | None:
        if self._again:
            return self._again.popleft()
        task = next(self._tasks, None)
        self._has_more = task is not None
        return _Job(task) if task is not None else None

    def _freest(self) -> _Worker:
        if len(self._workers) < self._most and all(worker.jobs for worker in self._workers):
            forking.enter(self)
            with forking.uninterrupted():
                self._workers.append(_Worker(self._model, self._timeout, self._finish, self._careful))
        return min(self._workers, key=lambda worker: len(worker.jobs))

    def _speaking(self, until: float) -> list[_Worker]:
        """The workers that have something to say, or have died, at that time (of the monotonic clock) perhaps none. One
        that is stuck is ended, and has died next time."""
        patience = max(_SILENT_AT_LEAST, _SILENT * self._timeout)
        end = min(until, patience + min(worker.heard for worker in self._workers if worker.jobs))
        left = max(0.0, end - time.monotonic()) if math.isfinite(end) else None
        spoken = wait_for([worker.answers for worker in self._workers], left)
        for worker in self._workers:
            if worker.jobs and worker.answers not in spoken and worker.heard + patience <= time.monotonic():
                worker.stuck = True
                worker.kill()
        return [worker for worker in self._workers if worker.answers in spoken]

    def _hear(self, worker: _Worker) -> list[T | Failure]:
        try:
            answer = worker.answers.recv()
        except (EOFError, OSError):
            return [*self._bury(worker)]
        worker.heard, self._stillborn = time.monotonic(), 0
        if isinstance(answer, ExtractError):
            raise answer
        if answer is None:
            worker.ready = True
            return []
        worker.jobs.popleft()
        results: list[T | Failure] = answer
        return results

    def _bury(self, worker: _Worker) -> Iterator[Failure]:
        """What a dead worker was to do is done by others."""
        self._workers.remove(worker)
        late = worker.end() == _OUT_OF_TIME or worker.stuck
        jobs = worker.jobs
        if worker.ready and jobs:
            yield from self._suspect(jobs.popleft(), late)
        elif not worker.ready:
            self._stillborn += 1
            if self._stillborn == _STARTS * self._most:
                raise WorkersError(
                    f"{self._stillborn} processes in a row were killed while they loaded the language model (out of "
                    "memory?). Close other programs, or use fewer --workers."
                )
        self._again.extendleft(reversed(jobs))

    def _suspect(self, job: _Job, late: bool) -> Iterator[Failure]:
        """A worker died of this, or somebody killed it."""
        item, *others = job.task
        if others:
            self._again.extend(_Job((each,)) for each in job.task)
        elif late:
            yield failure(item.source, item.raw_hash, timed_out(item.source, self._timeout))
        elif job.killed + 1 < _TRIES:
            self._again.append(_Job(job.task, job.killed + 1))
        else:
            reason = f"The process that read {item.source} was killed {_TRIES} times (out of memory?). Split the file."
            yield Failure(item.source, item.raw_hash, "WorkerDied", reason)
