"""Descriptions that stand for something named or described before: "the company", "the minister", "the report"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.mentions import Candidate, Kind, Number
from extract.names import country
from extract.persons import Sort, group_noun
from extract.pronouns import Choice

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_COUNTRIES = frozenset({"country", "nation", "state", "republic"})
_WINDOW = 12


def describe(nominal: Candidate, seen: Sequence[Candidate]) -> Choice | None:
    """What a definite description stands for, where that is clear."""
    determiner = next((w for w in nominal.head.left if w.lower in _DEFINITE), None)
    if determiner is None or not nominal.key:
        return None
    lemma = nominal.key[0]
    return _by_noun(nominal, lemma, seen) or _by_sort(nominal, lemma, seen)


def _by_noun(nominal: Candidate, lemma: str, seen: Sequence[Candidate]) -> Choice | None:
    """ "an insurer ... the insurer", "Anna Hale, a teacher ... the teacher"."""
    for known in reversed(seen):
        if nominal.sentence - known.sentence > _WINDOW:
            return None
        if known.kind is Kind.PRONOUN or known.referent is None or known.members:
            continue
        if lemma in known.referent.nouns and _same_number(nominal, known):
            if known.kind is Kind.NOMINAL and not _compatible(nominal, known):
                continue
            return Choice(known.referent, known, 0.8, "same noun")
    return None


def _same_number(nominal: Candidate, known: Candidate) -> bool:
    return (nominal.number is Number.PLURAL) is (known.number is Number.PLURAL)


def _compatible(nominal: Candidate, known: Candidate) -> bool:
    """Two descriptions may differ in that the later says less, not in that it says something else."""
    return _modifiers(nominal) <= _modifiers(known)


def _modifiers(nominal: Candidate) -> set[str]:
    return {w.lower for w in nominal.head.left if w.dep in {"amod", "compound", "nummod", "poss", "nmod"}}


def _by_sort(nominal: Candidate, lemma: str, seen: Sequence[Candidate]) -> Choice | None:
    """ "Allvara ... the company": the only body, or the only country, spoken of lately."""
    sort = group_noun(lemma)
    if (
        sort is None
        or nominal.number is Number.PLURAL
        or _modifiers(nominal)
        or any(w.dep == "prep" for w in nominal.head.right)
    ):
        return None
    found: list[Candidate] = []
    for known in reversed(seen):
        if nominal.sentence - known.sentence > 2:
            break
        if (
            known.kind is Kind.NAME
            and known.referent is not None
            and known.referent.sort is sort
            and _is_one(lemma, known)
        ):
            found.append(known)
    referents = {id(m.referent) for m in found}
    if len(referents) != 1 or found[0].referent is None:
        return None
    return Choice(found[0].referent, found[0], 0.7, "only one of its kind")


def _is_one(lemma: str, name: Candidate) -> bool:
    is_country = country(" ".join(name.key)) is not None
    return is_country if lemma in _COUNTRIES else not is_country


__all__ = ["Sort", "describe"]
