"""Many inputs, several processes: bytes in, extractions or failures out, as they are done.

Each worker loads the model once and hands back plain data (spaCy's own `n_process` rebuilds every Doc in
the parent). A worker that dies, or ends itself because an input takes too long, takes nothing with it but
that input: the pool is made anew and what was under way is tried again, one input at a time.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from extract.errors import ExtractError
from extract.extractor import Extractor
from extract.model import Article, Extraction, Failure
from extract.readers import ReadHints, read
from extract.syntax.models import DEFAULT_MODEL
from extract.watches import UNWATCHED, Alarm, Guillotine, Watch, timed_out

#: A task holds about this many bytes: enough for the parser's batches, few enough for an even end.
TASK_BYTES = 60_000
TASK_INPUTS = 24
#: Seconds for one article. One of a million characters, the longest that is read, takes a tenth of it or two.
TIMEOUT = 600.0

Result = Extraction | Failure


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

    An input that takes more than `timeout` seconds is a Failure. Also a single worker is a process of its own:
    it parses while this one reads and writes, and it can be ended whatever it is at.
    """
    tasks = _tasks(inputs)
    ahead = list(islice(tasks, 2))
    every = chain(ahead, tasks)
    if len(ahead) < 2 and sum(len(item.raw) for task in ahead for item in task) < TASK_BYTES:
        yield from _here(every, model, timeout)  # a pool's start would cost more than it saves
    else:
        yield from _pooled(every, _Team(workers, model, timeout))


def _here(tasks: Iterable[Task], model: str, timeout: float) -> Iterator[Result]:
    extractor: Extractor | None = None
    for task in tasks:
        extractor = extractor or Extractor(model)
        yield from run(extractor, task, Alarm(timeout))


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


def run(extractor: Extractor, task: Task, watch: Watch = UNWATCHED) -> list[Result]:
    """Reads and extracts one task's inputs. What cannot be read, or breaks the rules, becomes a Failure."""
    results: list[Result] = []
    articles: list[Article] = []
    for item in task:
        try:
            with watch:
                articles.append(read(item.source, item.raw, item.hints))
        except Exception as error:
            results.append(failure(item.source, item.raw_hash, error))
    try:
        found: list[Result] = []
        for extraction in _each_watched(extractor.extract_all(articles), watch):
            found.append(extraction)
    except Exception:
        found = list(_one_by_one(extractor, articles, watch))
    return results + found


def _each_watched(extractions: Iterator[Extraction], watch: Watch) -> Iterator[Extraction]:
    while True:
        with watch:
            extraction = next(extractions, None)
        if extraction is None:
            return
        yield extraction


def _one_by_one(extractor: Extractor, articles: Iterable[Article], watch: Watch) -> Iterator[Result]:
    for article in articles:
        try:
            with watch:
                extraction = extractor.extract(article)
            yield extraction
        except Exception as error:
            yield failure(article.source, article.raw_hash, error)


def failure(source: str, raw_hash: str | None, error: Exception) -> Failure:
    """A failure as a row: a deliberate error's own words, or what broke and where."""
    if isinstance(error, ExtractError):
        words = str(error)
        return Failure(source, raw_hash, type(error).__name__, words if source in words else f"{source}: {words}")
    return Failure(source, raw_hash, "InternalError", f"{type(error).__name__}: {error}{_where(error)}")


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})"


_extractor: Extractor | ExtractError | None = None
_watch: Watch = UNWATCHED


def _start(model: str, timeout: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    if hasattr(os, "nice"):
        os.nice(NICE)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    global _extractor, _watch  # noqa: PLW0603 - one per process: the model is loaded once
    _watch = Guillotine(timeout)
    try:
        _extractor = Extractor(model)
    except ExtractError as error:  # raised here, it would look like a death
        _extractor = error
    gc.freeze()  # the model stays; looking through it for garbage again and again takes a thirtieth of the time
    gc.set_threshold(100_000, 50, 100)


def _die_with_parent() -> None:
    """A parent that was killed cannot end its workers, and these would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(task: Task) -> list[Result]:
    if isinstance(_extractor, ExtractError):
        raise _extractor
    if _extractor is None:
        raise RuntimeError("the worker was not started")
    return run(_extractor, task, _watch)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes started inside never see Ctrl-C, not even before `_start`; it reaches this one afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(pool: ProcessPoolExecutor) -> None:
    """Ends a pool at once, what is under way too: otherwise Ctrl-C would wait for the longest article."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


@dataclass(frozen=True, slots=True)
class _Team:
    """What a pool of workers is made from."""

    workers: int
    model: str
    timeout: float

    def start(self, workers: int | None = None) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")  # a fork of a process with threads may deadlock
        initial = (self.model, self.timeout)
        return ProcessPoolExecutor(workers or self.workers, mp_context=spawn, initializer=_start, initargs=initial)


def _pooled(tasks: Iterator[Task], team: _Team) -> Iterator[Result]:
    suspects: deque[Input] = deque()
    while True:
        under_way: dict[Future[list[Result]], Task] = {}
        pool = team.start()
        try:
            yield from _drain(pool, tasks, under_way, team.workers)
        except BrokenProcessPool:
            suspects.extend(item for task in under_way.values() for item in task)
        else:
            return
        finally:
            _end(pool)
        while suspects:
            yield from _try_singly(suspects, team)


def _drain(
    pool: ProcessPoolExecutor, tasks: Iterator[Task], under_way: dict[Future[list[Result]], Task], workers: int
) -> Iterator[Result]:
    """Keeps two tasks a worker under way: a worker never waits, and little is held in memory."""
    while True:
        while len(under_way) < 2 * workers and (task := next(tasks, None)) is not None:
            with _uninterrupted():
                under_way[pool.submit(_work, task)] = task
        if not under_way:
            return
        done, _ = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            results = future.result()
            del under_way[future]
            yield from results


def _try_singly(suspects: deque[Input], team: _Team) -> Iterator[Result]:
    """One input after another in one worker, so that it is known which input kills; up to the first that does."""
    pool = team.start(1)
    try:
        while suspects:
            item = suspects.popleft()
            with _uninterrupted():
                future = pool.submit(_work, (item,))
            started = time.monotonic()
            try:
                results = future.result()
            except BrokenProcessPool:
                yield _killed(item, time.monotonic() - started, team.timeout)
                return
            yield from results
    finally:
        _end(pool)


def _killed(item: Input, seconds: float, timeout: float) -> Failure:
    if seconds >= timeout:
        return failure(item.source, item.raw_hash, timed_out(item.source, timeout))
    reason = f"The process that read {item.source} was killed (out of memory?). Try it alone, or split it."
    return Failure(item.source, item.raw_hash, "WorkerDied", reason)
