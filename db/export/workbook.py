"""XLSX: a table as a workbook that spreadsheets open as it is. It takes the extra `xlsx` (XlsxWriter).

Cells are text or numbers, never formulas, so nothing has to be escaped. Only the column of our own links has links.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from typing import Any

from db.export import csv_tables
from db.export.export_formats import Batches, Format, register
from extract.errors import InputError, require_extra

#: What one sheet and one cell of it hold.
MAX_ROWS, _MAX_CHARS = 1_048_575, 32_767
_AS_IT_IS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
#: The time in the file: the same rows give the same bytes.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_CHUNK_BYTES = 256 * 1024
#: A sheet holds no more links; the others are written as text.
_MAX_LINKS = 65_530
#: Widths of columns in characters: of those that hold sentences and titles, and of the others.
_WIDE, _WIDTH = 60, 18
_LONG = frozenset({"sentence", "title", "words"})


def encode(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """The bytes of a workbook with one sheet. Raises MissingExtraError, and InputError for more rows than it holds."""
    require_extra("xlsx", "xlsxwriter")
    import xlsxwriter

    with tempfile.TemporaryFile() as file:
        book = xlsxwriter.Workbook(file, {"constant_memory": True, **_AS_IT_IS})
        book.set_properties({"created": _MADE})
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _WIDE if column in _LONG else _WIDTH)
        sheet.write_row(0, 0, columns, bold)
        link = columns.index("link") if "link" in columns else None
        number = 0
        for number, row in enumerate(rows, 1):
            if number > MAX_ROWS:
                raise InputError(f"A sheet holds {MAX_ROWS:,} rows. Export fewer, or as CSV.")
            sheet.write_row(number, 0, [_cell(value) for value in row])
            if link is not None and row[link] and number <= _MAX_LINKS:
                sheet.write_url(number, link, row[link])
        sheet.autofilter(0, 0, number, len(columns) - 1)
        book.close()
        file.seek(0)
        while part := file.read(_CHUNK_BYTES):
            yield part


def _cell(value: Any) -> Any:
    """A value as a cell has it: numbers too long for a spreadsheet's digits stay text."""
    if isinstance(value, str):
        return value[:_MAX_CHARS]
    return str(value) if isinstance(value, int) and abs(value) >= 10**15 else value


def encode_claims(found: Batches, server: str = csv_tables.SERVER) -> Iterator[bytes]:
    """The workbook of all claims. `server` is the address that links begin with."""
    cells: Callable[[Any], list[Any]] = partial(csv_tables.cells, server=server)
    return encode(list(csv_tables.COLUMNS), map(cells, chain.from_iterable(found)))


FORMAT = register(Format("xlsx", "Write claims as an Excel workbook (extra: xlsx).", encode_claims))
