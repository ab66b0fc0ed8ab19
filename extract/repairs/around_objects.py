"""What stands behind a verb's object: what the object does, the object's own phrase, the phrase of several objects."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, first_conjunct, is_infinitive, is_nominal, is_time

#: Verbs that bring their object into doing something.
_LEAVING = frozenset({"catch", "get", "keep", "leave", "send", "set"})


def left_doing(gerund: Word) -> None:
    """ "The storm left residents waiting", "The news sent prices soaring": they wait and soar, and no storm does.

    "Lund left the house carrying a bag": Lund carried it.
    """
    verb, thing = gerund.head, gerund.head.child("dobj")
    if gerund.tag != "VBG" or verb.lemma not in _LEAVING or thing is None or thing.head.child("auxpass") is not None:
        return
    if not verb.i < thing.i < gerund.i or gerund.child(*SUBJECTS, *AUXILIARIES, "mark", "ccomp") is not None:
        return
    if thing.subtree()[-1].i != gerund.subtree()[0].i - 1 or (thing.pos == "PRON" and thing.lower.endswith("self")):
        return
    if gerund.lemma in _OF_SUBJECT or (verb.lemma != "leave" and gerund.child("dobj") is not None):
        return  # "Lund sent the money using a bank"
    somebody = is_person(thing) or thing.tag == "NNS" or thing.pos == "PRON"
    moved = group_noun(thing.lemma) in {Sort.BODY, Sort.PLACE} and gerund.child("dobj") is None
    if verb.lemma != "leave" or somebody or moved:
        gerund.attach(verb, "ccomp")
        thing.attach(gerund, "nsubj")


#: What the subject does beside another verb.
_OF_SUBJECT = frozenset({"cite", "promise", "say", "use", "want"})

_URGING = frozenset(
    {"advise", "allow", "ask", "beg", "compel", "enable", "encourage", "expect", "forbid", "force", "instruct"}
    | {"invite", "oblige", "order", "permit", "persuade", "pressure", "require", "tell", "urge", "want", "warn"}
)


@only_on("with", "in", "from", "near", "at", "without", "under", "over", "of", "along")
def asked_of_whom(preposition: Word) -> None:
    """ "It urged people with weak lungs to stay home", "It requires firms with many clerks to pay": which people and
    firms, and not how."""
    verb, thing, target = preposition.head, preposition.head.child("dobj"), preposition.child("pobj")
    deed = next((w for w in verb.right if w.dep in {"advcl", "xcomp", "ccomp"} and w.i > preposition.i), None)
    if verb.lemma not in _URGING or thing is None or target is None or deed is None or is_time(target):
        return
    if not is_infinitive(deed) or deed.child(*SUBJECTS) is not None or not is_nominal(thing) or thing.pos == "PRON":
        return
    if thing.subtree()[-1].i + 1 == preposition.i and preposition.subtree()[-1].i + 1 == deed.subtree()[0].i:
        preposition.attach(thing, "prep")
        deed.attach(verb, "ccomp")
        thing.attach(deed, "nsubj")


@only_on("of", "for", "to", "from", "with", "on", "against")
def of_all_objects(preposition: Word) -> None:
    """ "They accused the mayor and two clerks of theft": both of them, where the verb asks for "of"."""
    last = preposition.head
    first = first_conjunct(last)
    verb = first.head
    if (
        last is first
        or first.dep != "dobj"
        or f"{verb.lemma} {preposition.lower}" not in entries("governed_prepositions")
    ):
        return
    beside = any(w.dep in {"prep", "dative"} and w.lower == preposition.lower for w in (*verb.right, *first.right))
    if not beside and last.right[-1] is preposition and preposition.child("pobj", "pcomp") is not None:
        preposition.attach(verb, "prep")


@only_with("whether")
def debated_whether(verb: Word) -> None:
    """ "The council debated whether to sell the mill": that is what it debated, and no aim."""
    mark = verb.child("mark")
    above = verb.head
    if mark is not None and mark.lower == "whether" and is_infinitive(verb) and above.child("dobj", "attr") is None:
        verb.dep = "ccomp" if verb.i > above.i else verb.dep


@only_on("further", "farther", "well", "far", "slightly")
def further_ahead(degree: Word) -> None:
    """ "The team is not further ahead": ahead is where it is not."""
    verb = degree.head
    where = next((w for w in verb.right if w.i == degree.i + 1), None)
    if where is not None and where.lower in {"ahead", "behind"} and where.dep in {"advmod", "prep"}:
        where.dep = "acomp" if where.dep == "advmod" else where.dep
        degree.attach(where, "advmod")


@only_on("that")
def and_that_noun(that: Word) -> None:
    """ "found that the mill was old and that staff left": staff did, and no "that staff" is told of."""
    noun = that.head
    verb = noun.head
    if noun.dep not in SUBJECTS or noun.subtree()[0] is not that or verb.child("mark") is not None:
        return
    first = first_conjunct(verb)
    joined = verb.dep == "conj" and any(w.lower == "that" and w.dep == "mark" for w in first.left)
    if noun.lower in {"kind", "sort"}:
        return  # "and that kind of surprised me"
    if noun.tag in {"NNS", "NNPS", "NNP"} or (joined and noun.tag == "NN" and not is_person(noun)):
        that.tag, that.pos = "IN", "SCONJ"
        that.attach(verb, "mark")


_MOVING = frozenset({"bring", "carry", "give", "move", "sell", "send", "take", "transfer"})


@only_on("from")
def everything_from(preposition: Word) -> None:
    """ "It makes everything from brushes to engines": a range of things, and no place that they come from."""
    verb = preposition.head
    thing = next((w for w in verb.right if w.dep == "dobj" and w.i == preposition.i - 1), None)
    ends = [w for w in (*preposition.right, *verb.right) if w.lower == "to" and w.dep == "prep"]
    if thing is None or thing.lower not in {"anything", "everything"} or not ends or verb.lemma in _MOVING:
        return
    preposition.attach(thing, "prep")
    ends[0].attach(preposition, "prep")
