"""Direct and indirect objects that the parser missed or attached to the wrong word."""

from __future__ import annotations

from extract.claims.groups import SEEING
from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.signatures import Frame, signature
from extract.repairs.lost_complements import OBVIOUS
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    FINITE_TAGS,
    SUBJECTS,
    first_conjunct,
    has_before,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    is_wh,
    subject_label,
)


def across_verb(noun: Word) -> None:
    """ "Study links night work to poor sleep": the work is what it links, and no other name of the study."""
    verb = noun.head.head if noun.head.dep == "nsubj" else noun.head
    if not is_verbal(verb) or not is_finite(verb) or not noun.head.i <= verb.i < noun.subtree()[0].i:
        return
    if verb.i + 1 == noun.subtree()[0].i and verb.child("dobj", "attr", "acomp", "ccomp", "xcomp") is None:
        noun.attach(verb, "attr" if verb.lemma == "be" else "dobj")


def behind_aside(noun: Word) -> None:
    """ "The firm sells, mainly in Ostmark, boats and oil": it sells these, and Ostmark is no boat."""
    of = noun.head.head
    verb, start = of.head, noun.subtree()[0].i
    if noun.head.dep != "pobj" or not verb.i < of.i or verb.lemma not in entries("needing_objects"):
        return
    if verb.child("dobj", "attr", "acomp", "ccomp", "xcomp", "auxpass") is not None or not is_verbal(verb):
        return
    commas = {w.i for w in (*verb.right, *noun.head.right) if w.text == ","}
    if noun.dep == "conj" and (noun.pos == "PROPN") == (noun.head.pos == "PROPN"):
        return  # "makes, in Tarn, Lund and Reed, boats"
    if {of.subtree()[0].i - 1, start - 1} <= commas and of.subtree()[0].i - 2 == verb.i:
        noun.attach(verb, "dobj")


def given_so(whom: Word) -> None:
    """ "a penalty which the referee awarded Norland": Norland was awarded the penalty."""
    verb = whom.head
    what = verb.child("dative", "mark")
    given = verb.dep == "relcl" and verb.lemma in entries("giving_verbs") and what is not None and what.i < verb.i
    if not given or what is None or what.lower not in {"that", "which"} or verb.child("nsubj") is None:
        return
    if not is_person(verb.head) and (whom.tag == "NNP" or is_person(whom)):
        whom.dep, what.dep, what.tag, what.pos = "dative", "dobj", "WDT", "PRON"


def emphatic(pronoun: Word) -> None:
    """ "something we could never have built ourselves": what we could not build is that."""
    clause = pronoun.head
    own = clause.child("nsubj")
    if not pronoun.lower.endswith(("self", "selves")) or clause.dep != "relcl" or own is None:
        return
    if clause.child("prep", "prt") is not None or any(w.tag in {"WDT", "WP", "WRB"} for w in clause.left):
        return
    if own.tag == "PRP" and pronoun.i > clause.i:
        pronoun.dep = "npadvmod"


_URGING = frozenset(
    {"advise", "allow", "ask", "beg", "compel", "enable", "encourage", "expect", "forbid", "force", "instruct"}
    | {"invite", "oblige", "order", "permit", "persuade", "pressure", "require", "tell", "urge", "want", "warn"}
)


@only_on("with", "in", "from", "near", "at", "without", "under", "over", "of", "along")
def asked_of_whom(preposition: Word) -> None:
    """ "It urged people with weak lungs to stay home", "asked anyone with news to call": which people, and not how."""
    verb, thing, target = preposition.head, preposition.head.child("dobj"), preposition.child("pobj")
    below = () if target is None or signature(target.lemma, "noun", Frame.TO) is not None else target.right
    deeds = (w for w in (*below, *verb.right) if w.dep in {"acl", "advcl", "xcomp", "ccomp"} and w.i > preposition.i)
    deed = next(deeds, None)
    if verb.lemma not in _URGING or thing is None or target is None or deed is None or is_time(target):
        return
    if not is_infinitive(deed) or deed.child(*SUBJECTS) is not None or not is_nominal(thing) or thing.tag == "PRP":
        return
    end = preposition.subtree(lambda w: w is deed)[-1]
    if thing.subtree()[-1].i + 1 == preposition.i and end.i + 1 == deed.subtree()[0].i:
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


