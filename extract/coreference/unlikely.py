"""Who is hardly meant by a pronoun, whatever the grammar of the two places says."""

from __future__ import annotations

from collections.abc import Iterator

from extract.coreference.mentions import ONE_OF_THEM
from extract.coreference.pronouns import GENDERS, Form, Pronoun
from extract.coreference.references import Candidate, Kind, Referent, Role
from extract.english.persons import Sort
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word

_DEPICTING = frozenset({"describe", "mourn", "paint", "picture", "portray", "recall", "remember"})
_ANYBODY = frozenset({"boy", "character", "girl", "lady", "man", "person", "woman"})
_PLACES = word_class("places of people")
#: What is done to things that somebody makes, never to persons.
_MADE = word_class("verbs of making things")


def doubts(asked: Pronoun, mention: Candidate, referent: Referent, speaker: Referent | None) -> Iterator[str]:
    """The names of the facts that speak against a candidate; `speaker` says the quotation that the pronoun is in."""
    if asked.form in GENDERS:
        if is_depicted(mention) or (mention.key == (ONE_OF_THEM,) and mention.sentence != asked.sentence):
            yield "depicted"
        if mention.sentence != asked.sentence and _is_whose(mention.head):
            yield "whose"
        return
    if asked.form is Form.THEY:
        if _is_bare(mention.head):
            yield "bare"
        if asked.quote >= 0 and speaker is not None and _belongs_to(mention, speaker):
            yield "own people"
        if mention.sentence != asked.sentence and _is_one_of_two(mention.head):
            yield "one of two"
    made = asked.word.dep == "nsubjpass" and asked.word.head.lemma in _MADE  # "It had been repaired"
    if made and referent.sort in (Sort.PERSON, Sort.BODY):
        yield "made"


def is_depicted(mention: Candidate) -> bool:
    """ "Friends remembered a woman who loved a joke": who she is has been told already."""
    noun = mention.head
    indefinite = mention.kind is Kind.NOMINAL and any(w.lower in ("a", "an") for w in noun.left)
    if not indefinite or noun.lemma not in _ANYBODY or noun.dep not in ("dobj", "pobj"):
        return False
    return (noun.head if noun.dep == "dobj" else noun.head.head).lemma in _DEPICTING


def _is_whose(noun: Word) -> bool:
    """ "Lund, whose father worked there, met Berg. He ...": who only comes with Lund."""
    return any(w.dep == "poss" and w.tag == "WP$" for w in noun.left)


def _is_bare(noun: Word) -> bool:
    """ "He spoke outside court. They ...", "was in hospital": a place, and nobody in it."""
    alone = noun.tag == "NN" and noun.dep == "pobj" and not any(w.dep in ("det", "poss", "amod") for w in noun.left)
    return alone and noun.lemma in _PLACES


def _belongs_to(mention: Candidate, speaker: Referent) -> bool:
    """ "General Lund's men advanced; his men advanced," and he says "they": his own would be "we"."""
    owner = mention.head.child("poss")
    return owner is not None and any(m.head is owner for m in speaker.mentions)


def _is_one_of_two(noun: Word) -> bool:
    """ "She and her students measured it. They ...": not the students alone."""
    return noun.dep == "conj" and noun.head.tag == "PRP" and noun.head.lower in ("he", "she", "i", "we")


def is_he_or_she(pronoun: Word) -> bool:
    """ "He or she should make their own mistakes", "his or her beliefs": whoever it may be."""
    first = pronoun.head if pronoun.dep == "conj" else pronoun
    if pronoun.tag == "PRP$":
        first = next((w for w in pronoun.head.left if w.i == pronoun.i - 2 and w.tag == "PRP$"), first)
    joint = next((w for w in first.right if w.dep == "cc" and w.lower == "or"), None)
    beside = (*first.right, *first.head.left)
    return joint is not None and any(w.i == joint.i + 1 and w.tag in ("PRP", "PRP$") for w in beside)


def is_of_each(pronoun: Word) -> bool:
    """ "Each, in her own way, fought the time that she lived in": all of them do."""
    at = pronoun
    while at.head is not at:
        at = at.head
        own = at.child("nsubj", "nsubjpass")
        if own is not None and own.lower == "each" and own.i < pronoun.i:
            return True
    return False


def is_one_more(asked: Pronoun) -> bool:
    """It is the third extension, it was a setback: what happened is, no thing that was spoken of."""
    noun = asked.word.head.child("attr") if asked.role is Role.SUBJECT else None
    if noun is None:
        return False
    event = noun.lemma in _OUTCOMES and any(w.lower == "of" for w in noun.right)  # "It was the result of a strike"
    event = event or (noun.lemma in _HAPPENINGS and not any(w.lower in ("the", "its", "his", "her") for w in noun.left))
    return event or any(w.lower in entries("ranks") and w.dep == "amod" for w in noun.left)


_OUTCOMES = frozenset({"consequence", "outcome", "result"})
#: What something that happened is, or what somebody did.
_HAPPENINGS = word_class("happenings")
