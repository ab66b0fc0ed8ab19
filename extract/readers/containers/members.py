"""What a container gives, and what it is given: names with streams behind them."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace

from extract.model import Failure
from extract.readers.containers.column_names import Columns
from extract.readers.containers.limits import Box, Limits
from extract.readers.draft import Input, ReadHints


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that may be an article or hold some. `name` is what they are called for choosing how to read them.

    What is `named` (by the user, or as the only thing in a container) is tried whatever its ending; other files
    of an archive only if they look like an article. `depth` counts the containers around it.
    """

    source: str
    name: str
    stream: io.BufferedReader
    hints: ReadHints
    depth: int = 0
    named: bool = True


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A member that no article can be in (a picture, a redirect). `what` says what it is, for counts."""

    source: str
    what: str


@dataclass(frozen=True, slots=True)
class Unpacking:
    """How containers are unpacked: within which limits, and which columns of tables hold what."""

    limits: Limits = field(default_factory=Limits)
    columns: Columns = field(default_factory=Columns)


@dataclass(slots=True)
class OpenContainer:
    """One container while it is read: what it is, what it may take, how its columns are called."""

    blob: Blob
    box: Box
    columns: Columns

    def as_record(self, media_type: str) -> ReadHints:
        """The hints of a member that came as fields (`readers.record`), from a file of this type."""
        return replace(self.blob.hints, media_type=media_type, encoding=None)


#: An article ready to be read, one that cannot be, or one that nobody wants to.
Member = Input | Failure | LeftOut
Found = Blob | Member
