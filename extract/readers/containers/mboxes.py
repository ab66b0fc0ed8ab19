"""MBOX: e-mail messages one after another, each after a line "From sender date" (RFC 4155)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.errors import TooLargeError
from extract.readers.containers.byte_lines import lines
from extract.readers.containers.labels import in_list
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Found, OpenContainer
from extract.readers.draft import Input

_BEGIN = re.compile(rb"From \S+ .*\d\d:\d\d.*\d{4}\s*$")
#: "From " at the beginning of a line of a message is written with ">" before it.
_QUOTED = re.compile(rb">+From ")
_ID = re.compile(rb"^message-id:\s*<([^<>\r\n]{1,200})>", re.IGNORECASE | re.MULTILINE)
_MOST_HEADERS = 20_000  # bytes


def is_mbox(start: bytes) -> bool:
    return bool(_BEGIN.match(start.split(b"\n", 1)[0].rstrip(b"\r")))


def unmail(container: OpenContainer) -> Iterator[Found]:
    """Each message, called by its Message-ID, else by its number."""
    hints = replace(container.blob.hints, media_type="message/rfc822", encoding=None)
    for number, raw in enumerate(_messages(container), 1):
        match = _ID.search(raw[:_MOST_HEADERS]) if raw else None
        key = match[1].decode("ascii", "replace") if match else str(number)
        source = container.box.unique(in_list(container.blob.source, key))
        if raw is None:
            most = f"{container.box.limits.max_bytes / 1e6:,.1f} MB allowed"
            yield failed(source, TooLargeError(f"message {number} has more than the {most}. Raise --max-bytes."))
        else:
            yield Input(source, raw, hints)


def _messages(container: OpenContainer) -> Iterator[bytes | None]:
    """The bytes of the messages in order; None for one that is too large."""
    most = container.box.limits.max_bytes
    parts: list[bytes] | None = None
    size, blank = 0, True
    for line in lines(container.blob.stream, most):
        if line is not None and blank and _BEGIN.match(line):
            if parts is not None:
                yield b"".join(parts) if size <= most else None
            parts, size = [], 0
        elif parts is not None:
            size += most + 1 if line is None else len(line)
            if size <= most and line is not None:
                parts.append(line[1:] if _QUOTED.match(line) else line)
        blank = line is not None and not line.strip()
    if parts is not None:
        yield b"".join(parts) if size <= most else None
