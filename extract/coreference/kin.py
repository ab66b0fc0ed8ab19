"""Relatives of whom an article is about: a new paragraph that opens with a pronoun goes back to the one it is about."""

from __future__ import annotations

from collections.abc import Mapping

from extract.coreference.pronouns import FORMS, Form, Pronoun
from extract.coreference.references import Candidate, Choice, Referent
from extract.coreference.references import Role as Place
from extract.english.wordlists import word_class
from extract.syntax.words import first_conjunct

_KIN = word_class("relatives") - {"boyfriend", "child", "friend", "girlfriend", "parent"} | {"partner"}
_RELATIVES = _KIN | {"child", "grandparent", "parent", "relative", "sibling"}
_YOUNG = frozenset({"baby", "boy", "child", "girl", "infant", "old", "teenager", "toddler", "young"})
_OWNED = {Form.SHE: "her", Form.HE: "his"}


def without_kin(
    asked: Pronoun, near: list[Candidate], met: Mapping[tuple[int, int], tuple[Candidate, float]]
) -> list[Candidate]:
    """Leaves out who was brought in as somebody's: "Her mother, Ann Berg, died young", and then "She left school".

    `asked` is a subject of a paragraph that has named nobody yet, and `near` are the mentions it may take up.
    """
    if asked.form not in _OWNED or asked.role is not Place.SUBJECT:
        return near
    mentions = [m for m in near if m.referent is not None and m.sentence < asked.sentence]
    owners: dict[int, Referent] = {}
    for mention in mentions:
        own = next((w for c in (mention.head, *mention.head.left) for w in c.left if w.dep == "poss"), None)
        if own is None or own.lower != _OWNED[asked.form] or mention.referent is None:
            continue
        if own.head.lemma not in _KIN and mention.head.lemma not in _KIN and not _KIN & set(mention.nouns):
            continue
        owner = met.get((mention.sentence, own.i), (mention, 0.0))[0].referent
        if owner is not None and owner is not mention.referent and owner.named:
            owners[id(mention.referent)] = owner
    kin = {kin for kin, owner in owners.items() if id(owner) not in owners}
    return [m for m in near if id(m.referent) not in kin]


def is_namesake(name: Candidate, known: Referent) -> bool:
    """ "His father, Jesse Holt" after "Jesse Holt Jr.": who is brought in as somebody's kin was not told of before.

    Only where one of the two names has a suffix that the other lacks: elsewhere "her father, Jesse Holt" may be known.
    """
    return is_kin(name) and all(_suffixes(key) != _suffixes(name.key) for key in known.keys if len(key) > 1)


def is_kin(name: Candidate) -> bool:
    """Whether somebody is brought in as another's: "his wife Ada Brandt", "his parents, Ada and Otto Brandt"."""
    first = first_conjunct(name.head)
    head = first if first.dep == "appos" else name.head
    beside = (head.head, *head.children) if head.dep == "appos" else tuple(head.children)
    return any(
        w.lemma in _RELATIVES and any(o.dep == "poss" and o.tag == "PRP$" for o in (*w.left, *head.left))
        for w in beside
    )


def _suffixes(key: tuple[str, ...]) -> set[str]:
    return {word.rstrip(".") for word in key} & word_class("suffixes of names")


def as_child(asked: Pronoun, met: Mapping[tuple[int, int], tuple[Candidate, float]]) -> Choice | None:
    """ "His father had drowned when he was nine", "her mother left when she was a child": the child."""
    verb = asked.word.head
    when = verb.dep == "advcl" and any(w.lower in {"when", "while", "before"} for w in verb.left)
    state = verb.child("attr", "acomp") if verb.lemma == "be" and asked.role is Place.SUBJECT else None
    if not when or state is None or not (state.tag == "CD" or state.lemma in _YOUNG):
        return None
    relative = verb.head.child("nsubj", "nsubjpass")
    own = relative.child("poss") if relative is not None and relative.lemma in _KIN else None
    if own is None or FORMS.get(own.lower) is not asked.form:
        return None
    known, sure = met.get((asked.sentence, own.i), (None, 0.0))
    return Choice(known.referent, known, sure, "as a child") if known is not None and known.referent else None
