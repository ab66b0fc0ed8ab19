"""What an author asks readers to take note of, or shows them: he says it himself.

Readers should note that Lund sold the mill. Remember that it burned in 2009. Be aware that it is old. Here you see how
it works.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import first_conjunct

_NOTING = frozenset(
    {"note", "remember", "recall", "know", "realize", "realise", "recognize", "recognise", "understand"}
)
_FINDING = frozenset(
    {"see", "learn", "discover", "explore", "find", "know", "notice", "realise", "realize", "understand"}
)
_PERHAPS = frozenset({"could", "may", "might", "would"})
_OPEN = frozenset({"if", "unless", "when", "where", "whether"})
_JUDGED = frozenset({"bad", "best", "better", "good", "great", "worst"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "aux", "auxpass", "neg", "mark")


def is_order(cue: Word) -> bool:
    """Tell us whether it works: nobody has told it, only the one who asks for it speaks."""
    top = first_conjunct(cue)
    return top.is_root and cue.tag == "VB" and all(word.child(*_SUBJECTS) is None for word in (cue, top))


def is_advice(cue: Word) -> bool:
    """Whether a verb that takes a clause only tells others to heed it; "it should be said" is advice, too."""
    if cue.dep == "acomp":
        return cue.lower in {"aware", "mindful"} and is_order(cue.head)  # be aware that it is old, not: be sure it is
    if cue.pos != "VERB" or cue.child("neg") is not None:
        return False
    if cue.lemma in _NOTING and cue.is_root and cue.tag in ("VB", "VBP") and cue.child(*_SUBJECTS) is None:
        return True
    if complex_of(cue).modal not in ("should", "must", "ought"):
        return False
    subject = cue.child("nsubjpass")
    return cue.lemma in _NOTING or (subject is not None and subject.lower == "it")


def is_shown(content: Word, cue: Word, source: Sequence[Word]) -> bool:
    """See how it works; you will find that it is old; it is known to leak; the good news is that it holds.

    Nobody but the author says so.
    """
    if is_order(cue):
        return True
    if cue.lemma == "call" and (cue.child("nsubjpass") or cue).lower == "what":
        return True  # what's called lead, a metal mined there
    if cue.lemma == "news":
        return any(word.lower in _JUDGED for word in cue.left)
    if cue.lemma not in _FINDING or cue.child("neg") is not None or complex_of(cue).modal in _PERHAPS:
        return False
    if cue.tag == "VBG" or (cue.tag == "VBN" and cue.lemma != "know"):
        return False  # he was found to be ill: somebody found it
    if any(word.lower in _OPEN for word in (*cue.left, *cue.head.left, *content.left)):
        return False  # if you see that it leaks; you need to know when it leaks
    return all(word.lower in {"anybody", "anyone", "you"} for word in source)
