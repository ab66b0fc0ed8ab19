"""Sets and ranges: "between two and three", "every one but her", "one in ten", and lists with a phrase behind them."""

from __future__ import annotations

from extract.english.persons import listed_person
from extract.english.wordlists import entries
from extract.repairs.occasions import only_with
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, is_nominal

_ALL = frozenset({"all", "any", "each", "every", "no"})
_ALL_OF_IT = frozenset({"all", "anyone", "anything", "everyone", "everything", "everywhere", "nobody", "nothing"})


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


def two_hurt(number: Word) -> None:
    """ "One man dies and two hurt in blaze": two people were, and nobody else."""
    verb = number.head
    if number.tag == "CD" and verb.tag in {"VBN", "VBD"} and number.i < verb.i and verb.child(*SUBJECTS) is None:
        number.dep = "nsubjpass"


@only_with("among")
def among_them(noun: Word) -> None:
    """ "Twelve people survived, among them a girl of five": she is no object."""
    among = next((w for w in (*noun.left, *noun.head.right) if w.lower == "among" and w.dep == "prep"), None)
    whom = among.child("pobj") if among is not None else None
    if among is None or whom is None or whom.lower not in _WHOLE:
        return
    first = min(w.i for w in noun.subtree() if w not in among.subtree())
    if first == whom.i + 1:
        among.attach(noun.head, "dep")
        noun.dep = "dep"


_WHOLE = frozenset({"them", "these", "those"})


def given_beside_name(thing: Word) -> None:
    """ "Results gave the mayor, Ada Lind, a lead of 300 votes": she is no lead."""
    name = thing.head
    verb = name.head if name.dep == "npadvmod" else name.head.head
    whom = verb.child("dobj")
    if name.tag != "NNP" or whom is None or verb.lemma not in entries("giving_verbs") or listed_person(thing.lemma):
        return
    is_beside = name.head is whom or (name.dep == "npadvmod" and whom.i < name.i)
    if is_beside and thing.tag in {"NN", "NNS"} and any(w.lower in {"a", "an"} for w in thing.left):
        name.attach(whom, "appos")
        whom.dep = "dative"
        thing.attach(verb, "dobj")
