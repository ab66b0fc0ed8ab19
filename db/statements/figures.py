"""Numbers that change over time: the figures that statements of one measure give, by day."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from db.sqlite import Connection
from db.statements.readable_numbers import amount


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a statement (by key) gives for a day (ISO date). An unknown bound is None: "at least 12"."""

    day: str
    low: float | None
    high: float | None
    words: str
    statement: str

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Line:
    """A measure's figures, by day. `name` is the wording of the statement that most independent articles have."""

    name: str
    unit: str
    figures: tuple[Figure, ...]


_FIGURES = """
SELECT f.bucket, f.unit, f.subject, f.relation, f.object, f.copy_clusters, MIN(m."at"), f.low, f.high, f.key
FROM json_each(?) AS k CROSS JOIN statements AS f ON f.bucket = k.value
CROSS JOIN statement_marks AS m ON m.statement = f.id AND m.mark IN ('yes', 'plan') AND m."at" >= '0' AND m."at" < '~'
WHERE f.low IS NOT NULL OR f.high IS NOT NULL
GROUP BY f.id ORDER BY f.bucket, f.unit, MIN(m."at"), f.low, f.high, f.key
"""


def lines(connection: Connection, buckets: Iterable[str], most: int = 4) -> tuple[Line, ...]:
    """The measures in these buckets that have figures of at least two days; those with most figures first."""
    rows = connection.execute(_FIGURES, (json.dumps(sorted(set(buckets))),)).fetchall()
    found = [_line([tuple(row) for row in of_one]) for _, of_one in groupby(rows, key=lambda row: (row[0], row[1]))]
    moving = [line for line in found if len({figure.day for figure in line.figures}) > 1]
    return tuple(sorted(moving, key=lambda line: (-len(line.figures), line.name))[:most])


_Row = tuple[str, str | None, str, str, str | None, int, str, float | None, float | None, str]


def _line(rows: list[_Row]) -> Line:
    best = max(rows, key=lambda row: row[5])
    name = " ".join(part for part in best[2:5] if part)
    figures = tuple(
        Figure(day, low, high, amount(low, high, unit), key) for _, unit, _, _, _, _, day, low, high, key in rows
    )
    return Line(name, best[1] or "", figures)
