"""Two nouns that both hang on one verb as its subject, and lists of subjects that hang as appositions."""

from __future__ import annotations

from extract.claims.nounphrase import is_name
from extract.claims.roles import is_person
from extract.factuality.signatures import reporting
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, BREAKS, DASHES, PLURAL_FORMS, conjuncts, is_nominal, is_time, is_wh

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def rival_subject(first: Word) -> None:
    """ "In Lorne, one of the towns of the coast, several mills were shut": one town was not.

    Of two nouns parted by a comma the one beside the verb is its subject, unless it only says who the first is ("The
    larger boat, a dhow was seen") or ends a list ("Six guns, ten knives and a rope were found").
    """
    verb = first.head
    others = [w for w in verb.left if w.dep in _SUBJECTS and w.i > first.i]
    if len(others) != 1 or is_wh(first) or any(w.dep == "cc" for w in first.right):
        return
    own = others[0]
    start = own.subtree()[0]
    before = next((w for w in verb.subtree() if w.i == start.i - 1), None)
    if before is None or before.text not in BREAKS or is_wh(own) or not is_nominal(own) or not is_nominal(first):
        return
    if (before.text == "-" and before.end == start.start) or start.tag == "VBG" or _is_listed(first, own, before):
        return  # "five men-sons of clerks-left", "Reed, briefing reporters, said"
    if own.pos == "PROPN" and (verb.lemma in reporting("verb") or own.entity in {"GPE", "LOC", "FAC"}):
        return
    if own.child("cc") is not None and own.child("conj") is not None:
        if _is_plural(verb):
            own.attach(first, "conj" if before.text == "," else "appos")
    elif start.lower in {"a", "an"} or own.tag == "CD" or (is_name(own) and _is_described(first)):
        own.attach(first, "appos")
    elif _disagrees(own, verb):
        return  # "The use of cheap, unknown tiles has stopped"
    elif own.left or own.pos in {"PRON", "PROPN"} or own.tag == "NNS":
        first.dep = "dep"


def _is_listed(first: Word, own: Word, before: Word) -> bool:
    """Joins "the party, the ministry and the bank" in "The hacking of the party, ...", and "Clerks, bakers, nurses".

    "The plan -- no pun intended -- will fall flat": nor is what stands between dashes a subject.
    """
    if before.text in DASHES and _closed(own, before.text):
        own.attach(first, "parataxis")
        return True
    if before.text != ",":
        return False
    last = first.subtree()[-1]
    while last is not first and last.dep != "pobj":
        last = last.head
    open_list = own.child("conj") is not None and own.child("cc") is not None and not _closed(own)
    if open_list and last is not first and (last.pos == own.pos == "PROPN" or _article(last) == _article(own) == "the"):
        own.attach(last, "conj")
        return True
    items = [first, *(w for w in first.right if w.dep in {"appos", "conj"}), own]
    if len(items) < 3 or any(w.tag != "NNS" or w.left for w in items):
        return False
    for word in items[1:]:
        word.attach(first, "conj")
    return True


def _closed(noun: Word, mark: str = ",") -> bool:
    """Whether a comma or another mark stands behind what a noun heads."""
    last = noun.subtree()[-1]
    return last.text == mark or any(w.text == mark and w.i == last.i + 1 for w in noun.head.subtree())


def _article(noun: Word) -> str:
    return noun.left[0].lower if noun.left else ""


def listed_names(name: Word) -> None:
    """ "Ms. Reed, Mr. Lund and other clerks believe it": they are several, and Reed is not Lund.

    "Veltra, the miners' union and Orvia agreed": a description of Veltra would end with a comma.
    """
    first = name.head
    verb = first.head
    if first.dep not in _SUBJECTS or first.tag != "NNP" or name.i < first.i or first.child("conj", "cc") is not None:
        return
    joint = next((cc for w in conjuncts(name) if (cc := w.child("cc")) is not None), None)
    if joint is None or joint.lower != "and" or name.child("conj") is None or not verb.i > joint.i:
        return
    alike = is_name(first) and is_name(name) and first.entity == name.entity
    own = any(w.dep == "poss" for w in name.left)
    if (_is_plural(verb) and (alike or own)) or (is_name(first) and _is_unclosed(name, verb)):
        name.attach(first, "conj")


def _is_unclosed(noun: Word, verb: Word) -> bool:
    last = conjuncts(noun)[-1]
    definite = noun.subtree()[0].lower == "the" or any(w.dep == "poss" for w in noun.left)
    after = min((w.i for w in (*verb.left, verb) if w.i > last.i), default=verb.i)
    return definite and is_name(last) and not is_name(noun) and last.subtree()[-1].i + 1 == after != verb.root.i + 1


def _is_described(noun: Word) -> bool:
    """ "The judge who heard the case, Ada Lund, is ill": the name says which judge."""
    return noun.pos == "NOUN" and is_person(noun) and not is_time(noun)


def _disagrees(noun: Word, verb: Word) -> bool:
    finite = next((w for w in (*verb.left, verb) if w.dep in AUXILIARIES or w is verb), verb)
    return noun.tag == "NNS" and (finite.tag == "VBZ" or finite.lower == "was")


def _is_plural(verb: Word) -> bool:
    finite = next((w for w in (*verb.left, verb) if w.dep in AUXILIARIES or w is verb), verb)
    return finite.lower in PLURAL_FORMS or finite.tag == "VBP"


def of_last(name: Word) -> None:
    """ "Several lawyers and Mint officials are raising it": the officials are of the Mint, which raises nothing."""
    noun = next((w for w in name.head.left if w.dep == name.dep and w.i > name.i), name)
    if noun.tag != "NNS" or noun.left:
        return
    last = name.subtree()[-1]
    if last.tag != "NNP" or last.dep != "conj" or last.i != noun.i - 1:
        return
    noun.take_place_of(last)
    for word in list(last.left):
        word.attach(noun, word.dep)
    last.attach(noun, "compound")


def counted_names(noun: Word) -> None:
    """ "Two parties, the Greens and the Liberals, left", "The men, two nurses and a clerk, left": they are those.

    A list of who left has no comma before "left".
    """
    _, *others = conjuncts(noun)
    verb = noun.head
    if noun.tag != "NNS" or len(others) < 2 or not noun.left or noun.left[0].lower not in {"the", *_NUMBERS}:
        return
    start, end = others[0].subtree()[0].i, others[-1].subtree()[-1].i
    commas = {w.i for w in (*noun.right, *verb.children, *others[-1].right) if w.text == ","}
    counted = _NUMBERS.get(noun.left[0].lower) == len(others) and all(w.pos == "PROPN" for w in others)
    vague = all(w.left and (w.left[0].lower in {"a", "an"} or w.left[0].tag == "CD") for w in others)
    first = min((w.i for w in verb.left if w.dep in AUXILIARIES), default=verb.i)
    if (counted or vague) and {start - 1, end + 1} <= commas and first == end + 2:
        others[0].dep = "appos"


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
