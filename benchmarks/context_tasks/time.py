"""Time expressions and their TIMEX3 values."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from extract.timex.times import TimeReader

FIGURES = (
    Figure("timeml", "value F1", "all/value/F1", None, 0.778),
    Figure("timeml", "DATE value F1", "DATE/value/F1", None, 0.797),
    Figure("timeml", "calendar value F1", "calendar/value/F1", None, 0.867),
    Figure("gum_news", "DATE value F1", "DATE/value/F1"),
    Figure("meantime", "value F1", "all/value/F1"),
)


def predict(document: Document) -> Iterator[Row]:
    reader = TimeReader(document.article.published)
    for tree in document.dated_trees:
        for found in reader.read(tree):
            yield {
                "doc": document.name,
                "start": found.start,
                "end": found.end,
                "value": found.value,
                "type": found.type.value,
            }
