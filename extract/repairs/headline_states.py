"""Headlines without a verb that say how somebody is: "Farmers angry over new levy"."""

from __future__ import annotations

from extract.model import BlockKind
from extract.syntax.tree import Tree, Word
from extract.syntax.words import is_finite, is_nominal, is_verbal


def restore_state(tree: Tree) -> None:
    """ "Farmers angry over new levy", "Clerk guilty of fraud": the adjective says what a verb says elsewhere."""
    roots = [w for w in tree.words if w.head is w]
    if tree.kind is not BlockKind.TITLE or len(roots) != 1 or any(is_verbal(w) and is_finite(w) for w in roots):
        return
    state = _adjective(roots[0])
    if state is None or any(w.tag in {"VBD", "MD"} or w.text in {":", "?"} for w in tree.words):
        return
    noun = state.child("nsubj") or state.head
    if state.head is noun:
        state.lead()
        for word in [w for w in noun.right if w.i > state.i]:
            word.attach(state, word.dep)
        noun.attach(state, "nsubj")
    state.pos = "VERB"


def _adjective(root: Word) -> Word | None:
    """An adjective right behind the noun that it is about, with more behind it."""
    if root.tag == "JJ":
        subject = root.child("nsubj")
        beside = subject is not None and is_nominal(subject) and subject.i == root.i - 1
        return root if beside and root.child("prep", "xcomp") is not None else None
    if root.pos not in {"NOUN", "PROPN"}:
        return None
    state = next((w for w in root.right if w.i == root.i + 1 and w.tag == "JJ" and w.dep == "amod"), None)
    behind = state is not None and state.child("prep", "xcomp") is not None
    return state if behind and state is not None and state.text.islower() else None
