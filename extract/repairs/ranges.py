"""Sets and ranges: "between two and three", "every one but her", "one in ten", and lists with a phrase behind them."""

from __future__ import annotations

from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, is_nominal, is_verbal, opens_behind_comma

_ALL = frozenset({"all", "any", "each", "every", "no"})
_ALL_OF_IT = frozenset({"all", "anyone", "anything", "everyone", "everything", "everywhere", "nobody", "nothing"})


def range_of_numbers(number: Word) -> None:
    """ "a profit of between 3 and 4 million": one profit between the two."""
    if not _is_number(number):
        return
    noun = number.head
    inside = noun.subtree(lambda w: w is number)
    between = next((w for w in reversed(inside) if w.lower == "between" and w.i > noun.i), None)
    joint = next((w for w in inside if w.dep == "cc" and w.lower == "and" and between and w.i > between.i), None)
    if between is None or joint is None:
        return
    first = next((w for w in inside if joint.i - 3 < w.i < joint.i and _is_number(w) and not w.holds(number)), None)
    while first is not None and first.head.i < joint.i and first.head.i > between.i and _is_number(first.head):
        first = first.head
    if first is None or between.i < first.i - 4:
        return
    joint.attach(first, "cc")
    number.attach(first, "conj")


def _is_number(word: Word) -> bool:
    return word.tag == "CD" or word.lower in {"m", "bn", "%", "percent"} or any(w.tag == "CD" for w in word.left)


def all_but(other: Word) -> None:
    """ "lost money in every year but one", "all but two left": not in that one, and not the two."""
    whole = other.head
    but = next((w for w in whole.right if w.dep == "cc" and w.lower == "but"), None)
    if but is None:
        return
    every = whole.lower in _ALL_OF_IT or any(w.lower in _ALL and w.dep == "det" for w in whole.left)
    if not every or other.subtree()[0].i != but.i + 1 or not is_nominal(other):
        return
    but.pos, but.tag = "ADP", "IN"
    but.attach(whole, "prep")
    other.attach(but, "pobj")


def but_one(other: Word) -> None:
    """ "sold all but one of her mills": not all of them."""
    but = other.head
    if but.lower == "but" and but.dep == "cc":
        but.pos, but.tag, but.dep = "ADP", "IN", "prep"


def torn_genitive(owner: Word) -> None:
    """ "It is thin and management's credit has gone": the credit is management's, and nothing else is."""
    mark = next((w for w in owner.right if w.dep == "case" and w.i == owner.i + 1), None)
    if mark is None or owner.right[-1] is not mark:
        return
    above = owner.head
    thing = next((w for w in above.root.subtree() if w.i > mark.i and w.pos == "NOUN" and w.i - mark.i < 3), None)
    if thing is None or thing.dep not in {"nsubj", "nsubjpass"} or owner.holds(thing) or thing.child("det", "poss"):
        return
    joint = next((w for w in above.right if w.dep == "cc" and w.i == owner.subtree()[0].i - 1), None)
    owner.attach(thing, "poss")
    if joint is not None and thing.head.head is not thing.head and not joint.holds(thing.head.head):
        joint.attach(thing.head.head, "cc")


def plural_after_singular(noun: Word) -> None:
    """ "Investors shrug off war worries": they are worries of war, with no word between the two."""
    if noun.tag != "NNS" or noun.left or any(w.dep == "cc" for w in noun.head.right):
        return
    before = next((w for w in noun.head.subtree() if w.i == noun.i - 1), None)
    if before is None or before.dep not in {"pobj", "dobj"} or before.tag != "NN" or before.right or before.left:
        return
    noun.attach(before.head, before.dep)
    before.attach(noun, "compound")


def list_of_causes(noun: Word) -> None:
    """ "blamed a fall in sales since the flood, a lack of clerks and a strike": all three, and no flood is a lack."""
    event = noun.head
    preposition = event.head
    if event.dep != "pobj" or preposition.dep != "prep" or preposition.lower == "of":
        return
    above = preposition.head
    verb = above if is_verbal(above) else above.head
    first = verb.child("dobj")
    if first is None or not first.i < preposition.i < noun.i:
        return
    if not _has_article(noun) or not _has_article(first) or _has_article(event) or noun.child("conj") is None:
        return
    if opens_behind_comma(noun):
        noun.attach(first, "conj")


def _has_article(noun: Word) -> bool:
    return any(w.lower in {"a", "an"} for w in noun.left)


def joined_number(word: Word) -> None:
    """What stands behind "and", "but" or nothing at all: see each of them."""
    for repair in (list_of_causes, range_of_numbers, all_but, torn_genitive, plural_after_singular):
        if word.dep == "conj":
            repair(word)


def two_hurt(number: Word) -> None:
    """ "One man dies and two hurt in blaze": two people were, and nobody else."""
    verb = number.head
    if number.tag == "CD" and verb.tag in {"VBN", "VBD"} and number.i < verb.i and verb.child(*SUBJECTS) is None:
        number.dep = "nsubjpass"
