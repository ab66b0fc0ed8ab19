"""Which words carry an event, whether or not a claim came of it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.syntax.tree import Tree, Word

#: Words that help a predicate or only name a kind of thing ("trading volume").
_HELPERS = frozenset({"aux", "auxpass", "punct", "det", "case", "prep", "cc", "mark", "compound", "nmod"})


def predicates(tree: Tree) -> Iterator[Word]:
    """Verbs, nouns and predicate adjectives of a sentence, in order.

    Any noun may name an event ("the strike"); compounds and attributive adjectives are left out.
    """
    for word in tree.words:
        if word.dep in _HELPERS:
            continue
        verb = word.pos in ("VERB", "AUX") or word.tag.startswith("VB")
        if verb or word.pos == "NOUN" or (word.pos == "ADJ" and word.dep != "amod"):
            yield word
