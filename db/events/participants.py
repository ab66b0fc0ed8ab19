"""Who or what takes part in an occurrence, and whether two of these may be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from extract.english.countries import countries
from extract.english.forms import TERM, Amount, ClaimPhrases, NounPhrase
from extract.english.vocabulary import disasters, gender, gender_of_name, is_given_name, is_in_many_names, is_thing
from extract.english.wordlists import cells, entries, pairs, word_class

Words = frozenset[str]
#: Whom somebody else's name or pronoun tells: "his wife".
_RELATIVES = word_class("relatives")
#: Words for which one of several something is, and those that make another office of one.
RANKS = word_class("ranks")
_CURRENCY = re.compile(r"[A-Z]{3}$")
#: Sums of money that differ by more than this factor are of two things: a fee and all that was earned.
_FARTHEST_SUMS = 3
#: The same of numbers of people.
_FARTHEST_COUNTS = 15
#: Nouns that what was named before may be called by: "the event".
_ANYTHING = word_class("nouns for what takes place")
#: Words that take part in nothing by themselves.
PRONOUNS = word_class("pronouns")
#: Nouns that articles use for one another, and the one by which they are compared.
SAME_NOUNS = {noun.strip(): name for name, others in cells("same_nouns") for noun in others.split(",")}


class Part(NamedTuple):
    """Who does it, or whom it is done to: the noun, the words of the name if it is one, all words, and how many."""

    head: str
    name: Words
    words: Words
    is_person: bool
    amount: Amount | None
    is_plural: bool = False
    gender: str = ""  # "m" or "f" where one man or woman is meant
    ages: Words = frozenset()
    anchors: Words = frozenset()  # the words of the names that tell which one is meant, without countries
    ranks: Words = frozenset()  # "first", "only", "former", "deputy"
    is_indefinite: bool = False


@lru_cache(maxsize=8_000)
def part(phrase: NounPhrase | None, is_person: bool) -> Part | None:
    """Who or what an argument is; None where nothing is said by it."""
    if phrase is not None and (people := bare_count(phrase)):
        return people
    if phrase is None or not phrase.head or phrase.head in PRONOUNS or phrase.measure == "dead":
        return None  # (of "the number of people killed" nothing is said here but what it is the number of)
    named = words_of_name(phrase.name or "")
    name = frozenset(_untitled(named) if is_person else named) - PRONOUNS  # "I remember how it was" is said
    if name and phrase.plural and phrase.definite:  # "the Kolms" are Ada and Jon Kolm
        name |= {phrase.head}
    anchors = frozenset([word for anchor in phrase.anchors for word in words_of_name(anchor)])
    words = {word for text in phrase.words for word in text.split()} | name | anchors
    kept = frozenset([SAME_NOUNS.get(word, word) for word in words if len(word) > 1 and word not in PRONOUNS])
    return Part(
        SAME_NOUNS.get(phrase.head, phrase.head), name, kept, is_person, phrase.amount,
        _is_plural(phrase, bool(name) and is_person), _gender(phrase, is_person),
        frozenset([word for word in words if word.endswith("-old") and _AGE.match(word)]),
        frozenset([word for word in anchors if not is_nation(word)]),
        RANKS & words,
        phrase.indefinite,
    )  # fmt: skip


def _untitled(name: Sequence[str]) -> Sequence[str]:
    """A person's name without titles: two are not one for "Gov. Ada Lind", "Tarn Gov. Jon Peel"."""
    behind = 1 + max((at for at, word in enumerate(name) if word in _SHORT_TITLES), default=-1)
    while behind < len(name) - 1 and name[behind] in entries("honorifics"):
        behind += 1
    return name[behind:] or name


_SHORT_TITLES = frozenset(pairs("short_titles"))


def _is_plural(phrase: NounPhrase, is_named: bool) -> bool:
    """Whether several are meant; a person's name ("Nichols") is of one."""
    return (phrase.plural and not is_named) or (phrase.head in _MANY and phrase.amount is None)


#: Nouns of several people that have the form of one. A number says more: "23 people" are no "two officers".
_MANY = frozenset({"people"})
_AGE = re.compile(r"\d+-(?:year|month|week|day)-old$")


