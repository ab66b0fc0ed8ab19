"""What belongs to a word beside it: "better off", "a hard time finding it", "the last in a series", "asked if"."""

from __future__ import annotations

from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, is_finite, is_nominal, is_verbal

_HARD = frozenset({"bad", "difficult", "easy", "fun", "good", "great", "hard", "rough", "terrible", "tough", "trying"})
_TROUBLE = frozenset({"difficulties", "difficulty", "fun", "luck", "problem", "problems", "trouble"})
_ASKING = frozenset({"ask", "determine", "inquire", "know", "see", "wonder"})
_ROWS = frozenset({"chain", "line", "list", "row", "series", "spate", "string", "wave"})
_RANKED = frozenset({"first", "last", "latest", "second", "third"})


def better_off(off: Word) -> None:
    """ "The town would be better off with a port": that is what it would be."""
    above = off.head
    near = (above, *above.left, *above.right)
    better = next((w for w in near if w.lower in {"better", "worse"} and w.i == off.i - 1), None)
    if off.lower != "off" or better is None:
        return
    if better is not above:
        off.attach(better, "advmod")
    if better.dep in {"advmod", "dep"} and better.head.lemma == "be":
        better.dep = "acomp"


def hard_time(gerund: Word) -> None:
    """ "She had a hard time finding it": she tried to find it, and no time did."""
    noun = gerund.head
    hard = noun.lower in _TROUBLE or (noun.lower == "time" and any(w.lower in _HARD for w in noun.left))
    if gerund.tag == "VBG" and hard and noun.dep == "dobj" and noun.head.lemma == "have" and gerund.i > noun.i:
        gerund.attach(noun.head, "xcomp")


def asked_if_so(verb: Word) -> None:
    """ "Lund was asked by the judge if she knew the law": that is what she was asked, and no condition."""
    cue = verb.head
    mark = next((w for w in verb.left if w.dep == "mark" and w.lower in {"if", "whether"}), None)
    if cue.lemma not in _ASKING or mark is None or verb.i < cue.i or verb.child(*SUBJECTS, "expl") is None:
        return
    if mark.lower == "if" and (cue.lemma != "ask" or any(w.text == "," and w.i == mark.i - 1 for w in cue.right)):
        return
    if cue.child("ccomp", "xcomp") is None and mark is verb.subtree()[0]:
        verb.dep = "ccomp"


def last_in_series(preposition: Word) -> None:
    """ "They issued the last in a series of reports": the last one of them."""
    row, verb = preposition.child("pobj"), preposition.head
    last = verb.child("dobj")
    if preposition.lower != "in" or row is None or row.lower not in _ROWS or last is None:
        return
    if last.lower in _RANKED and last.i == preposition.i - 1:
        preposition.attach(last, "prep")


def needed_to(verb: Word) -> None:
    """ "The clerks needed to use care": that is what they needed to do."""
    need, first = verb.head, verb.subtree()[0]
    if need.lemma in {"need", "want"} and first.tag == "TO" and first.i == need.i + 1 and need.child("auxpass") is None:
        finite = need.tag in {"VBD", "VBZ", "VBP"} and need.child("dobj", "xcomp") is None
        if finite and need.child("nsubj") is not None and verb.child(*SUBJECTS) is None:
            verb.dep = "xcomp"


def behind_copula(noun: Word) -> None:
    """ "So far, the only clerk in the race is Mr. Holm": a second subject behind "is" says who it is."""
    verb = noun.head
    first = next((w for w in verb.left if w.dep == "nsubj"), None)
    if verb.lemma != "be" or noun.i < verb.i or first is None or first.tag[0] == "W" or not is_finite(verb):
        return
    if verb.child("attr", "acomp") is None and is_nominal(noun):
        noun.dep = "attr"


def after_comma(gerund: Word) -> None:
    """ "She left, saying that it rained": what stands behind a comma is no complement."""
    verb = gerund.head
    first = gerund.subtree()[0]
    if gerund.tag != "VBG" or first is not gerund or verb.i > gerund.i or verb.child("dobj", "dative") is not None:
        return
    if verb.lemma in reporting("verb") and any(w.text == "," and w.i == gerund.i - 1 for w in verb.right):
        gerund.dep = "advcl"


def said_around(verb: Word) -> None:
    """ "Idleness, she told the club, is a vice": idleness is, and the verb of saying stands between."""
    cue = verb.head
    speaker = cue.child("nsubj")
    if speaker is None or verb.child(*SUBJECTS, "mark", "expl") is not None or not is_finite(verb) or verb.i < cue.i:
        return
    if cue.lemma not in reporting("verb") or not any(w.text == "," and cue.i < w.i < verb.i for w in cue.right):
        return
    start = speaker.subtree()[0].i
    before = [w for w in cue.left if w.i < start]
    noun = before[-2] if len(before) > 1 and before[-1].text == "," else None
    if noun is not None and noun.dep in {"npadvmod", "dep", "nsubj", "dobj"} and is_nominal(noun) and is_verbal(verb):
        noun.attach(verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")


def should_he(verb: Word) -> None:
    """ "They threaten worse, should Lorne refuse": a condition, and nothing that they threaten."""
    should, subject, main = verb.left[0] if verb.left else verb, verb.child(*SUBJECTS), verb.head
    if should.lower != "should" or should.dep != "aux" or subject is None or main.i > verb.i or not is_finite(main):
        return
    if subject.i > should.i and not any(w.dep == "cc" for w in main.right):
        verb.dep = "advcl"
