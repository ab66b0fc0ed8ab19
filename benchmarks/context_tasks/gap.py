"""Which of two names an ambiguous pronoun stands for: the mentions of what it was resolved to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from extract.coreference.resolution import Coreference
from extract.model import Mention

FIGURES = (
    Figure("gap", "F1", "overall/f1", 0.525, 0.925),
    Figure("gap", "bias F / M", "bias_F_over_M"),
)


_SINGULAR = frozenset({"he", "him", "his", "she", "her", "hers"})


def predict(document: Document) -> Iterator[Row]:
    """One row: the chain of the example's pronoun."""
    coreference = Coreference(document.trees)
    asked = _asked(document, [m for m in coreference.mentions if m.text.lower() in _SINGULAR])
    if asked is not None and asked.resolved is not None:
        cluster = [list(span) for span in coreference.chain(asked)]
        yield {"doc": document.name, "start": asked.start, "end": asked.end, "cluster": cluster}


def _asked(document: Document, pronouns: list[Mention]) -> Mention | None:
    """The pronoun that the example is about: where the set says, else the last of the text."""
    start = _starts(document.folder).get(document.name)
    if start is not None:
        return next((m for m in pronouns if m.start == start), None)
    return pronouns[-1] if pronouns else None


@cache
def _starts(folder: Path) -> dict[str, int]:
    """Where each example's pronoun stands. Nothing else of the set is looked at."""
    path = folder / "gold_gap.jsonl"
    if not path.exists():
        return {}
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["doc"]: row["start"] for row in rows}
