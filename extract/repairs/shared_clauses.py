"""Clauses that share a noun: whose verb is whose in series, relative clauses, clefts and inserted descriptions."""

from __future__ import annotations

from extract.claims.clauses import whole_of
from extract.claims.nounphrase import is_plural
from extract.claims.roles import is_person
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SUBJECTS,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
    opens_behind_comma,
)


def where_of_first(where: Word) -> None:
    """ "the hall, where they sang and others danced": they sang there too."""
    verb = where.head
    first = verb.head
    if where.tag == "WRB" and verb.dep == "conj" and first.dep == "relcl" and where.i < first.i < verb.i:
        where.attach(first, "advmod")


def spent_doing(gerund: Word) -> None:
    """ "She spent much of her twenties drawing shelters": she drew them."""
    time = gerund.head
    if gerund.tag != "VBG" or gerund.i != time.i + 1 or time.dep not in {"pobj", "dobj"}:
        return
    verb = next((w for w in gerund.ancestors() if is_verbal(w)), None)
    if verb is not None and verb.lemma == "spend" and not is_person(time):
        gerund.attach(verb, "xcomp")


def not_until(be: Word) -> None:
    """ "It was not until Monday that they were found": they were, and not before."""
    if be.lemma != "be":
        return
    it, no = be.child("nsubj", "expl"), be.child("neg")
    until = next((w for w in be.right if w.lower in {"until", "till"} and w.dep in {"prep", "mark"}), None)
    main = next((w for w in be.right if w.dep in {"ccomp", "advcl", "relcl"} and w.subtree()[0].lower == "that"), None)
    if it is None or it.lower != "it" or no is None or until is None or main is None:
        return
    if main.child(*SUBJECTS) is None or until.i > main.i:
        return
    main.take_place_of(be)
    no.attach(until, "advmod")
    until.attach(main, "prep")
    for word in [w for w in be.children if w.dep == "punct"]:
        word.attach(main, "punct")
    be.pos, be.tag = "X", "FW"
    be.attach(main, "dep")


def part_of_which(verb: Word) -> None:
    """ "found a crate of rings all of which bore a date": what they found is the crate, and no clause.

    "It has 60 nurses, most of whom have left", "3 million, of which half is spent", "six men with a net, one of whom":
    part of what stands before.
    """
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or verb.head is verb or not verb.left:
        return
    opener = verb.left[0]
    counted = subject.tag == "CD" or any(w.tag == "CD" for w in subject.left) or subject.lower in _SHARES
    if opener.lower == "of" and counted and opener.right and is_wh(opener.right[0]) and subject.i > opener.i + 2:
        opener.attach(subject, "prep")
    if (whole := whole_of(subject)) is None:
        return
    noun = verb.head.child("dobj", "dative") if verb.dep == "ccomp" else _counted_before(verb, subject)
    if noun is None or verb.i < noun.i or verb.holds(noun):
        return
    if noun.holds(verb.head) and not (whole.lower == "whom" and not is_plural(verb.head) and is_person(noun)):
        return
    if verb.dep == "ccomp":
        noun.dep = "dobj"
    verb.attach(noun, "relcl")


_SHARES = frozenset({"half", "many", "most", "much", "several", "some"})


def _counted_before(verb: Word, subject: Word) -> Word | None:
    """The plural or the sum before a comma, parts of which a clause is about."""
    start = subject.subtree()[0].i
    near = {w.i: w for w in verb.root.subtree() if start - 3 < w.i < start}
    comma, word = near.get(start - 1), near.get(start - 2)
    if comma is None or word is None or comma.text != ",":
        return None
    for noun in (word, *word.ancestors()):
        if noun.dep == "acl" and noun.tag in {"VBG", "VBN"}:
            continue  # "six men hauling a net, one of whom"
        if noun.tag == "CD" and noun.dep == "pobj" and noun.head.lower == "of" and is_nominal(noun.head.head):
            continue  # "a population of 4,000, most of whom"
        numbered = any(w.tag == "CD" for w in noun.left) or (noun.holds(word) and word.tag == "CD")
        many = noun.tag in {"NNS", "NNPS", "CD"} or numbered
        if is_verbal(noun) or (many and is_nominal(noun) and not is_time(noun)):
            return noun if is_nominal(noun) and not is_verbal(noun) else None
    return None


def series_of_passives(verb: Word) -> None:
    """ "The line was nationalised in 1948, electrified in 1960 and sold": three things done to it."""
    first = verb.head
    if verb.tag not in {"VBN", "VBD"} or first.child("auxpass") is None or verb.i < first.i:
        return
    if verb.child(*SUBJECTS, *AUXILIARIES, "mark", "agent", "advmod") is not None or not opens_behind_comma(verb):
        return
    joint = next((w for above in (verb, first) for w in above.right if w.dep == "cc" and w.i > verb.i), None)
    last = None if joint is None else next((w for w in joint.head.right if w.dep == "conj" and w.i > joint.i), None)
    if joint is None or last is None or joint.lower != "and" or last.child(*SUBJECTS) is not None:
        return
    if verb.subtree()[0] is verb and is_verbal(last) and last.subtree()[0].i == joint.i + 1 and last.tag in _DONE:
        verb.attach(first, "conj")
        for past in (verb, last):
            if past.tag == "VBD" and past.lower.endswith(("ed", "t", "ld")) and past.child("dobj") is None:
                past.tag = "VBN"


def after_relative(verb: Word) -> None:
    """ "a woman known for her voice, who was cheated by Lund, mocked by Holt and beaten": she was, and no voice is."""
    start = verb.subtree()[0].i
    last = next((w for w in verb.head.root.subtree() if w.i == start - 2), verb)
    above = next((w for w in (last, *last.ancestors()) if w.dep == "relcl"), None)
    if verb.tag not in PAST_TAGS or above is None or above.child("auxpass") is None or above.holds(verb):
        return
    if verb.child(*SUBJECTS, *AUXILIARIES, "mark") is not None or verb.child("agent", "cc") is None:
        return
    if verb.head.i < above.i and opens_behind_comma(verb):
        verb.attach(above, "conj")


_DONE = frozenset({"VBD", "VBN", "VBZ"})
