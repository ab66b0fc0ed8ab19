"""All formats that can be read, articles and containers alike: for listings, and for counts by format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from shutil import which

from extract.errors import ReadError
from extract.readers.containers.container_registry import CONTAINERS, container_for, endings, recognised
from extract.readers.containers.members import Blob
from extract.readers.containers.streams import head
from extract.readers.draft import Input, with_name
from extract.readers.registry import READERS, SNIFFED, reader_for
from extract.readers.registry import endings as article_endings


class Kind(StrEnum):
    """How many articles a file of a format holds."""

    SINGLE = "single"
    CONTAINER = "container"


@dataclass(frozen=True, slots=True)
class Format:
    """`install` is what makes a format readable, such as the command for an extra; None for those that need nothing."""

    name: str
    kind: Kind
    endings: tuple[str, ...]
    media_types: tuple[str, ...]
    installed: bool
    install: str | None


def formats() -> tuple[Format, ...]:
    """The formats: those of single articles first."""
    single = (_format(r.name, Kind.SINGLE, r.endings, r.media_types, r.module, r.programs) for r in READERS)
    several = (_format(c.name, Kind.CONTAINER, c.endings, c.media_types, c.module) for c in CONTAINERS)
    return (*single, *several)


def _format(
    name: str,
    kind: Kind,
    endings: tuple[str, ...],
    media_types: tuple[str, ...],
    module: str | None,
    programs: tuple[str, ...] = (),
) -> Format:
    installed = (module is None or find_spec(module) is not None) and (not programs or any(map(which, programs)))
    install = f"pip install 'extract-claims[{name}]'" if module else None
    if programs:
        install = f"install one of {', '.join(programs)}"
    return Format(name, kind, endings, media_types, installed, install)


def all_endings() -> frozenset[str]:
    """The file name endings of everything that can be read, in lower case with their dot."""
    return article_endings() | endings()


def name_of(blob: Blob) -> str:
    """The name of a file's format, without reading more than its head; "unknown" where there is none."""
    try:
        if (container := container_for(blob)) is not None:
            return container.name
        start = head(blob.stream, SNIFFED)
        return reader_for(Input(blob.source, start, with_name(blob.hints, blob.name, blob.source))).name
    except (ReadError, OSError, EOFError, ValueError):
        return "unknown"


__all__ = ["Format", "Kind", "all_endings", "formats", "name_of", "recognised"]
