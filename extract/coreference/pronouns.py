"""Third-person pronouns: their forms, and what the place of one asks of an antecedent."""

from __future__ import annotations

from enum import StrEnum

from extract.coreference import binding
from extract.coreference.references import Candidate, Kind, Number, Referent, Role, role_of
from extract.english.persons import Gender, Sort
from extract.english.wordlists import entries
from extract.syntax.tree import Tree, Word
from extract.values import value


class Form(StrEnum):
    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"


FORMS = {
    "he": Form.HE, "him": Form.HE, "his": Form.HE, "himself": Form.HE,
    "she": Form.SHE, "her": Form.SHE, "hers": Form.SHE, "herself": Form.SHE,
    "it": Form.IT, "its": Form.IT, "itself": Form.IT,
    "they": Form.THEY, "them": Form.THEY, "their": Form.THEY, "theirs": Form.THEY, "themselves": Form.THEY,
}  # fmt: skip
GENDERS = {Form.HE: Gender.MALE, Form.SHE: Gender.FEMALE}


@value
class Pronoun:
    """A pronoun with what its place asks of an antecedent."""

    word: Word
    form: Form
    possessive: bool
    reflexive: bool
    role: Role
    sentence: int
    quote: int
    spoken: frozenset[int]  # the numbers of the quotations that it speaks ("... ," he said)
    minded: bool
    says: bool  # the subject of a word for speaking
    own_subject: Word | None
    predicate: str | None


def pronoun(word: Word, tree: Tree, quote: int, spoken: frozenset[int] = frozenset()) -> Pronoun:
    possessive = word.dep == "poss" or word.tag == "PRP$"
    role = role_of(word)
    attribute = word.head.child("attr") if role is Role.SUBJECT else None
    return Pronoun(
        word=word,
        form=FORMS[word.lower],
        possessive=possessive,
        reflexive=word.lower.endswith(("self", "selves")),
        role=role,
        sentence=tree.position,
        quote=quote,
        spoken=spoken,
        minded=role is Role.SUBJECT and word.head.lemma in entries("minded_verbs"),
        says=_says(word),
        own_subject=binding.subject(binding.clause(word)),
        predicate=attribute.lemma.lower() if attribute is not None else None,
    )


def _says(word: Word) -> bool:
    """ "He said the mill would close", not: "a thing he said"."""
    verb = word.head
    return word.dep == "nsubj" and verb.lemma in entries("quoting_verbs") and verb.child("ccomp") is not None


def agrees(asked: Pronoun, mention: Candidate) -> bool:
    """Number, gender and animacy."""
    referent = mention.referent
    assert referent is not None
    if asked.form is Form.THEY:
        return _takes_they(mention, referent)
    if referent.number is Number.PLURAL or mention.members:
        return False
    if asked.form is Form.IT:
        return referent.sort is not Sort.PERSON or not referent.sure
    if mention.entity == "NORP":
        return False  # the "Norlander" of "Norlander-born" is nobody
    gender = GENDERS[asked.form]
    if referent.gender is not Gender.OPEN and referent.gender is not gender and referent.heard != 1:
        return False
    if referent.sort is Sort.PERSON:
        return True
    if referent.sure or mention.kind is Kind.NOMINAL or referent.sort is Sort.TIME or len(mention.key) > 3:
        return False
    return referent.sort is not Sort.PLACE or mention.role not in (Role.OBLIQUE, Role.MODIFIER)


def _takes_they(mention: Candidate, referent: Referent) -> bool:
    if mention.members or referent.number is not Number.SINGULAR:
        return True
    if referent.sort is Sort.PERSON:
        return mention.kind is Kind.NOMINAL and referent.gender is Gender.OPEN and not mention.definite
    return referent.sort is Sort.PLACE
