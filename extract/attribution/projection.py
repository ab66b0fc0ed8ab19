"""What is taken for granted inside a denial, and so no part of it.

    Norhydra denied that it had ignored warnings about the Halvik dam, which burst on Tuesday.

Nobody denies that the dam burst: appositive relatives, definite descriptions, clauses of past time and what one
knows or regrets project out of the denial (Karttunen 1973, "Presuppositions of compound sentences"; Potts 2005 on
appositives). Only the denied or doubted steps fall away; whoever else the text names as source stays.
"""

from __future__ import annotations

from extract.english.wordlists import entries
from extract.factuality.edges import Edge, Link
from extract.factuality.event_nouns import is_definite
from extract.factuality.governors import UNSAID
from extract.factuality.signatures import Frame
from extract.model import Mood
from extract.syntax.tree import Tree, Word, is_within
from extract.syntax.verbs import complex_of

_TEMPORAL = frozenset({"since", "after", "before", "when", "while", "as", "until", "once"})


def presupposes(word: Word, edge: Edge) -> bool:
    """Whether a step up from `word` leaves what is taken for granted."""
    match edge.link:
        case Link.RELATIVE:
            return edge.host is not None and _is_known(edge.host, word)
        case Link.ADVERBIAL:
            return _is_past_time(word)
        case Link.COMPLEMENT:
            return edge.frame in (Frame.THAT, Frame.WH) and edge.sign is not None and edge.sign.factive
        case _:
            return False


def is_unknown_fact(edge: Edge) -> bool:
    """Holt did not realise that the dam had burst, did not know who broke it: somebody did."""
    known = edge.frame is Frame.THAT or (edge.frame is Frame.WH and edge.cue is not None and edge.cue.lemma == "know")
    return known and edge.sign is not None and edge.sign.factive


def asks_about_a_fact(word: Word, edge: Edge) -> bool:
    """Inspectors did not say why Holt was suspended, how he has escaped, declined to say when he left: he did so."""
    if edge.link is not Link.COMPLEMENT or edge.frame is not Frame.WH or word.i < (edge.host or word).i:
        return False
    verb = complex_of(word)
    asked = any(w.lower in ("why", "when", "where", "how") and w.dep == "advmod" for w in word.left)
    return asked and (verb.tense == "past" or verb.aspect == "perfect") and verb.modal is None


def _is_known(noun: Word, clause: Word) -> bool:
    """the dam, which burst; Lenz, who resigned; the group that bombed the port. Not: a firm that sold arms"""
    if any(w.lower in {"no", "any", "every"} for w in noun.left):
        return False
    first = clause.subtree()[0].i
    comma = any(w.text == "," and w.i == first - 1 for w in (*noun.right, *clause.left))
    return comma or noun.pos == "PROPN" or is_definite(noun)


def _is_past_time(clause: Word) -> bool:
    """after the dam had burst, since it closed, as police have said: finite and past"""
    verb = complex_of(clause)
    opened = any(w.lower in _TEMPORAL and w.dep in ("mark", "advmod") for w in clause.left)
    return opened and clause.dep == "advcl" and (verb.tense == "past" or verb.aspect == "perfect") and not verb.modal


def leaves_quoted_name(tree: Tree, word: Word, content: Word) -> bool:
    """ "What he called the 'big lie,' a line that shocked voters": only the words in quotation marks are his."""
    if not tree.quotes or "appos" not in (word.dep, word.head.dep):
        return False
    return any(is_within(content, q) and not is_within(word, q) for q in tree.quotes)


def concedes(clause: Word) -> bool:
    """Lund reportedly keeps his seat, although he left the firm: nobody has that from hearsay."""
    return any(c.lower in {"although", "though", "whereas"} and c.dep == "mark" for c in clause.left)


def is_nobodys(edge: Edge, *, relative: bool, apart: bool) -> bool:
    """Whether a step to nobody in particular is no report of this.

    "The requirement that verdicts be unanimous"; "a man suspected of shooting people at a firm from which he was
    fired"; "is expected to lay off workers as it faces losses": that he was and that it does is the article's own.
    "This is not to say that it failed": nobody says so.
    """
    if edge.sign is UNSAID:
        return True
    if (apart and edge.frame is Frame.TO) or (relative and edge.frame is Frame.ING):
        return True
    wished = edge.sign is not None and edge.sign.mood in (Mood.WISH, Mood.PLAN)
    return wished and edge.cue is not None and edge.cue.pos == "NOUN"


def is_anybody(cue: Word | None) -> bool:
    """You may find that the days are long: whoever "you" is says nothing. She was glad to hear that it was over."""
    if cue is not None and cue.lemma in _LEARNING and cue.dep == "xcomp" and cue.head.dep in ("acomp", "ROOT"):
        return cue.head.pos == "ADJ" or cue.head.tag == "VBN"
    subject = cue.child("nsubj") if cue is not None else None
    if cue is None or subject is None or cue.lemma in entries("speaking_verbs"):
        return False
    supposed = any(c.tag == "MD" for c in cue.left)  # anyone would think it failed, one can assume that it did
    known = cue.lemma == "know" and subject.lower in ("everybody", "everyone")
    return known or subject.lower == "you" or (supposed and subject.lower in ("anybody", "anyone", "one"))


_LEARNING = frozenset({"discover", "find", "hear", "learn", "see"})
