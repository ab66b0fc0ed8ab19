"""Clauses that share a noun: whose verb is whose in series, relative clauses, clefts and inserted descriptions."""

from __future__ import annotations

from extract.claims.clauses import whole_of
from extract.claims.nounphrase import is_plural
from extract.claims.roles import is_person
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    behind_comma,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
    opens_behind_comma,
    subject_label,
)

_WEARING = frozenset({"carry", "clutch", "grin", "hold", "laugh", "sing", "smile", "sob", "wave", "wear", "weep"})
_SOME = frozenset({"all", "any", "each", "few", "half", "many", "most", "none", "one", "several", "some"})


def series_of_relative(verb: Word) -> None:
    """ "a gang who posed as plumbers, tied him up and left": the gang tied him up."""
    above = verb.head
    thing = above.child("dobj", "attr") if verb.tag == "VBD" else None
    clause = thing.child("relcl") if thing is not None else None
    if clause is None or clause.tag != "VBD" or verb.i < clause.i or above.tag == "VBD":
        return
    if verb.child(*SUBJECTS, *AUXILIARIES, "mark") is not None or not any(w.tag == "WP" for w in clause.left):
        return
    start = verb.subtree()[0].i
    near = (*above.right, *clause.right, *(thing.right if thing is not None else ()))
    comma = next((w for w in near if w.text == "," and w.i == start - 1), None)
    if comma is not None:
        comma.attach(clause, "punct")
        verb.attach(clause, "conj")


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
        if last.tag == "VBD" and last.lower.endswith(("ed", "t", "ld")) and last.child("dobj") is None:
            last.tag = "VBN"


_DONE = frozenset({"VBD", "VBN", "VBZ"})


def where_of_first(where: Word) -> None:
    """ "the hall, where they sang and others danced": they sang there too."""
    verb = where.head
    first = verb.head
    if where.tag == "WRB" and verb.dep == "conj" and first.dep == "relcl" and where.i < first.i < verb.i:
        where.attach(first, "advmod")


def one_of_which(verb: Word) -> None:
    """ "three clients, one of which, it is said, has left": one of the clients has."""
    if verb.child(*SUBJECTS) is not None or not is_finite(verb) or any(w.dep == "cc" for w in verb.head.right):
        return
    before = [w for w in verb.head.subtree(lambda w: w is verb) if w.i < verb.i]
    part = next((w for w in reversed(before) if w.lower in _SOME and _of_whom(w) is not None), None)
    if part is None or part.dep not in {"appos", "conj"}:
        return
    nouns = [w for w in before if w.i < part.i and w.tag == "NNS" and not is_time(w)]
    if nouns and not part.holds(verb) and not nouns[-1].holds(verb):
        start = part.subtree()[0].i
        part.attach(verb, subject_label(verb))
        verb.attach(nouns[-1], "relcl")
        for comma in [w for w in before if w.text == "," and w.i == start - 1 and not w.holds(nouns[-1])]:
            comma.attach(nouns[-1], "punct")


def _of_whom(part: Word) -> Word | None:
    of = next((w for w in part.right if w.lower == "of" and w.i == part.i + 1), None)
    whom = of.child("pobj") if of is not None else None
    return whom if whom is not None and whom.lower in {"which", "whom"} else None


def spent_doing(gerund: Word) -> None:
    """ "She spent much of her twenties drawing shelters": she drew them."""
    time = gerund.head
    if gerund.tag != "VBG" or gerund.i != time.i + 1 or time.dep not in {"pobj", "dobj"}:
        return
    verb = next((w for w in gerund.ancestors() if is_verbal(w)), None)
    if verb is not None and verb.lemma == "spend" and not is_person(time):
        gerund.attach(verb, "xcomp")


def rang_wearing(participle: Word) -> None:
    """ "He rang the bell wearing a jumper": he wore it, and no bell."""
    thing = participle.head
    verb = thing.head
    subject = verb.child("nsubj")
    if participle.tag != "VBG" or participle.lemma not in _WEARING or thing.dep != "dobj" or subject is None:
        return
    person = is_person(subject) or subject.lower in {"he", "i", "she", "they", "we", "who", "you"}
    if person and not is_person(thing) and not thing.entity and thing.pos == "NOUN":
        participle.attach(verb, "advcl")


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


def beside_contact_clause(verb: Word) -> None:
    """ "They are the best you could meet, and he would help anyone": he would, whomever you meet."""
    clause = verb.head
    if clause.dep != "relcl":
        return
    main = next((w for w in clause.ancestors() if is_verbal(w)), None)
    if main is None or verb.child(*SUBJECTS) is None or not is_finite(verb):
        return
    if any(w.tag[0] == "W" or w.lower == "that" for w in clause.subtree(lambda w: w is verb)):
        return
    joint = next((w for w in clause.right if w.dep == "cc" and w.i == verb.subtree()[0].i - 1), None)
    if joint is not None and behind_comma(joint):
        joint.attach(main, "cc")
        verb.attach(main, "conj")


def gerund_beside(gerund: Word) -> None:
    """What somebody did and no time, nor the thing beside it."""
    for repair in (spent_doing, rang_wearing):
        if gerund.dep == "acl":
            repair(gerund)


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
