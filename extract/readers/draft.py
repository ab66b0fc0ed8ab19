"""What goes into a reader and what comes out: plain data, before any offset exists."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass, replace
from pathlib import PurePath

from extract.errors import UsageError
from extract.model import BlockKind
from extract.readers.dates import iso_date

#: Larger files are refused: one article is rarely above 1 MB.
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class ReadHints:
    """What whoever names the input knows about it; each value given wins over what the file says.

    `published` is a date in any form `dates.iso_date` reads, `media_type` chooses the reader,
    `encoding` the codec, `max_bytes` the largest input. `name` is what the bytes are called where their source
    says something else (a.html for a.html.gz), `notes` what is known of how they came here, `beside` the bytes of
    a file that describes them. Raises UsageError for what is no date or codec.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    url: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    name: str | None = None
    notes: tuple[str, ...] = ()
    beside: bytes = b""

    def __post_init__(self) -> None:
        if self.published and iso_date(self.published) is None:
            raise UsageError(f"{self.published!r} is not a date. Write 2024-03-12, 2024-03 or 2024.")
        if self.encoding:
            _check_codec(self.encoding)


def fingerprint(raw: bytes, hints: ReadHints) -> str:
    """SHA-256 in hex of an article's bytes, and of what describes it after them if there is anything."""
    return hashlib.sha256(raw + hints.beside if hints.beside else raw).hexdigest()


def with_name(hints: ReadHints, name: str, source: str) -> ReadHints:
    """The hints for bytes called `name` that go by `source`."""
    same = PurePath(name).suffix == PurePath(source).suffix
    return hints if same else replace(hints, name=name)


def _check_codec(name: str) -> None:
    try:
        codecs.lookup(name)
    except LookupError as error:
        raise UsageError(f"Unknown encoding {name!r}. Write utf-8, windows-1252 or another.") from error


@dataclass(frozen=True, slots=True)
class Input:
    """One file's bytes, the name it goes by, and what is known about it."""

    source: str
    raw: bytes
    hints: ReadHints

    @property
    def name(self) -> str:
        """What its ending is taken from."""
        return self.hints.name or self.source


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article as its format marks it; kind None: to be found out from its words."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader makes of a file; without pieces, only what the file says about itself.

    `published` is an ISO 8601 date, possibly year or month only. `notes` also say what was wrong with the file.
    """

    pieces: tuple[Piece, ...] = ()
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
