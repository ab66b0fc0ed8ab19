"""Verbs parted from their subjects by what stands between, and what a comparison or a remark is about."""

from __future__ import annotations

from extract.english.wordlists import word_class
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    SUBJECTS,
    is_nominal,
    is_verbal,
)

_ORDINALS = word_class("ordinals")


def is_ranked(noun: Word) -> bool:
    """Whether a noun says which of somebody's deeds something was: "his seventh goal of the season"."""
    own = noun.left[0] if noun.left and noun.left[0].tag == "PRP$" else None
    return own is not None and any(w.lower in _ORDINALS and w.i == own.i + 1 for w in noun.left)


def remark_behind(noun: Word) -> None:
    """ "He scored after Lund fell, a blow that rivals felt": he scored no blow.

    "He headed in a corner, his seventh goal": he headed no goal.
    """
    verb, start = noun.head, noun.subtree()[0]
    if _is_behind_only_comma(verb, noun, start):
        noun.dep = "dep"
        return
    if start.lower not in {"a", "an"} and not is_ranked(noun):
        return
    between = [w for w in verb.right if w.i < start.i and w.dep not in {"punct", "prt"}]
    if noun.dep == "attr":  # "is fanciful, a point that rivals make"
        between = [w for w in between if w.dep == "acomp"]
    if not between or verb.child("dative", "oprd") is not None:
        return
    comma = [w for w in verb.subtree() if w.i == start.i - 1 and w.text == "," and not noun.holds(w)]
    if not comma or any(w.dep in {"cc", "conj"} for w in between) or noun.child("cc", "conj") is not None:
        return
    if between[-1].dep in {"acomp", "advcl", "prep", "npadvmod", "advmod"}:
        noun.dep = "dep"


def _is_behind_only_comma(verb: Word, noun: Word, start: Word) -> bool:
    """ "The mill will not reopen, a decision he regrets", "She rose to ninth, her best place": no object of the verb.

    An object stands behind a comma only where a second one before it sets something apart: "bought, at last, a boat".
    """
    if noun.dep != "dobj" or start.dep not in {"det", "poss"} or verb.child("dative", "oprd") is not None:
        return False
    between = [w for w in verb.subtree() if verb.i < w.i < start.i and not noun.holds(w)]
    marks = [w for w in between if w.dep == "punct" or w.dep == "cc"]
    if len(marks) != 1 or marks[0].text != "," or marks[0].i != start.i - 1 or noun.child("cc", "conj") is not None:
        return False
    loose = {"acomp", "advmod", "npadvmod", "prep", "prt", "punct"}
    return all(w.dep in loose for w in verb.right if w.i < start.i)


def and_they_agree(first: Word) -> None:
    """ "They have studied it and, for once, they agree": that they studied it is nothing that they agree on."""
    verb = first.head
    joint = next((w for w in reversed(first.right) if w.dep != "punct"), None)
    if joint is None or joint.dep != "cc" or first.i > verb.i or joint.lower not in {"and", "but"}:
        return
    other = next((w for w in verb.left if w.dep == "ccomp" and w.i > joint.i), None)
    if other is not None and other.child("mark") is None:
        other.attach(first, "conj")  # "Six are back but ten may wait, the firm says"
        return
    subject = verb.child(*SUBJECTS)
    if subject is None or not joint.i < subject.i < verb.i or first.child(*SUBJECTS) is None or first.child("mark"):
        return
    first.take_place_of(verb)
    verb.attach(first, "conj")


def was_it_given(verb: Word) -> None:
    """ "Was the warning given too late?", "Is it helping?": that is asked, and no warning is said to be given."""
    noun = verb.child("nsubj", "attr") if verb.lemma == "be" and verb.i < 2 else None
    if noun is None or noun.i < verb.i or verb.child("acomp") is not None:
        return
    given = next((w for w in noun.right if w.dep == "acl" and w.tag in {"VBN", "VBG"}), None)
    if given is None or not any(w.text == "?" for w in verb.right) or given.child(*AUXILIARIES, "agent") is not None:
        return
    if len([w for w in verb.right if w.dep != "punct"]) > 1:
        return
    given.lead()
    for word in [w for w in verb.children if w is not noun]:
        word.attach(given, word.dep)
    passive = given.tag == "VBN"
    noun.attach(given, "nsubjpass" if passive else "nsubj")
    verb.attach(given, "auxpass" if passive else "aux")


@only_on("whether")
def whether_somebody_did(mark: Word) -> None:
    """ "At issue is whether the founder, Ada Reed, misled them": that is asked, and no founder is said to be misled."""
    noun = mark.head
    above = noun.head
    verb = next((w for w in noun.right if w.dep == "acl" and w.tag in {"VBN", "VBD"}), None)
    if not is_nominal(noun) or verb is None or verb.child(*AUXILIARIES, "agent") is not None:
        return
    if not is_verbal(above) or above.i > mark.i:
        return
    verb.tag = "VBD"
    verb.attach(above, "ccomp")
    mark.attach(verb, "mark")
    noun.attach(verb, "nsubj")


@only_on("had", "has", "have")
def had_done(had: Word) -> None:
    """ "He had, the paper said, killed and eaten a hare": both are participles behind "had"."""
    if had.dep == "aux" and had.head.tag == "VBD" and had.i < had.head.i:
        had.head.tag = "VBN"


@only_with("is", "are", "was", "were")
def was_doing(participle: Word) -> None:
    """ "The man was, police said, driving too fast": he drove, and the police drove nothing."""
    inserted = participle.child("parataxis")
    cue = inserted or participle.head
    be = participle.head if inserted is not None else cue.head
    start = cue.subtree(lambda w: w is participle or w.dep == "punct")[0].i
    if cue.dep not in {"ccomp", "parataxis"} or be.lemma != "be" or start != be.i + 2 or participle.i < start:
        return
    if participle.tag not in {"VBG", "VBN"} or be.child("attr", "acomp", "xcomp", "prep"):
        return
    cue.dep = "parataxis"
    participle.take_place_of(be)
    for word in [w for w in be.children if w is not participle]:
        done = word.dep == "nsubj" and participle.tag == "VBN"
        word.attach(participle, "nsubjpass" if done else word.dep)
    be.attach(participle, "aux" if participle.tag == "VBG" else "auxpass")
