"""Clauses whose verb is a bare form: what is demanded of somebody, and what the first one did."""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.factuality.signatures import Signature, Value
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Word
from extract.syntax.words import has_mark

_OPEN = Value(Polarity.POSITIVE, Modality.UNCOMMITTED)
_SUBJECTS = ("nsubj", "nsubjpass")
#: Auxiliaries after which a bare verb is no subjunctive: "did leave", "will be", "to go".
_FINITE = frozenset({"MD", "TO", "VBD", "VBZ", "VBP"})
#: Judgements: the best way to win is not yet a victory.
_JUDGED = frozenset({"best", "worst", "easiest", "safest", "cheapest", "quickest", "fastest", "surest", "simplest"})
#: What picks somebody out of a row: the infinitive then tells what they did.
_RANKS = frozenset({"only", "last", "latest", "next", "sole", "lone"})


def is_mandative(word: Word, host: Word) -> bool:
    """Whether a that-clause tells what shall be: "insisted that the child be returned", "asked that he leave".

    A bare "be" is a demand behind any word: "ignored advice that the roof be mended". The tagger takes "insisted that
    it reach a deal" for the present, which would have an "s".
    """
    demanding = host.lemma in entries("mandative")
    that = has_mark(word, "that")
    subject = word.child(*_SUBJECTS)
    if subject is None or not (that or demanding):
        return False
    helpers = [c for c in word.left if c.dep in ("aux", "auxpass")]
    if any(c.tag in _FINITE and c.lower != "be" for c in helpers):
        return False
    if word.lower == "be" or any(c.lower == "be" for c in helpers):
        return True
    noun = subject.tag in ("NN", "NNP") and all(c.dep != "conj" and c.lower != "of" for c in subject.right)
    single = noun or subject.lower in ("he", "she", "it")  # not "a majority of voters want"
    return demanding and not helpers and (word.tag == "VB" or (word.tag == "VBP" and single))


def mandative(sign: Signature | None) -> Signature:
    """The signature of a word whose that-clause is a demand."""
    return Signature(_OPEN, _OPEN, Mood.WISH, sign is not None and sign.reports)


def is_counted(noun: Word) -> bool:
    """the second time, the fourth time"""
    ranks = ("first", "second", "third", "last", "only")
    return noun.lemma == "time" and any(c.lower in ranks or c.entity == "ORDINAL" for c in noun.left)


def is_ranked(noun: Word) -> bool:
    """the first woman to win, the last mill to close, the largest bank to fail: it won, closed, failed"""
    return any(
        c.dep == "amod"
        and c.lower not in _JUDGED
        and (c.tag == "JJS" or c.lower in _RANKS or c.lower in entries("ranks"))
        for c in noun.left
    )
