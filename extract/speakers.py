"""Who speaks the quotations of a sentence, as far as coreference needs to know it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import Span
from extract.tree import Tree, Word

_SPEECH = frozenset(
    [
        "say",
        "add",
        "tell",
        "ask",
        "reply",
        "answer",
        "announce",
        "claim",
        "argue",
        "insist",
        "warn",
        "explain",
        "note",
        "write",
        "state",
        "declare",
        "comment",
        "tweet",
        "remark",
        "continue",
        "admit",
        "recall",
        "joke",
        "shout",
        "whisper",
        "conclude",
        "observe",
        "report",
        "stress",
        "suggest",
        "complain",
        "predict",
        "post",
        "call",
        "describe",
        "think",
        "believe",
        "quip",
        "respond",
        "acknowledge",
        "emphasise",
        "emphasize",
    ]
)


def speakers(tree: Tree, numbers: dict[Span, int]) -> Iterator[tuple[int, Word]]:
    """The number of each quotation in a sentence and the head word of its speaker."""
    if not tree.quotes:
        return
    verbs = [w for w in tree.words if w.lemma in _SPEECH and w.pos == "VERB" and not _quoted(w, tree)]
    for span in tree.quotes:
        verb = min(verbs, key=lambda v: _gap(v, span), default=None)
        subject = verb.child("nsubj") if verb is not None else None
        if subject is not None and not _quoted(subject, tree):
            yield numbers.setdefault(span, len(numbers)), subject


def _quoted(word: Word, tree: Tree) -> bool:
    return any(a <= word.start < b for a, b in tree.quotes)


def _gap(word: Word, span: Span) -> int:
    return max(span[0] - word.end, word.start - span[1])
