"""Ages, days, sums and how many times: what the parser makes several arguments of."""

from __future__ import annotations

from calendar import month_abbr
from itertools import pairwise

from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    MONTHS,
    SUBJECTS,
    conjuncts,
    first_conjunct,
    is_finite,
    is_nominal,
    is_verbal,
    opens_behind_comma,
)

_MONTHS = MONTHS | set(month_abbr) - {""}


def day_of_month(month: Word) -> None:
    """ "died 17 May 2024": nobody died 17."""
    day = next((w for w in month.head.children if w.i == month.i - 1 and w.tag == "CD"), None)
    if day is None or month.text.rstrip(".") not in _MONTHS or not day.text.isdigit() or list(day.children):
        return
    if 0 < int(day.text) < 32:
        day.attach(month, "nummod")


@only_on("times")
def so_many_times(times: Word) -> None:
    """ "Output reached 50 times the level of May": that is what it reached, and not how often."""
    number, verb = times.left[0] if times.left else times, times.head
    thing = next((w for w in verb.right if w.dep == "dobj" and w.i > times.i), None)
    if number.tag != "CD" or thing is None or thing.subtree()[0].i != times.i + 1:
        return
    if thing.left and thing.left[0].dep in {"det", "poss"} and verb.child("dobj") is thing:
        number.attach(thing, "nummod")
        times.attach(number, "quantmod")


_AGES = frozenset({"age", "aged", "ages"})


@only_with(*_AGES)
def people_of_age(tree: Tree) -> None:
    """ "people age 12 and older, who live there, left", "Children ages 5 to 11 can come": all of it is one subject."""
    for noun, age, number in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if age.lower in _AGES and number.tag == "CD" and noun.tag == "NNS":
            _join_age(tree, noun, age)


_BETWEEN_AGES = frozenset({"-", "and", "or", "through", "to", "–"})
_BEYOND_AGE = frozenset({"above", "beyond", "older", "over", "under", "up", "younger"})


def _join_age(tree: Tree, noun: Word, age: Word) -> None:
    end = age.i + 2
    while end + 1 < len(tree.words) and tree.words[end].lower in _BETWEEN_AGES:
        if tree.words[end + 1].tag != "CD" and tree.words[end + 1].lower not in _BEYOND_AGE:
            break
        end += 2
    years = tree.words[age.i + 1 : end]
    verb = _told_of(noun, age, end)
    if verb is None:
        return
    if verb is not noun.head:
        _take_over(verb, age, years)
    above = [w for w in (age, *years) if w.holds(noun)]
    if above:
        return
    for word in years:
        for other in [c for c in word.right if c.i >= end]:
            other.attach(noun, other.dep)  # "to 40, who had children"
    age.tag, age.pos = "NN", "NOUN"
    age.attach(noun, "acl")
    for word in years:
        word.attach(age, "nummod" if word.tag == "CD" else "advmod")


def _told_of(noun: Word, age: Word, end: int) -> Word | None:
    """What the people of that age do, or what they hang on already."""
    if noun.head is not age:
        return noun.head
    near = (*age.right, *age.head.right, age.head)
    bare = (w for w in near if w.i >= end and is_verbal(w) and w.child(*SUBJECTS) in {None, age})
    return next((w for w in bare if w.dep in {"conj", "parataxis", "ccomp", "ROOT"}), None)


def _take_over(verb: Word, age: Word, years: list[Word]) -> None:
    """Makes a verb what "ages", read as one, was."""
    if age.holds(verb):
        verb.take_place_of(age)
    elif not verb.holds(age):
        verb.attach(age.head, age.dep)
    for word in [w for w in age.children if w not in years]:
        word.attach(verb, word.dep)


def number_behind(number: Word) -> None:
    """ "The Series 3 has a case", "the focus on day one": which of them it is, and nothing beside it."""
    noun = next((w for w in number.head.subtree() if w.i == number.i - 1), None)
    if number.tag != "CD" or number.left or number.right or noun is None or noun.head is number:
        return
    if noun.tag in {"NN", "NNP"} and (noun.entity != "DATE" or noun.lower == "day"):
        number.attach(noun, "nummod")


def share_aside(share: Word) -> None:
    """ "killed 40 men, most of them cooks", "in jail for nine days, six of them alone": no second object."""
    of = share.child("prep")
    if share.i < share.head.i or of is None or not _is_share(share):
        return
    if share.dep == "appos" and not any(w.lower == "them" for w in of.right):
        return
    start, end = share.subtree()[0].i, of.subtree()[-1].i
    noun = next((w for w in share.root.subtree() if w.i == start - 2), None)
    if noun is None or not is_nominal(noun) or share.holds(noun):
        return
    behind = [w for w in share.head.right if w.dep == "prep" and w.i == end + 1]
    behind += [w for w in share.root.subtree() if w.dep == "advmod" and w.i == end + 1 and w.lower.endswith("ly")]
    share.attach(noun, "dep")
    for word in behind:
        word.attach(share, "prep")


