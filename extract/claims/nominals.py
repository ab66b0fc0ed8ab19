"""Claims that a noun phrase makes without a verb.

What a reporter packs before and after a name is stated as firmly as a clause:

    Health Minister Ana Ruiz                    (Ana Ruiz; is; Health Minister)            title
    Veltra, a maker of pumps, ...               (Veltra; is; a maker of pumps)             apposition
    Maria Lopez, 54, ...                        (Maria Lopez; is; 54)                      age
    Oslo-based Veltra                           (Veltra; is based in; Oslo)                hyphened participle
    the World Forestry Council (WFC)            (WFC; stands for; World Forestry Council)  acronym
    Five local firms, including Veltra, ...     (Veltra; is one of; Five local firms)      member
    Jane Dole of Veltra Research                (Jane Dole; is of; Veltra Research)        affiliation
    Lima, Peru                                  (Lima; is in; Peru)                        location

Left out is what is implied too, but is no statement that anybody would check: that the owner of a thing has it
("the city's economy"), that somebody is a "Mr". Collections of minimal facts (BenchIE^FL, MinIE) count those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extract.claims.appositions import anchor_of, apposition, is_opened
from extract.claims.arguments import phrase, trimmed
from extract.claims.nounphrase import (
    COURTESY,
    RANKS,
    description,
    is_kind,
    is_name,
    is_plural,
    is_role,
    name_start,
    name_words,
    named,
    reference,
    singular,
    statement,
    title_words,
)
from extract.claims.proposal import Phrase, Proposal
from extract.english.persons import Sort, given_name, group_noun, person_noun, title
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Tree, Word
from extract.syntax.words import NOUNS, NUMBER_ENTITIES, conjuncts, is_time

#: Types that the model gives to people's names; None and the wrong ones are common.
_PERSONS = frozenset({"PERSON", "", "ORG", "GPE"})
_SUFFIXES = word_class("suffixes of names")
_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"})
#: Roles that say nothing without a word on whose they are: "rival Nordtel".
_RELATIONAL = word_class("roles of somebody")
_PEOPLE = frozenset({"person", "people", "man", "woman", "child", "figure", "other", "celebrity", "name", "delegation"})
_PARTICIPLES = {
    participle: f"{participle} {preposition}"
    for preposition, participles in {
        "at": ("educated",),
        "by": ("backed", "controlled", "funded", "held", "led", "occupied", "owned", "run", "sponsored", "supported"),
        "in": ("based", "born", "listed", "registered"),
    }.items()
    for participle in participles
}


def nominal_proposals(tree: Tree) -> list[Proposal]:
    """The statements of a sentence's noun phrases, in text order of the nouns that carry them."""
    found: list[Proposal] = []
    for word in tree.words:
        rule = _RULES.get(word.dep)
        if rule is not None:
            found.extend(rule(word))
        inside = word.dep == "nmod" and any(
            w.text == "(" and w.i > word.i for w in word.head.left
        )  # "Luis (Jerry) Orsi"
        if word.pos == "PROPN" and word.dep != "compound" and not inside:
            found.extend(_title(word))
    found.sort(key=lambda p: p.predicate.i)
    return found


# Titles --------------------------------------------------------------------------------------------------


def _title(head: Word) -> Iterator[Proposal]:
    """ "former finance minister Karl Oster", "French footballer Lucas Amard", "the insurer Allvara"."""
    start = name_start(head)
    if (
        not start
        or head.entity in NUMBER_ENTITIES
        or head.text.islower()
        or (is_role(head) and head.entity != "PERSON")
        or (head.dep == "appos" and head.head.entity == "PERSON" != head.entity)
    ):
        return  # no name behind it: "the General Secretary", "Ada Lund, President Veltra North"
    role = head.left[start - 1]
    if not _is_title(role, head) or (role.lower == "state" and head.entity not in {"GPE", "LOC"}):
        return  # "the state Senate": no senate is a state
    if role.lower in _TOGETHER and head.child("conj") is not None:
        return  # "the duo Karl Holt and Nils Mahler": neither is a duo
    bearers = [head]
    many = is_plural(role)
    if many:
        bearers.extend(w for w in conjuncts(head)[1:] if is_name(w) and not title_words(w))
        if len(bearers) == 1 and head.entity == "PERSON":
            return  # "who, according to prosecutors, Lund ...": one person is no prosecutors
    for bearer in bearers:
        for noun, words in _titles(role, head):
            if any(w.dep == "cc" for w in words) and any(w.entity == "PERSON" for w in words):
                continue  # "Lund and trade envoy Adam Berg"
            if _says_little(noun, words):
                continue
            several = many and (len(bearers) > 1 or any(w.tag in {"DT", "POS", "PRP$"} for w in words))
            relation = "was" if words[0].lower == "then" else "is one of" if several else "is"
            yield statement("title", named(bearer), relation, Phrase(noun, words, words), noun)


