"""Who is given something and what, where the parser makes one noun phrase or two clauses of both."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, subject_label


def gives_people(noun: Word) -> None:
    """ "The deal gives workers shares": they get them, and nobody gets "workers shares".

    So do "homeless people tents", "voters lower taxes" and "the firm permission".
    """
    thing, verb = noun.head, noun.head.head
    if thing.dep != "dobj" or verb.lemma not in _GIVING or not is_person(noun) or noun.i > thing.i or noun.right:
        return
    first = thing.subtree()[0]
    owned = first.dep == "det" and first.head is thing
    if first.i != verb.i + 1 or any(w.dep in {"prep", "dative"} for w in verb.left):
        return
    beside = noun.i == thing.i - 1 and thing.lemma in _GRANTED
    if (noun.tag == "NNS" and not owned) or (noun.tag == "NN" and owned and beside):
        for word in [w for w in thing.left if w.i < noun.i]:
            word.attach(noun, word.dep)
        noun.attach(verb, "dative")


#: Things that people are given, never named after who gets them.
_GRANTED = frozenset({"access", "bail", "control", "immunity", "permission", "power", "time"})


_GIVING = frozenset({"award", "deny", "give", "grant", "hand", "guarantee", "lend", "offer", "owe", "pay", "promise"})


def gives_both(thing: Word) -> None:
    """ "The law gives parents leave and a bonus": the parents get leave, and leave nothing."""
    verb = thing.head
    who = next((w for w in verb.right if w.dep == "dobj" and w.i < thing.i), None)
    if who is None or verb.lemma not in _GIVING or thing.subtree()[0].i != who.subtree()[-1].i + 1:
        return
    if is_person(who) and thing.child(*SUBJECTS, *AUXILIARIES, "dobj") is None:
        who.dep = "dative"
        thing.pos, thing.tag = ("NOUN", "NN") if thing.tag in {"VB", "VBP"} else (thing.pos, thing.tag)


def told_whom(noun: Word) -> None:
    """ "She told police Holt had a gun": the police were told, and Holt had it."""
    name = noun.head
    cue = name.head if name.dep in {"dobj", "dative"} else name.head.head
    content = next((w for w in cue.right if w.dep == "ccomp" and w.i > noun.i), None)
    if noun.tag != "NNS" or name.pos != "PROPN" or noun.left or content is None or cue.i != noun.i - 1:
        return
    if cue.lemma in entries("telling_verbs") and content.child(*SUBJECTS) in {None, name}:
        noun.attach(cue, "dative")
        name.attach(content, subject_label(content))