def _is_share(noun: Word) -> bool:
    """ "most of them", "two thirds of whom"."""
    of = noun.child("prep")
    whole = of.child("pobj") if of is not None and of.lower == "of" else None
    return whole is not None and whole.lower in {"them", "whom"} and opens_behind_comma(noun)


def date_of_deed(preposition: Word) -> None:
    """ "The jury on July 25, 1997, convicted him": it did so then, and was no jury of that day."""
    noun, day = preposition.head, preposition.child("pobj")
    if noun.dep not in SUBJECTS or preposition.lower != "on" or day is None or day.text not in MONTHS:
        return
    verb, last = noun.head, preposition.subtree()[-1]
    if is_verbal(verb) and noun.right[-1] is preposition and verb.i > last.i and is_finite(verb):
        preposition.attach(verb, "prep")


_RUPEES = frozenset({"rs", "rs."})


@only_with(*_RUPEES)
def rupees(tree: Tree) -> None:
    """ "The firm paid Rs 25 lakh to the farmers": one sum of money, not two objects."""
    for sign, number in pairwise(tree.words):
        if sign.lower not in _RUPEES or number.tag != "CD":
            continue
        unit = number.head if number.head.i == number.i + 1 and number.dep in {"nummod", "compound"} else number
        if unit.head is sign:
            unit.take_place_of(sign)
        elif sign.dep == "dative":
            unit.dep = "dobj"
        if unit.holds(sign) or not sign.holds(unit):
            for word in list(sign.children):
                word.attach(unit, word.dep)
            sign.pos, sign.tag = "SYM", "$"
            sign.attach(unit, "quantmod")


def or_so_much(other: Word) -> None:
    """ "had a loss of $2 million, or 14 cents a share": the same sum again, and nothing else that it had."""
    thing, start = other.head, other.subtree()[0].i
    if thing.i > other.i or not any(w.tag == "CD" for w in other.left):
        return
    joint = next((w for w in thing.root.subtree() if w.i == start - 1 and w.lower == "or"), None)
    of = thing.child("prep")
    sum_of = of.child("pobj") if of is not None and of.lower == "of" and of.i == thing.i + 1 else None
    if joint is None or sum_of is None or not (sum_of.tag == "CD" or any(w.tag == "CD" for w in sum_of.left)):
        return
    if sum_of.i < joint.i and not other.holds(sum_of):
        joint.attach(sum_of, "cc")
        other.attach(sum_of, "conj")


_MAGNITUDES = frozenset({"b", "bn", "k", "m", "mn", "tn", "trn"})
_SIGNS = frozenset({"$", "£", "€", "¥"})


@only_with(*_MAGNITUDES, *_SIGNS)
def magnitudes(tree: Tree) -> None:
    """ "Nearly $3m was missing", "About 5m people fled", "owes £2bn": one number with its sign."""
    for number, unit in pairwise(tree.words):
        if number.text in _SIGNS and unit.text[0].isdigit() and number.head is not unit and not number.holds(unit):
            number.attach(unit, "quantmod")
        if number.tag == "CD" and unit.lower in _MAGNITUDES and number.end == unit.start:
            _join_magnitude(tree, number, unit)


def _join_magnitude(tree: Tree, number: Word, unit: Word) -> None:
    if unit.holds(number):
        number.take_place_of(unit)
    unit.pos, unit.tag = "NUM", "CD"
    for word in list(unit.children):
        if word is not number:
            word.attach(number, word.dep)
    unit.attach(number, "quantmod")
    thing = next((w for w in tree.words[unit.i + 1 : unit.i + 2] if w.tag == "NNS"), None)
    if thing is not None and thing.head is number.head and thing.dep == number.dep:
        for word in [w for w in number.left if w.dep == "det"]:
            word.attach(thing, "det")
        number.attach(thing, "nummod")


@only_on("of")
def of_last_sum(of: Word) -> None:
    """ "335 horsepower and 517 lb-ft of torque": only what is measured last is measured of torque."""
    first = first_conjunct(of.head)
    last = conjuncts(first)[-1]
    counted = all(w.child("nummod") is not None and w.lemma != last.lemma for w in conjuncts(first)[:-1])
    if last is not first and counted and last.child("nummod") is not None and last.subtree()[-1].i == of.i - 1:
        of.attach(last, "prep")


def paid_to(number: Word) -> None:
    """ "must pay $4 million to three men who spent years in prison": two arguments, and no sum of men spends years."""
    noun, verb = number.head, number.head.head
    money = next((w for w in number.left if w.entity == "MONEY" and w.tag == "CD"), None)
    to = next((w for w in number.left if w.lower == "to" and money is not None and w.i > money.i), None)
    if money is None or to is None or noun.dep != "dobj" or noun.entity == "MONEY":
        return
    before = [w for w in (*noun.left, *number.left) if w.i < to.i and w is not money]
    money.attach(verb, "dobj")
    for word in before:
        word.attach(money, word.dep)
    to.tag, to.pos = "IN", "ADP"
    to.attach(verb, "dative")
    noun.attach(to, "pobj")
