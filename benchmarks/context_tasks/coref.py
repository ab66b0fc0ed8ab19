"""What each third-person pronoun stands for, by the mentions that the product stores."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from extract.coreference.pronouns import FORMS

FIGURES = (
    Figure("gum_news", "accuracy", "accuracy", 0.431),
    Figure("gum_news", "precision", "precision"),
    Figure("gum_news", "it, accuracy", "by_pronoun/it/accuracy"),
    Figure("gum_news", "they, accuracy", "by_pronoun/they/accuracy"),
    Figure("gum_news", "unresolvable ones left open", "unresolvable/left_open"),
    Figure("meantime", "accuracy", "accuracy"),
    Figure("meantime", "precision", "precision"),
)


def predict(document: Document) -> Iterator[Row]:
    for mention in document.extraction.mentions:
        if mention.kind == "pronoun" and mention.text.lower() in FORMS:
            yield {
                "doc": document.name,
                "start": mention.start,
                "end": mention.end,
                "antecedent": list(mention.antecedents[-1]) if mention.antecedents else None,
                "text": mention.resolved,
            }
