"""An article's text as the lines a reader sees: trimmed, empty ones dropped, hard-wrapped ones joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.model import Span

_LINE = re.compile(r"\S[^\n]*")
#: Nobody wraps text wider or narrower than this; a paragraph on one line is nearly always longer.
_WIDEST = 100
_NARROWEST = 40
_MOST_LONG_LINES = 0.05
_EDITED = 0.6  # of the width
_INSIDE = ",’'-–—"
_BREAK = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0]*")
MARKER = re.compile(r"(?:[-–—*•‣◦·>]|\d{1,2}[.)])[ \t\u00a0]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a paragraph of hard-wrapped lines; `apart`: an empty line (or nothing) comes before it."""

    start: int
    end: int
    apart: bool


def lines_of(text: str, span: Span) -> list[Line]:
    """The lines of one stretch of `text`."""
    lines = list(_split(text, span))
    width = _wrap_width(text, lines)
    return list(_joined(text, lines, width)) if width else lines


def unwrapped(text: str) -> str:
    """`text` with each hard-wrapped paragraph on one line, so that its words can be searched and quoted."""
    parts: list[str] = []
    at = 0
    for line in lines_of(text, (0, len(text))):
        if "\n" in text[line.start : line.end]:
            parts += text[at : line.start], _BREAK.sub(" ", text[line.start : line.end])
            at = line.end
    return "".join(parts) + text[at:]


def _split(text: str, span: Span) -> Iterator[Line]:
    last = None
    for match in _LINE.finditer(text, *span):
        start = match.start()
        yield Line(start, start + len(match[0].rstrip()), last is None or text.count("\n", last, start) > 1)
        last = match.end()


def _wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """The column at which the text was wrapped, or None if its line breaks mean something.

    "The dam burst on Thursday after two weeks of rain, the interior\\nministry said." is wrapped: a line
    ends inside a sentence, and the next line's first word would not have fitted.
    """
    lengths = [line.end - line.start for line in lines]
    usual = [length for length in lengths if length <= _WIDEST]
    if not usual or len(lengths) - len(usual) > _MOST_LONG_LINES * len(lengths):
        return None
    width = max(usual)
    runs_on = any(_runs_on(text, a, b) and _is_full(text, a, b, width) for a, b in pairwise(lines))
    return width if width >= _NARROWEST and runs_on else None


def _runs_on(text: str, line: Line, following: Line) -> bool:
    """Whether a sentence plainly goes on: a word or comma, then a small letter."""
    last = text[line.end - 1]
    return not following.apart and (last.isalnum() or last in _INSIDE) and text[following.start].islower()


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line (greedy line breaking)."""
    first = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first) > width


def _breaks_off(text: str, line: Line, width: int) -> bool:
    """Whether a line that was edited after wrapping, and is shorter now, still ends inside a sentence."""
    last = text[line.end - 1]
    return line.end - line.start >= _EDITED * width and (last.isalnum() or last in _INSIDE)


def _joined(text: str, lines: Sequence[Line], width: int) -> Iterator[Line]:
    whole: Line | None = None
    last: Line | None = None
    for line in lines:
        goes_on = last and not line.apart and (_is_full(text, last, line, width) or _breaks_off(text, last, width))
        if whole and goes_on and not MARKER.match(text, line.start, line.end):
            whole = Line(whole.start, line.end, whole.apart)
        else:
            if whole:
                yield whole
            whole = line
        last = line
    if whole:
        yield whole
