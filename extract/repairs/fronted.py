"""Clauses without a tense before the main clause, and what the parser took from the one for the other."""

from __future__ import annotations

from itertools import pairwise

from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    DASHES,
    SUBJECTS,
    conjuncts,
    is_finite,
    is_infinitive,
    is_nominal,
    is_verbal,
)


@only_with("said")
def that_said(tree: Tree) -> None:
    """ "That said, the mill is old", "Having said that, ...": a comment, and nobody who says anything."""
    opening = [w.lower for w in tree.words[:4]]
    for words in (("that", "said", ","), ("that", "being", "said", ","), ("having", "said", "that", ",")):
        if tuple(opening[: len(words)]) == words:
            _comment(tree, len(words) - 1)
            return


def _comment(tree: Tree, length: int) -> None:
    """Makes the first words of a sentence one adverb of its main verb."""
    inside = tree.words[:length]
    said = next(w for w in inside if w.lower == "said")
    main = next((w for w in said.right if w.i > length and w.dep == "ccomp"), None)
    if said.is_root and main is not None:
        main.lead()
        main.adopt(w for w in said.right if w.i >= length)
    above = next((w for w in said.ancestors() if w.i > length), main)
    if above is None:
        return
    said.attach(above, "advmod")
    said.tag, said.pos, said.lemma = "RB", "ADV", "said"
    for word in inside:
        if word is not said:
            word.attach(said, "advmod", "RB")


def gerund_subject(noun: Word) -> None:
    """ "Making a long wagon might seem odd": the wagon is what is made, and making it seems odd."""
    verb = noun.head
    gerund = next((w for w in verb.left if w.dep == "csubj" and w.tag == "VBG" and w.i < noun.i), None)
    if (
        gerund is None
        or gerund.lemma == "mean"
        or gerund.child("dobj", "prep", "ccomp") is not None
        or noun.tag in {"PRP", "WP", "WDT"}
    ):
        return
    if gerund.subtree()[-1].i + 1 == noun.subtree()[0].i:
        noun.attach(gerund, "dobj")


def made_by_gerund(verb: Word) -> None:
    """ "In a time of need, making a wagon might seem odd": nobody makes that a wagon seems odd."""
    gerund = verb.head
    noun = verb.child("nsubj") if gerund.tag == "VBG" else None
    if noun is None or verb.i < gerund.i or gerund.lemma == "mean" or gerund.lemma in reporting("verb"):
        return
    bare = not any(w.dep in {*SUBJECTS, *AUXILIARIES, "mark"} for w in gerund.left)
    modal = any(w.tag == "MD" for w in verb.left if w.dep in AUXILIARIES)
    if not (bare and modal) or noun.subtree()[0].i != gerund.i + 1 or verb.child("mark") is not None:
        return
    comma = next((w for w in gerund.head.children if w.text == "," and w.i == gerund.i - 1), None)
    above = gerund.head
    if comma is None or above.i > gerund.i:
        return
    top = above
    while top.dep in {"relcl", "acl", "pobj", "prep"} and not top.is_root:
        top = top.head
    if not top.is_root or is_finite(top):
        return
    verb.lead()
    gerund.attach(verb, "csubj")
    noun.attach(gerund, "dobj")
    comma.attach(verb, "punct")
    verb.adopt(w for w in top.right if w.i > verb.i)
    top.attach(verb, "prep" if top.pos == "ADP" else "advcl")


def first_to(verb: Word) -> None:
    """ "She became the first woman in Lorne to win it": what she is the first to do is part of what she became."""
    copula = verb.head
    noun = copula.child("attr")
    noun = conjuncts(noun)[-1] if noun is not None else None  # "is a clerk and the first in Lorne to win it"
    if noun is None or verb.i < noun.i or not is_infinitive(verb) or verb.child(*SUBJECTS, "mark") is not None:
        return
    if copula.lemma not in {"be", "become", "remain"} or any(
        w.text == "," and w.i == verb.subtree()[0].i - 1 for w in copula.right
    ):
        return
    if any(w.lower in _RANKED or w.tag == "JJS" for w in (noun, *noun.left)):
        verb.attach(noun, "relcl")


