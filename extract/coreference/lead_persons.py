"""Whom an article calls by a surname, or describes, before it names him in full.

A headline has "Rolle denies theft". The first sentence has "A dock worker was hurt on Monday", and a later one "Edvard
Rolle, 54, fell from a crane": news describes somebody first whom its readers do not know. Only where the article has
described nobody else and named nobody in between is it plain who is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.coreference.discourse import Link
from extract.coreference.headline_names import is_headline
from extract.coreference.kin import is_kin
from extract.coreference.name_kinds import has_age
from extract.coreference.references import Candidate, Choice, Kind, Number, Role
from extract.english.persons import Gender, Sort, person_noun
from extract.syntax.tree import Tree

#: The full name comes at most this many sentences after the first.
MAX_SENTENCES = 4
_CONFIDENCE = 0.7
_LEFT = frozenset({"nummod", "amod", "compound", "det", "poss", "nmod", "appos"})


def lead_link(trees: Sequence[Tree], found: Sequence[tuple[Tree, Candidate]]) -> Iterator[tuple[Tree, Link]]:
    """The link of the description to the name, if there are such two."""
    headlines = {tree.position for tree in trees if is_headline(tree)}
    body = [(tree, one) for tree, one in found if tree.position not in headlines]
    named = next(((tree, one) for tree, one in body if one.kind is Kind.NAME and _is_person(tree, one)), None)
    if named is None or not _is_introduced(*named):
        return
    at, name = named
    before = [(tree, one) for tree, one in found if tree.position < at.position and _is_one_person(one)]
    persons = [(tree, one) for tree, one in before if tree.position not in headlines or one.head.child("det", "prep")]
    if len({id(one.referent) for _, one in persons}) != 1 or not _is_new(persons[0][1]) or name.referent is None:
        return
    (tree, one), first = persons[0], body[0][0].position
    is_lead = one.role is Role.SUBJECT and (tree.position == first or tree.position in headlines)
    if is_lead and at.position - first <= MAX_SENTENCES and one.referent is not name.referent and _agree(one, name):
        yield tree, Link(one, Choice(name.referent, name, _CONFIDENCE, "lead"), "lead")


def later_names(found: Sequence[tuple[Tree, Candidate]]) -> Iterator[tuple[Tree, Link]]:
    """The links of bare surnames to the full name that comes later: "Rolle Wins", and below it Edvard Rolle."""
    for tree, one in found:
        if one.kind is Kind.NAME and one.sort is Sort.PERSON and len(one.key) == 1 and one.referent is not None:
            names = [m for m in one.referent.mentions if m.kind is Kind.NAME and m.key[-1:] == one.key]
            full = next((m for m in names if len(m.key) > 1), None)
            if full is not None and full.start > one.start and full.head.text[0].isupper() and not is_kin(full):
                yield tree, Link(one, Choice(one.referent, full, _CONFIDENCE, "later name"), "later name")


def _is_person(tree: Tree, name: Candidate) -> bool:
    return name.sort is Sort.PERSON or has_age(name, tree)


def _is_introduced(tree: Tree, name: Candidate) -> bool:
    """ "Edvard Rolle, 54, fell": a full name that something happens to, with an age and no description. Not: "Jon Holt,
    34, was charged with it", "Ada Holt, 34, said she heard shots"."""
    befalling = _BEFALLS.get(name.head.dep, frozenset())
    is_subject = name.role is Role.SUBJECT and name.head.head.lemma in befalling
    before = tree.words[: name.head.i]
    is_bare = all(word.start >= name.start for word in before if word.head is name.head and word.dep in _LEFT)
    return is_subject and is_bare and len(name.key) > 1 and has_age(name, tree)


#: What happens to somebody, by how the verb has its subject.
_BEFALLS = {
    "nsubj": frozenset({"collapse", "crash", "die", "drown", "fall", "perish", "slip", "suffer", "survive"}),
    "nsubjpass": frozenset(
        {"find", "hit", "hurt", "injure", "kill", "rescue", "shoot", "stab", "strike", "trap", "wound"}
    ),
}


def _is_one_person(one: Candidate) -> bool:
    return one.kind is Kind.NOMINAL and one.sort is Sort.PERSON and one.number is not Number.PLURAL and not one.members


def _is_new(one: Candidate) -> bool:
    """ "A dock worker", "one of the dock workers"."""
    head = one.head
    if head.lower == "one":
        of = head.child("prep")
        group = of.child("pobj") if of is not None and of.lower == "of" else None
        return group is not None and person_noun(group.lemma.lower()) is not None
    return any(word.lower in {"a", "an"} for word in head.left if word.dep == "det")


def _agree(one: Candidate, name: Candidate) -> bool:
    return one.gender is name.gender or Gender.OPEN in (one.gender, name.gender)
