"""Where a sentence refers to something: its names, noun phrases and coordinations, found in one walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from extract.claims.nounphrase import is_member, one_person
from extract.coreference.naming import NAME_TAGS, begins_a_name, ends_a_company, goes_on, joined, name, nicknamed
from extract.coreference.references import Candidate, Kind, Number, group, role_of
from extract.english.countries import countries
from extract.english.persons import Gender, Sort, group_noun, known_place, only_title, person_noun
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Tree, Word
from extract.syntax.words import NOUN_TAGS, NUMBER_ENTITIES

_INSIDE = frozenset({"compound", "nmod", "amod", "nummod", "det", "predet", "quantmod", "npadvmod", "advmod"})
_LOOSE = frozenset({"punct", "cc", "preconj", "mark", "case", "advmod", "prep", "intj", "neg", "advcl", "dep"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj", "attr"})
QUANTIFIERS = frozenset({"some", "many", "others", "several", "few", "those", "both", "two"})
_ANYONE = frozenset({"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "whoever"})
_KINDS_OF_PEOPLE = word_class("kinds of people")
_PARTIES, _DASHES = ("R", "D", "I"), ("-", "–")
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


_PLACES_OF_PERSONS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss"})
#: What ends like "Dutchman", and is said of women too.
_OF_BOTH = frozenset({"german", "oman", "roman"})
#: The key of somebody called by an age, or by a nation.
AGED = "year-old"
#: The key of somebody who is only one of several.
ONE_OF_THEM = "one of them"
#: Whether a name that a sentence seems to have may be one.
IsName = Callable[[Candidate, Tree], bool]


def find(tree: Tree, is_name: IsName | None = None) -> list[Candidate]:
    """The names, noun phrases and coordinations of a sentence; coordinations come last."""
    found: list[Candidate] = []
    groups: list[Candidate] = []
    for word in tree.words:
        if word.tag not in NOUN_TAGS and word.dep not in _ARGUMENTS and word.pos != "PROPN":
            continue
        candidate = _candidate(word, tree, is_name)
        if candidate is None:
            continue
        pair = joined(candidate, tree) if candidate.kind is Kind.NAME else ()
        if pair:
            groups.append(group(pair))
        found.extend(pair or (candidate,))
    return [*found, *groups, *_coordinations(found, {c.head.i: c for c in found})]


def _candidate(word: Word, tree: Tree, is_name: IsName | None) -> Candidate | None:
    if word.tag in NOUN_TAGS or word.pos == "PROPN":
        if word.lower in {"nothing", "anything", "everything", "something"} or _is_party(word, tree):
            return None
        if word.lower in _ANYONE or _no_one(word):
            return _anyone(word, tree)
        if word.left and is_compatriot(word):
            return _compatriot(word, tree)
        if goes_on(word, tree) or nicknamed(word, tree):
            return None  # the Food and the Drug of "Food and Drug Agency"
        if word.dep in _INSIDE:
            inner = _inner_name(word, tree)
            return inner if inner and (is_name is None or is_name(inner, tree)) else None
        if word.dep == "pobj" and word.entity and word.head.entity == word.entity == word.head.head.entity:
            return None  # the England of "Bank of England"
        named = (word.tag in NAME_TAGS or word.pos == "PROPN") and not _office(word) and not is_member(word)
        named = named and any(map(str.isalnum, word.text))  # not the mark of "Lou 'the Cat' Brandt"
        called = name(word, tree) if named else None
        if called and group_noun(word.lower) is not None and tree.source[called.start : called.end].islower():
            called = None  # "the foreign ministry", which the tagger takes for a name
        return called if called and (is_name is None or is_name(called, tree)) else _nominal(word, tree)
    return _pronominal(word, tree) if word.dep in _ARGUMENTS else None


def _pronominal(word: Word, tree: Tree) -> Candidate | None:
    """What stands where a noun could: "anyone", "the young", "the 34-year-old", "one of the guards", "some"."""
    if word.lower == "old" and any(w.lower == "year" for w in word.left):
        return _aged(word, tree) if word.left[0].lower == "the" else None
    if word.lower in _ANYONE or _no_one(word):
        return _anyone(word, tree)
    if word.lower in _KINDS_OF_PEOPLE and word.left and word.left[-1].lower == "the":
        return _people(word, tree)
    if word.lower == "one":
        return _one_of(word, tree)
    if is_compatriot(word):
        return _compatriot(word, tree)
    if word.lower in QUANTIFIERS:
        return _quantified(word, tree)
    return _capital(word, tree) if word.tag == "JJ" and is_bare_capital(word) else None


def is_bare_capital(word: Word) -> bool:
    """The Tarrant of "Tarrant left": a surname, if one is known, that the tagger takes for an adjective."""
    return word.dep in {"nsubj", "nsubjpass", "poss"} and word.text[0].isupper() and not word.left


def _capital(word: Word, tree: Tree) -> Candidate:
    found = Candidate(Kind.NOMINAL, word, word, word, tree.position)
    found.key, found.role = (word.lower,), role_of(word)
    return found


def is_compatriot(word: Word) -> bool:
    """ "The Spaniard said so", "a New Zealander": one person. "The Dutch", "the Lebanese" are several."""
    if word.tag not in {"NNP", "NN", "JJ"} or word.dep not in _PLACES_OF_PERSONS or not word.left:
        return False
    called = " ".join(w.lower for w in (*word.left[1:], word))
    return called in _compatriots() and word.left[0].lower in {"a", "an", "the"}


@cache
def _compatriots() -> frozenset[str]:
    words = {word.lower() for country in countries() for word in country.peoples}
    return frozenset(word for word in words if not word.endswith(("ch", "sh", "ese", "ss", "men", "s")))


def _compatriot(word: Word, tree: Tree) -> Candidate:
    found = _aged(word, tree)
    found.nouns = (word.lower,)
    found.gender = Gender.FEMALE if word.lower.endswith("woman") else Gender.OPEN
    found.gender = Gender.MALE if word.lower.endswith("man") and word.lower not in _OF_BOTH else found.gender
    return found


def _is_party(word: Word, tree: Tree) -> bool:
    """The party and state behind a politician's name: "Hale (R-Ohio)", "Berg, D-N.Y."."""
    if word.text[0] not in _PARTIES:
        if word.i < 2 or tree.words[word.i - 1].text not in _DASHES:
            return False
        return tree.words[word.i - 2].text in _PARTIES
    if word.text in _PARTIES:
        return word.i + 2 < len(tree.words) and tree.words[word.i + 1].text in _DASHES
    return word.text[1:2] in _DASHES and word.text[2:3].isupper()


