"""Verbs in a series that the parser took for participles, nouns or verbs of another clause."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.repairs.coordination import go_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
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
    opens_behind_comma,
    that_mark,
)


def closed_since(participle: Word) -> None:
    """ "They agreed to open the port, closed since May, and to free him": it is closed, and they agree on both."""
    below = participle.dep == "acl" and participle.head.dep == "dobj"
    plan = participle.head.head if below else participle.head.child("xcomp")
    port, also = plan.child("dobj") if plan is not None else None, participle.child("conj")
    if participle.tag not in PAST_TAGS or plan is None or port is None or also is None or not is_infinitive(also):
        return
    bare = participle.child(*SUBJECTS, *AUXILIARIES, "mark", "dobj") is None
    if bare and is_infinitive(plan) and behind_comma(participle) and port.i < participle.i:
        plan.adopt(w for w in participle.right if w.dep == "cc" or w is also)
        participle.attach(port, "acl", "VBN")


def active_behind(verb: Word) -> None:
    """ "The army denied shelling the village and blamed rebels for the attack": it blamed them.

    No participle that has an object stands beside a gerund or an infinitive, and no "employs": "It makes tools to find
    leaks and employs clerks".
    """
    first, thing = verb.head, verb.child("dobj")
    if verb.tag not in {"VBN", "VBZ"} or thing is None or thing.i < verb.i or is_finite(first):
        return
    if first.tag not in {"VBG", "VB"} or has_before(verb, {*AUXILIARIES, *SUBJECTS, "mark"}):
        return
    main = next((w for w in first.ancestors() if is_finite(w) and is_verbal(w)), None)
    like = "VBZ" if verb.tag == "VBZ" else "VBD"
    if main is None or main.tag != like or main.i > verb.i or {main.child("auxpass"), first.child("auxpass")} != {None}:
        return
    main.adopt([w for w in first.right if w.dep == "cc" and w.i < verb.i][-1:], "cc")
    verb.tag = like
    verb.attach(main, "conj")


def past_in_series(past: Word) -> None:
    """ "He was born in Tarn, studied law in Holm and joined the ministry in 1998": three deeds.

    A past tense behind a comma is no part of its object.

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
    past.attach(verb, "conj", "VBD")
    past.adopt(noun.right)
    noun.attach(past, "dobj")


def _in_series(past: Word, noun: Word) -> bool:
    thing, verb = noun.head, noun.head.head
    if past.tag == "VBD":
        return True
    last = next((w for w in verb.right if w.dep == "conj" and w.tag == "VBD" and w.i > noun.i), None)
    formed = past.tag == "VBN" or (past.tag == "JJ" and past.lower.endswith("ed"))
    open_list = formed and thing.dep == "dobj" and thing.child("cc") is None and noun.child("cc") is None
    return open_list and verb.tag == "VBD" and last is not None and last.child("dobj") is not None


def passive_too(verb: Word) -> None:
    """ "Police said he was found in a ditch, shot in the head": "shot" goes on with "he was".

    So with "had": "The court heard that he had followed her, hit her and left". "She was jailed and fined 300 crowns":
    nobody fines crowns.
    """
    first, thing = verb.head, verb.child("dobj")
    passive, had = first.child("auxpass") is not None, any(w.dep == "aux" and w.lemma == "have" for w in first.left)
    if verb.tag != "VBD" or not (passive or had) or verb.child(*SUBJECTS, *AUXILIARIES) is not None:
        return
    joined = any(w.dep == "cc" and w.i < verb.i for w in first.right) or (passive and verb.child("cc") is not None)
    whole = passive and verb.child("dobj", "ccomp", "xcomp", "conj") is not None
    if not joined and not whole and behind_comma(verb):
        verb.tag = "VBN"
    elif verb.lemma == "fine" and thing is not None and thing.child("nummod") is not None and not is_person(thing):
        verb.tag, thing.dep = "VBN", "oprd"


def told_of_three(verb: Word) -> None:
    """ "The court heard that he had followed her, hit her and left her for dead": all three are what it heard."""
    cue = verb.head
    content = next((w for w in cue.right if w.dep == "ccomp" and w.i < verb.i), None)
    if content is None or that_mark(content) is None or verb.tag != "VBD" or verb.child(*SUBJECTS, *AUXILIARIES):
        return
    had = any(w.dep == "aux" and w.lemma == "have" for w in content.left)
    joined = any(w.dep == "cc" for w in (*cue.right, *content.right))
    if had and not joined and behind_comma(verb) and verb.child("cc") is not None:
        for past in conjuncts(verb):
            past.tag = "VBN" if past.tag == "VBD" else past.tag
        verb.attach(content, "conj")


def bare_in_series(noun: Word) -> None:
    """ "It wants to cut limits, plant trees and close roads": no noun has an object, so "plant" is a verb."""
    if noun.tag in {"NN", "NNP", "JJ"} and not noun.left and noun.child("dobj") is not None and noun.head.tag == "VB":
        noun.retag("VB")


def makes_and_exports(noun: Word) -> None:
    """ "It employs 4,000 people and exports half of them", "burns gas and emits only water": what stands right before
    another object is a verb."""
    verb = next((w for w in noun.ancestors() if is_verbal(w)), None)
    if noun.tag != "NNS" or noun.left or noun.right or noun.head.dep != "dobj" or verb is None or verb.tag != "VBZ":
        return
    near = (*verb.right, *noun.head.right)
    thing = next((w for w in near if w.i > noun.i and w.subtree()[0].i == noun.i + 1), None)
    if thing is None or thing.dep not in {"conj", "dobj", "oprd", "npadvmod"} or noun.head.child("cc") is None:
        return
    if is_finite(thing):
        return  # "has gas and wardens say they are sending blankets"
    verb.adopt(noun.head.having("cc"), "cc")
    noun.attach(verb, "conj", "VBZ")
    noun.adopt(w for w in verb.right if w.i >= thing.i and w.dep != "punct")
    thing.attach(noun, "dobj")


