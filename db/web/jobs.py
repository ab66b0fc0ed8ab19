"""Work that takes minutes, done by the command line program in a process of its own while the server answers.

One at a time for each server. What the program prints is shown; that it began and how it ended goes into the audit log.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BufferedReader
from weakref import WeakKeyDictionary

from db import audit
from db.clock import now
from db.reviews.decisions import RefusedError
from db.web import databases
from db.web.http.asgi import Datasette
from extract.errors import DatabaseError

#: Characters of what a program prints that are kept: the last ones.
_MAX_OUTPUT = 20_000


@dataclass(slots=True)
class Job:
    """What was begun, by whom, what it has printed, and its exit code once it has ended. Times are UTC."""

    name: str
    who: str
    began: str
    output: str = ""
    ended: str | None = None
    code: int | None = None
    task: asyncio.Task[None] | None = field(default=None, repr=False)


_jobs: WeakKeyDictionary[Datasette, Job] = WeakKeyDictionary()


def current(datasette: Datasette) -> Job | None:
    """The job that runs, or ran last since the server started."""
    return _jobs.get(datasette)


async def start(datasette: Datasette, name: str, arguments: Sequence[str], who: str) -> Job:
    """Runs `extract` with these arguments. Raises RefusedError while another job runs."""
    running = _jobs.get(datasette)
    if running is not None and running.ended is None:
        raise RefusedError(f"“{running.name}” is still running. Wait until it has ended.")
    _jobs[datasette] = job = Job(name, who, now())
    try:
        await databases.write(datasette, lambda connection: audit.record(connection, "begin", name, who))
    except Exception:
        job.ended = now()
        raise
    job.task = asyncio.create_task(_run(datasette, job, arguments))
    return job


async def _run(datasette: Datasette, job: Job, arguments: Sequence[str]) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program, its arguments checked
            [sys.executable, "-m", "extract", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            job.code = await asyncio.to_thread(_follow, job, process)
        except asyncio.CancelledError:  # the server ends: the command can be run again
            process.terminate()
            raise
    except OSError as error:
        job.output, job.code = f"The program could not be started: {error.strerror}.", 1
    job.ended = now()
    words = f"{job.name}: {'done' if job.code == 0 else f'exit code {job.code}'}"
    try:
        await databases.write(datasette, lambda connection: audit.record(connection, "end", words, job.who))
    except DatabaseError as error:
        job.output = f"{job.output}\n{error}"


def _follow(job: Job, process: subprocess.Popen[bytes]) -> int:
    """Keeps what the process prints until it ends; its exit code."""
    with process:
        assert isinstance(process.stdout, BufferedReader)
        while content := process.stdout.read1(4096):
            job.output = (job.output + content.decode(errors="replace"))[-_MAX_OUTPUT:]
    return process.returncode
