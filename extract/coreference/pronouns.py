"""Third-person pronouns: their forms, and what the place of one asks of an antecedent."""

from __future__ import annotations

from enum import StrEnum

from extract.coreference import binding
from extract.coreference.references import Candidate, Kind, Number, Referent, Role, role_of, takes_part
from extract.english.persons import Gender, Sort
from extract.english.wordlists import entries
from extract.syntax.tree import Tree, Word
from extract.values import value

#: Members by themselves: on Python 3.11 to find one in its class takes as long as to call a function.
_NAME, _NOMINAL = Kind.NAME, Kind.NOMINAL
_PLURAL, _SINGULAR = Number.PLURAL, Number.SINGULAR
_SUBJECT, _OBLIQUE, _MODIFIER = Role.SUBJECT, Role.OBLIQUE, Role.MODIFIER
_OPEN = Gender.OPEN
_EITHER = Number.EITHER
_PERSON, _TIME, _PLACE = Sort.PERSON, Sort.TIME, Sort.PLACE


class Form(StrEnum):
    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"


_THEY, _IT = Form.THEY, Form.IT


FORMS = {
    "he": Form.HE, "him": Form.HE, "his": Form.HE, "himself": Form.HE,
    "she": Form.SHE, "her": Form.SHE, "hers": Form.SHE, "herself": Form.SHE,
    "it": Form.IT, "its": Form.IT, "itself": Form.IT,
    "they": Form.THEY, "them": Form.THEY, "their": Form.THEY, "theirs": Form.THEY, "themselves": Form.THEY,
}  # fmt: skip
GENDERS = {Form.HE: Gender.MALE, Form.SHE: Gender.FEMALE}
#: The forms that stand for something else.
OTHER_FORMS = {
    Form.HE: frozenset({"she", "her", "hers"}),
    Form.SHE: frozenset({"he", "him", "his"}),
    Form.IT: frozenset({"they", "them", "their"}),
    Form.THEY: frozenset({"it", "its"}),
}


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
    since: int  # the sentence in which they begin, or its own
    minded: bool
    says: bool  # the subject of a word for speaking
    own_subject: Word | None
    predicate: str | None


def pronoun(
    word: Word, tree: Tree, quote: int, spoken: frozenset[int] = frozenset(), since: int | None = None
) -> Pronoun:
    possessive = word.dep == "poss" or word.tag == "PRP$"
    role = role_of(word)
    attribute = word.head.child("attr") if role is _SUBJECT else None
    return Pronoun(
        word=word,
        form=FORMS[word.lower],
        possessive=possessive,
        reflexive=word.lower.endswith(("self", "selves")),
        role=role,
        sentence=tree.position,
        quote=quote,
        spoken=spoken,
        since=tree.position if since is None else since,
        minded=role is _SUBJECT and word.head.lemma in entries("minded_verbs"),
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
    if mention.number is _EITHER and mention.sort is _PERSON and not _takes_anyone(asked, mention):
        return False
    if asked.form is _THEY:
        return _takes_they(mention, referent) and _is_as_many(asked.word, mention, referent)
    if referent.number is _PLURAL or mention.members:
        return False
    if asked.form is _IT:
        somebody = mention.entity == "NORP" and mention.head.tag == "NNP"  # "One Democrat left. It was late."
        known = referent.sort is _PERSON and (referent.sure or referent.heard > 1)  # twice "he": no thing
        return not (somebody or known)
    if mention.entity == "NORP" and not (referent.sort is _PERSON and referent.sure):
        return False  # the "Norlander" of "Norlander-born" is nobody; Mr. Sarkian is somebody
    impersonal = mention.kind is _NAME and mention.sort is not _PERSON and (mention.definite or referent.with_article)
    if impersonal and (referent.sort is not _PERSON or not referent.sure):
        return False  # "Seeing the Corsos, they fled", "the Northern Front": no person is called so
    gender = GENDERS[asked.form]
    if referent.gender is not _OPEN and referent.gender is not gender and referent.heard != 1:
        return False
    if referent.sort is _PERSON:
        return True
    if referent.sure or mention.kind is _NOMINAL or referent.sort is _TIME or len(mention.key) > 3:
        return False
    return referent.sort is not _PLACE or mention.role not in (_OBLIQUE, _MODIFIER)


def _is_both(them: Word) -> bool:
    """It annoys them both; they both left."""
    beside = (*them.right, *(w for w in them.head.left if w.i == them.i + 1))
    return any(w.lower == "both" for w in beside)


def _is_as_many(them: Word, mention: Candidate, referent: Referent) -> bool:
    several = bool(mention.members) or referent.number is _PLURAL or not _has_parts(them)
    return several and (not _is_both(them) or _may_be_two(mention, referent))


def _has_parts(them: Word) -> bool:
    """Whether "them" is the whole of a part ("many of them"): it stands for several, and not for one body."""
    return them.lower == "them" and them.dep == "pobj" and them.head.lower == "of" and takes_part(them.head.head)


def _may_be_two(mention: Candidate, referent: Referent) -> bool:
    counted = any(w.lower in ("two", "both") for w in mention.head.left)
    return len(mention.members) == 2 or len(referent.parts) == 2 or counted


def _takes_anyone(asked: Pronoun, anyone: Candidate) -> bool:
    """ "If anyone calls, they are told". But in "Nobody would find out," he said, and "No one came, they said", no one
    is meant."""
    if asked.form is not _THEY:
        return False
    nobody = anyone.head.lower == "nobody" or (anyone.head.left and anyone.head.left[0].lower == "no")
    here = anyone.sentence == asked.sentence and anyone.quote == asked.quote and not asked.says
    return not nobody or here


def _takes_they(mention: Candidate, referent: Referent) -> bool:
    if mention.members or referent.number is not _SINGULAR:
        return True
    if referent.sort is _PERSON:
        return mention.kind is _NOMINAL and referent.gender is _OPEN and not mention.definite
    return referent.sort is _PLACE
