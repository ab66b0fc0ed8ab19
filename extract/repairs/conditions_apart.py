"""Conditions that the words of a report part from what depends on them: "Unless it rains, Lund said, it will fail"."""

from __future__ import annotations

from extract.factuality.conditions import condition_mark, is_asked
from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, behind_comma, is_finite


def before_cue(clause: Word) -> None:
    """ "Unless prices fall, traders believe, the mill will close": they believe it whether they do or not."""
    cue = clause.head
    if clause.i > cue.i or cue.lemma not in reporting("verb") or condition_mark(clause) is None:
        return
    content = cue.head if cue.dep == "parataxis" else next((w for w in cue.right if w.dep == "ccomp"), None)
    if content is not None and content.i > cue.i and _is_between(clause, cue, content):
        clause.attach(content, "advcl")
        for mark in [w for w in content.left if w.dep == "punct" and w.i > cue.i]:
            mark.attach(cue, "punct")


def _is_between(clause: Word, cue: Word, content: Word) -> bool:
    """Whether commas part a cue with its subject from the condition before it and the clause behind it."""
    speaker = cue.child(*SUBJECTS)
    if speaker is None or not clause.i < speaker.i < content.i or not is_finite(content):
        return False
    subject = content.child(*SUBJECTS, "expl")
    return subject is not None and subject.i > cue.i and any(behind_comma(w) for w in _openers(content, cue))


def _openers(content: Word, cue: Word) -> list[Word]:
    """The first word behind the cue's own that belongs to the content, if no comma is between them."""
    return [w for w in content.subtree() if w.i > cue.i and w.pos != "PUNCT"][:1]


def asked_if(clause: Word) -> None:
    """ "It is not known if the ministry will pay": that is what is not known, and no condition.

    "Asked, for example, if it would pay, Lund said no": that is what was asked.
    """
    if not any(w.dep == "mark" and w.lower == "if" for w in clause.left):
        return
    asked = next((w for w in clause.head.left if w.lower == "asked" and w.dep == "advcl" and w.i < clause.i), None)
    if asked is not None and not asked.right and clause.i < clause.head.i:
        clause.attach(asked, "ccomp")
    elif is_asked(clause):
        clause.dep = "ccomp"


def behind_second(clause: Word) -> None:
    """ "The state has not paid, and it could refuse if enough voters complain": what it has not done needs none."""
    seconds = [w for w in clause.head.right if w.dep == "conj" and w.i < clause.i and w.child(*SUBJECTS) is not None]
    if seconds and is_finite(seconds[-1]) and condition_mark(clause) is not None:
        clause.attach(seconds[-1], "advcl")