_RANKED = frozenset({"first", "second", "third", "fourth", "fifth", "last", "next", "only"})


@only_with(":")
def after_label(tree: Tree) -> None:
    """ "Top tip: Boil the eggs", "Lund and Berg on tour: See all dates": the reader is asked, nobody else does so."""
    for colon in tree.words[1:-1]:
        verb = tree.words[colon.i + 1] if colon.text == ":" else colon
        if verb is colon or verb.tag not in {"VB", "VBP"} or verb.lower != verb.lemma or not is_verbal(verb):
            continue
        if verb.child(*AUXILIARIES) is not None:
            continue
        if verb.dep in {"acl", "relcl"} and verb.head.i < colon.i:
            verb.dep = "parataxis"
        for subject in [w for w in verb.left if w.dep in {"nsubj", "nsubjpass"} and w.i < colon.i]:
            subject.dep = "dep"


@only_with(*DASHES)
def dateline(tree: Tree) -> None:
    """ "SUND (Meridian) - Rebels took the port": where the report was filed is no part of its first sentence."""
    dash = next((w for w in tree.words[1:8] if w.text in DASHES), None)
    if dash is None or dash.i + 1 == len(tree.words):
        return
    if not tree.words[0].text.isupper():
        _town(tree, dash)
        return
    if tree.words[0].tag == "DT" or any(w.text.islower() and w.text.isalpha() for w in tree.words[: dash.i]):
        return  # "A gang -- three of them women -- stole it", "US officials - ..."
    before, after = tree.words[dash.i - 1], tree.words[dash.i + 1]
    root = next((w for w in tree.words[dash.i + 1 :] if w.head is w), None)
    if root is None:  # "ARRAN CITY - Rescuers pulled ...", headed by the town
        root = next((w for w in tree.words[dash.i + 1 :] if w.head.i < dash.i and is_verbal(w)), None)
    if root is None or before.end == dash.start or dash.end == after.start:
        return
    root.lead()
    tree.roots = [w for w in tree.words if w.head is w and w.i > dash.i]
    place = tree.words[0]  # "OSLO, March 2 - Torvik, a maker of pumps, cut its forecast"
    subject = next((w for w in place.right if w.dep in {"appos", "conj"} and w.i > dash.i and w.holds(after)), None)
    if subject is not None and place.dep in SUBJECTS:
        subject.take_place_of(place)
    for word in tree.words[: dash.i + 1]:
        if word.head.i > dash.i or word.is_root:
            word.attach(root, "punct" if word.dep == "punct" else "dep")


def _town(tree: Tree, dash: Word) -> None:
    """ "Lorne – Thousands of clerks filled the square": the clerks did, where there is no second dash."""
    place, after = tree.words[dash.i - 1], tree.words[dash.i + 1]
    subject = next((w for w in place.right if w.dep == "appos" and w.subtree()[0] is after), None)
    rest = tree.words[dash.i + 1 :]
    once = not any(w.text in DASHES and w.start > before.end for before, w in pairwise(rest))
    if subject is None or not once or place.dep not in SUBJECTS or not after.text[0].isupper():
        return
    if all(w.entity == "GPE" for w in tree.words[: dash.i]) and place.end < dash.start:
        subject.take_place_of(place)
        place.attach(subject.head, "dep")


def called_upon(name: Word) -> None:
    """ "Norland, go out and vote": whom a request calls upon by name is no subject.

    "Mrs. Lund, along with her sons, move away": who does something.
    """
    verb = name.head
    if verb.tag != "VB" or verb.child(*AUXILIARIES, "mark") is not None:
        return
    called = name.tag in {"NNP", "NNPS", "NNS"} and all(w.dep in {"compound", "punct"} for w in name.left)
    between = [w for w in name.root.subtree() if name.i < w.i < verb.i]
    aside = any(w.dep in {"cc", "relcl"} for w in between) or sum(w.text == "," for w in between) > 1
    if called and not aside and between and between[-1].text == ",":
        name.dep = "npadvmod"


