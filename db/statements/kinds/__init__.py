"""Kinds of contradictions and changes, and the rules that find them: each module of this package registers its own.

A rule compares the statements that answer one question. The questions are columns of `statements`: `bucket` (subject,
relation and object), `contest` (an office, a birthplace, a seat, a prize), `scale` (opposites of one thing), `theme`
(what was done to somebody or something identified; compared only where one of the statements names nobody who did
it), `dispute` (accusations of somebody, and what he denies). An installed package can add kinds: it names a module in
the entry point group `extract.contradictions`, which registers them when it is imported.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from db.statements.comparison import Finding, Kind, Rule, View

GROUP = "extract.contradictions"
QUESTIONS = ("bucket", "contest", "scale", "theme", "dispute")

_KINDS: dict[str, Kind] = {}
_RULES: dict[str, list[Rule]] = {question: [] for question in QUESTIONS}


def register(kind: Kind) -> Kind:
    """Makes a kind known by its name. Raises ValueError where another has it."""
    if _KINDS.setdefault(kind.name, kind) != kind:
        raise ValueError(f"Two kinds of contradiction are called {kind.name!r}.")
    return kind


def compare(question: str) -> Callable[[Rule], Rule]:
    """Makes a function a rule on the statements of each question of this sort (one of `QUESTIONS`)."""

    def added(rule: Rule) -> Rule:
        _RULES[question].append(rule)
        return rule

    return added


@cache
def _load() -> None:
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        import_module(f"{__name__}.{module.name}")
    for point in entry_points(group=GROUP):
        point.load()


def find_kinds() -> dict[str, Kind]:
    """Every kind by its name, contradictions first."""
    _load()
    return dict(sorted(_KINDS.items(), key=lambda item: item[1].is_change))


def judge(question: str, views: Iterable[View]) -> list[Finding]:
    """All findings of a question (one of `QUESTIONS`, and its hash)."""
    _load()
    ordered = sorted(_comparable(list(views)), key=lambda view: view.key)
    return [found for rule in _RULES[question.partition(" ")[0]] for found in rule(ordered)]


def _comparable(views: list[View]) -> list[View]:
    """Sides without any day say nothing of time, and are left out where others have one."""
    if not any(side.first for view in views for side in view.marks.values()):
        return views
    return [replace(view, marks={m: s for m, s in view.marks.items() if s.first}) for view in views]
