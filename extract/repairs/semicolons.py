"""What stands before a semicolon belongs to nothing behind it, where both sides are clauses."""

from __future__ import annotations

from itertools import pairwise

from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import SUBJECTS, is_finite, is_nominal, is_verbal, opens_behind_comma

_LOOSE = frozenset({"prep", "advmod", "npadvmod", "advcl", *SUBJECTS})


@only_with(";")
def apart_at_semicolon(tree: Tree) -> None:
    """ "Sales rose, but only because of the price; costs were down": they were not down because of it."""
    for mark in tree.words:
        if mark.text == ";":
            before = [w for w in tree.words if w.i < mark.i]
            for word in before:
                if word.head.i > mark.i and word.dep in _LOOSE and not (is_verbal(word) and is_finite(word)):
                    _bring_back(word, before)


_DASHES = frozenset({"--", "–", "—"})


@only_with(*_DASHES)
def deeds_listed(tree: Tree) -> None:
    """ "three aims — keeping peace; cutting debt; and guarding the coast": these are the aims; no aim keeps peace."""
    for dash, first in pairwise(tree.words):
        if dash.text not in _DASHES or first.tag != "VBG" or not is_nominal(first.head) or first.dep != "acl":
            continue
        first.adopt((w for w in first.head.right if w.i > first.i and w.tag == "VBG" and w.dep == "acl"), "conj")
        first.dep = "dep"


def _bring_back(word: Word, before: list[Word]) -> None:
    other = word.head.child(*SUBJECTS, "expl") if word.dep not in SUBJECTS else _second_subject(word)
    if other is None or other.i < word.i or not is_finite(word.head):
        return
    if word.dep in SUBJECTS:
        _subject_back(word, before)
        return
    main = next((w for w in reversed(before) if _leads(w) and w.i < word.i), None)
    if main is not None and not word.holds(main):
        word.attach(main, word.dep)


def _second_subject(word: Word) -> Word | None:
    return next((w for w in word.head.left if w.dep in SUBJECTS and w.i > word.i), None)


def _subject_back(noun: Word, before: list[Word]) -> None:
    """ "It sold a mill, the last in the town; a plan was dropped": no last mill was dropped."""
    anchor = next((w for w in reversed(before) if w.i < noun.subtree()[0].i - 1 and is_nominal(w)), None)
    while anchor is not None and anchor.dep in {"pobj", "prep", "compound", "nummod", "poss"}:
        anchor = anchor.head if anchor.head.i < noun.i else None
    comma = opens_behind_comma(noun)
    if anchor is None or not comma or noun.holds(anchor) or not is_nominal(anchor):
        return
    noun.attach(anchor, "appos")


def _leads(verb: Word) -> bool:
    return is_verbal(verb) and is_finite(verb) and verb.dep in {"ROOT", "ccomp", "conj", "parataxis"}


def after_semicolon(verb: Word) -> None:
    """ "Some want it sold; others say it must stay": what others say is not what some want.

    "Lund said it rained; it had snowed in May": what she said ends at the mark, or goes on behind it.
    """
    second, cue = verb.head, verb.head.head
    if verb.i < second.i and any(w.text == ";" and verb.i < w.i for w in (*second.left, *verb.right)):
        verb.dep = "parataxis"
        if second.dep == "ccomp" and cue.is_root and cue.i < verb.i and verb.child(*SUBJECTS) is not None:
            verb.attach(cue, "ccomp")
            second.lead()
            cue.attach(second, "parataxis")


_ARGUMENTS = frozenset({"dobj", "attr", "oprd", "npadvmod", "appos", "nsubj", "acomp", "dative", "advmod"})


def after_stop(tree: Tree) -> None:
    """ "led by a rival. lead.": what follows a full stop inside a sentence is no argument of what stands before."""
    last = len(tree.words) - 2
    for stop in tree.words:
        if stop.tag != "." or stop.i >= last or stop.text not in {".", "!", "?"}:
            continue
        for word in tree.words[stop.i + 1 :]:
            if word.head.i < stop.i and word.dep in _ARGUMENTS:
                word.dep = "dep"


@only_with(";")
def items_listed(tree: Tree) -> None:
    """ "survived by his wife, Ada; two sons, Jan and Emil; and four grandchildren": the sons are not his wife."""
    for mark, first in pairwise(tree.words):
        item = next((w for w in (first, *first.ancestors()) if w.dep == "appos" and w.subtree()[0] is first), None)
        if mark.text == ";" and item is not None and item.head.i < mark.i and item.head.head.dep == "agent":
            item.dep = "conj"
