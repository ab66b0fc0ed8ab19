"""References in the text, with what pronouns agree with, and the referents that gather what stands for one thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from enum import IntEnum, StrEnum
from operator import attrgetter, itemgetter

from extract.english.persons import Gender, Sort
from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import NOUN_MODIFIERS, NOUN_TAGS
from extract.values import value


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


#: Members by themselves: on Python 3.11 to find one in its class takes as long as to call a function.
_NOMINAL, _PRONOUN, _NAME = Kind.NOMINAL, Kind.PRONOUN, Kind.NAME
_SINGULAR, _PLURAL, _EITHER = Number.SINGULAR, Number.PLURAL, Number.EITHER
_OBLIQUE, _MODIFIER, _PREDICATE = Role.OBLIQUE, Role.MODIFIER, Role.PREDICATE
_OPEN = Gender.OPEN
_UNKNOWN, _PERSON, _THING = Sort.UNKNOWN, Sort.PERSON, Sort.THING
_ROLES = {
    **dict.fromkeys(("nsubj", "nsubjpass", "csubj"), Role.SUBJECT),
    **dict.fromkeys(("dobj", "dative"), Role.OBJECT),
    **dict.fromkeys(("compound", "nmod", "amod"), Role.MODIFIER),
    **dict.fromkeys(("attr", "oprd"), Role.PREDICATE),
    "poss": Role.POSSESSOR,
    "ROOT": Role.TOP,
}
POINTING = frozenset({"this", "that", "these", "those"})
_COUNTING = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "PDT"})


class Candidate:
    """A reference. `start` and `end`, code points of the article, are its shortest telling extent
    ("Joe Biden" of "President Joe Biden, who ..."); `sentence` counts through the article."""

    __slots__ = (
        "definite", "end", "entity", "gender", "guessed", "head", "headline", "key", "kind", "members", "metonym",
        "nouns", "number", "paired", "quote", "referent", "role", "sentence", "sort", "start", "sure",
    )  # fmt: skip

    def __init__(self, kind: Kind, head: Word, first: Word, last: Word, sentence: int) -> None:
        self.kind = kind
        self.head = head
        self.start = first.start
        self.end = last.end
        self.sentence = sentence
        self.entity = head.entity
        self.role = _OBLIQUE
        self.sort = _UNKNOWN
        self.sure = False  # of its sort: a title, a given name, a noun or a list says so
        self.number = _SINGULAR
        self.gender = _OPEN
        self.guessed = False  # whether its gender is that of a given name which both bear
        self.definite = False
        self.key: tuple[str, ...] = ()  # a name's words, or a noun's lemma, in lower case
        self.nouns: tuple[str, ...] = ()  # what it is called: "minister" of "Minister Hale", "plan" of "the plan"
        self.members: tuple[Candidate, ...] = ()  # of a coordination
        self.metonym = False  # a capital that stands for its country's government
        self.paired = False  # by a hyphen: "the Beijing-Moscow talks"
        self.headline = False  # it stands in a title or heading
        self.quote = -1  # the number of the quotation that it stands in
        self.referent: Referent | None = None

    @property
    def is_named(self) -> bool:
        """Whether it stands for something that has a name in the text."""
        return self.referent is not None and self.referent.named


def takes_part(word: Word) -> bool:
    return word.tag in _COUNTING or word.lower == "none" or word.lower in entries("partitives")


def role_of(word: Word) -> Role:
    """A word's grammatical role; a conjunct and an apposition have that of what they belong to."""
    while word.dep in {"conj", "appos"} and word.head is not word:
        word = word.head
    if word.dep == "pobj" and word.head.lower == "of" and takes_part(word.head.head):
        return role_of(word.head.head)  # "None of the passengers ... They"
    if word.dep == "pobj":
        top = word.head
        return _MODIFIER if top.head.tag in NOUN_TAGS and top.dep == "prep" else _OBLIQUE
    return _ROLES.get(word.dep, _OBLIQUE)


