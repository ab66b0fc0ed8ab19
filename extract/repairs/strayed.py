"""Words that hang on a neighbour to which they do not belong."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.signatures import Frame, reporting, signature
from extract.repairs.occasions import QUOTATION, only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    SUBJECTS,
    behind_comma,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    opens_behind_comma,
)

_SAME_FOR_ALL = frozenset({"both", "all", "among", "most", "each"})
_HAVE, _DO = frozenset({"has", "have", "had"}), frozenset({"did", "do", "does", "will", "would", "could", "can"})


def two_of_them(number: Word) -> None:
    """ "Two of the injured, both engineers, were flown out": the two were, and engineers say who they are."""
    verb, of = number.head, number.child("prep")
    if number.tag != "CD" or of is None or of.lower != "of" or number.i > verb.i or not is_verbal(verb):
        return
    noun = next((w for w in verb.left if w.dep in SUBJECTS and w.i > number.i), None)
    if noun is None or not noun.left or noun.left[0].lower not in _SAME_FOR_ALL:
        return
    if opens_behind_comma(noun):
        number.dep = noun.dep
        noun.attach(number, "appos")


@only_on("otherwise", "differently")
def claims_otherwise(adverb: Word) -> None:
    """ "Anyone who claims otherwise has not read it": they claim otherwise."""
    verb = adverb.head
    if adverb.i > verb.i:
        return
    clause = next((w for s in verb.left if s.dep in SUBJECTS for w in s.right if w.dep == "relcl"), None)
    if clause is not None and clause.i == adverb.i - 1 and not clause.right:
        adverb.attach(clause, "advmod")


@only_on("later", "earlier", "after", "ago")
def later_a_fire(adverb: Word) -> None:
    """ "A year later a small fire destroyed the hall": the fire was later, and is no year."""
    noun, time = adverb.head, adverb.child("npadvmod")
    if time is None or noun.dep not in SUBJECTS:
        return
    if is_nominal(noun) and noun.left[0] is adverb and len(noun.left) > 1 and is_time(time):
        adverb.attach(noun.head, "advmod")


def had_not_they_said(auxiliary: Word) -> None:
    """ "She was to check it, and had not, they said, made a single check": she had made none."""
    first = auxiliary.head
    verb = next((w for w in first.right if w.dep == "conj" and w.i > auxiliary.i and is_verbal(w)), None)
    if verb is None or verb.child(*SUBJECTS, "aux", "auxpass") is not None:
        return
    fits = verb.tag in {"VBN", "VBD"} if auxiliary.lower in _HAVE else verb.tag == "VB"
    if auxiliary.lower not in _HAVE | _DO or not fits or auxiliary.child(*SUBJECTS, "dobj", "attr") is not None:
        return
    aside = next((w for w in verb.left if w.dep == "parataxis" and w.lemma in reporting("verb")), None)
    if aside is None or aside.i < auxiliary.i or any(w.dep not in {"neg", "punct"} for w in auxiliary.children):
        return
    below = list(auxiliary.children)
    auxiliary.attach(verb, "aux")
    for word in below:
        word.attach(verb, word.dep)


def listed_object(noun: Word) -> None:
    """ "It blamed weak orders, rising costs and a strike": it blamed all three."""
    verb = noun.head
    if not is_verbal(verb) or verb.tag == "VBG" or not is_nominal(noun) or noun.child("conj") is None:
        return
    first = next((w for w in reversed(verb.right) if w.dep == "dobj" and w.i < noun.i and is_nominal(w)), None)
    if (
        first is None
        or first.child("conj", "cc") is not None
        or noun.child("cc") is None
        or noun.child(*SUBJECTS) is not None
    ):
        return
    comma = next((w for w in verb.right if w.text == "," and w.i == noun.subtree()[0].i - 1), None)
    if comma is not None and first.subtree()[-1].i == comma.i - 1 and not is_time(noun):
        comma.attach(first, "punct")
        noun.attach(first, "conj")


def fine_which(verb: Word) -> None:
    """ "a fine of 9,000 crowns, which it is appealing": it appeals against the fine."""
    noun, which = verb.head, verb.left[0] if verb.left else None
    of = noun.head
    if which is None or which.lower != "which" or noun.dep != "pobj" or of.lower != "of" or not is_nominal(of.head):
        return
    counted = noun.child("nummod") is not None or noun.tag == "CD"
    if counted and noun.entity in {"MONEY", "QUANTITY", "PERCENT", "CARDINAL", ""} and of.head.tag == "NN":
        for comma in [w for w in noun.right if w.text == "," and w.i == which.i - 1]:
            comma.attach(of.head, "punct")
            verb.attach(of.head, "relcl")


def which_is_nobody(verb: Word) -> None:
    """ "the Home List, founded by a presenter, Gitte Moll, which took 29 seats": the list took them."""
    person, which = verb.head, verb.left[0] if verb.left else None
    if which is None or which.lower != "which" or which.dep not in {*SUBJECTS, "dobj"} or not is_person(person):
        return
    role = next((w for w in person.root.subtree() if w.i == person.subtree()[0].i - 2), None)
    named = role is not None and is_person(role) and role.pos == "NOUN" and person.tag == "NNP"
    if not named and person.pos != "NOUN":
        return
    thing = next((w for w in person.ancestors() if is_nominal(w) and w.i < person.i and not is_person(w)), None)
    comma = next((w for w in person.right if w.text == "," and w.i == which.i - 1), None)
    if thing is not None and thing.dep != "pobj" and comma is not None:
        comma.attach(thing, "punct")
        verb.attach(thing, "relcl")


@only_on("about", "for", "on", "of")
def cared_about_most(adverb: Word) -> None:
    """ "the issue voters cared about most": they cared about the issue."""
    most, verb = adverb.head, adverb.head.head
    if most.lower not in {"most", "more", "least"} or adverb.tag not in {"RB", "IN"} or adverb.i != verb.i + 1:
        return
    if verb.dep == "relcl" and verb.child("dobj") is None:
        adverb.attach(verb, "prep")
        adverb.tag, adverb.pos = "IN", "ADP"


def of_whose_members(verb: Word) -> None:
    """ "It could split the party, some of whose members have threatened to leave": members of the party."""
    main, some = verb.head, verb.child("nsubj", "nsubjpass")
    of = None if some is None else some.child("prep")
    members = None if of is None else of.child("pobj")
    if some is None or members is None or not any(w.tag == "WP$" for w in members.left) or some.i < main.i:
        return
    start = some.subtree()[0].i
    noun = next(
        (w for w in main.right if w.dep in {"dobj", "attr"} and w.subtree()[-1].i in {start - 1, start - 2}), None
    )
    if noun is not None and is_nominal(noun):
        verb.attach(noun, "relcl")


@only_on("time")
def by_the_time(time: Word) -> None:
    """ "By the time he was twenty he could strip any machine": that is what he could do."""
    opener, verb = time.head, time.head.head
    if opener.lower != "by" or opener.i > verb.i or not is_finite(verb) or time.right:
        return
    behind = [w for part in (verb, *verb.right) for w in part.right if w.dep not in {"prep", "punct"}]
    if verb.dep in {"parataxis", "advcl", "ccomp"}:
        behind = [verb.head]
    main = min((w for w in behind if is_verbal(w) and is_finite(w) and w.i > verb.i), key=lambda w: w.i, default=None)
    if main is None or main.child("nsubj", "nsubjpass") is None or verb.lemma in reporting("verb"):
        return
    if main.holds(verb) or main.left[0].dep not in {"mark", "cc"}:
        if not main.holds(verb):
            main.take_place_of(verb)
        opener.attach(main, "prep")
        verb.attach(time, "relcl")


def first_of_three(verb: Word) -> None:
    """ "The ministry had cancelled it, his staff had left, and his wife was away": all three are said."""
    second = verb.head
    if not (is_finite(verb) and is_finite(second)) or verb.i > second.i or second.child("nsubj", "nsubjpass") is None:
        return
    subject = verb.child("nsubj", "nsubjpass")
    if (
        subject is None
        or subject.i > verb.i
        or subject.tag in {"WP", "WDT"}
        or verb.child("mark", "advmod") is not None
    ):
        return
    if any(w.tag in {"WRB", "WDT", "WP", "IN"} and w.dep != "prep" for w in verb.left) or verb.left[0].dep == "aux":
        return
    third = next((w for w in second.right if w.dep == "conj" and w.child("nsubj", "nsubjpass") is not None), None)
    joint = next((w for w in second.right if w.dep == "cc"), None)
    if third is None or joint is None or joint.lower not in {"and", "or"}:
        return
    verb.take_place_of(second)
    for word in [w for w in second.left if w.i < verb.i]:
        word.attach(verb, word.dep)
    second.attach(verb, "conj")
    for word in (joint, third):
        word.attach(second, word.dep)


@only_on("in", "up", "by")
def walked_in(preposition: Word) -> None:
    """ "She walked in one day to ask for it": she walked in, and it took her no day."""
    verb, day = preposition.head, preposition.child("pobj")
    if verb.lemma not in _DROPPING_IN or preposition.i != verb.i + 1:
        return
    if day is not None and is_time(day) and [w.lower for w in day.left] == ["one"]:
        day.attach(verb, "npadvmod")
        preposition.dep, preposition.tag = "prt", "RP"


_DROPPING_IN = frozenset({"barge", "call", "drop", "march", "pop", "show", "stroll", "turn", "walk", "wander"})


@only_on("not")
def not_i_them(denial: Word) -> None:
    """ "They rammed me, not I them": they did ram me."""
    verb = denial.head
    if denial.i < verb.i or not is_verbal(verb):
        return
    other = next((w for w in verb.right if w.i == denial.i + 1 and w.tag == "PRP" and w.dep == "dep"), None)
    if other is not None and behind_comma(denial):
        denial.attach(other, "neg")


def hand_on_shoulder(noun: Word) -> None:
    """ "They were late," he said, his hand on her shoulder: he said no hand."""
    verb = noun.head
    if verb.lemma not in reporting("verb") or not noun.left or noun.left[0].tag not in {"PRP$", "NN", "NNS", "NNP"}:
        return
    said = any(w.dep == "ccomp" for w in verb.left)
    if said and noun.child("prep") is not None and opens_behind_comma(noun):
        noun.dep = "dep"


@only_on("writing", "passing")
def in_writing_that(gerund: Word) -> None:
    """ "It assured his office in writing that none existed": that is what it assured, and nobody was writing."""
    opener = gerund.head
    content = gerund.child("ccomp")
    if opener.lower != "in" or not is_verbal(opener.head) or gerund.left:
        return
    if content is not None and any(w.dep == "mark" for w in content.left) and opener.head.child("ccomp") is None:
        content.attach(opener.head, "ccomp")
        gerund.tag, gerund.pos, gerund.dep = "NN", "NOUN", "pobj"


@only_on("course")
def changed_course(word: Word) -> None:
    """ "The boat had changed course twice": a course is what it changed."""
    verb = word.head
    if word.i == verb.i + 1 and is_verbal(verb) and verb.child("dobj") is None:
        word.tag, word.pos, word.dep = "NN", "NOUN", "dobj"


def crash_that_killed(verb: Word) -> None:
    """ "Pilot blamed for crash that killed nine": the crash killed them, and nobody was blamed that they died."""
    that = verb.left[0] if verb.left else None
    if that is None or that.lower != "that" or that.tag != "WDT" or that.dep not in SUBJECTS or that.right:
        return
    host = verb.head
    parts = [w for part in (host, *host.right) if part is host or part.dep == "prep" for w in part.right]
    noun = next((w for w in parts if w.i == that.i - 1 and w.dep in {"pobj", "dobj"}), None)
    if noun is None or not is_nominal(noun) or is_time(noun) or host.lemma == "be" or not is_verbal(verb):
        return
    if all(w.dep in {"aux", "auxpass", "neg", "advmod"} for w in verb.left[1:]):
        verb.attach(noun, "relcl")


def sent_tumbling(gerund: Word) -> None:
    """ "The warning sent shares tumbling": that is what it did to them, and it sent no shares."""
    verb = gerund.head
    thing = verb.child("dobj")
    if gerund.tag != "VBG" or verb.lemma not in {"leave", "send", "set"} or thing is None or gerund.left:
        return
    if gerund.lemma in reporting("verb") or gerund.lemma == "ask":
        return
    if thing.subtree()[-1].i == gerund.i - 1 and is_nominal(thing):
        thing.attach(gerund, "nsubj")
        gerund.dep = "ccomp"


@only_with("but")
def all_but_five(number: Word) -> None:
    """ "all but five of them had never been vaccinated": five had."""
    verb = number.head
    but = next((w for s in verb.left for w in s.right if w.lower == "but" and w.i == number.subtree()[0].i - 1), None)
    if but is None or but.head.lower not in {"all", "nothing", "none", "everyone", "everything"} or but.right:
        return
    but.dep, but.tag = "prep", "IN"
    number.attach(but, "pobj")


def most_live(verb: Word) -> None:
    """ "Most live in Overholm, a town whose clinic was closed": the town is the one whose clinic closed."""
    main = verb.head
    owned = main.child("nsubj", "nsubjpass")
    if verb.tag not in {"VBP", "VBZ", "VBD"} or not main.is_root or owned is None or owned.i < verb.i:
        return
    start = owned.subtree()[0]
    noun = next((w for w in verb.subtree() if w.tag in {"NN", "NNS"} and start.i - 4 < w.i < start.i), None)
    if start.tag != "WP$" or noun is None or verb.subtree()[-1].i != start.i - 1:
        return
    verb.take_place_of(main)
    main.attach(noun, "relcl")
    for word in [w for w in main.children if w.i < verb.subtree()[0].i or w.text == "."]:
        word.attach(verb, word.dep)
    first = verb.left[0] if verb.left else None
    if first is not None and first.lower in {"most", "many", "some", "few"} and verb.child(*SUBJECTS) is None:
        first.dep, first.pos = "nsubj", "PRON"


@only_on("from")
def fell_from(preposition: Word) -> None:
    """ "Rates had been falling before it closed, from 94 to 81 percent": it did not close from 94 percent."""
    clause, verb = preposition.head, preposition.head.head
    sum_ = preposition.child("pobj")
    if sum_ is None or clause.dep != "advcl" or verb.lemma not in entries("changing_verbs"):
        return
    counted = sum_.tag == "CD" or sum_.child("nummod") is not None
    if counted and behind_comma(preposition):
        preposition.attach(verb, "prep")


def want_reversed(verb: Word) -> None:
    """ "They want the closures, which hit eleven towns, to be reversed": they want that, and not the closures."""
    clause = verb.head
    if not is_infinitive(verb) or not opens_behind_comma(verb):
        return
    wanting = next((w for w in clause.ancestors() if w.lemma in {"ask", "expect", "need", "order", "want"}), None)
    thing = None if wanting is None else wanting.child("dobj")
    if wanting is None or thing is None or not thing.holds(clause) or thing.child("relcl") is None:
        return
    thing.attach(wanting, "dobj")
    verb.attach(wanting, "xcomp")


@only_with("way")
def same_way(verb: Word) -> None:
    """ "He was consumed in the same way one is addicted, affecting him": that tells the way."""
    main, start = verb.head, verb.subtree()[0].i
    parts = [w for w in main.right if w.dep == "prep" and w.lower == "in" and w.i < start]
    way = parts[-1].child("pobj") if parts else None
    if way is None or way.lower != "way" or way.i != start - 1 or verb.child("nsubj", "nsubjpass") is None:
        return
    for word in [w for w in verb.right if w.dep == "advcl" and w.tag == "VBG"]:
        word.attach(main, "advcl")
    verb.attach(way, "relcl")


def what_direction(noun: Word) -> None:
    """ "I don't know what direction he will go": that is asked, and nobody says that he will go.

    So with "would not say which clerks had paid the fine".
    """
    verb = noun.head
    subject = verb.child("nsubj", "nsubjpass")
    if noun.lower == "which" and subject is not None and subject.subtree()[0].i == noun.i + 1 and not subject.entity:
        if verb.dep == "ccomp" and subject.tag in {"NN", "NNS"}:
            noun.attach(subject, "det")
        return
    if not noun.left or noun.left[0].lower not in {"what", "which"} or noun.i < verb.i:
        return
    clause = next((w for w in verb.right if w.dep == "ccomp" and w.subtree()[0].i == noun.subtree()[-1].i + 1), None)
    if clause is not None and clause.child("nsubj", "nsubjpass") is not None and clause.child("dobj") is None:
        noun.attach(clause, "dobj")


@only_with(QUOTATION)
def by_nickname(tree: Tree) -> None:
    """'Ada "the Bull" Gravano lives here': the words in quotation marks are part of her name."""
    for start, end in tree.quotes:
        inside = [w for w in tree.words if start <= w.start < end]
        if not inside or len(inside) > _LONGEST_NICKNAME or inside[0].i == 0 or inside[-1].i + 1 >= len(tree.words):
            continue
        first, last = tree.words[inside[0].i - 1], tree.words[inside[-1].i + 1]
        close = first.end + 2 >= inside[0].start - 1 and last.start <= inside[-1].end + 2
        names = last.tag == "NNP" and first.text[:1].isupper() and first.text.isalpha() and inside[-1].tag == "NNP"
        if not close or not names or (first.tag not in {"NNP", "JJ"} and first.i > 0):
            continue
        parts = [first, *inside]
        outer = next((w for w in parts if w.head not in (*parts, last)), None)
        if outer is not None and outer.holds(last):
            last.take_place_of(outer)
        for word in parts:
            if not word.holds(last):
                word.attach(last, "compound")
        first.tag, first.pos = "NNP", "PROPN"


_LONGEST_NICKNAME = 4


def to_avoid(verb: Word) -> None:
    """ "It was mended with care to avoid floods": that is what for, and no part of the mending."""
    passive = verb.head
    if verb.lemma not in {"avoid", "ensure", "help", "prevent", "protect", "save"} or not is_infinitive(verb):
        return
    if passive.child("auxpass") is not None and signature(passive.lemma, "verb", Frame.TO) is None:
        verb.dep = "advcl"


def gathered_for(participle: Word) -> None:
    """ "a decision that drew boos from the clerks gathered for it": the clerks were gathered."""
    noun = participle.head
    clause = next((w for w in noun.right if w.dep == "relcl" and w.i < participle.i), None)
    if participle.tag not in {"VBN", "VBD"} or clause is None or participle.left:
        return
    last = clause.subtree()[-1]
    if last.i == participle.i - 1 and is_nominal(last) and last.dep in {"pobj", "dobj"}:
        participle.attach(last, "acl")


@only_on("asked", "pressed", "questioned")
def asked_whether(asked: Word) -> None:
    """ "A spokesman, asked whether it was cleared, said little": he was asked, and he said so."""
    subject = asked.child("nsubj")
    said = next((w for w in asked.right if w.dep in {"ccomp", "conj"} and w.i > asked.i and w.tag == "VBD"), None)
    content = asked.child("ccomp", "advcl")
    if subject is None or said is None or content is said:
        return
    if said.child(*SUBJECTS, "cc", "mark") is not None or asked.child("aux", "auxpass") is not None:
        return
    commas = {w.i for w in (*asked.children, *subject.right, *said.left) if w.text == ","}
    if asked.i - 1 in commas and said.i - 1 in commas:
        said.take_place_of(asked)
        subject.attach(said, "nsubj")
        asked.attach(subject, "acl")
        asked.tag = "VBN"


@only_on("percent", "%", "points", "cents")
def closed_down(percent: Word) -> None:
    """ "Shares closed down 6 percent at $41": that is how much."""
    down = percent.head
    if down.lower not in {"down", "higher", "lower", "up"} or down.dep not in {"advmod", "prt"} or percent.i < down.i:
        return
    if down.i == down.head.i + 1:
        percent.attach(down.head, "npadvmod")


_PARTICLES = frozenset({"away", "back", "down", "in", "off", "on", "out", "over", "up"})


@only_on(*_PARTICLES)
def held_on_to(particle: Word) -> None:
    """ "They have held on to their tablets": they have not held to them."""
    verb = particle.head
    if list(particle.children) or particle.i != verb.i + 1 or not is_verbal(verb):
        return
    if any(w.dep == "prep" and w.i == particle.i + 1 and w.right for w in verb.right):
        particle.dep, particle.tag = "prt", "RP"
