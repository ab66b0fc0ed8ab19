"""The program that takes requests (uvicorn), and how it begins and ends."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Awaitable, Callable
from socket import socket
from types import FrameType

import uvicorn

from db.connections import Connection

#: Seconds that are left to requests under way when the server is to end.
GRACE = 3.0
_LOOK = 0.05
#: Ticks of uvicorn, ten a second, after which connections are looked at.
_TICKS = 10
#: When Python looks for garbage by itself, in the middle of a page: seldom, since a page makes little. How often it
#: has to have looked before the server does so between two pages, and seconds of looking that are long.
_GARBAGE, _ENOUGH, _LONG = (20_000, 20, 50), 4, 0.02
#: Errors that are printed in a minute. What anybody can cause by requests must not fill a disk.
MOST_PRINTED = 20
#: Who prints errors while the server runs: asyncio, uvicorn, and our plugin (`db.web`).
_LOGS = ("asyncio", "uvicorn.error", "extract.server")


def collect_between() -> None:
    """Looks for garbage while nobody waits for a page, if pages have made some. What takes long to look through is
    kept for later pages (readings of claims, say): it is not looked through again."""
    if gc.get_count()[1] < _ENOUGH:
        return
    began = time.perf_counter()
    gc.collect()
    if time.perf_counter() - began > _LONG:
        gc.freeze()


class Bounded(logging.Filter):
    """Lets through so many records a minute. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._until, self._left = 0.0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        if self._clock() >= self._until:
            self._until, self._left = self._clock() + 60, MOST_PRINTED
        self._left -= 1
        if self._left == 0:
            record.msg = f"{record.getMessage()}\nToo many errors. No more are printed in this minute."
            record.args = ()
        return self._left >= 0


class Server(uvicorn.Server):
    """Tells `ready` once it answers, and does `finish` when nobody is answered any more.

    It ends at the first Ctrl-C, within a few seconds, whatever somebody has open (half a request, say); at the second
    it ends at once; and it has no words for what is cut off then.
    """

    def __init__(
        self, config: uvicorn.Config, ready: Callable[[], None], finish: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(config)
        self._ready = ready
        self._finish = finish
        self._hurried = False
        for name in _LOGS:
            logging.getLogger(name).addFilter(Bounded())

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            gc.collect()
            gc.freeze()  # what has been loaded stays: looking through it again takes a tenth of a second each time
            gc.set_threshold(*_GARBAGE)
            self._ready()

    async def on_tick(self, counter: int) -> bool:
        if counter % _TICKS == 0:
            for connection in list(self.server_state.connections):
                if isinstance(connection, Connection):
                    connection.look()
        if not self.server_state.tasks:
            collect_between()
        return await super().on_tick(counter)

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
        await self._finish()

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
