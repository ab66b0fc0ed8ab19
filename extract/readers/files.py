"""From a path to its bytes, within limits and with errors that say what to do."""

from __future__ import annotations

import os
import sys

from extract.errors import ReadError, TooLargeError, VanishedError
from extract.readers.draft import MAX_BYTES

STANDARD_INPUT = "-"


def load(source: str, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of the file `source`, or of standard input for "-".

    Raises VanishedError if it is not there (any more), TooLargeError, and ReadError if it may not be read.
    """
    try:
        raw = _read(source, max_bytes)
    except FileNotFoundError as error:
        raise VanishedError(f"{label(source)} is not there any more. Run the same command again.") from error
    except OSError as error:
        raise ReadError(
            f"{label(source)} cannot be read ({error.strerror or error}). Check its permissions, or leave it out."
        ) from error
    if len(raw) > max_bytes:
        raise TooLargeError(
            f"{label(source)} is larger than the {max_bytes / 1e6:,.1f} MB allowed for one article. "
            "Split it, or raise the limit."
        )
    return raw


def _read(source: str, max_bytes: int) -> bytes:
    """One byte more than allowed tells a file that is too large from one that just fits."""
    if source == STANDARD_INPUT:
        return sys.stdin.buffer.read(max_bytes + 1)
    with open(source, "rb", opener=_open) as file:
        return file.read(max_bytes + 1)


def _open(source: str, flags: int) -> int:
    """Does not wait for somebody to open the other end of a pipe: one that nobody writes to is empty."""
    opened = os.open(source, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(opened, True)
    return opened


def label(source: str) -> str:
    """A name fit to be stored and shown, whatever bytes the file system has in it."""
    return source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
