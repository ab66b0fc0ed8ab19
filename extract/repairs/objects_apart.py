"""Objects that the parser gave to another word, or took for something else: "pay him 3,000", "What worried us"."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import is_nominal, is_time, is_verbal


@only_on("that")
def denied_that(that: Word) -> None:
    """ "A spokesman denied that, saying ...": it stands for what was said before, and opens nothing."""
    verb = that.head
    bare = that.tag == "IN" and not that.right and that.i > verb.i and verb.child("ccomp", "xcomp", "csubj") is None
    if bare:
        that.tag, that.pos = "DT", "PRON"


def remembered_as(adjective: Word) -> None:
    """ "They remembered her as blunt and funny": that is how, and belongs to the verb."""
    as_ = adjective.head
    if as_.dep == "prep" and as_.lower == "as" and adjective.pos == "ADJ" and as_.head.child("dobj") is not None:
        adjective.dep = "pobj"


def incumbent_name(adjective: Word) -> None:
    """ "They challenged incumbent Senator Lund": they made nobody incumbent."""
    verb = adjective.head
    if adjective.right or verb.lemma in _STATING or not is_verbal(verb) or adjective.i != verb.i + 1:
        return
    name = next((w for w in verb.right if w.tag == "NNP" and w.subtree()[0].i == adjective.i + 1), None)
    if name is not None and name.dep in {"npadvmod", "appos", "dep", "dobj"} and name.left:
        name.dep = "dobj"
        adjective.attach(name, "amod")


_STATING = frozenset(
    {
        "appear",
        "be",
        "become",
        "call",
        "declare",
        "find",
        "get",
        "go",
        "keep",
        "leave",
        "look",
        "make",
        "remain",
        "seem",
    }
    | {"stay", "turn"}
)


@only_on("to")
def from_to(to: Word) -> None:
    """ "The price fell from 210 to 145": to 145 is how far it fell."""
    opener, noun = to.head, to.child("pobj")
    verb, first = opener.head, opener.child("pobj")
    if opener.lower != "from" or noun is None or first is None or verb.lemma not in entries("changing_verbs"):
        return
    if is_verbal(verb) and opener.i > verb.i and any(w.tag == "CD" for w in noun.subtree()):
        to.attach(verb, "prep")


@only_on("to")
def from_million_to(to: Word) -> None:
    """ "Sales rose from 3 million to 4 million": "to" begins how far, and is no part of a number."""
    noun, opener = to.head, to.head.head
    if noun.dep == "pobj" and opener.lower == "from" and opener.child("pobj") is not noun and is_verbal(opener.head):
        to.pos, to.tag = "ADP", "IN"
        to.attach(opener.head, "prep")
        noun.attach(to, "pobj")


def not_whom(clause: Word) -> None:
    """ "the dismissal of Lund, which he called a joke": "which" stands for no person."""
    noun, which = clause.head, next((w for w in clause.left if w.lower == "which" and w.tag == "WDT"), None)
    of = noun.head
    if which is None or noun.dep != "pobj" or of.lower != "of" or of.dep != "prep" or noun.tag != "NNP":
        return
    deed = of.head.lower.endswith(("al", "tion", "sion", "ment", "ing"))
    called = deed and clause.lemma in {"brand", "call", "describe", "dub", "label"}
    if noun.entity != "PERSON" and not called:
        return
    if which.dep in {"dobj", "nsubj", "nsubjpass"} and is_nominal(of.head) and not is_person(of.head):
        clause.attach(of.head, "relcl")


def compound_in_list(noun: Word) -> None:
    """ "rifles and grenade launchers": nothing parts the two, which are one thing."""
    above = (*noun.head.right, *noun.head.head.right)
    head = next((w for w in above if w.dep in {"conj", "pobj"} and w.i == noun.i + 1), None)
    if head is None or noun.right or head.left or noun.tag not in {"NN", "NNP", "CD"} or head.tag not in {"NN", "NNS"}:
        return
    head.attach(noun.head, "conj")
    for word in list(noun.left):
        word.attach(head, word.dep)
    noun.attach(head, "compound")


@only_with("after", "before")
def minutes_before(time: Word) -> None:
    """ "He left the bridge minutes before the crash": he left the bridge, and it is no bridge of minutes."""
    verb, noun = time.head, time.left[-1] if time.left else None
    if time.tag != "NNS" or not is_time(time) or noun is None or noun.dep != "compound" or noun.i != time.i - 1:
        return
    opener = next((w for w in verb.subtree() if w.i == time.i + 1), None)
    if opener is None or opener.lower not in {"after", "before"} or verb.pos != "VERB":
        return
    if noun.lemma in entries("time_nouns"):
        return  # "He left the week days before"
    noun.entity = ""
    for word in [w for w in time.left if w is not noun]:
        word.attach(noun, word.dep)
    noun.attach(verb, "dobj")
    time.attach(opener, "npadvmod")
