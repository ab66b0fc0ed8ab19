"""What a container gives, and what it is given: names with streams behind them."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import Protocol

from extract.model import Failure
from extract.readers.containers.column_names import Columns
from extract.readers.containers.limits import Box, Limits
from extract.readers.dates import iso_date
from extract.readers.draft import Input, ReadHints


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that may be an article or hold some. `name` is what they are called for choosing how to read them.

    What is `named` (by the user, or as the only thing in a container) is tried whatever its ending; other files
    of an archive only if they look like an article. `depth` counts the containers around it. `address` is where it was
    fetched from.
    """

    source: str
    name: str
    stream: io.BufferedReader
    hints: ReadHints
    depth: int = 0
    named: bool = True
    address: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A member that no article can be in (a picture, a redirect). `what` says what it is, for counts."""

    source: str
    what: str


class Fetch(Protocol):
    """Gets pages from the web."""

    def linked(self, source: str, url: str, hints: ReadHints, depth: int) -> Blob | Failure | LeftOut:
        """The page at an address; a failure, or what it is where it can be no article or is there already."""


@dataclass(frozen=True, slots=True)
class Unpacking:
    """How containers are unpacked: within which limits, which columns of tables hold what, and what gets the pages that
    are only linked to; None: nothing is fetched."""

    limits: Limits = field(default_factory=Limits)
    columns: Columns = field(default_factory=Columns)
    fetch: Fetch | None = None


@dataclass(slots=True)
class OpenContainer:
    """One container while it is read: what it is, what it may take, how it is unpacked."""

    blob: Blob
    box: Box
    how: Unpacking = field(default_factory=Unpacking)

    def as_record(self, media_type: str) -> ReadHints:
        """The hints of a member that came as fields (`readers.record`), from a file of this type."""
        return replace(self.blob.hints, media_type=media_type, encoding=None)


def described_by(hints: ReadHints, outlet: str | None, published: str | None) -> ReadHints:
    """The hints for a page whose outlet and date are known from what links to it. A domain is no outlet's name."""
    named = outlet if outlet and "." not in outlet else None
    return replace(hints, outlet=hints.outlet or named, published=hints.published or iso_date(published))


#: An article ready to be read, one that cannot be, or one that nobody wants to.
Member = Input | Failure | LeftOut
Found = Blob | Member
