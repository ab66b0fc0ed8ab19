"""Factuality of every predicate, on the scale of the UW scores (-3 certainly not ... 3 certainly)."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.context_tasks.documents import Document, Row
from benchmarks.context_tasks.figures import Figure
from benchmarks.context_tasks.predicates import predicates
from extract.factuality.commitment import Commitment, Commitments
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Tree, Word

#: UW's readers keep below the ends of their scale: a plain statement has 2.85 on average, a noun's event 2.5.
_DEGREE = {Modality.CERTAIN: 2.85, Modality.PROBABLE: 2.0, Modality.POSSIBLE: 1.5, Modality.UNCOMMITTED: 0.4}
_OF_NOUN = 2.5
#: What is foretold or probable is nearly certain to them, and what is planned, wished or depends on
#: something likelier than open.
_BY_MOOD = {
    (Modality.CERTAIN, Mood.FORECAST): 2.4,
    (Modality.PROBABLE, Mood.HYPOTHESIS): 1.7,
    (Modality.PROBABLE, Mood.WISH): 1.7,
    (Modality.PROBABLE, Mood.PLAN): 2.1,
    (Modality.UNCOMMITTED, Mood.PLAN): 1.2,
    (Modality.UNCOMMITTED, Mood.WISH): 1.3,
    (Modality.UNCOMMITTED, Mood.CONSEQUENCE): 1.7,
    (Modality.UNCOMMITTED, Mood.STATEMENT): 1.1,
    (Modality.UNCOMMITTED, Mood.QUESTION): 1.1,
    (Modality.UNCOMMITTED, Mood.FORECAST): 1.1,
}
#: They hold what somebody is quoted as saying for less certain than what the article says or reports; a
#: commitment here is the speaker's own.
_QUOTED = 0.87
#: They are less sure of what is denied than of what is affirmed.
_DENIED = 0.72
_DENIED_OBJECT = 1.6

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
                "score": score(commitment, word, quoted=_is_quoted(word, tree)),
            }


def _is_quoted(word: Word, tree: Tree) -> bool:
    return any(start <= word.start < end for start, end in tree.quotes)


def score(commitment: Commitment, word: Word, *, quoted: bool) -> float:
    """A commitment on UW's scale. UW rates the event word itself: "made no comment" is no plain denial of "made"."""
    size = _BY_MOOD.get((commitment.modality, commitment.mood), _DEGREE[commitment.modality])
    if quoted:
        size *= _QUOTED
    if commitment.by_object and word.pos != "NOUN":
        return min(size, _DENIED_OBJECT)
    if commitment.polarity is Polarity.NEGATIVE:
        return -_DENIED * size
    return min(size, _OF_NOUN) if word.pos == "NOUN" else size
