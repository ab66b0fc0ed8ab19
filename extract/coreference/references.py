"""References in the text, with what pronouns agree with, and the referents that gather what stands for one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from extract.english.persons import Gender, Sort
from extract.english.wordlists import entries
from extract.syntax.tree import Word


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


class Referent:
    """One thing or person. What one mention shows (a gender, a sort) holds for all of them.

    `mentions` are in text order and hold pronouns too; `nouns` are the lemmas that it was called by
    ("company", "minister"); `parts` are the two of a pair.
    """

    __slots__ = ("gender", "mentions", "nouns", "number", "parts", "sort", "sure")

    def __init__(self, sort: Sort, number: Number, parts: tuple[Referent, ...] = ()) -> None:
        self.mentions: list[Candidate] = []
        self.sort = sort
        self.gender = Gender.OPEN
        self.number = number
        self.nouns: set[str] = set()
        self.parts = parts
        self.sure = False

    @classmethod
    def of(cls, first: Candidate) -> Referent:
        """What a first mention introduces."""
        referent = cls(first.sort, first.number)
        referent.add(first)
        return referent

    def add(self, mention: Candidate) -> None:
        mention.referent = self
        self.mentions.append(mention)
        self.learn(mention.sort, mention.gender, sure=mention.sure)
        self.nouns.update(mention.nouns)

    def learn(self, sort: Sort, gender: Gender, *, sure: bool = False) -> None:
        """Takes over what was open or unsure."""
        if gender is not Gender.OPEN and self.gender is Gender.OPEN:
            self.gender = gender
        if sort is self.sort:
            self.sure = self.sure or sure
        elif not self.sure and (sure or self.sort is Sort.UNKNOWN or sort is Sort.PERSON):
            if sort is Sort.PERSON and self.number is Number.EITHER:
                self.number = Number.SINGULAR
            self.sort, self.sure = sort, sure

    def merge(self, other: Referent) -> None:
        """Takes all of `other`'s mentions over."""
        for mention in other.mentions:
            mention.referent = self
        self.mentions = sorted({*self.mentions, *other.mentions}, key=lambda m: m.start)
        self.nouns |= other.nouns
        self.learn(other.sort, other.gender, sure=other.sure)

    def best(self, before: int) -> Candidate | None:
        """The mention to show for it: the fullest name before offset `before`, else its last noun phrase.

        A country goes before the capital that stands for it, a coordination before "the two".
        """
        earlier = [m for m in self.mentions if m.start < before and m.kind is not Kind.PRONOUN]
        names = [m for m in earlier if m.kind is Kind.NAME]
        if names:
            return max(names, key=lambda m: (not m.metonym, len(m.key), m.start))
        return max(earlier, key=lambda m: (bool(m.members), m.start), default=None)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mention was found to stand for: the referent, the mention that told, by which rule, how surely."""

    referent: Referent
    mention: Candidate
    confidence: float
    rule: str
