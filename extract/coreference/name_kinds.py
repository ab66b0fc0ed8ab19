"""What the bearers of an article's names are: persons, firms, places.

The entity recogniser knows few names and labels each mention by itself. What stands around the mentions of one name
says more: who is arrested is a person, "shares in Orsk" are a firm's, and the mayor of Grenholt has a town.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import ceil

from extract.coreference.references import Candidate, Kind, Referent
from extract.english.persons import Sort, given_name, group_noun, known_place, listed_person, title
from extract.english.wordlists import cells
from extract.syntax.tree import Tree, Word
from extract.syntax.words import PLACES

#: How much more than a label of the recogniser each piece of evidence counts: a title, a noun that says what it is; its
#: place in the clause.
_TOLD, _SHOWN, _HINTED = 3, 2, 1
#: So many labels of the recogniser count at most: it errs in the same way at each mention of a name.
_MOST = 3
_LABELS = {Sort.PERSON: "PERSON", Sort.BODY: "ORG", Sort.PLACE: "GPE"}
#: Labels of kinds that the evidence tells apart; names with others ("the French", "Monday") keep theirs.
_TOLD_APART = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", ""})
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_NEUTRAL = frozenset({"it", "its", "itself"})
#: What is near a name is near a place, whatever it is: "the crash near Ostrow".
_NEAR = frozenset({"near", "outside", "off"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that"})


#: A name as it is counted: of one bearer, with one last word ("Edvard Rolle", "Rolle").
_Group = tuple[int, str]


def name_labels(found: Iterable[tuple[Tree, Candidate]]) -> dict[tuple[int, int], str]:
    """The labels of those names of an article whose mentions together say another than the recogniser says, by the
    positions of sentence and head word."""
    names = [(tree, one, _group(one)) for tree, one in found if one.kind is Kind.NAME and one.referent is not None]
    votes: defaultdict[_Group, Counter[str]] = defaultdict(Counter)
    labels: defaultdict[_Group, Counter[str]] = defaultdict(Counter)
    sizes: defaultdict[int, Counter[_Group]] = defaultdict(Counter)
    for tree, one, group in names:
        sizes[group[0]][group] += 1
        if not one.metonym:
            labels[group][one.entity] += 1
            for told, weight in _evidence(one, tree):
                votes[group][told] += weight
    for referent in {id(one.referent): one.referent for _, one, _ in names}.values():
        if referent is not None:
            group = max(sizes[id(referent)], key=lambda group: sizes[group[0]][group])
            votes[group].update(_referred(referent))
    alike = {(one.key, one.entity, one.metonym, group): one for _, one, group in names}
    known = {which: _label(one, votes[which[3]], labels[which[3]]) for which, one in alike.items()}
    return {
        (tree.position, one.head.i): label
        for tree, one, group in names
        if (label := known[one.key, one.entity, one.metonym, group]) is not None
    }


def _group(name: Candidate) -> _Group:
    return id(name.referent), name.key[-1] if name.key else ""


def _label(name: Candidate, told: Mapping[str, int], labels: Mapping[str, int]) -> str | None:
    """What a name is by all that is said of its bearer; None where the recogniser's label stays."""
    if name.entity not in _TOLD_APART or name.metonym or known_place(" ".join(name.key)):
        return None
    if _is_office(name.key):
        return None
    votes: Counter[str] = Counter(told)
    share = min(1, _MOST / sum(labels.values())) if labels else 0
    for label, count in labels.items():
        if label:
            votes[label] += ceil(count * share)
    best = min(votes, key=lambda label: (-votes[label], -told.get(label, 0), label), default="")
    if votes[best] < _SHOWN or best == name.entity or (best == "GPE" and name.entity in PLACES):  # "in Lake Tarn"
        return None
    return best


def _is_office(key: tuple[str, ...]) -> bool:
    """ "Minority Leader" is no name, "Anna King" is one."""
    if not key or (len(key) > 1 and given_name(key[0]) is not None):
        return not key
    return title(key[-1]) is not None or listed_person(key[-1])


