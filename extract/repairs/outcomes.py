"""What came of something: "led to the firm losing control", "left two guards and a nurse injured"; "enough to"."""

from __future__ import annotations

from extract.repairs.occasions import only_with
from extract.syntax.tree import Word
from extract.syntax.words import PAIRED, SUBJECTS, conjuncts, is_infinitive, is_nominal, is_verbal


def led_to_doing(gerund: Word) -> None:
    """ "The ruling led to the council losing the port": to that, and not to the council."""
    preposition = gerund.head
    noun = preposition.child("pobj")
    if gerund.tag != "VBG" or noun is None or preposition.dep != "prep" or gerund.child(*SUBJECTS) is not None:
        return
    if noun.subtree()[-1].i == gerund.subtree()[0].i - 1:
        gerund.attach(noun, "acl")


@only_with("enough")
def enough_to(verb: Word) -> None:
    """ "caught it early enough to reverse the damage": so early."""
    if not is_infinitive(verb) or verb.head.i > verb.i:
        return
    first = verb.subtree()[0]
    near = [w for above in (verb.head, verb.head.head) for w in above.subtree() if w.i == first.i - 1]
    enough = near[0] if near and near[0].lower == "enough" and near[0].tag == "RB" else None
    if enough is not None and enough is not verb.head and is_verbal(enough.head) and enough.dep == "advmod":
        verb.attach(enough, "xcomp")


def to_choose_from(verb: Word) -> None:
    """ "There are more parks, schools and shops to choose from": what one chooses from stands last."""
    noun = verb.head
    if not is_infinitive(verb) or not is_nominal(noun) or noun.child("conj") is None:
        return
    last = conjuncts(noun)[-1]
    if last.i > noun.i and last.subtree()[-1].i == verb.subtree()[0].i - 1:
        verb.attach(last, verb.dep)


def cannot_help_but(verb: Word) -> None:
    """ "could not help but notice the chair": they noticed it."""
    helping = verb.head
    but = next((w for w in helping.right if w.dep == "cc" and w.lower == "but" and w.i == verb.i - 1), None)
    if helping.lemma == "help" and but is not None and verb.tag in {"VB", "VBP"} and helping.child("neg") is not None:
        but.tag, but.pos = "TO", "PART"  # as good as "to"
        but.attach(verb, "aux")
        verb.attach(helping, "xcomp")


@only_with("others")
def others_there(preposition: Word) -> None:
    """ "urged Lund and others in the region to act": the others are there, and Lund need not be."""
    if preposition.lower not in _THERE:
        return
    others = next((w for w in preposition.head.subtree() if w.lower == "others" and w.i == preposition.i - 1), None)
    if others is not None and others is not preposition.head and others.dep == "conj":
        preposition.attach(others, "prep")


_THERE = frozenset({"across", "around", "at", "from", "in", "inside", "on"})


def left_also_so(state: Word) -> None:
    """ "The crash left a clerk dead and two guards injured": it left them so, and they injured nobody."""
    verb, other = state.head, state.child("nsubj")
    thing, first = verb.child("dobj"), verb.child("oprd")
    if verb.lemma != "leave" or state.tag != "VBN" or other is None or thing is None or first is None:
        return
    if state.child("aux", "auxpass", "dobj") is None and thing.i < first.i < other.i < state.i:
        other.attach(verb, PAIRED)
        state.attach(other, "acl")