def group(members: tuple[Candidate, ...]) -> Candidate:
    """Several references as one, "Ann and her brother"; the extent runs from the first to the last."""
    first = members[0]
    found = Candidate(_NOMINAL, first.head, first.head, first.head, first.sentence)
    found.start, found.end = min(m.start for m in members), max(m.end for m in members)
    found.members = members
    found.number = _PLURAL
    sorts = {m.sort for m in members}
    found.sort = sorts.pop() if len(sorts) == 1 else _UNKNOWN
    found.role = first.role
    found.entity = ""
    found.quote = first.quote
    return found


#: Where a mention begins, and the best of all up to it.
_Step = tuple[int, Candidate]


class Referent:
    """One thing or person. What one mention shows (a gender, a sort) holds for all of them.

    `mentions` are in text order and hold pronouns too; `nouns` are the lemmas that it was called by
    ("company", "minister"), `keys` those of all its mentions in the order in which they came; `parts` are the two of a
    pair. An article may name one thing ten thousand times, so that what is asked at each mention is kept.
    """

    __slots__ = (
        "_names", "_nominals", "capitals", "gender", "heard", "keys", "mentions", "nouns", "number", "parts",
        "sort", "sure", "with_article",
    )  # fmt: skip

    def __init__(self, sort: Sort, number: Number, parts: tuple[Referent, ...] = ()) -> None:
        self.mentions: list[Candidate] = []
        self.sort = sort
        self.gender = _OPEN
        self.heard = 0  # of its gender: how many pronouns say so; 0 where its names or nouns do, or it is open
        self.number = number
        self.nouns: set[str] = set()
        self.keys: dict[tuple[str, ...], None] = {}
        self.capitals = False  # whether it was ever called by capitals alone, as acronyms are
        self.with_article = False  # whether a name of it that is no person's ever had "the" before it
        self.parts = parts
        self.sure = False
        self._names: list[_Step] = []
        self._nominals: list[_Step] = []

    @classmethod
    def of(cls, first: Candidate) -> Referent:
        """What a first mention introduces."""
        referent = cls(first.sort, first.number)
        referent.add(first)
        return referent

    def add(self, mention: Candidate) -> None:
        mention.referent = self
        self.mentions.append(mention)
        self._note(mention)
        self.learn(mention.sort, _OPEN if mention.guessed else mention.gender, sure=mention.sure)
        if mention.guessed and self.gender is _OPEN:
            self.gender, self.heard = mention.gender, 1
        self.nouns.update(mention.nouns)

    def learn(self, sort: Sort, gender: Gender, *, sure: bool = False) -> None:
        """Takes over what was open or unsure."""
        if gender is not _OPEN and (self.gender is _OPEN or self.heard):
            self.gender, self.heard = gender, 0
        if sort is self.sort:
            self.sure = self.sure or sure
        elif not self.sure and (sure or self.sort is _UNKNOWN or sort is _PERSON):
            if sort is _PERSON and self.number is _EITHER:
                self.number = _SINGULAR
            self.sort, self.sure = sort, sure

    def hear(self, gender: Gender) -> None:
        """Learns a gender from a pronoun, which may have been read wrongly: the next ones can overrule it."""
        self.learn(_PERSON, _OPEN)
        if self.gender is _OPEN:
            self.gender, self.heard = gender, 1
        elif self.heard:
            self.heard += 1 if gender is self.gender else -1
            if not self.heard:
                self.gender = _OPEN

    def merge(self, other: Referent) -> None:
        """Takes all of `other`'s mentions over."""
        for mention in other.mentions:
            mention.referent = self
        #: "Lind herself, the object of much talk", is no thing. "UTC, an index" is one.
        told = other.sure and not (self.named and not self.capitals and other.sort is _THING)
        self.note_all({*self.mentions, *other.mentions})
        self.nouns |= other.nouns
        heard = self.heard if self.gender is not _OPEN else other.heard
        self.learn(other.sort, other.gender, sure=told)
        self.heard = heard if heard and (other.heard or other.gender is _OPEN) else 0

    def best(self, before: int) -> Candidate | None:
        """The mention to show for it: the fullest name before offset `before`, else its last noun phrase.

        A country goes before the capital that stands for it, a coordination before "the two".
        """
        for steps in (self._names, self._nominals):
            if number := bisect_left(steps, before, key=itemgetter(0)):
                return steps[number - 1][1]
        return None

    @property
    def named(self) -> bool:
        """Whether any of its mentions is a name."""
        return bool(self._names)

    def _note(self, mention: Candidate) -> None:
        """Keeps the best of all mentions up to this one."""
        self.keys.setdefault(mention.key)
        self.capitals = self.capitals or mention.head.text.isupper()
        article = mention.kind is _NAME and mention.definite and mention.sort is not _PERSON
        self.with_article = self.with_article or (article and mention.role is not _MODIFIER)
        if mention.kind is _PRONOUN:
            return
        steps = self._names if mention.kind is _NAME else self._nominals
        if steps and mention.start < steps[-1][0]:
            self.note_all(self.mentions)
        elif steps and _rank(steps[-1][1]) > _rank(mention):
            steps.append((mention.start, steps[-1][1]))
        else:
            steps.append((mention.start, mention))

    def note_all(self, mentions: Iterable[Candidate]) -> None:
        """Keeps these mentions, in text order, and the best of them up to each."""
        self.mentions = sorted(mentions, key=attrgetter("start"))
        self._names, self._nominals, self.keys = [], [], {}
        for mention in self.mentions:
            self._note(mention)


