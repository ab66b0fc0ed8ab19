"""A claim's words read: what its arguments, its relation and its qualifiers say, for comparing it with others.

A function of words alone, so that a claim says the same whether it was just extracted, corrected by a person or stored
by an earlier version.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import NamedTuple

from extract.english.amounts import amount
from extract.english.boarding import Parts, boarded
from extract.english.filled import is_filled
from extract.english.fines import fined, measure, sum_of
from extract.english.forms import Amount, ClaimPhrases, Course, NounPhrase, VerbPhrase
from extract.english.nounphrases import capital, named, noun_phrase, prepositional_phrase
from extract.english.propernames import name_of
from extract.english.verbphrases import verb_phrase
from extract.english.vocabulary import TO_LAST, disasters, idioms, light_verbs, names_disaster, verb
from extract.english.wordlists import word_class
from extract.model import Argument, Claim, Mood, Qualifier, Relation, Role


class ArgumentWords(NamedTuple):
    """An argument's full extent, the place where it begins, its entity type, what it stands for, and what it shows."""

    text: str
    start: int
    entity: str | None
    resolved: str | None
    shown: str = ""


class ClaimWords(NamedTuple):
    """The words of a claim that its reading rests on. `sentence_start` is a place of the article's text."""

    subject: ArgumentWords
    relation: str
    lemma: str
    object: ArgumentWords | None
    qualifiers: tuple[tuple[str, str], ...]  # role and words
    rule: str
    tense: str | None
    mood: str
    sentence_start: int


def claim_words(claim: Claim, sentence_start: int) -> ClaimWords:
    """The words of a claim that its reading rests on. `sentence_start` is a place of the article's text."""
    return parts_words(
        claim.subject, claim.relation, claim.object, claim.qualifiers, claim.rule, claim.tense, claim.mood,
        sentence_start,
    )  # fmt: skip


def parts_words(
    subject: Argument, relation: Relation, thing: Argument | None, qualifiers: Iterable[Qualifier], rule: str,
    tense: str | None, mood: str, sentence_start: int,
) -> ClaimWords:  # fmt: skip
    """The same from the parts of a claim."""
    return ClaimWords(
        _words(subject), relation.text, relation.lemma, _words(thing) if thing else None,
        tuple([(qualifier.role, qualifier.text) for qualifier in qualifiers]), rule, tense, mood, sentence_start,
    )  # fmt: skip


def _words(argument: Argument) -> ArgumentWords:
    start = argument.head_spans[0][0] if argument.head_spans else -1
    return ArgumentWords(argument.full, start, argument.entity, argument.resolved, argument.text)


class KnownNames:
    """An article's own names: where they stand, and the whole form of each that is cut short."""

    def __init__(self, names: Iterable[tuple[int, int, str, str | None]]) -> None:
        """`names` are the mentions that are names: start, end, words, and the name they stand for."""
        found = list(names)
        self._starts = frozenset(start for start, _, _, _ in found)
        places = sorted((start, end) for start, end, _, _ in found)
        self._from = [start for start, _ in places]
        self._until = list(accumulate((end for _, end in places), max))  # the furthest end of those that begin before
        self._whole: Mapping[str, str] = {text: whole for _, _, text, whole in found if whole}
        self._texts = frozenset(text for _, _, text, _ in found) | frozenset(self._whole.values())

    def whole(self, name: str | None) -> str | None:
        """The whole form of a name, else the name itself."""
        return self._whole.get(name or "", name)

    def is_name(self, text: str) -> bool:
        return text in self._texts

    def is_at(self, place: int) -> bool:
        """Whether a name stands there."""
        before = bisect_right(self._from, place)
        return place in self._starts or (before > 0 and place < self._until[before - 1])


_TIMES = frozenset(("DATE", "TIME"))
#: What a figure is given of: "a figure of eleven".
_FIGURE = re.compile(r"an? (?:official )?(?:figure|toll|number|count) of (.+)$")
_BEHIND_LIGHT = re.compile(r" (?:to|with|on|of|at|against|for|into|from|between) (.+)$")
_BEHIND_PASSIVE = re.compile(r" by (.+)$")
_BEHIND_TERM = re.compile(r" to (.+)$")
_SENTENCED = word_class("verbs with a term")
_DEGREES = word_class("degrees")
#: Qualifiers that say to whom, where and with what a thing is done; of other roles nothing is compared but their words.
_COMPARED = frozenset((Role.RECIPIENT, Role.DESTINATION, Role.ACCOMPANIMENT, Role.PURPOSE, Role.PLACE, Role.OTHER))