def _gender(phrase: NounPhrase, is_person: bool) -> str:
    """Whether one man or one woman is meant, by the noun or the first name."""
    if phrase.plural or phrase.amount or (phrase.name and not is_person):
        return ""
    found = gender_of_name(phrase.name.split()[0]) if phrase.name else gender(phrase.head)
    return found.value.strip("-")


def bare_count(phrase: NounPhrase) -> Part | None:
    """Those whom a number alone stands for: "injured 62". Magnitudes and the like have points."""
    size = phrase.amount
    if size is None or phrase.head or phrase.measure == TERM or size.unit:
        return None
    if any(end is not None and end != int(end) for end in size[:2]):
        return None
    return Part("person", frozenset(), frozenset(), False, size._replace(unit="people"), is_plural=True)


def participants(phrases: ClaimPhrases) -> Words:
    """The heads of a claim's arguments and qualifiers, and the words of the names in them."""
    found: set[str] = set()
    for phrase in (phrases.subject, phrases.object, *phrases.qualifiers):
        if phrase is not None:
            found |= _words(phrase)
    return frozenset([SAME_NOUNS.get(word, word) for word in found if len(word) > 1 and word not in PRONOUNS])


@lru_cache(maxsize=8_000)
def _words(phrase: NounPhrase) -> Words:
    found = {phrase.head}
    for name in (phrase.name or "", *phrase.anchors):
        found.update(words_of_name(name))
    for words in phrase.words:
        found.update(words.split())
    return frozenset(found if phrase.complement is None else found | _words(phrase.complement))


class Toll(NamedTuple):
    """What a toll says happened, who did it, and to whom it was done."""

    kind: str
    agent: Part | None
    patient: Part | None


def toll(phrases: ClaimPhrases) -> Toll | None:
    """ "The death toll from the quake rose to 34" is that 34 died."""
    kind = _TOLLS.get(phrases.subject.measure)
    people = bare_count(phrases.object) if phrases.object and phrases.relation.tail in ("", "to", "at") else None
    if kind is None or people is None:
        return None
    names = (word for anchor in phrases.subject.anchors for word in words_of_name(anchor))
    people = people._replace(anchors=frozenset(word for word in names if not is_nation(word)))
    return Toll(kind, people, None) if kind == "die" else Toll(kind, None, people)


def toll_of(phrases: ClaimPhrases, subject: str) -> Words:
    """The nouns of what the dead or hurt died of that are counted: the quake of "the death toll from the quake"."""
    if phrases.subject.measure not in _TOLLS:
        return frozenset()
    return disasters() & {SAME_NOUNS.get(word, word) for word in subject.lower().split()}


#: What it is to be one of those whom a measure counts.
_TOLLS = {"dead": "die", "hurt": "injure"}


def is_other(one: Part, other: Part) -> bool:
    """ "Mira Lenz" is not "Jon Peel", "the woman" not "a man", "a 23-year-old climber" not "the
    41-year-old", "a mill in Ludham" not "a school in Carrick"."""
    if one.name and other.name and is_another_name(one, other):
        return True
    if one.ages and other.ages and one.ages.isdisjoint(other.ages):
        return True
    if _is_of_another(one, other) or _is_of_another_country(one, other):
        return True
    if one.amount and other.amount and _is_other_sum(one.amount, other.amount):
        return True
    return bool(one.gender and other.gender) and one.gender != other.gender


def _is_of_another(one: Part, other: Part) -> bool:
    """Whether two things have other names beside them; of one noun (the quake in Tarn, that in Carrick) it may be one,
    but not of what each has its own: "Tarn Steel's shares", "shares in Carrick Mills"."""
    if one.head == other.head and one.head not in _OWN:
        return False
    return bool(one.anchors and other.anchors) and one.anchors.isdisjoint(other.anchors)


def _is_of_another_country(one: Part, other: Part) -> bool:
    """ "A British climber" is not "an Australian climber"; two of full names may be of either country."""
    if one.head != other.head or one.is_plural or other.is_plural:
        return False
    mine, theirs = (_peoples().get(next(iter(part.name - {part.head}), "")) for part in (one, other))
    described = all(len(part.name) == _FULL and part.head in part.name for part in (one, other))
    return described and mine is not None and theirs is not None and mine != theirs


