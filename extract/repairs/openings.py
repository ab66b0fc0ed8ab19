"""What opens a sentence before its subject, and was taken for the subject or for a clause about it."""

from __future__ import annotations

from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    MONTHS,
    SUBJECTS,
    is_finite,
    is_time,
    is_verbal,
    opens_behind_comma,
    subject_label,
)


def set_openings_apart(tree: Tree) -> None:
    """Hangs what opens a sentence on its main verb."""
    if len(tree.words) < 4:
        return
    first = tree.words[0]
    if first.lower in {"outside", "inside"} and first.dep == "amod":
        _outside(tree, first)
    elif first.tag == "IN":
        _until_date(first)
        _clause_after_time(first)
        _with_done(first)
    elif first.tag == "VBG":
        _doing(first)
    elif first.tag == "DT":
        _ranked(first.head)


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


def _ranked(noun: Word) -> None:
    """ "The second of six children, she raised her brothers": who she is, and no time."""
    verb = noun.head
    subject = verb.child(*SUBJECTS)
    if noun.dep != "npadvmod" or noun.tag not in {"JJ", "JJS", "RBS"} or subject is None or subject.i < noun.i:
        return
    between = [w.text for w in verb.left if noun.i < w.i < subject.subtree()[0].i]
    of = next((w for w in noun.subtree() if w.lower == "of" and w.i == noun.i + 1), None)
    if between != [","] or of is None:
        return
    noun.attach(subject, "appos")
    if of.dep == "quantmod":
        whole = of.head.head if of.head.dep == "nummod" else of.head
        of.attach(noun, "prep")
        whole.attach(of, "pobj")


def _until_date(opener: Word) -> None:
    """ "From 1 June services will be run by the state": from that day on, and no services of June."""
    noun, verb = opener.head.child(*SUBJECTS), opener.head
    if opener.dep != "prep" or opener.right or noun is None or noun.i < 3 or noun.tag not in {"NNS", "NNPS"}:
        return
    month = next((w for w in noun.left if w.text in MONTHS and w.i in {1, 2}), None)
    day = next(
        (w for w in (*noun.left, *([] if month is None else month.left)) if w.tag == "CD" and w.i in {1, 2}), None
    )
    if month is None or day is None or not is_verbal(verb) or min(w.i for w in noun.subtree()) != 1:
        return
    month.attach(opener, "pobj")
    day.attach(month, "nummod")


def _clause_after_time(opener: Word) -> None:
    """ "During the war she trained as a nurse, and later she married": she trained then, in no war of hers."""
    time, main = opener.child("pobj"), opener.head
    verb = None if time is None else time.child("relcl")
    subject = None if verb is None else verb.child("nsubj", "nsubjpass")
    joint = next((w for w in (*opener.right, *main.left) if w.dep == "cc" and w.lower in {"and", "but"}), None)
    if time is None or verb is None or subject is None or joint is None or not verb.i < joint.i < main.i:
        return
    if time.right[0] is not verb or not is_finite(verb) or subject.tag != "PRP" or subject.i != time.i + 1:
        return
    verb.take_place_of(main)
    opener.attach(verb, "prep")
    joint.attach(verb, "cc")
    main.attach(verb, "conj")


def _with_done(opener: Word) -> None:
    """ "With the votes counted, Lund, of the Greens, had won": he had, and the votes had won nothing."""
    done = opener.head
    if opener.lower != "with" or opener.dep != "mark" or not done.is_root or is_finite(done):
        return
    main = next((w for w in done.right if w.dep in {"conj", "ccomp"} and is_finite(w)), None)
    if main is None or main.child(*SUBJECTS, "mark", "expl") is not None:
        return
    between = [w for w in done.right if w.i < main.i and w.dep in {"npadvmod", "dobj", "appos", "dep", "nsubj"}]
    before = next((w for w in done.right if between and w.text == "," and w.i == between[0].subtree()[0].i - 1), None)
    if before is None or len(between) != 1:
        return
    main.lead()
    for word in [w for w in done.right if w.i >= before.i]:
        word.attach(main, word.dep)
    between[0].attach(main, subject_label(main))
    done.attach(main, "advcl")


def _doing(gerund: Word) -> None:
    """ "Addressing clerks who had waited for hours, she promised a rise": she addressed them, and they no one."""
    noun, main = gerund.head, gerund.head.head
    if gerund.dep not in {"compound", "amod"} or noun.tag not in {"NNS", "NNPS", "NN"} or list(gerund.children):
        return
    own = next((w for w in main.left if w.dep in SUBJECTS and w is not noun), None)
    comma = own is not None and opens_behind_comma(own)
    if own is None or not comma or not is_verbal(main) or not noun.i < own.i < main.i:
        return
    if noun.dep not in {"dep", "nsubj", "nsubjpass", "npadvmod", "csubj"} or noun.child("relcl", "prep") is None:
        return
    if is_time(noun) or gerund.i != 0 or noun.left[0] is not gerund:
        return
    gerund.pos = "VERB"
    gerund.attach(main, "advcl")
    noun.attach(gerund, "dobj")
    for word in [w for w in noun.left if w.dep in AUXILIARIES]:
        word.attach(main, word.dep)
