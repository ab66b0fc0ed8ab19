"""Which entity each mention of an article is, and which claims have it as subject or object.

A function of one article alone: what other articles say never changes it (law 5). Where the article leaves
open who is meant (a bare surname, a ministry among several countries), the name is one of this article
only, until a person says more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from extract.english.capitals import Capitals
from extract.english.forms import Bearer, Links
from extract.english.propernames import EntityType, Name, entity_type, government, home_signs, name_of, without_ship
from extract.english.wordlists import entries, word_class
from extract.model import Argument, Extraction, Mention, Span


def link(extraction: Extraction) -> Links:
    """The entities of an article's mentions and claims."""
    text, mentions = extraction.article.text, extraction.mentions
    named = _named(text, mentions)
    behind = {_place(m): _stands_for(m) for m in mentions if m.kind != "pronoun"}
    meant = {_place(m): behind.get(_stands_for(m), _stands_for(m)) for m in mentions}
    bearers = {place: named.get(name) for place, name in meant.items()}
    ends = {m.end: m for m in mentions if bearers[_place(m)] is not None}

    def of(argument: Argument | None, acts: bool) -> Bearer | None:
        return _of(text, argument, ends, bearers, acts)

    return Links(
        tuple(bearers[_place(m)] for m in mentions),
        {(c.sentence, c.position): (of(c.subject, True), of(c.object, False)) for c in extraction.claims},
    )


def _place(mention: Mention) -> Span:
    return mention.start, mention.end


def _stands_for(mention: Mention) -> Span:
    """The name behind a mention: its one antecedent, or itself ("the two" are nobody in particular)."""
    return mention.antecedents[0] if len(mention.antecedents) == 1 else _place(mention)


def _named(text: str, mentions: tuple[Mention, ...]) -> dict[Span, Bearer]:
    """The bearer of each name that stands for itself; others are found through their antecedent."""
    names = [m for m in mentions if m.kind == "name" and not m.antecedents and not _describes(text, m)]
    types = _types(names)
    capitals = Capitals(text, types)
    wholes = {
        wording: capitals.without_headline(_in_full(wording, types))
        for wording in types
        if not capitals.is_nobody(wording)
    }
    found = {
        _place(m): Bearer(name, types[whole], metonym=seat is not None)
        for m in names
        if (whole := wholes.get(m.text))
        and (name := (seat := government(whole)) or name_of(_before(text, m) + without_ship(whole), types[whole]))
    }
    crowned = {m.text: title for m in names if (b := found.get(_place(m))) and (title := _crown(b, text, m))}
    found |= {
        place: _titled_name(found[place], crowned[m.text])
        for m in names
        if m.text in crowned and (place := _place(m)) in found
    }
    ships = {found[_place(m)].name for m in names if _place(m) in found and _is_ship(text, m)}
    found = {place: replace(b, type=EntityType.PRODUCT) if b.name in ships else b for place, b in found.items()}
    counts = Counter(code for b in found.values() if (code := b.name.country) and code != "eu" and _is_country(b))
    persons = {_stands_for(m) for m in mentions if m.kind == "pronoun" and m.text.lower() in _PERSONAL}
    sure = {place for place in found if place in persons or _titled(text, place[0])}
    bare = {b.name for m in names if (b := found.get(_place(m))) and _place(m) in sure and _is_bare(b, m)}
    signs = Counter(sign for m in names if (sign := home_signs().get(m.text.removeprefix("the ").casefold())))
    homes = _main(signs), _main(counts)
    has_countries = bool(counts or signs)
    return {
        place: _settled(bearer, text, place, homes, has_countries, bare)
        for place, bearer in found.items()
        if not bearer.name.vague
    }


#: A country that an article names so many times as often as any other is the one that its public bodies are of.
_DOMINANT = 2


def _is_country(bearer: Bearer) -> bool:
    """Whether a name is a country's or its people's, and not that of a body that one country has."""
    return bearer.name.normal.startswith(("country ", "people "))


def _main(counts: Counter[str]) -> str | None:
    """The only country that counts, or one that counts far more than the others: the one an article is about."""
    (most, times), (_, others) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return most if most and times >= _DOMINANT * others else None


