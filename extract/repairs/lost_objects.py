"""Words that were read as another kind: a verb as part of a name, a list's last item as a deed."""

from __future__ import annotations

from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    conjuncts,
    has_before,
    is_finite,
    is_nominal,
    is_verbal,
)

_ACCUSATIONS = frozenset({"accusation", "allegation", "charge", "count", "crime", "offence", "offense", "suspicion"})
_CUES = frozenset({"allege", "alleges", "believe", "believes", "say", "says"})


def cue_in_name(name: Word) -> None:
    """ "Police allege Adam Kirk opened fire": no part of his name."""
    verb = name.head
    cue = next((w for w in name.left if w.lower in _CUES and w.dep == "compound" and w.text.islower()), None)
    if cue is None or name.pos != "PROPN" or not is_finite(verb) or verb.child("mark", "ccomp") is not None:
        return
    before = [*(w for w in name.left if w.i < cue.i), *cue.left]
    if not before or before[-1].i != cue.i - 1 or not is_nominal(before[-1]) or cue.right:
        return
    speaker = before[-1]
    cue.take_place_of(verb)
    cue.pos, cue.tag, cue.lemma = "VERB", "VBP", cue.lower.removesuffix("s")
    for word in [w for w in verb.children if w.i < cue.i or (w.text == "." and cue.is_root)]:
        word.attach(cue, word.dep)
    verb.attach(cue, "ccomp")
    for word in before[:-1]:
        word.attach(speaker, word.dep)
    speaker.attach(cue, "nsubj")


def across_verb(noun: Word) -> None:
    """ "Study links night work to poor sleep": the work is what it links, and no other name of the study."""
    verb = noun.head.head if noun.head.dep == "nsubj" else noun.head
    if not is_verbal(verb) or not is_finite(verb) or not noun.head.i <= verb.i < noun.subtree()[0].i:
        return
    if verb.i + 1 == noun.subtree()[0].i and verb.child("dobj", "attr", "acomp", "ccomp", "xcomp") is None:
        noun.attach(verb, "attr" if verb.lemma == "be" else "dobj")


def emphatic(pronoun: Word) -> None:
    """ "something we could never have built ourselves": what we could not build is that."""
    clause = pronoun.head
    own = clause.child("nsubj")
    if not pronoun.lower.endswith(("self", "selves")) or clause.dep != "relcl" or own is None:
        return
    if clause.child("prep", "prt") is not None or any(w.tag in {"WDT", "WP", "WRB"} for w in clause.left):
        return
    if own.tag == "PRP" and pronoun.i > clause.i:
        pronoun.dep = "npadvmod"


def gerund_in_list(gerund: Word) -> None:
    """ "was arrested on charges of theft, fraud and inciting a riot": that is what he was accused of."""
    verb = gerund.head
    if gerund.tag != "VBG" or verb.tag == "VBG" or has_before(gerund, {*AUXILIARIES, *SUBJECTS, "mark"}):
        return
    if any(w.dep in AUXILIARIES and w.lemma == "be" and w.dep == "aux" for w in verb.left):
        return
    joint = next((w for w in verb.right if w.dep == "cc" and w.i == gerund.subtree()[0].i - 1), None)
    if joint is None:
        return
    for opener in (w for w in verb.right if w.dep == "prep" and w.i < joint.i):
        noun = opener.child("pobj")
        of = None if noun is None else noun.child("prep")
        crime = None if of is None else of.child("pobj")
        if noun is not None and noun.lemma in _ACCUSATIONS and crime is not None:
            last = conjuncts(crime)[-1]
            if last.subtree()[-1].i >= joint.i - 2:
                joint.attach(last, "cc")
                gerund.attach(last, "conj")
                return


def whose_of_last(verb: Word) -> None:
    """ "between police and protesters, whose anger grew": the protesters'."""
    first = verb.head
    subject = verb.child("nsubj", "nsubjpass", "dobj")
    owner = None if subject is None else next((w for w in subject.left if w.tag == "WP$"), None)
    others = conjuncts(first)
    if owner is None or len(others) < 2 or others[-1].i > owner.i:
        return
    last = others[-1]
    if last.subtree()[-1].i in {owner.i - 1, owner.i - 2} and last is not first and last.child("conj") is None:
        for comma in [w for w in first.right if w.text == "," and w.i == owner.i - 1]:
            comma.attach(last, "punct")
        verb.attach(last, "relcl")