def _evidence(name: Candidate, tree: Tree) -> list[tuple[str, int]]:
    """Labels for a mention of a name, with how much each counts."""
    votes = [*((label, _TOLD) for label in _told(name, tree)), *dict(_shown(name)).items()]
    if any(label == "PERSON" for label, _ in votes) and _has_article(name, tree):
        votes = [vote for vote in votes if vote[0] != "PERSON"]  # "the Marisande"
    return votes


def _told(name: Candidate, tree: Tree) -> Iterator[str]:
    """Labels by what the bearer is called: "Captain Rolle", "Rolle, 54", "a firm, Orsk", "the ferry Marisande"."""
    before = _before(name, tree)
    is_called = before is not None and before.tag == "NN" and name.head in (before.head, *before.right)
    called = _called(before) if before is not None and is_called else None
    ending = _by_last_word(name)
    if called is not None and called not in _LABELS.values():
        yield called
    elif before is not None and before.text.islower() and before.text in _around("before"):
        yield _around("before")[before.text]
    elif ending is not None:
        yield ending
    elif name.sure and name.sort in _LABELS and not _is_doubtful(name, tree):
        yield _LABELS[name.sort]
    else:
        labels = [label for label in (called, *map(_called, _appositions(name.head))) if label is not None]
        is_at = name.head.dep == "pobj" and name.entity == "GPE"  # "from Atlanta, where the firm's president lives"
        yield from [label for label in labels if not (is_at and label == "PERSON")][:1]
    if has_age(name, tree):
        yield "PERSON"


def _by_last_word(name: Candidate) -> str | None:
    """What the last word of a longer name says, else the first: "Calder Bay", "the Civic Union", "Norr Oil", "Port
    Cassel"."""
    if len(name.key) < 2 or given_name(name.key[0]) is not None:
        return None
    first, *_, last = name.key
    if label := _around("called").get(last):
        return label
    if group_noun(last) is Sort.BODY:
        return "ORG"
    is_body = any(group_noun(word) is Sort.BODY for word in name.key)  # "the Port Authority of Brevin"
    return _around("ends").get(last) or (None if is_body else _around("begins").get(first))


def _is_doubtful(name: Candidate, tree: Tree) -> bool:
    """Whether too little makes a person of what the recogniser takes for a body: a given name alone ("Al Qaeda"),
    "the conservative Freedom Caucus"; or "state" makes a place of "the state Advisory Board"."""
    if name.entity not in ("ORG", "GPE", ""):
        return False
    if name.sort is Sort.PLACE:
        return len(name.key) > 1 and name.entity != "GPE"
    if name.sort is not Sort.PERSON:
        return False
    before = _before(name, tree)
    if before is not None and before.tag != "JJ" and (title(before.lower) is not None or _is_person(before)):
        return False
    if given_name(name.key[0]) is None:
        return before is not None and before.tag in {"JJ", "NNP", "VBG"}
    is_long, is_short = len(name.key) > 2 and name.entity == "ORG", len(name.key[0]) < 3
    return is_long or is_short or (len(name.key) == 1 and name.head.text.isupper())


def _is_person(noun: Word) -> bool:
    """Whether a noun is one for persons, and not for firms, too: "the builder, Brightwater Engineering"."""
    lemma = noun.lemma.lower()
    return listed_person(lemma) and lemma not in _around("may be firms")


def _called(noun: Word) -> str | None:
    """What a thing or person called by a noun is."""
    lemma = noun.lemma.lower()
    if label := _around("called").get(lemma):
        return label
    if _is_person(noun):
        return "PERSON"
    sort = group_noun(lemma)
    return _LABELS.get(sort) if sort is not None else None


def _appositions(head: Word) -> Iterator[Word]:
    """Nouns in apposition, and what somebody is said to be: "Rolle is a captain"."""
    yield from (word for word in head.right if word.dep == "appos" and word.tag == "NN")
    if head.dep == "appos" and head.head.tag == "NN" and not _is_of_person(head.head):
        yield head.head
    if head.dep == "nsubj" and head.head.lemma == "be":
        yield from (w for w in head.head.right if w.dep == "attr" and w.tag == "NN" and w.left)


def _is_of_person(noun: Word) -> bool:
    """Whether a name behind a noun may be that of whom the noun belongs to: "the chairman of the firm, Emil Rask"."""
    return noun.dep == "pobj" and noun.head.lower == "of" and _is_person(noun.head.head)


