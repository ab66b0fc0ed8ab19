"""Descriptions that take up the only name of their kind: "Allvara fell. The company ...", "the city", "the party"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from extract.coreference.names import country
from extract.coreference.references import Candidate, Choice, Kind, Number, Referent, Role
from extract.coreference.same_nouns import is_of_another_kind, modifiers
from extract.english.persons import Gender, Sort, group_noun, person_noun, takes_up
from extract.english.wordlists import entries, pairs, word_class
from extract.syntax.tree import Word
from extract.syntax.words import NOUN_MODIFIERS

COUNTRIES = frozenset({"country", "nation", "state", "republic"})
#: Nouns that may refer to a recent town, but not to a country or a state.
_TOWNS = frozenset({"city", "town"})
#: Members that their party is named by: "the party" may refer to them.
_PARTIES = frozenset({"conservatives", "democrats", "greens", "liberals", "republicans", "socialists", "tories"})
PUBLISHERS = frozenset({"agency", "magazine", "newspaper", "paper", "publication", "reporter", "site", "website"})
#: Posts that an acronym stands for: "the company" is none of them.
_POSTS = frozenset({"ceo", "cfo", "coo", "cto", "cio", "cmo", "cso", "evp", "svp", "vp", "mp", "mep", "pm", "da"})
_OFFICES = frozenset({"agency", "department", "ministry", "government", "university"})
_OVERSEERS = frozenset({"authority", "commission", "inspectorate", "ombudsman", "regulator", "watchdog"})
_BUSINESSES = word_class("businesses")
_NO_BUSINESSES = word_class("bodies but no businesses")
#: What its own name calls a body that is one, if it is not an acronym.
_CALLED_SO = word_class("bodies called so")
_GROUPS = frozenset({"group", "organisation", "organization"})
#: What no newspaper and no agency is called.
_NO_PRESS = _BUSINESSES | (_NO_BUSINESSES - {"agency", "journal", "magazine", "newspaper"}) | {"bank", "club"}
#: What any body may be called, whatever else is called so.
ANY_BODY = _BUSINESSES | _GROUPS | {"agency", "giant", "operator"}
_SOCIETIES = word_class("societies")
_AGENCIES = word_class("kinds of agencies")
#: How often, and how much more often than others, the one that an article is about was mentioned.
_OFTEN, _MUCH_MORE = 5, 3


def by_sort(nominal: Candidate, lemma: str, seen: Sequence[Candidate], window: int) -> Choice | None:
    """ "Allvara ... the company": the only body, or the only country, spoken of lately."""
    sort = group_noun(lemma)
    if not (takes_up(lemma) or lemma in _TOWNS) or nominal.number is Number.PLURAL:
        return None
    names = _possible(nominal, lemma, seen, window)
    known = _chief(names) if window and lemma not in _GROUPS else names[0] if len(names) == 1 else None
    if known is None or known.referent is None or (sort is Sort.BODY and " ".join(known.key) in _states()):
        return None  # New York is not "the company"
    if lemma in _GROUPS and (known.entity == "GPE" or (known.head.dep, known.head.head.lower) == ("pobj", "at")):
        return None  # "Lund works at Veltra. Police told the group to wait."
    if sort is not Sort.BODY and lemma not in _TOWNS and not known.referent.sure and _is_beside(known):
        return None
    if modifiers(nominal) and is_of_another_kind(nominal, known.referent):
        return None
    if lemma in known.referent.nouns:
        return Choice(known.referent, known, 0.8, "described before")
    return Choice(known.referent, known, 0.7, "only one of its kind")


def _possible(nominal: Candidate, lemma: str, seen: Sequence[Candidate], window: int) -> list[Candidate]:
    """Names that a noun may take up, each of another referent, the last one first."""
    sort, found = group_noun(lemma), dict[int, Candidate]()
    for name in reversed(seen):
        if nominal.sentence - name.sentence > window:
            break
        if name.kind is Kind.NAME and name.referent is not None and _is_one(lemma, sort, name, name.referent):
            found.setdefault(id(name.referent), name)
    names = list(found.values())
    if sort is not Sort.BODY or lemma in PUBLISHERS - {"agency"}:
        return names
    likely = [n for n in names if not _is_whose_or_where(n, names)]
    acts = len(likely) == len(names) or all(n.entity == "ORG" and n.role in _ACTING for n in likely)
    return likely if acts else []


_ACTING = frozenset({Role.SUBJECT, Role.POSSESSOR})


def is_told_by_seat(nominal: Candidate) -> bool:
    """ "Veltra fell. The Tarn-based company": not "the new company", "the oil company", "the Lund-owned company"."""
    told = [w for w in nominal.head.left if w.dep in NOUN_MODIFIERS]
    is_based = any(w.lower == "based" for w in told) and all(w.tag in ("NN", "JJ") or w.lower == "based" for w in told)
    return is_based and nominal.key[0] in _BUSINESSES - {"business"}


def _is_whose_or_where(name: Candidate, names: Iterable[Candidate]) -> bool:
    """ "Veltra Corp., Tarn, N.J., will pay. The company ...", "Norland's Veltra": neither the place nor the owner."""
    if name.head.dep == "poss" and any(one.head is name.head.head and one.entity == "ORG" for one in names):
        return True
    place = name.entity == "GPE" and name.referent is not None and not name.referent.sure
    key = " ".join(name.key)
    if name.referent is not None and not name.referent.sure and _is_beside(name):
        return True
    return place and (name.head.dep in ("appos", "npadvmod", "nmod") or key in _states())


def _chief(names: Sequence[Candidate]) -> Candidate | None:
    """The only one, or whom the article is about rather than one that it names beside: "the firm", of Veltra."""
    if len(names) < 2:
        return names[0] if names else None
    first, second = sorted(names, key=_count, reverse=True)[:2]
    return first if _count(first) >= max(_OFTEN, _MUCH_MORE * _count(second)) else None


def _count(name: Candidate) -> int:
    return len(name.referent.mentions) if name.referent is not None else 0


@cache
def _states() -> frozenset[str]:
    """States by their names and by what news shortens them to."""
    return frozenset(name.lower() for state in pairs("states").items() for name in state)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name.lower() for name in entries("agencies"))


def _is_post_beside(word: Word) -> bool:
    """ "Faye Quist, a director of Veltra": no body, though its name may look like a person's."""
    return word.dep == "appos" and person_noun(word.lemma.lower()) is not None


