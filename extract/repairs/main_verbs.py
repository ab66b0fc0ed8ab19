"""A finite verb behind an inserted clause belongs to what stands before it: "The dam, built in 1920, burst"."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUN_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    has_before,
    is_finite,
    is_infinitive,
    is_nominal,
    is_verbal,
    subject_label,
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


def behind_plan(past: Word) -> None:
    """ "The council's vote to close the library upset parents", "The court's refusal to hear the case stunned lawyers".

    Where the sentence has no other verb, and the past tense stands between two nouns.
    """
    plan = past.root
    aim = next((w for w in plan.right if w.dep == "acl" and is_infinitive(w)), None)
    before = None if aim is None else next((w for w in plan.subtree() if w.i == past.i - 1), None)
    if aim is None or before is None or before.tag not in NOUN_TAGS or before.i <= aim.i or past.right[1:]:
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


def past_of_main(verb: Word) -> None:
    """ "Corals expelled the algae that feed them and turned white": what is in the past goes on from the past."""
    first = verb.head
    noun = first.head
    main = next((w for w in noun.ancestors() if is_verbal(w)), None)
    if verb.tag != "VBD" or first.dep != "relcl" or first.tag not in {"VBP", "VBZ"} or main is None:
        return
    if has_before(verb, {*AUXILIARIES, *SUBJECTS, "mark"}) or verb.lemma in {"be", "have"} or is_person(noun):
        return
    if main.tag == "VBD" and main.child("nsubj") is not None and main.i < noun.i and first.lemma not in {"be", "have"}:
        for joint in [w for w in first.right if w.dep == "cc" and w.i < verb.i][-1:]:
            joint.attach(main, "cc")
        verb.attach(main, "conj")


def verb_with_article(verb: Word) -> None:
    """ "The new test detects the virus": a verb has no article, and the test detects it."""
    noun = verb.left[-1] if verb.left else None
    if verb.tag not in {"VBZ", "VBD"} or noun is None or noun.dep != "compound" or noun.i != verb.i - 1:
        return
    if noun.tag not in {"NN", "NNS"} or verb.child(*SUBJECTS, "expl") is not None or not verb.right:
        return
    if any(w.dep not in {"det", "amod", "poss", "compound", "nummod"} for w in verb.left):
        return
    if any(w.dep in {"det", "poss"} for w in verb.left):
        for word in [w for w in verb.left if w is not noun]:
            word.attach(noun, word.dep)
        noun.attach(verb, "nsubj")


def looked_for_somebody(verb: Word) -> None:
    """ "The man police had been looking for turned himself in": police had, and he did."""
    who = verb.child("nsubj")
    thing = who.left[-1] if who is not None and who.left else None
    last = verb.right[0] if verb.right and verb.right[0].dep == "prep" else None
    main = last.child("pcomp") if last is not None else None
    if who is None or thing is None or last is None or main is None or thing.dep != "compound":
        return
    if not is_finite(main) or main.child(*SUBJECTS, "mark") is not None or main.subtree()[0].i != last.i + 1:
        return
    if thing.i != who.i - 1 or not any(w.dep == "det" for w in who.left):
        return
    late = [w for w in verb.right if w.i > main.i]
    main.take_place_of(verb)
    for word in late:
        word.attach(main, word.dep)
    for word in [w for w in who.left if w is not thing]:
        word.attach(thing, word.dep)
    thing.attach(main, subject_label(main))
    verb.attach(thing, "relcl")
