"""What a task reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the task's scorer prints, and what others reach on this very part.

    `folder` is the development set, `path` the keys of the scorer's JSON joined by "/", `naive` the figure
    of naive rules and `best` that of the best known system.
    """

    folder: str
    name: str
    path: str
    naive: float | None = None
    best: float | None = None
