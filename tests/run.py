"""Runs the command as a user does: a process for each call, real files."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from tests.conftest import ROOT
from tests.warm import Warm

COMMAND = (sys.executable, "-c", "from extract.cli import main; main()")
SECONDS = 300
_warm = Warm()


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
    if new or not _warm.suits(os.environ):
        done = subprocess.run(
            [*COMMAND, *given], cwd=cwd or ROOT, input=stdin, capture_output=True, check=False, timeout=SECONDS
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    with TemporaryFile() as out, TemporaryFile() as err:
        code = _warm.run(given, cwd or ROOT, stdin, out.fileno(), err.fileno(), SECONDS)
        found = [(file.seek(0), file.read().decode())[1] for file in (out, err)]
        return Ran(code, *found)
