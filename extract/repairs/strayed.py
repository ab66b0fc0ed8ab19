"""Words that hang on a neighbour to which they do not belong."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.factuality.signatures import Frame, reporting, signature
from extract.repairs.occasions import QUOTATION, only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    conjuncts,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
)

_HAVE, _DO = frozenset({"has", "have", "had"}), frozenset({"did", "do", "does", "will", "would", "could", "can"})


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
        or noun.child(*SUBJECTS, "dobj") is not None
    ):
        return
    comma = next((w for w in verb.right if w.text == "," and w.i == noun.subtree()[0].i - 1), None)
    if comma is not None and first.subtree()[-1].i == comma.i - 1 and not is_time(noun):
        comma.attach(first, "punct")
        noun.attach(first, "conj")


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


def of_last_noun(participle: Word) -> None:
    """ "storm payments and the reserves set up to cover claims": only the last, with its own article, was."""
    first = participle.head
    last = conjuncts(first)[-1] if is_nominal(first) and participle.tag == "VBN" else first
    if last is first or last.i > participle.i or last.child("det") is None or first.child("det", "poss") is not None:
        return
    if participle.subtree()[0].i == last.subtree()[-1].i + 1:
        participle.attach(last, "acl")


_ANSWERING = frozenset({"answer", "comment", "decline", "deny", "refuse", "reply", "respond", "say"})


@only_with("whether", "if")
def asked_and_answered(answer: Word) -> None:
    """ "Holt was asked whether he took money and did not reply": nobody asked whether he replied."""
    content, asked = answer.head, answer.head.head
    if content.dep != "ccomp" or asked.lemma != "ask" or asked.child("auxpass") is None or content.i > answer.i:
        return
    if answer.lemma in _ANSWERING and answer.child(*SUBJECTS, "mark") is None and is_finite(answer):
        for word in [w for w in content.right if w.dep == "cc" and w.i < answer.i]:
            word.attach(asked, "cc")
        answer.attach(asked, "conj")


#: Participles with an "as" of their own: "the man known as Blade", "a clerk employed as a driver".
_AS_PARTICIPLES = frozenset(
    {"describe", "disguise", "employ", "hire", "intend", "know", "register", "release", "see", "sell", "use", "view"}
)
_IDENTIFYING = frozenset({"describe", "identify", "name", "portray", "recognise", "recognize"})


@only_on("as")
def identified_as(preposition: Word) -> None:
    """ "Police named the man shot in Tarn as Karl Brandt": he was not shot as that."""
    participle = preposition.head
    verb = participle.head.head if participle.dep == "acl" else participle.head
    if participle.tag != "VBN" or verb.lemma not in _IDENTIFYING or participle.child(*AUXILIARIES, "mark") is not None:
        return
    if preposition.child("pobj") is None or preposition.i < participle.i or participle.lemma in _AS_PARTICIPLES:
        return
    man = participle.child("nsubj") if participle.dep == "ccomp" else None
    if man is not None:
        man.attach(verb, "dobj")
        participle.attach(man, "acl")
    if participle.dep == "acl" and participle.head.dep == "dobj":
        preposition.attach(verb, "prep")


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


@only_on("in", "over")
def over_days(particle: Word) -> None:
    """ "which strikers tried to block over the last five days": so long, and they blocked over nothing."""
    verb = particle.head
    days = next((w for w in verb.right if w.dep == "dobj" and w.i > particle.i and is_time(w)), None)
    if particle.dep != "prt" or days is None or days.subtree()[0].i != particle.i + 1:
        return
    if any(w.lower in {"coming", "last", "next", "past"} for w in days.left):
        particle.dep, particle.tag = "prep", "IN"
        days.attach(particle, "pobj")


_TELLING = frozenset({"assure", "inform", "remind", "tell"})


def told_behind(noun: Word) -> None:
    """ "It is old," Lund tells The Norland Reporter: the paper is told so, and says nothing."""
    verb = noun.head
    if noun.i > verb.i and verb.lemma in _TELLING and any(w.dep in SUBJECTS for w in verb.left):
        noun.dep = "dobj"
