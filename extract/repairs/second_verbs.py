"""Second verbs that the parser took for adjectives or nouns, or hung on the wrong first one."""

from __future__ import annotations

from itertools import pairwise

from extract.claims.roles import is_person
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on
from extract.syntax.tree import Tree, Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, is_infinitive, is_verbal


def outraged_whom(word: Word) -> None:
    """ "The verdict shocked the town and pleased the family", "hit suppliers and worried traders": it did both.

    What somebody else does to people may be done to the worried: "The mayor met campaigners and worried parents".
    """
    first = word.head
    verb = first.head if first.dep in {"dobj", "prt"} else first
    moving = word if word.dep == "conj" and first is verb and word.tag in {"JJ", "VBN"} else None
    thing = moving.child("dobj") if moving is not None else word
    moving = moving or next((w for w in word.left if w.dep == "amod" and w.lower in _MOVED), None)
    subject = verb.child("nsubj")
    if moving is None or thing is None or moving.lower not in _MOVED or verb.tag != "VBD" or subject is None:
        return
    if is_person(subject) or subject.tag in {"PRP", "WP", "NNP", "NNPS"} or moving.i != word.subtree()[0].i:
        return
    joint = next((w for w in verb.subtree() if w.lower == "and" and w.i == moving.i - 1), None)
    if joint is None or (word is not thing and word is not moving):
        return
    moving.pos, moving.tag = "VERB", "VBD"
    joint.attach(verb, "cc")
    moving.attach(verb, "conj")
    if thing.head is not moving:
        thing.attach(moving, "dobj")


_MOVED = frozenset(
    {"alarmed", "angered", "annoyed", "appalled", "dismayed", "disappointed", "embarrassed", "enraged", "excited"}
    | {"frightened", "frustrated", "horrified", "infuriated", "irritated", "outraged", "pleased", "puzzled", "scared"}
    | {"shocked", "stunned", "surprised", "terrified", "unnerved", "upset", "worried"}
)


def bare_among_infinitives(verb: Word) -> None:
    """ "hit its power to buy parts, have ships built and pay its crews": all that is what it had the power for."""
    first = verb.head
    if verb.lower != verb.lemma or verb.tag not in {"VB", "VBP"} or first.tag not in {"VBD", "VBZ", "VBN", "VBG"}:
        return
    if not is_verbal(first) or verb.child(*SUBJECTS, *AUXILIARIES, "mark", "expl") is not None:
        return
    infinitives = [w for w in first.subtree() if first.i < w.i < verb.i and is_infinitive(w) and not verb.holds(w)]
    if not infinitives or infinitives[-1].head is first:
        return
    for word in [w for w in first.right if w.dep in {"cc", "punct"} and infinitives[-1].i < w.i < verb.i]:
        word.attach(infinitives[-1], word.dep)
    verb.attach(infinitives[-1], "conj")


_ADDING = frozenset({"add", "argue", "claim", "explain", "insist", "note", "say", "stress", "warn"})


def saying_beside(gerund: Word) -> None:
    """ "The chief said the road is closed saying that ice lay on it": he did, and no road says anything."""
    content = gerund.head
    cue = content.head
    if gerund.tag != "VBG" or content.dep != "ccomp" or gerund.lemma not in _ADDING or gerund.i < content.i:
        return
    subject = content.child("nsubj", "nsubjpass")
    if subject is None or is_person(subject) or subject.pos in {"PRON", "PROPN"} or cue.lemma not in reporting("verb"):
        return
    if gerund.child("ccomp") is not None and gerund.child("auxpass", *SUBJECTS) is None:
        gerund.attach(cue, "advcl")


