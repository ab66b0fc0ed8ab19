"""Main verbs: behind an aside, hidden in a noun phrase, or taken for a noun, an adjective or an infinitive."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUN_TAGS,
    PAST_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    first_conjunct,
    has_article,
    has_before,
    has_subject,
    is_bare,
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
    main.adopt((*before, *later))


def was_told(verb: Word) -> None:
    """ "He was fined and told he was lucky": he was told so, for there is nobody whom he told."""
    first = verb.head
    if verb.tag != "VBD" or first.tag != "VBN" or verb.lemma not in entries("telling_verbs"):
        return
    if verb.child("dobj", "dative", *SUBJECTS, *AUXILIARIES) is None and first.child("auxpass") is not None:
        content = verb.child("ccomp", "xcomp")
        verb.tag = "VBN" if content is not None and content.i > verb.i else verb.tag


def further_content(verb: Word) -> None:
    """ "The firm said it regretted the spill, had learnt its lesson and would pay": one firm did all of it."""
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
        first.hang(punct=comma, conj=verb)


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


def order_behind(verb: Word) -> None:
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
    """ "The council's vote to close the library upset parents", "The failure to warn residents cost lives".

    Where the sentence has no other verb, and the past tense stands between two nouns.
    """
    plan = past.root
    aim = next((w for w in plan.right if w.dep == "acl" and is_infinitive(w)), None)
    before = None if aim is None else next((w for w in plan.subtree() if w.i == past.i - 1), None)
    # parsed as a participle of the noun before, which looks the same: "residents cost"
    beside = past.dep == "acl" and past.lower in SAME_IN_PAST and past.child("dobj") is not None
    if aim is None or before is None or before.tag not in NOUN_TAGS or before.i <= aim.i:
        return
    if not (past.lower.endswith("ed") or past.lower in SAME_IN_PAST) or plan.child(*SUBJECTS) is not None:
        return
    thing = past.child("dobj") or past.head
    own = past.left in ([], [before])
    bare = thing.i == past.i + 1 and thing.tag in {"NNS", "NNPS", "NNP"} and not past.right[1:]
    if not (bare or beside) or not own or not is_nominal(plan):
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
    before.adopt(w for w in thing.left if w.i < before.i)
    late = [w for above in plan.subtree() for w in above.right if w.i > thing.i and above.i < past.i]
    past.lead("VBD")
    thing.attach(past, "dobj")
    past.adopt(late)
    plan.attach(past, "nsubj")


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
        main.adopt([w for w in first.right if w.dep == "cc" and w.i < verb.i][-1:], "cc")
        verb.attach(main, "conj")


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
    main.adopt(late)
    thing.adopt(w for w in who.left if w is not thing)
    thing.attach(main, subject_label(main))
    verb.attach(thing, "relcl")


def modal_of_verb(modal: Word) -> None:
    """ "They will likely over-react", "may have double-checked it": modal and subject are the verb's, and no "have" has
    them."""
    above, verb = modal.head, modal.head.head
    if modal.tag != "MD" and modal.lower != "need":
        return
    if above.dep not in _BEFORE_VERB.get(verb.tag, ()) or not modal.i < above.i < verb.i:
        return
    own = verb.child(*SUBJECTS) is not None
    verb.adopt(w for w in above.left if not (own and w.dep in SUBJECTS))


_BEFORE_VERB = {"VB": frozenset({"advmod", "aux"}), "VBN": frozenset({"aux"}), "VBG": frozenset({"aux"})}


def finite_behind_noun(verb: Word) -> None:
    """ "They have the right to defend their people and Norland thanks them": Norland does, and no right."""
    noun = next((w for w in verb.head.subtree() if w.i == verb.i - 1), None)
    joint = None if noun is None else next((w for w in noun.head.right if w.dep == "cc"), None)
    if verb.tag != "VBZ" or noun is None or joint is None or noun.dep != "conj" or verb.left:
        return
    main = next((w for w in verb.head.ancestors() if is_finite(w) and w.child(*SUBJECTS) is not None), None)
    if main is None or noun.pos != "PROPN" or joint.i != noun.subtree()[0].i - 1 or verb.child("dobj", "ccomp") is None:
        return
    main.hang(cc=joint, conj=verb)
    noun.attach(verb, "nsubj")


_HAVING = frozenset({"have", "lack", "need"})


def thing_and_clause(verb: Word) -> None:
    """ "It has no doctor and its shop closed": the shop did, and nobody has that a doctor closed."""
    above, first = verb.head, verb.child(*SUBJECTS)
    second = first.child("conj") if first is not None else None
    joint = first.child("cc") if first is not None else None
    if above.lemma not in _HAVING or first is None or second is None or joint is None or above.child("dobj"):
        return
    if verb.i < first.i or first.subtree()[0].i != above.i + 1 or verb.child("mark") is not None:
        return
    if second.subtree()[0].i == joint.i + 1 and has_article(second):
        joint.attach(above, "cc")
        label = first.dep
        first.attach(above, "dobj")
        second.attach(verb, label)
        verb.attach(above, "conj")


def after_opening(root: Word) -> None:
    """ "While on the way to the hut he slipped": the sentence lost its main verb in what stands before it."""
    if root.tag not in {"IN", "RB", "VBG"} or is_finite(root) or has_subject(root):
        return
    verb = next((w for w in root.subtree() if w.dep == "relcl" and is_finite(w)), None)
    subject = None if verb is None else verb.child("nsubj", "nsubjpass")
    if verb is None or subject is None or subject.tag != "PRP" or verb.child("mark") is not None:
        return
    if subject.subtree()[0].i != verb.head.i + 1 or is_infinitive(verb):
        return
    verb.lead()
    root.attach(verb, "advcl" if root.child("mark") is not None or root.tag == "VBG" else "prep")
    verb.adopt(w for w in root.right if w.dep == "punct" and w.i > verb.i)


def past_before_object(past: Word) -> None:
    """ "That decision angered workers": the decision did.

    A past tense between a noun and a plural without a determiner of its own, in a sentence that has no other verb.
    """
    noun, before = past.head, past.child("npadvmod")
    if before is None or past.left != [before] or past.right or before.i != past.i - 1 or noun.i != past.i + 1:
        return
    if not past.lower.endswith("ed") or noun.tag != "NNS" or noun.left != [past] or before.tag not in {"NN", "NNP"}:
        return
    if not has_article(before) or not noun.is_root or _has_verb(noun):
        return
    past.retag("VBD")
    lead_with(past, before, noun)
    noun.attach(past, "dobj")


def of_whole(verb: Word) -> None:
    """ "The anniversary of the strike coincided with the vote": the anniversary did, in a sentence without a verb."""
    last, top = verb.head, verb.root
    if top.pos != "NOUN" or verb.lemma not in entries("intransitive_verbs") or verb.tag not in PAST_TAGS:
        return
    of = next((w for w in top.right if w.lower == "of" and w.child("pobj") is last), None)
    if of is None or not is_bare(verb) or verb.left or not has_article(top):
        return
    if top.child(*SUBJECTS) is not None or any(is_finite(w) and w is not verb for w in top.subtree()):
        return
    verb.retag("VBD")
    lead_with(verb, top, last)


def noun_before_verb(noun: Word) -> None:
    """ "Norland imports most of its gas", "The new test detects the virus": no part of a verb, but its subject."""
    verb = noun.head
    if verb.tag not in {"VBZ", "VBD"} or verb.i != noun.i + 1 or verb.child(*SUBJECTS, "expl") is not None:
        return
    bare = noun.tag == "NNP" and verb.pos == "VERB" and verb.child(*AUXILIARIES, "mark") is None
    whole = all(w.dep in {"det", "amod", "poss", "compound", "nummod"} for w in verb.left)
    if not bare and noun.tag in {"NN", "NNS"} and verb.is_root and verb.right and whole and has_article(verb):
        noun.adopt(w for w in verb.left if w is not noun)
        bare = True
    if bare:
        noun.dep = "nsubj"


def past_behind_past(past: Word) -> None:
    """ "Shops suffered smashed windows": of two past tenses side by side the second tells what the windows were."""
    verb, thing = past.head, past.child("dobj")
    if past.i != verb.i + 1 or past.left or thing is None or thing.left or thing.i != past.i + 1:
        return
    if verb.tag in PAST_TAGS and past.tag in PAST_TAGS and verb.child("dobj", "auxpass") is None:
        thing.attach(verb, "dobj")
        thing.adopt(w for w in past.right if w is not thing)
        past.attach(thing, "amod", "JJ")


def _has_verb(top: Word) -> bool:
    """Whether a finite verb, or a full stop that is none, is in what `top` heads."""
    words = top.subtree()
    return words[-1].text != "." or any(is_finite(w) for w in words) or top.child(*SUBJECTS) is not None


@only_on("to")
def likely_to(to: Word) -> None:
    """ "The plan is likely to anger Norland": to anger it; there is no "anger Norland"."""
    thing, likely = to.child("pobj"), to.head.child("acomp")
    if thing is None or likely is None or likely.lower not in {"likely", "unlikely"} or likely.i != to.i - 1:
        return
    verb = next((w for w in thing.left if w.i == to.i + 1), thing)
    if verb.dep == "compound" and verb.tag == "NN":
        verb.attach(likely, "xcomp", "VB")
        to.attach(verb, "aux")
        thing.attach(verb, "dobj")


def with_subject(word: Word) -> None:
    """ "People who drink tea live longer", "Voters head to the polls": what has a subject and no copula is a verb.

    "Emails show that they spoke", "Critics point to a study", "The stay coincides with a fair": so is what has that and
    content, an object or a preposition.
    """
    subject = word.child("nsubj")
    if word.pos not in {"ADV", "ADJ", "NOUN"} or subject is None:
        return
    if word.tag == "VBD":  # "A blaze that began in a shop spread"
        word.pos = "VERB"
    many = subject.tag in {"NNS", "NNPS"} or subject.lower in {"many", "some"} or subject.child("conj") is not None
    if word.tag == ("NN" if many else "NNS") and _goes_on(word) and all(w.dep in _LEFT_OF_VERB for w in word.left):
        word.retag("VBP" if many else "VBZ")
    if subject.tag != "NNS" or word.left != [subject]:
        return
    bare = word.pos == "NOUN" and word.tag == "NN" and word.subtree()[-1].text == "."
    known = entries("headline_verbs") | {"head"} if bare else entries("intransitive_verbs")
    if (bare or subject.child("relcl") is not None) and word.lower in known and word.child("appos") is None:
        word.retag("VBP")


_LEFT_OF_VERB = frozenset({"advcl", "advmod", "cc", "mark", "nsubj", "prep", "punct"})


def _goes_on(word: Word) -> bool:
    """Whether content, an object or a preposition other than "of" stands behind it, as behind a verb."""
    behind = next((w for w in word.right if w.dep in {"ccomp", "dobj", "prep"}), None)
    if behind is None or behind.lower == "of":
        return False
    return behind.dep != "prep" or behind.i == word.i + 1


def bare_conjunct(verb: Word) -> None:
    """ "will sell the mill and put the money in a bank": it has not put it there.

    "would do harm, lead to debt and erode trust": it leads to none.
    """
    first = verb.head
    if first.tag != "VB" or first.i > verb.i:
        return
    present = verb.tag == "VBP" and verb.lower == verb.lemma
    if not present and (verb.tag not in {"VBD", "VBN"} or verb.lower not in {*SAME_IN_PAST, "lay"}):
        return
    if verb.child(*AUXILIARIES, *SUBJECTS, "mark", "agent") is not None:
        return
    joined = [w for w in (*first.right, *verb.right) if w.dep == "cc" and w.lower in {"and", "or"}]
    if not present:
        joined = [w for w in joined if w.i < verb.i]
    if joined and any(w.tag == "MD" or (w.tag == "TO" and not present) for w in first_conjunct(first).left):
        verb.tag = "VB"


def after_adjective(verb: Word) -> None:
    """ "Reed is married and has two children": he has them, as he is married."""
    quality = verb.head
    copula = quality.head
    if quality.dep not in {"acomp", "attr"} or not is_verbal(copula) or verb.tag not in {"VBZ", "VBP", "VBD"}:
        return
    if copula.tag != verb.tag or has_subject(verb) or verb.child("aux", "auxpass", "mark") is not None:
        return
    copula.adopt(w for w in quality.right if w.dep in {"cc", "punct"} and w.i < verb.i)
    verb.attach(copula, "conj")


@only_with("is", "are", "was", "were")
def was_doing(participle: Word) -> None:
    """ "The man was, police said, driving too fast": "driving" belongs to "the man was"."""
    above = participle.head
    before = participle.subtree()[0].i - 1
    beside = next((w for w in above.right if w.dep == "parataxis" and w.subtree()[-1].i == before), None)
    cue = participle.child("parataxis") or beside or above
    be = cue.head if cue is above else above
    start = cue.subtree(lambda w: w is participle or w.dep == "punct")[0].i
    if cue.dep not in {"ccomp", "parataxis"} or be.lemma != "be" or start != be.i + 2 or participle.i < start:
        return
    if participle.tag not in {"VBG", "VBN"} or be.child("attr", "acomp", "xcomp", "prep"):
        return
    cue.dep = "parataxis"
    participle.take_place_of(be)
    for word in [w for w in be.children if w is not participle]:
        done = word.dep == "nsubj" and participle.tag == "VBN"
        word.attach(participle, "nsubjpass" if done else word.dep)
    be.attach(participle, "aux" if participle.tag == "VBG" else "auxpass")


def beside_passive(adjective: Word) -> None:
    """ "It would be naive and wrong to stop", "was hurt and afraid": "be" is the verb of both."""
    first = adjective.head
    be = first.child("auxpass")
    joint = any(w.dep == "cc" and w.i == adjective.i - 1 for w in first.right)
    if be is None or be.lemma != "be" or adjective.tag != "JJ" or first.tag != "VBN" or not joint:
        return
    if adjective.i != first.i + 2 or first.dep == "relcl":
        return
    be.take_place_of(first)
    be.pos = "AUX"
    for word in [w for w in (*first.left, *first.right) if w.i < be.i or w.i > adjective.i]:
        word.attach(be, "nsubj" if word.dep == "nsubjpass" else word.dep)
    first.attach(be, "acomp", "JJ")


def bare_among_infinitives(verb: Word) -> None:
    """ "hit its power to buy parts, have ships built and pay its crews": all that is what it had the power for."""
    first = verb.head
    if verb.lower != verb.lemma or verb.tag not in {"VB", "VBP"} or first.tag not in {"VBD", "VBZ", "VBN", "VBG"}:
        return
    if not is_verbal(first) or verb.child(*SUBJECTS, *AUXILIARIES, "mark", "expl") is not None:
        return
    infinitives = [w for w in first.subtree() if first.i < w.i < verb.i and is_infinitive(w) and not verb.holds(w)]
    if not infinitives or infinitives[-1].head is first:
        return
    infinitives[-1].adopt(w for w in first.right if w.dep in {"cc", "punct"} and infinitives[-1].i < w.i < verb.i)
    verb.attach(infinitives[-1], "conj")