def _says_little(noun: Word, words: Sequence[Word]) -> bool:
    """ "the website Openwell", "whose father Arne was there", "nominee and fellow Norlander Lund"."""
    thing = person_noun(noun.lower) is None and group_noun(noun.lower) is Sort.THING
    bare = thing and [w.lower for w in words] == ["the", noun.lower]
    return bare or noun.lower == "fellow" or any(w.tag == "WP$" for w in words)


_TOGETHER = frozenset({"couple", "duo", "pair", "partnership", "quartet", "trio"})


def _may_be_a_person(role: Word, head: Word) -> bool:
    """The model takes many a name for an organisation, or for none: then two words or a known title must vouch."""
    if head.entity == "PERSON" or head.text in _NUMERALS:
        return True
    if head.entity not in _PERSONS or role.entity == "ORG" == head.entity or group_noun(head.lower) is not None:
        return False  # "the Mt Cook Rescue Team": no team is a cook
    return len(name_words(head)) > 1 or title(role.lower) is not None


def _titles(role: Word, head: Word) -> Iterator[tuple[Word, tuple[Word, ...]]]:
    """One title, or both of "Actor and singer Leon Fry"."""
    roles = conjuncts(role)
    if len(roles) == 1:
        yield role, title_words(head)
        return
    for noun in roles:
        yield noun, trimmed(noun.subtree(lambda w: w.dep in ("cc", "conj")))


def _is_title(role: Word, head: Word) -> bool:
    if role.lower in COURTESY or head.lower in RANKS or head.text in entries("institutions"):
        return False
    if head.lower.rstrip(".") in _SUFFIXES and role.i + 1 == head.i:
        return False  # "Eric Holder Jr.": no Jr. is a holder
    if any(w.tag == "CD" for w in role.left) and any(w.tag == "HYPH" for w in role.left):
        return False  # "ten-man Rovers": a team of ten
    owned = any(w.dep == "poss" for w in (*head.left, *role.left))
    if role.dep not in {"compound", "nmod", "amod"} or (not role.left and not owned and role.lower in _RELATIONAL):
        return False
    if is_name(role):
        return (is_role(role) or role.lower in RANKS) and _may_be_a_person(role, head) and not _begins_name(role, head)
    if role.entity == "NORP" and role.lower.endswith(("man", "woman")):
        return True
    if role.pos != "NOUN":
        # "the botanist Hedda Lund", tagged as an adjective; not "the conservative Freedom Caucus"
        person = owned or (head.entity in ("PERSON", "") and group_noun(head.lower) is None)
        return role.pos == "ADJ" and role.lower != "native" and is_role(role) and person
    return is_role(role) or is_kind(role) or (head.entity == "PERSON" and owned)


def _begins_name(role: Word, head: Word) -> bool:
    """ "They made Star Wars Raider": a capital within a sentence, before what no person is called."""
    given = given_name(name_words(head)[0].lower) is not None
    known = title(role.lower) is not None or role.lower in RANKS or role.lower in entries("offices")
    return role.i > 0 and role.text.istitle() and not given and not known and not role.left


# Places ----------------------------------------------------------------------------------------------------


def _beside_a_noun(word: Word) -> Iterator[Proposal]:
    yield from apposition(word)
    yield from _location(word)


def _location(word: Word) -> Iterator[Proposal]:
    """ "Lima, Peru": Lima is in Peru."""
    place = word.head
    if word.text.replace(".", "") == "DC":
        return  # "Washington, D.C." is one name
    if word.entity == "GPE" == place.entity and is_name(word) and is_name(place) and is_opened(word):
        yield statement("location", named(place), "is in", named(word), word)


# Hyphened participles ------------------------------------------------------------------------------------


