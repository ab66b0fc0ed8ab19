"""Where a sentence refers to something: its names, noun phrases and third-person pronouns.

One walk over the words finds them all, with what pronouns agree with: sort, number, gender, and the
grammatical role that salience hangs on (Lappin & Leass 1994).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from extract.lexicon import entries
from extract.persons import Gender, Sort, given_name, group_noun, person_noun, sort_of_entity, title
from extract.tree import Tree, Word

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
    """Grammatical roles, the more salient the lower."""

    SUBJECT = 0
    OBJECT = 1
    DATIVE = 2
    OBLIQUE = 3
    POSSESSOR = 4
    MODIFIER = 5  # inside another noun phrase
    PREDICATE = 6
    TOP = 7  # of a heading or fragment


_ROLES = {
    "nsubj": Role.SUBJECT,
    "nsubjpass": Role.SUBJECT,
    "csubj": Role.SUBJECT,
    "dobj": Role.OBJECT,
    "dative": Role.DATIVE,
    "poss": Role.POSSESSOR,
    "compound": Role.MODIFIER,
    "nmod": Role.MODIFIER,
    "amod": Role.MODIFIER,
    "attr": Role.PREDICATE,
    "oprd": Role.PREDICATE,
    "ROOT": Role.TOP,
    "agent": Role.OBLIQUE,
    "npadvmod": Role.OBLIQUE,
}
_INSIDE = frozenset({"compound", "nmod", "amod", "nummod", "det", "predet", "quantmod", "npadvmod", "advmod"})
_LOOSE = frozenset({"punct", "cc", "preconj", "mark", "case", "advmod", "prep", "intj", "neg", "advcl", "dep"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_ROLES_OF_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj", "attr"})
_HEAD_ONLY = frozenset({"some", "many", "others", "several", "few", "those", "one", "another"})
_ONES = frozenset({"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "whoever"})
#: Names whose last word says that they are a body or a thing, whatever the entity recogniser says.
_INSTITUTIONS = {w.lower() for w in entries("institutions")}


class Candidate:
    """A reference in the text. `start` and `end` are its shortest telling extent ("Joe Biden" of "President
    Joe Biden, who ..."), in code points of the article."""

    __slots__ = (
        "definite", "end", "entity", "gender", "head", "key", "kind", "members", "number", "order", "quote",
        "referent", "role", "sentence", "sort", "start", "sure",
    )  # fmt: skip

    def __init__(self, kind: Kind, head: Word, first: Word, last: Word, sentence: int) -> None:
        self.kind = kind
        self.head = head
        self.start = first.start
        self.end = last.end
        self.sentence = sentence
        self.sort = Sort.UNKNOWN
        self.number = Number.SINGULAR
        self.gender = Gender.OPEN
        self.role = Role.OBLIQUE
        self.entity = head.entity
        self.key: tuple[str, ...] = ()
        self.members: tuple[Candidate, ...] = ()
        self.definite = False
        self.sure = False  # that it is a person: a title, a given name or a noun says so
        self.quote = -1
        self.order = 0
        self.referent: Referent | None = None


def find(tree: Tree) -> list[Candidate]:
    """The names, noun phrases and coordinations of a sentence, in the order of their heads."""
    found: list[Candidate] = []
    by_head: dict[int, Candidate] = {}
    for word in tree.words:
        candidate = _candidate(word, tree)
        if candidate is not None:
            by_head[word.i] = candidate
            found.append(candidate)
    found.extend(list(_coordinations(found, by_head)))
    return found


def _candidate(word: Word, tree: Tree) -> Candidate | None:
    if (
        (word.lower in _ONES or _no_one(word))
        and word.tag in {"NN", "PRP", "CD"}
        and word.dep in _ROLES_OF_HEADS
        and not word.left[1:]
    ):
        return _someone(word, tree)
    if word.tag in _NOUN_TAGS or word.pos == "PROPN":
        if word.dep in _INSIDE:
            return _inner_name(word, tree)
        if word.dep == "pobj" and word.entity and word.head.entity == word.entity == word.head.head.entity:
            return None  # the England of "Bank of England"
        return _name(word, tree) if word.tag in _NAME_TAGS or word.pos == "PROPN" else _nominal(word, tree)
    if word.lower in _HEAD_ONLY and word.dep in _ROLES and word.dep not in _INSIDE:
        candidate = Candidate(Kind.NOMINAL, word, word, word, tree.position)
        candidate.sort, candidate.number, candidate.role = Sort.PERSON, Number.PLURAL, role_of(word)
        return candidate
    return None


def _no_one(word: Word) -> bool:
    return word.lower == "one" and bool(word.left) and word.left[-1].lower in {"no", "every", "any"}


def _someone(word: Word, tree: Tree) -> Candidate:
    candidate = Candidate(Kind.NOMINAL, word, word, word, tree.position)
    candidate.sort, candidate.number, candidate.role = Sort.PERSON, Number.EITHER, role_of(word)
    candidate.sure = True
    return candidate


def _inner_name(word: Word, tree: Tree) -> Candidate | None:
    """A name inside a noun phrase: "Google" of "Google headquarters", "Biden" of "the Biden administration"."""
    if word.tag not in _NAME_TAGS or not word.entity:
        return None
    following = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if following is None or following.entity == word.entity or following.tag == "HYPH":
        return None
    return _name(word, tree)


def _name(head: Word, tree: Tree) -> Candidate:
    first, last = _name_run(head, tree)
    gender, titled = _titles(head, first, tree)
    while first < head.i and title(tree.words[first].lower) is not None:
        shown = title(tree.words[first].lower)
        gender = gender if shown in (None, Gender.OPEN) else shown
        titled = True
        first += 1
    words = tree.words[first : last + 1]
    candidate = Candidate(Kind.NAME, head, words[0], words[-1], tree.position)
    candidate.key = tuple(w.lower for w in words if w.tag not in {"HYPH", "POS"})
    candidate.key = _without_letters(candidate.key, words, titled)
    candidate.sort, candidate.sure = _sort_of_name(candidate.key, head.entity, titled)
    if candidate.sort is Sort.PERSON and not candidate.sure and first > 0 and tree.words[first - 1].lower == "the":
        candidate.sort = Sort.BODY
    candidate.role = role_of(head)
    candidate.definite = True
    candidate.number = _number_of_name(head, candidate.sort)
    if candidate.sort in (Sort.PERSON, Sort.UNKNOWN) and gender is Gender.OPEN:
        gender = given_name(candidate.key[0]) or Gender.OPEN
    candidate.gender = gender
    return candidate


def _name_run(head: Word, tree: Tree) -> tuple[int, int]:
    """The first and last position of the name that `head` ends (or, in "Bank of England", begins)."""
    words, label = tree.words, head.entity
    first = last = head.i
    while first > 0 and _continues(words[first - 1], head, label):
        first -= 1
    while first < head.i and words[first].tag not in _NAME_TAGS and words[first].tag not in {"NN", "NNS", "JJ"}:
        first += 1
    if label:
        while (
            last + 1 < len(words) and words[last + 1].entity == label and words[last + 1].dep in {"prep", "pobj", "det"}
        ):
            last += 1
        while last > head.i and words[last].tag not in _NAME_TAGS:
            last -= 1
    return first, last


def _continues(word: Word, head: Word, label: str) -> bool:
    if word.dep == "poss" or word.tag in {"POS", ",", "CC"}:
        return False
    if label:
        return word.entity == label
    return not word.entity and word.tag in {"NNP", "NNPS", "HYPH"} and word.dep in {"compound", "punct", "nmod"}


def _titles(head: Word, first: int, tree: Tree) -> tuple[Gender, bool]:
    """The gender that words before a name in its phrase give, and whether they make it a person's."""
    gender, titled = Gender.OPEN, False
    for word in head.left:
        if word.i >= first or word.dep not in {"compound", "nmod", "amod"}:
            continue
        shown = title(word.lower)
        if shown is None:
            shown = person_noun(word.lemma.lower())
        if shown is not None:
            titled = True
            if shown is not Gender.OPEN:
                gender = shown
    return gender, titled


def _sort_of_name(key: tuple[str, ...], label: str, titled: bool) -> tuple[Sort, bool]:
    """What a name stands for, and whether more than the entity recogniser says that it is a person."""
    sort = sort_of_entity(label)
    if key[-1] in _INSTITUTIONS or group_noun(key[-1]) is not None:
        return (sort if sort not in (Sort.PERSON, Sort.UNKNOWN) else Sort.BODY), False
    given = given_name(key[0]) is not None
    if titled or (given and sort not in (Sort.PLACE, Sort.TIME) and len(key) < 4):
        return Sort.PERSON, True
    return sort, given and sort is Sort.PERSON


def _without_letters(key: tuple[str, ...], words: list[Word], titled: bool) -> tuple[str, ...]:
    """ "Anna Hale OBE" is Anna Hale."""
    while len(key) > 2 and len(words) == len(key) and words[-1].text.isupper() and 1 < len(words[-1].text) < 5:
        if not titled and given_name(key[0]) is None:
            break
        key, words = key[:-1], words[:-1]
    return key


def _number_of_name(head: Word, sort: Sort) -> Number:
    if sort is Sort.PERSON:
        return Number.SINGULAR
    if head.tag == "NNPS" or (head.entity == "NORP" and head.text.endswith("s")):
        return Number.PLURAL
    return Number.EITHER if sort is Sort.BODY else Number.SINGULAR


def _nominal(head: Word, tree: Tree) -> Candidate:
    first, last = _extent(head)
    candidate = Candidate(Kind.NOMINAL, head, first, last, tree.position)
    lemma = head.lemma.lower()
    candidate.sort, candidate.gender = sort_of_noun(head, lemma)
    candidate.sure = candidate.sort is Sort.PERSON
    candidate.role = role_of(head)
    candidate.definite = any(w.lower in {"the", "this", "that", "these", "those"} or w.dep == "poss" for w in head.left)
    if head.tag == "NNS":
        candidate.number = Number.PLURAL
    elif candidate.sort is Sort.BODY:
        candidate.number = Number.EITHER
    candidate.key = (lemma,)
    return candidate


def as_name(nominal: Candidate) -> None:
    """Makes a noun phrase of one capitalised word the name that it is."""
    nominal.kind, nominal.key = Kind.NAME, (nominal.head.lower,)
    nominal.sort, nominal.number, nominal.gender, nominal.definite = Sort.UNKNOWN, Number.SINGULAR, Gender.OPEN, True


def sort_of_noun(head: Word, lemma: str) -> tuple[Sort, Gender]:
    """What a common noun stands for."""
    if head.entity in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"} or lemma in entries(
        "time_nouns"
    ):
        return Sort.TIME, Gender.OPEN
    gender = person_noun(lemma)
    if gender is not None:
        return Sort.PERSON, gender
    return group_noun(lemma) or Sort.THING, Gender.OPEN


