"""Who says each claim."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from extract.model import Claim

FIGURES = (
    Figure("attribution_polnear", "F1", "f1", 0.570),
    Figure("attribution_polnear", "F1, clausal", "f1_clausal", 0.726),
    Figure("attribution_polnear", "precision", "precision", 0.835),
    Figure("attribution_polnear", "indirect speech found", "by_quote/indirect/overall", 0.32),
)


def predict(document: Document) -> Iterator[Row]:
    for claim in document.claims:
        sources = [list(step.source.spans[0]) for step in claim.attribution if step.source is not None]
        start, end = _place(claim)
        yield {
            "doc": document.name,
            "start": start,
            "end": end,
            "source": sources[0] if sources else None,
            "source_text": next((s.source.text for s in claim.attribution if s.source is not None), None),
            "chain": sources[1:],
        }


def _place(claim: Claim) -> tuple[int, int]:
    """Where a claim's relation stands; a verbless claim is where its predicate noun is."""
    spans = claim.relation.spans
    return (spans[0][0], spans[-1][1]) if spans else claim.predicate
