"""A finite verb behind an inserted clause belongs to what stands before it: "The dam, built in 1920, burst"."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    is_finite,
    is_nominal,
)


def lead_with(main: Word, noun: Word, aside: Word) -> None:
    """Makes `main` the root with `noun` for its subject, and what follows in `aside` its own."""
    later = [w for w in (*noun.right, *aside.right) if w.i > main.i]
    before = [w for w in noun.left if w.dep in {"prep", "advmod", "cc", "npadvmod"}]
    main.lead()
    noun.attach(main, "nsubj")
    for word in (*before, *later):
        word.attach(main, word.dep)


def was_told(verb: Word) -> None:
    """ "He was fined and told he was lucky": he was told so, for there is nobody whom he told."""
    first = verb.head
    if verb.tag != "VBD" or first.tag != "VBN" or verb.lemma not in entries("telling_verbs"):
        return
    if verb.child("dobj", "dative", *SUBJECTS, *AUXILIARIES) is None and first.child("auxpass") is not None:
        content = verb.child("ccomp", "xcomp")
        verb.tag = "VBN" if content is not None and content.i > verb.i else verb.tag


def further_content(verb: Word) -> None:
    """ "Reed said it sold the mill, had learnt from it and was glad": one firm did all of it."""
    first = next((w for w in verb.head.right if w.dep == "ccomp" and w.i < verb.i), None)
    if first is None or verb.i < verb.head.i or verb.child(*SUBJECTS, "mark", "expl") is not None:
        return
    asked = first.child("mark")
    if not is_finite(verb) or not is_finite(first) or first.child(*SUBJECTS) is None:
        return
    if asked is not None and asked.lower != "that":
        return  # "Lund, asked if it was true, said no"
    start = verb.subtree()[0].i
    comma = next((w for w in (*verb.head.right, *first.right) if w.text == "," and w.i == start - 1), None)
    if comma is None and verb.left and verb.left[0].text == ",":
        comma = verb.left[0]  # "Doctors say he is awake, can speak and is in no pain"
    if comma is not None:
        comma.attach(first, "punct")
        verb.attach(first, "conj")


def coordinated(verb: Word) -> None:
    """A verb behind an aside or a passive, or one that readers are told."""
    _order_behind(verb)
    only_if(verb)
    was_told(verb)


def only_if(verb: Word) -> None:
    """ "It slows the disease, but only if taken early": nobody says that it is taken."""
    mark = verb.child("mark") if verb.tag == "VBN" else None
    if mark is None or mark.lower not in {"if", "once", "unless", "when"}:
        return
    if verb.child(*SUBJECTS, *AUXILIARIES) is None:
        verb.dep = "advcl"


def behind_number(number: Word) -> None:
    """ "A quake with a magnitude of at least 6.2 hit Norland": the quake is the subject, not the number."""
    verb, of = number.head, number.head.head
    top = verb.root
    if number.tag != "CD" or verb.tag not in {"VBD", "VBZ"} or verb.dep != "pobj" or of.lower != "of":
        return
    if number.i != verb.i - 1 or not is_nominal(top) or top.i > of.i or top.child(*SUBJECTS) is not None:
        return
    number.attach(of, "pobj")
    lead_with(verb, top, of)


_FIRST = frozenset({"after", "before", "once", "when", "whenever"})


def _order_behind(verb: Word) -> None:
    """ "Once you have filled it, close the lid": the main verb is what readers are told to do."""
    first = verb.head
    opens = first.left[0].lower in _FIRST if first.left else False
    if not opens or not first.is_root or verb.tag != "VB" or verb.lower != verb.lemma or first.child("cc") is not None:
        return
    comma = any(w.text == "," and w.i == verb.subtree()[0].i - 1 for w in (*first.right, *verb.left))
    if comma and is_finite(first) and verb.child(*SUBJECTS, *AUXILIARIES) is None:
        verb.lead()
        first.attach(verb, "advcl")
