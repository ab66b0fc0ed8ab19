"""Conditions without "if" that the parser takes for other clauses, and verbs whose forms it mixes up."""

from __future__ import annotations

from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import AUXILIARIES, SAME_IN_PAST, SUBJECTS, first_conjunct, is_finite, subject_label

_UNREAL = frozenset({"would", "could", "might"})
_PAST = frozenset({"VBN", "VBD"})
_PROVIDING = frozenset({"provided", "providing", "assuming", "presuming", "supposing"})


def of_auxiliary(word: Word) -> None:
    """ "Never has a mayor sold it": what is hung on the auxiliary denies the verb; "The ferry was not overloaded": what
    is hung on the predicate does, too."""
    above = word.head
    auxiliary = above.dep in {"aux", "auxpass"} and word.i < above.i
    predicate = above.dep in {"acomp", "attr"} and above.head.lemma == "be" and word.lower != "no"  # "no less costly"
    if auxiliary or (predicate and word.i == above.head.i + 1 < above.i):
        word.attach(above.head, "neg")


@only_on("had")
def had_behind(had: Word) -> None:
    """ "It would have held had the guards acted", "... had Reed not saved": the condition of what would have been."""
    host = had.head
    if had.i < host.i or had.child(*AUXILIARIES, *SUBJECTS, "mark") is not None:
        return
    verb = _unreal(host, had)
    subject, clause = _inverted(had)
    if verb is None or subject is None or clause is None:
        return
    clause.attach(verb, "advcl")
    for word in [w for w in had.children if w is not subject]:
        word.attach(clause, word.dep)
    subject.attach(clause, subject_label(clause))
    had.attach(clause, "aux")
    clause.tag = "VBN"


@only_with("had")
def condition_leads(main: Word) -> None:
    """ "The mill would have closed, had the state not paid": what would have been is the main clause."""
    clause = main.head
    had = next((w for w in clause.left if w.dep == "aux" and w.lower == "had"), None)
    subject = clause.child(*SUBJECTS)
    if had is None or subject is None:
        return
    parts = complex_of(main)
    if parts.modal not in _UNREAL or parts.aspect != "perfect":
        return
    if main.i < had.i < subject.i and not any(w.dep in {"cc", "mark"} or w.text in ";:" for w in clause.left):
        main.take_place_of(clause)
        clause.attach(main, "advcl")


def _unreal(host: Word, had: Word) -> Word | None:
    """The last verb before "had" of which it is told what would have been, with no "and" between."""
    verbs = [w for w in (host, *host.having("ccomp", "conj")) if w.i < had.i and w.pos in {"VERB", "AUX"}]
    found = [w for w in verbs if complex_of(w).modal in _UNREAL and complex_of(w).aspect == "perfect"]
    if not found:
        return None
    verb = max(found, key=lambda w: w.i)
    joined = any(w.dep == "cc" and verb.i < w.i < had.i for w in (*host.right, *verb.right))
    return None if joined else verb


def _inverted(had: Word) -> tuple[Word | None, Word | None]:
    """The subject and the participle behind "had"."""
    clause = had.child("ccomp")
    if clause is not None and clause.tag in _PAST and clause.child("mark") is None:
        return clause.child("nsubj", "nsubjpass"), clause
    noun = had.child("dobj")
    beside = (w for w in (*(noun.right if noun is not None else ()), *had.head.right) if w.dep in {"acl", "dep"})
    return noun, next((w for w in beside if noun is not None and w.i > noun.i and _is_done(w)), None)


def _is_done(clause: Word) -> bool:
    return clause.tag == "VBN" and clause.child("neg", "auxpass") is not None


@only_on(*_PROVIDING)
def provided_that(preposition: Word) -> None:
    """ "may go home, provided (that) the road is cleared", "Assuming it closes, they lose": a condition.

    "He bought it, assuming it was safe": that is what he thought.
    """
    clause = preposition.child("pcomp", "ccomp", "dep")
    if clause is None or preposition.left or clause.child("nsubj", "nsubjpass", "expl") is None:
        return
    host = preposition.head
    first = next((w for w in host.left if w.dep in AUXILIARIES), host)
    if preposition.dep == "advcl" and (first.tag == "VBD" or first.lemma == "have"):
        return
    if any(w.tag.startswith("W") for w in clause.left):
        return  # "It helps families, providing what they need"
    if host.pos not in {"VERB", "AUX"} or (clause.child("mark") is None and not is_finite(clause)):
        return
    clause.attach(host, "advcl")
    preposition.attach(clause, "mark")


_OF_EVENT = frozenset({"acl", "advcl", "ccomp", "relcl"})


@only_on("event")
def in_the_event(noun: Word) -> None:
    """ "It will be sold in the event that the council agrees": if it agrees."""
    opener, verb = noun.head, noun.head.head
    clause = next((w for w in (*noun.right, *verb.right) if w.dep in _OF_EVENT and w.i > noun.i), None)
    if opener.lower != "in" or clause is None or verb.pos not in {"VERB", "AUX"}:
        return
    that = next((w for w in clause.left if w.lower == "that" and w.i == noun.i + 1), None)
    asked = that is not None and that.dep not in {"dobj", "pobj"}  # not: "in the event that the council hosted"
    if that is not None and asked and clause.child(*SUBJECTS, "expl") not in {None, that}:
        that.dep = "mark"
        clause.attach(verb, "advcl")
        opener.attach(clause, "prep")


def bare_conjunct(verb: Word) -> None:
    """ "will sell the mill and put the money in a bank": it has not put it there.

    "would do harm, lead to debt and erode trust": it leads to none.
    """
    first = verb.head
    if first.tag != "VB" or first.i > verb.i:
        return
    present = verb.tag == "VBP" and verb.lower == verb.lemma
    if not present and (verb.tag not in {"VBD", "VBN"} or verb.lower not in SAME_IN_PAST):
        return
    if verb.child(*AUXILIARIES, *SUBJECTS, "mark", "agent") is not None:
        return
    joined = [w for w in (*first.right, *verb.right) if w.dep == "cc" and w.lower in {"and", "or"}]
    if not present:
        joined = [w for w in joined if w.i < verb.i]
    if joined and any(w.tag == "MD" or (w.tag == "TO" and not present) for w in first_conjunct(first).left):
        verb.tag = "VB"


@only_with("did", "does", "do", "had", "has", "have", "was", "were")
def only_then(noun: Word) -> None:
    """ "Only after the fire did the council inspect the building": it did, and no fire inspects anything."""
    auxiliary, verb = noun.head, noun.head.head
    opener, subject = auxiliary.child("mark"), verb.child(*SUBJECTS)
    if auxiliary.dep not in AUXILIARIES or opener is None or subject is None:
        return
    if noun.i < auxiliary.i < subject.i:
        opener.attach(verb, "prep")
        noun.attach(opener, "pobj")
        for word in list(auxiliary.children):
            word.attach(verb, word.dep)