@cache
def _peoples() -> dict[str, str]:
    """The code of a country by each word for its people."""
    return {word.lower(): country.code for country in countries() for word in country.peoples}


#: What every firm or person has.
_OWN = word_class("what each has")


def have_other_ranks(one: Part | None, other: Part | None) -> bool:
    """ "Governor of Tarn" is not "lieutenant governor"."""
    return one is not None and other is not None and one.head == other.head and one.ranks != other.ranks


def are_other_people(one: Part, other: Part) -> bool:
    """Whether two called by first and last name, or told as of two ages, or as a man and a woman, are not one."""
    if one.name and other.name:
        return _have_other_first_names(one.name, other.name)
    if one.ages and other.ages and one.ages.isdisjoint(other.ages):
        return True
    return bool(one.gender and other.gender) and one.gender != other.gender


def is_another_name(one: Part, other: Part) -> bool:
    """Whether two names have no word in common, or none but what they are ("Hurricane Tilda", "Hurricane Marn") or the
    last name of one family."""
    mine, theirs = (name - _CLASSES or name for name in (one.name, other.name))
    if one.head == other.head in _FIRMS and min(len(mine), len(theirs)) > 1:  # "Kestor Bank", "Trevon Bank"
        mine, theirs = mine - {one.head}, theirs - {one.head}
    if mine.isdisjoint(theirs) or _has_other_first_name(one, other) or _has_other_number(mine, theirs):
        return True
    return one.is_person and other.is_person and _share_first_names_alone(one, other)


#: Nouns that firms are called by.
_FIRMS = entries("company_words")


