"""Whose words or thoughts a cue reports: the local mention that the text gives as source."""

from __future__ import annotations

from collections.abc import Callable

from extract.lexicon import entries
from extract.tree import Word

_SUBJECTS = ("nsubj", "csubj")
_UP = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "prep", "aux"})
_STOP = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "parataxis"})


def source_of(cue: Word) -> list[Word]:
    """The words of a cue's source in text order; empty for an impersonal one ("it is believed")."""
    if cue.pos in ("ADJ", "ADV") or cue.tag.startswith("JJ"):
        return _of_verb(cue.head) if cue.head is not cue else []
    if cue.pos in ("NOUN", "PROPN") and not cue.tag.startswith("VB"):
        return _of_noun(cue)
    return _of_verb(cue)


def phrase(head: Word) -> list[Word]:
    """A noun phrase without clauses and appositions set off by commas, in text order.

    Names joined by "and" stay together ("Mori and Lund").
    """
    head = _after_dateline(head)
    words = head.subtree(_outside(head))
    while words and words[-1].pos in ("PUNCT", "CCONJ"):
        words.pop()
    return words


def _after_dateline(head: Word) -> Word:
    """LONDON -- The minister said: the parser takes the place for the subject and the speaker for its apposition."""
    if not head.text.isupper() or head.i > 4 or len(head.text) < 4:
        return head
    dash = next((c for c in head.right if c.text in ("-", "--", "–", "—")), None)
    speaker = next(
        (c for c in head.right if dash is not None and c.i > dash.i and c.pos in ("NOUN", "PROPN", "PRON")), None
    )
    return speaker or head


def _outside(head: Word) -> Callable[[Word], bool]:
    def leave(word: Word) -> bool:
        if word.dep in ("conj", "cc") and word.head is head:
            return word.pos in ("VERB", "AUX")
        return word.dep in _STOP or (word.dep == "appos" and word.i > head.i + 1)

    return leave


def _of_verb(verb: Word) -> list[Word]:
    """The subject, also a shared or understood one: "He rose, saying that ...", "asked him to confirm"."""
    seen = 0
    at = verb
    while seen < 6:
        seen += 1
        subject = at.child(*_SUBJECTS)
        if subject is not None:
            return [] if _is_expletive(subject) else phrase(subject)
        if at.child("nsubjpass") is not None:
            return _of_passive(at, passive=at is verb)
        if at.child("expl") is not None or at.head is at:
            return []
        if at.dep in ("acl", "relcl"):
            return phrase(at.head) if at.tag != "VBN" else _agent(at)
        if at.dep == "xcomp" and _controls(at):
            return phrase(next(c for c in at.head.right if c.dep == "dobj"))
        if at.dep not in _UP:
            return []
        at = at.head
        if at.dep == "prep" and at.head.pos in ("NOUN", "PROPN"):
            return phrase(at.head) if at.lower != "as" else []
        if at.lower == "as" and at.dep == "prep":
            quoted = at.head.child("dobj", "nsubjpass")  # quoted Holm as saying
            if quoted is not None:
                return phrase(quoted)
    return []


def _controls(verb: Word) -> bool:
    """Whether the governor's object is the understood subject: "asked him to confirm that ..."."""
    objects = [c for c in verb.head.right if c.dep == "dobj" and c.i < verb.i]
    return bool(objects) and any(c.tag == "TO" for c in verb.left)


def _of_passive(verb: Word, *, passive: bool) -> list[Word]:
    """was said by him; "was accused": the agent. An embedded verb's understood subject is the passive's."""
    if not passive:
        subject = verb.child("nsubjpass")
        return [] if subject is None or _is_expletive(subject) else phrase(subject)
    return _agent(verb)


def _agent(verb: Word) -> list[Word]:
    by = verb.child("agent")
    noun = by.child("pobj") if by is not None else None
    return phrase(noun) if noun is not None else []


def _is_expletive(subject: Word) -> bool:
    return (subject.lower == "it" and subject.head.tag in ("VBN",)) or subject.lower == "there"


def _of_noun(noun: Word) -> list[Word]:
    """X's claim, a claim by X, the view of X; "repeated his claim" and "voiced fears" have the verb's subject."""
    owner = noun.child("poss")
    if owner is not None:
        return [w for w in phrase(owner) if w.tag != "POS"]
    for child in noun.right:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from", "of", "among"):
            inner = child.child("pobj")
            if inner is not None and (child.lower != "of" or _speaks(inner)):
                return phrase(inner)
    if noun.dep == "dobj" and noun.head.lemma in entries("voicing_verbs"):
        return _of_verb(noun.head)
    if noun.dep == "pobj" and noun.head.lower in ("with", "in", "over", "amid", "on"):
        return []
    return []


def _speaks(noun: Word) -> bool:
    return noun.entity in ("PERSON", "ORG", "GPE", "NORP") or noun.pos == "PRON" or noun.tag == "NNS"