@only_with("did", "does", "do", "had", "has", "have", "was", "were")
def only_then(noun: Word) -> None:
    """ "Only after the fire did the council inspect the building": it did, and no fire inspects anything."""
    auxiliary, verb = noun.head, noun.head.head
    opener, subject = auxiliary.child("mark"), verb.child(*SUBJECTS)
    if auxiliary.dep not in AUXILIARIES or opener is None or subject is None:
        return
    if noun.i < auxiliary.i < subject.i:
        opener.attach(verb, "prep")
        noun.attach(opener, "pobj")
        verb.adopt(auxiliary.children)


def set_openings_apart(tree: Tree) -> None:
    """Hangs what opens a sentence on its main verb."""
    if len(tree.words) < 4:
        return
    first = tree.words[0]
    if first.lower in {"outside", "inside"} and first.dep == "amod":
        _outside(tree, first)


def _outside(tree: Tree, first: Word) -> None:
    """ "Outside court, manager Ada Lund said": she did, and the court said nothing."""
    noun, verb = first.head, first.head.head
    if noun.dep in {"nmod", "compound"} and verb.dep in SUBJECTS:
        verb = verb.head
    if noun.i != 1 or tree.words[2].text != "," or not is_verbal(verb):
        return
    if any(w.dep in SUBJECTS and noun.i < w.i < verb.i for w in verb.left):
        first.attach(verb, "prep", "IN")
        noun.attach(first, "pobj")
        tree.words[2].attach(verb, "punct")


_HEARD = frozenset({"applause", "booing", "boos", "cheering", "cheers", "crosstalk", "inaudible", "laughs", "laughter"})


@only_with(*_HEARD)
def noises_apart(tree: Tree) -> None:
    """ "[Applause] We won," Lund said: a sound in brackets is not part of the quotation."""
    for word in tree.words:
        put_in = tree.source[word.start - 1 : word.start] == "[" and tree.source[word.end : word.end + 1] == "]"
        if put_in and word.lower in _HEARD and not (word.left or word.right):
            word.lead()


@only_with("(")
def speaker_apart(tree: Tree) -> None:
    """ "LUND (on camera): Police say it sank": she stands before what she says, and says nothing in it."""
    colon = next((w.i for w in tree.words[:_LONGEST_LABEL] if w.text in {":", "):"}), 0)
    label, rest = tree.words[: colon + 1], tree.words[colon + 1 :]
    if (
        colon < 2
        or ")" not in (label[-1].text[0], label[-2].text)
        or not rest
        or not label[0].text.isupper()
        or len(label[0].text) < 2
    ):
        return
    tops = [w for w in rest if w.head is w or w.head.i <= colon]
    main = next((w for w in tops if is_verbal(w)), tops[0])
    for word in [w for w in label if w.head is w or w.head.i > colon]:
        word.lead()
    main.lead()
    for word in tops:
        if word is not main:
            free = word.i < main.i and is_nominal(word) and main.child(*SUBJECTS) is None
            word.attach(main, "nsubj" if free else "dep")


_LONGEST_LABEL = 12


@only_with("what")
def what_happened(verb: Word) -> None:
    """ "What happened next shocked everyone", "What Quist said next stunned the crowd": what it was did so."""
    if verb.subtree()[0].lower != "what" or any(w.text == "?" or w.dep == "cc" for w in verb.right):
        return
    main = next((w for w in verb.right if w.dep in {"advcl", "ccomp", "dep"} and w.tag in {"VBD", "VBZ"}), None)
    if main is None or main.child(*SUBJECTS, *AUXILIARIES, "mark", "expl", "punct") is not None:
        return
    if main.lemma in reporting("verb") or main.child("dobj", "attr", "acomp") is None:
        return
    verb.adopt(w for w in main.left if w.dep == "advmod")
    main.lead(main.tag)
    main.adopt(w for w in verb.right if w.i > main.i)
    verb.attach(main, "csubj")
