"""What an article adds by itself inside what it reports.

    The mayor said that he regretted the ban, which he signed into law on Thursday.

The mayor said nothing of a signature: a clause set off by a comma is the reporter's (Potts 2005 on appositives),
unless it judges ("which was a disgrace") or has the tense of the report ("which had cost jobs"). In quotation
marks it is the speaker's. So is a plain past between commas that gives no time: "The guard said a man, who took the
keys, had run away" goes on with what the guard saw.
"""

from __future__ import annotations

from extract.attribution.continuations import is_backshifted
from extract.english.wordlists import entries, word_class
from extract.factuality.edges import Edge, Link
from extract.factuality.event_nouns import is_definite
from extract.factuality.signatures import reporting
from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import BREAKS, DASHES, NOUNS, PAST_TAGS

_TIMES = frozenset({"after", "when", "as", "while"})
_CONCESSIONS = frozenset({"although", "though", "while"})
_THEN = frozenset({"previously", "recently", "earlier", "once", "later", "already", "before", "ago", "now"})
#: What the reporter puts in.
_ASIDE_MARKS = DASHES | {"("}


def is_aside(word: Word, edge: Edge, tree: Tree) -> bool:
    """Whether a step up from `word` leaves words that are the article's own."""
    host = edge.host
    if host is None or word.pos != "VERB" or tree.is_quoted(word):
        return False
    if _is_bracketed(word, tree) or _is_answer(word, host, tree):
        return True
    if edge.link is Link.RELATIVE:
        return _is_apart(word, host, tree) and _is_plain(word)
    if edge.link is Link.ADVERBIAL and word.dep == "advcl":
        return _is_beside(word, host, tree)
    return False


def _is_bracketed(clause: Word, tree: Tree) -> bool:
    """The mill reportedly let ten people go (the owners would not give a number): the bracket is the article's."""
    if "(" not in tree.text or clause.child("nsubj", "nsubjpass") is None or clause.dep == "relcl":
        return False
    words = clause.subtree()
    first = next((w for w in words if w.pos != "PUNCT"), clause)
    opened = first.i > 0 and tree.words[first.i - 1].text == "("
    return opened and not any(w.i < first.i - 1 for w in words)


def _is_apart(clause: Word, noun: Word, tree: Tree) -> bool:
    """Reed, who stood his ground; the act, which he signed; 46 percent, a lead that has not changed all year."""
    if clause.dep != "relcl":
        return False
    if noun.dep == "appos":
        return not noun.entity and _follows_break(noun.subtree()[0], tree)
    if noun.pos != "PROPN" and not is_definite(noun):
        return False
    first = clause.subtree()[0]
    if (first.tag not in {"WDT", "WP", "WP$"} and first.lower != "where") or first.i == 0:
        return False
    mark = tree.words[first.i - 1].text
    return mark in _ASIDE_MARKS or (mark == "," and not _is_told(clause))


def _is_answer(clause: Word, content: Word, tree: Tree) -> bool:
    """Lund said that it had closed, which Reed denied; they say he paid them, which he denies: they do not say so."""
    subject = clause.child("nsubj")
    which = next((w for w in clause.left if w.lower == "which" and w.dep == "dobj"), None)
    if content.dep != "ccomp" or which is None or subject is None or clause.lemma not in reporting("verb"):
        return False
    others = subject.pos in NOUNS or (clause.lemma in _DENYING and subject.tag == "PRP")
    return others and tree.words[which.i - 1].text == ","


_DENYING = word_class("denying verbs")


def _is_told(clause: Word) -> bool:
    """the man, who snatched the keys: not what has happened, happens in general or happened at a time of its own"""
    form = complex_of(clause)
    if form.tense != "past" or form.aspect == "perfect" or clause.lemma in reporting("verb"):
        return False
    return not any(w.entity in ("DATE", "TIME") or w.lower in _THEN for w in clause.subtree())


def _is_plain(clause: Word) -> bool:
    """A past or present event, and no view of somebody's own."""
    form = complex_of(clause)
    own = (clause.child("nsubj", "nsubjpass") or clause).lower in {"i", "we", "you"}
    plain = form.tense in ("past", "present") and form.modal is None
    heard = any(c.lower in entries("hearsay") for c in clause.left)  # which will reportedly look into it
    return (plain or heard) and not own and not is_backshifted(clause)


def _is_beside(clause: Word, host: Word, tree: Tree) -> bool:
    """agreed to reopen it after talks failed; said he would not run in May, when the reports first came up"""
    openers = {c.lower for c in clause.left if c.dep in ("mark", "advmod")}
    if openers & _CONCESSIONS and _is_told_by_another(clause):
        return True
    if not openers & (_TIMES | _CONCESSIONS) or not _is_plain(clause):
        return False
    past = complex_of(clause).tense == "past"
    if openers & _TIMES and past:
        if any(c.tag == "TO" for c in host.left):
            return not _is_told_of(host)
        measured = any(c.dep == "mark" and c.child("npadvmod") is not None for c in clause.left)  # two years after
        return (measured or complex_of(host).modal is not None) and _follows_break(clause.subtree()[0], tree)
    form = complex_of(host)
    shifted = form.modal == "would" or (form.tense == "past" and host.dep == "ccomp" and host.head.tag in PAST_TAGS)
    return bool(openers & _CONCESSIONS) and not past and shifted and clause.i > host.i


def _is_told_of(infinitive: Word) -> bool:
    """He said he agreed to reopen it after talks failed: he says both."""
    reporting_verbs = reporting("verb")
    return any(w.dep == "ccomp" and w.head.lemma in reporting_verbs for w in infinitive.ancestors())


def _is_told_by_another(clause: Word) -> bool:
    """The navy said it sank the ship, though a watchdog later said it was a trawler: the navy says no such thing."""
    subject = clause.child("nsubj")
    if clause.lemma not in reporting("verb") or subject is None or subject.pos not in NOUNS:
        return False
    told = clause.child("ccomp", "xcomp")
    return told is not None and told.i > clause.i and complex_of(clause).modal is None


def _follows_break(first: Word, tree: Tree) -> bool:
    return first.i > 0 and tree.words[first.i - 1].text in BREAKS