def read_claim(words: ClaimWords, names: KnownNames) -> ClaimPhrases:
    """What the parts of a claim say, given the names of its article."""
    subject = _argument(words.subject, words, names)
    thing = _spanned(words.object)
    found = None
    if thing is not None and (thing.entity not in _TIMES or _is_bare_count(thing.text, words.relation)):
        between = words.relation.endswith(" between")
        found = _argument(thing._replace(text=f"between {thing.text}") if between else thing, words, names)
    relation = verb_phrase(words.relation, words.lemma, words.rule, words.tense, found is not None)
    found = found if thing is None or found is not None else _span(thing.text)
    if thing is not None and (words.lemma, relation.tail) in _OLD and _is_person(words.subject):
        found = _age(thing.text) or found
    if words.lemma == "be" and " to be" in words.relation and words.mood == Mood.STATEMENT:
        relation = relation._replace(normal=words.relation.lower())  # "was qualified to be president" is not "was"
    at: int | None = None
    if thing is not None and found is not None and (on_board := _boarded(subject, found, thing, words)):
        subject, relation, found = on_board
    elif thing is not None and (fine := fined(words.lemma, relation, thing.shown or thing.text, words.qualifiers)):
        relation, found, at = fine
    elif idiom := _idiom(words, relation, found):
        relation, found = idiom
    elif found is not None and (plain := _within(words, relation)):
        relation = _as_plain(relation, plain)
    elif found is not None and found.head and thing is not None:
        relation, found = _joined(relation, words.lemma, found, thing)
    lasts = words.lemma == TO_LAST
    qualifiers = [None if n == at else _qualifier(*told, lasts) for n, told in enumerate(words.qualifiers)]
    return ClaimPhrases(subject, relation, found, tuple(qualifiers))


def _boarded(subject: NounPhrase, found: NounPhrase, thing: ArgumentWords, words: ClaimWords) -> Parts | None:
    return boarded(subject, words.relation, words.lemma, found, thing.text, words.qualifiers)


def _is_person(subject: ArgumentWords) -> bool:
    return subject.entity == "PERSON" or subject.text.lower() in ("he", "she")


def _is_bare_count(text: str, relation: str) -> bool:
    """ "Injuring 80", which a tagger may take for a year; not "died in 80"."""
    return bool(_BARE.fullmatch(text)) and len(relation.split()) == 1


_BARE = re.compile(r"[1-9]\d{0,2}")


def _idiom(
    words: ClaimWords, relation: VerbPhrase, found: NounPhrase | None
) -> tuple[VerbPhrase, NounPhrase | None] | None:
    """The verb that a verb with a preposition and a noun stand for, and its object: "was taken into custody", "took two
    men into custody" are "arrest"."""
    known = {} if found is None and not words.qualifiers else idioms()
    if found is not None and (plain := known.get((words.lemma, relation.tail, found.head))):
        return _as_plain(relation, plain), None
    phrases = (prepositional_phrase(text) for _, text in words.qualifiers if words.lemma in _IDIOMATIC)
    plain = next((known[key] for one in phrases if (key := (words.lemma, one.preposition, one.head)) in known), "")
    return (_as_plain(relation, plain), found) if plain else None


def _within(words: ClaimWords, relation: VerbPhrase) -> str:
    """The verb that a verb and a noun of the relation stand for: "set fire to" the mill is "burn"."""
    told = words.relation.lower().split()
    is_noun = len(told) >= _VERB_NOUN_PREPOSITION and told[-1] == relation.tail
    return light_verbs().get((words.lemma, told[-2]), "") if is_noun else ""


_VERB_NOUN_PREPOSITION = 3
_IDIOMATIC = frozenset(lemma for lemma, _, _ in idioms())


def _as_plain(relation: VerbPhrase, plain: str) -> VerbPhrase:
    name = plain.removeprefix("<")
    is_passive = relation.passive or plain.startswith("<")
    named = verb(name, is_passive)
    course = named.course if named else Course.EVENT
    return relation._replace(normal=named.name if named else name, course=course, passive=is_passive, tail="")