def seen_doing(gerund: Word) -> None:
    """ "I saw a boy lying there, holding his arm": the boy held it, for he is whom I saw do something."""
    verb = gerund.head
    small = next((w for w in verb.right if w.dep == "ccomp" and w.tag == "VBG"), verb)
    whom = verb.child("dobj") or small.child("nsubj")
    if gerund.tag != "VBG" or verb.lemma not in SEEING or whom is None or not whom.i > verb.i or gerund.i < whom.i:
        return
    first = next((w for w in (*whom.right, *verb.right) if w.dep in {"acl", "ccomp"} and w.tag == "VBG"), None)
    if first is None or gerund.child(*SUBJECTS, "ccomp", "mark", *AUXILIARIES) is not None:
        return
    if first.subtree()[-1].i in {gerund.subtree()[0].i - 1, gerund.subtree()[0].i - 2}:
        gerund.attach(first, "conj")


def gives_people(noun: Word) -> None:
    """ "The deal gives workers shares": they get them, and nobody gets "workers shares".

    So do "homeless people tents", "voters lower taxes" and "the firm permission".
    """
    thing, verb = noun.head, noun.head.head
    if thing.dep != "dobj" or verb.lemma not in _GIVES or not is_person(noun) or noun.i > thing.i or noun.right:
        return
    first = thing.subtree()[0]
    owned = first.dep == "det" and first.head is thing
    if first.i != verb.i + 1 or any(w.dep in {"prep", "dative"} for w in verb.left):
        return
    beside = noun.i == thing.i - 1 and thing.lemma in _GRANTED
    if (noun.tag == "NNS" and not owned) or (noun.tag == "NN" and owned and beside):
        noun.adopt(w for w in thing.left if w.i < noun.i)
        noun.attach(verb, "dative")


#: Things that people are given, never named after who gets them.
_GRANTED = frozenset({"access", "bail", "control", "immunity", "permission", "power", "time"})
_GIVES = frozenset({"award", "deny", "give", "grant", "hand", "guarantee", "lend", "offer", "owe", "pay", "promise"})


def gives_both(thing: Word) -> None:
    """ "The law gives parents leave and a bonus": the parents get leave, and leave nothing."""
    verb = thing.head
    who = next((w for w in verb.right if w.dep == "dobj" and w.i < thing.i), None)
    if who is None or verb.lemma not in _GIVES | {"provide"} or thing.subtree()[0].i != who.subtree()[-1].i + 1:
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


#: Verbs that take whom before what.
_GIVING = frozenset(
    {"award", "bring", "cost", "deny", "give", "grant", "hand", "lend", "offer", "owe", "pay", "promise", "send"}
    | {"sell", "show", "teach"}
)
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


def object_of_particle(particle: Word) -> None:
    """ "They brushed aside warnings from the board", "They let Lund down": whom or what they did it to."""
    noun = particle.child("pobj", "nsubj")
    if noun is not None and particle.head.child("dobj") is None:
        noun.attach(particle.head, "dobj")


def given_thing(thing: Word) -> None:
    """ "It was given a rating": the rating is what it was given, and no preposition stands before it."""
    verb = thing.head
    if verb.tag == "VBN" and verb.dep != "prep" and verb.lemma in _GIVING and verb.child("dobj") is None:
        thing.dep = "dobj"


