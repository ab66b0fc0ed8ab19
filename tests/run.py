"""Runs the command as a user does: its own process, real files."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

COMMAND = (sys.executable, "-c", "from extract.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


def extract(*arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> Ran:
    """`extract ARGUMENTS`, with no terminal."""
    ran = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd or ROOT,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=300,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
