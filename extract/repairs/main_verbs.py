"""A finite verb behind an inserted clause belongs to what stands before it: "The dam, built in 1920, burst"."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    PAST_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    behind_comma,
    is_finite,
    is_infinitive,
    is_verbal,
)

_SHOWN = frozenset(
    {"air", "announce", "broadcast", "launch", "present", "print", "publish", "release", "reveal", "screen"}
    | {"sell", "unveil"}
)


def _leads(verb: Word) -> bool:
    return verb.tag in {"VBD", "VBZ"} and is_verbal(verb) and verb.child(*SUBJECTS, *AUXILIARIES, "mark") is None


def lead_with(main: Word, noun: Word, aside: Word) -> None:
    """Makes `main` the root with `noun` for its subject, and what follows in `aside` its own."""
    later = [w for w in (*noun.right, *aside.right) if w.i > main.i]
    before = [w for w in noun.left if w.dep in {"prep", "advmod", "cc", "npadvmod"}]
    main.lead()
    noun.attach(main, "nsubj")
    for word in (*before, *later):
        word.attach(main, word.dep)


def behind_reduced(participle: Word) -> None:
    """ "when the beams, eaten by damp, gave way": they gave way then, and being eaten says which."""
    noun, main = participle.child("nsubj", "nsubjpass"), participle.head
    opener = next((w for w in participle.left if w.dep == "mark" or w.tag == "WRB"), None)
    if participle.tag != "VBN" or noun is None or opener is None or participle.child(*AUXILIARIES) is not None:
        return
    end = participle.subtree()[-1].i
    if not any(w.text == "," and noun.i < w.i < participle.i for w in (*noun.right, *participle.left)):
        return
    after = [w for above in (main, main.head) for w in above.right if w.dep in {"conj", "dep", "ccomp", "advcl"}]
    verb = next((w for w in after if _leads(w) and w.left[:1] in ([], [w]) and w.i == end + 2), None)
    if verb is None:
        return
    noun.attach(verb, "nsubj")
    for comma in [w for above in (main, main.head) for w in above.right if w.text == "," and w.i == end + 1]:
        comma.attach(verb, "punct")
    opener.attach(verb, opener.dep)
    participle.attach(noun, "acl")
    verb.attach(main.head if main.dep == "advcl" and not is_finite(main) else main, "advcl")


def past_concession(verb: Word) -> None:
    """ "She thanked him, though it was late, and left": she left, and not only though."""
    aside = verb.head
    main = aside.head
    if aside.dep != "advcl" or verb.tag != "VBD" or main.tag != "VBD":
        return
    mark = aside.child("mark")
    joint = next((w for w in aside.right if w.dep == "cc" and w.i == verb.subtree()[0].i - 1), None)
    if mark is None or joint is None:
        return
    if verb.child(*SUBJECTS, *AUXILIARIES) is not None or not main.i < mark.i or aside.child(*SUBJECTS) is None:
        return
    commas = {w.i for w in (*aside.subtree(), *main.right) if w.text == ","}
    if mark.i - 1 in commas and joint.i - 1 in commas:
        joint.attach(main, "cc")
        verb.attach(main, "conj")


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
    if comma is not None:
        comma.attach(first, "punct")
        verb.attach(first, "conj")


def content_of_listener(clause: Word) -> None:
    """ "told sailors whose boats had sunk that help would come": that is what they were told."""
    listener = clause.head
    cue = listener.head
    if listener.dep != "dobj" or cue.lemma not in entries("telling_verbs") or cue.child("ccomp") is not None:
        return
    content = next((w for w in clause.right if w.dep == "ccomp" and w.subtree()[0].lower == "that"), None)
    if content is not None and any(w.tag == "WP$" for w in clause.subtree() if w.i < clause.i):
        content.attach(cue, "ccomp")


def presented_thing(participle: Word) -> None:
    """ "Doctors hailed the results, published on Monday": the results were published."""
    verb = participle.head
    thing = verb.child("dobj") if participle.tag == "VBN" and participle.lemma in _SHOWN else None
    if thing is None or participle.i < thing.i:
        return
    first = participle.subtree()[0]
    if participle.child(*SUBJECTS, *AUXILIARIES, "mark", "dobj") is not None or first.i != thing.subtree()[-1].i + 2:
        return
    participle.attach(thing, "acl")
    for comma in [w for w in verb.right if w.i == first.i - 1]:
        comma.attach(thing, "punct")
    _second_participle(participle, verb)


def _second_participle(participle: Word, verb: Word) -> None:
    """ "the results, presented in May and published in June, as a success": the success is what they were hailed as."""
    second = next((w for w in participle.right if w.dep == "conj" and w.tag in PAST_TAGS), None)
    if second is None or second.child(*SUBJECTS, *AUXILIARIES, "dobj") is not None:
        return
    second.tag = "VBN"
    behind = next((w for w in second.right if w.dep == "prep" and w.lower == "as"), None)
    if behind is not None and behind_comma(behind):
        behind.attach(verb, "prep")
        for comma in [w for w in second.right if w.i == behind.i - 1]:
            comma.attach(verb, "punct")


def so_strong_that(clause: Word) -> None:
    """ "So strong was the wind that the dam broke": what came of it, and no wind of that kind.

    "It ties up so many ends that it forgets to surprise": it forgets no ends.
    """
    noun = clause.head
    much = any(w.lower == "so" for a in noun.left if a.lower in {"many", "much", "few", "little"} for w in a.left)
    verb = next((w for w in noun.ancestors() if is_verbal(w)), None)
    mark = clause.subtree()[0]
    if much and verb is not None and mark.lower == "that" and mark.dep == "mark" and clause.child("nsubj") is not None:
        clause.attach(verb, "advcl")
        return
    be = noun.head
    strong = be.left[0] if be.left else None
    if be.lemma != "be" or strong is None or strong.dep != "acomp" or noun.i < be.i or clause.i < noun.i:
        return
    if any(w.lower == "so" for w in strong.left) and clause.subtree()[0].lower == "that":
        clause.attach(be, "advcl")


def as_something_waiting(participle: Word) -> None:
    """ "described it as a fire waiting to start": the fire waits, and nobody else."""
    if participle.tag != "VBG":
        return
    verb = participle.head
    near = [*verb.right, *(w for thing in verb.having("dobj") for w in thing.right)]
    as_ = next((w for w in near if w.lower == "as" and w.dep == "prep" and w.i < participle.i), None)
    noun = as_.child("pobj") if as_ is not None else None
    if noun is not None and participle.subtree()[0].i == noun.i + 1:
        participle.attach(noun, "acl")


def described_as(participle: Word) -> None:
    """ "She called his acts and described them as calculated and cruel": that is what she called them."""
    verb = participle.head
    as_ = next((w for w in participle.left if w.lower == "as" and w.dep == "mark"), None)
    thing = verb.child("dobj")
    if participle.tag != "VBN" or as_ is None or verb.lemma not in entries("as_verbs") | {"describe"} or thing is None:
        return
    if participle.child(*SUBJECTS, *AUXILIARIES, "dobj", "agent") is None and as_.i > thing.i:
        participle.pos, participle.tag = "ADJ", "JJ"
        as_.attach(verb, "prep")
        participle.attach(as_, "amod")


def further_plan(infinitive: Word) -> None:
    """ "It announced plans to open shops, making jobs, and to cut prices": both are plans."""
    gerund = infinitive.head
    if gerund.tag != "VBG" or gerund.dep not in {"acl", "advcl"}:
        return
    thing = gerund.head if gerund.dep == "acl" else gerund.head.child("dobj")
    plan = thing.child("acl") if thing is not None else None
    plan = gerund.head if is_infinitive(gerund.head) else plan
    if plan is None or not is_infinitive(plan):
        return
    if is_infinitive(infinitive) and plan.i < gerund.i < infinitive.i:
        infinitive.attach(plan, "conj")


def aside(verb: Word) -> None:
    """A participle or clause between commas."""
    for repair in (behind_reduced, described_as, presented_thing, as_something_waiting):
        if verb.dep == "advcl":
            repair(verb)


def coordinated(verb: Word) -> None:
    """A verb behind an aside or a passive."""
    further_plan(verb)
    but_put(verb)
    only_if(verb)
    past_concession(verb)
    was_told(verb)


def but_put(verb: Word) -> None:
    """ "had agreed to build one but put it off": it did so, and had not agreed to."""
    if verb.lower not in SAME_IN_PAST:
        return
    infinitive = verb.head
    main = infinitive.head
    but = next((w for w in infinitive.right if w.dep == "cc" and w.lower == "but" and w.i < verb.i), None)
    if but is None or not is_infinitive(infinitive) or is_infinitive(verb):
        return
    past = main.tag == "VBD" or any(w.lower == "had" for w in main.left)
    if past and infinitive.dep == "xcomp" and verb.child(*SUBJECTS, *AUXILIARIES) is None:
        verb.tag = "VBD"
        but.attach(main, "cc")
        verb.attach(main, "conj")


def only_if(verb: Word) -> None:
    """ "It slows the disease, but only if taken early": nobody says that it is taken."""
    mark = verb.child("mark") if verb.tag == "VBN" else None
    if mark is None or mark.lower not in {"if", "once", "unless", "when"}:
        return
    if verb.child(*SUBJECTS, *AUXILIARIES) is None:
        verb.dep = "advcl"


def relative(clause: Word) -> None:
    """What the parser takes for a relative clause, or hangs on one."""
    content_of_listener(clause)
    so_strong_that(clause)
