"""How sure a pronoun's link is: as the scores say, and surer where the construction leaves little doubt."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from extract.coreference.pronouns import GENDERS, Form, Pronoun
from extract.coreference.references import Candidate, Choice, Kind, Number, Referent, Role, takes_part
from extract.coreference.spoken_for import is_called_so
from extract.coreference.subjects_kept import (
    goes_on,
    is_doer_of_noun,
    is_object_beside,
    is_person_above,
    is_speakers_matter,
    is_subject_above,
    is_subject_beside,
    is_thing,
    is_thing_before,
    is_told_in,
    is_told_that,
    is_told_to_act,
    opens_with,
)
from extract.english.persons import Sort
from extract.syntax.tree import Word
from extract.syntax.words import first_conjunct
from extract.values import value

#: How good the subject of the sentence before must be as what an `it` goes on with, and how sure it is then.
_GOES_ON, _SHOWN = 1.5, 0.87
#: How far ahead of the next best the subject of the clause above must be.
_AHEAD = 0.8
#: The same where it does something: "The board said it had asked", "Clerks said they had asked".
_AHEAD_ACTING = {Form.IT: 0.0, Form.THEY: 0.25}
#: The same of the subject of a clause beside, where several are meant.
_AHEAD_BESIDE = 0.35
#: How far ahead the object of the clause beside must be, and how good.
_AHEAD_OBJECT, _OBJECT = 0.4, 0.25
#: How sure it must be by itself that a body is whose something is.
_LIKELY = 0.8
#: How far ahead the subject of any clause of the sentence before must be as what an "it" goes on with, and an owner.
_AHEAD_BEFORE = 1.2
#: With such a lead, he or she is whoever has that gender, however far back.
_ALONE, _FIT = 1.9, 0.7


@value
class Ranked:
    """The best candidate: its score, its lead over the next, the score that was compared with the threshold."""

    mention: Candidate
    score: float
    margin: float
    total: float
    alone: bool  # there is no other


def certainty(asked: Pronoun, ranked: Ranked, speakers: Mapping[int, Referent]) -> float:
    """The confidence, from 0 to 1, that a pronoun stands for the best candidate."""
    confidence = 1 / (1 + exp(1 - ranked.margin - 0.4 * ranked.score))  # fitted: shares of right links
    if asked.form in GENDERS:
        return _of_person(asked, ranked, speakers, confidence)
    if asked.form is Form.THEY and _is_one_person(ranked.mention) and not ranked.alone:
        confidence *= 0.8  # "A clerk sent tips to nurses about their pay"
    if asked.form is Form.THEY and asked.minded and is_thing(ranked.mention.referent):
        confidence *= 0.6  # "The talks failed because they insisted": no talks do
    shown = _is_owner(asked, ranked, confidence) or _is_shown(asked, ranked, speakers)
    return max(confidence, _SHOWN) if shown else confidence


def as_last_speaker(asked: Pronoun, choice: Choice | None, last: Referent | None) -> Choice | None:
    """Lund said it was over. "We lost," he added: who spoke last, if the article names her, goes on."""
    speaks = asked.form in GENDERS and (asked.says or bool(asked.spoken))
    if choice is None or choice.referent is not last or not speaks or choice.confidence >= _FIT:
        return choice
    mention = choice.mention
    taken = len(mention.key) == 1 and not choice.referent.sure and not mention.head.text.isupper()
    named = mention.kind is Kind.NAME and (mention.sort is Sort.PERSON or taken)  # the tagger may take Lund for a body
    return Choice(choice.referent, choice.mention, _FIT, choice.rule) if named else choice


def _of_person(asked: Pronoun, ranked: Ranked, speakers: Mapping[int, Referent], confidence: float) -> float:
    mention, referent = ranked.mention, ranked.mention.referent
    if referent is None:
        return confidence
    speaks = referent is speakers.get(asked.quote)
    if referent.sort is not Sort.PERSON:
        confidence *= 0.6  # "she told Radio Tarn: He is a faker": hardly the radio
    elif ranked.margin >= _ALONE and not speaks and referent.gender is GENDERS[asked.form]:
        confidence = max(confidence, _FIT)
    if ranked.alone and _tells_age(asked.word) and asked.sentence == mention.sentence + 1 and mention.kind is Kind.NAME:
        confidence = max(confidence, _FIT)
    fits = _acts_on(asked, ranked, speakers) or _is_whose(asked.word, ranked)
    return max(confidence, _FIT) if fits else confidence


def _acts_on(asked: Pronoun, ranked: Ranked, speakers: Mapping[int, Referent]) -> bool:
    """Whether he or she goes on with what is told of somebody, or is who speaks: "Lund said he would stay"."""
    mention, referent = ranked.mention, ranked.mention.referent
    if mention.kind is not Kind.NAME or referent is None:
        return False
    known = referent.sort is Sort.PERSON
    if is_person_above(asked, mention):  # the entity recogniser may take "Lund" for a body, but not "CNN" for Lund
        outlet = mention.head.text.isupper() or mention.head.head.lemma == "report"
        return known or (ranked.margin >= _ALONE and not outlet)
    return known and referent.gender is GENDERS[asked.form] and goes_on(asked, mention, speakers)


def _tells_age(word: Word) -> bool:
    """ "She was 85." behind a sentence that names one person"""
    age = word.head.child("attr", "acomp") if word.head.lemma == "be" else None
    return age is not None and any(w.tag == "CD" for w in age.subtree()) and word.head.is_root


def _is_shown(asked: Pronoun, ranked: Ranked, speakers: Mapping[int, Referent]) -> bool:
    mention = ranked.mention
    ahead = _AHEAD_ACTING[asked.form] if is_told_to_act(asked.word) else _AHEAD
    if ranked.margin >= _AHEAD_OBJECT and ranked.score >= _OBJECT and is_object_beside(asked, mention):
        return True
    beside = (asked.form is Form.IT or ranked.margin >= _AHEAD_BESIDE) and is_subject_beside(asked, mention)
    if beside or is_doer_of_noun(asked, mention) or (ranked.margin >= ahead and is_subject_above(asked, mention)):
        return True
    if _is_whose(asked.word, ranked) or (asked.form is Form.IT and _is_called(asked, mention)):
        return True
    if asked.form is Form.IT:
        if is_speakers_matter(asked, mention):
            return True
        if ranked.margin >= _AHEAD_BEFORE and is_thing_before(asked, mention):
            return True
        if mention.referent is not None and asked.word.dep == "nsubj" and is_called_so(asked.word, mention.referent):
            return True
        return _is_plain(asked, mention, ranked.total, speakers)
    return goes_on(asked, mention, speakers) or is_told_that(asked, mention)


def _is_one_person(mention: Candidate) -> bool:
    return mention.sort is Sort.PERSON and mention.number is Number.SINGULAR and not mention.members


def _is_owner(asked: Pronoun, ranked: Ranked, confidence: float) -> bool:
    """The clerks held their own service; the firm sold its mill; guards say tips were sent to their office.

    "A clerk sent tips to nurses about their pay": hardly the clerk's.
    """
    owner = ranked.mention
    sort = owner.referent.sort if owner.referent is not None else Sort.UNKNOWN
    own = asked.own_subject is owner.head
    if not asked.possessive or owner.kind is Kind.PRONOUN:
        return False
    if asked.form is Form.THEY:
        several = owner.number is Number.PLURAL and owner.head.child("conj") is None
        return (own or owner.role is Role.SUBJECT) and sort is Sort.PERSON and (bool(owner.members) or several)
    likely = sort in (Sort.BODY, Sort.PLACE) and (own or confidence >= _LIKELY)
    here = owner.sentence == asked.sentence and owner.role in (Role.SUBJECT, Role.POSSESSOR)
    return likely or (here and ranked.margin >= _AHEAD_BEFORE)


def _is_whose(pronoun: Word, ranked: Ranked) -> bool:
    return _owns_beside(pronoun, ranked.mention) or _has_a_part(pronoun, ranked)


def _owns_beside(pronoun: Word, owner: Candidate) -> bool:
    """ "Norland's laws and its own debt": Norland's. "Lund and his wife": Lund's.

    Not "the building of the mill and its sale", "in Tarn, Norland, and its plan".
    """
    noun, above, first = pronoun.head, pronoun.head.head, first_conjunct(pronoun.head)
    thing = owner.kind is Kind.NOMINAL and owner.sort is Sort.THING
    if pronoun.tag != "PRP$" or owner.kind is Kind.PRONOUN or thing or owner.head.dep in ("appos", "conj"):
        return False
    return first is not noun and (above is owner.head or (owner.head.dep == "poss" and owner.head.head is first))


def _has_a_part(pronoun: Word, ranked: Ranked) -> bool:
    """ "Some of his aides": Lund's, where nobody else is near; not "two million of its users"."""
    noun, above = pronoun.head, pronoun.head.head
    if pronoun.tag != "PRP$" or noun.tag != "NNS" or noun.dep != "pobj" or above.lower != "of":
        return False
    part = above.head
    plain = takes_part(part) and part.lower != "all" and (part.tag != "CD" or part.lower == "one")
    known = ranked.mention.sort is not Sort.UNKNOWN
    return plain and known and (ranked.alone or ranked.margin >= _AHEAD_BEFORE)


def _is_called(asked: Pronoun, mention: Candidate) -> bool:
    """They announced a plan. It is a bad plan."""
    near = asked.sentence - mention.sentence == 1 and mention.referent is not None
    return near and asked.predicate == mention.head.lemma and asked.predicate not in ("one", "part", "thing", "way")


def _is_plain(asked: Pronoun, mention: Candidate, score: float, speakers: Mapping[int, Referent]) -> bool:
    """Whether an "it" goes on with the subject of the sentence before, or with a paper that says something."""
    if mention.referent is not None and is_told_in(asked, mention.referent):
        return asked.sentence - mention.sentence < 2 and asked.quote == mention.quote
    return (score >= _GOES_ON and goes_on(asked, mention, speakers)) or opens_with(asked, mention)
