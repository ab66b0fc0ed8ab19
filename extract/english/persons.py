"""What kind of thing a name or noun stands for, and whether it is he, she or either: read off word lists."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from extract.english.countries import countries
from extract.english.wordlists import entries


class Sort(StrEnum):
    """What something is, as far as pronouns care."""

    PERSON = "person"
    BODY = "body"  # an organisation or another body of people that acts as one
    PLACE = "place"
    THING = "thing"
    TIME = "time"  # a time, an amount, a number: rarely what a pronoun stands for
    UNKNOWN = "unknown"  # a name of nobody knows what


class Gender(StrEnum):
    MALE = "m"
    FEMALE = "f"
    OPEN = "-"


_PERSONAL_ENDINGS = (
    "ist", "woman", "women", "person", "mate", "grapher", "maker", "keeper", "holder", "worker", "owner", "goer",
    "player",
    "driver", "seller", "dealer", "fighter", "writer", "singer", "hunter", "grower", "farmer", "rider", "founder",
    "leader", "lover", "trader", "speaker", "dweller", "builder", "setter",
)  # fmt: skip
_SORTS = {
    "PERSON": Sort.PERSON,
    **dict.fromkeys(("ORG", "NORP"), Sort.BODY),
    **dict.fromkeys(("GPE", "LOC"), Sort.PLACE),
    **dict.fromkeys(("FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"), Sort.THING),
    **dict.fromkeys(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"), Sort.TIME),
}


_KINDS = {"ORG": Sort.BODY, "GPE": Sort.PLACE, "THING": Sort.THING}


@cache
def _pairs(name: str) -> dict[str, str]:
    """A list of `word<TAB>value` lines as a dictionary."""
    return dict(line.split("\t", 1) for line in entries(name))


def sort_of_entity(label: str) -> Sort:
    return _SORTS.get(label, Sort.UNKNOWN)


@cache
def given_name(word: str) -> Gender | None:
    """The gender of a given name, in lower case; None for a word that is no known given name."""
    value = _pairs("given_names").get(word)
    return None if value is None else Gender(value.rstrip("?"))


@cache
def is_of_both(name: str) -> bool:
    """Whether a given name, in lower case, is mostly a man's or a woman's, and not rarely the other's."""
    return _pairs("given_names").get(name, "").endswith("?")


@cache
def title(word: str) -> Gender | None:
    """The gender that a title or office before a name shows; None for a word that is none."""
    value = _pairs("titles").get(word)
    return None if value is None else Gender(value[0])


@cache
def only_title(word: str) -> bool:
    """Whether a title begins no names but persons': "Senator", not "General"."""
    return not _pairs("titles").get(word, "+").endswith("+")


@cache
def person_noun(lemma: str) -> Gender | None:
    """The gender of a noun for persons ("actress", "minister"); None for a noun that is none."""
    value = _pairs("person_nouns").get(lemma)
    if value is not None:
        return Gender.OPEN if value == "+" else Gender(value)
    if lemma.endswith(("woman", "women")):
        return Gender.FEMALE
    if lemma in _pairs("group_nouns") or lemma in _NO_PERSONS:
        return None  # an automaker is a company
    return Gender.OPEN if len(lemma) > 5 and lemma.endswith(_PERSONAL_ENDINGS) else None


#: Things that end like persons.
_NO_PERSONS = frozenset(
    {"assist", "bestseller", "checklist", "climate", "estimate", "shortlist", "stalemate", "typewriter", "wishlist"}
)


@cache
def only_person(lemma: str) -> bool:
    """Whether a noun is said of persons alone ("woman"), not of organisations too ("leader")."""
    return person_noun(lemma) is not None and _pairs("person_nouns").get(lemma) != "+"


@cache
def listed_person(lemma: str) -> bool:
    """Whether a noun is listed as one for persons alone: not "builder", which a company may be."""
    return _pairs("person_nouns").get(lemma, "+") != "+" or lemma.endswith(("woman", "women"))


@cache
def _places() -> frozenset[str]:
    return frozenset(form.lower() for c in countries() for form in (*c.names, *c.capitals))


def known_place(name: str) -> bool:
    """Whether a name in lower case is that of a country or a capital."""
    return name in _places()


@cache
def group_noun(lemma: str) -> Sort | None:
    """BODY for "company" and "team", PLACE for "country", THING for "river"; None for other nouns."""
    value = _pairs("group_nouns").get(lemma)
    return _KINDS[value.rstrip("+")] if value is not None else None


@cache
def takes_up(lemma: str) -> bool:
    """Whether "the" and this noun alone may take up a name: "Allvara ... the company"."""
    return _pairs("group_nouns").get(lemma, "").endswith("+")
