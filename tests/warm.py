"""A process that has loaded much, and forks one for each program that it is sent: a program then begins at once."""

from __future__ import annotations

import atexit
import gc
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

#: What Python looks at when it starts, so that only a new process can have another value of it.
_AT_START = ("PYTHON", "LC_", "LANG")
_LARGEST = 1 << 17


def _at_start(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_AT_START)}


class Warm:
    """The process. It runs `load`, starts with the first program, and ends with this one."""

    def __init__(self, load: str) -> None:
        self._load = load
        self._line: socket.socket | None = None
        self._began = _at_start(os.environ)

    def suits(self, environment: Mapping[str, str]) -> bool:
        """Whether a program in this environment would do the same in a process that begins from nothing.

        Only the main thread starts any: they are waited for one after the other.
        """
        alone = threading.current_thread() is threading.main_thread()
        return alone and sys.platform == "linux" and _at_start(environment) == self._began

    def start(self, program: str, *arguments: str, cwd: Path, files: tuple[int, int, int]) -> int:
        """The process id of a Python program whose standard streams are `files`. `end` must follow."""
        if self._line is None:
            self._line = self._begin()
        message = json.dumps([program, arguments, str(cwd), dict(os.environ)])
        socket.send_fds(self._line, [message.encode()], files)
        return int(self._line.recv(16))

    def end(self, process: int, seconds: float) -> int:
        """Its exit code, once it has ended."""
        assert self._line is not None
        self._line.settimeout(seconds)
        self._line.send(str(process).encode())
        return int(self._line.recv(16))

    def _begin(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            program = f"{self._load}\nfrom tests.warm import serve\nexec(serve({theirs.fileno()}))"
            root = Path(__file__).resolve().parent.parent
            process = subprocess.Popen([sys.executable, "-c", program], cwd=root, pass_fds=[theirs.fileno()])
        atexit.register(_close, process, ours)
        return ours


def _close(process: subprocess.Popen[bytes], line: socket.socket) -> None:
    line.close()
    process.wait()


def serve(number: int) -> str:
    """Forks for each program that comes by the socket `number`. Returns in what is forked, with what it is to run."""
    gc.freeze()
    line = socket.socket(fileno=number)
    while True:
        message, files, _, _ = socket.recv_fds(line, _LARGEST, 3)
        if not message:
            os._exit(0)
        if not files:
            _, status = os.waitpid(int(message), 0)
            line.send(str(os.waitstatus_to_exitcode(status)).encode())
        elif process := os.fork():
            for file in files:
                os.close(file)
            line.send(str(process).encode())
        else:
            line.close()
            return _become(files, *json.loads(message))


def _become(files: list[int], program: str, arguments: list[str], cwd: str, environment: dict[str, str]) -> str:
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = arguments
    for stream, file in enumerate(files):
        os.dup2(file, stream)
        os.close(file)
    return program
