"""Who says it: the sources of what an article reports, from the outermost to the innermost (PARC, Pareti 2016)."""

from __future__ import annotations

from collections.abc import Sequence

from extract.embedding import Edge, Link, edge_of
from extract.factuality import Commitments
from extract.model import Attribution, Slot, Span, slice_spans
from extract.tree import Tree, Word, spans_of


class Attributions:
    """The attributions of a whole article, whose `trees` are its sentences in order."""

    def __init__(self, trees: Sequence[Tree], source: str, quotes: Sequence[Span]) -> None:
        self._source = source
        self._quotes = quotes
        self._commitments: dict[int, Commitments] = {}

    def of(self, tree: Tree, word: Word) -> tuple[Attribution, ...]:
        """The chain of sources of a predicate, outermost first; empty for what the article itself says."""
        chain: list[Attribution] = []
        seen: set[int] = set()
        at: Word | None = word
        while at is not None and at.i not in seen:
            seen.add(at.i)
            edge = edge_of(at)
            if edge.link is Link.COMPLEMENT and edge.sign is not None and edge.sign.reports:
                chain.append(self._reported(tree, at, edge))
            at = edge.host
        return tuple(reversed(chain))

    def _reported(self, tree: Tree, content: Word, edge: Edge) -> Attribution:
        assert edge.host is not None
        assert edge.cue is not None
        commitments = self._commitments.setdefault(id(tree), Commitments(tree))
        cue = commitments.of(edge.host)
        spans = spans_of(content.subtree(lambda w: w is edge.host))
        return Attribution(
            self._slot(_source(edge.host)), self._slot([edge.cue]), spans, None, cue.polarity, cue.modality
        )

    def _slot(self, words: Sequence[Word]) -> Slot | None:
        spans = spans_of(words)
        return Slot(slice_spans(self._source, spans), spans) if spans else None


def _source(host: Word) -> list[Word]:
    subject = host.child("nsubj")
    if subject is None or subject.lower in ("it", "there"):
        return []
    return subject.subtree(lambda w: w.dep in ("relcl", "acl", "appos", "punct"))
