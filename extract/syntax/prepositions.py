"""Prepositions, of one word or of several ("because of", "in honour of"), and what they govern."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.values import value

PREPOSITIONAL = frozenset({"prep", "agent", "dative"})


@value
class Prepositional:
    """A prepositional phrase: all words of its preposition, and the head of what it governs (None: stranded)."""

    head: Word
    words: tuple[Word, ...]
    target: Word | None

    @property
    def text(self) -> str:
        return " ".join([w.lower for w in self.words]) if len(self.words) > 1 else self.head.lower


def prepositional(head: Word) -> Prepositional:
    """The phrase that the preposition `head` opens."""
    words = [head]
    if head.left and f"{head.left[-1].lower} {head.lower}" in entries("complex_prepositions"):
        words.insert(0, head.left[-1])
    target = _governed(head)
    while (longer := _longer(words, target)) is not None:
        words, target = longer
    return Prepositional(head, tuple(words), target)


def _governed(preposition: Word) -> Word | None:
    return preposition.child("pobj", "pcomp") or _shared(preposition)


def _shared(preposition: Word) -> Word | None:
    """What a verb behind it governs too: "We are grateful for and agree with the ruling"."""
    if preposition.left or preposition.right:
        return None
    for above in (preposition.head, preposition.head.head):
        joint = next((w for w in above.right if w.dep == "cc" and w.i == preposition.i + 1), None)
        verb = next((w for w in above.right if w.dep == "conj" and w.i == preposition.i + 2), None)
        if joint is not None and verb is not None and verb.pos == "VERB" and verb.right:
            after = verb.right[0]
            return after.child("pobj") if after.dep == "prep" else after if after.dep == "dobj" else None
    return None


def _joined(words: list[Word]) -> list[Word]:
    """ "was in and out of prison": the second of two prepositions, with "and", governs what both do."""
    joint, other = words[-1].child("cc"), words[-1].child("conj")
    if len(words) > 1 or joint is None or other is None or other.i != joint.i + 1 or other.pos != "ADP":
        return []
    return [joint, other] if other.child("pobj", "prep") is not None else []


def _longer(words: list[Word], target: Word | None) -> tuple[list[Word], Word | None] | None:
    """The preposition with one more part, if such a group is known: "in" + "honour" + "of"."""
    if target is None:
        if joined := _joined(words):
            return [*words, *joined], _governed(joined[-1])
        inner = words[-1].child("prep")
        if inner is not None and inner.i == words[-1].i + 1:
            return [*words, inner], _governed(inner)
        return None
    if target.dep == "pcomp" and target.pos == "ADP" and target.i == words[-1].i + 1:
        return [*words, target], _governed(target) or words[-1].child("pobj")
    inner = next((w for w in target.right if w.dep == "prep"), None)
    if inner is None or inner.i != target.i + 1 or _governed(inner) is None:
        return None
    group = [*words, *(w for w in target.left if w.dep == "det"), target, inner]
    if " ".join(w.lower for w in group) not in entries("complex_prepositions"):
        return None
    return group, _governed(inner)
