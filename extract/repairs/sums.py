"""Ages, days, sums and how many times: what the parser makes several arguments of."""

from __future__ import annotations

from calendar import month_abbr

from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    MONTHS,
    SUBJECTS,
    is_verbal,
)

_MONTHS = MONTHS | set(month_abbr) - {""}


def day_of_month(month: Word) -> None:
    """ "died 17 May 2024": nobody died 17."""
    day = next((w for w in month.head.children if w.i == month.i - 1 and w.tag == "CD"), None)
    if day is None or month.text.rstrip(".") not in _MONTHS or not day.text.isdigit() or list(day.children):
        return
    if 0 < int(day.text) < 32:
        day.attach(month, "nummod")


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
