"""The future as seen from a past: "They moved to Lorne, where they would live for years" supposes nothing."""

from __future__ import annotations

from extract.english.wordlists import word_class
from extract.factuality.conditions import condition_of
from extract.factuality.edges import Edge, Link
from extract.factuality.event_nouns import is_definite
from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import Complex, complex_of, is_past
from extract.syntax.words import is_time

_THEN = frozenset({"eventually", "later", "soon", "subsequently", "ultimately"})
_AGREED = frozenset({"accord", "agreement", "arrangement", "contract", "deal", "pact", "settlement", "treaty"})


def is_looking_ahead(word: Word, edge: Edge, tree: Tree) -> bool:
    """Whether a "would" is the past form of "will", and no supposition, though nobody is named who says so.

    "They moved to Lorne, where they would live for years"; "He would later sell the mill"; "Under the deal, he would
    keep his shares"; "The bridge would open in May"; "The council named the mills that would be closed".
    """
    verb = complex_of(word)
    if verb.modal != "would" or verb.aspect is not None or tree.is_quoted(word) or condition_of(word) is not None:
        return False
    if any(c.dep == "neg" for c in word.left) or _is_own(word):
        return False
    if edge.link is Link.RELATIVE and edge.host is not None:
        then = any(c.lower in _THEN for c in word.children)  # "met the woman who would later be his wife"
        apart = then or _follows_comma(word) or _is_announced(word, edge.host)
        return word.dep == "relcl" and apart and _is_past(edge.host)
    if edge.link is not Link.ROOT:
        return False
    if _is_dated(word) or any(c.dep == "advmod" and c.lower in _THEN and c.i < word.i for c in word.left):
        return True
    under = next((c for c in word.left if c.lower == "under"), None)
    terms = under.child("pobj") if under is not None else None
    return terms is not None and terms.lemma in _AGREED


def is_awaited(word: Word, verb: Complex) -> bool:
    """Delivery is expected in May, the vote is scheduled for Monday: it is still to come. What was expected may be."""
    if word.lemma not in ("expect", "schedule", "slate") or verb.modal is not None or verb.tense != "present":
        return False
    if word.child("nsubjpass") is None:
        return False
    if word.child("auxpass") is None or word.child("xcomp", "ccomp", "oprd", "agent") is not None:
        return False
    return any(is_time(c.child("pobj") or c) for c in word.right)


#: What would only do something if it came about: "A ban would begin in May".
_PROPOSED = word_class("laws") | word_class("things proposed")
_ON_A_DAY = word_class("verbs for what starts") | word_class("verbs for what is done on a day")
_ANNOUNCING = frozenset({"announce", "approve", "choose", "name", "pick", "reveal", "select", "unveil"})


def _is_dated(word: Word) -> bool:
    """Whether a clause about something that is there has its date: "The bridge would open in May".

    "The mill would lose money in May" may be what it would do if it stayed open.
    """
    subject = word.child("nsubj", "nsubjpass")
    if subject is None or subject.lemma.lower() in _PROPOSED:
        return False
    then = any(c.lower == "then" for c in word.left)
    there = subject.pos == "PROPN" or is_definite(subject)
    return (then and _has_date(word)) or (there and is_set_for_a_day(word))


def is_set_for_a_day(word: Word) -> bool:
    """Whether a verb tells what starts or is done on a day that it names: "open in May", "be held on Monday"."""
    return word.lemma in _ON_A_DAY and _has_date(word)


def _has_date(word: Word) -> bool:
    phrases = [c.child("pobj") if c.dep == "prep" else c for c in word.right if c.dep in ("prep", "npadvmod")]
    return any(p is not None and p.entity == "DATE" and p.tag in ("CD", "NNP") for p in phrases)


def _is_announced(word: Word, noun: Word) -> bool:
    """Whether a relative clause tells what was said to become of something: "named the mills that would be closed"."""
    known = is_definite(noun) and noun.lemma.lower() not in _PROPOSED
    told = noun.dep == "dobj" and noun.head.lemma in _ANNOUNCING and complex_of(noun.head).modal is None
    return known and told and (word.child("nsubj", "nsubjpass") or noun).tag in ("WDT", "WP")


def _is_own(word: Word) -> bool:
    """I would later see: what somebody says of himself may be a wish."""
    subject = word.child("nsubj", "nsubjpass")
    return subject is not None and subject.tag != "WDT" and subject.lower in ("i", "we", "you", "that", "this", "it")


def _follows_comma(clause: Word) -> bool:
    first = clause.subtree()[0]
    return any(
        c.text == "," and c.i == first.i - 1 for c in (*clause.left, *clause.head.right, *clause.head.head.right)
    )


def _is_past(noun: Word) -> bool:
    """Whether the clause that a noun stands in tells of a past."""
    verb = next((w for w in noun.ancestors() if w.pos in ("VERB", "AUX")), None)
    return verb is not None and is_past(verb)