def has_age(name: Candidate, tree: Tree) -> bool:
    """ "Rolle, 54, was arrested"."""
    after = tree.words[name.head.i + 1 : name.head.i + 4]
    if len(after) < 3 or after[0].text != "," or not after[1].text.isdecimal() or len(after[1].text) > 2:
        return False
    return after[2].text in {",", "."}


def _shown(name: Candidate) -> Iterator[tuple[str, int]]:
    """Labels by where the name stands: "Orsk's shares", "the mayor of Grenholt", "in Grenholt", "Dorn was jailed"."""
    head, governor = name.head, name.head.head
    label: str | None = None
    if head.dep in {"poss", "compound", "nmod"} and governor.i > head.i:
        label = _around("owned").get(governor.lemma.lower())
    elif head.dep in {"nsubj", "nsubjpass"}:
        label = _around("acts" if head.dep == "nsubj" else "undergoes").get(governor.lemma.lower())
    elif head.dep == "dobj":
        label = _around("undergoes").get(governor.lemma.lower())
    elif head.dep == "pobj" and governor.lower == "of":
        label = _around("of").get(governor.head.lemma.lower())
    elif head.dep == "pobj":
        yield from _at(governor, head)
    if label is not None:
        yield label, _HINTED if head.dep == "nsubj" and label == "ORG" else _SHOWN
    if any(word.dep == "relcl" and any(w.lower == "who" for w in word.left) for word in head.right):
        yield "PERSON", _SHOWN


def _at(preposition: Word, head: Word) -> Iterator[tuple[str, int]]:
    """What stands behind place prepositions: "lived in Grenholt", not "a stake in Orsk"."""
    noun = preposition.head
    if (label := _around("not at").get(noun.lemma.lower())) is not None:
        if preposition.lower == "in" and noun.pos == "NOUN":
            yield label, _SHOWN
    elif head.tag != "NNPS" and all(word.dep not in {"det", "amod", "nummod", "poss"} for word in head.left):
        label = _around("at").get(preposition.lower)
        if label is not None:
            is_plain = noun.pos in {"VERB", "AUX"} or preposition.lower in _NEAR or _is_somebody(noun)
            yield label, _SHOWN if is_plain else _HINTED


def _is_somebody(noun: Word) -> bool:
    """Whether a noun is one for persons or bodies at places: "an engineer in Karsu", "the hospital in Orsk"."""
    return _is_person(noun) or group_noun(noun.lemma.lower()) is not None


def _referred(referent: Referent) -> Counter[str]:
    """Labels by what the article calls the bearer: he or she, it, "the company"."""
    votes: Counter[str] = Counter()
    pronouns = {one.head.lower for one in referent.mentions if one.kind is Kind.PRONOUN}
    if not _PERSONAL.isdisjoint(pronouns):
        votes["PERSON"] = _SHOWN
    elif not _NEUTRAL.isdisjoint(pronouns):
        votes["PERSON"] = -_SHOWN
    nouns = (one.head for one in referent.mentions if one.kind is Kind.NOMINAL and one.head.tag == "NN")
    label = next((found for noun in nouns if (found := _called(noun)) is not None), None)
    if label is not None and not (label == "PERSON" and votes["PERSON"] < 0):
        votes[label] += _SHOWN
    return votes


def _has_article(name: Candidate, tree: Tree) -> bool:
    """Whether an article stands right before a name: "the Marisande" is no person."""
    before = _before(name, tree)
    return before is not None and before.lower in _DETERMINERS and name.head.dep not in {"compound", "nmod"}


def _before(name: Candidate, tree: Tree) -> Word | None:
    """The word right before a name."""
    at = name.head.i
    while at >= 0 and tree.words[at].start >= name.start:
        at -= 1
    return tree.words[at] if at >= 0 else None


@cache
def _around(place: str) -> dict[str, str]:
    """Labels by the lemmas that stand in a place around a name."""
    found = ((label, words) for where, label, words in cells("name_evidence") if where == place)
    return {word.strip(): label for label, words in found for word in words.split(",")}
