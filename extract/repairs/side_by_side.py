"""What stands side by side in a sentence where the parse puts one part under another."""

from __future__ import annotations

from extract.claims.nounphrase import is_role
from extract.factuality.signatures import reporting
from extract.repairs.main_verbs import lead_with
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    BREAKS,
    SUBJECTS,
    is_verbal,
)


def two_reports(first: Word) -> None:
    """ "Some said she lied, Lund said she was ill": Lund says nothing of what some said."""
    cue = first.head
    content = next((w for w in cue.right if w.dep == "ccomp"), None)
    subject = cue.child("nsubj")
    if cue.lemma not in reporting("verb") or content is None or subject is None or not first.i < subject.i < cue.i:
        return
    if first.child(*SUBJECTS) is None or content.child(*SUBJECTS) is None or not _behind_break(subject.subtree()[0]):
        return
    if not any(w.dep == "punct" and cue.i < w.i < content.i for w in cue.right):
        first.dep = "parataxis"


def said_again(first: Word) -> None:
    """ "We know about the fire, we know about the flood": that is no second time what we know."""
    verb = first.head
    one, same = first.child("nsubj"), verb.child("nsubj")
    if one is None or same is None or first.lemma != verb.lemma or one.lower != same.lower or same.i < first.i:
        return
    if _behind_break(same.subtree()[0]) and any(w.dep in {"prep", "dobj", "ccomp", "xcomp"} for w in verb.right):
        first.take_place_of(verb)
        verb.attach(first, "conj")


def _behind_break(word: Word) -> bool:
    return any(w.text in {*BREAKS, ";"} and w.i == word.i - 1 for w in word.root.subtree())


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


@only_on("time", "while", "moment", "hour", "hours", "day", "days", "minutes", "weeks", "months", "years")
def time_later(time: Word) -> None:
    """ "but a short time later evacuated the mill": no time did so."""
    verb = time.head
    later = next((w for w in (*time.right, *verb.left) if w.lower in {"later", "earlier"}), None)
    if verb.dep == "conj" and later is not None and time.i + 1 == later.i == verb.i - 1:
        time.dep = "npadvmod"
        later.attach(time, "advmod")


@only_on("soon", "late", "early")
def too_soon(state: Word) -> None:
    """ "It is too soon to say": that is how it is, and not when."""
    verb = state.head
    bare = verb.lemma == "be" and state.i > verb.i and verb.child("acomp", "attr") is None
    if bare and state.dep == "advmod" and any(w.lower == "too" for w in state.left):
        state.dep, state.pos, state.tag = "acomp", "ADJ", "JJ"


@only_on("as")
def also_by(joint: Word) -> None:
    """ "It was backed by Lorne as well as by Tarn": by both, and the second "by" begins nothing of its own.

    "He was helped by mails stolen by spies as well as by Holt": no spies and no Holt stole them together.
    """
    again = next((w for w in joint.root.subtree() if w.i == joint.i + 1 and w.pos == "ADP"), joint)
    verbs = [w for w in joint.ancestors() if is_verbal(w)]
    pairs = [w for verb in verbs for w in verb.right if w.lower == again.lower and w.i < joint.i]
    if pairs and again is not joint and again.head is not pairs[-1]:
        joint.attach(pairs[-1], "cc")
        again.attach(pairs[-1], "conj")
