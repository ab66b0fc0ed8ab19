"""A database served in a process of its own, as `extract serve` does it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def started(
    path: Path, port: int = 0, errors: IO[str] | None = None, before: str = ""
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address, once it answers, and the process; `port` 0: a free one. What it says of errors goes to `errors`.

    `before` is Python that the process runs first.
    """
    program = (
        f"from pathlib import Path\n{before}\nfrom db.serving import serve; serve(Path({str(path)!r}), port={port})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=errors, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().split(" at ")[1].split("/ ")[0], server
        finally:  # whatever failed: who waits for a server that nobody ends waits for good
            server.terminate()


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of a server that is there as long as this is."""
    with started(path) as (address, _):
        yield address
