"""The future as seen from a past: "They moved to Lorne, where they would live for years" supposes nothing."""

from __future__ import annotations

from extract.factuality.conditions import condition_of
from extract.factuality.edges import Edge, Link
from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import complex_of, is_past

_THEN = frozenset({"eventually", "later", "soon", "subsequently", "ultimately"})
_AGREED = frozenset({"accord", "agreement", "arrangement", "contract", "deal", "pact", "settlement", "treaty"})


def is_looking_ahead(word: Word, edge: Edge, tree: Tree) -> bool:
    """Whether a "would" is the past form of "will", and no supposition, though nobody is named who says so.

    "They moved to Lorne, where they would live for years"; "He would later sell the mill"; "Under the deal, he would
    keep his shares".
    """
    verb = complex_of(word)
    if verb.modal != "would" or verb.aspect is not None or tree.is_quoted(word) or condition_of(word) is not None:
        return False
    if any(c.dep == "neg" for c in word.left) or _is_own(word):
        return False
    if edge.link is Link.RELATIVE and edge.host is not None:
        then = any(c.lower in _THEN for c in word.children)  # "met the woman who would later be his wife"
        return word.dep == "relcl" and (then or _follows_comma(word)) and _is_past(edge.host)
    if edge.link is not Link.ROOT:
        return False
    if any(c.dep == "advmod" and c.lower in _THEN and c.i < word.i for c in word.left):
        return True
    under = next((c for c in word.left if c.lower == "under"), None)
    terms = under.child("pobj") if under is not None else None
    return terms is not None and terms.lemma in _AGREED


def _is_own(word: Word) -> bool:
    """I would later see: what somebody says of himself may be a wish."""
    subject = word.child("nsubj", "nsubjpass")
    return subject is not None and subject.tag != "WDT" and subject.lower in ("i", "we", "you", "that", "this", "it")


def _follows_comma(clause: Word) -> bool:
    first = clause.subtree()[0]
    return any(
        c.text == "," and c.i == first.i - 1 for c in (*clause.left, *clause.head.right, *clause.head.head.right)
    )


def _is_past(noun: Word) -> bool:
    """Whether the clause that a noun stands in tells of a past."""
    verb = next((w for w in noun.ancestors() if w.pos in ("VERB", "AUX")), None)
    return verb is not None and is_past(verb)
