"""Content streams (ISO 32000, 7.8, 8 and 9): what a page draws, as runs of text where they stand.

An interpreter of the operators that place text and pictures; all others are passed over. Text is joined in
the order in which it is drawn: letters, syllables and words of one line come one after another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from extract.errors import TooLargeError
from extract.readers.pdf import operands
from extract.readers.pdf.fonts import UNKNOWN, Faces, Typeface, plain
from extract.readers.pdf.matrix import IDENTITY, Matrix
from extract.readers.pdf.operands import number, numbers
from extract.readers.pdf.page_text import Box, Page, Run, in_reading_order

_LETTER = (0.0, 0.0, 612.0, 792.0)
_WIDEST_PAGE = 20_000.0  # points, 7 metres
#: All per page. A newspaper's page has some thousand runs.
_MOST_RUNS = 50_000
_MOST_FORMS = 2_000
_MOST_DEPTH = 12  # forms that draw forms
_MOST_STATES = 500
_INVISIBLE = 3  # the rendering mode of text behind a scanned picture
_SPACE = 0.5  # of the font's space: a wider gap parts words
_NARROWEST, _WIDEST = 0.1, 0.2  # of the font size: the same, for fonts whose space is odd
_APART = 0.8  # of the font size: a wider gap parts runs
_BACK = 0.35  # of the font size: kerning goes no further back
_SAME_LINE = 0.12  # of the font size


@dataclass(slots=True)
class _State:
    """The graphics state as far as it places text (ISO 32000, tables 51 and 103)."""

    ctm: Matrix
    face: Typeface = UNKNOWN
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(slots=True)
class _Mark:
    """A stretch of marked content. `actual` is what its text stands for, `run` what was drawn of it so far."""

    artifact: bool = False
    actual: str | None = None
    run: Run | None = None


@dataclass(slots=True)
class Interpreter:
    """Draws the streams of one page into `page`."""

    page: Page
    pdf: Any
    state: _State
    faces: Faces
    resources: Mapping[str, Any] = field(default_factory=dict)
    states: list[_State] = field(default_factory=list)
    marks: list[_Mark] = field(default_factory=list)
    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY
    forms: int = 0
    depth: int = 0

    def draw(self, stream: Any, resources: Any) -> None:
        """Raises whatever a broken stream makes pypdf raise."""
        from pypdf.generic import ContentStream

        outside, self.resources = self.resources, operands.dictionary(resources)
        floor, marks = len(self.states), len(self.marks)
        for arguments, operator in ContentStream(stream, self.pdf, "bytes").operations:
            if act := _OPERATORS.get(operator):
                act(self, arguments if isinstance(arguments, list) else [])
        del self.states[floor:], self.marks[marks:]
        self.resources = outside

    # --- Graphics ---

    def save(self, _: Sequence[Any]) -> None:
        if len(self.states) < _MOST_STATES:
            self.states.append(replace(self.state))

    def restore(self, _: Sequence[Any]) -> None:
        if self.states:
            self.state = self.states.pop()

    def transform(self, arguments: Sequence[Any]) -> None:
        if (values := numbers(arguments, 6)) and (ctm := Matrix(*values).then(self.state.ctm)).is_finite:
            self.state.ctm = ctm

    def paint(self, arguments: Sequence[Any]) -> None:
        """Do: a picture, or a form with text of its own."""
        thing = operands.entry(self.resources, "/XObject", arguments)
        if thing is None:
            return
        kind = thing.get("/Subtype")
        if kind == "/Image":
            self.page.pictures.append(_box(self.state.ctm))
        elif kind == "/Form" and self.depth < _MOST_DEPTH and self.forms < _MOST_FORMS:
            self._draw_form(thing)

    def _draw_form(self, form: Any) -> None:
        self.forms += 1
        self.depth += 1
        kept, text = self.state, (self.matrix, self.line)
        self.state = replace(kept)
        self.transform(list(form.get("/Matrix") or ()))
        self.draw(form, form.get("/Resources") or self.resources)
        self.state, (self.matrix, self.line) = kept, text
        self.depth -= 1

    # --- Text ---

    def begin(self, _: Sequence[Any]) -> None:
        self.matrix = self.line = IDENTITY

    def choose_font(self, arguments: Sequence[Any]) -> None:
        resource = operands.entry(self.resources, "/Font", arguments)
        if resource is None:
            self.state.face = UNKNOWN
        else:
            self.state.face = self.faces.of(resource)
        self.state.size = number(arguments, 1, self.state.size)

    def move(self, arguments: Sequence[Any]) -> None:
        self.line = self.line.moved(number(arguments, 0), number(arguments, 1))
        self.matrix = self.line

    def move_and_lead(self, arguments: Sequence[Any]) -> None:
        self.state.leading = -number(arguments, 1)
        self.move(arguments)

    def place(self, arguments: Sequence[Any]) -> None:
        if (values := numbers(arguments, 6)) and Matrix(*values).is_finite:
            self.matrix = self.line = Matrix(*values)

    def next_line(self, _: Sequence[Any]) -> None:
        self.move([0, -self.state.leading])

    def show(self, arguments: Sequence[Any]) -> None:
        if arguments and (raw := operands.string(arguments[-1])) is not None:
            self._show(raw)

    def show_all(self, arguments: Sequence[Any]) -> None:
        """TJ: strings, and moves between them in thousandths of the font size."""
        for part in arguments[0] if arguments and isinstance(arguments[0], list) else ():
            if (raw := operands.string(part)) is not None:
                self._show(raw)
            elif isinstance(part, int | float):
                self._advance(-float(part) / 1000 * self.state.size * self.state.scale)

    def show_on_next_line(self, arguments: Sequence[Any]) -> None:
        self.next_line([])
        self.show(arguments)

    def space_and_show(self, arguments: Sequence[Any]) -> None:
        self.state.word_spacing, self.state.spacing = number(arguments, 0), number(arguments, 1)
        self.show_on_next_line(arguments[2:])

    def _advance(self, by: float) -> None:
        moved = self.matrix.moved(by, 0)
        self.matrix = moved if moved.is_finite else self.matrix

    def _show(self, raw: bytes) -> None:
        state = self.state
        placed = self.matrix.then(state.ctm)
        text: list[str] = []
        start = end = 0.0
        for glyph in state.face.glyphs(raw):
            extra = state.spacing + (state.word_spacing if glyph.is_space else 0.0)
            self.page.unreadable += not glyph.known
            if glyph.is_space and not text:
                start = end + (glyph.width / 1000 * state.size + extra) * state.scale
            else:
                text.append(glyph.text)
            end += (glyph.width / 1000 * state.size + extra) * state.scale
        self._advance(end)
        if (words := "".join(text).rstrip(" ")) and placed.is_finite:
            trailing = (len("".join(text)) - len(words)) * (state.face.space / 1000 * state.size + state.spacing)
            self._place(words, placed, start, end - trailing * state.scale)

    def _place(self, text: str, placed: Matrix, start: float, end: float) -> None:
        """`start` and `end` are in the text's own coordinates."""
        if not placed.is_level:
            self.page.rotated += 1
            if angle := placed.quarter:
                self.page.turned[angle] += len(text)
            return
        state = self.state
        first, last = placed.moved(start, state.rise), placed.moved(end, state.rise)
        size = abs(state.size) * placed.upward
        if 0 <= first.f <= self.page.height and -size < first.e < self.page.width and size > 0.5:
            self._add(Run(
                text, first.e, max(last.e, first.e), self.page.height - first.f, size, state.face.bold,
                state.face.italic, any(mark.artifact for mark in self.marks), state.mode == _INVISIBLE,
            ))  # fmt: skip

    def _add(self, run: Run) -> None:
        meant = next((mark for mark in self.marks if mark.actual is not None), None)
        if meant and meant.run is not None:
            meant.run.x1 = max(meant.run.x1, run.x1)
            return
        if meant:
            run.text = in_reading_order(plain(meant.actual or ""))  # as if it were drawn
        last = self.page.runs[-1] if self.page.runs else None
        if last and _adjoins(last, run):
            last.text += (" " if _is_gap(last, run, self.state.face.space) else "") + run.text
            last.x1 = max(last.x1, run.x1)
            run = last
        else:
            self._append(run)
        if meant:
            meant.run = run

    def _append(self, run: Run) -> None:
        if len(self.page.runs) >= _MOST_RUNS:
            raise TooLargeError(f"a page with more than {_MOST_RUNS:,} pieces of text")
        self.page.runs.append(run)

    # --- Marked content ---

    def mark(self, arguments: Sequence[Any]) -> None:
        """BMC and BDC: running heads are artifacts; a hyphen at a line's end may say that it is none."""
        properties = arguments[1] if len(arguments) > 1 else None
        if isinstance(properties, str):
            properties = operands.entry(self.resources, "/Properties", [properties])
        properties = operands.dictionary(properties)
        running = properties.get("/Type") == "/Pagination" or properties.get("/Subtype") in ("/Header", "/Footer")
        artifact = bool(arguments) and arguments[0] == "/Artifact" and running
        if len(self.marks) < _MOST_STATES:
            self.marks.append(_Mark(artifact, operands.actual_text(properties)))

    def unmark(self, _: Sequence[Any]) -> None:
        if self.marks:
            self.marks.pop()


