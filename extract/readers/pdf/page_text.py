"""Text where it stands on a page. Lengths are points (1/72 inch); y runs down from the page's upper edge."""

from __future__ import annotations

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
    """What is drawn on one page. `rotated` counts the pieces of text that do not run from left to right."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    rotated: int = 0
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
        return " ".join(run.text.strip() for run in self.runs)


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


def mode(values: Sequence[tuple[float, int]]) -> float:
    """The value with the largest weight, of several the largest value; 0 of nothing."""
    weights: dict[float, int] = {}
    for value, weight in values:
        weights[value] = weights.get(value, 0) + weight
    return max(weights, key=lambda value: (weights[value], value), default=0.0)
