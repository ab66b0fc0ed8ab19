"""Reporting verbs that stand inside or after their own content: "The plan, he said, will fail"."""

from __future__ import annotations

from itertools import takewhile

from extract.english.wordlists import word_class
from extract.factuality.edges import ROOT, Edge, Link
from extract.factuality.signatures import Frame, signature
from extract.syntax.tree import Word

#: Verbs whose object is whom something is said to.
_TELLING = word_class("verbs of telling somebody")
_MINDING = frozenset({"expect", "foresee", "guess", "know", "realise", "realize", "suspect"})


def is_inserted(word: Word) -> bool:
    """Whether a word is such a verb; the clause it is hung on is then its content, not its host."""
    if word.dep == "parataxis":
        return _is_inserted(word)
    return word.dep == "conj" and _is_inverted(word)


def is_full(cue: Word, content: Word) -> bool:
    """Whether a clause has all it needs, so that one before it is no content of it.

    "Herons rise, Rovers hold off leaders", "Small ones pay little, large ones see a cut", "It is a weed - a plant often
    found in bogs".
    """
    if cue.lemma == "ask" or content.child("mark") is not None:
        return False  # "Is it shut?" Lund asked the guard.
    if cue.child("nsubj") is None or cue.dep == "parataxis":
        return cue.child("dobj") is None and any(c.dep == "ccomp" for c in cue.right)
    if cue.tag == "VBN" and cue.child("aux", "auxpass") is None:
        return any(c.dep in ("prep", "agent") for c in cue.right)
    near = takewhile(lambda c: c.pos != "PUNCT", cue.right)  # not: "They met, an aide said - a rare event"
    return any(
        (c.dep == "dobj" and not _is_told(c)) or (c.dep == "ccomp" and signature(c.lemma, "verb", Frame.THAT) is None)
        for c in near
    )


def main_clause(word: Word) -> Edge:
    """The step up from a sentence's top word: into a reporting verb that is inserted, if there is one."""
    for child in word.children:
        if _is_seeming(child) or (child.dep in ("parataxis", "conj") and is_inserted(child)):
            return Edge(Link.COMPLEMENT, child, child, Frame.THAT, signature(child.lemma, "verb", Frame.THAT))
    return ROOT


def _is_seeming(cue: Word) -> bool:
    """There are, it seems, no rules."""
    subject = cue.child("nsubj", "expl")
    alone = cue.dep == "parataxis" and cue.child("ccomp", "xcomp", "acomp", "prep") is None
    return alone and cue.lemma in ("appear", "seem") and subject is not None and subject.lower == "it"


def _is_inverted(cue: Word) -> bool:
    """The pier is safe, reported the Coast Post: the parser takes the cue for a second verb with an object."""
    sign = signature(cue.lemma, "verb", Frame.THAT)
    if sign is None or not sign.reports or cue.tag not in ("VBD", "VBZ"):
        return False
    if any(c.dep == "cc" and c.i < cue.i for c in cue.head.right) or any(c.pos != "PUNCT" for c in cue.left):
        return False
    parts = [c for c in cue.right if c.pos != "PUNCT"]
    return len(parts) == 1 and parts[0].dep == "dobj" and parts[0].pos == "PROPN"


def takes_back(cue: Word) -> bool:
    """I need not have worried: the room was ready. We shouldn't have doubted it - they won: no report, and no fear.

    Nor did anybody know in "I should have known: it was shut". Not: "He should have said: 'I lied'".
    """
    before = {w.lower for c in cue.left for w in (c, *c.left)}
    if "should" in before and "have" in before:
        return cue.child("neg") is not None or cue.lemma in _MINDING
    return "need" in before and cue.child("neg") is not None


def _is_inserted(cue: Word) -> bool:
    sign = signature(cue.lemma, "verb", Frame.THAT)
    going_on = cue.tag == "VBG" and cue.child("aux") is not None  # "The pier is safe, the Post is reporting"
    if sign is None or not sign.reports or takes_back(cue):
        return False
    if cue.tag not in ("VBD", "VBZ", "VBP", "VBN") and not going_on:
        return False
    if any(c.dep in ("ccomp", "xcomp", "mark") or (c.dep == "dobj" and not _is_told(c)) for c in cue.children):
        return False
    if any(c.text in (";", ":") and cue.i < c.i < cue.head.i for c in (*cue.head.left, *cue.right)):
        return False  # "Reed was charged with theft; his brothers were released", "Few are convinced: Lund said so"
    if any(c.text == ":" and c.i < cue.i for c in cue.head.right):
        return False  # Growth is low: "We expect little," Lund said.
    return cue.child("nsubj", "nsubjpass", "expl") is not None


def _is_told(noun: Word) -> bool:
    """The sample, she told the jurors, was taken later: whom it was said to is not what was said."""
    return noun.head.lemma in _TELLING and noun.lower not in ("it", "this", "that")


_ENDS_OF_SPEECH = frozenset(",.?!")


def ends_speech(source: str, end: int) -> bool:
    """Whether a quotation is over: "It is safe," he said; "We thought so": town stunned"""
    return source[end - 2] in _ENDS_OF_SPEECH or source[end : end + 1] == ":"