def _office(word: Word) -> bool:
    """ "The President", "the Prime Minister": an office in capitals is no name."""
    modifiers = entries("title_modifiers")
    return only_title(word.lower) and all(
        w.lower in modifiers or w.dep in {"det", "poss", "amod"} for w in word.left if w.tag not in {"POS", ","}
    )


def _no_one(word: Word) -> bool:
    return word.lower == "one" and bool(word.left) and word.left[-1].lower in {"no", "every", "any"}


def _anyone(word: Word, tree: Tree) -> Candidate:
    """Somebody whom `they` may take up: "If anyone calls, they ..."."""
    found = Candidate(Kind.NOMINAL, word, word.left[0] if word.left else word, word, tree.position)
    found.sort, found.number, found.role, found.sure = Sort.PERSON, Number.EITHER, role_of(word), True
    return found


def _people(word: Word, tree: Tree) -> Candidate:
    """ "I feel sorry for the young. They do not see much of a future"."""
    found = Candidate(Kind.NOMINAL, word, word.left[-1], word, tree.position)
    found.sort, found.number, found.role, found.sure = Sort.PERSON, Number.PLURAL, role_of(word), True
    return found


def _aged(word: Word, tree: Tree) -> Candidate:
    """ "Lund fell. The 34-year-old broke an arm"."""
    found = Candidate(Kind.NOMINAL, word, word.left[0], word, tree.position)
    found.key, found.sort, found.role, found.sure = (AGED,), Sort.PERSON, role_of(word), True
    found.definite = word.left[0].lower == "the"
    return found


def _one_of(word: Word, tree: Tree) -> Candidate | None:
    """ "One of the guards said that he ...": a guard."""
    of = next((c for c in word.right if c.lower == "of"), None)
    noun = of.child("pobj") if of is not None else None
    if noun is None or noun.entity in NUMBER_ENTITIES:
        return None
    of_them = noun.lower in {"them", "us"}
    named = of_them and any(w.dep == "appos" for w in word.right)
    speaks = of_them and word.dep == "nsubj" and word.head.lemma in entries("quoting_verbs")
    if noun.tag != "NNS" and not named and not speaks:
        return None
    found = Candidate(Kind.NOMINAL, word, word, noun, tree.position)
    if speaks and not named:  # "One of them said that her parents were at home"
        found.key, found.role, found.sort, found.sure = (ONE_OF_THEM,), role_of(word), Sort.PERSON, True
        return found
    if named:  # "One of them, Ann Reed, left": what the name shows
        found.role = role_of(word)
        return found
    lemma = noun.lemma.lower()
    found.key = found.nouns = (lemma,)
    found.sort, found.gender = _sort(noun, lemma)
    found.role, found.sure = role_of(word), True
    return found


