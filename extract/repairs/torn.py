"""Numbers and ages that the tokenizer or the parser tore."""

from __future__ import annotations

import re

from extract.syntax.tree import Tree, Word
from extract.syntax.words import SUBJECTS, is_verbal

_MILLIONS = frozenset({"m", "k", "b", "bn", "mn", "tn"})
#: "$612m", "40bn": what the tokenizer makes two words of.
_TORN = re.compile(rf"\d(?:{'|'.join(sorted(_MILLIONS))})\b")


def restore_torn(tree: Tree) -> None:
    """Hangs the letters of "$612m" on their number."""
    if _TORN.search(tree.text) is None:
        return
    for number, letters in zip(tree.words, tree.words[1:], strict=False):
        if letters.lower in _MILLIONS and number.pos == "NUM" and number.end == letters.start:
            _hang(letters, number)


def _hang(letters: Word, number: Word) -> None:
    if letters.head is number or number.head is letters or letters.holds(number):
        return
    for word in list(letters.children):
        word.attach(number, word.dep)
    letters.attach(number, "quantmod")


def ages(aged: Word) -> None:
    """ "Ada and Olof Berg, aged 34 and 29, left": both are, and their ages stand aside."""
    last = aged.head
    if aged.lower != "aged" or aged.i < last.i:
        return
    while (conjunct := next((w for w in last.right if w.dep == "conj" and w.i < aged.i), None)) is not None:
        last = conjunct
    aged.attach(last, "acl")


def aged_subject(old: Word) -> None:
    """ "It hurt," the 22-year-old said: who is so old is who said it."""
    verb = old.head
    article = next((w for w in verb.left if w.dep == "det" and w.lower in {"a", "an", "the"}), None)
    if old.lower != "old" or article is None or old.child("npadvmod") is None or not is_verbal(verb):
        return
    if old.i > verb.i or verb.child(*SUBJECTS) is not None or article.i != old.subtree()[0].i - 1:
        return
    article.attach(old, "det")
    old.dep = "nsubjpass" if verb.child("auxpass") is not None else "nsubj"


def having_aged(having: Word) -> None:
    """ "with the 22-year-old having brought down Reed": who is so old did it."""
    old, verb = next((w for w in having.left if w.lower == "old" and w.i == having.i - 1), None), having.head
    if having.lower != "having" or old is None or old.child("npadvmod") is None or verb.tag not in {"VBN", "VBD"}:
        return
    for word in [w for w in having.left if w is not old]:
        word.attach(old, word.dep)
    old.attach(verb, having.dep)
    having.pos, having.tag, having.dep, having.lemma = "AUX", "VBG", "aux", "have"
