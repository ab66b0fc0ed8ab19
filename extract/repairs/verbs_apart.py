"""Verbs that the parser took for nouns, and objects that it took for subjects of the clause behind them."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.repairs.conjoined import WITH_TWO
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUN_TAGS,
    SAME_IN_PAST,
    SUBJECTS,
    behind_comma,
    has_before,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    opens_behind_comma,
    subject_label,
)


def was_denied(verb: Word) -> None:
    """ "It sued on behalf of teachers denied overtime pay": they were denied it, as no "and" joins another deed."""
    above, thing = verb.head, verb.child("dobj")
    if verb.lemma not in WITH_TWO or verb.tag not in {"VBD", "VBN"} or thing is None or verb.i < above.i:
        return
    noun = next((w for w in above.subtree() if w.i == verb.i - 1), None)
    if noun is None or noun is above or noun.tag not in NOUN_TAGS or not is_person(noun) or verb.left:
        return
    if noun.dep in {"pobj", "dobj"} and not any(w.dep == "cc" and w.i < verb.i for w in above.right):
        verb.tag = "VBN"
        verb.attach(noun, "acl")


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


@only_on("after", "before", "since", "until")
def since_doing(opener: Word) -> None:
    """ "It has grown since hunting was banned": the hunting was, and nothing that has grown."""
    gerund = opener.child("pobj", "pcomp")
    if gerund is None or not gerund.lower.endswith("ing") or gerund.left or gerund.right:
        return
    words = {w.i: w for w in opener.root.subtree()}
    near = words.get(gerund.i + 1)
    verb = near.head if near is not None and near.dep in AUXILIARIES else near
    if verb is None or not is_finite(verb) or not is_verbal(verb) or verb.child(*SUBJECTS, "mark", "cc") is not None:
        return
    above = next((w for w in opener.ancestors() if is_verbal(w)), None)
    if above is not None and verb.subtree()[0].i == gerund.i + 1 and not verb.holds(above):
        verb.attach(above, "advcl")
        opener.attach(verb, "mark")
        gerund.pos, gerund.tag = "NOUN", "NN"
        gerund.attach(verb, subject_label(verb))


@only_with("after", "before")
def minutes_before(time: Word) -> None:
    """ "He left the bridge minutes before the crash": he left the bridge, and it is no bridge of minutes."""
    verb, noun = time.head, time.left[-1] if time.left else None
    if time.tag != "NNS" or not is_time(time) or noun is None or noun.dep != "compound" or noun.i != time.i - 1:
        return
    opener = next((w for w in verb.subtree() if w.i == time.i + 1), None)
    if opener is None or opener.lower not in {"after", "before"} or verb.pos != "VERB":
        return
    if noun.lemma in entries("time_nouns"):
        return  # "He left the week days before"
    noun.entity = ""
    for word in [w for w in time.left if w is not noun]:
        word.attach(noun, word.dep)
    noun.attach(verb, "dobj")
    time.attach(opener, "npadvmod")


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
    if second.subtree()[0].i == joint.i + 1 and any(w.dep in {"det", "poss"} for w in second.left):
        joint.attach(above, "cc")
        label = first.dep
        first.attach(above, "dobj")
        second.attach(verb, label)
        verb.attach(above, "conj")


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
    for joint in noun.head.having("cc"):
        joint.attach(verb, "cc")
    noun.pos, noun.tag = "VERB", "VBZ"
    noun.attach(verb, "conj")
    for word in [w for w in verb.right if w.i >= thing.i and w.dep != "punct"]:
        word.attach(noun, word.dep)
    thing.attach(noun, "dobj")


def and_sample(word: Word) -> None:
    """ "It plans to drill through ice and sample the lake": what has an object beside an infinitive is a verb."""
    if word.tag == "NN" and is_infinitive(word.head) and word.child("dobj") is not None and not word.left:
        word.pos, word.tag = "VERB", "VB"


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


@only_with("what", "who", "how", "whether")
def what_it_caused(noun: Word) -> None:
    """ "Inquiries into what caused the fire go on": it caused the fire, and the inquiries go on."""
    verb = noun.head
    first = next((w for w in verb.left if w.dep in SUBJECTS and w.i < noun.i), None)
    clause = None if first is None else next((w for w in first.subtree() if w.dep == "pcomp"), None)
    if clause is None or first is None or clause.child(*SUBJECTS) is None or clause.child("dobj") is not None:
        return
    if clause.subtree()[-1] is clause and noun.subtree()[0].i == clause.i + 1:
        noun.attach(clause, "dobj")


@only_with("that")
def that_in_their_view(verb: Word) -> None:
    """ "He questioned a plan that, in their view, is bad": the plan is, and he does not question that it is."""
    that = verb.child("nsubj")
    noun = verb.head.child("dobj", "dative")
    if that is None or that.lower != "that" or noun is None or noun.subtree()[-1].i != that.i - 1:
        return
    if len(verb.having(*SUBJECTS)) > 1 or verb.head.lemma in entries("telling_verbs"):
        return  # "She told the paper that, at first, the boys were there"
    if any(w.text == "," and w.i == that.i + 1 for w in verb.left):
        that.tag, that.pos = "WDT", "PRON"
        verb.attach(noun, "relcl")


@only_with("did", "does", "do", "had", "has", "have", "was", "were")
def only_then(noun: Word) -> None:
    """ "Only after the fire did they inspect it": they did, and no fire inspects anything."""
    auxiliary, verb = noun.head, noun.head.head
    opener, subject = auxiliary.child("mark"), verb.child(*SUBJECTS)
    if auxiliary.dep not in AUXILIARIES or opener is None or subject is None:
        return
    if noun.i < auxiliary.i < subject.i:
        opener.attach(verb, "prep")
        noun.attach(opener, "pobj")
        for word in list(auxiliary.children):
            word.attach(verb, word.dep)


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
    for word in [w for w in verb.left if w.i < first.i]:
        word.attach(first, word.dep)
    for word in [w for w in verb.right if w.dep == "punct"]:
        word.attach(first, "punct")
    verb.attach(first, "conj")


def worlds_largest(thing: Word) -> None:
    """ "The airport, the country's busiest, handled 20 million people": the airport did, and no country."""
    owner = next((w for w in thing.head.left if w.dep == thing.dep and w.i > thing.i), thing)
    best = next((w for w in owner.right if w.tag == "JJS" and w.dep == "amod"), None)
    if best is None or owner is thing or owner.child("case") is None or not opens_behind_comma(owner):
        return
    best.attach(thing, "appos")
    best.pos = "NOUN"
    owner.attach(best, "poss")


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
        deed.pos, deed.tag = "VERB", "VBD"
        if deed is deeds[0]:
            deed.lead()
        else:
            deed.attach(deeds[0], "conj")
        thing.attach(deed, "dobj")
    for word in [w for w in things[0].right if w.dep == "acl" and w.i > things[-1].i]:
        word.attach(things[-1], "acl")
    for word in [w for w in noun.right if w.i > deeds[0].i]:
        word.attach(deeds[0], word.dep)
    noun.attach(deeds[0], "nsubj")


def _is_deed(past: Word) -> bool:
    """Whether a word is a past tense that may have been taken for an adjective of the plural behind it."""
    noun = past.head
    formed = past.lower.endswith("ed") or past.lower in SAME_IN_PAST or past.tag in {"VBN", "VBD"}
    plural = noun.tag == "NNS" and noun.left == [past] and noun.i == past.i + 1
    return past.dep == "amod" and formed and plural and not past.left and not past.right
