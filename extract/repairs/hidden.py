"""Clauses that the parser took for noun phrases: their verbs put back at the head."""

from __future__ import annotations

from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, NOUN_MODIFIERS, SUBJECTS, has_subject, is_finite, is_nominal

_CLAUSE_PLACES = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis", "relcl", "dep"})
_CLAUSE_PARTS = frozenset(
    {"prep", "npadvmod", "advmod", "nsubj", "nsubjpass", "punct", "cc", "mark", "aux", "advcl", "conj"}
)
_SUBJECT_LIKE = NOUN_MODIFIERS | {"det"}


def unhide_modifier(verb: Word) -> None:
    """ "Rivera has carefully cultivated ties with Oslo": `cultivated`, taken for an adjective, has an auxiliary.

    "The two made news when ...": a past tense between "the two" and a noun has the one as its subject and
    the other as its object.
    """
    noun = verb.head
    if verb.pos != "VERB" or verb.i > noun.i:
        return
    own = verb.child("nsubj", "nsubjpass") is not None
    while own and verb.child("aux") is not None and noun.dep == "compound" and noun.head.i > noun.i:
        noun = noun.head  # "said that it had sacked manager Peter Hale"
    if own and verb.child("dobj") is not None:
        _set_apart(verb, noun)
    elif own and verb.tag == "VBD" and verb.lemma in reporting("verb") and noun.dep in SUBJECTS:
        _say(verb, noun.head)
    elif noun.dep in _CLAUSE_PLACES and (own or _finds_subject(verb, noun)):
        _take_place(verb, noun)
        noun.attach(verb, "dobj")
    elif own and verb.child("mark") is not None and noun.dep == "dobj":  # "reported that frogs preferred large ponds"
        _take_place(verb, noun)
        verb.dep = "ccomp"
        noun.attach(verb, "dobj")


def _set_apart(verb: Word, noun: Word) -> None:
    """A whole clause before a noun is a sentence of its own, lost through a full stop that is none."""
    above = noun.head if noun.head is not noun else noun
    verb.attach(above, "parataxis")


def _say(cue: Word, content: Word) -> None:
    """Puts a verb of saying above what is said."""
    if not is_finite(content) or content.child("mark") is not None:
        return
    before = [w for w in content.children if w.i < cue.i or (w.dep == "punct" and w.i > content.i)]
    cue.take_place_of(content)
    cue.adopt(before)
    content.attach(cue, "ccomp")


def _finds_subject(verb: Word, noun: Word) -> bool:
    """Makes "the two" the subject of a past tense that stands right after it."""
    before = [w for w in noun.left if w.i < verb.i and w.dep in _SUBJECT_LIKE]
    if verb.tag != "VBD" or not before or before[-1].tag not in {"CD", "DT", "PRP", "NNS", "NNP"}:
        return False
    subject = before[-1]
    if subject.tag == "DT" and len(before) == 1 and subject.lower in {"the", "a", "an"}:
        return False
    listed = noun.dep == "conj" and noun.head.dep in {"dobj", "pobj"}
    if listed and subject.lower in {"any", "no", "some"}:
        return False  # "slower lines and some dropped calls"
    subject.adopt(before[:-1])
    subject.attach(verb, "nsubj")
    return True


def _take_place(verb: Word, old: Word) -> None:
    """Puts `verb` where `old` hangs, with the parts of the clause that hung on `old`."""
    verb.take_place_of(old)
    for child in [*old.left, *old.right]:
        outer = child.dep in _CLAUSE_PARTS and (child.i < verb.i or child.dep in {"punct", "cc", "conj", "advcl"})
        if child is not verb and (outer or (child.dep in {"relcl"} and child.left and child.left[0].tag == "WRB")):
            child.attach(verb, "advcl" if child.dep == "relcl" else child.dep)


#: Whoever is told something has content as a participle too: "people told that the mill was safe".
_TELLING = frozenset(
    {"tell", "inform", "assure", "convince", "promise", "advise", "warn", "notify", "remind", "satisfy"}
)


def unhide_report(verb: Word) -> None:
    """ "A panel of experts reported in May that troops had left": a participle has no content of its own."""
    top, content = verb.head, verb.child("ccomp")
    if verb.tag not in {"VBN", "VBD"} or verb.lemma not in reporting("verb") or verb.lemma in _TELLING:
        return
    if content is None or content.i < verb.i or not has_subject(content):
        return
    if verb.child("agent", "mark", *SUBJECTS, *AUXILIARIES) is not None:
        return
    while top.dep in {"pobj", "prep", "appos"} and (is_nominal(top.head) or top.head.dep == "prep"):
        top = top.head
    if not is_nominal(top) or top.dep not in _CLAUSE_PLACES or top.child("nsubj", "nsubjpass") is not None:
        return
    verb.tag = "VBD"
    inside = [w for w in top.right if w.i < verb.i and w.dep == "prep"]
    _take_place(verb, top)
    top.adopt(inside, "prep")
    top.attach(verb, "nsubj")
