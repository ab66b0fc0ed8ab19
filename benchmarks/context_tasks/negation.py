"""Whether each predicate is negated."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from benchmarks.context_tasks.predicates import predicates
from extract.factuality.commitment import Commitments

FIGURES = (
    Figure("timeml", "F1", "f1", 0.846),
    Figure("negation_qasrl", "F1", "f1", 0.683),
)


def predict(document: Document) -> Iterator[Row]:
    for tree in document.trees:
        commitments = Commitments(tree)
        for word in predicates(tree):
            negated = commitments.of(word).denied
            span = [word.start, word.end]
            yield {"doc": document.name, "start": word.start, "end": word.end, "head": span, "negated": negated}
