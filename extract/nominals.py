"""Claims that a noun phrase makes without a verb.

What a reporter packs before and after a name is stated as firmly as a clause:

    Health Minister Ana Ruiz                    (Ana Ruiz; is; Health Minister)            title
    Veltra, a maker of pumps, ...               (Veltra; is; a maker of pumps)             apposition
    Maria Lopez, 54, ...                        (Maria Lopez; is; 54)                      age
    Oslo-based Veltra                           (Veltra; is based in; Oslo)                hyphened participle
    the World Forestry Council (WFC)            (WFC; stands for; World Forestry Council)  acronym
    Five local firms, including Veltra, ...     (Veltra; is one of; Five local firms)      member
    Jane Dole of Veltra Research                (Jane Dole; is of; Veltra Research)        affiliation

`minor_proposals` gives what is implied too, but is no statement that anybody would check: that a city has
an economy, that Lima is in Peru. Collections of minimal facts (BenchIE^FL, MinIE) count them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extract.arguments import phrase, trimmed
from extract.lexicon import entries
from extract.model import ClauseType
from extract.nounphrase import (
    COURTESY,
    description,
    is_kind,
    is_name,
    is_plural,
    is_role,
    name_start,
    name_words,
    named,
    reference,
    title_words,
)
from extract.proposal import Phrase, Proposal
from extract.tree import Tree, Word
from extract.words import conjuncts, first_conjunct

#: Rules of `minor_proposals`.
MINOR_RULES = frozenset({"possession", "location", "courtesy title"})

_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({",", "(", "–", "—", "--", "-", ":", "["})
_NOT_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY", "CARDINAL"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_QUANTIFIERS = frozenset({"all", "both", "each", "most", "some", "many", "none", "half", "several", "few", "among"})
_OLDEST = 119
_PARTS = frozenset({"compound", "nmod", "amod"})
#: Types that the model gives to people's names; None and the wrong ones are common.
_PERSONS = frozenset({"PERSON", "", "ORG", "GPE"})
_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"})
#: Roles that say nothing without a word on whose they are: "rival Nordtel".
_RELATIONAL = frozenset(
    {"rival", "compatriot", "colleague", "counterpart", "friend", "opponent", "partner", "predecessor", "successor",
     "teammate", "member", "fellow", "competitor", "victim"}
)  # fmt: skip
_PARTICIPLES = {
    "based": "based in",
    "born": "born in",
    "led": "led by",
    "owned": "owned by",
    "backed": "backed by",
    "controlled": "controlled by",
    "funded": "funded by",
    "sponsored": "sponsored by",
    "supported": "supported by",
    "occupied": "occupied by",
    "held": "held by",
    "run": "run by",
    "listed": "listed in",
    "registered": "registered in",
    "educated": "educated at",
}


def nominal_proposals(tree: Tree) -> list[Proposal]:
    """The statements of a sentence's noun phrases, in text order of the nouns that carry them."""
    return _collect(tree, _RULES)


def minor_proposals(tree: Tree) -> list[Proposal]:
    """What noun phrases imply beyond that; see the module's docstring."""
    return _collect(tree, _MINOR_RULES)


def _collect(tree: Tree, rules: dict[str, Rule]) -> list[Proposal]:
    found: list[Proposal] = []
    for word in tree.words:
        rule = rules.get(word.dep)
        if rule is not None:
            found.extend(rule(word))
        if word.pos == "PROPN" and word.dep != "compound" and "name" in rules:
            found.extend(rules["name"](word))
    found.sort(key=lambda p: p.predicate.i)
    return found


def _statement(rule: str, subject: Phrase, relation: str, obj: Phrase, predicate: Word, lemma: str = "be") -> Proposal:
    evidence = [f"{rule}: {subject.head.text} + {obj.head.text}"]
    return Proposal(
        predicate, subject, (), lemma, obj, (), ClauseType.NOMINAL, rule, implied=relation, evidence=evidence
    )


# Appositions ---------------------------------------------------------------------------------------------


def _apposition(word: Word) -> Iterator[Proposal]:
    """ "Veltra, a maker of pumps, ..." and "the group's chairman, Peter Brandt"."""
    anchor = _anchor(word)
    if anchor.pos not in _NOUNS or anchor.entity in _NOT_THINGS:
        return
    if word.text.isdigit():
        yield from _age(anchor, word)
    elif _describes(word) and not _in_brackets(word):
        yield from _identity(anchor, word)
    elif is_acronym(word.text) and _in_brackets(word):
        yield from _acronym(anchor, word)


