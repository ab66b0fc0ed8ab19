"""Columns to lines of text: words parted where there is a gap, footnote marks gone, initials joined to their word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.readers.pdf.baselines import without_marks
from extract.readers.pdf.columns import columns
from extract.readers.pdf.page_text import Cell, Line, Row, Run, in_reading_order

_SPACE = 0.12  # of the font size: a wider gap parts words
_CELL = 2.0  # of the font size: a wider gap parts cells of a table
_INITIAL = 1.8  # an initial is so much larger than the text
_MOST_INITIAL = 2  # characters


def lines_of(pages: Sequence[Sequence[Row]]) -> list[Line]:
    """The lines of all pages in reading order."""
    found: list[Line] = []
    number = 0
    for page, rows in enumerate(pages):
        for column in columns(rows):
            found += _column(column, page, number)
            number += 1
    return found


def _column(rows: Sequence[Row], page: int, number: int) -> Iterator[Line]:
    rows = _with_initials(rows)
    edges = _edges(rows)
    for row in map(without_marks, rows):
        left, right = edges.get(round(row.size), (row.x0, row.x1))
        main = row.main
        cells = tuple(_cells(row))
        bold, italic = (_mostly(row, name) for name in ("bold", "italic"))
        text = in_reading_order(" ".join(cell.text for cell in cells))
        cells = tuple(replace(cell, text=in_reading_order(cell.text)) for cell in cells)
        yield Line(text, row.x0, row.x1, row.y, main.size, bold, italic, page, number, left, right, cells)


def _edges(rows: Sequence[Row]) -> dict[int, tuple[float, float]]:
    """Where lines of each font size begin and end: a title may be wider than the text below it."""
    edges: dict[int, tuple[float, float]] = {}
    for row in rows:
        left, right = edges.get(round(row.size), (row.x0, row.x1))
        edges[round(row.size)] = (min(left, row.x0), max(right, row.x1))
    return edges


def _mostly(row: Row, name: str) -> bool:
    count = sum(len(run.text) for run in row.runs if getattr(run, name))
    return count > 0.8 * sum(len(run.text) for run in row.runs)


def _cells(row: Row) -> Iterator[Cell]:
    text, start, end = "", row.x0, row.x0
    for run in row.runs:
        gap = run.x0 - end
        if text and gap > _CELL * row.size:
            yield Cell(text.strip(), start, end)
            text, start = "", run.x0
        elif text and gap > _SPACE * row.size and not text.endswith(" "):
            text += " "
        text += run.text
        end = max(end, run.x1)
    yield Cell(text.strip(), start, end)


def _with_initials(rows: Sequence[Row]) -> list[Row]:
    """A large first letter that hangs down over some lines goes back before the first of them."""
    body = max(rows, key=lambda row: len(row.text)).size
    kept: list[list[Run]] = []
    initials: list[Run] = []
    for row in rows:
        large = [run for run in row.runs if run.size > _INITIAL * body and len(run.text.strip()) <= _MOST_INITIAL]
        initials += large if len(rows) > 2 else []
        kept.append([run for run in row.runs if run not in large or len(rows) <= 2])
    for initial in initials:
        _put_back(kept, initial, body)
    return [Row(tuple(runs)) for runs in kept if runs]


def _put_back(rows: list[list[Run]], initial: Run, body: float) -> None:
    """The line whose capitals are as high as the initial's upper edge has the rest of its word."""
    top = initial.y - 0.7 * initial.size

    def distance(runs: list[Run]) -> float:
        beside = bool(runs) and 0 <= runs[0].x0 - initial.x0 < 3 * initial.size
        return abs(runs[0].y - 0.7 * runs[0].size - top) if beside else float("inf")

    best = min(rows, key=distance)
    if distance(best) < 1.2 * body:
        best[0] = replace(best[0], text=initial.text.strip() + best[0].text, x0=initial.x1)
    else:
        rows.append([initial])