def _has_other_number(one: Words, other: Words) -> bool:
    """ "The Lumo 2" is not "the Lumo 3"."""
    mine, theirs = (frozenset(filter(str.isdecimal, name)) for name in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


#: Words that names of many storms have.
_CLASSES = word_class("far-reaching disasters")


def _has_other_first_name(one: Part, other: Part) -> bool:
    """ "Mira Lenz" is not "Jon Lenz", nor "Orla Lenz" "Tavin Lenz", but Jim Lenz is James."""
    if _first_names(one.name) and _first_names(other.name):
        return _have_other_first_names(one.name, other.name)
    mine, theirs = one.name - other.name, other.name - one.name
    if not (one.is_person and other.is_person and mine and theirs) or len(one.name & other.name) != 1:
        return False
    if not {word[0] for word in mine}.isdisjoint([word[0] for word in theirs]):  # "Mohamed", "Mohammed"
        return False
    return all(len(word) > _FULL and not is_in_many_names(word) for word in mine | theirs)


def _share_first_names_alone(one: Part, other: Part) -> bool:
    """ "Jon Lenz" is not "Jon Peel"; "Jon Peell" may be."""
    if one.head in other.name or other.head in one.name or not all(map(is_given_name, one.name & other.name)):
        return False
    return not any(_may_be_misspelt(*both) for both in product(one.name - other.name, other.name - one.name))


@lru_cache(maxsize=20_000)
def _have_other_first_names(one: Words, other: Words) -> bool:
    """Whether each has a first name that the other has not: of Orla and Tavin Jackson not "Jackson", though it is one
    too. "Jon" may be "John"."""
    mine, theirs = _first_names(one - other), _first_names(other - one)
    if not mine or not theirs or not mine.isdisjoint(theirs):
        return False
    return not any(_may_be_misspelt(*both) for both in product(one - other, other - one))


def _may_be_misspelt(one: str, other: str) -> bool:
    """Whether a word is another but for a letter left out, and no name of the other sex: "Jon", "John", not "Joan"."""
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or all(long[:at] + long[at + 1 :] != short for at in range(len(long))):
        return False
    return gender_of_name(one) is gender_of_name(other)


#: The words of a first and a last name.
_FULL = 2


@lru_cache(maxsize=20_000)
def _first_names(name: Words) -> Words:
    short = pairs("short_names")
    return frozenset(short.get(word, word) for word in name if word in short or is_given_name(word))


def are_called_alike(one: Part, other: Part) -> bool:
    """Whether two arguments have their noun or a word of their names in common."""
    return one.head == other.head or one.head in other.name or other.head in one.name or bool(one.name & other.name)


def are_other_things(one: Part, other: Part) -> bool:
    """Whether two arguments are two things, neither called by a name: "her tax returns", "a letter from her doctor".
    (Persons and groups go by many nouns; the "Tax" of a headline's "Tax Returns" names nothing.)"""
    if one.head == other.head or one.head in one.name or other.head in other.name:
        return False
    if not one.words.isdisjoint(other.words):
        return False
    if not _ANYTHING.isdisjoint((one.head, other.head)):
        return False
    return not any(part.is_person or is_in_many_names(part.head) for part in (one, other))


def are_other_objects(one: Part, other: Part) -> bool:
    """Whether two arguments without a word in common are not one: "laughter", "cheers"; "Jon Peel", "the plan", "three
    candidates"."""
    if are_called_alike(one, other) or not one.words.isdisjoint(other.words):
        return False
    if is_one_of(one, other) or is_one_of(other, one):
        return True
    if one.head in one.name or other.head in other.name:
        return any(a.is_person and not b.name and is_thing(b.head) for a, b in ((one, other), (other, one)))
    return are_other_things(one, other)


def count_others(one: Part, other: Part) -> bool:
    """ "Three skiers" are not "two climbers"."""
    if one.head == other.head or one.amount is None or other.amount is None or "person" in (one.head, other.head):
        return False
    return one.amount._replace(unit="").excludes(other.amount._replace(unit=""))


def _is_other_sum(one: Amount, other: Amount) -> bool:
    """Whether two shares cannot be one, or two prices are far apart. Other numbers grow with the news: those of the
    dead and the injured."""
    if one.unit == other.unit == "percent":
        return one.excludes(other)
    return are_far_sums(one, other)


def are_far_sums(one: Amount, other: Amount) -> bool:
    """Whether these are sums of money (in USD and the like) too different to be of one thing."""
    if one.unit != other.unit or not is_money(one):
        return False
    (low, high), (least, most) = one.reach(), other.reach()
    return least > _FARTHEST_SUMS * high or low > _FARTHEST_SUMS * most


def is_money(amount: Amount) -> bool:
    return bool(_CURRENCY.match(amount.unit))


def are_far_counts(one: Amount, other: Amount) -> bool:
    """Whether numbers of people are too different to be of one thing, unless days have passed."""
    if not one.unit == other.unit == "people":
        return False
    small, large = sorted(amount.low or amount.high or 0 for amount in (one, other))
    return large > _FARTHEST_COUNTS * small > 0


def may_describe(named: Part, described: Part) -> bool:
    """Whether the one may be called by its name and by a description: "Jon Peel" is none of "the veterans", and
    neither is he "Peel's lawyer"."""
    if not named.name or described.name or is_one_of(named, described) or is_relative(named, described):
        return False
    return not named.is_person or named.name.isdisjoint(described.anchors)


def is_nearer(words: Words, mine: Words, theirs: Words) -> bool:
    """Whether other words have more in common with the first than with the second."""
    return len(words & theirs) * len(mine | theirs) > len(mine & theirs) * len(words | theirs)


def is_relative(named: Part, described: Part) -> bool:
    """ "His wife" is not Jon Peel."""
    return bool(named.name) and not described.name and described.head in _RELATIVES


def is_one_of(named: Part, many: Part) -> bool:
    """ "The veterans" are not Jon Peel."""
    is_one = bool(named.name) and (named.is_person or not named.is_plural)
    return is_one and not many.name and many.is_plural


def words_of_name(name: str) -> tuple[str, ...]:
    """The words by which names are compared; a country and its people are one word."""
    kind, _, code = name.partition(" ")
    return (f"={code}",) if kind in _NATIONS and len(code) == _CODE else tuple(name.split())


_NATIONS, _CODE = frozenset({"country", "people"}), 2


def is_nation(word: str) -> bool:
    """Whether a word of those that are compared stands for a country or its people."""
    return word.startswith("=")