def first_of_three(verb: Word) -> None:
    """ "They boiled rats, smoked fish and burned chairs": a verb with a subject and no conjunction comes first."""
    first = next((w for w in verb.left if w.dep in {"advcl", "ccomp"} and w.tag == "VBD"), None)
    last = next((w for w in verb.right if w.dep == "conj" and w.tag == "VBD"), None)
    if first is None or last is None or verb.tag != "VBD" or verb.child(*SUBJECTS, *AUXILIARIES, "expl") is not None:
        return
    start = verb.subtree(lambda w: w.i <= first.subtree()[-1].i or w.text == ",")[0].i
    comma = any(w.text == "," and w.i == start - 1 for w in (*verb.left, *first.right))
    if first.child("nsubj") is None or first.child("mark", "cc") is not None or not comma or start != verb.i:
        return
    first.take_place_of(verb)
    first.adopt(w for w in verb.left if w.i < first.i)
    first.adopt(w for w in verb.right if w.dep == "punct")
    verb.attach(first, "conj")


def deeds_in_list(noun: Word) -> None:
    """ "The strike, called by three unions, closed schools and grounded flights": it did, and called no schools."""
    if not is_nominal(noun) or noun.child("acl", "relcl") is None or noun.child(*SUBJECTS) is not None:
        return
    words = noun.subtree()
    deeds = [
        w for w in words if _is_deed(w) and (behind_comma(w) or any(c.i == w.i - 1 and c.dep == "cc" for c in words))
    ]
    if len(deeds) < 2 or words[-1].text != "." or not behind_comma(deeds[0]):
        return
    if any(is_finite(w) for w in words if not any(a.dep == "relcl" for a in (w, *w.ancestors()))):
        return
    things = [w.head for w in deeds]
    for deed, thing in zip(deeds, things, strict=True):
        deed.retag("VBD")
        if deed is deeds[0]:
            deed.lead()
        else:
            deed.attach(deeds[0], "conj")
        thing.attach(deed, "dobj")
    things[-1].adopt(w for w in things[0].right if w.dep == "acl" and w.i > things[-1].i)
    deeds[0].adopt(w for w in noun.right if w.i > deeds[0].i)
    noun.attach(deeds[0], "nsubj")


def _is_deed(past: Word) -> bool:
    """Whether a word is a past tense that may have been taken for an adjective of the plural behind it."""
    noun = past.head
    formed = past.lower.endswith("ed") or past.lower in SAME_IN_PAST or past.tag in {"VBN", "VBD"}
    plural = noun.tag == "NNS" and noun.left == [past] and noun.i == past.i + 1
    return past.dep == "amod" and formed and plural and not past.left and not past.right


def second_of_three(verb: Word) -> None:
    """ "Police arrested, questioned and charged the man", "Lund wrote, directed and produced it": three deeds."""
    first = verb.head
    comma = next((w for w in first.right if w.i == verb.i - 1 and w.text == ","), None)
    if verb.tag != "VBN" or verb.left or first.tag != "VBD" or first.i != verb.i - 2 or comma is None:
        return
    last = next((w for w in verb.right if w.dep == "conj" and w.child("dobj") is not None), None)
    if last is not None and last.i == verb.i + 2 and [w.dep for w in verb.right] == ["cc", "conj"]:
        verb.pos, verb.tag, verb.dep = "VERB", "VBD", "conj"


def for_same_aim(verb: Word) -> None:
    """ "urged her to boil water, stay at home and rest", "the power to store grain, fix dams and cut costs"."""
    top = verb.head
    things = [w for w in top.right if w.dep == "dobj"]
    below = [w for above in (top, *things) for w in above.right if w.i < verb.i]
    aims = (w for w in below if w.dep in {"acl", "advcl", "ccomp", "xcomp"})
    first = next((w for w in aims if is_infinitive(w)), verb)
    bare = verb.tag in {"VB", "VBP"} and verb.child(*SUBJECTS, *AUXILIARIES, "mark") is None
    if verb.dep == "conj" and (top.tag != "VB" or verb.child("cc") is None or not things):
        return  # not: "The town will ask firms to pay, and close roads"
    if bare and first is not verb and opens_behind_comma(verb):
        go_on(verb, first)
        for past in [w for w in verb.right if w.dep == "conj" and is_finite(w) and is_verbal(top)]:
            if past.lower not in SAME_IN_PAST:
                go_on(past, top)  # "..., but made no progress"


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


_DONE = frozenset({"VBD", "VBN", "VBZ"})


def last_of_series(things: Word) -> None:
    """ "They had to find, lift and deposit balls": they deposit balls, and there are no "deposit balls"."""
    before, verb = things.head, things.left[0] if things.left else things
    joint = before.child("cc")
    bare = before.tag == "VB" and before.dep == "conj" and before.head.child("dobj") is None
    if joint is None or not bare or before.child("dobj") is not None or things.tag != "NNS":
        return
    if verb.dep == "compound" and verb.tag == "NN" and joint.i + 1 == verb.i == things.i - 1:
        verb.attach(before, "conj", "VB")
        things.attach(verb, "dobj")