def _describes(word: Word) -> bool:
    """A noun, or "the largest in the region", "the country's only one"."""
    if word.pos in ("ADJ", "NUM"):
        return _has_article(word)
    return word.pos in _NOUNS and word.entity not in _NOT_THINGS


def _anchor(word: Word) -> Word:
    """The noun that an apposition follows: the nearest conjunct of its head.

    "Infotec and its chief executive, Dana Wu": the parser hangs Wu on Infotec. A person is no
    investigation: "the detective leading the investigation, Rita Mohr".
    """
    before = [w for w in conjuncts(word.head) if w.i < word.i]
    nearest = before[-1] if before else word.head
    if word.entity != "PERSON" or nearest.pos != "NOUN" or is_role(nearest):
        return nearest
    return next((w for w in nearest.ancestors() if w.pos == "NOUN" and is_role(w)), nearest)


def _identity(anchor: Word, word: Word) -> Iterator[Proposal]:
    if is_acronym(word.text) and is_name(word) and _in_brackets(word):
        yield from _acronym(anchor, word)
    elif is_name(word) and not is_name(anchor):
        yield from _named_after(anchor, word)
    elif (_opened(word) or word.i < anchor.i) and _may_describe(anchor, word):
        subject = reference(anchor)
        for part in conjuncts(word):
            if part is word or _continues(anchor, part):
                yield _statement("apposition", subject, _copula(word), description(part), part)


def _named_after(anchor: Word, name: Word) -> Iterator[Proposal]:
    """A description, then the name: "his predecessor Donald Harrow", "two ministers, Ana Ruiz and Jon Bell"."""
    if not (_is_definite(anchor) or is_role(anchor) or is_kind(anchor)):
        return
    names = [n for n in conjuncts(name) if is_name(n)]
    relation = "is one of" if is_plural(anchor) and not is_plural(name) else "is"
    for part in names:
        for noun in _joint_descriptions(anchor):
            yield _statement("apposition", named(part), relation, description(noun, set(conjuncts(name))), noun)


def _joint_descriptions(noun: Word) -> list[Word]:
    """ "Infotec's founder and largest shareholder, Rolf Tanner": one person, for the second noun has no article."""
    if noun.dep != "conj" or _is_definite(noun) or is_plural(noun):
        return [noun]
    return [w for w in conjuncts(first_conjunct(noun)) if w.i <= noun.i]


def _may_describe(anchor: Word, word: Word) -> bool:
    """Whether the second noun says what the first one is, and is not the next item of a list."""
    if is_name(word):
        return is_name(anchor) and is_role(word) and anchor.entity not in _PLACES
    if is_name(anchor):
        return _has_article(word) or is_role(word) or is_kind(word) or word.child("prep") is not None
    if any(w.dep == "poss" and w.entity in _NOT_THINGS for w in word.left):
        return False  # "a school gym, an hour's drive away"
    if word.subtree()[0].lower in _QUANTIFIERS:
        return False  # "three firms, all of them members of the index"
    if not _is_definite(anchor) or word.child("conj") is not None:
        return False
    if word.child("prep") is not None and (is_role(word) or word.lower == "home"):
        return True  # "the club, champions of Norland", "the enclave, home to 300,000 people"
    return _has_article(word) and (is_plural(anchor) == is_plural(word) or anchor.lemma.lower() == anchor.lower)


def _continues(anchor: Word, part: Word) -> bool:
    """Whether a conjunct still describes: "a teacher and mother of three", not "a teacher, and Jon Bell"."""
    return is_name(anchor) and not is_name(part) and part.pos == "NOUN"


def _is_definite(noun: Word) -> bool:
    return any(w.dep in ("det", "poss", "nummod") for w in noun.left)


def _has_article(noun: Word) -> bool:
    return any(w.dep in ("det", "poss") for w in noun.left)


def _opened(word: Word) -> bool:
    """Whether punctuation parts an apposition from what it follows."""
    first = word.subtree()[0].i
    beside = {w.i: w for w in (*word.head.right, *word.head.left)}
    while first - 1 in beside and beside[first - 1].dep == "advmod":
        first -= 1
    return first - 1 in beside and beside[first - 1].text in _OPENING


