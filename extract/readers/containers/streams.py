"""Streams of bytes that count: what was read of a file, what came out of something compressed, how long since."""

from __future__ import annotations

import bz2
import io
import lzma
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Protocol

from extract.errors import BrokenContainerError, TooLargeError
from extract.readers.containers.limits import Box

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

CHUNK = 65_536
#: xz may ask for gigabytes; its own default (level 6) needs 9 MB, its highest 65.
_XZ_MEMORY = 100_000_000


class Readable(Protocol):
    """All that is asked of the stream below."""

    def read(self, size: int, /) -> bytes: ...


def some(stream: Readable) -> Callable[[int], bytes]:
    """Reads what is there, up to a size: `read` would go on into what is damaged, and lose what came before it."""
    return getattr(stream, "read1", stream.read)


class _Stream(io.RawIOBase):
    """A stream that can be read, by what `_read` gives for a size: no more than that, and nothing at its end."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        data = self._read(len(view))
        view[: len(data)] = data
        return len(data)

    def _read(self, size: int) -> bytes:
        raise NotImplementedError


class Counted(_Stream):
    """The bytes of a file, counted as they are read (`count`): how far the work is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.count = 0

    def seekable(self) -> bool:
        return self._file.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def _read(self, size: int) -> bytes:
        data = some(self._file)(size)
        self.count += len(data)
        return data


class Unpacked(_Stream):
    """What comes out of a decompressor. Raises TooLargeError or ExhaustedError as the box says.

    `taken` tells how many bytes went in so far.
    """

    def __init__(self, inner: Readable, box: Box, taken: Callable[[], int]) -> None:
        self._take = some(inner)
        self._box = box
        self._taken = taken
        self._out = 0

    def _read(self, size: int) -> bytes:
        try:
            data = self._take(size)
        except EOFError as error:  # which some parsers take for an ordinary end
            raise BrokenContainerError("its compressed data break off. Get it again.") from error
        self._out += len(data)
        self._box.spend(len(data))
        self._box.check_ratio(self._out, self._taken())
        return data


class Plain(_Stream):
    """Any object that can be read, as a stream like the others. `end` is called at its end and may raise."""

    def __init__(self, inner: Readable, end: Callable[[], None] = lambda: None) -> None:
        self._take = some(inner)
        self._end = end

    def _read(self, size: int) -> bytes:
        data = self._take(size)
        if not data:
            self._end()
        return data


class Gauge(_Stream):
    """Lets `most` bytes through, then raises TooLargeError; `reset` begins anew, `lift` lets all through till then.

    What a parser takes in before it gives something back is what it holds in memory.
    """

    def __init__(self, inner: Readable, most: int, what: str) -> None:
        self._take = some(inner)
        self._most = most
        self._what = what
        self._left: float = most

    def reset(self) -> None:
        self._left = self._most

    def lift(self) -> None:
        self._left = math.inf

    def _read(self, size: int) -> bytes:
        data = self._take(size)
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError(f"{self._what} has more than {self._most / 1e6:,.0f} MB.")
        return data


class Inflating(_Stream):
    """bzip2 or xz, one stream after another, never more than asked for in memory."""

    def __init__(self, inner: Readable, start: Callable[[], bz2.BZ2Decompressor | lzma.LZMADecompressor]) -> None:
        self._take = some(inner)
        self._start = start
        self._engine = start()

    def _read(self, size: int) -> bytes:
        while True:
            fresh = b""
            if self._engine.eof:
                fresh = self._engine.unused_data or self._take(CHUNK)
                if not fresh.strip(b"\0"):
                    return b""
                self._engine = self._start()
            elif self._engine.needs_input:
                fresh = self._take(CHUNK)
                if not fresh:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            if data := self._engine.decompress(fresh, size):
                return data


def xz_engine() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)


def head(stream: io.BufferedReader, size: int) -> bytes:
    """The next bytes, which stay to be read."""
    return stream.peek(size)[:size]


def buffered(stream: io.RawIOBase | io.BytesIO) -> io.BufferedReader:
    return io.BufferedReader(stream, CHUNK)


def exhaust(stream: Readable) -> None:
    """Reads to the end."""
    while stream.read(CHUNK):
        pass
