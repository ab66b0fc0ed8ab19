"""Clauses with "that" or "whether" on the wrong word: content of nouns, relative clauses taken for content."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries, word_class
from extract.factuality.event_nouns import DONE_WITH
from extract.factuality.signatures import Frame, reporting, signature
from extract.repairs.coordination import go_on
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    SUBJECTS,
    first_conjunct,
    has_mark,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    that_mark,
)


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
        noun.adopt(
            (w for w in above.right if w.lower == "from" and noun.i < w.i < mark.i), "prep"
        )  # "ignored warnings from the mayor that"
        verb.attach(noun, "acl")


def warning_from(verb: Word) -> None:
    """ "dismissed warnings from unions that jobs will go": that is what they warn of."""
    noun, that = verb.head, that_mark(verb)
    above = noun.head.head
    if that is None or noun.dep != "pobj":
        return
    above = above.child("dobj") or above  # "ignored warnings from unions"
    if above.i > noun.head.i:
        return
    if signature(noun.lemma, "noun", Frame.THAT) is None and signature(above.lemma, "noun", Frame.THAT) is not None:
        verb.attach(above, "acl")
        that.retag("IN")


def called_so(verb: Word) -> None:
    """ "a remark that critics considered racist", "an offer that they called an insult": of the noun before."""
    that = next((w for w in verb.left if w.lower == "that" and w.dep in {"dobj", "mark"}), None)
    named = [w for w in verb.right if w.dep in {"attr", "ccomp", "dobj", "oprd", "xcomp"}]
    what, subject = named[-1] if len(named) == 1 else None, verb.child("nsubj")
    if what is None or subject is None or not is_finite(verb) or signature(verb.lemma, "verb", Frame.AS) is None:
        return
    if what.dep != "oprd" and (what.dep != "dobj" or that is None or verb.lemma not in _NAMING):
        return
    if (that or subject.subtree()[0]).i == verb.head.i + 1:
        verb.dep, what.dep = "relcl", "oprd"
        if that is not None:
            that.tag, that.dep = "WDT", "dobj"


_NAMING = frozenset({"call", "consider", "deem", "dub", "label"})


def shown_aside(verb: Word) -> None:
    """ "pointed to papers showing, in part, that it leaks": the papers show it."""
    above, mark = verb.head, that_mark(verb)
    if mark is None or not above.i < mark.i:
        return
    near = [w for w in above.subtree() if above.i < w.i < mark.i]
    shown = next((w for w in reversed(near) if w.tag == "VBG" and w.dep in {"acl", "pcomp"}), above)
    aside = [w for w in near if w.i > shown.i]
    if shown is above or shown.lemma not in reporting("verb") or not 2 < len(aside) < _MOST_WORDS_OF_AN_ASIDE:
        return
    if aside[0].text == aside[-1].text == "," and not any(is_verbal(w) for w in aside):
        shown.adopt(w for w in aside if w.head not in aside)
        verb.attach(shown, "ccomp")


_MOST_WORDS_OF_AN_ASIDE = 7


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
    noun.attach(main, "nsubj", "NNS")
    content.attach(noun, "acl")


def rumour_that(verb: Word) -> None:
    """ "The rumour that the bank would close was a hoax": "that" opens what the rumour says.

    "The mayor rejected suggestions that she had known of it": that is suggested. Not: the suggestions that she made.
    """
    noun, that = verb.head, verb.child("dobj")
    if that is None or that.lower != "that" or verb.child("nsubj") is None or that.i != noun.i + 1:
        return
    sign = signature(noun.lemma.lower(), "noun", Frame.THAT)
    if sign is None or not sign.reports or noun.lemma.lower() == "case":
        return
    about = any(w.lower in {"about", "of"} and w.child("pobj", "pcomp") is not None for w in verb.right)
    about = about or any(w.dep in {"acomp", "attr", "ccomp", "dobj", "xcomp"} for w in verb.right)
    whole = about and that.tag == "IN" and verb.lemma not in DONE_WITH
    if whole or verb.lemma in entries("intransitive_verbs") | word_class("ergative verbs"):
        that.pos, that.tag, that.dep = "SCONJ", "IN", "mark"
        verb.dep = "acl"


@only_on("that")
def and_that_noun(that: Word) -> None:
    """ "found that the mill was old and that staff left": staff did, and no "that staff" is told of."""
    noun = that.head
    verb = noun.head
    if noun.dep not in SUBJECTS or noun.subtree()[0] is not that or verb.child("mark") is not None:
        return
    first = first_conjunct(verb)
    joined = verb.dep == "conj" and has_mark(first, "that")
    if noun.lower in {"kind", "sort"}:
        return  # "and that kind of surprised me"
    if noun.tag in {"NNS", "NNPS", "NNP"} or (joined and noun.tag == "NN" and not is_person(noun)):
        that.tag, that.pos = "IN", "SCONJ"
        that.attach(verb, "mark")


def and_that(verb: Word) -> None:
    """ "Lund said that the mill would close after losing money and that he would pay": both are what he said."""
    above = verb.head
    mark = that_mark(verb)
    whether = verb.child("mark")
    if whether is not None and whether.lower == "whether" and above.child("mark") is None:
        asked = [w for w in above.subtree() if w.i < verb.i and w.dep == "ccomp" and has_mark(w, "whether")]
        if asked:
            go_on(verb, asked[0])  # "She studies whether he lied, and whether he stole"
        return
    if mark is None or mark.i != verb.subtree()[0].i or that_mark(above) is not None:
        return
    first = next((w for w in above.ancestors() if w.dep in {"ccomp", "acl"} and that_mark(w) is not None), None)
    if first is None and above.lemma in reporting("verb"):  # "noted that it was old and that few had seen it"
        first = next((w for w in above.right if w.dep == "ccomp" and w.i < verb.i and that_mark(w) is not None), None)
    if first is not None and verb.i > first.i:
        go_on(verb, first)


@only_with("that")
def that_in_their_view(verb: Word) -> None:
    """ "He questioned a plan that, in their view, is bad": the plan is, and he does not question that it is."""
    that = verb.child("nsubj")
    noun = verb.head.child("dobj", "dative")
    if that is None or that.lower != "that" or noun is None or noun.subtree()[-1].i != that.i - 1:
        return
    if len(verb.having(*SUBJECTS)) > 1 or verb.head.lemma in entries("telling_verbs"):
        return  # "She told the paper that, at first, the boys were there"
    if any(w.text == "," and w.i == that.i + 1 for w in verb.left):
        that.tag, that.pos = "WDT", "PRON"
        verb.attach(noun, "relcl")


@only_with("that")
def told_those_who(clause: Word) -> None:
    """ "Holt told reporters who had gathered that the mine would close": that is what he told them."""
    mark = clause.child("mark")
    relative = next((w for w in clause.ancestors() if is_verbal(w) and w.dep in {"acl", "relcl"}), None)
    if relative is None or mark is None or mark.lower != "that":
        return
    cue = relative.head.head
    told = cue.lemma in entries("telling_verbs") and relative.head.dep in {"dobj", "dative"}
    again = relative.child("ccomp") is not clause and relative.child("ccomp") is not None
    if told and cue.child("ccomp") is None and (again or not _takes_content(relative)):
        clause.attach(cue, "ccomp")


def _takes_content(verb: Word) -> bool:
    return verb.lemma != "gather" and verb.lemma in reporting("verb")
