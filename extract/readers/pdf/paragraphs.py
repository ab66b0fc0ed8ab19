"""Lines to paragraphs: by gaps, indents, type and line ends; across columns and pages where a sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extract.readers.pdf.page_text import Cell, Line, mode

_STOP = re.compile(r"[.!?…:][)\]”\"’'»]*$")
_BULLET = re.compile(r"(?:[•‣◦▪■●–—*·➢✓]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_FIGURES = re.compile(r"[^\w\s]?[\d.,\u00a0 ]+(?:[^\w\s]|\s?[A-Za-z]{1,4})?|[-–—]")
_SAME_SIZE = 0.07
_GAP = 1.28  # of the usual step from line to line
_INDENT = 0.6  # of the font size
_HALF = 0.5
_RAGGED = 6.0  # of the font size: a line that ends so far from the edge is not full, even unjustified
_LETTER = 0.5  # of the font size: the usual width of a letter
_SMALLER = 0.93  # of the text's size: captions, notes
_LARGER = 1.12  # of the text's size: headlines


@dataclass(slots=True)
class Paragraph:
    lines: list[Line] = field(default_factory=list)
    tabular: bool = False

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        return all(line.italic for line in self.lines)

    @property
    def is_item(self) -> bool:
        return bool(_BULLET.match(self.first.text))


def body_size(lines: Sequence[Line]) -> float:
    """The font size, to a half point, that most of the text is in."""
    return mode([(round(line.size * 2) / 2, len(line.text)) for line in lines])


def is_body(line: Line, body: float) -> bool:
    return _SMALLER * body < line.size < _LARGER * body


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of a document's lines; what a caption or a page's end tears apart is put together."""
    body = body_size(lines)
    found = [p for column in _by_column(lines) for p in _in_column(column, body)]
    return list(_mended(found, body, _indents(found, body)))


def _indents(found: Sequence[Paragraph], body: float) -> bool:
    """Whether paragraphs of this document begin with an indent, by most of those of several lines."""
    several = [p for p in found if len(p.lines) > 1 and is_body(p.first, body)]
    return sum(p.first.x0 - p.lines[1].x0 > _INDENT * p.size for p in several) * 2 > len(several)


def _by_column(lines: Sequence[Line]) -> Iterator[list[Line]]:
    column: list[Line] = []
    for line in lines:
        if column and line.column != column[-1].column:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _in_column(lines: Sequence[Line], body: float) -> Iterator[Paragraph]:
    steps = _Steps.of(lines)
    rows = _table_rows(lines)
    paragraph = Paragraph([lines[0]], 0 in rows)
    for at in range(1, len(lines)):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if (at in rows) != paragraph.tabular or (at not in rows and steps.begins(paragraph, lines[at], below, body)):
            yield paragraph
            paragraph = Paragraph([], at in rows)
        paragraph.lines.append(lines[at])
    yield paragraph


def _table_rows(lines: Sequence[Line]) -> set[int]:
    """The positions of lines whose cells stand below each other. The gaps of justified lines stand anywhere."""
    pairs = [at for at in range(1, len(lines)) if _aligned(lines[at - 1], lines[at])]
    found = {row for at in pairs for row in (at - 1, at)}
    for at in range(1, len(lines)):
        if at - 1 in found and at not in found and _fills(lines[at - 1], lines[at]):
            found.add(at)
    return found


def _fills(above: Line, line: Line) -> bool:
    """Whether a line is the rest of one cell of the row above it: close, below its start, and no wider."""
    if _type_changes(above, line) or not 0 < line.y - above.y < 1.6 * line.size or len(above.cells) < 2:
        return False
    ends = [cell.x0 for cell in above.cells[1:]] + [above.right]
    near = _INDENT / 2 * line.size
    return any(abs(cell.x0 - line.x0) < near and line.x1 < end for cell, end in zip(above.cells, ends, strict=True))


def _aligned(above: Line, line: Line) -> bool:
    """Whether each gap of the line with fewer ends where one of the other's does: above the same first letters, or
    above the last of the same figures. All lines of a justified column end in one place: that says nothing."""
    few, many = sorted((above.cells, line.cells), key=len)
    near = _INDENT / 2 * line.size
    return len(few) > 1 and all(any(_below(cell, other, near) for other in many[1:]) for cell in few[1:])


