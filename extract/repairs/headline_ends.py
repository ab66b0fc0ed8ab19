"""Ends of headlines that the parser takes for a verb or an object: who says so, and to whom it was done."""

from __future__ import annotations

from extract.english.persons import group_noun, person_noun
from extract.model import BlockKind
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree

_SHORT = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION})
_REPORTS = frozenset(
    {"data", "documents", "media", "poll", "report", "reports", "source", "sources", "study", "survey"}
)


@only_with(":")
def source_behind_colon(tree: Tree) -> None:
    """ "Mayor to resign: report", "Mayor has resigned: police": who says so, and nothing that is done."""
    words = tree.words
    colon = next((w for w in reversed(words[-4:-1]) if w.text == ":"), None)
    if tree.kind not in _SHORT or colon is None or colon.i < 2:
        return
    before, after = words[: colon.i], words[colon.i + 1 :]
    last = after[-1]
    named = last.lower in _REPORTS or person_noun(last.lemma.lower()) is not None or group_noun(last.lower) is not None
    top = next((w for w in before if w.head is last or w.head not in before or w.is_root), None)
    if not named or top is None or last.dep == "pobj" or any(w.pos == "VERB" and w is not last for w in after):
        return  # "Open by default: Design for everyone"
    if last.holds(top):
        top.lead()
    for word in [w for w in last.children if w not in after]:
        word.attach(top, word.dep)
    for word in after[:-1]:
        if word.head is not last:
            word.attach(last, "compound")
    last.pos, last.tag = "NOUN", "NNS" if last.tag == "NNS" else "NN"
    last.attach(top, "dep")
