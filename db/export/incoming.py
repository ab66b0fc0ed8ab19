"""A table that comes back from a spreadsheet: in whatever encoding, with whatever separator it was saved.

UTF-8, UTF-16 and, where neither will do, Windows-1252; commas, semicolons, tabs or bars; any line ends; columns in any
order. What cannot be told for sure is an InputError that says how to save the file.
"""

from __future__ import annotations

import codecs
import csv
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.export.csv_tables import unescaped
from extract.errors import InputError, UsageError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BOOKS = {
    b"PK\x03\x04": "a workbook",
    b"\xd0\xcf\x11\xe0": "an old workbook",
    b"%PDF": "a PDF",
    b"SQLite": "a database",
}
_BLANK = b"\t\r\n"
_SEPARATORS = ",;\t|"
#: Longer cells are no words of a sentence: a quotation mark is not closed.
_LONGEST = 1_000_000
_AS_CSV = "Save it as CSV (UTF-8) from the spreadsheet."
#: Bytes of a pipe, which is read once and held. (A file is not held.)
_MOST_PIPED = 200_000_000


@dataclass(frozen=True, slots=True)
class _Source:
    """A file, or what came through a pipe: that can be read only once, and a table is read several times."""

    path: Path
    piped: bytes | None

    def open(self) -> BinaryIO:
        return self.path.open("rb") if self.piped is None else io.BytesIO(self.piped)

    def __str__(self) -> str:
        return "Standard input" if self.path == Path("-") else str(self.path)


@dataclass(frozen=True, slots=True)
class Incoming:
    """How a file is to be read. `numbered` goes through its rows."""

    source: _Source
    encoding: str
    separator: str
    skipped: int  # a line "sep=;" before the heading
    columns: tuple[str, ...]

    def numbered(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows that hold anything, by their number in a spreadsheet; cells as they were before any escape.

        Cells beyond the heading's are told under "". Raises InputError for a file that is broken.
        """
        with io.TextIOWrapper(self.source.open(), encoding=self.encoding) as lines:
            for _ in range(self.skipped):
                lines.readline()
            yield from self._rows(lines)

    def _rows(self, lines: Iterator[str]) -> Iterator[tuple[int, dict[str, str]]]:
        limit = csv.field_size_limit(_LONGEST)
        rows = csv.reader(lines, delimiter=self.separator, strict=True)
        try:
            next(rows)
            for number, cells in enumerate(rows, 2 + self.skipped):
                if any(cell.strip() for cell in cells):
                    yield number, self._row(cells)
        except csv.Error as error:
            line = rows.line_num + self.skipped
            raise InputError(
                f"{self.source} cannot be read at line {line} ({error}). Check whether each quotation mark is closed. "
                "Nothing was changed."
            ) from error
        except UnicodeError as error:
            raise InputError(f"{self.source} is not valid {self.encoding} ({error}). {_AS_CSV}") from error
        finally:
            csv.field_size_limit(limit)

    def _row(self, cells: Sequence[str]) -> dict[str, str]:
        width = len(self.columns)
        row = dict.fromkeys(self.columns, "")
        row |= zip(self.columns, (cell.replace("\0", "") for cell in cells), strict=False)
        row[""] = " ".join(cells[width:]).strip()
        return unescaped(row)


def look(path: Path, needed: Sequence[str]) -> Incoming:
    """How to read a file that has to have these columns; "-" is standard input. Raises InputError, UsageError."""
    try:
        source = _source(path)
        with source.open() as file:
            start = file.read(65536)
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}).") from error
    for magic, kind in _BOOKS.items():
        if start.startswith(magic):
            raise InputError(f"{source} is {kind}, not CSV. {_AS_CSV}")
    encoding = _encoding(source, start)
    skipped, heading = _heading(start.decode(encoding, "ignore"))
    for separator in _SEPARATORS:
        columns = tuple(name.strip().lower() for name in next(csv.reader(heading, delimiter=separator), []))
        if set(needed) <= set(columns):
            _refuse_twice(columns)
            return Incoming(source, encoding, separator, skipped, columns)
    missing = [name for name in needed if name not in "".join(heading[:1]).lower()]
    if not missing:
        raise UsageError(f"The heading of {source} cannot be split into columns. {_AS_CSV}")
    raise UsageError(
        f"The table has no column {' and no column '.join(map(repr, missing))}. "
        "Make one with `extract export csv --for-review`."
    )


def _source(path: Path) -> _Source:
    if path == Path("-"):
        return _Source(path, _piped(sys.stdin.buffer, "Standard input"))
    if path.is_file():
        return _Source(path, None)
    with path.open("rb") as pipe:
        return _Source(path, _piped(pipe, str(path)))


def _piped(pipe: BinaryIO, name: str) -> bytes:
    content = pipe.read(_MOST_PIPED + 1)
    if len(content) > _MOST_PIPED:
        raise InputError(
            f"{name} is not a file and has more than {_MOST_PIPED:,} bytes. Save it to a file, and name that."
        )
    return content


def _heading(start: str) -> tuple[int, list[str]]:
    """How many lines come before the heading, and the lines from it on: a name in quotes may go over several, and has
    characters that are no line's end here, though `splitlines` takes them for one."""
    lines = list(io.StringIO(start, newline=None))
    skipped = int(bool(lines) and lines[0].lower().startswith("sep="))
    return skipped, lines[skipped:]


def _refuse_twice(columns: Sequence[str]) -> None:
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise UsageError(f"The column {twice[0]!r} appears twice. Remove one of them.")


def _encoding(source: _Source, start: bytes) -> str:
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    if start[1:200:2].count(0) > 60:
        return "utf-16-le"
    if sum(byte < 32 and byte not in _BLANK for byte in start[:2000]) > 20:
        raise InputError(f"{source} holds binary data, not CSV. {_AS_CSV}")
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with source.open() as file:
            while piece := file.read(1 << 20):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