def _is_another(lemma: str, name: Candidate, referent: Referent) -> bool:
    """ "The agency AWP", "the Frey family" and "the University of Selby" are not companies or teams.

    Ohio is not a city, and the city is not that of "Tarn attorney Ada Lund".
    """
    if lemma in _TOWNS:
        noun = name.head
        while noun.dep in NOUN_MODIFIERS and noun.head is not noun:
            noun = noun.head
        return name.entity != "GPE" or noun.entity == "PERSON" or " ".join(name.key) in _states()
    if lemma in referent.nouns:
        return False
    if lemma in _NO_PRESS and (name.key[-1] in entries("newspaper_words") or " ".join(name.key) in _agencies()):
        return True  # "Veltra, Reuters said. The company ..."
    owner = name.head.head.lemma.lower() if name.head.dep == "compound" else ""
    first = name.key[0] if name.key[1:2] in (("of",), ("for",)) else ""
    kinds = {*referent.nouns, owner, first}
    return lemma in _BUSINESSES and not kinds.isdisjoint(_NO_BUSINESSES)


def _is_beside(name: Candidate) -> bool:
    """Where something was, and what it was told: "told supporters in Tampa", "told Radio Tarn that"."""
    place = name.head.dep == "pobj" and name.head.head.lower == "in" and name.entity != "ORG"
    return place or is_told(name)


def is_told(name: Candidate) -> bool:
    verb = name.head.head
    return name.head.dep in {"dobj", "dative"} and verb.lemma == "tell" and verb.child("nsubj") is not None


def _may_be_taken_up(kind: str, lemma: str) -> bool:
    """The Republicans, or the Treasury Department, are no company. The Lung Council is a group, police an agency."""
    if lemma == "agency" and kind in _AGENCIES:
        return True
    return group_noun(kind) is not Sort.BODY or takes_up(kind) or (lemma in _GROUPS and kind in _SOCIETIES)


def _is_one(lemma: str, sort: Sort | None, name: Candidate, referent: Referent) -> bool:
    if referent.sort is Sort.PERSON and any(_is_post_beside(w) for w in name.head.right):
        return False
    if referent.sort is not sort and (
        referent.sure or referent.sort is Sort.TIME or referent.gender is not Gender.OPEN
    ):
        return False
    kind = name.key[-1]
    if _is_another(lemma, name, referent):
        return False
    if lemma in _OVERSEERS and lemma not in referent.nouns:
        return False  # no bank is "the regulator"
    if lemma == "party" and name.entity != "NORP" and not name.head.text.isupper() and "party" not in referent.nouns:
        return False  # the House, and no Rust Belt
    if lemma == "team" and (name.head.dep == "pobj" or name.entity != "ORG"):
        return False  # Lund, who teaches at Selby, praised the team: not Selby. Norland sent rescuers; the team came
    if lemma in _CALLED_SO and lemma not in {*referent.nouns, *name.key} and not name.head.text.isupper():
        return False  # "Veltra ... the institute": its name would say so
    if kind in _POSTS or (lemma in _OFFICES and kind in entries("company_words")):
        return False  # Tarn Corp. is no agency
    several = referent.number is Number.PLURAL and not (lemma == "party" and kind in _PARTIES)
    if several or not (kind == lemma or _may_be_taken_up(kind, lemma)):
        return False
    is_country = name.metonym or country(" ".join(name.key)) is not None
    return is_country if lemma in COUNTRIES else not is_country
