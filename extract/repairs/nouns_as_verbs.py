"""Nouns that the parser took for verbs or adverbs."""

from __future__ import annotations

from extract.english.persons import person_noun
from extract.english.wordlists import word_class
from extract.factuality.signatures import Frame, signature
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, is_finite, is_nominal

_THIRD = "VBZ"
_OF_NOUNS = frozenset({"nsubj", "prep", "punct", "nummod", "det", "amod", "compound", "poss"})
#: Participles that a noun before them and a noun behind them make one thing of: "a rocket propelled grenade".
_JOINING = frozenset(
    {"assisted", "controlled", "fueled", "fuelled", "generated", "guided", "operated", "powered", "propelled"}
)
#: Verbs that take a bare clause beside those that `embedding` lists.
_WITH_CLAUSE = frozenset({"bet", "ensure", "figure", "help", "let", "make", "mean", "pray", "prove", "swear", "wish"})


def plural_in_place(noun: Word) -> None:
    """ "Norlandish brigands on two skiffs were caught": a verb in -s is no subject of another."""
    if noun.tag != _THIRD or not noun.lower.endswith("s") or noun.child(*AUXILIARIES, "dobj", "mark") is not None:
        return
    if any(w.tag in {"WDT", "WP", "WRB"} or w.dep not in _OF_NOUNS for w in noun.children):
        return
    _make_noun(noun)
    for word in [w for w in noun.left if w.dep == "nsubj"]:
        _join(word, noun)


def plural_after_name(noun: Word) -> None:
    """ "They copied Betty Lund poses": who copies takes no clause, and the poses are what they copied."""
    verb, name = noun.head, noun.child("nsubj")
    if noun.tag != _THIRD or verb.i > noun.i or name is None or name.i != noun.i - 1 or not noun.lower.endswith("s"):
        return
    if verb.pos != "VERB" or verb.lemma in _WITH_CLAUSE or signature(verb.lemma, "verb", Frame.THAT) is not None:
        return
    if verb.child("dobj", "dative", "prep", "attr", "acomp") is not None or not is_nominal(name) or name.pos == "PRON":
        return
    if any(w.dep not in {"nsubj", "prep", "punct", "npadvmod"} for w in noun.children):
        return
    _make_noun(noun)
    noun.dep = "dobj"
    _join(name, noun)


def plural_after_object(noun: Word) -> None:
    """ "caught 12 Veltran brigands on three boats": no conjunction makes a verb of what follows the object."""
    verb = noun.head
    if noun.tag != _THIRD:
        return
    if noun.dep == "ccomp" and (verb.lemma in _WITH_CLAUSE or signature(verb.lemma, "verb", Frame.THAT) is not None):
        return
    before = next((w for w in verb.right if w.dep == "dobj"), None)
    if before is None or before.i != noun.i - 1 or not noun.lower.endswith("s"):
        return
    if before.right or any(w.dep != "prep" and w.dep != "punct" for w in noun.children):
        return
    _make_noun(noun)
    noun.attach(verb, "dobj")
    _join(before, noun)


def plural_role(role: Word) -> None:
    """ "the arrivals of Ada Holt, from Lund, and defenders Kim Reed and Jo Tan": three people, and nobody defends."""
    name, above = role.child("dobj"), role.head
    joint = next((w for w in above.right if w.dep == "cc" and w.i == role.i - 1), None)
    if role.tag != _THIRD or not role.lower.endswith("s") or name is None or name.pos != "PROPN" or joint is None:
        return
    if person_noun(role.lower.removesuffix("s")) is None or name.subtree()[0].i != role.i + 1 or list(role.left):
        return
    before = [
        w for w in above.subtree() if w.i < joint.i and w.entity == "PERSON" and w.dep in {"pobj", "dobj", "conj"}
    ]
    if not before:
        return
    name.attach(before[-1], "conj")
    joint.attach(before[-1], "cc")
    for word in list(role.children):
        word.attach(name, word.dep)
    _make_noun(role)
    role.attach(name, "compound")


def plural_after_gerund(gerund: Word) -> None:
    """ "Buying rides to the port, instead of sailing, enables the firm to save": the buying does, and nobody rides."""
    noun = gerund.head
    if gerund.tag != "VBG" or noun.tag != _THIRD or noun.i != gerund.i + 1 or list(gerund.children) or noun.is_root:
        return
    if not noun.lower.endswith("s") or noun.child(*AUXILIARIES, "dobj", "mark", "neg") is not None:
        return
    above = (noun.head, *noun.head.right, *noun.head.left)
    main = next((w for w in above if w.i > noun.i and is_finite(w) and not _has_subject(w, noun)), None)
    if main is None or noun.holds(main):
        return
    gerund.attach(main, "csubj")
    for word in main.right:
        if word.dep == "nsubj":
            word.dep = "dobj"
    for word in [*noun.left, *noun.right]:
        word.attach(gerund, word.dep)
    _make_noun(noun)
    noun.attach(gerund, "dobj")


def _has_subject(verb: Word, other: Word) -> bool:
    return any(w.dep in {"nsubj", "nsubjpass", "csubj", "expl"} and w is not other for w in verb.left)


@only_on(*_JOINING)
def joined_before_object(verb: Word) -> None:
    """ "printed a computer generated image of the mayor": the image is what was printed."""
    first, thing, above = verb.child("npadvmod", "nsubj"), verb.child("dobj"), verb.head
    if first is None or thing is None or thing.left or above.child("dobj") is not None:
        return
    if not first.i + 1 == verb.i == thing.i - 1 or above.pos != "VERB" or above.i != first.subtree()[0].i - 1:
        return
    for word in list(first.left):
        word.attach(thing, word.dep)
    thing.attach(above, "dobj")
    verb.pos, verb.tag = "ADJ", "VBN"
    for word in [w for w in verb.children if w is not first]:
        word.attach(above, word.dep)
    verb.attach(thing, "amod")
    first.attach(thing, "compound")


def in_ly(noun: Word) -> None:
    """ "She fell down an icy gully", "has a big belly": a gully is no manner."""
    verb = noun.head
    before = next((w for w in verb.subtree() if w.i == noun.i - 1), None)
    if noun.tag != "RB" or noun.lower not in word_class("nouns in -ly") or before is None or before.head is verb:
        return
    if before.dep not in {"pobj", "dobj", "attr"} or not any(w.dep == "det" for w in before.left) or before.right:
        return
    label, above = before.dep, before.head
    noun.tag, noun.pos = "NN", "NOUN"
    noun.attach(above, label)
    _join(before, noun)


def _make_noun(word: Word) -> None:
    word.pos, word.tag = "NOUN", "NNS"


def _join(first: Word, noun: Word) -> None:
    """Makes what stands before a noun a part of it."""
    for word in list(first.left):
        word.attach(noun, word.dep)
    first.attach(noun, "compound")
