"""Spreadsheets (Office Open XML and OpenDocument): a header in each sheet, then one article a row.

Read as streams and without a library, because those hold a sheet as a full grid: two cells far apart in a small file
would take all memory.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from extract.errors import BrokenContainerError, NoColumnError, TooLargeError
from extract.readers.containers.article_rows import article
from extract.readers.containers.labels import in_list
from extract.readers.containers.limits import HELD
from extract.readers.containers.members import Found, LeftOut, OpenContainer, Unpacking
from extract.readers.containers.zips import open_member, seekable
from extract.readers.zip_parts import attribute, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Row = list[str]
_MOST_COLUMNS = 2_000
_MOST_SHEETS = 1_000
#: A title may stand above the header.
_MOST_ABOVE = 20
_REFERENCE = re.compile(r"([A-Z]{1,3})\d*")
#: Numbers of the formats that show a number as a date (ECMA-376, 18.8.30), and the letters that do in others.
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_SHOWS_DATE = re.compile(r"[ymd]", re.IGNORECASE)
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DAY_ZERO = datetime(1899, 12, 30)
_FROM_1904 = 1462  # days


def unfold(container: OpenContainer) -> Iterator[Found]:
    with zipfile.ZipFile(seekable(container.blob.stream)) as archive:
        book = _Book(container, archive)
        problem: NoColumnError | None = None
        found = False
        for sheet, rows in book.sheets():
            try:
                names, columns, rest = _headed(rows, container.how)
            except NoColumnError as error:
                problem = problem or NoColumnError(f"sheet {sheet!r}: {error}")
                yield LeftOut(container.box.unique(in_list(container.blob.source, sheet)), "sheet without articles")
                continue
            for number, row in enumerate(filter(any, rest), 1):
                place = f"{sheet} {number}" if found else str(number)
                yield article(container, dict(zip(names, row, strict=False)), columns, place, "text/csv")
            found = True
        if not found:
            raise problem or BrokenContainerError("it has no rows. Leave it out, or save it again.")


def _headed(rows: Iterator[Row], how: Unpacking) -> tuple[Row, dict[str, str], Iterator[Row]]:
    """The names of the columns, which of them hold what, and the rows below them. Raises NoColumnError."""
    problem = NoColumnError("it is empty.")
    for at, names in enumerate(islice(filter(any, rows), _MOST_ABOVE)):
        try:
            return names, how.columns.of(names, links=how.fetch is not None), rows
        except NoColumnError as error:
            problem = problem if at else error
    raise problem


class _Book:
    """A workbook as the rows of its sheets, in order."""

    def __init__(self, container: OpenContainer, archive: zipfile.ZipFile) -> None:
        self._container = container
        self._archive = archive

    def sheets(self) -> Iterator[tuple[str, Iterator[Row]]]:
        if "content.xml" in self._archive.namelist():
            yield from self._open_document()
            return
        workbook = next(self._elements("xl/workbook.xml", "workbook"), None)
        if workbook is None:
            raise BrokenContainerError("it has no workbook. Save it again.")
        relations = self._elements("xl/_rels/workbook.xml.rels", "Relationships")
        targets = {attribute(e, "Id"): attribute(e, "Target") for relation in relations for e in relation}
        strings = self._strings()
        dates = self._dates(_FROM_1904 if any(attribute(e, "date1904") in ("1", "true") for e in workbook) else 0)
        for sheet in islice(workbook.iter("{*}sheet"), _MOST_SHEETS):
            target = targets.get(attribute(sheet, "id"), "").lstrip("/")
            part = target if target.startswith("xl/") else posixpath.join("xl", target)
            if target:
                yield attribute(sheet, "name"), self._rows(part, strings, dates)

    def _elements(self, part: str, name: str) -> Iterator[Element]:
        """The elements of this name in a part as each ends; none if there is no such part."""
        from lxml.etree import iterparse

        if part not in self._archive.namelist():
            return
        stream = open_member(self._archive, self._archive.getinfo(part), self._container.box)
        parsing = iterparse(
            cast("Any", stream), events=("end",), tag=f"{{*}}{name}", resolve_entities=False, load_dtd=False,
            no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True,
        )  # fmt: skip
        for _, element in parsing:
            yield element
            element.clear(keep_tail=False)
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
        if fatal := [entry for entry in parsing.error_log if entry.level_name == "FATAL"]:
            raise BrokenContainerError(f"its part {part} is damaged ({fatal[-1].message}). Save it again.")

    def _strings(self) -> list[str]:
        """The texts that cells refer to by number."""
        found: list[str] = []
        size = 0
        for item in self._elements("xl/sharedStrings.xml", "si"):
            found.append(_words(item))
            size += len(found[-1])
            if size > HELD:
                raise TooLargeError("it has too much text for a spreadsheet. Save it as CSV.")
        return found

    def _dates(self, shift: int) -> dict[int, int]:
        """The styles of cells that show their number as a date, each with the days between its calendar and 1900."""
        styles = next(self._elements("xl/styles.xml", "styleSheet"), None)
        if styles is None:
            return {}
        custom = {
            attribute(e, "numFmtId"): bool(_SHOWS_DATE.search(_NOT_SHOWN.sub("", attribute(e, "formatCode"))))
            for e in styles.iter("{*}numFmt")
        }
        used = [attribute(e, "numFmtId") for formats in styles.iter("{*}cellXfs") for e in formats]
        shown = (custom.get(number, number.isdecimal() and int(number) in _DATE_FORMATS) for number in used)
        return {style: shift for style, is_date in enumerate(shown) if is_date}

    def _rows(self, part: str, strings: list[str], dates: dict[int, int]) -> Iterator[Row]:
        for row in self._elements(part, "row"):
            cells: dict[int, str] = {}
            for cell in row:
                match = _REFERENCE.match(attribute(cell, "r"))
                at = _column(match[1]) if match else max(cells, default=-1) + 1
                if at < _MOST_COLUMNS:
                    cells[at] = _shown(cell, strings, dates)
            yield [cells.get(at, "") for at in range(max(cells, default=-1) + 1)]

    def _open_document(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """The sheets of an OpenDocument file, whose rows come one after another with the sheet that they stand in."""
        rows = self._elements("content.xml", "table-row")
        row = next(rows, None)
        while row is not None:
            table = next(row.iterancestors("{*}table"))
            pending: list[Element | None] = [row]

            def of_sheet(table: Element = table, pending: list[Element | None] = pending) -> Iterator[Row]:
                while (current := pending[0]) is not None and table in current.iterancestors("{*}table"):
                    yield list(_open_cells(current))
                    pending[0] = next(rows, None)

            inner = of_sheet()
            yield attribute(table, "name"), inner
            for _ in inner:
                pass
            row = pending[0]


def _words(element: Element) -> str:
    """The runs of a text, without how East Asian characters are read out."""
    return "".join(
        str(t.text or "") for t in element.iter("{*}t") if not any(local_name(e) == "rPh" for e in t.iterancestors())
    )


def _column(letters: str) -> int:
    """0 for "A", 27 for "AB"."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _shown(cell: Element, strings: list[str], dates: dict[int, int]) -> str:
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return _words(cell).strip()
    written = next((str(e.text or "") for e in cell if local_name(e) == "v"), "")
    if kind == "s":
        if not written.isdecimal() or int(written) >= len(strings):
            raise BrokenContainerError("a cell refers to a text that is not there. Save it again.")
        return strings[int(written)].strip()
    if kind in ("str", "d", "b", "e") or not written:
        return "" if kind == "e" else written.strip()
    style = attribute(cell, "s")
    return _number(written, dates.get(int(style)) if style.isdecimal() else dates.get(0))


def _number(written: str, shift: int | None) -> str:
    """A number as written; the day that one is shown as, with the time where it is not midnight."""
    if shift is None:
        return written.removesuffix(".0")
    try:
        moment = _DAY_ZERO + timedelta(days=float(written) + shift)
    except (ValueError, OverflowError):
        return written
    moment += timedelta(seconds=30)  # a fraction of a day is a little below the minute that it stands for
    return moment.strftime("%Y-%m-%d" if (moment.hour, moment.minute) == (0, 0) else "%Y-%m-%dT%H:%M")


def _open_cells(row: Element) -> Iterator[str]:
    """The cells of an OpenDocument row; empty ones at its end may stand for thousands."""
    count = 0
    for cell in row:
        kind = attribute(cell, "value-type")
        paragraphs = ("".join(p.itertext()) for p in cell if local_name(p) == "p")
        shown = attribute(cell, "date-value") if kind == "date" else "\n".join(paragraphs)
        repeated = attribute(cell, "number-columns-repeated")
        times = min(int(repeated), _MOST_COLUMNS - count) if repeated.isdecimal() else 1
        yield from [shown.strip()] * times
        count += times
        if count >= _MOST_COLUMNS:
            return
