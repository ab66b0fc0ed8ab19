"""What opens a sentence and holds for its later verbs too, and what ends it and holds for the verb before."""

from __future__ import annotations

from collections.abc import Iterator

from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, is_time, is_verbal


def shared_opening(verb: Word) -> Iterator[Word]:
    """ "In May the firm sold its ships and bought a port": the opening holds for both verbs."""
    if verb.dep == "conj" and (time := shared_time(verb)) is not None:
        yield time
    while verb.dep == "conj" and is_verbal(verb.head) and verb.child("nsubj", "nsubjpass", "expl") is None:
        verb = verb.head
        subject = verb.child("nsubj", "nsubjpass")
        for word in verb.left:
            if subject is not None and word.i < subject.i and word.dep in {"prep", "npadvmod"}:
                yield word


def ending_of_counted(verb: Word) -> Iterator[Word]:
    """ "Six people were killed and 58 hurt in a blast in Kest": the blast killed the six."""
    if not _is_counted(verb) or any(w.dep not in {"cc", "conj", "punct"} for w in verb.right):
        return
    second = next((w for w in verb.right if w.dep == "conj"), None)
    if second is not None and _is_counted(second):
        yield from (w for w in second.right if w.dep in {"prep", "advcl", "npadvmod"})


def _is_counted(verb: Word) -> bool:
    """ "Six people were killed", "58 were hurt"."""
    subject = verb.child("nsubj", "nsubjpass")
    is_number = subject is not None and (subject.tag == "CD" or subject.child("nummod") is not None)
    return is_number and verb.tag in {"VBD", "VBN"}


def shared_time(verb: Word) -> Word | None:
    """ "On Monday the mayor resigned and the council met": both did then, where the second has no time of its own."""
    first, subject = verb.head, verb.child("nsubj", "nsubjpass")
    own = (w.child("pobj") if w.dep == "prep" else w for w in verb.children if w.dep in {"prep", "npadvmod", "advmod"})
    if verb.lemma in reporting("verb"):
        return None  # "In 2013 the bank was hacked, and it said that ...": said much later
    if subject is None or not (_is_past(verb) and _is_past(first)) or any(w is not None and is_time(w) for w in own):
        return None
    if not any(w.lower == "and" and w.i == verb.subtree()[0].i - 1 for w in first.right):
        return None
    opening = first.subtree()[0]
    target = opening.child("pobj") if opening.dep == "prep" and opening.head is first else None
    return opening if target is not None and target.entity == "DATE" and is_time(target) else None


def _is_past(verb: Word) -> bool:
    """ "resigned", "was taken", "had met"."""
    return verb.tag == "VBD" or any(w.dep in AUXILIARIES and w.tag == "VBD" for w in verb.left)
