"""What words mean for comparing claims, as look-up tables: synonyms, opposites, offices, measures, disasters."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extract.english.forms import Amount, Course
from extract.english.numbers import units
from extract.english.persons import Gender, Sort, given_name, group_noun, known_place, person_noun, title
from extract.english.propernames import name_of
from extract.english.wordlists import cells, entries, word_class


class Verb(NamedTuple):
    """A verb by the name that it and its synonyms go by."""

    name: str
    course: Course


class Pole(NamedTuple):
    """One end of two that exclude each other. `rule` says for how long (see `opposites.txt`)."""

    scale: str
    end: str
    rule: str


@cache
def verbs() -> dict[str, Verb]:
    """Verbs with their particles; a first "-" or "+" binds one to clauses without, or with, an object."""
    return {
        spelt.strip(): Verb(name, Course(course))
        for name, course, spellings in cells("relations")
        for spelt in spellings.split(",")
    }


def verb(spelt: str, transitive: bool) -> Verb | None:
    """The verb that `spelt` is, if the list has it: `break` without an object is `burst`."""
    known = verbs()
    return known.get(("+" if transitive else "-") + spelt) or known.get(spelt)


@cache
def relations() -> frozenset[str]:
    """The names that verbs of the list go by."""
    return frozenset(verb.name for verb in verbs().values())


@cache
def happenings() -> dict[str, frozenset[str]]:
    """The verbs that articles on one event use for each verb of the list, itself among them."""
    return _grouped("happening_verbs")


@cache
def kindred() -> dict[str, frozenset[str]]:
    """The verbs that may tell of the same as each verb of the list if the same take part, itself among them."""
    return _grouped("kindred_verbs")


def _grouped(listed: str) -> dict[str, frozenset[str]]:
    """Each word of a list of groups, with the words of all its groups."""
    found: dict[str, set[str]] = {}
    for name, others in cells(listed):
        group = {name, *(other.strip() for other in others.split(","))}
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(group) for word, group in found.items()}


@cache
def light_verbs() -> dict[tuple[str, str], str]:
    """What a verb and its noun say together: ("pay", "visit") is "visit"."""
    found: dict[tuple[str, str], str] = {}
    for both, plain in cells("light_verb_nouns"):
        light, noun = both.split()
        found[light, noun] = plain
    return found


@cache
def idioms() -> dict[tuple[str, str, str], str]:
    """What a verb, its preposition and a noun say together: ("take", "into", "custody") is "arrest". With a "<" before
    it, it happens to the subject."""
    found: dict[tuple[str, str, str], str] = {}
    for words, plain in cells("idioms"):
        lemma, preposition, noun = words.split()
        found[lemma, preposition, noun] = plain
    return found


@cache
def poles() -> dict[str, Pole]:
    """The end that a relation is, by its name."""
    found: dict[str, Pole] = {}
    for scale, rule, one, other in cells("opposites"):
        for end, names in (("+", one), ("-", other)):
            found |= {name.strip(): Pole(scale, end, rule) for name in names.split(",")}
    return found


@cache
def offices() -> dict[str, str]:
    """Offices that one body has one of, by each of their names."""
    found = {name: name for name, _ in cells("offices")}
    for name, others in cells("offices"):
        found |= {other.strip(): name for other in others.split(",") if other.strip()}
    return found


def city_of(part: str) -> str | None:
    """The city of which a place is a part: New York for "bronx"."""
    return _city_parts().get(part)


@cache
def _city_parts() -> dict[str, str]:
    return {part.strip(): city for city, parts in cells("city_parts") for part in parts.split(",")}


@cache
def measures() -> dict[str, str]:
    """Nouns that name a measure of what follows them, and the measure."""
    return {line[0]: line[1] for line in cells("measures")}


@cache
def disasters() -> frozenset[str]:
    return frozenset(entries("disasters"))


def names_disaster(name: str) -> bool:
    """Whether a normal form is that of a disaster: "halvik dam disaster", "hurricane tilda"."""
    words = name.split()
    named = len(words) == 2 and words[0] in word_class("storms with names")
    return bool(words) and (words[-1] in disasters() or named)


@cache
def prizes() -> frozenset[str]:
    return frozenset(entries("prizes"))


@cache
def unique() -> frozenset[str]:
    """Relations that happen on one day ever to what they happen to."""
    return frozenset(entries("unique"))


def gender(noun: str) -> Gender:
    """Whether a noun says that somebody is a man or a woman."""
    return person_noun(noun) or Gender.OPEN


def is_thing(noun: str) -> bool:
    """Whether a noun is for no person and for no body of people."""
    return person_noun(noun) is None and group_noun(noun) is not Sort.BODY


def gender_of_name(first: str) -> Gender:
    """The same by the first word of a person's name."""
    return given_name(first) or Gender.OPEN


def is_given_name(word: str) -> bool:
    """Whether a word in lower case is a given name."""
    return given_name(word) is not None


def is_country_or_capital(name: str) -> bool:
    """Whether a name in lower case is that of a country or a capital."""
    return known_place(name)


@cache
def agencies() -> frozenset[str]:
    """The names of news agencies, in their normal form."""
    return frozenset(name.normal for agency in entries("agencies") if (name := name_of(agency)))


@cache
def is_in_many_names(word: str) -> bool:
    """Whether many names have a word: "police", "north", "hospital", "minister", "friday"."""
    if word in _SMALL | word_class("calendar") or word in entries("public_bodies") or word in entries("company_words"):
        return True
    return group_noun(word) is not None or person_noun(word) is not None or title(word) is not None


_SMALL = frozenset({"and", "the", "for", "north", "south", "east", "west", "new", "great"})


#: The relation of a person and an age.
OLD = "be old"
#: The relation of what goes on and how long: "lasted 14 weeks".
TO_LAST = "last"


def has_term(relation: str, size: Amount | None) -> bool:
    """Whether a number belongs to what happens as its only one: the price of a deal, the years of a sentence, the votes
    that somebody wins with, the age at which somebody dies, or his age now."""
    if size is None:
        return False
    if relation != OLD:
        relation = relation.partition(" ")[0]  # "jail for"
    if relation in _SENTENCED or relation == TO_LAST:
        return size.unit in _SPANS
    if relation in _ELECTED:
        return size.unit == "percent"
    return (relation in _PAID and size.unit.isupper()) or (relation in _AGED and size.unit == "year")


_PAID, _SENTENCED = word_class("verbs with a price"), word_class("verbs with a term")
_ELECTED = frozenset(("beat", "defeat", "elect", "lose", "reelect", "win"))
_SPANS, _AGED = frozenset(("year", "month", "week", "day")), frozenset(("die", OLD))


def is_count(size: Amount) -> bool:
    """Whether things or people are counted, and nothing is measured."""
    return size.unit not in _MEASURES and not size.unit.isupper()


_MEASURES = frozenset({*units().values(), "percent", "share"})
