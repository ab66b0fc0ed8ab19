"""Lines of bytes, one after another, none longer than allowed; and the text in them, whatever its encoding."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from extract.readers.containers.streams import CHUNK, Plain, buffered
from extract.readers.decoding import MARKS, decode

#: For streams whose encoding cannot be found out row by row: what is not UTF-8 is Western European.
MOSTLY_UTF8 = "extract-mostly-utf-8"


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(MOSTLY_UTF8, _western)


class _Utf8:
    """Another encoding's bytes as UTF-8, a chunk at a time."""

    def __init__(self, stream: io.BufferedReader, codec: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(codec)("replace")
        self._ready = b""

    def read(self, size: int, /) -> bytes:
        while not self._ready:
            data = self._stream.read1(CHUNK)
            self._ready = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
            if not data:
                break
        taken, self._ready = self._ready[:size], self._ready[size:]
        return taken


def unmarked(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream after its byte order mark, in UTF-8 or whatever 8-bit encoding it is in."""
    start = stream.peek(4)
    for mark, codec in MARKS:
        if start.startswith(mark):
            stream.read(len(mark))
            return stream if codec == "utf-8" else buffered(Plain(_Utf8(stream, codec)))
    return stream


def lines(stream: io.BufferedReader, most: int) -> Iterator[bytes | None]:
    """Each line with its end; None for one of more than `most` bytes, which is passed over."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line
        else:
            while not line.endswith(b"\n") and (line := stream.readline(CHUNK)):
                pass
            yield None


def text_of(source: str, raw: bytes, declared: str | None) -> str:
    """The text of `raw`: plain UTF-8 as it is, anything else as `decode` finds it."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return decode(source, raw, declared)[0]