def _hyphened(word: Word) -> Iterator[Proposal]:
    """ "Oslo-based Veltra", "US-led forces", "a state-owned bank"."""
    relation = _PARTICIPLES.get(word.lower)
    if relation is None or word.head.pos not in NOUNS:
        return
    other = word.child("npadvmod", "compound", "nmod", "amod", "nsubj")
    if other is None or other.i > word.i or not _names_source(other, word):
        return
    noun = _bearer(word.head)
    if (noun.entity == "NORP" and not is_plural(noun)) or (noun.dep == "poss" and not is_name(noun)):
        return  # "the Norland-born Sudrian": it is known who that is only with the place; "a Tarn-based envoy's office"
    subject = named(noun) if is_name(noun) else reference(noun, {word})
    copula = "are" if is_plural(noun) else "is"
    copula = "was" if word.lower == "born" else copula
    words = tuple(w for w in other.subtree() if w.dep != "punct")
    words = (*_name_before(words[0], noun), *words)
    obj = Phrase(other, words, words)
    yield statement("hyphened participle", subject, f"{copula} {relation}", obj, word, word.lemma)


def _name_before(first: Word, noun: Word) -> list[Word]:
    """ "New York City-based Veltra": what the parser leaves of the place's name below the noun."""
    before = {
        w.i: w for w in noun.subtree() if w.i < first.i and w.tag == "NNP" == first.tag and w.entity == first.entity
    }
    found: list[Word] = []
    while (word := before.get(first.i - 1 - len(found))) is not None:
        found.insert(0, word)
    return found


def _bearer(noun: Word) -> Word:
    """The name that a description stands before or after.

    "state-owned bank Credito Sur", "Crestline Capital, a Leeds-based fund".
    """
    if noun.dep == "compound" and is_name(noun.head) and noun.head.entity not in NUMBER_ENTITIES:
        return noun.head
    return anchor_of(noun) if noun.dep == "appos" and is_name(anchor_of(noun)) else noun


def _names_source(other: Word, participle: Word) -> bool:
    if participle.lower in ("based", "born", "listed", "registered", "educated"):
        return is_name(other) and other.entity != "NORP"  # nobody was born in "Norlandish"
    if other.entity == "NORP":
        return False  # "a Dutch-owned yard": no "Dutch" owns it
    return is_name(other) or other.lower in ("state", "government", "family", "army")


# Members -------------------------------------------------------------------------------------------------


def _member(preposition: Word) -> Iterator[Proposal]:
    """ "Five local firms, including Veltra and Borax", "noble gases such as argon"."""
    group = preposition.head
    such = preposition.lower == "as" and any(w.lower == "such" for w in preposition.left)
    if not (preposition.lower == "including" or such):
        return
    target = preposition.child("pobj")
    last = next((w for w in reversed(conjuncts(group)) if w.i < preposition.i), group)
    group = last if _tells(last) else group  # "talks and guest speakers, including Reed"
    if target is None or is_time(group) or group.pos != "NOUN" or not _tells(group):
        return
    if not is_plural(group) and group_noun(group.lemma.lower()) is None:
        return  # "an application for asylum, including permanent stays"
    whole = description(group, {preposition})
    for part in conjuncts(target):
        if part.pos in NOUNS and (part.entity != "PERSON" or _holds_people(group)):
            yield statement("member", phrase(part), _membership(part, group), whole, part)


_VAGUE = word_class("vague modifiers")


def _tells(group: Word) -> bool:
    """Whether belonging to it says something: "five local firms" and "two nurses" do, "30 countries" does not."""
    modifiers = [w for w in group.children if w.lower not in _VAGUE]
    counted = is_role(group) and any(w.dep == "nummod" for w in modifiers)
    return counted or any(w.dep in ("amod", "compound", "poss", "acl", "relcl") for w in modifiers)


def _holds_people(group: Word) -> bool:
    """ "Women are in high-profile roles, including Sally Yates": she is no role."""
    return is_role(group) or singular(group) in _PEOPLE


def _membership(part: Word, group: Word) -> str:
    if not is_plural(group):
        return "is part of"
    return "are among" if is_plural(part) else "is one of"


# Affiliation ---------------------------------------------------------------------------------------------


def _affiliation(preposition: Word) -> Iterator[Proposal]:
    """ "Jane Dole of Veltra Research", "Ben Ode from Lagos"."""
    person, target = preposition.head, preposition.child("pobj")
    if preposition.lower not in ("of", "from") or target is None or person.entity != "PERSON" or preposition.entity:
        return
    if is_name(person) and is_name(target) and not is_role(person) and len(name_words(person)) > 1:
        yield statement("affiliation", named(person), f"is {preposition.lower}", reference(target), target)


def _preposition(word: Word) -> Iterator[Proposal]:
    yield from _member(word)
    yield from _affiliation(word)


Rule = Callable[[Word], Iterator[Proposal]]
_RULES: dict[str, Rule] = {"appos": _beside_a_noun, "amod": _hyphened, "prep": _preposition}
