"""What the last of several coordinated verbs has for all of them: "designed and built the bridge in May"."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import auxiliaries, conjuncts, first_conjunct, is_bare, is_infinitive, is_verbal


def shared_ending(verb: Word, subject: Word) -> tuple[Word | None, list[Word]]:
    """The object of a later verb that a verb without one shares, and what else stands behind that.

    "designed and built the bridge", "feed, touch or ride the tortoises", "was signed and sealed in Bonn".
    """
    passive = verb.child("auxpass") is not None
    again = next((w for w in verb.right if w.dep == "conj" and is_verbal(w)), None)
    inner = None if again is None else again.child("xcomp")
    if inner is not None and inner.lemma == verb.lemma and not passive:
        return inner.child("dobj"), []  # "has hit and continues to hit the port"
    if verb.lemma in entries("intransitive_verbs") or (verb.lemma in _MOVES and not is_person(subject)):
        return None, []
    last = _last_alike(verb)
    if last is not None and verb.lemma in _OFTEN_ALONE and last.lemma not in _OFTEN_ALONE:
        return None, []
    obj = last.child("dobj") if last is not None else None
    if last is None or (obj is not None and _is_its_own(last, obj)):
        return None, []
    near = last.tag == verb.tag or (obj is not None and obj.subtree()[0].i == last.i + 1)
    shared = None if passive or not near else obj
    if not passive and shared is None:
        return None, []
    behind = [w for w in last.right if w.dep in {"agent", "npadvmod"} or (w.dep == "prep" and w.lower in _FREE)]
    return shared, [w for w in behind if f"{last.lemma} {w.lower}" not in entries("governed_prepositions")]


def _last_alike(verb: Word) -> Word | None:
    """The verb that ends a series, if all in it are such that the first may share what the last has."""
    last = verb
    while last is verb or (last.child("dobj") is None and _next(last) is not None):
        following = _next(last)
        if following is None or not _alike(verb, following) or not _shares_ending(verb, following):
            return None
        last = following
    return last if any(w.dep == "cc" for w in last.head.right) else None  # "Holt wins, promises tax cuts"


def _is_its_own(verb: Word, obj: Word) -> bool:
    """ "where they sang and others enjoyed themselves", "negotiated and finally persuaded a suspect to leave"."""
    if obj.lower.endswith("selves") and verb.child("nsubj") is not None:
        return True
    return verb.lemma in entries("telling_verbs") and _is_made_to_act(verb, obj)


#: "The firm grew and hired 50 people": what is told of a subject as often as it is done to an object.
_OFTEN_ALONE = word_class("verbs often alone")

#: "A lorry overturned and hit a car": it overturned by itself, as no court does.
_MOVES = frozenset({"burst", "crash", "derail", "explode", "flip", "overturn", "sink", "spin", "swerve", "veer"})


def _is_made_to_act(verb: Word, noun: Word) -> bool:
    """Whether an infinitive behind the object says what it is to do."""
    behind = (*noun.right, *verb.right)
    return any(is_infinitive(w) and w.dep in {"acl", "relcl", "xcomp", "ccomp", "advcl"} for w in behind)


def _alike(verb: Word, following: Word) -> bool:
    """Of one form: "you lock and open the door" has two forms only for the tagger."""
    bare = is_bare(verb)
    if verb.child("aux") is not None and verb.tag == "VBN" and following.tag == "VBD":
        return following.lower.endswith("ed")  # "have weakened and killed"
    return following.tag == verb.tag or (bare and verb.tag == "VBP" and following.tag == "VB")


def _shares_ending(verb: Word, following: Word) -> bool:
    """ "to fix and sell the mill", "agreed to raise, to cut or to drop the toll": to raise is to raise something."""
    own = auxiliaries(following)
    if not own or not (is_infinitive(verb) and is_infinitive(following)):
        return not own
    return any(w.lemma in entries("needing_objects") for w in conjuncts(first_conjunct(verb))[:-1])


#: "was signed and sealed in Bonn" shares the place; "were jailed or driven into exile" shares nothing.
_FREE = frozenset({"in", "on", "at", "during", "since", "after", "before", "by", "for", "near", "with"})


def _next(verb: Word) -> Word | None:
    """The verb coordinated with a verb that has nothing else before it, close by."""
    after = (w for w in verb.right if w.dep == "conj" and is_verbal(w))
    found = next((w for w in after if _start(w) - verb.i <= 3), None)
    if found is None:
        return None
    joined = any(w.dep == "cc" and w.i < found.i for w in verb.right)  # then what stands behind may be for both
    others = [w for w in verb.right if w.dep not in {"cc", "conj", "punct"} and f"{verb.lemma} {w.lower}" not in _UP]
    return None if any(w.i < found.i or not joined for w in others) else found


#: "to lift, pick up and drop balls": what is hardly ever told without an object, as "get up" and "join in" are.
_UP = word_class("verbs seldom alone")


def _start(verb: Word) -> int:
    return next((w.i for w in verb.left if w.tag == "TO"), verb.i)
