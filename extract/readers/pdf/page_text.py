"""Text where it stands on a page. Lengths are points (1/72 inch); y runs down from the page's upper edge."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Run:
    """Words side by side on one baseline. `x1` moves as words are added; `size` is the height of the font."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    artifact: bool = False
    hidden: bool = False

    @property
    def width(self) -> float:
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Box:
    """The place of a picture."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Page:
    """What is drawn on one page. `rotated` counts the pieces of text that do not run from left to right, `turned` the
    characters of those that run up, backwards and down, by their angle."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    rotated: int = 0
    turned: Counter[int] = field(default_factory=Counter)
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Runs on one baseline, from left to right."""

    runs: tuple[Run, ...]

    @property
    def y(self) -> float:
        return self.main.y

    @property
    def main(self) -> Run:
        """The run that most of the row is in the size of."""
        return max(self.runs, key=lambda run: len(run.text))

    @property
    def size(self) -> float:
        return self.main.size

    @property
    def x0(self) -> float:
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        return max(run.x1 for run in self.runs)

    @property
    def text(self) -> str:
        return in_reading_order(" ".join(run.text.strip() for run in self.runs))


@dataclass(frozen=True, slots=True)
class Cell:
    """Part of a line, with wide gaps beside it."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column. `column` counts through the document; `left` and `right` are the column's edges."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    page: int
    column: int
    left: float
    right: float
    cells: tuple[Cell, ...] = ()


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
#: Words and numbers that run from left to right within such a line; letters with the marks that are drawn after them.
_LEFT_TO_RIGHT = re.compile(r"(?:(?![\u0590-\u08ff\d])\w)(?:[ .,'’&-]*(?![\u0590-\u08ff])\w)*|\d+(?:[.,:/٫٬-]\d+)*")
_LETTER = re.compile(r".[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]*", re.DOTALL)
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def in_reading_order(text: str) -> str:
    """A line of Arabic or Hebrew as it is read: pages are drawn from left to right, whatever runs from right to left.

    Applied twice it gives the line back. Arabic letters in the forms that they are drawn in become the letters that
    they are.
    """
    found = len(_RIGHT_TO_LEFT.findall(text))
    if not found or 2 * found <= sum(char.isalpha() for char in text):
        return text
    letters = unicodedata.normalize("NFKC", "".join(reversed(_LETTER.findall(text)))).translate(_MIRRORED)
    return _LEFT_TO_RIGHT.sub(lambda match: match[0][::-1], letters)


def mode(values: Sequence[tuple[float, int]]) -> float:
    """The value with the largest weight, of several the largest value; 0 of nothing."""
    weights: dict[float, int] = {}
    for value, weight in values:
        weights[value] = weights.get(value, 0) + weight
    return max(weights, key=lambda value: (weights[value], value), default=0.0)
