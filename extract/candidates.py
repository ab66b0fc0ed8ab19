"""A reference in the text, and what pronouns agree with: its number, its role, what it stands for."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from extract.lexicon import entries
from extract.persons import Gender, Sort
from extract.tree import Word

if TYPE_CHECKING:
    from extract.referents import Referent


class Kind(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Number(StrEnum):
    SINGULAR = "singular"
    PLURAL = "plural"
    EITHER = "either"  # "the team ... it / they"


class Role(IntEnum):
    """Grammatical roles, as far as salience tells them apart."""

    SUBJECT = 0
    OBJECT = 1
    OBLIQUE = 2
    POSSESSOR = 3
    MODIFIER = 4  # inside another noun phrase
    PREDICATE = 5
    TOP = 6  # of a heading or fragment


_ROLES = {
    "nsubj": Role.SUBJECT,
    "nsubjpass": Role.SUBJECT,
    "csubj": Role.SUBJECT,
    "dobj": Role.OBJECT,
    "dative": Role.OBJECT,
    "poss": Role.POSSESSOR,
    "compound": Role.MODIFIER,
    "nmod": Role.MODIFIER,
    "amod": Role.MODIFIER,
    "attr": Role.PREDICATE,
    "oprd": Role.PREDICATE,
    "ROOT": Role.TOP,
}
_COUNTING = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "PDT"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Candidate:
    """A reference. `start` and `end`, code points of the article, are its shortest telling extent
    ("Joe Biden" of "President Joe Biden, who ..."); `sentence` counts through the article."""

    __slots__ = (
        "definite", "end", "entity", "gender", "head", "key", "kind", "members", "metonym", "nouns", "number", "paired",
        "quote", "referent", "role", "sentence", "sort", "start", "sure",
    )  # fmt: skip

    def __init__(self, kind: Kind, head: Word, first: Word, last: Word, sentence: int) -> None:
        self.kind = kind
        self.head = head
        self.start = first.start
        self.end = last.end
        self.sentence = sentence
        self.entity = head.entity
        self.role = Role.OBLIQUE
        self.sort = Sort.UNKNOWN
        self.sure = False  # of its sort: a title, a given name, a noun or a list says so
        self.number = Number.SINGULAR
        self.gender = Gender.OPEN
        self.definite = False
        self.key: tuple[str, ...] = ()  # a name's words, or a noun's lemma, in lower case
        self.nouns: tuple[str, ...] = ()  # what it is called: "minister" of "Minister Hale", "plan" of "the plan"
        self.members: tuple[Candidate, ...] = ()  # of a coordination
        self.metonym = False  # a capital that stands for its country's government
        self.paired = False  # by a hyphen: "the Beijing-Moscow talks"
        self.quote = -1  # the number of the quotation that it stands in
        self.referent: Referent | None = None


def _takes_part(word: Word) -> bool:
    return word.tag in _COUNTING or word.lower == "none" or word.lower in entries("partitives")


def role_of(word: Word) -> Role:
    """A word's grammatical role; a conjunct and an apposition have that of what they belong to."""
    while word.dep in {"conj", "appos"} and word.head is not word:
        word = word.head
    if word.dep == "pobj" and word.head.lower == "of" and _takes_part(word.head.head):
        return role_of(word.head.head)  # "None of the passengers ... They"
    if word.dep == "pobj":
        top = word.head
        return Role.MODIFIER if top.head.tag in _NOUN_TAGS and top.dep == "prep" else Role.OBLIQUE
    return _ROLES.get(word.dep, Role.OBLIQUE)


def group(members: tuple[Candidate, ...]) -> Candidate:
    """Several references as one, "Ann and her brother"; the extent runs from the first to the last."""
    first = members[0]
    found = Candidate(Kind.NOMINAL, first.head, first.head, first.head, first.sentence)
    found.start, found.end = min(m.start for m in members), max(m.end for m in members)
    found.members = members
    found.number = Number.PLURAL
    sorts = {m.sort for m in members}
    found.sort = sorts.pop() if len(sorts) == 1 else Sort.UNKNOWN
    found.role = first.role
    found.entity = ""
    found.quote = first.quote
    return found
