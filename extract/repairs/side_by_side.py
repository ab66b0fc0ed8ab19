"""What stands side by side in a sentence where the parse puts one part under another."""

from __future__ import annotations

from extract.claims.nounphrase import is_name, is_role
from extract.claims.roles import is_person
from extract.factuality.signatures import reporting
from extract.repairs.main_verbs import lead_with
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    behind_comma,
    is_nominal,
    is_time,
    subject_label,
)

_PICTURES = frozenset(
    {"clip", "drawing", "footage", "image", "photo", "photograph", "picture", "portrait", "snapshot", "video"}
)


def two_reports(first: Word) -> None:
    """ "Some said she lied, Lund said she was ill": Lund says nothing of what some said."""
    cue = first.head
    content = next((w for w in cue.right if w.dep == "ccomp"), None)
    subject = cue.child("nsubj")
    if cue.lemma not in reporting("verb") or content is None or subject is None or not first.i < subject.i < cue.i:
        return
    if first.child(*SUBJECTS) is None or content.child(*SUBJECTS) is None or not behind_comma(subject.subtree()[0]):
        return
    if not any(w.dep == "punct" and cue.i < w.i < content.i for w in cue.right):
        first.dep = "parataxis"


def role_and_owner(noun: Word) -> None:
    """ "She ignored banker Karl Lund's request": what she ignored is the request, and he is the banker."""
    if not is_role(noun) or noun.tag != "NN" or any(w.dep in {"det", "poss"} for w in noun.left):
        return
    near = (*noun.right, *noun.head.right, *noun.head.head.right)
    thing = next((w for w in near if w.i > noun.i and w.subtree()[0].i == noun.i + 1), None)
    owner = None if thing is None else thing.child("poss")
    if thing is None or owner is None or owner.pos != "PROPN" or not thing.dep.endswith(("obj", "appos", "dative")):
        return
    thing.take_place_of(noun)
    for word in (*noun.left, noun):
        word.attach(owner, "compound")


_MEANS = frozenset({"e-mail", "email", "fax", "letter", "mail", "phone", "post", "radio", "telephone", "text"})


@only_on("by")
def by_telephone(by: Word) -> None:
    """ "The head of works answered by telephone that he was ill": the head did, by these means."""
    verb, means = by.head, by.child("pobj")
    if means is None or means.lower not in _MEANS or means.left:
        return
    by.dep = "prep"
    noun = verb.head
    according = noun.head.head if noun.dep == "pobj" and noun.head.head.lower == "according" else None
    speaker = noun if according is None else noun.child("appos")
    if verb.dep != "acl" or verb.child("ccomp") is None or speaker is None or not (according or speaker).is_root:
        return
    lead_with(verb, speaker, verb)
    verb.tag = "VBD"
    if according is not None:
        according.attach(verb, "prep")


@only_on("by")
def by_its_maker(by: Word) -> None:
    """ "The revival came from artwork by Karl Lund": the artwork is his."""
    verb, maker = by.head, by.child("pobj")
    if maker is None or maker.entity != "PERSON" or verb.tag == "VBN" or verb.pos != "VERB":
        return
    noun = next((w for w in verb.subtree() if w.i == by.i - 1), None)
    if noun is not None and noun.dep in {"pobj", "dobj"} and noun.pos == "NOUN" and not is_person(noun):
        by.attach(noun, "prep")


def shown_in_picture(participle: Word) -> None:
    """ "A photo of the boy wearing a cap": the boy wears it."""
    picture = participle.head
    of = picture.child("prep")
    shown = of.child("pobj") if of is not None and of.lower == "of" and of.i == picture.i + 1 else None
    if participle.tag != "VBG" or picture.lemma not in _PICTURES or shown is None or not is_person(shown):
        return
    if shown.i < participle.i and participle.child(*AUXILIARIES) is None:
        participle.attach(shown, "acl")


def name_behind_opener(noun: Word) -> None:
    """ "After the hearing, Lund, 43, was ordered held": Lund was, and not the hearing."""
    verb, name = noun.head, noun.child("appos")
    if name is None or not is_name(name) or is_role(noun):
        return
    first = noun.subtree()[0]
    opener = next((w for w in verb.left if w.dep == "prep" and w.i == first.i - 1), None)
    if opener is None or opener.left or opener.right:
        return
    if not is_nominal(noun) or not behind_comma(name.subtree()[0]):
        return
    noun.attach(opener, "pobj")
    name.attach(verb, subject_label(verb))


@only_on("soon", "late", "early")
def too_soon(state: Word) -> None:
    """ "It is too soon to say": that is how it is, and not when."""
    verb = state.head
    bare = verb.lemma == "be" and state.i > verb.i and verb.child("acomp", "attr") is None
    if bare and state.dep == "advmod" and any(w.lower == "too" for w in state.left):
        state.dep, state.pos, state.tag = "acomp", "ADJ", "JJ"


def listed_subjects(noun: Word) -> None:
    """ "Students, truckers, nurses joined the strike": all of them did, with no "and" between them."""
    verb = noun.head
    first = next((w for w in verb.left if w.dep == "dep" and w.tag == "NNS" and w.i < noun.i), None)
    second = first.child("conj", "appos") if first is not None else None
    if first is None or second is None or noun.tag != "NNS" or second.tag != "NNS" or second.child("appos", "conj"):
        return
    if first.left or second.left or noun.left or not noun.i - 2 == second.i == first.i + 2:
        return
    noun.dep, second.dep = "conj", "conj"
    first.attach(verb, subject_label(verb))
    noun.attach(second, "conj")


def in_brackets(clause: Word) -> None:
    """ "a plane like those at Orvia (which has a base)": Orvia has it, for nothing stands between them."""
    which, above = clause.subtree()[0], clause.head
    near = [w for w in above.subtree() if which.i - 2 <= w.i < which.i and not clause.holds(w)]
    if which.tag not in {"WDT", "WP"} or len(near) < 2 or near[1].text != "(" or near[0] is above:
        return
    if near[0].dep == "pobj" and near[0].pos == "PROPN" and (which.lower != "who" or is_person(near[0])):
        clause.attach(near[0], "relcl")


@only_on("time", "while", "moment", "hour", "hours", "day", "days", "minutes", "weeks", "months", "years")
def time_later(time: Word) -> None:
    """ "but a short time later evacuated the mill": no time did so."""
    verb = time.head
    later = next((w for w in (*time.right, *verb.left) if w.lower in {"later", "earlier"}), None)
    if verb.dep == "conj" and later is not None and time.i + 1 == later.i == verb.i - 1:
        time.dep = "npadvmod"
        later.attach(time, "advmod")


@only_on("by")
def by_that_time(by: Word) -> None:
    """ "If no price is agreed by that time": no time agrees."""
    when = by.child("pobj")
    if by.dep == "agent" and when is not None and is_time(when) and when.child("prep") is None:
        by.dep = "prep"
