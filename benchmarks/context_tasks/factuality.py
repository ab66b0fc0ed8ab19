"""Factuality of every predicate, on the scale of the UW scores (-3 certainly not ... 3 certainly)."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from benchmarks.context_tasks.predicates import predicates
from extract.factuality import Commitment, Commitments
from extract.model import Modality, Mood, Polarity

_DEGREE = {Modality.CERTAIN: 3.0, Modality.PROBABLE: 1.5, Modality.POSSIBLE: 1.0, Modality.UNCOMMITTED: 0.0}
#: UW's readers rate what is planned, wished or depends on something above "open", a firm plan near certain,
#: and are less sure of what is denied than of what is affirmed.
_RAISED = {
    (Modality.PROBABLE, Mood.PLAN): 2.0,
    (Modality.UNCOMMITTED, Mood.PLAN): 1.2,
    (Modality.UNCOMMITTED, Mood.WISH): 1.0,
    (Modality.UNCOMMITTED, Mood.CONSEQUENCE): 1.5,
    (Modality.UNCOMMITTED, Mood.CONDITION): 0.6,
}
_DENIED = 0.7

FIGURES = (
    Figure("timeml", "accuracy, matched", "accuracy", 0.814),
    Figure("timeml", "macro F1", "macro_f1", 0.473),
    Figure("timeml", "Pearson r", "pearson", 0.758, 0.863),
)


def predict(document: Document) -> Iterator[Row]:
    for tree in document.trees:
        commitments = Commitments(tree)
        for word in predicates(tree):
            commitment = commitments.of(word)
            yield {
                "doc": document.name,
                "start": word.start,
                "end": word.end,
                "polarity": "-" if commitment.polarity is Polarity.NEGATIVE else "+",
                "modality": commitment.modality.value,
                "score": score(commitment),
            }


def score(commitment: Commitment) -> float:
    """A commitment on UW's scale. UW rates the event word itself: it took place in "made no comment"."""
    size = _RAISED.get((commitment.modality, commitment.mood), _DEGREE[commitment.modality])
    denied = (commitment.polarity is Polarity.NEGATIVE) is not commitment.by_object
    return -_DENIED * size if denied else size