def _box(ctm: Matrix) -> Box:
    """The unit square, transformed; y still runs up here."""
    corners = [ctm.moved(x, y) for x in (0, 1) for y in (0, 1)]
    xs, ys = [c.e for c in corners], [c.f for c in corners]
    return Box(min(xs), max(ys), max(xs), min(ys))


def _adjoins(last: Run, run: Run) -> bool:
    """Whether `run` goes on where `last` ends: same line, same kind of type."""
    size = max(last.size, run.size)
    same = last.artifact == run.artifact and last.hidden == run.hidden and abs(last.size - run.size) < 0.05 * size
    return same and abs(last.y - run.y) < _SAME_LINE * size and -_BACK * size < run.x0 - last.x1 < _APART * size


def _is_gap(last: Run, run: Run, space: float) -> bool:
    widest = min(max(_SPACE * space / 1000, _NARROWEST), _WIDEST)
    return run.x0 - last.x1 > widest * run.size and not run.text.startswith(" ")


def _set(name: str, factor: float = 1.0) -> Callable[[Interpreter, Sequence[Any]], None]:
    """An operator that sets one number of the state."""

    def act(interpreter: Interpreter, arguments: Sequence[Any]) -> None:
        setattr(interpreter.state, name, number(arguments, 0, getattr(interpreter.state, name) / factor) * factor)

    return act


