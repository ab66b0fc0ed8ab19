"""Nouns that sum up what stands before them: "The mill will close, a decision that angered the town"."""

from __future__ import annotations

from dataclasses import replace

from extract.claims.proposal import Phrase
from extract.claims.subjects import clause_top
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import BREAKS, DASHES, SUBJECTS, is_finite, is_nominal, is_verbal, is_wh

_POSTS = frozenset({"effect", "job", "part", "post", "role", "title"})
_EXPLAINING = frozenset({"ascribe", "attribute", "blame", "credit", "link"})
_CHARGES = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "contention"})
_DENYING = word_class("denying verbs")
_ASIDE = frozenset({"appos", "dep", "meta", "npadvmod"})
#: More words than this are no reading matter.
_LONGEST = 40


def summed_up(argument: Phrase, verb: Word) -> Phrase:
    """ "The mill will close, a decision | angered | the town": which decision, as "a decision" alone says nothing.

    Only the argument that the verb's clause is about; "She played the queen, a role | made | her famous". What belongs
    to the noun behind the verb ("attribute | a drop to better weather") would be torn from it; and who denies a charge
    denies what it says, not that somebody made it.
    """
    noun = argument.head
    if not noun.holds(verb) or noun.is_root or noun.dep not in _ASIDE or not _is_bare(noun):
        return argument
    if verb.lemma in _EXPLAINING and verb.child("prep") is not None:
        return argument
    start = noun.subtree()[0].i
    before = [w for w in noun.root.subtree() if w.i < start]
    denied = verb.lemma in _DENYING and noun.lemma in _CHARGES
    host = _content(before) if denied else _host(noun, before)
    if host is None or before[-1].text not in BREAKS or any(w.lemma == noun.lemma for w in before):
        return argument
    if before[-1].text in DASHES and _is_gap(noun):
        return argument  # "criticised the gas -- a mistake she said she made": not that she criticised it
    first = next((w.i for w in host.subtree() if w.dep not in {"mark", "cc", "punct"}), start)
    words = tuple(w for w in before if first <= w.i)
    return replace(argument, beside=(*argument.beside, *words)) if 0 < len(words) <= _LONGEST else argument


def _is_bare(noun: Word) -> bool:
    """ "a decision", "a rare move", but not "the decision"."""
    opener = bool(noun.left) and noun.left[0].lower in {"a", "an"}
    simple = all(w.dep in {"det", "amod"} for w in noun.left)
    return opener and simple and (noun.lemma in entries("summing_nouns") or noun.lemma in _POSTS)


def _is_gap(noun: Word) -> bool:
    """Whether the clause about a noun has a subject of its own."""
    clause = noun.child("relcl")
    own = None if clause is None else clause.child(*SUBJECTS)
    return own is not None and not is_wh(own)


def _host(noun: Word, before: list[Word]) -> Word | None:
    """The clause that ends where a noun sums it up, or the noun that it is another word for."""
    if noun.lemma in _POSTS - {"effect"} and noun.dep == "appos" and is_nominal(noun.head):
        return noun.head
    last = next((w for w in reversed(before) if w.dep != "punct"), None)
    if last is None:
        return None
    return next((clause_top(w) for w in (last, *last.ancestors()) if _is_clause(w)), None)


def _content(before: list[Word]) -> Word | None:
    """What somebody is told to have said, or of what he accuses somebody."""
    last = next((w for w in reversed(before) if w.dep != "punct"), None)
    above = () if last is None else (last, *last.ancestors())
    return next((w for w in above if w.dep in {"ccomp", "pcomp"} and is_verbal(w)), None)


def _is_clause(word: Word) -> bool:
    """ "She left after talks had failed, a decision ...": hers, as nobody decided that they fail."""
    if word.dep == "advcl" and word.child("dobj", "nsubjpass", "ccomp") is None:
        return False
    return is_verbal(word) and is_finite(word) and clause_top(word).dep not in {"acl", "relcl"}
