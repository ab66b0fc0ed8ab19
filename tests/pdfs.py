"""A small typesetter over reportlab: real pages with columns, hyphenation, running heads, made for tests.

In its texts "~" is where a word may be broken. Lengths are points, y runs up from the lower edge.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
MARGIN = 56.0


@dataclass(frozen=True)
class Style:
    font: str = "Times-Roman"
    size: float = 10.0
    leading: float = 12.5
    indent: float = 0.0
    justified: bool = False


class Drawing(StrEnum):
    """How programs draw a line of text."""

    LINES = "lines"  # one string
    WORDS = "words"  # each word where it stands, no spaces: Word, InDesign
    LETTERS = "letters"  # each letter where it stands: some browsers and scanners
    KERNED = "kerned"  # one array of parts of words with moves between, no spaces: TeX


@dataclass
class Sheet:
    """One document. `room` is where the next line of a column may go."""

    canvas: Canvas = field(init=False)
    buffer: io.BytesIO = field(default_factory=io.BytesIO)
    drawing: Drawing = Drawing.LINES

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1)

    def text(self, x: float, y: float, words: str, style: Style) -> None:
        self.canvas.setFont(style.font, style.size)
        self.canvas.drawString(x, y, words)

    def lines(self, x: float, y: float, width: float, lines: list[Line], style: Style) -> float:
        """Sets lines from `y` down; returns where the next one goes."""
        for line in lines:
            offset = style.indent if line.first else 0.0
            loose = width - offset - stringWidth(line.words, style.font, style.size)
            gaps = line.words.count(" ")
            self._draw(
                x + offset, y, line.words, loose / gaps if style.justified and not line.last and gaps else 0, style
            )
            y -= style.leading
        return y

    def _draw(self, x: float, y: float, words: str, stretch: float, style: Style) -> None:
        made = self.canvas.beginText(x, y)
        made.setFont(style.font, style.size)
        if self.drawing is Drawing.LINES:
            made.setWordSpace(stretch)
            made.textOut(words)
        elif self.drawing is Drawing.KERNED:
            made._code.append(f"[{''.join(_kerned(words, stretch, style))}] TJ")
        else:
            parts = words.split(" ") if self.drawing is Drawing.WORDS else list(words)
            for part in parts:
                if part.strip():
                    made.setTextOrigin(x, y)
                    made.textOut(part)
                x += stringWidth(part, style.font, style.size)
                x += _space(style) + stretch if self.drawing is Drawing.WORDS else stretch * (part == " ")
        self.canvas.drawText(made)

    def column(self, x: float, y: float, width: float, paragraphs: list[str], style: Style, gap: float = 0.0) -> float:
        for paragraph in paragraphs:
            y = self.lines(x, y, width, wrapped(paragraph, width, style), style) - gap
        return y

    def flow(self, frames: Iterable[Frame | None], paragraphs: list[str], style: Style, gap: float = 0.0) -> None:
        """Fills one frame after the other, each paragraph going on where the last ended; None turns the page."""
        todo = iter(frames)
        frame = next(todo)
        assert frame is not None
        y = frame.top
        for paragraph in paragraphs:
            for line in wrapped(paragraph, frame.width, style):
                while y < frame.bottom:
                    if (following := next(todo)) is None:
                        self.turn()
                    else:
                        frame, y = following, following.top
                y = self.lines(frame.x, y, frame.width, [line], style)
            y -= gap

    def turn(self) -> None:
        self.canvas.showPage()

    def saved(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()


@dataclass(frozen=True)
class Frame:
    x: float
    top: float
    width: float
    bottom: float


def frames(columns: int, pages: int, top: float = HEIGHT - 80, gutter: float = 14.0) -> Iterator[Frame | None]:
    """The columns of each page, from the first page's `top` on."""
    width = (WIDTH - 2 * MARGIN - (columns - 1) * gutter) / columns
    for page in range(pages):
        if page:
            yield None
        start = HEIGHT - 80 if page else top
        for column in range(columns):
            yield Frame(MARGIN + column * (width + gutter), start, width, 70)


def _space(style: Style) -> float:
    return stringWidth(" ", style.font, style.size)


def _kerned(words: str, stretch: float, style: Style) -> Iterator[str]:
    """Every second pair of letters is moved a little, as kerning does."""
    for at, char in enumerate(words):
        if char == " ":
            yield f"{-(_space(style) + stretch) / style.size * 1000:.1f} "
        else:
            code = char.encode("cp1252")[0]
            yield f"<{code:02x}>" + (f"{(-18, 0, 25, 0)[at % 4]} " if at % 2 == 0 else "")


@dataclass(frozen=True)
class Line:
    words: str
    first: bool = False
    last: bool = False


def wrapped(paragraph: str, width: float, style: Style) -> list[Line]:
    """Greedy lines; a word goes in part on the line if one of its breaks allows it."""
    lines: list[str] = []
    now = ""
    for word in paragraph.split(" "):
        room = width - (style.indent if not lines else 0.0)
        whole = word.replace("~", "")
        if _fits(f"{now} {whole}".strip(), room, style):
            now = f"{now} {whole}".strip()
            continue
        head, tail = next(((h, t) for h, t in _breaks(word) if _fits(f"{now} {h}".strip(), room, style)), ("", whole))
        lines.append(f"{now} {head}".strip())
        now = tail
    lines.append(now)
    return [Line(line, first=at == 0, last=at == len(lines) - 1) for at, line in enumerate(lines)]


def _fits(words: str, width: float, style: Style) -> bool:
    return stringWidth(words, style.font, style.size) <= width


def _breaks(word: str) -> Iterator[tuple[str, str]]:
    """The longest head first: at "~" with a hyphen that is not the word's, after "-" with its own."""
    for at in range(len(word) - 1, 0, -1):
        head, tail = word[:at].replace("~", ""), word[at:].replace("~", "")
        if word[at] == "~":
            yield f"{head}-", tail
        elif word[at - 1] == "-":
            yield head, tail


def plain(text: str) -> str:
    return text.replace("~", "")
