"""Lists of adjectives or nouns that the parser cut, and clauses on the wrong one of two verbs."""

from __future__ import annotations

from extract.claims.nounphrase import is_name, is_role
from extract.claims.roles import is_person
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    DASHES,
    FINITE_TAGS,
    SUBJECTS,
    behind_comma,
    conjuncts,
    first_conjunct,
    is_finite,
    is_time,
    is_verbal,
    subject_label,
)


@only_on("on", "in")
def day_before_verb(preposition: Word) -> None:
    """ "Veltra on Tuesday announced a sale": it announced so on that day."""
    noun = preposition.head
    target = preposition.child("pobj")
    if noun.dep not in {"nsubj", "nsubjpass"} or target is None:
        return
    body = is_name(noun) or is_role(noun) or is_person(noun) or group_noun(noun.lemma.lower()) is not None
    body = body or noun.lemma == "campaign"  # "Lund's campaign on Friday released a list"
    verb = noun.head
    if target.child("relcl", "acl", "prep", "poss") is not None:
        return  # "a clerk in her 60s"
    if not body or not is_time(target) or target.entity != "DATE" or not is_verbal(verb) or preposition.i > verb.i:
        return
    start = min((w.i for w in verb.left if w.dep in {*AUXILIARIES, "advmod", "neg"} and w.i > noun.i), default=verb.i)
    if preposition.subtree()[-1].i + 1 == start and noun.right[-1] is preposition:
        preposition.attach(verb, "prep")


def listed_peoples(noun: Word) -> None:
    """ "American, Dutch and South Korean tourists were stuck": all are tourists, and nobody is called American."""
    first = noun.head if noun.dep == "appos" else first_conjunct(noun)
    listed = [w for w in conjuncts(first) if w is not noun]
    before = listed[-1] if listed and listed[-1].i == noun.i - 1 else next(iter(noun.left), None)
    if noun.tag not in {"NNS", "NNPS"} or before is None or before.entity != "NORP" or noun.child("det", "poss"):
        return
    if all(w.entity == "NORP" and w.tag in {"JJ", "NNP"} and w.i < noun.i for w in listed):
        noun.take_place_of(first)
        for word in [w for w in first.children if w.dep not in {"cc", "conj", "punct"}]:
            word.attach(noun, word.dep)
        first.attach(noun, "amod")


def remark_on_content(noun: Word) -> None:
    """ "The paper said jobs would go, a hint at the mill": a hint is nothing that it said."""
    verb = noun.head
    if not any(w.dep == "ccomp" and w.i < noun.i for w in verb.right):
        return
    start = noun.subtree()[0]
    if start.lower in {"a", "an"} and behind_comma(start):
        noun.dep = "dep"


def clause_of_its_own(verb: Word) -> None:
    """ "The cause is open, however reports do not suggest it was fire": they say nothing of the open cause."""
    cue = verb.head
    other = next((w for w in cue.right if w.dep in {"ccomp", "xcomp"}), None)
    subject = cue.child("nsubj", "nsubjpass")
    if subject is None or not verb.i < subject.i < cue.i or cue.child("dobj") is not None or not is_finite(verb):
        return
    between = [w for w in cue.left if verb.i < w.i < subject.subtree()[0].i]
    if cue.child("auxpass") is not None and any(w.text in DASHES for w in between):
        verb.dep = "parataxis"  # "The town is small - he is known there"
    if other is None:
        return
    if any(w.text == ":" or w.lower in {"however", "but", "yet"} for w in between):
        verb.dep = "parataxis"


def agreeing_subject(first: Word) -> None:
    """ "Arbeck takes on Lorne and Sudria plays Tarsk": Sudria plays alone, for "plays" is singular."""
    verb = first.head
    above = verb.head
    others = [w for w in first.right if w.dep == "conj"]
    joints = [w for w in first.right if w.dep == "cc" and w.lower == "and"]
    if len(others) != 1 or len(joints) != 1 or verb.dep not in {"ccomp", "conj", "advcl"} or not is_verbal(above):
        return
    finite = next((w for w in (*verb.left, verb) if w.tag in FINITE_TAGS), None)
    if (
        above.lemma in reporting("verb")
        or finite is None
        or finite.tag != "VBZ"
        or not above.i < first.i
        or verb.child("mark") is not None
    ):
        return
    second = others[0]
    if second.child("conj") is not None or above.child("dobj", "attr", "ccomp", "pobj") not in {None, verb}:
        return
    if first.subtree()[0].i != max(above.i, *(w.i for w in above.right if w.i < first.i), above.i) + 1:
        return
    label = first.dep
    first.attach(above, "dobj")
    joints[0].attach(above, "cc")
    second.attach(verb, label)
    verb.attach(above, "conj")


