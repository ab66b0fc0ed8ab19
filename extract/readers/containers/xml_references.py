"""The bytes of XML with every reference a number: feeds are full of names that XML does not know (&nbsp;) and of
bare ampersands, after which libxml2 loses what it knows. It also leaves nothing for a document's own entities,
the harmful ones among them, to be referred to by."""

from __future__ import annotations

import html
import re

from extract.readers.containers.streams import CHUNK, Readable, some

_REFERENCE = re.compile(rb"&(?:#(?P<decimal>\d{1,7})|#[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<name>[A-Za-z]\w{0,31}));|&")
_UNFINISHED = re.compile(rb"&[#\w]{0,33}\Z")
#: What no XML may hold, not even as a reference.
_CONTROLS = bytes(code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D))


class Numbered:
    """A stream of UTF-8 (or another code that shares ASCII's part) with its references replaced."""

    def __init__(self, inner: Readable) -> None:
        self._take = some(inner)
        self._kept = b""
        self._ready = b""

    def read(self, size: int, /) -> bytes:
        while not self._ready:
            data = self._take(CHUNK)
            whole = (self._kept + data).translate(None, _CONTROLS)
            cut = _UNFINISHED.search(whole) if data else None
            self._kept = whole[cut.start() :] if cut else b""
            self._ready = _REFERENCE.sub(_number, whole[: cut.start()] if cut else whole)
            if not data:
                break
        taken, self._ready = self._ready[:size], self._ready[size:]
        return taken


def _number(match: re.Match[bytes]) -> bytes:
    if match["name"]:
        name = match["name"].decode("ascii", "replace")
        known = html.unescape(f"&{name};")
        return _numbers(known) if known != f"&{name};" else b"&#38;" + match[0][1:]
    if match["decimal"] or match["hex"]:
        code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
        return b"&#%d;" % code if _allowed(code) else b""
    return b"&#38;"


def _numbers(text: str) -> bytes:
    return b"".join(b"&#%d;" % ord(char) for char in text)


def _allowed(code: int) -> bool:
    """XML 1.0's Char."""
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
