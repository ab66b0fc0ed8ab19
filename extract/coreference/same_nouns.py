"""Descriptions that take up a noun: "an insurer ... the insurer", "Anna Hale, a teacher ... the teacher"."""

from __future__ import annotations

from collections.abc import Iterable

from extract.coreference.references import Candidate, Choice, Kind, Number, Referent
from extract.english.persons import Sort
from extract.syntax.tree import Word
from extract.syntax.words import NOUN_MODIFIERS

_LOWER_RANKS = frozenset({"deputy", "majority", "minority", "vice"})
#: How many sentences back a description may reach: to a body with the noun in its name, to a name, to a noun.
_FAR_AWAY, FAR, _NEAR = 30, 12, 6


def by_noun(nominal: Candidate, lemma: str, before: Iterable[Candidate]) -> Choice | None:
    """ "an insurer ... the insurer", "Anna Hale, a teacher ... the teacher", "Minister Hale ... the minister".

    `before` are the references before it, the last one first.
    """
    for known in before:
        back = nominal.sentence - known.sentence
        referent = known.referent
        if back > _FAR_AWAY:
            return None
        if referent is None or lemma not in referent.nouns or known.kind is Kind.PRONOUN or known.members:
            continue
        if back > FAR and not (known.kind is Kind.NAME and known.key[-1] == lemma):
            continue  # "the Sandor Institute" is the institute all through the article
        if (nominal.number is Number.PLURAL) is not (referent.number is Number.PLURAL):
            continue
        if known.kind is Kind.NAME:
            if any(w.pos == "PROPN" for w in nominal.head.left) or is_of_another_kind(nominal, referent):
                continue  # "the Houston site" is told from others by a name
            if referent.sort is not Sort.PERSON and any(w.dep == "amod" for w in nominal.head.left):
                continue  # "Arithmetic is the easy part. The hard part is ..."
            return Choice(referent, known, 0.8, "described before")
        if (
            back <= _NEAR
            and not _quantified(known)
            and not _is_measure(known)
            and not _is_said_of_it(known)
            and _ranks(nominal.head) == _ranks(known.head)
            and modifiers(nominal) <= modifiers(known)
        ):
            return Choice(referent, known, 0.8 if back < 2 else 0.7, "same noun")
    return None


def _ranks(head: Word) -> set[str]:
    return {w.lower for part in head.left for w in part.subtree()} & _LOWER_RANKS


def _is_former(head: Word) -> bool:
    return any(w.lower == "former" for part in head.left for w in part.subtree())


def _is_called(head: Word, lemma: str) -> bool:
    """Whether a mention has a noun in it, before a name or as its head."""
    return head.lemma.lower() == lemma or any(w.lemma.lower() == lemma for c in head.left for w in c.subtree())


def is_of_another_kind(nominal: Candidate, referent: Referent) -> bool:
    """ "The power company Veltra ... The ferry company", "Labour leader Hale ... The Green leader": two of them."""
    called = [m.head for m in referent.mentions if _is_called(m.head, nominal.key[0])]
    if called and _ranks(nominal.head) not in [_ranks(head) for head in called]:
        return True  # "President Lund" is not the vice president, nor Vice President Berg the president
    if called and not _is_former(nominal.head) and all(map(_is_former, called)):
        return True
    groups, theirs = _groups(nominal.head), {group for head in called for group in _groups(head)}
    if groups and theirs and groups.isdisjoint(theirs):
        return True
    kinds = _kinds(nominal.head)
    named = {kind for m in referent.mentions if m.kind is Kind.NAME for kind in _kinds(m.head)} - {nominal.key[0]}
    return referent.sort is not Sort.PERSON and bool(kinds) and bool(named) and kinds.isdisjoint(named)


def _groups(head: Word) -> set[str]:
    """Parties and peoples: "the Republican nominee", "the Norlandish president"."""
    parts = (w for part in head.left for w in part.subtree())
    return {
        w.lower for w in parts if w.text[0].isupper() and w.tag == "JJ" and (w.i > 0 or w.entity in {"NORP", "ORG"})
    }


def _kinds(head: Word) -> set[str]:
    parts = (w for part in head.left if part.dep in ("compound", "nmod") for w in part.subtree())
    return {w.lower for w in parts if w.tag in ("NN", "NNS")}


def _quantified(known: Candidate) -> bool:
    """ "Every country" is not one that "the country" could take up."""
    return any(w.lower in {"every", "each", "any"} for w in known.head.left)


def _is_measure(known: Candidate) -> bool:
    """ "In a matter of weeks" is not what "the matter" takes up."""
    return known.key[:1] == ("matter",) and any(w.lower == "of" and w.dep == "prep" for w in known.head.right)


def _is_said_of_it(known: Candidate) -> bool:
    """ "It was an open-and-shut case": what it was is told, and no case is brought up that "the case" could take up."""
    subject = known.head.head.child("nsubj") if known.head.dep == "attr" else None
    return subject is not None and subject.lower in {"it", "this", "that"} and not known.definite


def modifiers(nominal: Candidate) -> set[str]:
    return {w.lower for w in nominal.head.left if w.dep in NOUN_MODIFIERS}