def _in_brackets(word: Word) -> bool:
    return any(w.text == "(" and w.i < word.i for w in (*word.head.right, *word.left))


def _copula(word: Word) -> str:
    if any(
        w.lower in ("then", "formerly", "previously", "once") for w in (*word.left, *word.head.right) if w.i < word.i
    ):
        return "was"
    return "is"


def _age(anchor: Word, number: Word) -> Iterator[Proposal]:
    """ "Maria Lopez, 54, ...": a number between commas after a person's name."""
    person = is_name(anchor) or is_role(anchor)
    if person and number.text.isdigit() and 0 < int(number.text) <= _OLDEST and _opened(number) and not number.right:
        yield _statement("age", reference(anchor), "is", Phrase(number, (number,), (number,)), number)


# Acronyms ------------------------------------------------------------------------------------------------


def is_acronym(text: str) -> bool:
    """ "WFC", "CERN", "EBRD", "AfDB"."""
    return 2 <= len(text) <= 8 and text.isalnum() and sum(c.isupper() for c in text) >= max(2, len(text) - 2)


def _acronym(anchor: Word, short: Word) -> Iterator[Proposal]:
    words = tuple(w for w in phrase(anchor).full if w.i < short.i and w.dep != "punct")
    words = words[1:] if words and words[0].dep == "det" else words
    if len(words) > 1 and _spells(short.text, words):
        whole = Phrase(anchor, words, words)
        yield _statement("acronym", Phrase(short, (short,), (short,)), "stands for", whole, short, "stand")


def _spells(short: str, words: tuple[Word, ...]) -> bool:
    """Whether the capitals of `short` are initials of these words, in order, from the first on."""
    initials = iter([part[0].upper() for w in words for part in w.text.split("-") if part])
    letters = [c for c in short if c.isupper()]
    return words[0].text[0].upper() == letters[0] and all(c in initials for c in letters)


# Titles --------------------------------------------------------------------------------------------------


def _title(head: Word) -> Iterator[Proposal]:
    """ "former finance minister Karl Oster", "French footballer Lucas Amard", "the insurer Allvara"."""
    start = name_start(head)
    if not start or head.entity in _NOT_THINGS or head.lower.rstrip("s") == "":
        return
    role = head.left[start - 1]
    if not _is_title(role, head):
        return
    bearers = [head]
    if is_plural(role):
        bearers.extend(w for w in conjuncts(head)[1:] if is_name(w) and not title_words(w))
    for bearer in bearers:
        for noun, words in _titles(role, head):
            relation = "was" if words[0].lower == "then" else "is"
            yield _statement("title", named(bearer), relation, Phrase(noun, words, words), noun)


def _titles(role: Word, head: Word) -> Iterator[tuple[Word, tuple[Word, ...]]]:
    """One title, or both of "Actor and singer Leon Fry"."""
    roles = conjuncts(role)
    if len(roles) == 1:
        yield role, title_words(head)
        return
    for noun in roles:
        yield noun, trimmed(noun.subtree(lambda w: w.dep in ("cc", "conj")))


def _is_title(role: Word, head: Word) -> bool:
    if role.lower in COURTESY or head.text in entries("institutions"):
        return False
    owned = any(w.dep == "poss" for w in (*head.left, *role.left))
    if role.dep not in _PARTS or (not role.left and not owned and role.lower in _RELATIONAL):
        return False
    if is_name(role):
        person = head.entity in _PERSONS or head.text in _NUMERALS
        return is_role(role) and person and not (role.entity == "ORG" == head.entity)
    if role.entity == "NORP" and role.lower.endswith(("man", "woman")):
        return True
    if role.pos != "NOUN":
        return role.pos == "ADJ" and is_role(role)  # "the botanist Hedda Lund", tagged as an adjective
    return is_role(role) or is_kind(role) or (head.entity == "PERSON" and owned)


# Hyphened participles ------------------------------------------------------------------------------------


