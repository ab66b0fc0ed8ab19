"""Connections to the server: how many there may be, and how long each may wait.

uvicorn waits without end for half a request and for somebody who does not read an answer; and where the system has no
file left for a further connection, asyncio prints an error for each attempt to accept it.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections import Counter
from contextlib import suppress
from typing import cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from db.listening import limits
from db.web.http.asgi import Receive, Scope, Send, refuse

#: Seconds that a connection may wait for the rest of a request, for the next one, or for somebody to read an answer.
PATIENCE = 30.0
#: What is added to a connection's patience, so that a body's own limit (`gate`) answers first and in words.
_SLACK = 1.0
_FULL = "The server is busy. Try again in a moment."
_LATE = f"The request did not arrive in full within {PATIENCE:.0f} seconds. Send it again."


class Connection(H11Protocol):
    """uvicorn's, with a limit on how long it waits and on how many there are.

    Where there are too many, the one that has waited longest makes room: whoever opens connections without end closes
    their own. A request that is whole and is being answered is never cut off for another.
    """

    #: Where it comes from, and since when it has waited, by the loop's clock.
    place: str | int = ""
    since = 0.0
    #: Bytes of an answer that nobody had read when it was last looked at.
    unread = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast("asyncio.Transport", transport))
        self.since = self.loop.time()
        self.place = _place(self.client[0] if self.client else "")
        if not self._makes_room():
            self.app = _full

    def data_received(self, data: bytes) -> None:
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self.since = self.loop.time()

    def on_response_complete(self) -> None:
        self.since = self.loop.time()
        super().on_response_complete()

    def resume_writing(self) -> None:
        self.since = self.loop.time()  # part of an answer was read
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """(uvicorn's own fails where an answer has begun.) What answers the request before that was broken off may be
        done before the transport tells that the connection is lost: nothing more can be sent.
        """
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            super().send_400_response(msg)
        else:
            self.transport.abort()
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True

    def is_waiting(self) -> bool:
        """Whether it waits for whoever made it, not they for an answer."""
        cycle = self.cycle
        return cycle is None or cycle.response_complete or cycle.more_body or self.flow.write_paused

    def look(self) -> None:
        """Ends it where it has waited too long. An answer that is being read, however slowly, may take its time."""
        now = self.loop.time()
        unread = self.transport.get_write_buffer_size()
        if not self.is_waiting() or unread < self.unread:
            self.since = now
        self.unread = unread
        if now - self.since > PATIENCE + _SLACK:
            self._end()

    def _end(self) -> None:
        begun = bool(self.conn.trailing_data[0]) and self.conn.our_state is h11.IDLE
        if not begun or self.transport.is_closing():
            self.transport.abort()
            return
        self.since = self.loop.time()
        head = f"HTTP/1.1 408 Request Timeout\r\nContent-Type: text/plain\r\nContent-Length: {len(_LATE)}\r\n"
        self.transport.write(f"{head}X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n{_LATE}".encode())
        self.transport.close()

    def _makes_room(self) -> bool:
        """Whether there is room for this one, if need be in the place of one that waits."""
        others = [one for one in self.connections if isinstance(one, Connection) and one is not self]
        mine = [one for one in others if one.place == self.place]
        if len(mine) >= limits().of_one:
            crowd = mine
        elif len(others) >= limits().most:
            crowd = others
        else:
            return True
        many = Counter(one.place for one in crowd)
        waiting = [one for one in crowd if one.is_waiting()]
        if not waiting:
            return False
        oldest = min(waiting, key=lambda one: (-many[one.place], one.since))
        oldest.transport.abort()
        self.connections.discard(oldest)  # else the next one, before that has ended, would choose it too
        return True


def _place(address: str) -> str | int:
    """An address; of IPv6 its network, for who has one address has as many as they like."""
    with suppress(ValueError):
        if isinstance(known := ipaddress.ip_address(address), ipaddress.IPv6Address):
            return int(known) >> 64 if known.ipv4_mapped is None else str(known.ipv4_mapped)
    return address


async def _full(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001 - an application's signature
    await refuse(send, _FULL, 503, extra=[(b"connection", b"close"), (b"retry-after", b"5")])
