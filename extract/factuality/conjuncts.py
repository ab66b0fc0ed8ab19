"""Which coordinated verbs share the negation and the modal of the first, and which go with a report above it."""

from __future__ import annotations

from extract.factuality.negation import goes_with_neither
from extract.factuality.signatures import Frame, Signature, signature
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of


def shares(word: Word, first: Word) -> bool:
    """Whether a conjunct shares the first one's negation and modal: "did not resign or apologise"."""
    parts = [c for c in word.children if c.dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass")]
    if parts and not (_is_bare_passive(word, parts) or _goes_on_bare(word, first) or _is_gapped(parts, first)):
        return False
    joined = [c.lower for c in first.right if c.dep == "cc" and c.i < word.i]
    if word.tag == "VBD" and first.tag == "VBN" and joined == ["or"]:
        return True  # has not admitted the theft or named a buyer: both are participles
    if joined == ["or"] and word.tag == first.tag and any(c.lower == "never" for c in first.left):
        return True  # never met the mayor or asked for money
    if word.tag in ("VBD", "VBZ", "VBP") and (
        first.tag != word.tag or any(c.dep in ("aux", "auxpass", "neg") for c in first.children)
    ):
        return False
    bare = joined == ["but"] and word.tag == first.tag == "VB" and any(c.tag == "MD" for c in first.left)
    return bare or not any(cc in ("but", "nor") for cc in joined) or goes_with_neither(word)


def _goes_on_bare(word: Word, first: Word) -> bool:
    """the car could arrive in May, and its price be fixed then: "be" has the modal of the verb before"""
    helpers = [c.lower for c in (*word.left, word) if c.dep in ("aux", "auxpass") or c is word]
    bare = "be" in helpers and word.child("expl", "neg") is None and all(h == "be" for h in helpers if h != word.lower)
    return bare and complex_of(word).modal is None and any(c.tag == "MD" for c in first.left)


def _is_gapped(parts: list[Word], first: Word) -> bool:
    """the mayor should be fired and the office closed: it should be"""
    alone = [c.dep for c in parts] == ["nsubjpass"]
    return alone and first.child("auxpass") is not None and any(c.tag == "MD" for c in first.left)


def _is_bare_passive(word: Word, parts: list[Word]) -> bool:
    """will stay on and be involved in the plan: "be" continues "will stay" """
    return word.tag == "VBN" and [(c.dep, c.lower) for c in parts] == [("auxpass", "be")]


def outer_report(verb: Word) -> Signature | None:
    """Holm said she understood his worries but that the dam was safe: Holm says so, and nobody understands it."""
    sign = signature(verb.head.lemma, "verb", Frame.THAT) if verb.dep == "ccomp" else None
    return sign if sign is not None and sign.reports else None


def is_unshifted(word: Word, first: Word) -> bool:
    """He said he would pay but has not: the tense goes with no "said" in the past."""
    cue, form = first.head, complex_of(first)
    helper = next((c for c in word.left if c.dep in ("aux", "auxpass")), None)
    if helper is None or helper.tag not in ("VBZ", "VBP") or cue.tag != "VBD" or first.dep != "ccomp":
        return False
    contrasts = any(c.lower == "but" and first.i < c.i < word.i for c in first.right)
    shifted = form.modal == "would" or (form.tense == "past" and form.aspect is not None)
    return contrasts and shifted and cue.i < first.i and word.child("nsubj", "nsubjpass", "expl") is None
