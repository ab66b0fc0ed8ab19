"""A small typesetter over reportlab: real pages with columns, hyphenation, running heads, made for tests.

In its texts "~" is where a word may be broken. Lengths are points, y runs up from the lower edge.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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


@dataclass
class Sheet:
    """One document. `room` is where the next line of a column may go."""

    canvas: Canvas = field(init=False)
    buffer: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1)

    def text(self, x: float, y: float, words: str, style: Style) -> None:
        self.canvas.setFont(style.font, style.size)
        self.canvas.drawString(x, y, words)

    def lines(self, x: float, y: float, width: float, lines: list[Line], style: Style) -> float:
        """Sets lines from `y` down; returns where the next one goes."""
        for line in lines:
            words = line.words.split(" ")
            offset = style.indent if line.first else 0.0
            loose = width - offset - stringWidth(line.words, style.font, style.size)
            made = self.canvas.beginText(x + offset, y)
            made.setFont(style.font, style.size)
            made.setWordSpace(loose / (len(words) - 1) if style.justified and not line.last and len(words) > 1 else 0)
            made.textOut(line.words)
            self.canvas.drawText(made)
            y -= style.leading
        return y

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
