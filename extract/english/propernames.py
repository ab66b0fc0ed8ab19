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

from extract.english.countries import countries
from extract.english.persons import given_name, group_noun, person_noun
from extract.english.wordlists import entries, pairs, word_class


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
        """Whether many countries have one of these: "the Supreme Court", "Interior Ministry", but not "FBI"."""
        return self._is_body() and not self._is_one_word()

    @property
    def vague(self) -> bool:
        """Whether it is one word of a body's name, which names nobody alone: "the Committee"."""
        return self._is_body() and self._is_one_word()

    def _is_one_word(self) -> bool:
        return " " not in self.normal and self.normal not in word_class("bodies of one word")

    def _is_body(self) -> bool:
        return self.normal not in _only_ones() and all(word in entries("public_bodies") for word in self.normal.split())

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
    words = _in_full(_directed(_words(_without_nickname(text) if kind is EntityType.PERSON else text)))
    whole = " ".join(words)
    if spelt := _spelt_out(whole.replace(".", "")):
        normal = _normal(_bare(_words(spelt), EntityType.ORGANISATION))
        return _country(spelt, kind) or _of_a_country(normal) or Name(normal)
    if kind is EntityType.PLACE and (state := pairs("states").get(f"{whole.rstrip('.')}.")):
        return Name(_plain(state))
    if found := _country(whole, kind):
        return found
    normal = _normal(_bare(words, kind))
    if kind is EntityType.PEOPLE:
        normal = _SEVERAL_PEOPLE.sub(r"\1", normal)
    return _of_a_country(normal) or Name(normal) if normal else None


#: "Republicans" are those who are Republican.
_SEVERAL_PEOPLE = re.compile(r"^(\w{3,}[^\Wsu])s$")


def _directed(words: list[str]) -> list[str]:
    """The words with a direction spelt out, and what it is of: "N. Korea", "NE Philly", but not "N. Lind"; so is what
    stands before names of places: "Mt Cassel", "Ft. Lorne"."""
    short = words[0].rstrip(".") if len(words) > 1 else ""
    if short in _ABBREVIATED:
        return [_ABBREVIATED[short], *words[1:]]
    direction = _DIRECTIONS.get(short, short)
    if direction not in _DIRECTIONS.values():
        return words
    rest = " ".join(words[1:])
    spelt = f"{direction} {_spelt_out(rest.replace('.', '')) or rest}"
    is_known = spelt in pairs("states").values() or _plain(spelt) in _countries()[0]
    return spelt.split() if len(short) > 1 or is_known else words


def _in_full(words: list[str]) -> list[str]:
    """The words with the letters of a body before others spelt out: "U.N. Security Council", but not "A.P. Brandt"."""
    letters = words[0].replace(".", "") if len(words) > 1 and words[-1].lower() in entries("public_bodies") else ""
    body = pairs("bodies").get(letters) if letters.isupper() and letters.isalpha() else None
    return [*body.split(), *words[1:]] if body and not body.startswith(letters) else words


_ABBREVIATED = {"Mt": "Mount", "Ft": "Fort"}
_DIRECTIONS = {
    "N": "North", "S": "South", "E": "East", "W": "West",
    "NE": "Northeast", "NW": "Northwest", "SE": "Southeast", "SW": "Southwest",
}  # fmt: skip


def _spelt_out(name: str) -> str | None:
    """What news calls by a few letters or a short name: "BBC", "Nikkei index". Capitals count in one word alone, but
    for the first letter of what is read as a word: "Nato"."""
    bodies = pairs("bodies")
    if name in bodies:
        return bodies[name]
    if " " in name:
        return _short_names().get(name.casefold())
    return bodies.get(name.upper()) if name.istitle() and len(name) >= _READ_AS_WORD else None


_READ_AS_WORD = 4


@cache
def _only_ones() -> frozenset[str]:
    """The bodies that one country alone has, though their names are made of words for public bodies."""
    return frozenset(_normal(_bare(_words(name), EntityType.ORGANISATION)) for name in pairs("bodies").values())