def _rank(mention: Candidate) -> tuple[bool, bool, int, int]:
    """A headline's capitals hide where a name ends ("Lund Says"), so that other places go before; "BRANDT" does not.

    "A painting of a king" tells more than "that painting", "a trade deal" more than "the deal", "the Norland army"
    more than "the army". "The mayor, a nurse, said she would go": the mayor.
    """
    if mention.kind is _NAME:
        loud = mention.sort is _PERSON and mention.head.text.isupper() and len(mention.head.text) > len("III")
        return not mention.metonym, not (mention.headline or loud), len(mention.key), mention.start
    points = mention.head.dep == "appos" or any(w.lower in POINTING for w in mention.head.left)
    told = 0 if points else 3 if names_in(mention.head) else 2 if is_described(mention) else 1
    return bool(mention.members), not mention.headline, told, mention.start


def is_described(mention: Candidate) -> bool:
    """ "A trade deal", "the photo of a man": not "the deal", "trade", "their deal", "a similar deal"."""
    noun = mention.head
    inside = {w.dep for w in noun.children if mention.start <= w.start < mention.end}
    if mention.role is _PREDICATE or noun.lemma.lower() in _UNIQUE or inside.isdisjoint(_DESCRIBING):
        return False
    before = (w for w in noun.subtree() if w.start < noun.start)
    is_one = noun.tag == "NNS" or "det" in inside
    return is_one and not any(w.tag in _COMPARED or w.lower in _COMPARING for w in before)


#: Whatever is said of them, there is only one: "a globalized world ... the world".
_UNIQUE = frozenset({"body", "earth", "planet", "president", "world"})
_DESCRIBING = frozenset({"amod", "compound", "nmod", "poss", "prep"})
_COMPARED = frozenset({"JJR", "JJS", "PRP$", "RBR"})
_COMPARING = frozenset({"another", "other", "same", "similar", "such"})


def names_in(noun: Word) -> frozenset[str]:
    """ "Norland" of "the Norland government" and "Norland's government", if the words before the noun are few."""
    before = [w for part in noun.left if part.dep in NOUN_MODIFIERS for w in part.subtree()]
    named = frozenset(w.lower for w in before if w.text[0].isupper() and w.tag not in _NO_NAMES)
    return named if len(before) <= _FEW and all(w.text != "," for w in before) else frozenset()


_NO_NAMES = frozenset({"CD", "DT", "PRP$"})
_FEW = 4


@value
class Choice:
    """What a mention was found to stand for: the referent, the mention that told, by which rule, how surely."""

    referent: Referent
    mention: Candidate
    confidence: float
    rule: str