def _extent(head: Word) -> tuple[Word, Word]:
    """A noun phrase from its determiner to its head and `of` complement."""
    first = head
    for word in head.left:
        if word.dep not in _LOOSE:
            first = word
            break
    while first.left and first is not head and first.left[0].dep not in _LOOSE:
        first = first.left[0]
    last = head
    for word in head.right:
        if word.dep == "prep" and word.lower == "of" and word.right and word.i == head.i + 1:
            last = word.right[-1]
            while last.dep == "pobj" and last.right and last.right[-1].dep == "case":
                last = last.right[-1]
        break
    return first, last


def role_of(word: Word) -> Role:
    """A word's grammatical role; a conjunct and an apposition have that of what they belong to."""
    while word.dep in {"conj", "appos"} and word.head is not word:
        word = word.head
    if word.dep == "pobj":
        top = word.head
        return Role.MODIFIER if top.head.tag in _NOUN_TAGS and top.dep == "prep" else Role.OBLIQUE
    return _ROLES.get(word.dep, Role.OBLIQUE)


def _coordinations(found: list[Candidate], by_head: dict[int, Candidate]) -> Iterator[Candidate]:
    """ "Ann and her brother ... they": what `and` joins, as one."""
    for candidate in found:
        head = candidate.head
        if head.dep == "conj" or not head.right:
            continue
        members = [candidate]
        while (conjunct := _next_conjunct(head, by_head)) is not None:
            members.append(conjunct)
            head = conjunct.head
        if len(members) > 1 and any(w.lower in {"and", "&"} for m in members for w in m.head.right if w.dep == "cc"):
            yield _group(members)


def _next_conjunct(head: Word, by_head: dict[int, Candidate]) -> Candidate | None:
    """What is coordinated with `head`; in a list of names the parser takes the second for an apposition."""
    word = head.child("conj")
    if word is None and by_head[head.i].kind is Kind.NAME:
        word = head.child("appos")
        if word is not None and (word.i not in by_head or by_head[word.i].kind is not Kind.NAME):
            return None
    return by_head.get(word.i) if word is not None else None


def _group(members: list[Candidate]) -> Candidate:
    first = members[0]
    group = Candidate(Kind.NOMINAL, first.head, first.head, members[-1].head, first.sentence)
    group.start, group.end = min(m.start for m in members), max(m.end for m in members)
    group.members = tuple(members)
    group.number = Number.PLURAL
    sorts = {m.sort for m in members}
    group.sort = sorts.pop() if len(sorts) == 1 else Sort.UNKNOWN
    group.role = first.role
    group.entity = ""
    return group
