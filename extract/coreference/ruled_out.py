"""Whom a pronoun cannot stand for, by binding theory and by what is said in speech."""

from __future__ import annotations

from extract.coreference import binding
from extract.coreference.pronouns import FORMS, OTHER_FORMS, Form, Pronoun
from extract.coreference.references import Candidate, Kind, Role
from extract.english.persons import Sort
from extract.english.wordlists import entries
from extract.syntax.tree import Word
from extract.syntax.words import FIRST_PERSON, first_conjunct

#: Members by themselves: on Python 3.11 to find one in its class takes as long as to call a function.
_NAME, _PRONOUN = Kind.NAME, Kind.PRONOUN
_SUBJECT, _BODY, _THEY = Role.SUBJECT, Sort.BODY, Form.THEY


def is_other(asked: Pronoun, mention: Candidate) -> bool:
    if mention.quote in asked.spoken:
        told = mention.kind is _NAME and not _is_of_others(mention.head, asked.word.head)
        if told or _is_own(mention.head):
            return True  # "Seeing Reed, they fled. They left," he said: not Reed. "My father fell," he said: not he
    if mention.sentence != asked.sentence or mention.members or asked.reflexive:
        return False
    if mention.kind is _PRONOUN and mention.head.lower in OTHER_FORMS[asked.form]:
        return True  # "It says that they harm children": not it. "She saw a guard before he fell": not she
    if _is_said_by(asked, mention):
        return True
    return binding.disjoint(asked.word, mention.head, possessive=asked.possessive)


def _is_of_others(noun: Word, cue: Word) -> bool:
    """ "People said that Reed was ill," he said: Reed may tell what others say of him."""
    told = (w.head for w in noun.ancestors() if w.dep == "ccomp" and w.head.i < w.i and w.head is not cue)
    others = (w.child("nsubj") for w in told if w.lemma in entries("quoting_verbs"))
    return any(other is not None and other.lower not in FIRST_PERSON for other in others)


def _is_own(noun: Word) -> bool:
    """my father, our clerk"""
    return any(w.dep == "poss" and w.lower in ("my", "our") for w in noun.left)


def _is_said_by(asked: Pronoun, mention: Candidate) -> bool:
    """ "Reed must apologise," he said: nobody names himself in what he says. "She is well," her doctor said: not he."""
    owner = mention.head.child("poss")
    if owner is not None and owner.lower in FORMS and FORMS[owner.lower] is asked.form:
        said = mention.head.head.child("ccomp") if mention.role is _SUBJECT else None
        if said is not None and said.i < mention.head.i and said.holds(asked.word):
            return True
    if mention.kind is not _NAME or mention.quote < 0 or asked.quote >= 0 or asked.role is not _SUBJECT:
        return False
    content = asked.word.head.child("ccomp")
    if content is None or content.i > asked.word.i or not content.holds(mention.head):
        return False
    return not _is_of_others(mention.head, asked.word.head)


def is_no_antecedent(asked: Pronoun, mention: Candidate) -> bool:
    word, possessive = asked.word, asked.possessive
    head = mention.head
    if mention.sentence != asked.sentence:
        return False
    role = head.dep == "pobj" and head.head.lower == "as" and mention.kind is not _NAME
    if role and (head.head.head is word.head or any(w.lower in ("a", "an") for w in head.left)):
        return True  # "As a boy he was afraid", "They paint her as a snob": whom that is said of stands elsewhere
    if (
        head.dep == "attr"
        and mention.kind is not _NAME
        and any(w.tag == "PRP" and w.lower != "it" for w in head.head.left)
    ):
        return True  # "He is the first mayor to quit", with another "he" before
    if mention.start > word.start and _is_hers(mention.head, asked.form):
        return True
    if asked.form is _THEY and (
        (mention.sort is _BODY and _is_according(mention.head)) or _is_one_of_subjects(word, mention)
    ):
        return True
    if not mention.members:
        return binding.excluded(word, mention.head, possessive=possessive)
    first = mention.members[0].head
    inside = any(m.head.holds(word) and m.head.i >= word.head.i for m in mention.members)
    return (
        inside
        or binding.excluded(word, first, possessive=possessive)
        or binding.disjoint(word, first, possessive=possessive)
    )


def _is_one_of_subjects(they: Word, mention: Candidate) -> bool:
    """Lund and the clerks said they would go: not the clerks alone; clerks and nurses sold their mill: both."""
    first = first_conjunct(mention.head)
    several = mention.head.dep == "conj" or first.child("conj") is not None
    joined = several and first.dep in ("nsubj", "nsubjpass") and not mention.members
    if first.tag == "PRP" or any(w.text == "," for w in first.right):
        return False  # "She and the clerks said so", "Lund, and so the clerks, said so"
    return joined and they.head is not first.head and first.head.holds(they) and not first.holds(they)


def _is_hers(noun: Word, form: Form) -> bool:
    """When she was ten her mother left: not the mother, who comes only with her."""
    owner = noun.child("poss")
    return owner is not None and FORMS.get(owner.lower) is form


def _is_according(noun: Word) -> bool:
    """According to the board, they were released: the board was not."""
    alone = noun.tag in ("NN", "NNP") and noun.lower != "police"
    return alone and noun.dep == "pobj" and noun.head.head.lower == "according"
