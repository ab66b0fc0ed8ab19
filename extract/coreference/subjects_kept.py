"""What an "it" or "they" goes on with beyond doubt: the subject of the sentence before, or of the clause above."""

from __future__ import annotations

from extract.coreference import binding
from extract.coreference.pronouns import Form, Pronoun
from extract.coreference.references import Candidate, Referent, Role
from extract.coreference.unlikely import is_one_more
from extract.english.persons import Sort, person_noun, takes_up
from extract.english.wordlists import entries
from extract.syntax.tree import Word

_TEAMS = frozenset({"team", "side", "club", "group"})


def opens_with(asked: Pronoun, mention: Candidate) -> bool:
    """The union supports the plan. Its president, Ann Hale, said so: what the sentence before is about."""
    noun = asked.word.head
    opens = asked.possessive and asked.word.text[0].isupper() and noun.dep == "nsubj" and noun.head.is_root
    if not opens or person_noun(noun.lemma.lower()) is None or mention.headline:
        return False
    is_subject = mention.role is Role.SUBJECT and mention.head.head.is_root
    return is_subject and asked.sentence - mention.sentence == 1 and asked.quote == mention.quote


def is_subject_above(asked: Pronoun, mention: Candidate) -> bool:
    """Tarn said it had sunk a ship; the deal failed because it offered too little.

    Not what a thing shows or what it is: "The report says it failed", "Tarn said it was an accident".
    """
    verb, above = asked.word.head, asked.word.head.head
    subjects = asked.role is Role.SUBJECT and mention.role is Role.SUBJECT and mention.head.i < asked.word.i
    if not subjects or asked.sentence != mention.sentence or asked.quote != mention.quote:
        return False
    if verb.dep == "ccomp":
        sort = mention.referent.sort if mention.referent is not None else Sort.UNKNOWN
        above = with_subject(above)
        one = asked.form is Form.THEY and mention.referent is not None and acts_as_one(mention.referent)
        return mention.head.head is above and verb.lemma != "be" and sort in (Sort.BODY, Sort.PLACE) and not one
    return binding.gives_reason(verb) and mention.head.head is above


def is_told_to_act(it: Word) -> bool:
    """The board said that it had asked; not: part of the reason is that it knows."""
    return it.dep == "nsubj" and with_subject(it.head.head).lemma in entries("quoting_verbs")


def with_subject(verb: Word) -> Word:
    """The verb above that has the subject of this one: "announced it by saying that ..." """
    while verb.child("nsubj", "nsubjpass") is None and verb.dep in {"xcomp", "pcomp", "prep", "advcl"}:
        verb = verb.head
    return verb


def goes_on(asked: Pronoun, mention: Candidate) -> bool:
    """The plan is simple. It costs nothing: the subject of one main clause is that of the next."""
    subjects = asked.role is Role.SUBJECT and mention.role is Role.SUBJECT and not is_one_more(asked)
    if not subjects or not asked.word.head.is_root or not mention.head.head.is_root:
        return False
    return asked.sentence - mention.sentence == 1 and asked.quote == mention.quote and not mention.headline


def acts_as_one(body: Referent) -> bool:
    """Companies and named bodies are seldom "they"; teams, crews and families are."""
    if body.nouns & _TEAMS:
        return False
    return body.named or any(takes_up(noun) for noun in body.nouns)
