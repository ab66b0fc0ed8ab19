"""A timeline with an event a row: what several statements tell of one occurrence is shown once.

The command `extract timeline` and the pages read it here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from db.events.event_figures import days, of_statements
from db.sqlite import Connection
from db.statements import queries
from db.statements.queries import Filters, Statement

_PLANNED = "planned"
#: Where the best claim of each statement stands, in the order of days of publication.
_PLACES = """
SELECT s.key, COALESCE(a.published, '~'), a.key, c.predicate_start
FROM json_each(?) AS k CROSS JOIN statements AS s ON s.key = k.value
JOIN claims AS c ON c.id = s.best JOIN articles AS a ON a.id = c.article
"""


_NOWHERE = ("~", "", 0, "")


class TimelineRow(NamedTuple):
    """An event, or a statement that is about none: its day, the statement that shows it, how many there are."""

    day: str | None
    event: str | None
    statements: int
    shown: Statement


def read_timeline(
    connection: Connection, wanted: Filters, since: str | None = None, until: str | None = None, most: int = -1
) -> list[TimelineRow]:
    """The rows of all statements that pass the filters (or of so many), earliest first, those without a day last.

    Of one day those that most independent articles have come first, the others as articles tell them.

    An event is shown by the statement of it that most independent articles have, the first of these. What was planned
    is a row of its own beside what happened.
    """
    told = queries.timeline(connection, wanted, since, until, most)
    events = of_statements(connection, [statement.key for _, statement in told])
    grouped: dict[tuple[str, bool], list[tuple[str | None, Statement]]] = {}
    for day, statement in told:
        key = events.get(statement.key, statement.key), statement.standing == _PLANNED
        grouped.setdefault(key, []).append((day, statement))
    stated = days(connection, events.values())
    rows = []
    for (event, is_planned), members in grouped.items():
        first, shown = min(members, key=lambda member: -member[1].copy_clusters)
        is_over = is_planned and (event, False) in grouped  # the day that is stated is of what happened
        day = first if is_over else stated.get(event, first)
        rows.append(TimelineRow(day, event if event != shown.key else None, len(members), shown))
    places = _places(connection, [row.shown.key for row in rows])
    return sorted(
        rows,
        key=lambda row: (row.day is None, row.day or "", -row.shown.copy_clusters, places.get(row.shown.key, _NOWHERE)),
    )


def _places(connection: Connection, statements: Iterable[str]) -> dict[str, tuple[str, str, int, str]]:
    rows = connection.execute(_PLACES, (json.dumps(sorted(statements)),))
    return {key: (published, article, start, key) for key, published, article, start in rows}