def _quantified(word: Word, tree: Tree) -> Candidate:
    """ "Some", "the two"."""
    found = Candidate(Kind.NOMINAL, word, word.left[0] if word.left else word, word, tree.position)
    found.number, found.role = Number.PLURAL, role_of(word)
    return found


def _inner_name(word: Word, tree: Tree) -> Candidate | None:
    """A name inside a noun phrase: "Google" of "Google headquarters", "Biden" of "the Biden administration"."""
    if word.tag not in NAME_TAGS or word.i + 1 == len(tree.words):
        return None
    if (not word.entity and not known_place(word.lower)) or begins_a_name(word):
        return None
    following = tree.words[word.i + 1]
    if ends_a_company(word, following):
        return name(word, tree)
    return None if (word.entity and following.entity == word.entity) or following.tag == "HYPH" else name(word, tree)


def _nominal(head: Word, tree: Tree) -> Candidate | None:
    if any(w.lower in {"no", "every", "each", "any"} for w in head.left) or _not_one(head):
        if head.tag == "NN" and head.left[0].lower in {"any", "each"} and person_noun(head.lemma.lower()) is not None:
            return _anyone(head, tree)  # "any child ... from the moment they are missed"
        return None  # "no part of the plan", "every member": nothing and nobody is spoken of
    alone = head.lower in {"percent", "%"} and head.dep == "nsubj" and not head.right
    if alone and head.head.lemma in entries("quoting_verbs"):
        return _quantified(head, tree)  # "Another 19 percent said they were ill"
    first, last = _extent(head)
    found = Candidate(Kind.NOMINAL, head, first, last, tree.position)
    lemma = head.lemma.lower()
    found.key = found.nouns = (lemma,)
    found.sort, found.gender = _sort(head, lemma)
    found.sure = True
    found.role = role_of(head)
    found.definite = any(w.lower in DEFINITE or w.dep == "poss" for w in head.left)
    if head.tag == "NNS":
        found.number = Number.PLURAL
    elif found.sort is Sort.BODY:
        found.number = Number.EITHER
    return found


def _not_one(head: Word) -> bool:
    """ "Not a single patient was sent away": nobody."""
    return any(w.dep == "neg" for w in head.left) and any(w.lower in {"a", "an", "one"} for w in head.left)


def _sort(head: Word, lemma: str) -> tuple[Sort, Gender]:
    """What a common noun stands for."""
    if head.entity in NUMBER_ENTITIES or lemma in entries("time_nouns"):
        return Sort.TIME, Gender.OPEN
    gender = person_noun(lemma)
    if lemma == "justice" and not head.left:
        return Sort.THING, Gender.OPEN  # "brought him to justice"
    if gender is not None:
        return Sort.PERSON, gender
    return group_noun(lemma) or Sort.THING, Gender.OPEN


def _extent(head: Word) -> tuple[Word, Word]:
    """A noun phrase from its determiner to its head, and an `of` that follows at once."""
    first = next((w for w in head.left if w.dep not in _LOOSE), head)
    while first is not head and first.left and first.left[0].dep not in _LOOSE:
        first = first.left[0]
    if first is not head and first.left and first.left[-1].tag == "HYPH":
        first = first.left[0]  # "so-called banks"
    after = head.right[0] if head.right else None
    if after is None or after.lower != "of" or after.i != head.i + 1 or not after.right:
        return first, head
    last = after.right[-1]
    while last.dep == "pobj" and last.right and last.right[-1].dep == "case":
        last = last.right[-1]
    return first, last


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
        if one_person([m.head for m in members]) is not None:
            continue  # "the founder and chairman, Ann Hale"
        if len(members) > 1 and any(w.lower in {"and", "&"} for m in members for w in m.head.right if w.dep == "cc"):
            yield group(tuple(members))


def _next_conjunct(head: Word, by_head: dict[int, Candidate]) -> Candidate | None:
    """What is coordinated with `head`; in a list of names the parser takes the second for an apposition."""
    word = head.child("conj")
    if word is None and by_head[head.i].kind is Kind.NAME:
        word = head.child("appos")
        if word is not None and (word.i not in by_head or by_head[word.i].kind is not Kind.NAME):
            return None
    return by_head.get(word.i) if word is not None else None
