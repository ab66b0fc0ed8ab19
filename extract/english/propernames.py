"""What makes two names the same name: spelling, titles, legal forms, countries, well-known letters.

Nothing is guessed here: names that differ in more than these are different entities until a person says
that they are the same (see `judgements`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from extract.english.wordlists import entries, pairs


class EntityType(StrEnum):
    """What an entity is, in words; from the labels of the entity recogniser (OntoNotes 5)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    FACILITY = "facility"
    EVENT = "event"
    WORK = "work"
    LAW = "law"
    PRODUCT = "product"
    OTHER = "other"


_TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "NORP": EntityType.PEOPLE,
    "FAC": EntityType.FACILITY,
    "EVENT": EntityType.EVENT,
    "WORK_OF_ART": EntityType.WORK,
    "LAW": EntityType.LAW,
    "PRODUCT": EntityType.PRODUCT,
}
#: Labels of times, numbers and the like: a name of these ("Monday", "Christmas") is nobody.
_NOBODY = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name as an entity goes by it: `normal` is what equals between spellings, `country` an ISO 3166 code."""

    normal: str
    country: str | None = None

    @property
    def generic(self) -> bool:
        """Whether many countries have one of these: "the Supreme Court", "Interior Ministry"."""
        return all(word in _institutions() for word in self.normal.split())

    def within(self, country: str) -> Name:
        """The one that this country has of them."""
        return Name(f"{self.normal} of {country}", country)


def entity_type(label: str | None) -> EntityType | None:
    """The type that a recogniser's label says; None for times and numbers, which are no entities."""
    if label in _NOBODY:
        return None
    return _TYPES.get(label or "", EntityType.OTHER)


@lru_cache(maxsize=50_000)
def name_of(text: str, kind: EntityType = EntityType.OTHER) -> Name | None:
    """The name that `text` is, or None where nothing is left of it.

    "the Norhydra plc's" and "Norhydra" are one name, "U.S." and "the United States" are one country, "IMF"
    and "International Monetary Fund" one body; "French" is a people of France, not France.
    """
    words = _words(text)
    whole = " ".join(words)
    if spelt := pairs("bodies").get(whole.replace(".", "")):
        return _country(spelt, kind) or Name(_plain(spelt))
    if found := _country(whole, kind):
        return found
    normal = _plain(" ".join(_bare(words, kind)))
    return _of_a_country(normal) or Name(normal) if normal else None


def _of_a_country(normal: str) -> Name | None:
    """ "Supreme Court of India" and "Indian Supreme Court" are one of a kind, and India's."""
    words = normal.split()
    body, _, place = normal.partition(" of ")
    ways = [(body, place.removeprefix("the ")), *((" ".join(words[n:]), " ".join(words[:n])) for n in (1, 2))]
    for name, country in ways:
        if name and country and (generic := Name(name)).generic:
            found = _country(country, EntityType.PLACE)
            if found and found.country and found.country != "eu":
                return generic.within(found.country)
    return None


def government(text: str) -> Name | None:
    """The country whose government sits where `text` says: Russia for "the Kremlin"."""
    seat = _seats().get(_plain(" ".join(_words(text))))
    return _country(seat, EntityType.PLACE) if seat else None


@cache
def _seats() -> dict[str, str]:
    return {_plain(seat): country for seat, country in pairs("seats").items()}


_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTES = str.maketrans("", "", '"“”„«»')


def _words(text: str) -> list[str]:
    """The words of a name without its article, quotation marks and genitive ending."""
    words = _POSSESSIVE.sub("", text.translate(_QUOTES).strip(" ,;:")).split()
    return words[1:] if len(words) > 1 and words[0].lower() == "the" else words


def _bare(words: list[str], kind: EntityType) -> list[str]:
    """Without titles before ("President Anna Hale") and the legal form behind ("Norhydra plc")."""
    titles = _honorifics() if kind is EntityType.PERSON else ()
    while len(words) > 1 and words[0].lower().rstrip(".") in titles:
        words = words[1:]
    if len(words) == 1:
        return words
    from rigour.names import remove_org_types

    return remove_org_types(" ".join(words)).split() or words


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(entries("honorifics"))


#: Countries that news calls by so few letters.
_SHORT = frozenset({"drc", "eu", "uae", "uk", "us", "usa"})


def _country(text: str, kind: EntityType) -> Name | None:
    """A country or the European Union by any of its names; a people by the country's adjective.

    A capital, too, finds its country in the library's lists, and is not it; neither are codes ("IT", "AU").
    """
    if kind is EntityType.PERSON or (len(_plain(text)) < 4 and _plain(text) not in _SHORT):
        return None
    from rigour.territories import lookup_territory

    found = lookup_territory(text)
    if found is None or not (found.is_country or found.code == "eu") or _plain(text) in _towns(found.code):
        return None
    people = kind is EntityType.PEOPLE and _plain(text) not in (_plain(found.name), _plain(found.full_name))
    return Name(f"{'people' if people else 'country'} {found.code}", found.code)


@cache
def _towns(code: str) -> frozenset[str]:
    from rigour.territories import get_territory

    territory = get_territory(code)
    return frozenset(_plain(town) for town in territory.places) if territory else frozenset()


@cache
def _institutions() -> frozenset[str]:
    return frozenset(entries("public_bodies"))


_GAP = re.compile(r"[\W_]+")


def _plain(text: str) -> str:
    """Lower case, without accents and punctuation; "&" is "and"."""
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " and ").casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _GAP.sub(" ", letters.replace(".", "").replace("'", "").replace("’", "")).strip()
