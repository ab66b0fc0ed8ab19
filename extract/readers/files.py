"""From a path to its bytes, within limits and with errors that say what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extract.errors import ReadError, TooLargeError, VanishedError
from extract.readers.draft import MAX_BYTES

STANDARD_INPUT = "-"


def load(source: str, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of the file `source`, or of standard input for "-".

    Raises VanishedError if it is not there (any more), TooLargeError, and ReadError if it may not be read.
    """
    with opened(source) as file:  # one byte more than allowed tells what is too large from what just fits
        raw = file.read(max_bytes + 1)
    if len(raw) > max_bytes:
        raise TooLargeError(
            f"{label(source)} is larger than the {max_bytes / 1e6:,.1f} MB allowed for one article. "
            "Split it, or raise the limit."
        )
    return raw


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """The file `source`, or standard input for "-", to be read from. Errors as in `load`, also while it is read."""
    try:
        if source == STANDARD_INPUT:
            yield sys.stdin.buffer
        else:
            with open(source, "rb", opener=_open) as file:
                yield file
    except FileNotFoundError as error:
        if Path(source).is_symlink():
            raise ReadError(f"{label(source)} is a link to a file that is not there. Leave it out.") from error
        raise VanishedError(f"{label(source)} no longer exists. Run the same command again.") from error
    except OSError as error:
        raise ReadError(
            f"{label(source)} cannot be read ({error.strerror or error}). Check its permissions, or leave it out."
        ) from error


def _open(source: str, flags: int) -> int:
    """Does not wait for somebody to open the other end of a pipe: one that nobody writes to is empty."""
    opened = os.open(source, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(opened, True)
    return opened


def name_from(source: str, base: Path, folders: dict[str, str] | None = None) -> str:
    """What a file is called in a database: its path from the folder `base`, wherever one stands.

    A folder of articles and its database may move together; files elsewhere keep their full path. `folders` keeps the
    real paths of folders, for who names many files of them.
    """
    if known := _inside(source, base, {} if folders is None else folders):
        return label(known)
    whole = Path(source).absolute()
    if ".." in whole.parts:  # "../news/a.txt" from here and from there is one file
        whole = Path(os.path.realpath(whole.parent), whole.name)
    there = os.path.exists(whole)  # noqa: PTH110 - unlike Path.exists it raises nothing where a folder is closed
    inside = Path(os.path.realpath(source)) if there else whole  # a broken link is called by its own name
    return label(inside.relative_to(base).as_posix() if inside.is_relative_to(base) else whole.as_posix())


def _real(source: str, folders: dict[str, str]) -> str:
    place, name = os.path.split(source)
    if name in ("", os.curdir, os.pardir) or os.path.islink(source):  # noqa: PTH114
        return os.path.realpath(source)
    if place not in folders:
        folders[place] = os.path.realpath(place)
    return os.path.join(folders[place], name)  # noqa: PTH118


def _inside(source: str, base: Path, folders: dict[str, str]) -> str | None:
    """The path of a file that is there from the folder `base`; None if it is not in it. (Without `Path`, which takes
    longer than all else that is done with an unchanged file.)"""
    if not os.path.exists(source):  # noqa: PTH110
        return None
    real, folder = _real(source, folders), os.path.join(base, "")  # noqa: PTH118 - ends with one slash
    return real[len(folder) :].replace(os.sep, "/") or None if real.startswith(folder) else None


def label(source: str) -> str:
    """A name fit to be stored and shown, whatever bytes the file system has in it."""
    return source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def size_of(source: str) -> int:
    """A file's bytes; 0 if nobody knows."""
    try:
        return 0 if source == STANDARD_INPUT else os.stat(source).st_size  # noqa: PTH116
    except OSError:
        return 0
