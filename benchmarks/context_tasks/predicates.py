"""Which words carry an event, whether or not a claim came of them."""

from __future__ import annotations

from collections.abc import Iterator

from extract.tree import Tree, Word

#: Words that help a predicate or only name a kind of thing ("trading volume").
_HELPERS = frozenset({"aux", "auxpass", "punct", "det", "case", "prep", "cc", "mark", "compound", "nmod"})


def predicates(tree: Tree) -> Iterator[Word]:
    """Verbs, nouns and predicate adjectives of a sentence, not auxiliaries and compounds, in order."""
    for word in tree.words:
        if word.dep not in _HELPERS and (word.pos in ("VERB", "AUX", "NOUN", "ADJ") or word.tag.startswith("VB")):
            yield word