_OPERATORS: Mapping[bytes, Callable[[Interpreter, Sequence[Any]], None]] = {
    b"q": Interpreter.save,
    b"Q": Interpreter.restore,
    b"cm": Interpreter.transform,
    b"Do": Interpreter.paint,
    b"BT": Interpreter.begin,
    b"Tf": Interpreter.choose_font,
    b"Td": Interpreter.move,
    b"TD": Interpreter.move_and_lead,
    b"Tm": Interpreter.place,
    b"T*": Interpreter.next_line,
    b"Tj": Interpreter.show,
    b"TJ": Interpreter.show_all,
    b"'": Interpreter.show_on_next_line,
    b'"': Interpreter.space_and_show,
    b"Tc": _set("spacing"),
    b"Tw": _set("word_spacing"),
    b"Tz": _set("scale", 0.01),
    b"TL": _set("leading"),
    b"Ts": _set("rise"),
    b"Tr": _set("mode"),
    b"BMC": Interpreter.mark,
    b"BDC": Interpreter.mark,
    b"EMC": Interpreter.unmark,
}


def _edges(page: Any) -> tuple[float, float, float, float]:
    """Left and lower edge, width and height; of a page that does not say, those of US Letter."""
    from pypdf.errors import PyPdfError

    try:
        box = page.cropbox
        found = float(box.left), float(box.bottom), float(box.width), float(box.height)
    except (PyPdfError, TypeError, ValueError):
        return _LETTER
    return found if found[2] > 0 and found[3] > 0 and max(map(abs, found)) < _WIDEST_PAGE else _LETTER


def drawn(page: Any, faces: Faces) -> Page:
    """What one page of pypdf's draws, turned so that most of its text runs from left to right: scanners and tables on
    their side say of a page how it lies, and not how it is read.

    Raises whatever a broken page makes pypdf raise.
    """
    turned = int(page.get("/Rotate", 0) or 0) % 360
    made = _drawn(page, faces, turned)
    angle, chars = max(made.turned.items(), key=lambda item: item[1], default=(0, 0))
    if chars <= sum(len(run.text) for run in made.runs):
        return made
    return _drawn(page, faces, (turned + angle) % 360)


def _drawn(page: Any, faces: Faces, turned: int) -> Page:
    left, bottom, width, height = _edges(page)
    upright = {
        90: Matrix(0, -1, 1, 0, -bottom, width + left),
        180: Matrix(-1, 0, 0, -1, width + left, height + bottom),
        270: Matrix(0, 1, -1, 0, height + bottom, -left),
    }.get(turned, Matrix(1, 0, 0, 1, -left, -bottom))
    if turned in (90, 270):
        width, height = height, width
    made = Page(width, height)
    if (contents := page.get("/Contents")) is not None:
        interpreter = Interpreter(made, page.pdf, _State(upright), faces)
        interpreter.draw(contents, page.get("/Resources"))
    made.pictures = [replace(p, top=height - p.top, bottom=height - p.bottom) for p in made.pictures]
    return made
