"""A process that has loaded the program and its model, and forks one that runs a command for each that it is sent."""

from __future__ import annotations

import atexit
import gc
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

#: What Python looks at when it starts, so that only a new process can have another value of it.
_AT_START = ("PYTHON", "LC_", "LANG")
_PROGRAM = "from tests.warm import serve; serve({}); from extract.cli import main; main()"
_LARGEST = 1 << 17


def _at_start(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_AT_START)}


class Warm:
    """The process, which starts with the first command and ends with this one."""

    def __init__(self) -> None:
        self._line: socket.socket | None = None
        self._began = _at_start(os.environ)

    def suits(self, environment: Mapping[str, str]) -> bool:
        """Whether a command in this environment would do the same in a process of its own."""
        return sys.platform == "linux" and _at_start(environment) == self._began

    def run(self, arguments: list[str], cwd: Path, stdin: bytes, out: int, err: int, seconds: float) -> int:
        """The exit code of the command; it writes to the files `out` and `err`."""
        line = self._line or self._start()
        line.settimeout(seconds)
        taken, given = os.pipe()
        with open(given, "wb") as feed:  # noqa: PTH123 (a pipe)
            message = json.dumps([arguments, str(cwd), dict(os.environ)])
            socket.send_fds(line, [message.encode()], [taken, out, err])
            os.close(taken)
            with suppress(BrokenPipeError):  # it has ended without reading all
                feed.write(stdin)
                feed.flush()
        return int(line.recv(16))

    def _start(self) -> socket.socket:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            root = Path(__file__).resolve().parent.parent
            command = [sys.executable, "-c", _PROGRAM.format(theirs.fileno())]
            process = subprocess.Popen(command, cwd=root, pass_fds=[theirs.fileno()])
        atexit.register(_end, process, self._line)
        return self._line


def _end(process: subprocess.Popen[bytes], line: socket.socket) -> None:
    line.close()
    process.wait()


def serve(number: int) -> None:
    """Forks for each message at the socket `number`. Returns in what is forked, which is to run the command."""
    _load()
    line = socket.socket(fileno=number)
    while True:
        message, files, _, _ = socket.recv_fds(line, _LARGEST, 3)
        if not message:
            os._exit(0)
        if os.fork() == 0:
            line.close()
            return _become(files, *json.loads(message))
        for file in files:
            os.close(file)
        line.send(str(os.waitstatus_to_exitcode(os.wait()[1])).encode())


def _load() -> None:
    from functools import cache

    import db.store  # noqa: F401
    import extract.cli.ingest  # noqa: F401
    from extract import extractor

    extractor.load = cache(extractor.load)
    extractor.Extractor()
    gc.freeze()


def _become(files: Sequence[int], arguments: list[str], cwd: str, environment: dict[str, str]) -> None:
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = arguments
    for stream, file in enumerate(files):
        os.dup2(file, stream)
        os.close(file)
