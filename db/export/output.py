"""Where an export goes: a file that is there whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO

from db.database_files import FULL, part_beside
from extract.errors import FullDiskError, InputError, MissingPathError


class Sink:
    """Takes bytes, counts and hashes them on their way."""

    def __init__(self, file: IO[bytes]) -> None:
        self.size = 0
        self._file = file
        self._digest = sha256()

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self.size += len(data)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


@contextmanager
def output(path: Path | None) -> Iterator[Sink]:
    """A sink for the file `path`, or for standard output if it is None.

    A file is written beside its place and renamed into it when all is well: one that is killed leaves what
    was there before. Pipes and devices are written to as they are. Raises MissingPathError, FullDiskError
    or InputError.
    """
    if path is None:
        yield Sink(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with _clear_errors(path), _written(path) as file:
        yield Sink(file)


@contextmanager
def _written(path: Path) -> Iterator[IO[bytes]]:
    path = path.resolve()  # a link stays a link, and its target is replaced
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    with part_beside(path) as part:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(path))
        part.replace(path)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise MissingPathError(f"There is no folder {path.parent} to write {path.name} to.") from error
    except IsADirectoryError as error:
        raise InputError(f"{path} is a folder. Name a file with -o.") from error
    except OSError as error:
        if error.errno in FULL:
            raise FullDiskError(f"The disk is full: {path} was not written. Make room and export again.") from error
        raise InputError(f"{path} cannot be written: {error.strerror}. Name another file with -o.") from error