def _hyphened(word: Word) -> Iterator[Proposal]:
    """ "Oslo-based Veltra", "US-led forces", "a state-owned bank"."""
    relation = _PARTICIPLES.get(word.lower)
    if relation is None or word.head.pos not in _NOUNS:
        return
    other = word.child("npadvmod", "compound", "nmod", "amod", "nsubj")
    if other is None or other.i > word.i or not _names_source(other, word):
        return
    noun = _bearer(word.head)
    subject = named(noun) if is_name(noun) else reference(noun, {word})
    copula = "are" if is_plural(noun) else "is"
    copula = "was" if word.lower == "born" else copula
    words = tuple(w for w in other.subtree() if w.dep != "punct")
    obj = Phrase(other, words, words)
    yield _statement("hyphened participle", subject, f"{copula} {relation}", obj, word, word.lemma)


def _bearer(noun: Word) -> Word:
    """The name that a description stands before or after.

    "state-owned bank Credito Sur", "Crestline Capital, a Leeds-based fund".
    """
    if noun.dep == "compound" and is_name(noun.head):
        return noun.head
    return _anchor(noun) if noun.dep == "appos" and is_name(_anchor(noun)) else noun


def _names_source(other: Word, participle: Word) -> bool:
    if participle.lower in ("based", "born", "listed", "registered", "educated"):
        return is_name(other)
    return is_name(other) or other.entity == "NORP" or other.lower in ("state", "government", "family", "army")


# Members -------------------------------------------------------------------------------------------------


def _member(preposition: Word) -> Iterator[Proposal]:
    """ "Five local firms, including Veltra and Borax", "noble gases such as argon"."""
    group = preposition.head
    such = preposition.lower == "as" and any(w.lower == "such" for w in preposition.left)
    if not (preposition.lower == "including" or such):
        return
    target = preposition.child("pobj")
    if target is None or group.pos != "NOUN" or not _tells(group):
        return
    relation = "is one of" if is_plural(group) else "is part of"
    whole = description(group, {preposition})
    for part in conjuncts(target):
        if part.pos in _NOUNS:
            yield _statement("member", phrase(part), relation, whole, part)


def _tells(group: Word) -> bool:
    """Whether belonging to it says something: "five local firms" does, "countries" does not."""
    return any(
        w.dep in ("amod", "nummod", "compound", "poss", "acl", "relcl") for w in group.children if w.lower != "such"
    )


# Affiliation ---------------------------------------------------------------------------------------------


def _affiliation(preposition: Word) -> Iterator[Proposal]:
    """ "Jane Dole of Veltra Research", "Ben Ode from Lagos"."""
    person, target = preposition.head, preposition.child("pobj")
    if preposition.lower not in ("of", "from") or target is None or person.entity != "PERSON":
        return
    if is_name(person) and is_name(target) and not is_role(person) and len(name_words(person)) > 1:
        yield _statement("affiliation", named(person), f"is {preposition.lower}", reference(target), target)


def _preposition(word: Word) -> Iterator[Proposal]:
    yield from _member(word)
    yield from _affiliation(word)


# Minor statements ----------------------------------------------------------------------------------------


def _possession(owner: Word) -> Iterator[Proposal]:
    """ "the city's economy": the city has an economy."""
    thing = owner.head
    if owner.pos in _NOUNS and owner.entity not in _NOT_THINGS and thing.pos in _NOUNS:
        yield _statement("possession", reference(owner, _case(owner)), "has", phrase(thing, {owner}), thing, "have")


def _case(owner: Word) -> set[Word]:
    return {w for w in owner.right if w.dep == "case"}


def _location(word: Word) -> Iterator[Proposal]:
    """ "Lima, Peru": Lima is in Peru."""
    if (
        word.entity in _PLACES
        and word.head.entity in _PLACES
        and is_name(word)
        and is_name(word.head)
        and _opened(word)
    ):
        yield _statement("location", named(word.head), "is in", named(word), word)


def _courtesy_title(head: Word) -> Iterator[Proposal]:
    """ "Dr. Jagan": Jagan is a Dr."""
    start = name_start(head)
    if start and head.left[start - 1].lower in COURTESY:
        title = head.left[start - 1]
        yield _statement("courtesy title", named(head), "is", Phrase(title, (title,), (title,)), title)


Rule = Callable[[Word], Iterator[Proposal]]
_RULES: dict[str, Rule] = {"appos": _apposition, "amod": _hyphened, "prep": _preposition, "name": _title}
_MINOR_RULES: dict[str, Rule] = {"poss": _possession, "appos": _location, "name": _courtesy_title}
