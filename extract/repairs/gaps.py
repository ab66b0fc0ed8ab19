"""Objects and complements that hang on the wrong word, and verbs taken for parts of their object."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    WEEKDAYS,
    is_time,
    is_verbal,
    is_wh,
)

#: Verbs that take whom before what.
_GIVING = frozenset(
    {"award", "bring", "cost", "deny", "give", "grant", "hand", "lend", "offer", "owe", "pay", "promise", "send"}
    | {"sell", "show", "teach"}
)
_CHARGED = frozenset({"accuse", "acquit", "clear", "convict", "suspect"})
_THING_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "what", "which"})


def sent_whom(noun: Word) -> None:
    """ "the letters I sent her", "the funds they refused to give the mayor": the letters are what she was sent."""
    verb = clause = noun.head
    while clause.dep == "xcomp":
        clause = clause.head
    first = noun.left[0] if noun.left else noun
    if clause.dep != "relcl" or verb.lemma not in _GIVING or verb.child("auxpass") is not None or first.i != verb.i + 1:
        return
    gap, subject = clause.head, clause.child("nsubj")
    if subject is None or is_wh(subject) or noun.right or noun.lower in _THING_PRONOUNS:
        return
    named = noun.pos == "PRON" or noun.entity == "PERSON" or (first.dep == "det" and is_person(noun))
    if not named or noun.left[1:] or is_time(gap) or is_person(gap) or gap.pos == "PRON":
        return
    if any(w.dep in {"prep", "prt", "ccomp", "xcomp", "dative"} and w.i > noun.i for w in verb.right):
        return
    if any(w.tag == "WRB" or w.dep == "mark" for w in verb.left):
        return
    noun.dep = "dative"
    for word in verb.left:
        if word.tag in {"WDT", "WP"} and word.dep == "dative":
            word.dep = "dobj"


_OPENS_CLAUSE = frozenset({"whether", "if", "unless", "that", "because", "until", "although", "though"})


def plural_for_verb(noun: Word) -> None:
    """ "plans to test whether a lower dose works", "Unless the army withdraws, there will be no talks": a clause
    without a verb has the last word that looks like one.
    """
    subject = noun.left[-1] if noun.left else None
    if subject is None or subject.dep != "compound" or subject.i != noun.i - 1 or subject.tag not in {"NN", "NNP"}:
        return
    if noun.tag != "NNS" or not noun.lower.endswith("s") or noun.child("nsubj", "nsubjpass", "aux", "relcl"):
        return
    first = next((w for w in noun.left if w.dep != "mark"), subject)
    mark = next((w for w in (*noun.left, *noun.head.left) if w.dep == "mark" and w.i == first.i - 1), None)
    if mark is None or mark.lower not in _OPENS_CLAUSE or first.dep not in {"det", "poss", "compound"}:
        return
    noun.pos, noun.tag, noun.lemma = "VERB", "VBZ", _singular(noun.lower)
    for word in [w for w in noun.left if w not in (mark, subject)]:
        word.attach(subject, word.dep)
    mark.attach(noun, "mark")
    subject.dep = "nsubj"
    if noun.dep == "dobj":
        noun.dep = "ccomp"


def _singular(form: str) -> str:
    """The plain form of a verb in -s: "notifies", "watches", "fines"."""
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("sses", "shes", "ches", "xes", "zes")) else form[:-1]


def object_of_particle(particle: Word) -> None:
    """ "They brushed aside warnings from the board", "They let Lund down": whom or what they did it to."""
    noun = particle.child("pobj", "nsubj")
    if noun is not None and particle.head.child("dobj") is None:
        noun.attach(particle.head, "dobj")


@only_on("of")
def charged_of(preposition: Word) -> None:
    """ "He was convicted in May of three counts of theft", "died last week of fever": May, the week are of nothing."""
    day, of_what = preposition.head, preposition.child("pobj", "pcomp")
    if day.head.dep == "agent" and day.head.head.lemma in _CHARGED:
        preposition.attach(day.head.head, "prep")  # "accused by critics of lying"
        return
    if not is_time(day) or of_what is None or is_time(of_what):
        return
    known = day.lower in WEEKDAYS or any(w.lower in {"last", "this", "next"} for w in day.left)
    known = known and not any(w.lower in {"the", "a"} for w in day.left)
    verb = day.head.head if day.dep == "pobj" and day.head.dep == "prep" else day.head
    if day.dep in {"pobj", "npadvmod"} and is_verbal(verb) and (known or verb.lemma in _CHARGED):
        start = (day if day.dep == "npadvmod" else day.head).subtree()[0].i
        last = next((w for w in verb.subtree() if w.i == start - 1), verb)
        charged = verb.lemma in _CHARGED or last.dep not in {"dobj", "pobj"}  # "led to the passage Monday of a bill"
        guilty = next((w for w in verb.right if w.dep in {"oprd", "acomp"} and w.i < day.i), verb)
        preposition.attach(guilty if charged else last, "prep")


def given_thing(thing: Word) -> None:
    """ "It was given a rating": the rating is what it was given, and no preposition stands before it."""
    verb = thing.head
    if verb.tag == "VBN" and verb.dep != "prep" and verb.lemma in _GIVING and verb.child("dobj") is None:
        thing.dep = "dobj"