@cache
def _short_names() -> dict[str, str]:
    return {short.casefold(): name for short, name in pairs("bodies").items() if " " in short}


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


@cache
def home_signs() -> dict[str, str]:
    """What the news of one country names as its own, casefolded, to the country's code: "bundestag", "de"."""
    states = {name.casefold(): "us" for name in pairs("states").values() if _plain(name) not in _countries()[0]}
    return {**states, **{sign.casefold(): code for sign, code in pairs("home_signs").items()}}


_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTES = str.maketrans("", "", '"“”„«»')


#: A nickname inside a name: 'Vincent "The Chin" Gigante'.
_NICKNAME = re.compile(r"(?<=\w) (?:\"[^\"]+\"|“[^”]+”|'[^']+'|‘[^’]+’|\([^)]+\)) (?=\w)")


def _without_nickname(text: str) -> str:
    """Also without a nickname of which the beginning was cut off: 'Chin" Gigante'."""
    left, quote, right = _NICKNAME.sub(" ", text).translate(_STRAIGHT).partition('"')
    return right if quote and left and right.strip() and '"' not in right else text if quote else left


_STRAIGHT = str.maketrans("“”", '""')


def _words(text: str) -> list[str]:
    """The words of a name without its article, quotation marks and genitive ending."""
    words = _POSSESSIVE.sub("", text.translate(_QUOTES).strip(" ,;:")).split()
    return words[1:] if len(words) > 1 and words[0].lower() in ("the", "downtown") else words


def _bare(words: list[str], kind: EntityType) -> list[str]:
    """Without titles before ("President Anna Hale"), what a firm is ("Chipmaker Bolt"), the legal form ("Bolt plc")."""
    if kind is EntityType.PERSON or (kind is EntityType.OTHER and _is_person(words)):
        words = _person(words)
    elif kind in _IN_HEADLINES:
        words = _without_tail(words)
        if len(words) > 1 and words[0].lower() in _FIRMS and not _is_common(words[1:]):
            words = words[1:]
    if len(words) > 2 and words[-2].lower() == "police" and words[-1].lower() in _FORCES:  # "Tarn Police Department"
        words = words[:-1]
    return _without_forms(words)


def _is_common(words: list[str]) -> bool:
    """Whether what stands behind a firm's trade is no name of a firm: "Utility Regulator", "Airline Pilots Union"."""
    called = [word.lower() for word in words]
    return called[-1] in _OF_MANY or all(w in entries("public_bodies") or group_noun(w) is not None for w in called)


def without_ship(text: str) -> str:
    """A ship's name of one word without what says that it is one: "MV Halcyra", "Warship INS Halcyra", "Ruvenian Naval
    Ship Halcyra". Ships called after people ("USS Hale") and places keep it."""
    words = _words(text)
    if len(words) < 2 or given_name(words[-1].lower()) is not None or _country(words[-1], EntityType.PLACE):
        return text
    before, last = [word.lower().replace(".", "").replace("/", "") for word in words[:-1]], words[-1]
    is_ship = before[-1] in word_class("ship prefixes") or (
        before[-1] in word_class("ship nouns") and (before[-1] not in _ANY_SHIPS or before[-2:-1] in _NAVIES)
    )
    return last if is_ship and last[0].isalpha() else text


_ANY_SHIPS, _NAVIES = frozenset({"ship", "vessel"}), (["naval"], ["navy"])
#: What a firm is, at the head of a sentence: "Chipmaker Veltra Devices", but "Airline Pilots Association".
_FIRMS = word_class("what firms are")
_OF_MANY = frozenset({"alliance", "association", "council", "federation", "union"})
_FORCES = frozenset({"department", "force", "service"})
#: What a headline's verb is taken for a part of: "Gigante Dies", "Castella Wins".
_IN_HEADLINES = frozenset({EntityType.ORGANISATION, EntityType.OTHER})


