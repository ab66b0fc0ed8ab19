"""What opens a sentence before its subject, and was taken for the subject or for a clause about it."""

from __future__ import annotations

from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    SUBJECTS,
    WEEKDAYS,
    is_finite,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)


def name_is_subject(name: Word) -> None:
    """ "Bruning, ending a visit, said it was over": a name in -ing is no clause before it, but who said so."""
    verb = name.head
    if name.tag not in {"NNP", "NNPS", "VBG"} or name.i > 0 or not (is_verbal(verb) and is_finite(verb)):
        return
    beside = [w for w in name.right if w.i == 1]
    bare = bool(beside) and beside[0].text == "," and not any(w.dep in _BELOW_VERB for w in name.children)
    if verb.i > 2 and bare and verb.child(*SUBJECTS, "expl") is None:
        name.dep = subject_label(verb)
        name.pos, name.tag = "PROPN", "NNP"


_BELOW_VERB = frozenset({"aux", "ccomp", "dobj", "mark", "nsubj", "prep", "xcomp"})


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
        first.tag, first.pos = "IN", "ADP"
        first.attach(verb, "prep")
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


def day_opens_main(verb: Word) -> None:
    """ "By the end of the day Saturday the site was not loading": that is told, and tells of no day."""
    opening = verb.root
    day = verb.left[0] if verb.left else verb
    if opening.pos != "ADP" or not is_time(verb.head) or day.dep != "npadvmod" or day.lower not in WEEKDAYS:
        return
    if is_finite(verb) and verb.child(*SUBJECTS) is not None and day.i == verb.head.i + 1:
        verb.lead()
        opening.attach(verb, "prep")


@only_on("so")
def so_that_can(so: Word) -> None:
    """ "It hires staff so new claims can be read": that is what for, and the claims are not so new."""
    adjective, noun = so.head, so.head.head
    verb = noun.head
    if adjective.dep != "amod" or noun.dep not in SUBJECTS or noun.tag != "NNS" or noun.subtree()[0] is not so:
        return
    if adjective.lower in {"few", "little", "many", "much"} or verb.head.lemma in reporting("verb"):
        return  # "He said so few clerks can pay"
    if any(w.tag == "MD" for w in verb.left) and verb.dep in {"advcl", "ccomp", "conj"} and verb.head.i < so.i:
        so.attach(verb, "mark")
        verb.dep = "advcl"
