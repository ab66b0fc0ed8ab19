"""What came of something: "led to the firm losing control", "left two guards and a nurse injured"; "enough to"."""

from __future__ import annotations

from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, conjuncts, is_infinitive, is_nominal, is_verbal

_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})


def led_to_doing(gerund: Word) -> None:
    """ "The ruling led to the council losing the port": to that, and not to the council."""
    preposition = gerund.head
    noun = preposition.child("pobj")
    if gerund.tag != "VBG" or noun is None or preposition.dep != "prep" or gerund.child(*SUBJECTS) is not None:
        return
    if noun.subtree()[-1].i == gerund.subtree()[0].i - 1:
        gerund.attach(noun, "acl")


def left_whom(participle: Word) -> None:
    """ "The blast left two guards and a nurse injured": all of them, and it left nobody."""
    verb = next((w for w in participle.ancestors() if is_verbal(w)), participle)
    noun = verb.child("dobj")
    if verb.lemma != "leave" or noun is None or participle.tag not in _PARTICIPLES or verb.i > noun.i:
        return
    several = conjuncts(noun)
    if len(several) == 1 or participle.subtree()[0] is not participle or participle.child("agent", *SUBJECTS):
        return
    end = several[-1].subtree(lambda w: w is participle)[-1]
    bare = participle.dep == "conj" or all(w.dep in {"conj", "cc", "punct", "advmod"} for w in participle.right)
    if end.i == participle.i - 1 and bare and end.dep != "cc":
        participle.tag = "VBN" if participle.tag == "VBD" else participle.tag
        participle.attach(verb, "ccomp")
        noun.attach(participle, "nsubj")


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


def feather_bedding(noun: Word) -> None:
    """ "One cause was feather bedding": a thing, and no feather does anything."""
    gerund = noun.head
    be = gerund.head
    if gerund.tag != "VBG" or gerund.dep not in {"acomp", "attr"} or be.lemma != "be" or noun.i != gerund.i - 1:
        return
    if noun.tag == "NN" and not (noun.left or noun.right or gerund.right) and be.child(*SUBJECTS) is not None:
        gerund.tag, gerund.pos, gerund.dep = "NN", "NOUN", "attr"
        noun.dep = "compound"


_CRIMES = frozenset(
    {"beating", "bombing", "bribery", "drowning", "hacking", "hazing", "killing", "poisoning", "shooting", "stabbing"}
    | {"smuggling", "spying", "trafficking"}
)


@only_on(*_CRIMES)
def shooting_trial(gerund: Word) -> None:
    """ "a new video in shooting trial": a trial about a shooting, and nobody shoots it."""
    preposition, noun = gerund.head, gerund.child("dobj")
    if gerund.tag != "VBG" or noun is None or gerund.left or noun.i != gerund.i + 1:
        return
    if noun.lower in _CASES and not noun.left:
        noun.attach(preposition, "pobj")
        gerund.pos, gerund.tag = "NOUN", "NN"
        gerund.attach(noun, "compound")


_CASES = frozenset(
    {"case", "cases", "charge", "charges", "death", "deaths", "hearing", "inquiry", "plot", "probe", "scandal", "spree"}
    | {"suspect", "suspects", "trial", "victim", "victims"}
)


_THERE = frozenset({"across", "around", "at", "from", "in", "inside", "on"})


@only_with("others")
def others_there(preposition: Word) -> None:
    """ "urged Lund and others in the region to act": the others are there, and Lund need not be."""
    if preposition.lower not in _THERE:
        return
    others = next((w for w in preposition.head.subtree() if w.lower == "others" and w.i == preposition.i - 1), None)
    if others is not None and others is not preposition.head and others.dep == "conj":
        preposition.attach(others, "prep")


@only_on("at", "in", "on")
def called_at(preposition: Word) -> None:
    """ "played a show called Night Tide at summer fairs": it was played there, and is called so everywhere."""
    named = preposition.head
    noun = named.head
    name = named.child("oprd")
    if named.dep != "acl" or named.lower not in {"called", "dubbed", "named", "titled"} or name is None:
        return
    if name.pos == "PROPN" and preposition.i > name.i:
        verb = noun.head if noun.dep == "dobj" else None
        if verb is not None and is_verbal(verb):
            preposition.attach(verb, "prep")
