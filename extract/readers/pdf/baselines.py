"""The runs of a page as rows: what stands on one baseline, from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.readers.pdf.page_text import Page, Row, Run, mode

_SAME_ROW = 0.1  # of the larger font size
_BESIDE = 0.5  # of the larger font size: so far may a mark or a word in other type stand above its row or below
_MOST_MARK = 6  # characters
_RAISED = 0.15  # of the row's font size
_SMALL = 0.85
_MARK = re.compile(r"\(?(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§]{1,3})\)?")
_UNIT = re.compile(r"(?:^|[\s\d(/])[kcdmµ]?m$")
_POWERS = {"2": "²", "3": "³"}


def rows_of(page: Page) -> list[Row]:
    """The rows of a page, without what is printed twice in one place and without text behind a picture of it."""
    visible = [run for run in page.runs if not run.hidden]
    runs = visible if sum(len(run.text) for run in visible) >= 50 else page.runs
    return rows(_once(run for run in runs if run.text.strip()))


def rows(runs: Iterable[Run]) -> list[Row]:
    """Small marks, above the baseline or below it, come to the row beside them when all rows are there."""
    ordered = sorted(runs, key=lambda run: (run.y, run.x0))
    usual = mode([(round(run.size), len(run.text)) for run in ordered])
    found: list[list[Run]] = []
    marks = [run for run in ordered if run.size < _SMALL * usual and len(run.text) <= _MOST_MARK]
    for run in ordered:
        if run not in marks:
            _put(found, run, found[-3:])
    for run in marks:
        _put(found, run, found)
    made = (Row(tuple(sorted(row, key=lambda run: run.x0))) for row in found)
    return sorted(made, key=lambda row: row.y)


def _put(found: list[list[Run]], run: Run, last: Sequence[list[Run]]) -> None:
    for row in reversed(last):
        if _shares(row, run):
            row.append(run)
            return
    found.append([run])


def _shares(row: list[Run], run: Run) -> bool:
    """Whether a run stands on a row: on its baseline, or as a mark beside one of its words."""
    main = max(row, key=lambda other: len(other.text))
    size = max(main.size, run.size)
    distance = abs(run.y - main.y)
    if distance <= _SAME_ROW * size:
        return True
    return distance <= _BESIDE * size and any(
        -0.2 * size < run.x0 - other.x1 < 0.3 * size or -0.2 * size < other.x0 - run.x1 < 0.3 * size for other in row
    )


def _once(runs: Iterable[Run]) -> Iterator[Run]:
    """Bold type is sometimes faked by printing the same words twice, a hair's breadth apart."""
    seen: dict[str, list[Run]] = {}
    for run in runs:
        twins = seen.setdefault(run.text, [])
        if not any(abs(t.x0 - run.x0) < 0.15 * run.size and abs(t.y - run.y) < 0.15 * run.size for t in twins[-20:]):
            twins.append(run)
            yield run


def without_marks(row: Row) -> Row:
    """A row without the raised numbers of footnotes: "leak³" is no word. "m²" is one."""
    main = row.main
    kept: list[Run] = []
    for run in row.runs:
        raised = run.size < _SMALL * main.size and main.y - run.y > _RAISED * main.size
        if not raised or not _MARK.fullmatch(run.text.strip()) or not kept:
            kept.append(run)
        elif _UNIT.search(kept[-1].text) and run.text.strip() in _POWERS:
            kept[-1] = replace(kept[-1], text=kept[-1].text + _POWERS[run.text.strip()], x1=run.x1)
        else:
            kept[-1] = replace(kept[-1], x1=max(kept[-1].x1, run.x1))
    return Row(tuple(kept))
