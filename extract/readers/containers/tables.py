"""CSV and TSV: a header, then one article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

from extract.errors import BrokenContainerError, ReadError, TooLargeError
from extract.readers.containers.article_rows import article
from extract.readers.containers.byte_lines import lines, text_of, unmarked
from extract.readers.containers.column_names import COMMON, folded
from extract.readers.containers.labels import in_list
from extract.readers.containers.member_failures import failed
from extract.readers.containers.members import Found, OpenContainer

_DELIMITERS = ",;\t|"
_KNOWN = frozenset(name for names in COMMON.values() for name in names)
_LONGEST_NAME = 60
_LONGEST_HEADER = 1_000_000
_MOST_COLUMNS = 2_000


def untable(container: OpenContainer) -> Iterator[Found]:
    stream = unmarked(container.blob.stream)
    feeder = _Feeder(container, stream)
    with _fields_of(container.box.limits.max_bytes):
        rows = csv.reader(feeder, delimiter=_delimiter(container.blob.name, stream), strict=True)
        names = _header(feeder, rows)
        columns = container.how.columns.of(names, links=container.how.fetch is not None)
        for number, cells in enumerate(_rows(feeder, rows), 1):
            if isinstance(cells, ReadError):
                yield failed(container.box.unique(in_list(container.blob.source, str(number))), cells)
            else:
                yield article(container, dict(zip(names, cells, strict=False)), columns, number, "text/csv")


def _rows(feeder: _Feeder, rows: Iterator[list[str]]) -> Iterator[list[str] | ReadError]:
    """The rows that are not empty; for one that cannot be read, why. After it the next line begins a row."""
    number = 0
    while True:
        feeder.begin()
        try:
            cells = next(rows)
            if any(cell.strip() for cell in cells):
                number += 1
                yield feeder.decoded(cells)
        except StopIteration:
            return
        except ReadError as error:  # its encoding
            yield error
        except _LongRow:
            number += 1
            most = f"{feeder.most / 1e6:,.1f} MB allowed"
            yield TooLargeError(f"row {number} has more than the {most}. Split it, or raise --max-bytes.")
        except csv.Error as error:
            number += 1
            if "end of data" in str(error):
                words = f"row {number} opens a quotation mark that nothing closes, up to the end of the file"
                raise BrokenContainerError(f"{words}. Save the table again.") from error
            yield BrokenContainerError(f"row {number} cannot be read ({error}). Save the table again.")


class _LongRow(Exception):  # noqa: N818 - caught where it is raised
    """A row of more bytes than one article may have."""


class _Feeder:
    """The lines that the csv module asks for, as text in which every byte can be found again."""

    def __init__(self, container: OpenContainer, stream: io.BufferedReader) -> None:
        self.most = container.box.limits.max_bytes
        self._opened = container
        self._lines = lines(stream, self.most)
        self._left = self.most

    def begin(self) -> None:
        """The next line begins a row."""
        self._left = self.most

    def __iter__(self) -> _Feeder:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._left -= len(line) if line is not None else self.most + 1
        if line is None or self._left < 0:
            raise _LongRow
        return line.decode("utf-8", "surrogateescape")

    def decoded(self, cells: list[str]) -> list[str]:
        """The cells, in the encoding that the whole row shows."""
        row = "\n".join(cell.replace("\n", "\v") for cell in cells)
        if row.isascii() or not any("\udc80" <= char <= "\udcff" for char in row):
            return cells
        blob = self._opened.blob
        text = text_of(blob.source, row.encode("utf-8", "surrogateescape"), blob.hints.encoding)
        return [cell.replace("\v", "\n") for cell in text.split("\n")]


def _header(feeder: _Feeder, rows: Iterator[list[str]]) -> list[str]:
    try:
        names = next(row for row in rows if any(row))
    except StopIteration:
        raise BrokenContainerError("it has no row. Leave it out, or save the table again.") from None
    except (csv.Error, _LongRow) as error:
        raise BrokenContainerError("its first line is not a header. Give its columns names.") from error
    if len(names) > _MOST_COLUMNS:
        raise BrokenContainerError(f"it has more than {_MOST_COLUMNS:,} columns. Take out those without articles.")
    return [name.strip() for name in feeder.decoded(names)]


def _delimiter(name: str, stream: io.BufferedReader) -> str:
    """The sign that parts the header into the most known names, else into the most columns."""
    line = stream.peek(_LONGEST_HEADER).split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
    preferred = "\t" if name.lower().endswith((".tsv", ".tab")) else ","
    return max(_DELIMITERS, key=lambda sign: (_known(line, sign), line.count(sign), sign == preferred))


def _known(line: str, sign: str) -> int:
    return sum(folded(cell) in _KNOWN for cell in line.split(sign)) if sign in line else 0


def is_table(head: bytes) -> bool:
    """Whether a file without a telling name opens with a header: a column for the text and another one known."""
    line = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    for sign in _DELIMITERS:
        cells = [folded(cell) for cell in line.split(sign) if len(cell) <= _LONGEST_NAME]
        if sum(cell in _KNOWN for cell in cells) >= 2 and any(cell in COMMON["text"] for cell in cells):
            return len(cells) == line.count(sign) + 1
    return False


@contextmanager
def _fields_of(most: int) -> Iterator[None]:
    """The csv module's limit is one for the whole process."""
    before = csv.field_size_limit(min(most, 2**31 - 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)
