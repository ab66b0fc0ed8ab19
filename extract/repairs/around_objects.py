"""What stands behind a verb's object or is asked of it: what it does, its own phrase, the phrase of several."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.numbers import units
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    FINITE_TAGS,
    PAST_TAGS,
    SUBJECTS,
    first_conjunct,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
)

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


@only_on("after")
def ordered_after(after: Word) -> None:
    """ "The judge ordered Lund to pay after finding him guilty": it was the judge who found him so, before that."""
    deed, finding = after.head, after.child("pcomp")
    asked = deed.head
    if finding is None or not is_infinitive(deed) or asked.lemma not in _URGING:
        return
    if deed.child(*SUBJECTS) is None and asked.child("dobj") is None:
        return  # "Lund asked to go after losing the case"
    main = next((w for w in (asked, *asked.ancestors()) if is_finite(w)), None)
    if main is None or main.i > deed.i or main.child("auxpass") is not None:
        return
    if any(w.tag == "VBD" or (w.tag in FINITE_TAGS and w.lemma == "have") for w in (main, *main.left)):
        after.attach(main, "prep")


_ASKING = frozenset(
    {"arrange", "ask", "call", "campaign", "long", "pay", "plead", "press", "push", "vote", "wait", "wish"}
)


@only_on("for")
def for_somebody_to(preposition: Word) -> None:
    """ "It paid for ten members to fly to Holm": the members fly, and no aim of it is to."""
    verb, who = preposition.head, preposition.child("pobj")
    deed = next((w for w in verb.right if w.dep in {"advcl", "xcomp"} and w.i > preposition.i), None)
    deed = deed or (who.child("acl", "relcl") if who is not None else None)
    if verb.lemma not in _ASKING or who is None or deed is None or not is_infinitive(deed):
        return
    end = who.subtree(lambda w: w is deed)[-1].i
    if deed.child(*SUBJECTS, "mark") is None and deed.subtree()[0].i == end + 1 and is_person(who):
        deed.attach(verb, "advcl")
        preposition.attach(deed, "mark")
        who.attach(deed, "nsubj")


def left_so(state: Word) -> None:
    """ "The flood left the town cut off": the town is, and the flood cut nothing off."""
    verb, thing = state.head, state.head.child("dobj")
    if state.tag not in PAST_TAGS or verb.lemma != "leave" or thing is None or not verb.i < thing.i < state.i:
        return
    if state.child(*SUBJECTS, *AUXILIARIES, "mark", "dobj", "ccomp") is not None:
        return
    if thing.subtree()[-1].i == state.subtree()[0].i - 1:
        state.tag = "VBN"
        state.attach(thing, "acl")


_TRADING = frozenset({"acquire", "auction", "buy", "get", "lease", "offer", "purchase", "rent", "sell"})


@only_on("for")
def for_so_much(preposition: Word) -> None:
    """ "It was bought by a group led by Orvia for $50 a share": bought for that, and not led."""
    price, led = preposition.child("pobj"), preposition.head
    if (
        price is None
        or not (price.entity == "MONEY" or units().get(price.lower, "").isupper())
        or led.lemma in {*_TRADING, "pay"}
    ):
        return
    verb = next((w for w in led.ancestors() if is_verbal(w) and w.lemma in _TRADING), None)
    clause = next((w for w in (led, *led.ancestors()) if w.dep in {"acl", "relcl"}), None)
    if verb is not None and clause is not None and verb.i < clause.i and clause.i < preposition.i:
        preposition.attach(verb, "prep")


@only_with("what", "who", "how", "whether")
def what_it_caused(noun: Word) -> None:
    """ "Investigations into what caused the fire are ongoing": it caused the fire, and they go on."""
    verb = noun.head
    first = next((w for w in verb.left if w.dep in SUBJECTS and w.i < noun.i), None)
    clause = None if first is None else next((w for w in first.subtree() if w.dep == "pcomp"), None)
    if clause is None or first is None or clause.child(*SUBJECTS) is None or clause.child("dobj") is not None:
        return
    if clause.subtree()[-1] is clause and noun.subtree()[0].i == clause.i + 1:
        noun.attach(clause, "dobj")


@only_on("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
def side_of(side: Word) -> None:
    """ "The quake hit a town north of Lorne": which town, and not where it was hit."""
    verb = side.head
    place = verb.child("dobj")
    of = side.child("prep")
    if place is None or of is None or of.lower != "of" or verb.lemma in _CARRYING:
        return
    if side.dep in {"advmod", "npadvmod"} and side.i == place.subtree()[-1].i + 1:
        side.attach(place, "advmod")


_CARRYING = frozenset({"bring", "carry", "drag", "drive", "fly", "move", "push", "send", "steer", "take", "tow"})