def _below(cell: Cell, other: Cell, near: float) -> bool:
    figures = bool(_FIGURES.fullmatch(cell.text) and _FIGURES.fullmatch(other.text))
    return abs(cell.x0 - other.x0) < near or (figures and abs(cell.x1 - other.x1) < near)


@dataclass(frozen=True, slots=True)
class _Steps:
    """The usual step down from line to line, for each font size of a column."""

    by_size: dict[int, float]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Steps:
        steps: dict[int, list[float]] = {}
        for above, line in pairwise(lines):
            if not _type_changes(above, line) and 0 < line.y - above.y < 2.2 * line.size:
                steps.setdefault(round(line.size), []).append(line.y - above.y)
        return cls({size: median(sorted(found)[: len(found) // 2 + 1]) for size, found in steps.items()})

    def begins(self, paragraph: Paragraph, line: Line, below: Line | None, body: float) -> bool:
        """Whether a line begins a paragraph of its own."""
        changes = self._far(paragraph.last, line) or _type_changes(paragraph.last, line)
        return changes or _begins(paragraph, line, below, body)

    def _far(self, above: Line, line: Line) -> bool:
        usual = self.by_size.get(round(line.size), 1.25 * line.size)
        return not 0 < line.y - above.y <= _GAP * usual


def _type_changes(above: Line, line: Line) -> bool:
    larger = max(above.size, line.size)
    return abs(above.size - line.size) > _SAME_SIZE * larger or above.bold != line.bold


def _begins(paragraph: Paragraph, line: Line, below: Line | None, body: float) -> bool:
    """Whether a line that follows closely begins a paragraph of its own."""
    above = paragraph.last
    if _BULLET.match(line.text) and (paragraph.is_item or _STOP.search(above.text)):
        return True
    if line.size >= _LARGER * body:
        return False  # headlines end their lines where they like
    return _is_indented(paragraph, line, below) or _is_short(above, line)


def _is_indented(paragraph: Paragraph, line: Line, below: Line | None) -> bool:
    """A first line that begins to the right of the others; below a list's item that is its text."""
    step = line.x0 - paragraph.last.x0
    if step <= _INDENT * line.size or step > 8 * line.size or paragraph.is_item:
        return False
    hangs = len(paragraph.lines) == 1 and below is not None and abs(below.x0 - line.x0) < _INDENT * line.size / 2
    return not hangs or bool(_STOP.search(paragraph.last.text))


def _is_short(above: Line, line: Line) -> bool:
    """A line that ends although the next word would have fitted; a full stop, or much room, makes it a last line."""
    first = len(line.text.split(" ", 1)[0]) + 1
    room = above.right - above.x1
    if room < (first * _LETTER + 0.5) * line.size:
        return False
    narrow = above.x1 - above.left < _HALF * (above.right - above.left)
    return bool(_STOP.search(above.text)) or (narrow and not line.text[:1].islower())


def _mended(found: Sequence[Paragraph], body: float, indents: bool) -> Iterator[Paragraph]:
    """Joins the ends of columns to where the text goes on; captions and notes between come after."""
    waiting: list[Paragraph] = []
    running: Paragraph | None = None
    for paragraph in found:
        if running and _goes_on(running, paragraph, body, indents):
            running.lines += paragraph.lines
        elif running and paragraph.size <= _SMALLER * body and _is_open(running):
            waiting.append(paragraph)  # smaller text interrupts no sentence
        else:
            yield from [running] if running else []
            yield from waiting
            waiting, running = [], paragraph
    yield from [running] if running else []
    yield from waiting


def _is_open(paragraph: Paragraph) -> bool:
    return not _STOP.search(paragraph.last.text) and not paragraph.tabular


def _goes_on(running: Paragraph, paragraph: Paragraph, body: float, indents: bool) -> bool:
    """Whether a paragraph in the next column or on the next page is the rest of one that was begun."""
    above, line = running.last, paragraph.first
    if above.column == line.column or not (is_body(above, body) and is_body(line, body)):
        return False
    if running.tabular or paragraph.tabular or running.bold != paragraph.bold or paragraph.is_item:
        return False
    full = above.right - above.x1 < _RAGGED * above.size
    indented = _is_set_in(line)
    if not _is_open(running):  # the end of a sentence is seldom the end of a line, but may be
        return indents and full and not indented and (len(running.lines) > 1 or _is_set_in(running.first))
    return line.text[:1].islower() or (full and not indented)


def _is_set_in(line: Line) -> bool:
    return line.x0 - line.left > _INDENT * line.size
