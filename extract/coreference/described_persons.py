"""Persons called by a post and a place, party or body: "Senator Ada Lund of Norland ... the Norland senator"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from extract.coreference.references import Candidate, Choice, Kind, Number, Referent
from extract.english.countries import countries
from extract.english.persons import Gender, Sort
from extract.english.wordlists import pairs
from extract.syntax.tree import Word
from extract.syntax.words import NOUN_MODIFIERS

#: Who holds a post in a country is its leader.
_RULERS = frozenset({"chancellor", "dictator", "emperor", "king", "premier", "president", "prime", "ruler", "sultan"})
_BESIDE, _OF = frozenset({"appos", "parataxis", "nmod", "poss", "compound", "amod"}), frozenset({"of", "from", "for"})
#: How many sentences back a person may be who is called so, and who is the only one with that post.
_FAR, _NEAR = 30, 4
#: How often the article names the only one of that post.
_OFTEN = 3
_CONFIDENCE = 0.75
_PARTIES = {"gop": "republican", "republicans": "republican", "democrat": "democratic", "democrats": "democratic"}
#: What stands before a post that another holds, or that the person held elsewhere.
_OTHERS = frozenset({"acting", "deputy", "ex", "former", "future", "late", "new", "next", "old", "other", "vice"})


def by_ties(nominal: Candidate, seen: Sequence[Candidate]) -> Choice | None:
    """Who is meant by "the Norland senator": who was told to be a senator and of Norland, or the only senator.

    `seen` are the references before it, in text order.
    """
    asked = _told(nominal.head)
    if not asked or nominal.number is Number.PLURAL or not _OTHERS.isdisjoint(w.lower for w in nominal.head.left):
        return None
    holders: dict[int, tuple[Referent, Candidate]] = {}
    for name in reversed(seen):
        who = name.referent
        if nominal.sentence - name.sentence > _FAR:
            break
        if name.kind is Kind.NAME and who is not None and _may_hold(nominal, who):
            holders.setdefault(id(who), (who, name))
    tied = [one for one in holders.values() if asked <= _ties(one[0])]
    if len(tied) != 1:
        tied = [] if tied or len(holders) != 1 else [h for h in holders.values() if _is_the_one(nominal, asked, *h)]
    return Choice(tied[0][0], tied[0][1], _CONFIDENCE, "its post") if tied else None


def _may_hold(nominal: Candidate, who: Referent) -> bool:
    """Whether somebody is called by the post, or by that of a leader."""
    if who.sort is not Sort.PERSON or who.number is Number.PLURAL:
        return False
    if Gender.OPEN not in (nominal.gender, who.gender) and nominal.gender is not who.gender:
        return False
    lemma = nominal.key[0]
    return lemma in who.nouns or (lemma == "leader" and not _RULERS.isdisjoint(who.nouns)) or _leads(lemma, who)


def _leads(lemma: str, who: Referent) -> bool:
    """ "Iran's Otto Quist spoke. The Iranian leader ...": nothing else says who he is."""
    owned = any(w.dep == "poss" and w.entity == "GPE" for m in who.mentions if m.kind is Kind.NAME for w in m.head.left)
    return lemma == "leader" and owned and not who.nouns


def _is_the_one(nominal: Candidate, asked: set[str], who: Referent, name: Candidate) -> bool:
    """Whether the only one of a post is named often, was so lately, and is told to be of no other place."""
    often = sum(m.kind is Kind.NAME for m in who.mentions) >= _OFTEN
    places = asked & _places() if nominal.key[0] in who.nouns else set()
    return bool(places) and often and nominal.sentence - name.sentence <= _NEAR and not (_ties(who) & _places())


def _told(noun: Word) -> set[str]:
    """The capitalised words before a noun."""
    told = (w for part in noun.left if part.dep in NOUN_MODIFIERS for w in part.subtree())
    return {_normal(w) for w in told if w.text[0].isupper() and w.tag != "POS"}


def _ties(who: Referent) -> set[str]:
    """The capitalised words that stand around a person's names: "Norland Senator Ada Lund (D-Tarn)"."""
    return {_normal(w) for m in who.mentions if m.kind is Kind.NAME for w in _around(m) if w.text[0].isupper()}


def _around(name: Candidate) -> Iterator[Word]:
    head = name.head
    beside = [w for w in head.children if w.dep in _BESIDE or w.lower in _OF]
    beside += [w for w in head.head.left if w.dep in NOUN_MODIFIERS] if head.dep == "appos" else []
    for part in beside:
        yield from (w for w in part.subtree() if not name.start <= w.start < name.end)


def _normal(word: Word) -> str:
    """One form for a country and its people, for a state and its abbreviation, for a party and its members."""
    lower = word.lower.rpartition("-")[2] if word.text[1:2] == "-" else word.lower
    return _forms().get(lower, _PARTIES.get(lower, lower))


@cache
def _forms() -> dict[str, str]:
    found = {form.lower(): one.code for one in countries() for form in (*one.names, *one.peoples)}
    return found | {form.lower(): name.lower() for form, name in pairs("states").items()}


@cache
def _places() -> frozenset[str]:
    states = pairs("states").values()
    return frozenset({*_forms().values(), *(word for name in states for word in name.lower().split())} - {"new"})
