"""The program that takes requests (uvicorn), and how it begins and ends."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Callable
from socket import socket
from types import FrameType

import uvicorn

#: Seconds that are left to requests under way when the server is to end.
GRACE = 3.0
_LOOK = 0.05


class Server(uvicorn.Server):
    """Tells `ready` once it answers. It ends at the first Ctrl-C, within a few seconds, whatever somebody has open
    (half a request, say); at the second it ends at once; and it has no words for what is cut off then."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._hurried = False

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            gc.collect()
            gc.freeze()  # what has been loaded stays: looking through it again takes a tenth of a second each time
            self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """(uvicorn's own would skip the end of what it started, and raise each signal again.)"""
        if self.should_exit:
            self._hurried = True
        else:
            super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        ending = asyncio.create_task(self._end_in_time())
        await super().shutdown(sockets)
        ending.cancel()

    async def _end_in_time(self) -> None:
        give_up = time.monotonic() + GRACE
        while time.monotonic() < give_up and not self._hurried:
            await asyncio.sleep(_LOOK)
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        for task in list(self.server_state.tasks):
            task.cancel()  # answered by `guard`
        await asyncio.sleep(_LOOK)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
