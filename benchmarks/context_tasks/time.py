"""Time expressions and their TIMEX3 values."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from extract.model import SILENT_KINDS, BlockKind
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.syntax.tree import Tree
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
    for tree in _trees(document):
        for found in reader.read(tree):
            yield {
                "doc": document.name,
                "start": found.start,
                "end": found.end,
                "value": found.value,
                "type": found.type.value,
            }


def _trees(document: Document) -> list[Tree]:
    """The prose and, beside it, the dateline: it makes no claims, but it is a date of the text."""
    read = [b for b in document.blocks if b.kind not in SILENT_KINDS or b.kind is BlockKind.DATELINE]
    trees = parse(document.extractor.nlp, document.text, read, document.quotes)
    for tree in trees:
        mend(tree)
    return trees
