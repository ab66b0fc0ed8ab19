"""Clauses of which the parser took the first verb for the main one, or a later verb for a part of its object."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.numbers import units
from extract.factuality.signatures import reporting
from extract.repairs.conjoined import WITH_TWO
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    PAIRED,
    PAST_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    behind_comma,
    conjuncts,
    has_before,
    is_finite,
    is_infinitive,
    is_nominal,
    is_verbal,
    subject_label,
)

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def behind_plan(past: Word) -> None:
    """ "The vote to close the library upset parents", "The refusal to hear the case stunned them": the vote did.

    Where the sentence has no other verb, and the past tense stands between two nouns.
    """
    plan = past.root
    aim = next((w for w in plan.right if w.dep == "acl" and is_infinitive(w)), None)
    before = None if aim is None else next((w for w in plan.subtree() if w.i == past.i - 1), None)
    if aim is None or before is None or before.tag not in _NOUNS or before.i <= aim.i or past.right[1:]:
        return
    if not (past.lower.endswith("ed") or past.lower in SAME_IN_PAST) or plan.child(*SUBJECTS) is not None:
        return
    thing = past.child("dobj") or past.head
    own = past.left in ([], [before])
    if thing.i != past.i + 1 or thing.tag not in {"NNS", "NNPS", "NNP"} or not own or not is_nominal(plan):
        return
    words = plan.subtree()
    if words[-1].text != "." or any(is_finite(w) for w in words if w is not past):
        return
    _lead_behind(past, plan, aim, before, thing)


def _lead_behind(past: Word, plan: Word, aim: Word, before: Word, thing: Word) -> None:
    """Makes `past` the main verb with `plan` for its subject. `before` stays the last noun of the plan."""
    if before.head is thing and thing.dep in {"dobj", "pobj"}:
        before.attach(thing.head, thing.dep)
    elif before.head in (past, thing):
        before.attach(aim, "dobj")
    elif before.dep == "dative":
        before.dep = "dobj"
    for word in [w for w in thing.left if w.i < before.i]:
        word.attach(before, word.dep)
    late = [w for above in plan.subtree() for w in above.right if w.i > thing.i and above.i < past.i]
    past.pos, past.tag = "VERB", "VBD"
    past.lead()
    thing.attach(past, "dobj")
    for word in late:
        word.attach(past, word.dep)
    plan.attach(past, "nsubj")


def cost_behind(verb: Word) -> None:
    """ "The failure to warn residents cost lives": a second clause without "to" is the main one."""
    plan = verb.head
    aim = next((w for w in plan.right if w.dep == "acl" and w.i < verb.i), None)
    if verb.lower not in SAME_IN_PAST or verb.left or aim is None or not is_infinitive(aim) or not plan.is_root:
        return
    if aim.subtree()[-1].i != verb.i - 1 or verb.child("dobj") is None or plan.child("cc", "conj", *SUBJECTS):
        return
    late = [w for w in plan.right if w.i > verb.i]
    verb.tag, verb.pos = "VBD", "VERB"
    verb.lead()
    plan.attach(verb, "nsubj")
    for word in late:
        word.attach(verb, word.dep)


def given_first(verb: Word) -> None:
    """ "Rats given the drug lived longer", "Bees exposed to it laid eggs": they lived and laid, and gave nothing.

    The first of two verbs without "and" is a participle, if it can be one.
    """
    main = next((w for w in verb.right if w.dep in {"dep", "ccomp"} and is_finite(w) and w.i > verb.i), None)
    if main is None or main.child(*SUBJECTS, "mark", "expl", "cc") is not None or verb.child("mark") is not None:
        return
    subject = _of_participle(verb)
    if subject is None or main.subtree()[0].i != _end(verb, main) + 1 or behind_comma(main):
        return
    late = [w for w in verb.right if w.i > main.i]
    main.take_place_of(verb)
    for word in late:
        word.attach(main, word.dep)
    _reduce(verb, subject, main)


def given_to_subject(verb: Word) -> None:
    """ "Rats given the drug lived longer", where the parse has a verb without a subject behind a participle."""
    first = verb.left[0] if verb.left else None
    if first is None or first.tag != "VBN" or verb.tag != "VBD" or verb.child(*SUBJECTS, *AUXILIARIES, "expl"):
        return
    subject = _of_participle(first)
    if subject is not None and first.subtree()[-1].i == verb.i - 1:
        _reduce(first, subject, verb)


def _of_participle(verb: Word) -> Word | None:
    """What stands right before a past that may be a participle, taken for its subject."""
    subject = verb.child("nsubj", "nsubjpass")
    if verb.tag == "VBD" and (not verb.lower.endswith("ed") or verb.lemma in reporting("verb")):
        return None
    if verb.tag not in PAST_TAGS or subject is None or verb.left != [subject] or subject.subtree()[-1].i != verb.i - 1:
        return None
    kept = verb.child("dobj", "oprd") is not None
    if subject.tag not in _NOUNS or (kept and (verb.tag == "VBD" or verb.lemma not in WITH_TWO)):
        return None
    return subject


def _end(verb: Word, main: Word) -> int:
    return verb.subtree(lambda w: w is main or w.i > main.i)[-1].i


def _reduce(verb: Word, subject: Word, main: Word) -> None:
    subject.attach(main, subject_label(main))
    verb.tag = "VBN"
    verb.attach(subject, "acl")


def active_behind(verb: Word) -> None:
    """ "The army denied shelling the town and blamed rebels": it blamed them, for no participle that has an object
    stands beside a gerund or an infinitive. "It makes tools to find leaks and employs clerks": nor does "employs"."""
    first, thing = verb.head, verb.child("dobj")
    if verb.tag not in {"VBN", "VBZ"} or thing is None or thing.i < verb.i or is_finite(first):
        return
    if first.tag not in {"VBG", "VB"} or has_before(verb, {*AUXILIARIES, *SUBJECTS, "mark"}):
        return
    main = next((w for w in first.ancestors() if is_finite(w) and is_verbal(w)), None)
    like = "VBZ" if verb.tag == "VBZ" else "VBD"
    if main is None or main.tag != like or main.i > verb.i or {main.child("auxpass"), first.child("auxpass")} != {None}:
        return
    for joint in [w for w in first.right if w.dep == "cc" and w.i < verb.i][-1:]:
        joint.attach(main, "cc")
    verb.tag = like
    verb.attach(main, "conj")


def past_in_series(past: Word) -> None:
    """ "He was born in Tarn, studied law and left": a past tense behind a comma is no part of its object.

    "They ate rats, boiled leather and burned chairs": nor is a participle where "and" joins no third thing.
    """
    noun = past.head
    above = noun.head
    if noun.left != [past] or past.left or past.right or noun.i != past.i + 1 or not _in_series(past, noun):
        return
    if noun.dep not in {"dep", "conj", "appos", "npadvmod"} or not behind_comma(past):
        return
    verb = next((w for w in noun.ancestors() if is_verbal(w) and is_finite(w)), None)
    if verb is None or verb.i > past.i or above.i > past.i or verb.child(*SUBJECTS) is None:
        return
    if any(w.text == "," for w in verb.left) and past.tag == "VBD":
        return
    past.pos, past.tag = "VERB", "VBD"
    past.attach(verb, "conj")
    for word in list(noun.right):
        word.attach(past, word.dep)
    noun.attach(past, "dobj")


def _in_series(past: Word, noun: Word) -> bool:
    thing, verb = noun.head, noun.head.head
    if past.tag == "VBD":
        return True
    last = next((w for w in verb.right if w.dep == "conj" and w.tag == "VBD" and w.i > noun.i), None)
    formed = past.tag == "VBN" or (past.tag == "JJ" and past.lower.endswith("ed"))
    open_list = formed and thing.dep == "dobj" and thing.child("cc") is None and noun.child("cc") is None
    return open_list and verb.tag == "VBD" and last is not None and last.child("dobj") is not None


@only_on("believed", "thought", "said", "reported", "rumored", "rumoured", "known", "alleged", "understood")
def believed_to_be(verb: Word) -> None:
    """ "She bought the lamp, believed to be Roman, for a euro": it is the lamp that is believed to be so."""
    above, aim = verb.head, verb.child("xcomp")
    if verb.tag not in PAST_TAGS or aim is None or not is_infinitive(aim) or verb.left or above.child("cc") is not None:
        return
    noun = next((w for w in above.subtree() if w.i == verb.i - 2), None)
    if behind_comma(verb) and noun is not None and noun.tag in _NOUNS and noun.i > above.i:
        top = noun
        while top.dep == "pobj" and is_nominal(top.head.head) and top.head.lower == "of":
            top = top.head.head
        late = [w for w in (*verb.right, *aim.right) if w.dep == "prep" and w.i > aim.i and behind_comma(w)]
        verb.tag = "VBN"
        verb.attach(top, "acl")
        for word in late:
            word.attach(above, "prep")


_FILLING = frozenset({"replace", "succeed"})


def fills_post(gerund: Word) -> None:
    """ "Veltra named Lund chairman, replacing Reed": Lund replaces him, and not the firm."""
    verb = gerund.head
    if gerund.tag != "VBG" or gerund.lemma not in _FILLING or verb.lemma not in _NAMING:
        return
    content = verb.child("ccomp", "oprd")
    person = verb.child("dobj") or (content.child("nsubj") if content is not None else None)
    if person is None or person.i > gerund.i or gerund.child("dobj") is None or gerund.child(*SUBJECTS) is not None:
        return
    if is_person(person) or person.entity == "PERSON":
        gerund.attach(person, "acl")


_NAMING = frozenset({"appoint", "choose", "elect", "hire", "name", "pick", "promote", "select"})


@only_on("ill", "silent", "asleep", "sick", "pregnant")
def fell_ill(state: Word) -> None:
    """ "Two pupils fell ill": ill is what they became, and not how they fell."""
    if state.dep == "advmod" and state.head.lemma in {"fall", "become", "feel", "get"} and state.i == state.head.i + 1:
        state.dep, state.tag, state.pos = "acomp", "JJ", "ADJ"


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


def _as_gerund(noun: Word) -> None:
    verb = next((w for w in noun.ancestors() if is_verbal(w) and is_finite(w)), None)
    if verb is not None and noun.child("prep") is not None and noun.child("cc", "conj") is None and behind_comma(noun):
        noun.pos, noun.tag = "VERB", "VBG"
        noun.attach(verb, "advcl")


_SAYING = frozenset({"add", "argue", "believe", "insist", "say", "think"})


def said_it_did(noun: Word) -> None:
    """ "He said the deal cost jobs", "said the drug shrank tumors": nobody says jobs or tumors, and the deal did it."""
    cue, verb = noun.head, noun.left[-1] if noun.left else None
    if cue.lemma not in _SAYING or noun.tag not in {"NNS", "NNPS"} or verb is None or verb.i != noun.i - 1:
        return
    if verb.dep not in {"amod", "compound"} or len(verb.left) != 1 or verb.right or noun.i < cue.i:
        return
    subject = verb.left[0]
    past = verb.lower in SAME_IN_PAST or verb.tag in {"JJ", "VBN", "VBD"}
    if not past or subject.tag not in _NOUNS or subject.i != verb.i - 1 or cue.child("ccomp") is not None:
        return
    if noun.subtree()[0].i != cue.i + 1 or subject.child("det", "poss") not in {None, noun.subtree()[0]}:
        return
    verb.pos, verb.tag = "VERB", "VBD"
    verb.attach(cue, "ccomp")
    subject.attach(verb, "nsubj")
    for word in list(noun.left):
        word.attach(subject, word.dep)
    noun.attach(verb, "dobj")


@only_with("to")
def due_aside(main: Word) -> None:
    """ "It says its own count, to be published in May, will show more": the count will."""
    if main.child(*SUBJECTS, "expl", "mark", "cc") is not None or not (is_finite(main) or main.tag == "VB"):
        return
    words = {w.i: w for w in main.root.subtree()}
    start = main.subtree(lambda w: w.text == ",")[0].i
    comma = words.get(start - 1)
    to = next((w for i in range(start - 2, max(start - 9, 0), -1) if (w := words[i]).tag == "TO"), None)
    if comma is None or to is None or comma.text != "," or words[to.i - 1].text != "," or to.dep != "aux":
        return
    noun, aside = words[to.i - 2], to.head
    if noun.tag not in _NOUNS or aside.subtree()[-1].i > start or aside.i > start or main.holds(noun):
        return
    cue = aside.head if noun.head is aside else noun.head
    if noun.dep not in {"dobj", "nsubj", "nsubjpass"} or cue.lemma not in reporting("verb") or cue.i > noun.i:
        return
    main.tag = "VBP" if main.tag == "VB" and main.child(*AUXILIARIES) is None else main.tag
    main.attach(cue, "ccomp")
    noun.attach(main, subject_label(main))
    aside.attach(noun, "acl")
    for mark in (words[to.i - 1], comma):
        mark.attach(noun, "punct")


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


def gives_both(thing: Word) -> None:
    """ "The law gives parents leave and a bonus": the parents get leave, and leave nothing."""
    verb = thing.head
    who = next((w for w in verb.right if w.dep == "dobj" and w.i < thing.i), None)
    if who is None or verb.lemma not in _GIVING or thing.subtree()[0].i != who.subtree()[-1].i + 1:
        return
    if is_person(who) and thing.child(*SUBJECTS, *AUXILIARIES, "dobj") is None:
        who.dep = "dative"
        thing.pos, thing.tag = ("NOUN", "NN") if thing.tag in {"VB", "VBP"} else (thing.pos, thing.tag)


def closing_roads(noun: Word) -> None:
    """ "It dumped snow on the north, closing schools and cutting power": it did both, and no schools are a place."""
    gerund, place = noun.subtree()[0], noun.head
    again = next((w for w in noun.right if w.dep == "conj" and w.tag == "VBG"), None)
    verb = next((w for w in place.ancestors() if is_verbal(w) and (is_finite(w) or w.is_root)), None)
    if again is None or verb is None or not gerund.lower.endswith("ing") or gerund.dep not in {"compound", "amod"}:
        return
    if gerund is noun or gerund.left or verb.i > gerund.i or not behind_comma(gerund):
        return
    gerund.pos, gerund.tag = "VERB", "VBG"
    gerund.attach(verb, "advcl")
    for word in [w for w in noun.right if w.dep in {"cc", "conj", "punct"}]:
        word.attach(gerund, word.dep)
    noun.attach(gerund, "dobj")


def closed_but_open(state: Word) -> None:
    """ "The road is closed to cars but open to buses": it is both, and "closed" is an adjective here, too."""
    closed = state.head
    copula = closed.child("auxpass", "aux")
    subject = closed.child("nsubj", "nsubjpass")
    if state.tag != "JJ" or closed.tag != "VBN" or copula is None or copula.lemma != "be" or subject is None:
        return
    if state.left or closed.child("agent", "dobj", "xcomp") is not None or len(closed.having(*AUXILIARIES)) > 1:
        return
    own, other = closed.child("prep"), state.child("prep")
    if own is None or other is None or own.lower != other.lower:
        return  # "was arrested on Monday and unable to attend"
    copula.take_place_of(closed)
    copula.pos = "AUX"
    for word in [w for w in closed.children if w.dep not in {"prep", "cc", "conj", "advmod", "neg"}]:
        word.attach(copula, word.dep)
    for word in closed.having("neg"):
        word.attach(copula, "neg")
    subject.dep = "nsubj"
    closed.pos, closed.tag = "ADJ", "JJ"
    closed.attach(copula, "acomp")


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


def nationals(noun: Word) -> None:
    """ "Three German, French and Dutch banks failed": all are banks, and no other name of a German."""
    first = noun.head
    listed = conjuncts(first)
    if noun.tag != "NNS" or noun.left or len(listed) < 2 or listed[-1].i != noun.i - 1:
        return
    if all(w.entity == "NORP" and w.tag in {"JJ", "NNP"} for w in listed):
        noun.take_place_of(first)
        for word in [w for w in first.children if w.dep not in {"cc", "conj"} and w.text != ","]:
            word.attach(noun, word.dep)
        first.attach(noun, "amod")


def two_qualities(second: Word) -> None:
    """ "The law is bad for farmers but good for banks": each quality has somebody of its own."""
    first = second.head
    copula = first.head
    phrases = [w.right[0] if w.right and w.right[0].dep == "prep" else None for w in (first, second)]
    if first.dep != "acomp" or second.pos != "ADJ" or copula.lemma != "be" or second.left or None in phrases:
        return
    if copula.child("neg") is None and all(w is not None and w.child("pobj") is not None for w in phrases):
        second.attach(copula, PAIRED)
