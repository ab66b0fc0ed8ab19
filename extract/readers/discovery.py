"""Which files `ingest` reads: named files, folders with all below them, globs, and "-" for standard input."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import EmptyInputError, MissingPathError
from extract.readers.files import STANDARD_INPUT, label
from extract.readers.sidecar import is_sidecar

_LOOKED_AT = 2048
#: Whether a file of this name that begins with these bytes is something to read.
Recognised = Callable[[str, bytes], bool]


def _none(_name: str, _start: bytes) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Discovery:
    """`sources` are what to read; `skipped` the files of folders that look like nothing to read. Both sorted."""

    sources: tuple[str, ...]
    skipped: tuple[str, ...] = ()


def discover(paths: Sequence[str], endings: Collection[str], recognised: Recognised = _none) -> Discovery:
    """The files that `paths` name, each once, in an order that does not hang on the file system.

    A file named by itself is taken whatever its ending; of a folder, those with one of `endings` (lower
    case, with dot), those that are `recognised` by their first 2 kB, and folders in it that cannot be read (which
    fail as a file does). Hidden files and folders are left out
    unless named; links are followed, loops are not. Files that describe others (`sidecar`) are left out always.
    Raises MissingPathError and EmptyInputError.
    """
    sources: dict[str, None] = {}
    skipped: dict[str, None] = {}
    closed: dict[str, None] = {}
    for path in paths:
        for named in _expand(path):
            if named != STANDARD_INPUT and os.path.isdir(named):  # noqa: PTH112 - Path.is_dir raises for a long name
                for file in _walk(named, closed):
                    ending = os.path.splitext(file)[1].lower()  # noqa: PTH122 - `Path` takes ten times as long
                    taken = ending in endings or recognised(file, start_of(file))
                    (sources if taken else skipped)[file] = None
            else:
                sources[named] = None
    sources = {source: None for source in sources if not is_sidecar(source)} | closed
    skipped = {file: None for file in skipped if not is_sidecar(file)}
    if not sources:
        raise EmptyInputError(_empty(paths))
    return Discovery(_sorted(sources), _sorted(set(skipped) - set(sources)))


def start_of(path: str) -> bytes:
    """The first bytes of a file; none if it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return file.read(_LOOKED_AT)
    except OSError:
        return b""


def _expand(path: str) -> list[str]:
    """The path itself if there is something, else what it matches as a pattern."""
    if path == STANDARD_INPUT:
        return [path]
    if os.path.lexists(path):
        return [os.path.normpath(path)]
    matches = [os.path.normpath(match) for match in glob.iglob(path, recursive=True)]  # noqa: PTH207
    if not matches:
        raise MissingPathError(_missing(path))
    return matches


def _walk(folder: str, closed: dict[str, None]) -> Iterator[str]:
    """The regular files below `folder`; folders that cannot be read go into `closed`. Each folder is entered once, by
    its own name before any link's."""
    entered: set[tuple[int, int]] = set()
    for top, folders, files in os.walk(folder, followlinks=True, onerror=lambda error: _note(error, closed)):
        status = Path(top).stat()
        if (status.st_dev, status.st_ino) in entered:
            folders.clear()
            continue
        entered.add((status.st_dev, status.st_ino))
        visible = (name for name in folders if not name.startswith("."))
        folders[:] = sorted(visible, key=lambda name: (os.path.islink(os.path.join(top, name)), name))  # noqa: PTH114, PTH118
        yield from (os.path.join(top, name) for name in files if not name.startswith(".") and _regular(top, name))  # noqa: PTH118


def _note(error: OSError, closed: dict[str, None]) -> None:
    """A folder that may not be looked into would otherwise be taken for an empty one: reading it says why it fails."""
    if not isinstance(error, FileNotFoundError):
        closed[str(error.filename)] = None


def _regular(top: str, name: str) -> bool:
    """Neither a pipe nor a device, which would block; a broken link, or what is closed, is reported when it is read."""
    try:
        return stat.S_ISREG(os.stat(os.path.join(top, name)).st_mode)  # noqa: PTH116, PTH118
    except OSError:
        return True


def _sorted(names: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: name.split(os.sep)))  # noqa: PTH206 - as above


def _missing(path: str) -> str:
    if glob.has_magic(path):
        return f"Nothing matches {label(path)!r}. Check the pattern and the folder it starts from."
    return f"There is no file or folder {label(path)!r}. Check the spelling, and which folder you are in."


def _empty(paths: Sequence[str]) -> str:
    named = ", ".join(map(label, paths)) or "what you named"
    return f"There is no file in {named} that can be read. `extract formats` lists the kinds of files that can."
