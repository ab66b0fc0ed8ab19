"""What an author asks readers to take note of: he says it himself.

Readers should note that Lund sold the mill. Remember that it burned in 2009.
"""

from __future__ import annotations

from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import first_conjunct

_NOTING = frozenset(
    {"note", "remember", "recall", "know", "realize", "realise", "recognize", "recognise", "understand"}
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "aux", "auxpass", "neg", "mark")


def is_order(cue: Word) -> bool:
    """Tell us whether it works: nobody has told it, only the one who asks for it speaks."""
    top = first_conjunct(cue)
    return top.is_root and cue.tag == "VB" and all(word.child(*_SUBJECTS) is None for word in (cue, top))


def is_advice(cue: Word) -> bool:
    """Whether a verb that takes a clause only tells others to heed it; "it should be said" is advice, too."""
    if cue.pos != "VERB" or cue.child("neg") is not None:
        return False
    if cue.lemma in _NOTING and cue.is_root and cue.tag in ("VB", "VBP") and cue.child(*_SUBJECTS) is None:
        return True
    if complex_of(cue).modal not in ("should", "must", "ought"):
        return False
    subject = cue.child("nsubjpass")
    return cue.lemma in _NOTING or (subject is not None and subject.lower == "it")
