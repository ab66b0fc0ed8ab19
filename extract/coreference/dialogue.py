"""Who is asked and who answers, and who is spoken to: what questions and quotations tell about a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extract.coreference.pronouns import GENDERS, Pronoun
from extract.coreference.references import Candidate, Referent, Role
from extract.english.wordlists import entries, word_class
from extract.model import Span
from extract.syntax.tree import Word

_OBJECTS = ("dobj", "dative")
_QUESTIONS = frozenset({"whether", "if", "how", "why", "where", "when", "what", "who", "which"})
#: He asked her if he could go, what he should do: the asker asks about himself.
_ALLOWED = frozenset({"could", "can", "may", "might"})
_OUGHT = frozenset({"should", "must", "ought", "shall"})
_ANSWERING = word_class("verbs of answering")
_SPOKEN_TO = frozenset({"ask", "assure", "inform", "remind", "tell"})

_OPENING, _CLOSING = re.compile(r"(?<![^\s(])['‘](?=\w)"), re.compile(r"(?<=[\w,.!?])['’](?=[\s,.;:!?]|$)")

_OWN = re.compile(r"\b(?:I|me|we|us)\b[^.!?]*$")


def is_asked(word: Word, noun: Word) -> bool:
    """Lund asked the players whether they would stay, how they had lost: the question is about whom she asked.

    She told them that they should not worry.
    """
    verb = word.head
    if word.dep not in ("nsubj", "nsubjpass"):
        return False
    if verb.dep == "ccomp" and verb.head.lemma in {"tell", "advise", "remind"} and noun.head is verb.head:
        return any(w.lower in _OUGHT for w in verb.left)
    above = verb.head.head if verb.dep == "relcl" and verb.head is noun else verb.head  # asked the clerk where he was
    if verb.dep not in ("ccomp", "advcl", "relcl") or above.lemma != "ask" or noun.head is not above:
        return False
    before = {w.lower for w in verb.left}
    own = _ALLOWED if not before.isdisjoint(("whether", "if")) else _ALLOWED | _OUGHT
    return not before.isdisjoint(_QUESTIONS) and before.isdisjoint(own)


def answers(asked: Pronoun, mention: Candidate) -> bool:
    """ "Lund asked Ann Berg to come. She agreed": whoever was asked in the sentence before."""
    noun = mention.head
    if asked.sentence - mention.sentence != 1 or asked.quote != mention.quote or not may_answer(asked):
        return False
    if noun.dep == "nsubj" and noun.head.dep == "ccomp" and any(w.tag == "TO" for w in noun.head.left):
        return noun.head.head.lemma == "ask"  # asked Ann Berg to come, which the parser takes for her coming
    return noun.dep in _OBJECTS and noun.head.lemma == "ask" and noun.head.child("ccomp", "xcomp", "advcl") is not None


def may_answer(asked: Pronoun) -> bool:
    """Whether a pronoun may be that of "She agreed", whoever was asked."""
    verb = asked.word.head
    return asked.form in GENDERS and asked.word.dep == "nsubj" and verb.is_root and verb.lemma in _ANSWERING


def says_before(asked: Pronoun, mention: Candidate) -> bool:
    """Whether a mention is the subject of the verb of saying that the pronoun's verb is coordinated with."""
    before = asked.word.head.head
    return mention.head.dep == "nsubj" and mention.head.head is before and before.lemma in entries("quoting_verbs")


def addressed(asked: Pronoun, near: Iterable[Candidate], speakers: Mapping[int, Referent]) -> Referent | None:
    """Whom a quotation is spoken to: "They sent me to him," Ann Berg told Lund. He is somebody else."""
    speaker = speakers.get(asked.quote)
    if asked.quote < 0 or speaker is None:
        return None
    told = [m for m in near if m.quote < 0 and m.role is Role.OBJECT and m.head.head.lemma in _SPOKEN_TO]
    for mention in told:
        teller = mention.head.head.child("nsubj")
        if teller is not None and any(m.head is teller for m in speaker.mentions):
            return mention.referent
    return None


def quoted_within(text: str, quotation: Span, start: int) -> bool:
    """ "She said 'I will not go', and that was that," he said: who says "I" is not he."""
    opened = [m.end() for m in _OPENING.finditer(text, quotation[0] + 1, start + 1)]
    if not opened or _CLOSING.search(text, opened[-1], start):
        return False
    if _OWN.search(text[quotation[0] : opened[-1] - 1]):
        return False  # "I always say: 'I cannot wait'", she said
    return _CLOSING.search(text, start, quotation[1]) is not None


def who_said(root: Word) -> Word | None:
    """The death was announced by Lund, who said that she had been ill: Lund said so. According to Lund, she was."""
    said = _last_clause(root)
    if said is not None:
        return said.head
    according = next((w for w in root.children if w.lower == "according"), None)
    to = according.child("prep") if according is not None else None
    return to.child("pobj") if to is not None else None


def is_cited(noun: Word) -> bool:
    """The Lund of "according to Lund"."""
    return noun.dep == "pobj" and noun.head.lower == "to" and noun.head.head.lower == "according"


def who_answered(root: Word) -> Word | None:
    """ "Lund asked Berg, who said that she had paid": Berg spoke last."""
    said = _last_clause(root)
    return said.head if said is not None and said.head.dep in _OBJECTS and said.head.head is root else None


def _last_clause(root: Word) -> Word | None:
    """The verb of "who said that ..." at the end of a sentence."""
    said = root
    while said.dep != "relcl" and said.right:
        below = said.right[-1]
        if below.pos == "PUNCT":
            below = next((w for w in reversed(said.right) if w.pos != "PUNCT"), said)
            if below is said:
                break
        said = below
    own = said.child("nsubj") if said.dep == "relcl" and said.child("ccomp") is not None else None
    return said if own is not None and own.lower == "who" and said.lemma in entries("quoting_verbs") else None