def two_objects(noun: Word) -> None:
    """ "praised their own software stacks", "gets a new 90-watt, two-stage pump", "rob Bank of Tarn branch".

    The two are one object where the second has no article or owner of its own.
    """
    verb = noun.head
    second = next((w for above in (verb, verb.head) for w in above.right if w.dep == "dobj" and w.i > noun.i), None)
    if second is None or second.tag not in {"NN", "NNS"} or is_time(second):
        return
    named = noun.tag == "NNP" and [w.lower for w in noun.right] == ["of"] and not second.left
    given = noun.head.lemma in entries("giving_verbs") | entries("naming_verbs") | {"make"}
    if named and noun.subtree()[-1].i + 1 == second.i and not given:
        noun.attach(second, "compound")
    if noun.tag not in {"NN", "VBG"}:
        return
    comma = [w for w in (*verb.right, *noun.right, *second.left) if w.text == "," and w.i == noun.i + 1]
    gap, measured = second.subtree()[0].i - noun.i, any(w.tag in {"CD", "HYPH"} for w in noun.left)
    beside = gap == 1 and noun.tag == "NN" and not second.left
    behind = bool(comma) and measured and gap < 3 and second.tag == "NN" and second.child("det", "poss") is None
    first = noun.left[0] if noun.left else noun
    if not (beside or behind) or first.dep not in {"det", "poss"} or any(w not in comma for w in noun.right):
        return
    second.take_place_of(noun)
    second.adopt([*comma, *(w for w in noun.left if beside or w.dep in {"det", "poss"})])
    noun.attach(second, "compound")


_MADE = OBVIOUS | {"available", "possible"}


@only_on(*_MADE)
def made_available(adjective: Word) -> None:
    """ "We have made available a fund for those hurt, and regret it": they made it available."""
    noun, verb = adjective.head, adjective.head.head
    verb = verb if verb.lemma == "make" or noun.dep != "nsubj" else verb.head
    if verb.lemma != "make":
        return
    bare = not any(w.i > adjective.i and w.dep in {"det", "poss", "nummod"} for w in noun.left)
    if bare and noun.dep != "nsubj" and adjective.lower != "available":
        return  # "made public speeches"
    if adjective.i != verb.i + 1 or not is_nominal(noun) or verb.child("dobj", "auxpass") not in {None, noun}:
        return
    clause = noun.head if noun.head is not verb else None
    if clause is not None:
        last = noun.subtree()[-1]
        if clause.tag != "VBN" or last.i != clause.i - 1 or not is_nominal(last) or has_before(clause, AUXILIARIES):
            return
        noun.attach(verb, "dobj")
        verb.adopt(w for w in clause.right if w.dep in {"cc", "conj", "punct"})
        clause.attach(last, "acl")
    adjective.attach(verb, "prt")


def told_name(word: Word) -> None:
    """ "A doctor told Kestly that she fled": a name that ends like an adverb is who was told."""
    verb = word.head
    told = verb.lemma in entries("telling_verbs") and verb.i == word.i - 1 and verb.child("dobj", "dative") is None
    if told and word.text[0].isupper():
        word.pos, word.tag, word.dep = "PROPN", "NNP", "dobj"


@only_on("more", "less")
def how_compared(degree: Word) -> None:
    """ "They view Berg and Lund more favourably than Holt": that is how they view both, and no part of a name."""
    manner = degree.head
    name = manner.head
    if manner.tag[:2] != "RB" or not is_nominal(name) or manner.i < name.i or manner.dep != "advmod":
        return
    verb = first_conjunct(name).head
    if is_verbal(verb) and verb.i < name.i and any(w.lower == "than" for w in manner.right):
        manner.attach(verb, "advmod")


_PARTICLES = frozenset({"along", "away", "back", "down", "in", "off", "on", "out", "over", "through", "up"})


@only_on(*_PARTICLES)
def held_on_to(particle: Word) -> None:
    """ "They have held on to their tablets": they have not held to them."""
    verb = particle.head
    if list(particle.children) or particle.i != verb.i + 1 or not is_verbal(verb):
        return
    if any(w.dep == "prep" and w.i == particle.i + 1 and w.right for w in verb.right):
        particle.dep, particle.tag = "prt", "RP"
