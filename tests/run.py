"""Runs commands and servers as a user does: a process for each, real files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from benchmarks import served
from tests.conftest import ROOT
from tests.warm import Warm

_MAIN = "from extract.cli import main; main()"
COMMAND = (sys.executable, "-c", _MAIN)
SECONDS = 300
_commands = Warm("""
from functools import cache
import db.export, db.store, extract.cli.ingest
from extract import extractor, readers
extractor.load = cache(extractor.load)
page = b"<p>The council of Tarn approved the plan on Monday, and the mayor said that it would cost 3 million euros.</p>"
assert extractor.Extractor().extract(readers.read("a.html", page)).claims  # each loads much when it is first called
""")
_servers = Warm("import datasette.app, db.serving, db.web, uvicorn, uvicorn.protocols.http.h11_impl")


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


def extract(*arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"", new: bool = False) -> Ran:
    """`extract ARGUMENTS`, with no terminal.

    The process is forked from one that has loaded the program and the model, for that takes longer than most
    commands; with `new`, or with another environment for Python, it begins from nothing, with hashes of its own.
    """
    given = [*map(str, arguments)]
    if new or not _commands.suits(os.environ):
        done = subprocess.run(
            [*COMMAND, *given], cwd=cwd or ROOT, input=stdin, capture_output=True, check=False, timeout=SECONDS
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    with TemporaryFile() as out, TemporaryFile() as err:
        code = _forked(given, cwd or ROOT, stdin, out.fileno(), err.fileno())
        found = [(file.seek(0), file.read().decode())[1] for file in (out, err)]
        return Ran(code, *found)


def _forked(arguments: list[str], cwd: Path, stdin: bytes, out: int, err: int) -> int:
    taken, given = os.pipe()
    with os.fdopen(given, "wb") as feed:
        process = _commands.start(_MAIN, *arguments, cwd=cwd, files=(taken, out, err))
        os.close(taken)
        with suppress(BrokenPipeError):  # it has ended without reading all
            feed.write(stdin)
            feed.flush()
    return _commands.end(process, SECONDS)


@dataclass(slots=True)
class Forked:
    """A process that a warm one has forked, with what is asked of a `Popen`."""

    pid: int
    _warm: Warm
    _code: int | None = None

    def send_signal(self, number: int) -> None:
        if self._code is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float = SECONDS) -> int:
        if self._code is None:
            self._code = self._warm.end(self.pid, timeout)
        return self._code


@contextmanager
def started(
    path: Path, errors: IO[str] | None = None, before: str = ""
) -> Iterator[tuple[str, Forked | subprocess.Popen[str]]]:
    """As `benchmarks.served.started`, forked from a process that has loaded the program."""
    if not _servers.suits(os.environ):
        with served.started(path, errors=errors, before=before) as found:
            yield found
        return
    taken, given = os.pipe()
    with os.fdopen(taken) as said, Path(os.devnull).open() as nothing:
        program = (
            f"from pathlib import Path\n{before}\nfrom db.serving import serve; serve(Path({str(path)!r}), port=0)"
        )
        files = (nothing.fileno(), given, 2 if errors is None else errors.fileno())
        server = Forked(_servers.start(program, cwd=ROOT, files=files), _servers)
        os.close(given)
        try:
            yield said.readline().split(" at ")[1].split("/ ")[0], server
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of a server that is there as long as this is."""
    with started(path) as (address, _):
        yield address