def _argument(argument: ArgumentWords, words: ClaimWords, names: KnownNames) -> NounPhrase:
    whole = names.whole(argument.resolved)
    if whole is None or is_filled(argument.shown or argument.text, whole):
        whole = argument.text
        opens = argument.start == words.sentence_start and not names.is_at(argument.start)
        if opens and capital(whole) and not names.is_name(whole.partition(" ")[0]):
            whole = whole[:1].lower() + whole[1:]
    if names.is_name(whole) and (name := name_of(whole)) and name.normal == whole.lower():
        return named(name.normal)
    return noun_phrase(whole)


def _joined(relation: VerbPhrase, lemma: str, found: NounPhrase, thing: ArgumentWords) -> tuple[VerbPhrase, NounPhrase]:
    """What the object's words say together with their verb: "paid a visit to Farrow", "gave a figure of eleven"."""
    text = thing.text
    light = "" if relation.passive else light_verbs().get((lemma, found.head), "")
    behind = None
    if light:
        behind = _BEHIND_LIGHT.search(text)
    elif relation.passive and relation.tail != "by":
        behind = _BEHIND_PASSIVE.search(text)
    else:
        behind = _FIGURE.match(text)
    if behind:
        found = found._replace(complement=noun_phrase(behind[1]))
    elif not relation.passive and lemma in _SENTENCED and (term := _BEHIND_TERM.search(thing.shown)):
        found = found._replace(complement=_span(term[1]))
    if lemma == "be":
        found = found._replace(quality=" ".join(w for w in text.lower().split() if w not in _DEGREES))
    return relation._replace(light=light) if light else relation, found


#: How old somebody is, as what is said of him; in a few words behind what happened to him.
_IS_OLD = re.compile(r"(?:aged )?(\d{1,3})(?: years? old| years of age)?$")
_AT_AGE = re.compile(r"(?:at the age of|aged?|at age|at) (\d{2,3})$")
#: Verbs with their prepositions of what somebody's age is the object: "is 41", "dies at 91".
_OLD = (("be", ""), ("die", "at"))
#: What was paid in a deal.
_WORTH = re.compile(r"\b(?:worth|valued at) (.+)$")
_SPANS = frozenset(("day", "week", "month", "year"))


def _age(text: str) -> NounPhrase | None:
    """ "Ada Lind is 41", "is 41 years old"."""
    found = _IS_OLD.match(text)
    return measure(Amount(float(found[1]), float(found[1]), "year")) if found else None


def _spanned(thing: ArgumentWords | None) -> ArgumentWords | None:
    """ "Five years of tax returns", "three days of talks": what there are so many years or days of."""
    found = _SPANNED.match(thing.text) if thing is not None and thing.entity in _TIMES else None
    return thing if thing is None or found is None else thing._replace(text=found[1], entity=None)


_SPANNED = re.compile(r"(?:[\w-]+ )+(?:years|months|weeks|days|hours) of ((?:\w+ )*\w+s)$")


def _span(text: str) -> NounPhrase | None:
    """ "Was sentenced to 22 years in prison"."""
    found = amount(text)
    return measure(found[0]) if found and found[0].unit in _SPANS else None


def _qualifier(role: str, text: str, lasts: bool) -> NounPhrase | None:
    if role == Role.AGENT:
        return prepositional_phrase(text)
    return _how_much(role, text, lasts) or _compared(role, text)


def _how_much(role: str, text: str, lasts: bool) -> NounPhrase | None:
    """ "Was jailed for 22 years on Thursday", "lasted 14 weeks", "died at the age of 88", "in a deal worth $3.4
    billion"."""
    if role == Role.TIME and (lasts or text.startswith("for ")):
        return _span(text.removeprefix("for "))
    if old := _AT_AGE.match(text):
        return measure(Amount(float(old[1]), float(old[1]), "year"))
    if role == Role.OTHER and (worth := _WORTH.search(text)):
        return measure(sum_of(worth[1]))
    if role == Role.MEASURE and text.startswith("for "):
        return measure(sum_of(text.removeprefix("for ")))
    return None


def _compared(role: str, text: str) -> NounPhrase | None:
    if role == Role.TIME:  # "died in the Halvik dam disaster"
        found = prepositional_phrase(text)
        return found if found.name and (found.head in disasters() or names_disaster(found.normal)) else None
    if role == Role.MEASURE:
        found = noun_phrase(text)
        return found if found.amount else None
    if role not in _COMPARED:
        return None
    found = prepositional_phrase(text)
    return found if found.name or found.anchors or found.definite else None
