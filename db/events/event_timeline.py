"""A timeline with an event a row: what several statements tell of one occurrence is shown once.

The command `extract timeline` and the pages read it here.
"""

from __future__ import annotations

from typing import NamedTuple

from db.events.event_figures import days, of_statements
from db.sqlite import Connection
from db.statements import queries
from db.statements.queries import Filters, Statement


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

    An event is shown by the statement of it that most independent articles have, the first of these.
    """
    told = queries.timeline(connection, wanted, since, until, most)
    events = of_statements(connection, [statement.key for _, statement in told])
    grouped: dict[str, list[tuple[str | None, Statement]]] = {}
    for day, statement in told:
        grouped.setdefault(events.get(statement.key, statement.key), []).append((day, statement))
    stated = days(connection, events.values())
    rows = []
    for key, members in grouped.items():
        first, shown = min(members, key=lambda member: -member[1].copy_clusters)
        is_event = key != shown.key
        rows.append(TimelineRow(stated.get(key, first), key if is_event else None, len(members), shown))
    return sorted(rows, key=lambda row: (row.day is None, row.day or "", row.shown.key))
