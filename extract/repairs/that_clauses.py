"""Clauses with "that" on the wrong word: content that belongs to a noun, relative clauses taken for content."""

from __future__ import annotations

from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import Frame, signature
from extract.syntax.tree import Word
from extract.syntax.words import SUBJECTS, is_finite, is_nominal, is_time, is_verbal, that_mark


def that_alleged(verb: Word) -> None:
    """ "blamed his rival for the story that alleged fraud": the story did, and that is no more that he blamed."""
    cue, that = verb.head, verb.child("nsubj")
    if that is None or that.lower != "that" or cue.lemma == "be" or that is not verb.subtree()[0] or verb.i < cue.i:
        return
    if cue.child("dobj", "prep", "dative") is None or signature(cue.lemma, "verb", Frame.THAT) is not None:
        return
    before = next((w for w in cue.subtree() if w.i == that.i - 1), None)
    while before is not None and before is not cue and (not is_nominal(before) or is_time(before)):
        before = before.head
    if before is not None and before is not cue and before.i > cue.i and before.pos == "NOUN":
        verb.attach(before, "relcl")


def warning_that(verb: Word) -> None:
    """ "Despite warnings from Lund that the law would fail, they passed it": what they were warned of."""
    mark = that_mark(verb)
    opener = verb.left[0] if verb.left else verb
    noun = opener.child("pobj")
    if mark is None or noun is None or opener.dep != "prep" or opener.subtree()[-1].i != mark.i - 1:
        return
    if verb.i < verb.head.i and signature(noun.lemma, "noun", Frame.THAT) is not None:
        opener.attach(verb.head, "prep")
        verb.attach(noun, "acl")


def alarm_that(verb: Word) -> None:
    """ "stirred alarm among leaders that he will lose": that is what alarms them."""
    above = verb.head
    noun = above.child("dobj", "attr")
    mark = that_mark(verb)
    if noun is None or mark is None or not above.i < noun.i < mark.i or mark is not verb.subtree()[0]:
        return
    apart = any(w.text == "," or is_verbal(w) for w in above.subtree() if noun.i < w.i < mark.i)
    if apart or above.lemma == "be" or mark.i == noun.i + 1 or signature(above.lemma, "verb", Frame.THAT) is not None:
        return
    if signature(noun.lemma, "noun", Frame.THAT) is not None:
        for preposition in [w for w in above.right if w.lower == "from" and noun.i < w.i < mark.i]:
            preposition.attach(noun, "prep")  # "ignored warnings from the mayor that"
        verb.attach(noun, "acl")


def warning_from(verb: Word) -> None:
    """ "dismissed warnings from unions that jobs will go": that is what they warn of."""
    noun = verb.head
    above = noun.head.head
    if that_mark(verb) is None or noun.dep != "pobj":
        return
    above = above.child("dobj") or above  # "ignored warnings from unions"
    if above.i > noun.head.i:
        return
    if signature(noun.lemma, "noun", Frame.THAT) is None and signature(above.lemma, "noun", Frame.THAT) is not None:
        verb.attach(above, "acl")


def doubt_that(verb: Word) -> None:
    """ "There is scepticism that the plan will work": nothing is missing, so that is what the doubt is about.

    "It is a myth that the mill closed", but not "It is a lie that the mayor told".
    """
    it = verb.head.head.child("nsubj") if verb.head.dep == "attr" and verb.head.head.lemma == "be" else None
    told = it is not None and it.lower == "it" and verb.child("dobj") is None and verb.lemma not in _SPREADING
    whole = (told or verb.lemma in entries("intransitive_verbs")) and verb.child(*SUBJECTS) is not None
    if whole and that_mark(verb) is not None and signature(verb.head.lemma, "noun", Frame.THAT) is not None:
        verb.dep = "acl"


_SPREADING = frozenset(
    {"believe", "create", "hear", "invent", "know", "make", "peddle", "promote", "push", "repeat", "say", "share"}
    | {"spread", "teach", "tell", "use"}
)


def said_then(verb: Word) -> None:
    """ "left, saying at the time he was willing to return": that is what he said, and not when he said it."""
    noun, cue = verb.head, verb.head.head.head
    if noun.lower != "time" or noun.dep != "pobj" or noun.head.lower != "at" or verb.subtree()[0].i != noun.i + 1:
        return
    if verb.child("nsubj", "nsubjpass", "expl") is None or any(w.tag.startswith("W") for w in verb.left):
        return
    if is_verbal(cue) and cue.i < noun.i and cue.lemma in _TOLD and cue.child("ccomp", "xcomp", "dobj") is None:
        verb.attach(cue, "ccomp")


_TOLD = frozenset({"admit", "argue", "claim", "explain", "insist", "say", "state"})


def claims_that(noun: Word) -> None:
    """ "said that claims that the army shot are lies": claims are lies, and nobody claims that they are."""
    that, content = noun.child("nsubj"), next((w for w in noun.right if w.dep == "ccomp"), None)
    if noun.tag != "VBZ" or that is None or that.lower != "that" or that.i != noun.i - 1 or content is None:
        return
    main = next((w for w in noun.right if w.dep == "ccomp" and w.i > content.i), None)
    if main is None or main.child(*SUBJECTS, "mark") is not None or not is_finite(main) or that_mark(content) is None:
        return
    if content.subtree()[0].i != noun.i + 1 or signature(noun.lemma, "noun", Frame.THAT) is None:
        return
    main.take_place_of(noun)
    that.attach(main, "mark")
    noun.pos, noun.tag = "NOUN", "NNS"
    noun.attach(main, "nsubj")
    content.attach(noun, "acl")


def rumour_that(verb: Word) -> None:
    """ "The rumour that the bank would close was a hoax": the bank would, and closes no rumour."""
    noun, that = verb.head, verb.child("dobj")
    if that is None or that.lower != "that" or verb.child("nsubj") is None or that.i != noun.i + 1:
        return
    sign = signature(noun.lemma.lower(), "noun", Frame.THAT)
    if sign is None or not sign.reports or noun.lemma.lower() == "case":
        return
    if verb.lemma in entries("intransitive_verbs") | word_class("ergative verbs"):
        that.pos, that.tag, that.dep = "SCONJ", "IN", "mark"
        verb.dep = "acl"