def _is_bare(bearer: Bearer, mention: Mention) -> bool:
    """Whether a name may be the surname of one person of many: not "CNN", of which a pronoun was read wrongly."""
    is_acronym = mention.text.isupper() and len(mention.text) in _ACRONYM
    return bearer.type is EntityType.PERSON and not is_acronym


_ACRONYM = range(2, 6)
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself", "who", "whom"})
_OFFICES = re.compile(r"\s+(?:minister|secretary|ministry|(spokesman|spokeswoman)|correspondent|editor)s?\b", re.I)
#: A bar stands where the name begins.
_HOLDER_OF = re.compile(
    r"\b(?:minister|secretary) (?:of|for) (?:the )?\||\b(?:attorney|inspector|surgeon) \|general$", re.I
)


def _describes(text: str, mention: Mention) -> bool:
    """Nobody: "Energy" of "Energy Minister Otto Castell" and "Secretary of Energy", "General" of "Attorney General".
    Who has a spokesman is somebody: "a Norhydra spokeswoman"."""
    before = text[max(0, mention.start - 20) : mention.start]
    office = _OFFICES.match(text, mention.end)
    is_office = office is not None and not (office[1] and mention.entity in _SPEAK)
    return is_office or _HOLDER_OF.search(f"{before}|{mention.text}") is not None


#: Labels of those who have somebody speak for them.
_SPEAK = frozenset({"ORG", "PERSON"})


_PART = re.compile(
    r"\b(?:Upper|Lower|North|South|East|West|Northern|Southern|Eastern|Western|New|Old|Great|Little"
    r"|(?:Gulf|Bay|Strait|Straits|Sea|Isle|Cape|Port) of) $"
)


def _before(text: str, mention: Mention) -> str:
    """ "Lower" of "Lower Brennick", "Gulf of" of "the Gulf of Tarn": the parser may take it for no part of the name."""
    found = _PART.search(text, max(0, mention.start - 12), mention.start)
    return found[0] if found else ""


def _crown(bearer: Bearer, text: str, mention: Mention) -> str | None:
    """The title of who goes by a first name alone: "King" of "King Ostor", who is not Ada Ostor; "Queen Ysolde II"."""
    if bearer.type not in (EntityType.PERSON, EntityType.OTHER):
        return None
    before = text[max(0, mention.start - 20) : mention.start].split()[-1:]
    titles = [word for word in (*before, mention.text.split()[0]) if word in _CROWNED]
    is_first = _NUMBERS.issuperset(bearer.name.normal.split()[1:])
    return titles[0] if titles and is_first else None


def _titled_name(bearer: Bearer, title: str) -> Bearer:
    return replace(bearer, name=Name(f"{title.lower()} {bearer.name.normal}"), type=EntityType.PERSON)


_NUMBERS = word_class("suffixes of names")
_CROWNED = frozenset({"King", "Queen", "Prince", "Princess", "Pope", "Emperor", "Empress", "Sultan", "Emir"})


def _is_ship(text: str, mention: Mention) -> bool:
    """Whether words of the name or before it say that it is a ship, which may be "she": "the tanker Halcyra"."""
    before = text[max(0, mention.start - 20) : mention.start].split()
    return without_ship(mention.text) != mention.text or (
        bool(before) and before[-1].lower().replace(".", "") in _SHIPS and " " not in mention.text
    )


_SHIPS = word_class("ship prefixes")


def _in_full(wording: str, types: Mapping[str, EntityType]) -> str:
    """The name of a ship that a headline calls by what it is: "Ruvenian Naval Ship" beside its name."""
    if " " not in wording or wording.split()[-1].lower() not in word_class("ship nouns"):
        return wording
    longer = [other for other in types if other.startswith(f"{wording} ")]
    return longer[0] if len(longer) == 1 else wording


def _types(names: list[Mention]) -> dict[str, EntityType]:
    """What each wording is taken for most often in this article; on a draw, what comes first in the list of types."""
    votes: dict[str, Counter[EntityType]] = {}
    for mention in names:
        kind = entity_type(mention.entity)
        if kind is not None:
            votes.setdefault(mention.text, Counter())[kind] += 1
    order = list(EntityType)
    return {text: min(count, key=lambda kind: (-count[kind], order.index(kind))) for text, count in votes.items()}


