"""A picture of statements over time: a dot for each on its day, in the colour of its standing, as inline SVG.

The list below it has the same data, and each dot leads to its place there. Styles are in statements.css: the pages'
policy allows none in the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from db.events.event_timeline import TimelineRow
from db.statements.queries import Statement
from db.time_spans import find_day, stretch
from db.wording import days_in_words, short_day

WIDTH, HEIGHT = 960, 190
_MARGIN, _BASE = 30, 158
#: Dots above one another, and columns that can be told apart.
_MAX_DOTS, _STEP = 12, 11
_MAX_LABELS = 9


@dataclass(frozen=True, slots=True)
class Dot:
    """A statement's dot; `place` is its number in the list."""

    x: float
    y: float
    place: int
    label: str
    standing: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label of the axis, or ("+7") what does not fit above a column."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    width: int
    height: int
    base: int
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    summary: str


def chart(rows: Sequence[TimelineRow]) -> Chart | None:
    """The picture of a timeline; None where fewer than two days are known."""
    dated = ((find_day(row.day), place, row.shown) for place, row in enumerate(rows, 1))
    placed = [(day, place, statement) for day, place, statement in dated if day]
    days = sorted({day for day, _, _ in placed})
    if len(days) < 2:
        return None
    columns = stretch(days)
    length = len(columns[0])
    xs = {when: _MARGIN + (WIDTH - 2 * _MARGIN) * (n + 0.5) / len(columns) for n, when in enumerate(columns)}
    by_column = groupby(sorted(placed, key=lambda row: row[:2]), key=lambda row: row[0][:length])
    dots: list[Dot] = []
    more: list[Tick] = []
    for when, group in by_column:
        if when not in xs:
            continue
        members = list(group)
        dots += _dots(xs[when], members[:_MAX_DOTS])
        if len(members) > _MAX_DOTS:
            more.append(Tick(round(xs[when], 1), _BASE - _STEP * (_MAX_DOTS + 0.4), f"+{len(members) - _MAX_DOTS}"))
    dates = f"from {days_in_words(days[0])} to {days_in_words(days[-1])}"
    summary = f"{len(placed)} events and statements {dates}. The list has all of them."
    return Chart(WIDTH, HEIGHT, _BASE, tuple(dots), (*_labels(columns, xs), *more), summary)


def _dots(x: float, members: Sequence[tuple[str, int, Statement]]) -> Iterator[Dot]:
    for row, (day, place, statement) in enumerate(members):
        y = _BASE - 8 - row * _STEP
        yield Dot(
            round(x, 1), y, place, f"{days_in_words(day)}: {statement.words} ({statement.badge})", statement.badge
        )


def _labels(columns: Sequence[str], xs: dict[str, float]) -> Iterator[Tick]:
    every = max(1, -(-len(columns) // _MAX_LABELS))
    for when in columns[::every]:
        yield Tick(round(xs[when], 1), _BASE + 20, short_day(when))