def pair_behind_opening(name: Word) -> None:
    """ "In an interview with Radio Tarn, Ada Lund and Tom Berg said so": the two said it, and spoke to the radio."""
    place = name.head
    opening = next((w for w in place.ancestors() if w.dep == "prep" and is_finite(w.head)), None)
    if place.dep != "pobj" or opening is None or not any(w.dep == "cc" and w.lower == "and" for w in name.right):
        return
    verb, words = opening.head, name.subtree()
    comma = next((w for w in (*place.right, *verb.left) if w.text == "," and w.i == words[0].i - 1), None)
    before = sum(w.i > words[-1].i and w.dep in {*AUXILIARIES, "advmod", "neg"} for w in verb.left)
    if comma is None or verb.child(*SUBJECTS, "expl") is not None or words[-1].i != verb.i - 1 - before:
        return
    name.attach(verb, subject_label(verb))
    comma.attach(verb, "punct")


def title_of_second(name: Word) -> None:
    """ "President Lang and nominee Ada Kern": Kern is the nominee, and no other name of Lang."""
    noun = name.head
    role = next((w for w in noun.right if w.dep == "conj" and w.i == name.subtree()[0].i - 1), None)
    if role is None or name.pos != "PROPN" or noun.pos != "PROPN" or not is_role(role) or role.right:
        return
    name.attach(noun, "conj")
    role.attach(name, "compound")
    for word in list(role.left):
        word.attach(name, word.dep)


def name_of_whole(name: Word) -> None:
    """ "The company that owns the plant, Starburst Inc., said so": no plant is called so."""
    noun = name.head
    clause = next((w for w in noun.ancestors() if w.dep == "relcl"), None)
    if name.pos != "PROPN" or noun.pos != "NOUN" or clause is None or not clause.head.i < clause.i < noun.i < name.i:
        return
    whole = clause.head
    firm = name.entity == "ORG" and group_noun(whole.lemma) is Sort.BODY and group_noun(noun.lemma) is not Sort.BODY
    person = name.entity == "PERSON" and is_person(whole) and not is_person(noun)
    if whole.dep in SUBJECTS and (firm or person) and whole.head.i > name.i:
        name.attach(whole, "appos")


def best_and_cheapest(adjective: Word) -> None:
    """ "They turned to the cheapest and quickest method": both describe one method."""
    verb, noun = adjective.head, adjective.child("dobj")
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == adjective.i - 1), None)
    described = adjective.tag in {"JJ", "JJR", "JJS"} and noun is not None and noun.i == adjective.i + 1
    if not described or joint is None or noun is None or noun.left:
        return
    first = next((w for w in verb.subtree() if w.i == joint.i - 1), None)
    if first is None or first.tag != adjective.tag or first.dep not in {"dobj", "pobj"}:
        return
    noun.take_place_of(first)
    for word in [*first.left, *adjective.right]:
        word.attach(noun, word.dep)
    joint.attach(first, "cc")
    adjective.attach(first, "conj")
    first.attach(noun, "amod")


def next_to_act(name: Word) -> None:
    """ "Ruiz scored in the sixth and Lund pitched well": Lund did, and nobody scored in him."""
    preposition = name.head
    verb = next((w for w in preposition.head.right if w.dep == "conj" and w.i == name.subtree()[-1].i + 1), None)
    rank = next((w for w in name.left if w.dep == "amod" and w.child("cc") is not None), None)
    if name.pos != "PROPN" or verb is None or rank is None or verb.child(*SUBJECTS) is not None or not is_finite(verb):
        return
    joint = rank.child("cc")
    if joint is None or joint.i > name.i:
        return
    rank.attach(preposition, "pobj")
    for word in [w for w in name.left if w.i < rank.i]:
        word.attach(rank, word.dep)
    joint.attach(verb.head, "cc")
    name.attach(verb, subject_label(verb))


def also_harming(noun: Word) -> None:
    """ "A quake hit Lorne, injuring two men and closing roads": it closed them, and no roads close anything."""
    first, gerund = noun.head, noun.left[0] if noun.left else noun
    harm = first.head
    joint = next((w for w in first.right if w.dep == "cc" and w.i == gerund.i - 1), None)
    if harm.tag != "VBG" or harm.lemma not in _HARMING or first.dep != "dobj" or gerund.dep != "amod" or joint is None:
        return
    stem = gerund.lower.removesuffix("ing")
    deed = next((lemma for lemma in (stem, f"{stem}e", gerund.lemma) if lemma in _HARMING), gerund.lemma)
    if deed not in _HARMING and (gerund.tag != "VBG" or deed in entries("intransitive_verbs")):
        return
    gerund.pos, gerund.tag, gerund.lemma = "VERB", "VBG", deed
    gerund.attach(harm, "conj")
    joint.attach(harm, "cc")
    noun.attach(gerund, "dobj")


_HARMING = frozenset({"damage", "destroy", "flatten", "hurt", "injure", "kill", "strand", "trap", "wound"})
