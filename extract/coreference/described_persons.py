"""Persons called by a post and a place, party or body: "Senator Ada Lund of Norland ... the Norland senator"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extract.coreference.references import Candidate, Choice, Kind, Number, Referent
from extract.english.countries import countries
from extract.english.persons import Gender, Sort
from extract.english.wordlists import pairs
from extract.syntax.tree import Word
from extract.syntax.words import NOUN_MODIFIERS

#: Who holds a post in a country is its leader.
_RULERS = frozenset({"chancellor", "dictator", "emperor", "king", "premier", "president", "prime", "ruler", "sultan"})
_BESIDE, _OF = (frozenset({"appos", "parataxis", "nmod", "poss", "compound", "amod"}), frozenset({"of", "from", "for"}))
#: How many sentences back a person may be who is called so.
_FAR = 30
_CONFIDENCE = 0.75
_PARTIES = {"gop": "republican", "republicans": "republican", "democrat": "democratic", "democrats": "democratic"}
#: What stands before a post that another holds, or that the person held elsewhere.
_OTHERS = frozenset({"acting", "deputy", "ex", "former", "future", "late", "new", "next", "old", "other", "vice"})


def by_ties(nominal: Candidate, seen: Sequence[Candidate]) -> Choice | None:
    """Who is meant by "the Norland senator": who was told to be a senator and of Norland.

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
    return Choice(*tied[0], _CONFIDENCE, "its post") if len(tied) == 1 else None


def _may_hold(nominal: Candidate, who: Referent) -> bool:
    """Whether somebody is called by the post, or by that of a leader."""
    if who.sort is not Sort.PERSON or who.number is Number.PLURAL:
        return False
    if Gender.OPEN not in (nominal.gender, who.gender) and nominal.gender is not who.gender:
        return False
    lemma = nominal.key[0]
    return lemma in who.nouns or (lemma == "leader" and not _RULERS.isdisjoint(who.nouns))


def _told(noun: Word) -> set[str]:
    """The capitalised words before a noun."""
    told = (w for part in noun.left if part.dep in NOUN_MODIFIERS for w in part.subtree())
    return {normal(w) for w in told if w.text[0].isupper() and w.tag != "POS"}


def _ties(who: Referent) -> set[str]:
    """The capitalised words that stand around a person's names: "Norland Senator Ada Lund (D-Tarn)"."""
    around = (list(_around(m)) for m in who.mentions if m.kind is Kind.NAME)
    return {normal(w) for words in around if not _is_another_s(words) for w in words if w.text[0].isupper()}


def _is_another_s(words: Iterable[Word]) -> bool:
    """ "Former Senator Ada Lund of Norland", "Vice President Lund": another is the senator, or the president."""
    return any(w.lower in _OTHERS and w.lower != "new" for w in words)


def _around(name: Candidate) -> Iterator[Word]:
    head = name.head
    beside = [w for w in head.children if w.dep in _BESIDE or w.lower in _OF]
    beside += [w for w in head.head.left if w.dep in NOUN_MODIFIERS] if head.dep == "appos" else []
    for part in beside:
        if part.dep != "appos" or part.entity != "PERSON":
            yield from (w for w in part.subtree(_is_of_others) if not name.start <= w.start < name.end)


def _is_of_others(word: Word) -> bool:
    """ "The daughter of an Ohio miner", "a friend of Ada Lund of Ohio", "who fled from Ohio"."""
    common = word.dep == "pobj" and not word.text[0].isupper()
    return common or word.entity == "PERSON" or word.dep in ("relcl", "acl")


def normal(word: Word) -> str:
    """One form for a country and its people, for a state and its abbreviation, for a party and its members."""
    lower = word.lower.rpartition("-")[2] if word.text[1:2] == "-" else word.lower
    return _forms().get(lower, _PARTIES.get(lower, lower))


@cache
def _forms() -> dict[str, str]:
    found = {form.lower(): one.code for one in countries() for form in (*one.names, *one.peoples)}
    return found | {form.lower(): name.lower() for form, name in pairs("states").items()}
