"""Appositions: what stands beside a noun, between commas or in brackets, and says who or what it is.

Veltra, a maker of pumps, ...         (Veltra; is; a maker of pumps)
the group's chairman, Peter Brandt    (Peter Brandt; is; the group's chairman)
Maria Lopez, 54, ...                  (Maria Lopez; is; 54)
the World Forestry Council (WFC)      (WFC; stands for; World Forestry Council)
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.arguments import is_alternative, phrase
from extract.claims.nounphrase import (
    description,
    is_kind,
    is_model,
    is_name,
    is_plural,
    is_role,
    named,
    reference,
    singular,
    statement,
)
from extract.claims.proposal import Phrase, Proposal
from extract.english.vocabulary import is_given_name
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import DASHES, NOUNS, NUMBER_ENTITIES, PLACES, conjuncts, first_conjunct, has_article

_OPENING = frozenset({",", "(", "–", "—", "--", "-", ":", "["})
KIN = frozenset({"son", "daughter", "child", "brother", "sister", "wife", "husband", "widow", "mother", "father"})
_QUANTIFIERS = frozenset({"all", "both", "each", "most", "some", "many", "none", "half", "several", "few", "among"})
_POINTING = frozenset({"that", "these", "this", "those"})
#: What a person is called by way of comparison.
_SOMEBODY = word_class("somebody by comparison")
_OLDEST = 119


def apposition(word: Word) -> Iterator[Proposal]:
    """ "Veltra, a maker of pumps, ..." and "the group's chairman, Peter Brandt"."""
    anchor = anchor_of(word)
    if anchor.dep == "pobj" and anchor.head.lower == "including" and anchor.entity != "PERSON":
        return  # "gifts, including watches, a car and a coat": a list
    above = anchor.head.head if anchor.dep == "pobj" else anchor
    if above.lemma.lower() == word.lemma.lower() and anchor is not above:
        return  # "A great day for Lorne, a great day for the port!"
    if anchor.entity == "PERSON" and word.tag == "NNS" and not is_role(word) and word.pos == "NOUN":
        return  # "over Lund, Berg's deaths", in a headline
    if is_name(word) and is_alternative(word):
        return  # "whatever the war is called -- Tarn or Lund --": which one is left open
    if _is_listed(anchor, word) or any(w.lower == "not" for w in word.left):
        return  # "a rifle, not a pistol like the others"
    if anchor.pos not in NOUNS or anchor.entity in NUMBER_ENTITIES or _is_relative(anchor) or _is_relative(word):
        return
    if word.text.isdigit():
        yield from _age(anchor, word)
    elif _describes(word) and not _in_brackets(word):
        yield from _identity(anchor, word)
    elif is_acronym(word.text) and _in_brackets(word):
        yield from _acronym(anchor, word)


def _is_listed(place: Word, noun: Word) -> bool:
    """ "all that ails Norland: a weak economy": no place is what stands behind a colon.

    "Ann Lund, CNN, the state department.": nor is who a reporter works for, where he signs off.
    """
    if place.dep == "appos" and place.entity == "ORG" and place.root.entity == "PERSON":
        return True
    first = noun.subtree()[0].i
    return place.entity in PLACES and any(w.text == ":" and w.i == first - 1 for w in (*place.right, *place.head.right))


def _is_relative(noun: Word) -> bool:
    """ "whose captain, Dmitri Hart, ...", "Whatever the issue, Lund, ...": not to be understood by itself."""
    return any(w.tag == "WP$" or w.lower == "whatever" for w in noun.left)


def _describes(word: Word) -> bool:
    """A noun, or "the largest in the region", "the country's only one", "one of its mills"."""
    if word.pos in ("ADJ", "NUM"):
        return has_article(word) or _is_one_of(word)
    return word.pos in NOUNS and word.entity not in NUMBER_ENTITIES


def _is_one_of(word: Word) -> bool:
    return word.lower == "one" and any(w.lower == "of" for w in word.right)


def anchor_of(word: Word) -> Word:
    """The noun that an apposition follows: the nearest conjunct of its head.

    "Infotec and its chief executive, Dana Wu": the parser hangs Wu on Infotec. A person is no
    investigation: "the detective leading the investigation, Rita Mohr".
    """
    before = [w for w in conjuncts(word.head) if w.i < word.i]
    nearest = _beside(before[-1] if before else word.head, word)
    if word.entity != "PERSON" or nearest.pos != "NOUN":
        return nearest
    if is_role(nearest):
        return nearest
    return next((w for w in nearest.ancestors() if w.pos == "NOUN" and is_role(w)), nearest)


def _beside(anchor: Word, word: Word) -> Word:
    """The noun that stands next to an apposition, if the parse puts a verb between the two.

    "Robert married Catherine of Savoy, daughter of Amadeus": she is the daughter.
    """
    verb = anchor.head
    if not anchor.i < verb.i < word.i or verb.pos not in ("VERB", "AUX"):
        return anchor
    behind = [w for w in verb.right if w.i < word.i and w.dep != "punct"]
    last = behind[-1] if behind else anchor
    return last.child("pobj") or anchor if last.dep == "prep" else last


def _identity(anchor: Word, word: Word) -> Iterator[Proposal]:
    if is_acronym(word.text) and is_name(word) and _in_brackets(word):
        yield from _acronym(anchor, word)
    elif (
        is_name(word)
        and not is_model(word)
        and (not is_name(anchor) or (anchor.entity == "NORP" and is_plural(anchor)))
    ):
        yield from _named_after(anchor, word)
    elif is_opened(word) and (several := _counted(anchor, word)):
        for one in several:
            yield statement("apposition", reference(one), "is one of", description(word), word)
    elif (is_opened(word) or word.i < anchor.i) and _may_describe(anchor, word):
        subject = reference(_told_of(anchor))
        for part in conjuncts(word):
            if part is word or _continues(anchor, part):
                yield statement("apposition", subject, _copula(word), description(part, _when(part)), part)


def _counted(anchor: Word, word: Word) -> list[Word]:
    """ "Lorne and Tarn, two towns on the coast": each of them is one of the two."""
    whole = conjuncts(first_conjunct(anchor))
    number = next((w.lower for w in word.left if w.tag == "CD"), "")
    counted = number in _NUMBERS[len(whole) : len(whole) + 1]
    few = counted and whole[-1].i < word.i and is_plural(word)
    return whole if few and len(whole) > 1 and all(map(is_name, whole)) and not is_alternative(whole[0]) else []


_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight")


def _when(part: Word) -> list[Word]:
    """ "Karl Oster, then head of the bank", "Ann Berg, also a Liberal": head of the bank, a Liberal."""
    return [w for w in part.left if w.lower in {"also", "then"} and w.dep == "advmod"]


def _told_of(anchor: Word) -> Word:
    """ "She was a remarkable lady, an icon of the age": she was, and not any lady."""
    verb = anchor.head
    subject = verb.child("nsubj")
    if anchor.dep != "attr" or verb.lemma != "be" or subject is None or verb.child("neg", "expl") is not None:
        return anchor
    plain = subject.pos in NOUNS or subject.lower in ("he", "she")
    return subject if plain and any(w.lower in ("a", "an") for w in anchor.left) else anchor


_ANYONE = frozenset({"figure", "men", "others", "people", "women"})


def _named_after(anchor: Word, name: Word) -> Iterator[Proposal]:
    """A description, then the name: "his predecessor Donald Harrow", "two ministers, Ana Ruiz and Jon Bell"."""
    if name.entity == "PERSON" and not (is_role(anchor) or anchor.lower in _ANYONE):
        return  # "a witness to the fire -- Karl Roth"
    if singular(anchor) in entries("summing_nouns") or singular(anchor) in entries("content_nouns"):
        return
    if not (_is_definite(anchor) or is_role(anchor) or is_kind(anchor)):
        return
    names = [n for n in conjuncts(name) if is_name(n)]
    counted = len(names) > 1 and any(w.tag == "CD" for w in anchor.left)  # "two groups, the Alders and the Pikes"
    relation = "is one of" if is_plural(anchor) and (counted or not is_plural(name)) else "is"
    if relation == "is one of" and not is_role(anchor) and _is_only_counted(anchor):
        return  # "flew to six towns: Tarn, Lorne ..."
    for part in names:
        for noun in _joint_descriptions(anchor):
            yield statement("apposition", named(part), relation, description(noun, set(conjuncts(name))), noun)


def _is_only_counted(noun: Word) -> bool:
    """ "Six towns", "the two other towns", of which nothing else is told."""
    bare = all(w.dep in {"det", "nummod", "punct"} or w.lower in {"other", "more"} for w in noun.left)
    return bare and noun.child("prep", "relcl", "acl") is None


def _joint_descriptions(noun: Word) -> list[Word]:
    """ "Infotec's founder and largest shareholder, Rolf Tanner": one person, for the second noun has no article."""
    named = any(w.dep == "appos" and w.i < noun.i for w in noun.head.right)  # "its coach, Bo Roth, and captain, ..."
    if noun.dep != "conj" or named or _is_definite(noun) or is_plural(noun):
        return [noun]
    return [w for w in conjuncts(first_conjunct(noun)) if w.i <= noun.i and (is_role(w) or w.entity != "PERSON")]


def _may_describe(anchor: Word, word: Word) -> bool:
    """Whether the second noun says what the first one is, and is not the next item of a list."""
    if word.subtree()[0].lower in _QUANTIFIERS:
        return False  # "three firms, all of them members of the index"
    if anchor.entity in PLACES and singular(word) in KIN:
        return False  # "born in Tarn, Ostmark, the daughter of a miner"
    if is_name(word) and not is_model(word):
        return is_name(anchor) and is_role(word) and anchor.entity not in PLACES
    if is_name(anchor):
        return _may_describe_name(anchor, word)
    if any(w.lower == "latest" or (w.dep == "poss" and w.entity in NUMBER_ENTITIES) for w in word.left):
        return False  # "a school gym, an hour's drive away"
    if singular(word) in entries("summing_nouns"):
        return False  # "He sold the firm, a decision he regrets"
    if not _is_definite(anchor) or word.child("conj") is not None or _is_remark(word):
        return False
    if _sums_up(anchor, word) or word.subtree()[0].lower in _POINTING:
        return False  # "these towns, these poor towns"
    if word.child("prep") is not None and (is_role(word) or word.lower == "home"):
        return True  # "the club, champions of Norland", "the enclave, home to 300,000 people"
    return has_article(word) and (is_plural(anchor) == is_plural(word) or anchor.lemma.lower() == anchor.lower)


def _sums_up(anchor: Word, word: Word) -> bool:
    """ "He signs the order, a sop that may win voters": what he does is, and not the order."""
    plain = not (is_role(word) or is_kind(word))
    return anchor.dep in {"dobj", "pobj"} and plain and word.child("relcl", "acl") is not None


def _may_describe_name(anchor: Word, word: Word) -> bool:
    if anchor.entity == "PERSON" and not _may_be_person(word):
        return False  # "the debate with Hale, the second of three meetings"
    if anchor.entity == "PERSON" and (is_plural(word) or (is_kind(word) and not is_role(word))):
        return False  # "an event by Suzanne Bart, a show for designers", "Blaming Lund, the mayor's aides left"
    if is_plural(word) and not has_article(word):
        counted = any(w.tag == "CD" for w in word.left)  # "Holt, two clerks at the mill"
        return is_role(word) and word.child("prep") is not None and not counted
    if anchor.dep not in {"nsubj", "nsubjpass"} and singular(word) in entries("summing_nouns"):
        return False  # "The fee goes to the Treasury Department, an increase of a tenth"
    if anchor.entity in PLACES and _after_dash(word):
        return False  # "... the suburbs of Brenna -- a metaphor for decline"
    return has_article(word) or is_role(word) or is_kind(word) or word.child("prep") is not None


def _may_be_person(noun: Word) -> bool:
    """A role, or an adjective or number that may stand for one: "the youngest of five", "the first to leave"."""
    if is_role(noun) or noun.pos not in {"ADJ", "NUM"}:
        lower = singular(noun)
        doer = len(lower) > 4 and lower.endswith(("er", "or", "ist", "ian"))
        return is_role(noun) or noun.pos == "PROPN" or doer or lower in _SOMEBODY
    of = next((w for w in noun.right if w.lower == "of"), None)
    target = of.child("pobj") if of is not None else None
    return target is None or target.pos in {"NUM", "PRON"} or is_role(target)


def _is_remark(word: Word) -> bool:
    """ "to win the seat -- a steep climb": no seat is a climb. Not: "a theft -- the latest of ten".

    It ends what is said: "The ferry -- a catamaran -- sank" tells what the ferry is.
    """
    last = word.subtree()[-1].i
    near = (*word.right, *word.head.right, *word.head.head.right)
    closed = any(w.text in DASHES and last <= w.i <= last + 1 for w in near)
    return _after_dash(word) and not (closed or is_role(word) or word.subtree()[0].lower == "the")


def _after_dash(word: Word) -> bool:
    first = word.subtree()[0].i
    return any(w.i == first - 1 and w.text in DASHES for w in word.head.right)


def _continues(anchor: Word, part: Word) -> bool:
    """Whether a conjunct still describes: "a teacher and mother of three", not "a teacher, and Jon Bell"."""
    if is_name(part):
        return is_role(part) and part.entity != "PERSON"
    return is_name(anchor) and part.pos == "NOUN" and is_plural(part) == is_plural(anchor)


def _is_definite(noun: Word) -> bool:
    return any(w.dep in ("det", "poss", "nummod") for w in noun.left)


def is_opened(word: Word) -> bool:
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
    if len(number.text) == 1 and _in_brackets(number) and not is_given_name(anchor.text):
        return  # "Holt (4) scored": a player's number
    if person and number.text.isdigit() and 0 < int(number.text) <= _OLDEST and is_opened(number) and not number.right:
        yield statement("age", reference(anchor), "is", Phrase(number, (number,), (number,)), number)


def is_acronym(text: str) -> bool:
    """ "WFC", "CERN", "EBRD", "AfDB"."""
    return 2 <= len(text) <= 8 and text.isalnum() and sum(c.isupper() for c in text) >= max(2, len(text) - 2)


def _acronym(anchor: Word, short: Word) -> Iterator[Proposal]:
    words = tuple(w for w in phrase(anchor).full if w.i < short.i and w.dep != "punct")
    words = words[1:] if words and words[0].dep == "det" else words
    if len(words) > 1 and _spells(short.text, words):
        whole = Phrase(anchor, words, words)
        yield statement("acronym", Phrase(short, (short,), (short,)), "stands for", whole, short, "stand")


def _spells(short: str, words: tuple[Word, ...]) -> bool:
    """Whether the capitals of `short` are initials of these words, in order, from the first on."""
    initials = iter([part[0].upper() for w in words for part in w.text.split("-") if part])
    letters = [c for c in short if c.isupper()]
    return words[0].text[0].upper() == letters[0] and all(c in initials for c in letters)
