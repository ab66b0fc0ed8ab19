"""Reported speech that runs on: "She said the mine would close. The workers would be paid until May." """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.attribution.sources import source_of
from extract.factuality.conditions import condition_of
from extract.factuality.edges import Link
from extract.factuality.embedding import edge_of
from extract.factuality.signatures import reporting
from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import complex_of


@dataclass(frozen=True, slots=True)
class Run:
    """The report that a later sentence goes on with: its source, and its verb in the sentence before."""

    source: tuple[Word, ...]
    verb: Word


def runs(trees: Sequence[Tree]) -> dict[int, Run]:
    """By position, the sentences that go on with the indirect speech of the sentence before them."""
    found: dict[int, Run] = {}
    for before, tree in pairwise(trees):
        if tree.block != before.block or not any(_runs_on(root) for root in tree.roots):
            continue
        run = found.get(before.position) or _report(before)
        if run is not None:
            found[tree.position] = run
    return found


def _runs_on(root: Word) -> bool:
    """Reported will and have keep their backshifted form; a condition would explain the "would" as well."""
    verb = complex_of(root)
    return verb.modal == "would" and condition_of(root) is None and edge_of(root).link is Link.ROOT


def _report(tree: Tree) -> Run | None:
    """The past-tense report that a sentence is, if it is one without a quotation."""
    for root in tree.roots:
        edge = edge_of(root)
        verb = edge.host if edge.link is Link.COMPLEMENT and edge.host is not None else root
        if verb.lemma in reporting("verb") and verb.tag == "VBD" and _has_indirect_content(verb, root, tree):
            source = source_of(verb)
            if source:
                return Run(tuple(source), verb)
    return None


def _has_indirect_content(verb: Word, root: Word, tree: Tree) -> bool:
    content = verb.child("ccomp") if verb is root else root
    return content is not None and not any(q[0] <= content.start < q[1] for q in tree.quotes)
