"""Who says it, for every predicate met, whether or not a claim came of it."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from benchmarks.context_tasks.predicates import predicates
from extract.attribution.attributions import Attributions
from extract.model import Attribution

FIGURES = (
    Figure("attribution_polnear", "F1", "f1", 0.570),
    Figure("attribution_polnear", "F1, clausal", "f1_clausal", 0.726),
    Figure("attribution_polnear", "precision", "precision", 0.835),
    Figure("attribution_polnear", "indirect speech found", "by_quote/indirect/overall", 0.32),
)


def predict(document: Document) -> Iterator[Row]:
    attributions = Attributions(document.trees, document.text, document.quotes)
    for tree in document.trees:
        for word in predicates(tree):
            yield _row(document.name, word.start, word.end, attributions.of(tree, word))


def _row(name: str, start: int, end: int, steps: tuple[Attribution, ...]) -> Row:
    sources = [step.source for step in steps if step.source is not None]
    spans = [list(source.spans[0]) for source in sources]
    return {
        "doc": name,
        "start": start,
        "end": end,
        "source": spans[0] if spans else None,
        "source_text": sources[0].text if sources else None,
        "chain": spans[1:],
    }
