"""Who says it, by what the product stores: every report, and every claim with its sources or without."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from extract.model import Attribution, Span

FIGURES = (
    Figure("attribution_polnear", "F1", "f1", 0.570),
    Figure("attribution_polnear", "F1, clausal", "f1_clausal", 0.726),
    Figure("attribution_polnear", "precision", "precision", 0.835),
    Figure("attribution_polnear", "indirect speech found", "by_quote/indirect/overall", 0.32),
)


def predict(document: Document) -> Iterator[Row]:
    """One row a claim and one a report, each with the word that carries it."""
    for claim in document.extraction.claims:
        yield _row(document.name, claim.predicate, claim.attribution)
    for report in document.extraction.attributions:
        yield _row(document.name, report.predicate, report.chain)


def _row(name: str, place: Span, steps: tuple[Attribution, ...]) -> Row:
    sources = [step.source for step in steps if step.source is not None]
    spans = [list(source.spans[0]) for source in sources]
    return {
        "doc": name,
        "start": place[0],
        "end": place[1],
        "source": spans[0] if spans else None,
        "source_text": sources[0].text if sources else None,
        "chain": spans[1:],
    }