@only_on("smell", "taste")
def taste_of(noun: Word) -> None:
    """ "The leaves are eaten raw and taste of pepper": they do, and nobody eats a taste."""
    verb = next((w for w in noun.ancestors() if w.tag == "VBN" and w.child("nsubjpass") is not None), None)
    subject = None if verb is None else verb.child("nsubjpass")
    of = next((w for w in noun.right if w.lower == "of"), None)
    if of is None or subject is None or subject.tag != "NNS":
        return
    bare = all(w.dep in {"cc", "conj", "amod", "advmod"} for w in noun.left)
    joint = next((w for w in verb.subtree() if w.lower == "and" and w.i == noun.i - 1), None) if verb else None
    if verb is None or joint is None or not bare:
        return
    for word in list(noun.left):
        word.attach(verb, "oprd" if word.dep == "amod" else word.dep)
    noun.pos, noun.tag, noun.lemma = "VERB", "VBP", noun.lower
    joint.attach(verb, "cc")
    noun.attach(verb, "conj")


def these_are_encouraging(thing: Word) -> None:
    """ "These are encouraging data": they are, and encourage nobody."""
    gerund, be = thing.head, thing.head.child("aux")
    subject = gerund.child("nsubj")
    if gerund.tag != "VBG" or gerund.lower not in _MOVING or be is None or be.lemma != "be" or subject is None:
        return
    if is_person(thing) or thing.left or subject.lower not in {"these", "they", "this", "those", "it", "that"}:
        return
    be.take_place_of(gerund)
    for word in [w for w in gerund.children if w is not thing and w is not be]:
        word.attach(be, word.dep)
    thing.attach(be, "attr")
    gerund.pos, gerund.tag = "ADJ", "JJ"
    gerund.attach(thing, "amod")


_MOVING = frozenset(
    {"alarming", "charming", "compelling", "damning", "depressing", "disappointing", "disturbing", "encouraging"}
    | {"exciting", "frightening", "inspiring", "interesting", "intriguing", "promising", "shocking", "surprising"}
    | {"terrifying", "troubling", "worrying"}
)


def listed_infinitives(tree: Tree) -> None:
    """ "They agreed to raise, to delay and to review it": three things they agreed to do, and no aim of another."""
    words = tree.words
    for to, second in pairwise(words):
        if to.tag != "TO" or to.head is not second or to.i < 3 or words[to.i - 1].text != ",":
            continue
        joint, third = second.child("cc"), second.child("conj")
        first = next((w for w in reversed(words[: to.i - 1]) if is_verbal(w) and is_infinitive(w)), None)
        if first is None or joint is None or third is None or not is_infinitive(third) or second.dep == "conj":
            continue
        behind = first.subtree(second.holds)[-1]
        if second.child(*SUBJECTS) is None and behind.i in {to.i - 1, to.i - 2} and not second.holds(first):
            second.attach(first, "conj")


@only_on("not")
def not_to_but_to(denial: Word) -> None:
    """ "was referring not to the mayor but to his view": to his view."""
    first = next((w for w in (denial.head, *denial.head.right) if w.i == denial.i + 1), denial)
    second = next((w for w in first.right if w.dep == "conj" and w.pos == "ADP"), None)
    but = next((w for w in first.right if w.lower == "but"), None)
    if first.pos != "ADP" or first.dep != "prep" or denial.dep != "neg" or second is None or but is None:
        return
    denial.attach(first, "neg")
    second.attach(first.head, first.dep)
    but.attach(second, "cc")


@only_on("not")
def not_its_rival(denial: Word) -> None:
    """ "They want to mend, not close the bridge", "told to buy, not rent games": another deed, and the same object."""
    verb = denial.head
    above = verb.head
    first = next((w for w in (above, *above.right) if w.i == denial.i - 2 and w.tag == "VB"), None)
    comma = first is not None and any(w.text == "," and w.i == denial.i - 1 for w in (*first.right, *above.right))
    if first is None or not comma or denial.dep != "neg" or verb.i != denial.i + 1 or verb.child("dobj") is None:
        return
    verb.pos, verb.tag = "VERB", "VB"
    verb.attach(first, "conj")
