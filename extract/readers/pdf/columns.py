"""Reading order: a page is cut at its gutters, the white strips that no line crosses.

A recursive cut (Nagy and Seth 1984) that looks for the longest stretch of rows with a gutter first: a title
that spans the columns ends the stretch. White strips inside tables and lists are told from gutters by what
stands on both sides: lines of running words, several of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from extract.readers.pdf.baselines import rows as rows_of_runs
from extract.readers.pdf.page_text import Row, Run

_NARROWEST = 6.0  # points
_NARROWEST_EM = 0.7
_FEWEST_LINES = 3
_FEWEST_WORDS = 2.2  # in a line of a column, on average
_FEWEST_WORDS_OF_FEW = 3.0  # the same, where there are one or two lines
_LONG = 5  # lines
_NEAR = 0.4  # of the font size
_MOSTLY = 0.5  # of the lines of a column begin at its edge; the others are indented or centred
_NARROWEST_COLUMN = 0.12  # of what is divided
_MOST_ROWS = 600  # of a page that is cut; what has more is no page of text
_GAP = 2.5  # a step down of more line heights than this parts a row from the column above it
_WIDEST_PAGE = 20_000  # points


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows `start` to `end` are divided at `x`."""

    start: int
    end: int
    x: float


def columns(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of a page as columns in reading order."""
    yield from _cut(list(rows), 0) if len(rows) <= _MOST_ROWS else [list(rows)]


def _cut(rows: list[Row], depth: int) -> Iterator[list[Row]]:
    band = _longest(rows) if depth < 12 else None
    if band is None:
        if rows:
            yield rows
        return
    yield from _cut(rows[: band.start], depth + 1)
    runs = [run for row in rows[band.start : band.end] for run in row.runs]
    yield from _cut(rows_of_runs(run for run in runs if run.x0 < band.x), depth + 1)
    yield from _cut(rows_of_runs(run for run in runs if run.x0 >= band.x), depth + 1)
    yield from _cut(rows[band.end :], depth + 1)


def _longest(rows: Sequence[Row]) -> _Band | None:
    """The gutter that the most rows keep free."""
    best: _Band | None = None
    masks = [_mask(row.runs) for row in rows]
    widest = max(_NARROWEST, _NARROWEST_EM * median(row.size for row in rows)) if rows else 0
    for start in range(len(rows)):
        if best and len(rows) - start <= best.end - best.start:
            break
        for band in _bands(rows, masks, start, widest):
            if best is None or band.end - band.start > best.end - best.start:
                best = band
    return best


def _bands(rows: Sequence[Row], masks: Sequence[int], start: int, widest: float) -> Iterator[_Band]:
    """The longest stretches from `start` on, for each strip that stays white."""
    covered = 0
    gutters: list[tuple[int, int]] = []
    for end in range(start, len(rows)):
        covered |= masks[end]
        left = _strips(covered, widest)
        closed = [g for g in gutters if not any(a < g[1] and g[0] < b for a, b in left)]
        yield from filter(None, (_checked(rows, start, end, g) for g in closed))
        gutters = left
        if not gutters and end > start:
            return
    yield from filter(None, (_checked(rows, start, len(rows), g) for g in gutters))


def _mask(runs: Sequence[Run]) -> int:
    """The points that runs cover, as bits."""
    mask = 0
    for run in runs:
        first, last = int(min(max(run.x0, 0), _WIDEST_PAGE)), int(min(max(run.x1, 0), _WIDEST_PAGE))
        mask |= ((1 << (last - first + 1)) - 1) << first
    return mask


def _strips(covered: int, widest: float) -> list[tuple[int, int]]:
    """The white strips between what is covered that are wide enough, as bit positions."""
    found: list[tuple[int, int]] = []
    at = (covered & -covered).bit_length() - 1 if covered else 0
    rest = covered >> at
    while rest:
        ones = (~rest & (rest + 1)).bit_length() - 1
        rest >>= ones
        at += ones
        if rest:
            zeros = (rest & -rest).bit_length() - 1
            if zeros >= widest:
                found.append((at, at + zeros))
            rest >>= zeros
            at += zeros
    return found


def _checked(rows: Sequence[Row], start: int, end: int, gutter: tuple[int, int]) -> _Band | None:
    """The stretch as a band, if columns of text stand on both sides of the strip."""
    x = (gutter[0] + gutter[1]) / 2
    end = _trimmed(rows, start, end, x)
    left = [run for row in rows[start:end] for run in row.runs if run.x0 < x]
    right = [run for row in rows[start:end] for run in row.runs if run.x0 >= x]
    if not left or not right:
        return None
    total = max(run.x1 for run in right) - min(run.x0 for run in left)
    both = [(rows_of_runs(left), left), (rows_of_runs(right), right)]
    if max(len(lines) for lines, _ in both) < _FEWEST_LINES:
        return None
    if all(_is_column(lines, runs, total) for lines, runs in both) or _is_begun(*both[0], both[1][0], total):
        return _Band(start, end, x)
    return None


def _trimmed(rows: Sequence[Row], start: int, end: int, x: float) -> int:
    """The end without rows on the left that stand far below the left column: they are read after the right one."""
    left = [at for at in range(start, end) if rows[at].x0 < x]
    while len(left) > 1 and left[-1] == end - 1 and rows[end - 1].x1 < x and _far(rows[left[-2]], rows[end - 1]):
        left.pop()
        end -= 1
    return end


def _far(above: Row, below: Row) -> bool:
    return below.y - above.y > _GAP * max(above.size, below.size)


def _is_column(lines: Sequence[Row], runs: Sequence[Run], total: float) -> bool:
    """Lines of running words that begin below each other; the last column of a page may have only one.

    The white strips that justified lines happen to form are no gutters: what is right of them begins anywhere.
    """
    words = sum(len(run.text.split()) for run in runs) / len(lines)
    wide = max(run.x1 for run in runs) - min(run.x0 for run in runs) >= _NARROWEST_COLUMN * total
    if len(lines) < _FEWEST_LINES:
        return words >= _FEWEST_WORDS_OF_FEW and wide
    return words >= _FEWEST_WORDS and wide and _is_flush(lines)


def _is_flush(lines: Sequence[Row]) -> bool:
    starts = sorted(line.x0 for line in lines)
    near = _NEAR * median(line.size for line in lines)
    return max(bisect_right(starts, x + near) - at for at, x in enumerate(starts)) >= _MOSTLY * len(lines)


def _is_begun(lines: Sequence[Row], runs: Sequence[Run], right: Sequence[Row], total: float) -> bool:
    """Whether a long column stands on the left, and the rest of its last sentence at the head of the next."""
    few = len(right) < _FEWEST_LINES and abs(right[0].y - lines[0].y) < 0.2 * lines[0].size
    return few and len(lines) >= _LONG and _is_column(lines, runs, total)