def _is_person(words: list[str]) -> bool:
    """Whether words that the recogniser knows nothing of name a person: "Shooter Yvonne Hiller", "Anna Berg"."""
    called = [word.lower() for word in words]
    if len(called) > 2 and (person_noun(called[0]) is not None or called[0].rstrip(".") in entries("honorifics")):
        called = called[1:]
    return len(called) in (2, 3) and given_name(called[0]) is not None and person_noun(called[-1]) is None


def _without_tail(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1].lower() in entries("name_tails") and words[-1][:1].isupper():
        words = words[:-1]
    return words


def _person(words: list[str]) -> list[str]:
    """A person's name without titles before it, nouns that say what he is ("Swimmer Esther Williams"), and what a
    headline says of him ("Gigante Dies"); nothing where that is all ("Deputy Shot")."""
    while len(words) > 1 and words[0].lower().rstrip(".") in entries("honorifics"):
        words = words[1:]
    words = _without_tail(words)
    while len(words) > 2 and (words[0].lower() in _BEFORE or person_noun(words[0].lower()) is not None):
        words = words[1:]
    first, _, second = " ".join(words).partition("-")
    if second and first == second:  # a picture's caption with the name again
        words = first.split()
    return [] if len(words) == 1 and words[0].lower() in _ANYBODY | entries("honorifics") else words


_ANYBODY = word_class("words for anybody")
_BEFORE = word_class("words before a name")


def _without_forms(words: list[str]) -> list[str]:
    """The words of a company's name alone ("Bolt Pty. Ltd.", "PJSC Bolt"); one has to be left."""
    behind, before = _legal_forms()
    if len(words) > 1 and _plain(words[0]) in before:
        return _without_forms(words[1:])
    for size in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        if _plain(" ".join(words[-size:])) in behind:
            return _without_forms(words[:-size])
    return words


#: So many words has the longest legal form ("S. de R.L. de C.V.").
_LONGEST_FORM = 5


@cache
def _legal_forms() -> tuple[frozenset[str], frozenset[str]]:
    """The legal forms that end names, and those of them that also begin names."""
    forms = entries("legal_forms")
    return frozenset(map(_plain, forms)), frozenset(_plain(form) for form in forms if form.endswith("+"))


def _country(text: str, kind: EntityType) -> Name | None:
    """A country or the European Union by any of its names; a people by the country's adjective.

    No capital ("Paris") and no code ("IT", "AU") is one.
    """
    if kind is EntityType.PERSON:
        return None
    names, peoples = _countries()
    plain = _plain(text)
    if code := names.get(plain):
        return Name(f"country {code}", code)
    if kind is EntityType.PEOPLE and (code := peoples.get(plain) or peoples.get(plain.removesuffix("s"))):
        return Name(f"people {code}", code)
    return Name(f"country {code}", code) if (code := peoples.get(plain)) else None


@cache
def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """The codes of countries by their names, and by the words for their people."""
    return (
        {_plain(name): country.code for country in countries() for name in country.names},
        {_plain(word): country.code for country in countries() for word in country.peoples},
    )


_GAP = re.compile(r"[\W_]+")
#: Several of one model or device: "A70s", "iPads".
_SEVERAL = re.compile(r"(\d|\b[a-z]+[A-Z]\w*[a-z])s$")


def _normal(words: list[str]) -> str:
    """The normal form of a name's words. "Department of Trade" and "Trade Department" are one."""
    return _OFFICE_OF.sub(r"\2 \1", _plain(_SEVERAL.sub(r"\1", " ".join(words))))


_OFFICE_OF = re.compile(r"\b(department|ministry) of (?:the )?((?:(?! of ).)+)$")


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    """Lower case, without accents and punctuation; "&" is "and"."""
    letters = text.replace("&", " and ").casefold()
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return _GAP.sub(" ", letters.replace(".", "").replace("'", "").replace("’", "")).strip()
