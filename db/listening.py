"""Listening for connections, and how many of them there may be."""

from __future__ import annotations

import errno
import socket
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.errors import UsageError

#: Connections in all, and from one address. A browser makes six at most; a proxy makes all from its own address.
MOST, MOST_OF_ONE = 500, 250


@dataclass(frozen=True, slots=True)
class Limits:
    """`files` is the number of open files from which on no connection is accepted, so that the database can still be
    opened."""

    most: int = MOST
    of_one: int = MOST_OF_ONE
    files: int | None = None


@cache
def limits() -> Limits:
    """What this process may have open (`ulimit -n`) allows."""
    try:
        from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit
    except ImportError:  # Windows
        return Limits()
    files = getrlimit(RLIMIT_NOFILE)[0]
    if files == RLIM_INFINITY:
        return Limits()
    most = min(MOST, files // 3)  # each may open a file for its answer
    return Limits(most, min(MOST_OF_ONE, most // 2), files // 2)


class Listener(socket.socket):
    """A listening socket that ends a connection for which the process has too many files open already."""

    def accept(self) -> tuple[socket.socket, Any]:
        """Raises ConnectionAbortedError, which asyncio passes over, for a connection that was ended or has to wait."""
        try:
            connection, address = super().accept()
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                raise ConnectionAbortedError from error
            raise
        most = limits().files
        if most is not None and connection.fileno() >= most:  # a new file has the lowest number there is
            connection.close()
            raise ConnectionAbortedError
        return connection, address


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address before anything is loaded, so that a taken port is known at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named: only then does asyncio send an answer's parts at once. (Else each waits 40 ms for the
    # browser to acknowledge the one before.)
    listener = Listener(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise UsageError(_why(error, host, port)) from error
    return listener


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is already in use. Choose another with --port (0 for any)."
    if error.errno == errno.EACCES:
        return f"You are not allowed to use port {port}. Choose one above 1023 with --port."
    return f"Cannot listen on {host} port {port}: {error.strerror}. Try --host 127.0.0.1."