def _titled(text: str, start: int) -> bool:
    """Whether a form of address stands before: "Mr Kolm"."""
    before = text[max(0, start - 20) : start].split()
    return bool(before) and before[-1].lower().rstrip(".") in entries("honorifics")


def _home(name: Name, homes: tuple[str | None, str | None]) -> str | None:
    """The country that a body without one is taken to be of. What only one country's news names ("Republicans", "the
    Bundestag") says more than how often countries are named: the Congress that asks about Russia is not Russia's."""
    signs, named = homes
    lacks = not _LACKED.isdisjoint(name.normal.split())
    return next((code for code in (signs, named) if code and not (lacks and code == "us")), None)


_LACKED = word_class("bodies the United States lacks")
#: What tells the country from the state, in news of the United States.
_IN_GEORGIA = re.compile(r"\b(?:Tbilisi|Abkhazia|Ossetia|Caucasus|Georgian)\b")


def _settled(
    bearer: Bearer, text: str, place: Span, homes: tuple[str | None, str | None], has_countries: bool, bare: set[Name]
) -> Bearer:
    """Bound to this article where it does not say enough: "Mr Kolm"; "the Supreme Court" among two countries."""
    name = bearer.name
    if name.normal == "country ge" and homes[0] == "us" and not _IN_GEORGIA.search(text):
        return Bearer(Name("georgia"), bearer.type)
    if name.country:
        return bearer
    if name in bare and " " not in name.normal:
        return Bearer(name, bearer.type, bound=True)
    if name.generic:
        country = _qualifier(text, place) or _home(name, homes)
        if country:
            return Bearer(name.within(country), bearer.type)
        return Bearer(name, bearer.type, bound=has_countries)
    return bearer


def _qualifier(text: str, place: Span) -> str | None:
    """The country beside a body's name: "the Indian Supreme Court", "India's ...", "... of India"."""
    start, end = place
    before = [] if _ENDED.search(text, max(0, start - 30), start) else text[max(0, start - 30) : start].split()
    after = re.match(r"\s+of\s+((?:the\s+)?\w+(?:\s+\w+)?)", text[end : end + 40])
    for words in (
        before[-1:],
        before[-2:],
        after[1].split()[:1] if after else [],
        after[1].split()[:3] if after else [],
    ):
        name = name_of(" ".join(words), EntityType.PLACE) if words else None
        if name and name.country and words[0][:1].isupper():
            return name.country
    return None


#: A stop that is none of "U.S.".
_ENDED = re.compile(r"(?<![.\s]\w)[^\w\s'’“\"-]+[\"'”’]?\s+$")


def _of(
    text: str, argument: Argument | None, ends: Mapping[int, Mention], bearers: Mapping[Span, Bearer | None], acts: bool
) -> Bearer | None:
    """The entity that an argument is: the name, or what stands for one, that ends its core and heads it."""
    if argument is None or len(argument.spans) != 1:
        return None
    ((start, end),) = argument.spans
    mention = ends.get(end)
    if mention is None:
        return _person_with_more(text, argument, ends, bearers)
    if mention.start < start or not _heads(text[start : mention.start]):
        return None
    if mention.kind == "pronoun" and argument.resolved is None and mention.start == start:
        return None  # who "it" may be is too unsure to be shown
    bearer = bearers[_place(mention)]
    metonym = bearer is not None and (bearer.metonym or mention.rule == "capital")
    return None if metonym and not acts else bearer


def _person_with_more(
    text: str, argument: Argument, ends: Mapping[int, Mention], bearers: Mapping[Span, Bearer | None]
) -> Bearer | None:
    """The person whom an argument begins with: "sentenced Haldor Brune to six years", "acquitted him of fraud"."""
    ((start, _),) = argument.spans
    mention = ends.get(argument.head_spans[0][1]) if len(argument.head_spans) == 1 else None
    if mention is None or mention.start < start or not _heads(text[start : mention.start]):
        return None
    bearer = bearers[_place(mention)]
    return bearer if bearer is not None and bearer.type is EntityType.PERSON else None


_JOINS = frozenset(entries("joins"))
_WORD = re.compile(r"[\w'’]+")


def _heads(before: str) -> bool:
    """Whether only what describes a name stands before it: "Prime Minister", not "the mayor of"."""
    return _JOINS.isdisjoint(_WORD.findall(before.lower())) and "’s" not in before and "'s" not in before
